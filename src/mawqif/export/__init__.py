"""Readings in forms for others: JSON Lines, web pages."""
