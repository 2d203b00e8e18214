"""Who can open what, whether the ledger is whole, and where the copies are."""
