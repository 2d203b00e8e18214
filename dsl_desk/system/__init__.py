"""One door for each fact of the operating system."""
