"""Next steps (NX)."""
