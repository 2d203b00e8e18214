"""A request to see what is kept: who was asked, what was found, what is given, and the copies."""
