"""What lists show, derived from the ledger and rebuilt from it at will."""
