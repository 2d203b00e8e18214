"""The key cupboard: passphrases, members, wraps. Who can open what."""
