"""Who speaks: phrases taken apart, names, titles, and the cast of one article."""
