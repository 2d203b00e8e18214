"""The strongroom: compartments, ledger, shelves, spool. SQL lives here."""
