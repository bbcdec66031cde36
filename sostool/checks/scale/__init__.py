"""Scales (SC)."""

from sostool.checks.check import Check
from sostool.checks.scale.says_what_its_ends_mean import says_what_its_ends_mean
from sostool.checks.scale.says_who_when_why import says_who_when_why
from sostool.checks.scale.uses_whole_numbers import uses_whole_numbers

SCALE: tuple[Check, ...] = (
    says_what_its_ends_mean,
    uses_whole_numbers,
    says_who_when_why,
)
