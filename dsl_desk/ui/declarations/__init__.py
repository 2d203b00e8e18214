"""Family links: who has declared one, what was decided about it, and the yearly round."""
