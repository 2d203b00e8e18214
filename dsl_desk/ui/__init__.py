"""What people see. Qt lives here."""
