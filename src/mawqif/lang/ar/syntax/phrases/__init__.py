"""Parts of the reading of noun phrases."""
