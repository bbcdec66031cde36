"""Deadlines: what has to happen by when, as an authority's profile says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

if TYPE_CHECKING:
    from sostool.yamlfile.reading import Reading

# Days that a deadline can be counted from, and days on which what it asks for can happen. How each is found in a case
# file stands in sostool/dates/days.py.
TRIGGERS = (
    "referral",
    "strategy-discussion",
    "conference",
    "plan-started",
    "last-review",
    "birth",
    "due-date",
    "transfer-notified",
    "transfer-written-notice",
    "transfer-information",
    "transfer-accepted",
)
EVENTS = (
    "assessment-finished",
    "conference",
    "core-group",
    "first-review",
    "next-review",
    "invitations-sent",
    "report-to-chair",
    "report-shared",
    "agency-report",
    "child-seen",
    "decision-letter-shared",
    "minutes-shared",
)
UNITS = ("working-days", "days", "weeks", "months", "gestation-week")
DIRECTIONS = ("after", "before")
SEVERITIES = ("query", "error", "advice", "off")
# More than a year of days is no deadline of this kind.
_MOST = 366
_LAST_WEEK = 42
# As case files name them; a test holds that they are the same.
KINDS = (
    "mapping",
    "early-help",
    "strategy",
    "initial-conference",
    "review-conference",
    "pre-birth-conference",
    "transfer-conference",
    "core-group",
    "family-network",
)


class End(NamedTuple):
    """One way to count: from which day, how many, of what."""

    trigger: str
    limit: int
    unit: str


class Deadline(NamedTuple):
    """A deadline as it is in force, with everything filled in from the profiles below.

    `ends` are the ways to count; the sooner one holds. The first is the main one: without its day nothing is counted.
    `severity` is off for one that is not asked.
    """

    id: str
    title: str
    event: str
    ends: tuple[End, ...]
    direction: str = "after"
    clear: bool = False
    kinds: tuple[str, ...] = ()
    severity: str = "query"
    source: str = ""

    @property
    def trigger(self) -> str:
        """The day it is counted from, by its word."""
        return self.ends[0].trigger

    @property
    def limit(self) -> int:
        """How many of its unit."""
        return self.ends[0].limit

    @property
    def unit(self) -> str:
        """What is counted."""
        return self.ends[0].unit


class OtherEnd(Part):
    """Another way to count a deadline; the sooner one holds."""

    trigger = key.choice("From which day it is counted.", *TRIGGERS, example="birth", required=True)
    limit = key.whole("How many.", 1, _MOST, 10, required=True)
    unit = key.choice("Of what.", *UNITS, required=True)


class DeclaredDeadline(Part):
    """A deadline: what has to happen by when. One of a profile below is changed by naming its id."""

    id = key.matching(
        "[a-z][a-z0-9-]{0,39}",
        "the name of a deadline",
        "Write it in small letters, with hyphens: first-review.",
        "Its name: `delays` in a case file and other profiles call it by this.",
        "first-core-group",
        required=True,
    )
    title = key.text("What has to happen, in plain words.", "The first core group meets.")
    trigger = key.choice("From which day it is counted.", *TRIGGERS, example="plan-started")
    event = key.choice("What has to happen, as a day of the case file.", *EVENTS, example="core-group")
    limit = key.whole("How many; for gestation-week the number of the week.", 1, _MOST, 10)
    unit = key.choice("Of what. The day counted from is not counted.", *UNITS)
    direction = key.choice("Whether it lies after the day it is counted from, or before it.", *DIRECTIONS)
    clear = key.yes_no(
        "true: so many whole days lie between, so it is one day more. The conference is never counted.", example=False
    )
    min_of = key.parts(
        OtherEnd,
        "Other ways to count, of which the sooner one holds.",
        [{"trigger": "birth", "limit": 10, "unit": "working-days"}],
    )
    kinds = key.choices(
        "At which kinds of meeting it is asked; none said: at all of them.", *KINDS, example=["initial-conference"]
    )
    severity = key.choice("How much it weighs when it is missed; off: it is not asked.", *SEVERITIES)
    source = key.text("Who says so, and where.", "Working Together to Safeguard Children, 2023.")


_NEEDED = ("title", "trigger", "event", "limit", "unit", "source")
_SIMPLE = ("title", "event", "direction", "clear", "kinds", "severity", "source")


def laid_over_deadlines(base: dict[str, Deadline], declared: Iterable[DeclaredDeadline]) -> dict[str, Deadline]:
    """Lay the deadlines that a profile file declares over those of the profile it is built on, by their ids."""
    deadlines = dict(base)
    for one in declared:
        before = deadlines.get(one.id) or Deadline(one.id, "", "", (End("", 0, ""),))
        said = {name: getattr(one, name) for name in _SIMPLE if one.has(name)}
        main = before.ends[0]._replace(**{name: getattr(one, name) for name in End._fields if one.has(name)})
        others = tuple(End(*(getattr(end, name) for name in End._fields)) for end in one.min_of)
        deadlines[one.id] = before._replace(ends=(main, *(others if one.has("min_of") else before.ends[1:])), **said)
    return deadlines


def report_mistakes(base: dict[str, Deadline], declared: Iterable[DeclaredDeadline], reading: Reading) -> None:
    """Report deadlines of a profile file that say too little to be counted, or what cannot be.

    Args:
        base: the deadlines of the profile it is built on: what they say need not be said again.
        declared: the deadlines of the file.
        reading: takes the findings, each with its place.
    """
    seen: set[str] = set()
    for one in declared:
        if one.id in seen:
            reading.report("CF113", one.at("id"), "This deadline stands here twice.", mend="Put both into one.")
            continue
        seen.add(one.id)
        if one.severity == "off":
            continue
        missing = [name for name in _NEEDED if one.id not in base and not one.has(name)]
        if missing:
            keys = ", ".join(f"`{name}`" for name in missing)
            reading.report(
                "CF113",
                one.path,
                f"This deadline does not say {keys}, and no profile it is built on has a deadline of this name.",
                mend="Say it here, or look at the name: only what is changed needs to be said of one that there is.",
            )
            continue
        reckoned = laid_over_deadlines(base, (one,))[one.id]
        for index, end in enumerate(reckoned.ends):
            path = one.path if index == 0 else one.at("min_of", index - 1)
            if (end.unit == "gestation-week") != (end.trigger == "due-date"):
                reading.report(
                    "CF113",
                    path,
                    "Weeks of a pregnancy are counted from the due date, and from it nothing else is.",
                    mend="Write trigger: due-date with unit: gestation-week.",
                )
            elif end.unit == "gestation-week" and end.limit > _LAST_WEEK:
                reading.report("CF113", path, "No pregnancy has so many weeks.", mend="Write a week up to 42.")
            elif end.trigger == reckoned.event:
                reading.report(
                    "CF113",
                    path,
                    "This deadline is counted from the very thing that has to happen.",
                    mend="Write another `trigger` or another `event`.",
                )
