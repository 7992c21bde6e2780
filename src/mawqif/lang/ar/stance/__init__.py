"""What a statement says of a question: the target found in it, whose deed it is, yes or no, how firmly, on which condition."""
