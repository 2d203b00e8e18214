"""DSL Desk: an offline, encrypted desk for Designated Safeguarding Leads."""
