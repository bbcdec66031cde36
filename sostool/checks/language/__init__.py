"""Language (LA)."""

from sostool.checks.check import Check

LANGUAGE: tuple[Check, ...] = ()
