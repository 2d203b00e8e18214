"""The goods-in door: lists from the school's own system. Everything is untrusted here."""
