"""Formats: each draws every kind of block once."""
