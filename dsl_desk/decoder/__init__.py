"""The throw-away process that opens outside files: bytes in, pixels out. Pillow lives here."""
