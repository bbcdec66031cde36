"""Safety goals (SG)."""

from sostool.checks.check import Check
from sostool.checks.goal.says_what_will_happen import says_what_will_happen

GOAL: tuple[Check, ...] = (says_what_will_happen,)
