"""What was left at the lock screen or handed in: reading it, and settling what it becomes."""
