"""Voices (VO)."""
