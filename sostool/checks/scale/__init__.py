"""Scales and the numbers on them (SC)."""
