"""The lock screen and set-up. Holds no record."""
