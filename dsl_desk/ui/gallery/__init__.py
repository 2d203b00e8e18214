"""Every component in every state on one page, for whoever builds the next."""
