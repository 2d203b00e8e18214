"""The manual inside the app: its pages, a word looked for in them, and all of it on paper."""
