"""Dates and deadlines (DT)."""

from sostool.checks.check import Check
from sostool.checks.dates.has_days_in_order import has_days_in_order
from sostool.checks.dates.knows_the_bank_holidays import knows_the_bank_holidays
from sostool.checks.dates.meets_on_a_working_day import meets_on_a_working_day
from sostool.checks.dates.names_the_deadline import names_the_deadline
from sostool.checks.dates.plans_in_time import plans_in_time
from sostool.checks.dates.says_from_when_it_counts import says_from_when_it_counts
from sostool.checks.dates.says_when_it_was_done import says_when_it_was_done
from sostool.checks.dates.says_why_it_was_late import says_why_it_was_late

DATES: tuple[Check, ...] = (
    says_why_it_was_late,
    says_when_it_was_done,
    says_from_when_it_counts,
    has_days_in_order,
    meets_on_a_working_day,
    plans_in_time,
    names_the_deadline,
    knows_the_bank_holidays,
)
