"""All checks, by family. A code is for ever: one that goes is left in its family as a redirect or a tombstone."""

from __future__ import annotations

from sostool.checks.chain import CHAIN
from sostool.checks.check import Check
from sostool.checks.danger import DANGER
from sostool.checks.dates import DATES
from sostool.checks.family_map import FAMILY_MAP
from sostool.checks.goal import GOAL
from sostool.checks.language import LANGUAGE
from sostool.checks.network import NETWORK
from sostool.checks.next_steps import NEXT_STEPS
from sostool.checks.outcome import OUTCOME
from sostool.checks.people import PEOPLE
from sostool.checks.scale import SCALE
from sostool.checks.sharing import SHARING
from sostool.checks.voices import VOICES
from sostool.findings.rule import Rule

# In the order in which gaps are worth closing: the danger, its goal and its scale first.
PRACTICE: tuple[Check, ...] = (
    *DANGER,
    *GOAL,
    *SCALE,
    *VOICES,
    *NEXT_STEPS,
    *NETWORK,
    *FAMILY_MAP,
    *PEOPLE,
    *OUTCOME,
    *DATES,
    *SHARING,
    *CHAIN,
    *LANGUAGE,
)

FAMILIES = {
    "YA": "The text file",
    "CF": "The shape of the case file",
    "PE": "People and their dates",
    "MA": "The map",
    "DS": "Danger statements",
    "SG": "Safety goals",
    "SC": "Scales",
    "VO": "Voices",
    "NX": "Next steps",
    "NW": "The network and the safety plan",
    "OU": "The outcome",
    "DT": "Dates and deadlines",
    "SH": "Sharing",
    "CH": "From meeting to meeting",
    "LA": "Language",
    "AN": "Answers",
}


def all_checks() -> dict[str, Check]:
    """Give every check by its code: those the reader tells of by itself, then those of practice."""
    from sostool.checks.answers import ANSWERS  # noqa: PLC0415 - long texts that only explaining needs
    from sostool.checks.shape.rules import SHAPE  # noqa: PLC0415
    from sostool.checks.text_file.rules import TEXT_FILE  # noqa: PLC0415

    return {check.code: check for check in sorted((*TEXT_FILE, *SHAPE, *PRACTICE, *ANSWERS), key=_by_family)}


def _by_family(check: Check) -> tuple[int, str]:
    return list(FAMILIES).index(check.code[:2]), check.code


def rule_of(code: str) -> Rule:
    """Give a check as it is explained.

    Raises:
        KeyError: there is no such code.
    """
    practice = {check.code: check for check in PRACTICE}
    return (practice.get(code) or all_checks()[code]).rule()
