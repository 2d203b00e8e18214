"""The page of the school's policy: its clauses, what they drive, and what the school changed."""
