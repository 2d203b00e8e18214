"""Allegations about adults and low-level concerns: who receives one, the clock, what waits."""
