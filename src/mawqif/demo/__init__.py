"""Coverage that comes with Mawqif: articles written for it, on a question of public record."""
