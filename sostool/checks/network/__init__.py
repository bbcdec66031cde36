"""The network and the safety plan (NW)."""

from sostool.checks.check import Check

NETWORK: tuple[Check, ...] = ()
