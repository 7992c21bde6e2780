"""What tells whose voice a sentence is."""
