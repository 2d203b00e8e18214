"""Sealed cases, for those who hold them: the list, beginning one, and writing in it."""
