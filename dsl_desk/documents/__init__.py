"""The printer: frozen records in, PDF bytes out. reportlab lives here."""
