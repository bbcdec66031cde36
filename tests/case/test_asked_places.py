"""Finding what somebody asks for in a case file: by a path as messages show it, or by a line."""

from __future__ import annotations

import pytest

from sostool.case.asked_places import asked_by_line, asked_by_path, steps_of
from sostool.case.read import read_case
from sostool.findings.finding import Path
from sostool.share.bars import every_part

FILE = """\
sostool: 1
reference: EX-1
meeting: {kind: mapping, date: 2026-03-17}
people:
  mia: {name: Mia, role: child}
  lisa:
    name: Lisa
    role: parent
    contact: {phone: "1"}

map:
  working_well:
    strengths:
      - She sings.
      - what: She reads.
        children: [mia]
dangers:
  - id: hurting
    statement: >
      Priya is
      worried.
    goal:
      statement: Calm.
    worried: [mia]
  - statement: Another.
"""
READ = read_case(FILE.encode(), "case.yaml")
assert READ.case is not None
PATHS: list[Path] = [part.path for part in every_part(READ.case) if part.path]
LISA, HURTING = ("people", "lisa"), ("dangers", 0)


def asked(typed: str) -> list[Path]:
    return asked_by_path(typed, PATHS, READ.source)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dangers.hurting.goal", [("dangers", 0, "goal")]),
        ("dangers[0].goal", [("dangers", 0, "goal")]),
        ("dangers.hurting", [HURTING, ("dangers", 0, "goal")]),
        ("dangers", [HURTING, ("dangers", 0, "goal"), ("dangers", 1)]),
        ("people.lisa", [LISA, (*LISA, "contact")]),
        ("people[1]", [LISA, (*LISA, "contact")]),
        ("people[1].contact", [(*LISA, "contact")]),
        (" people.lisa.contact ", [(*LISA, "contact")]),
        ("people.lisa.name", [LISA]),
        ("dangers.hurting.worried[0]", [HURTING]),
        ("dangers[0].goal.statement", [("dangers", 0, "goal")]),
        ("map.working_well.strengths[1]", [("map", "working_well", "strengths", 1)]),
    ],
)
def test_a_path_means_what_stands_at_it_and_under_it_else_what_it_stands_in(typed: str, found: list[Path]) -> None:
    assert asked(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ".",
        "dangers.hurt",
        "danger",
        "dangers[7]",
        "people.lisa.nme",
        "people.dean",
        "people.lisa.name.first",
        "people.lisa.name[1]",
        "dangers.hurting.worried[1]",
        "dangers.",
        "..",
        "[",
        "dangers[0",
        "dangers[x]",
        "dangers[99999999999999]",
        "\x1b[31m",
        "💥" * 500,
    ],
)
def test_what_is_no_path_of_the_file_means_nothing(typed: str) -> None:
    assert asked(typed) == []


def test_a_path_is_read_step_by_step() -> None:
    assert steps_of("people[2].contact") == ("people", 2, "contact")
    assert steps_of("a b-c[0][1]") == ("a b-c", 0, 1)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (3, ("meeting",)),
        (5, ("people", "mia")),
        (6, LISA),
        (7, LISA),
        (9, (*LISA, "contact")),
        (10, (*LISA, "contact")),
        (11, ("map",)),
        (12, ("map", "working_well")),
        (14, ("map", "working_well", "strengths", 0)),
        (16, ("map", "working_well", "strengths", 1)),
        (18, HURTING),
        (20, HURTING),
        (21, HURTING),
        (22, ("dangers", 0, "goal")),
        (23, ("dangers", 0, "goal")),
        (24, HURTING),
        (25, ("dangers", 1)),
    ],
)
def test_a_line_belongs_to_the_item_that_it_is_a_line_of(line: int, found: Path) -> None:
    assert asked_by_line(line, PATHS, READ.source) == found


def test_a_line_before_all_items_belongs_to_none() -> None:
    assert asked_by_line(1, PATHS, READ.source) is None
