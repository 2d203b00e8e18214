"""Colours, type and icons by what they mean, never by what they look like."""
