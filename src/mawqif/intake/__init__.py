"""From bytes to articles: text files, JSON Lines, folders, standard input."""

from mawqif.intake.sources import articles

__all__ = ["articles"]
