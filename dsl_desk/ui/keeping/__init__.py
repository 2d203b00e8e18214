"""What is kept and how long, what is on hold, and what two people let go of."""
