"""The frame around every page: rail, top bar, keys, toasts, lock clock."""
