"""Choosing from a list by typing: the matching, the rows, the overlay."""
