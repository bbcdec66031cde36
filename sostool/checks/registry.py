"""All checks, one line each. A code is for ever: one that goes is left here as a redirect or a tombstone."""

from __future__ import annotations

from sostool.checks.check import Check
from sostool.checks.danger.has_a_goal import has_a_goal
from sostool.checks.danger.has_a_scale import has_a_scale
from sostool.checks.danger.names_the_child import names_the_child
from sostool.checks.danger.names_who_is_worried import names_who_is_worried
from sostool.checks.goal.says_what_will_happen import says_what_will_happen
from sostool.checks.next_steps.says_who_and_by_when import says_who_and_by_when
from sostool.checks.people.has_possible_dates import has_possible_dates
from sostool.checks.scale.says_what_its_ends_mean import says_what_its_ends_mean
from sostool.checks.scale.says_who_when_why import says_who_when_why
from sostool.checks.scale.uses_whole_numbers import uses_whole_numbers
from sostool.checks.voices.hears_each_child import hears_each_child
from sostool.findings.rule import Rule

# In the order in which gaps are worth closing: the danger and its goal first.
PRACTICE: tuple[Check, ...] = (
    has_a_goal,
    has_a_scale,
    names_who_is_worried,
    names_the_child,
    says_what_will_happen,
    says_what_its_ends_mean,
    uses_whole_numbers,
    says_who_when_why,
    hears_each_child,
    says_who_and_by_when,
    has_possible_dates,
)

FAMILIES = {
    "YA": "The text file",
    "CF": "The shape of the case file",
    "PE": "People and their dates",
    "DS": "Danger statements",
    "SG": "Safety goals",
    "SC": "Scales",
    "VO": "Voices",
    "NX": "Next steps",
}


def all_checks() -> dict[str, Check]:
    """Give every check by its code: those the reader tells of by itself, then those of practice."""
    from sostool.checks.shape.rules import SHAPE  # noqa: PLC0415 - long texts that only explaining needs
    from sostool.checks.text_file.rules import TEXT_FILE  # noqa: PLC0415

    return {check.code: check for check in sorted((*TEXT_FILE, *SHAPE, *PRACTICE), key=_by_family)}


def _by_family(check: Check) -> tuple[int, str]:
    return list(FAMILIES).index(check.code[:2]), check.code


def rule_of(code: str) -> Rule:
    """Give a check as it is explained.

    Raises:
        KeyError: there is no such code.
    """
    practice = {check.code: check for check in PRACTICE}
    return (practice.get(code) or all_checks()[code]).rule()
