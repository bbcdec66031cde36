"""The words of a case: its texts by where they stand, and what looking at words needs."""
