"""Safety goals (SG)."""
