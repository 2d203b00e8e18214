"""Checking by somebody else: what was drawn, who opened and took out how much, what was found."""
