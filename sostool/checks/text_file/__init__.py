"""The text file (YA)."""
