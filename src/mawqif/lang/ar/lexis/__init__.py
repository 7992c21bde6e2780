"""What is known of words: their forms, entries, counts and analysis."""
