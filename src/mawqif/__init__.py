"""Mawqif: who stands where, read from Arabic news."""
