"""Pages that are forms: the draft sealed while typing, all problems at once, one act."""
