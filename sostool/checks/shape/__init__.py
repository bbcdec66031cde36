"""The shape of the case file (CF)."""
