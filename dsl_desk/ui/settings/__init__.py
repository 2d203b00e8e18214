"""What a member decides for themselves: their own ways in."""
