"""The one background thread that owns the vault, and the pool for long pure jobs."""
