"""Danger statements (DS)."""
