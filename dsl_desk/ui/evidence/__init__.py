"""Looking at accounts: the decision, the stop, the capture, and what became of each picture."""
