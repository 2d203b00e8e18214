"""Choosing a passphrase and taking care of a kit, wherever a page asks for it."""
