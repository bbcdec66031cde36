"""What is held back from practitioners tells nothing in a page or a calendar: not even that it is there."""

from __future__ import annotations

import datetime as dt
import itertools
from copy import deepcopy
from typing import Any

import pytest
from builders import Data, family, put, read

from sostool.case.model import Case
from sostool.profile import Profile
from sostool.profile.deadlines import Deadline, End
from sostool.timeline.calendar import calendar
from sostool.timeline.held_back import for_practitioners
from sostool.timeline.timeline import Timeline, timeline_of

SHARED = Deadline("shared", "Each has it.", "report-shared", (End("conference", 3, "days"),), "before")
REPORTS = Deadline("reports", "Each report has come.", "agency-report", (End("conference", 2, "days"),), "before")
SEEN = Deadline("seen", "Each child is seen.", "child-seen", (End("strategy-discussion", 1, "working-days"),))
GROUP = Deadline("group", "The core group meets.", "core-group", (End("conference", 10, "working-days"),))
OURS = Profile("ours", deadlines={one.id: one for one in (SHARED, REPORTS, SEEN, GROUP)})
MARKS: list[Data] = [
    {"from": "everyone"},
    {"from": ["priya"]},
    {"from": ["cole", "lisa"]},
    {"all_but": ["priya", "ann"]},
]
# Where an item with days can stand, and one that is held back there.
ITEMS: dict[str, Data] = {
    "shared": {"document": "report", "with": "lisa", "date": "2026-03-01"},
    "agency_reports": {"from": "Kestrel Surgery", "received": "2026-03-02"},
    "people.mia.seen": {"date": "2026-02-26", "who": "priya"},
    "core_groups": {"date": "2026-03-20", "attended": ["lisa"]},
}


def base() -> Data:
    data = put(family(), "meeting.strategy_discussion", "2026-02-25")
    put(data, "outcome", {"decisions": [{"child": "mia", "decision": "plan-starts"}]})
    put(data, "shared", [{"document": "report", "with": "dean", "date": "2026-03-16"}])
    put(data, "agency_reports", [{"from": "cole", "received": "2026-03-16"}, {"from": "Heron School"}])
    put(data, "people.mia.seen", [{"date": "2026-03-05", "who": "priya"}])
    return put(data, "core_groups", [{"date": "2026-04-20", "attended": ["lisa"]}])


def case_of(data: Data) -> Case:
    found = read(data).case
    assert found is not None
    return found


def told(data: Data) -> Timeline:
    return timeline_of("case.yaml", for_practitioners(case_of(data), OURS), OURS, dt.date(2026, 5, 1))


def shown(found: Timeline) -> list[tuple[Any, ...]]:
    """Give all that a page or a calendar may show; the places in the file are not among it."""
    return [
        (one.code, one.title, one.status, *(getattr(one.entry, name) for name in ("due", "happened", "planned", "why")))
        for one in found.standings
    ]


def with_item(path: str, item: Data) -> Data:
    data = base()
    *steps, last = path.split(".")
    here: Any = data
    for step in steps:
        here = here[step]
    here[last].insert(0, item)
    return data


@pytest.mark.parametrize(("path", "mark"), list(itertools.product(ITEMS, MARKS)))
def test_what_is_held_back_counts_as_if_it_were_not_there(path: str, mark: Data) -> None:
    held = deepcopy(ITEMS[path]) | {"withhold": mark}
    assert shown(told(with_item(path, held))) == shown(told(base()))
    assert calendar([told(with_item(path, held))]) == calendar([told(base())])


@pytest.mark.parametrize("path", ITEMS)
def test_what_is_held_back_from_the_family_alone_counts(path: str) -> None:
    held = deepcopy(ITEMS[path]) | {"withhold": {"from": ["dean"]}}
    assert shown(told(with_item(path, held))) == shown(told(with_item(path, ITEMS[path])))
    assert shown(told(with_item(path, held))) != shown(told(base()))


def test_a_held_back_outcome_starts_no_plan() -> None:
    data = put(base(), "outcome.withhold", {"from": "everyone"})
    assert not [one for one in told(data).standings if one.entry.deadline.id == "group"]
    assert [one for one in told(base()).standings if one.entry.deadline.id == "group"]


@pytest.mark.parametrize("where", ["outcome", "outcome.decisions.0"])
def test_a_held_back_outcome_ends_no_plan(where: str) -> None:
    def overdue(decision: str, mark: Data | None) -> list[str]:
        data = put(family(), "meeting", {"kind": "review-conference", "date": "2026-04-21"})
        put(data, "meeting.last_conference", "2026-03-17")
        put(data, "meeting.plan_started", "2026-03-17")
        put(data, "outcome", {"decisions": [{"child": child, "decision": decision} for child in ("mia", "noah")]})
        if mark:
            (data["outcome"] if where == "outcome" else data["outcome"]["decisions"][0])["withhold"] = mark
        deadline = GROUP._replace(ends=(End("plan-started", 10, "working-days"),))
        ours = Profile("ours", deadlines={"group": deadline})
        found = timeline_of("case.yaml", for_practitioners(case_of(data), ours), ours, dt.date(2026, 5, 1))
        return [one.entry.deadline.id for one in found.standings if one.status == "overdue"]

    assert overdue("plan-continues", None) == ["group"]
    assert overdue("plan-ends", None) == []
    assert overdue("plan-ends", {"from": "everyone"}) == ["group"]


def test_a_held_back_meeting_stays() -> None:
    data = put(base(), "meeting.withhold", {"from": "everyone"})
    assert told(data).date == dt.date(2026, 3, 17)


def test_without_a_practitioner_in_the_file_what_is_held_back_from_everyone_is_left_out() -> None:
    data = with_item("shared", ITEMS["shared"] | {"withhold": {"from": "everyone"}})
    without = {
        "reference": data["reference"], "sostool": 1, "meeting": {"kind": "initial-conference", "date": "2026-03-17"},
        "people": {"lisa": {"name": "Lisa", "role": "parent"}}, "shared": [data["shared"][0]],
    }  # fmt: skip
    case = case_of(without)
    assert len(case.shared) == 1
    assert for_practitioners(case, OURS).shared == ()


def test_the_case_itself_is_left_as_it_is() -> None:
    case = case_of(with_item("shared", ITEMS["shared"] | {"withhold": {"from": "everyone"}}))
    opened = for_practitioners(case, OURS)
    assert (len(case.shared), len(opened.shared)) == (2, 1)
    assert list(opened.people) == list(case.people)
