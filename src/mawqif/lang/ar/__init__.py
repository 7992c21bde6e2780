"""Arabic: its words, its syntax, its ways of attributing words, its times."""
