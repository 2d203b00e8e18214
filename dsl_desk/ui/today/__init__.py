"""What needs you today, in order of harm, then time."""
