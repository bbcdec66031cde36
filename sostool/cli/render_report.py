"""`sostool render-report`: make the conference's documents, each for one reader."""

from __future__ import annotations


def render_report() -> int:
    """Make a document."""
    return 0
