"""The benchmark: what the services take at several sizes, each beside its floor of the same run."""
