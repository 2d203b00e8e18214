"""Writing a concern down, and finding it again."""
