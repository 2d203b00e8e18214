"""The way out: for whom, what goes in, how it leaves, its real pages, and the lock told once."""
