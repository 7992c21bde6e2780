"""From an article to its reading."""
