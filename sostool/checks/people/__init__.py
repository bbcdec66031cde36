"""People and their dates (PE)."""
