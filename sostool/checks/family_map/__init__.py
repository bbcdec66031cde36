"""The map (MA)."""

from sostool.checks.check import Check

FAMILY_MAP: tuple[Check, ...] = ()
