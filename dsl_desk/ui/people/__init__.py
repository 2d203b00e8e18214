"""Pupils, staff, families and professionals: finding them, keeping them, taking them in."""
