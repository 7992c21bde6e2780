"""How words stand together: phrases, clauses, the zone after a cue, the extent of content."""
