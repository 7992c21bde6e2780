"""How finite verbs and adverbial participles report."""
