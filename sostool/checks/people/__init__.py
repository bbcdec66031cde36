"""People and their dates (PE)."""

from sostool.checks.check import Check
from sostool.checks.people.has_possible_dates import has_possible_dates

PEOPLE: tuple[Check, ...] = (has_possible_dates,)
