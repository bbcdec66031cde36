"""Voices (VO)."""

from sostool.checks.check import Check
from sostool.checks.voices.hears_each_child import hears_each_child

VOICES: tuple[Check, ...] = (hears_each_child,)
