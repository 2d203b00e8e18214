"""The tour: drives the real windows through every page and takes their pictures."""
