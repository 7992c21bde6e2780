"""Conditions of a statement and how far they run."""
