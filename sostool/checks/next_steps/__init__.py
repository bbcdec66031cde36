"""Next steps (NX)."""

from sostool.checks.check import Check
from sostool.checks.next_steps.says_who_and_by_when import says_who_and_by_when

NEXT_STEPS: tuple[Check, ...] = (says_who_and_by_when,)
