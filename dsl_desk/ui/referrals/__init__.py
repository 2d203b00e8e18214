"""Every referral this member may open: who has answered, who is late, and what came back."""
