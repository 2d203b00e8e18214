"""Rows of facts in columns, a page at a time."""
