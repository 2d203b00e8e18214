"""The school's own policy as data: facts of a record in, duties with their clauses out."""
