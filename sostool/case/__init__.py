"""The case file: one family at one meeting, read with the place of every value."""

from sostool.case.model import Case

__all__ = ["Case"]
