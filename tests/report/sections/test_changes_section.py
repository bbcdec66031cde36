"""“What has changed since last time”, as its readers get it."""

from __future__ import annotations

import copy
from typing import get_args

import pytest
from builders import Data, profile, put, read, reader
from builders import family as made_up
from examples.example_families import family
from support.reference import Reference

from sostool.case.read import read_case
from sostool.findings.finding import Finding
from sostool.report.blocks import Document, Group, Items, Note, Paragraphs, Section, Table
from sostool.report.making.kinds import CHANGES, KINDS, tells_what_has_changed
from sostool.report.making.maker import Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.report.sections.changes import GROUPS
from sostool.share.readers import find_reader
from sostool.share.view_changes import Kind

WHAT = "Lisa and Sam ring the housing office on Monday"


def review(name: str, kind: str = "changes", language: str = "") -> str:
    """Make a document of the review that the examples have, in Markdown."""
    earlier, later = family("mia-and-noah"), family("mia-and-noah-review")
    maker = Maker(later.read, Workshop(later.profile, language=language), earlier=earlier.read)
    who = find_reader(later.case, later.profile, name)
    return maker.make({**KINDS, "changes": CHANGES}[kind], who, ("md",))[0].data.decode()


def document(earlier: Data, later: Data, kind: str = "changes", name: str = "chair") -> Document:
    maker = Maker(read(later), Workshop(profile()), earlier=read(earlier))
    return maker.document({**KINDS, "changes": CHANGES}[kind], reader(later, name))


def section(found: Document) -> Section:
    (one,) = (section for section in found.sections if section.anchor == "changes")
    return one


def headings(found: Document) -> list[str]:
    groups = (block for block in section(found).blocks if isinstance(block, Group))
    return ["".join(run.text for run in group.heading) for group in groups]


def two_files() -> tuple[Data, Data]:
    earlier = made_up()
    later = copy.deepcopy(earlier)
    later["meeting"] |= {"kind": "review-conference", "date": "2026-06-09"}
    return earlier, later


@pytest.mark.parametrize("name", ["lisa", "dean", "jo", "room", "practitioners", "chair"])
def test_a_page_of_changes_for_each_kind_of_reader(name: str, reference: Reference) -> None:
    reference(f"changes-{name}.md", review(name))


@pytest.mark.parametrize("language", ["cy", "pl", "ar"])
def test_it_is_written_in_each_language(language: str, reference: Reference) -> None:
    reference(f"changes-lisa-{language}.md", review("lisa", language=language))


def test_every_kind_of_change_is_told_under_one_heading() -> None:
    told = [kind for _, kinds in GROUPS for kind in kinds]
    assert sorted(told) == sorted(get_args(Kind))


def test_report_and_minutes_of_a_review_tell_it_early_and_no_other_document_does() -> None:
    assert [name for name, kind in KINDS.items() if tells_what_has_changed(kind)] == ["report", "minutes"]
    for kind in ("report", "minutes"):
        titles = [line for line in review("lisa", kind).splitlines() if line.startswith("## ")]
        assert titles[titles.index("## What has changed since last time") - 1] == "## Why we meet"
    assert "What has changed" not in review("lisa", "decision-letter")


def test_without_an_earlier_file_it_is_not_there() -> None:
    later = family("mia-and-noah-review")
    who = find_reader(later.case, later.profile, "lisa")
    made = Maker(later.read, Workshop(later.profile)).document(KINDS["report"], who)
    assert [section for section in made.sections if section.anchor == "changes"] == []


def test_an_earlier_file_with_errors_is_refused() -> None:
    earlier = read(made_up())
    broken = earlier._replace(findings=[*earlier.findings, *_one_error()])
    with pytest.raises(Refused):
        Maker(read(made_up()), Workshop(profile()), earlier=broken)


def _one_error() -> list[Finding]:
    return read_case(b"sostool: 1\n", "case.yaml").findings[:1]


def test_where_nothing_has_changed_it_says_so() -> None:
    earlier, later = two_files()
    (lead, nothing) = section(document(earlier, later)).blocks
    assert isinstance(lead, Paragraphs)
    assert lead.text == "Last time: Initial child protection conference, 17 March 2026."
    assert isinstance(nothing, Paragraphs)
    assert nothing.text == "Nothing has changed."


def test_a_report_leaves_out_what_it_says_in_full_below() -> None:
    earlier, later = two_files()
    put(later, "map.needs_to_happen.next_steps", [{"what": WHAT}])
    put(later, "map.working_well.strengths", [{"what": "Dean reads to Mia."}])
    assert headings(document(earlier, later)) == ["New: what people do well", "New steps"]
    assert headings(document(earlier, later, "report")) == ["New: what people do well"]
    later["map"].pop("working_well")
    # A report that has nothing else to tell does not say that nothing has changed.
    assert headings(document(earlier, later, "report")) == ["New steps"]


def test_a_report_gives_the_words_of_last_time_where_a_danger_statement_is_in_other_words() -> None:
    earlier, later = two_files()
    later["dangers"][0]["statement"] = "Priya is worried about paydays."
    found = document(earlier, later, "report")
    assert headings(found) == ["What the danger statement said before"]
    assert _texts(found) == ["Priya is worried."]
    assert headings(document(earlier, later)) == ["Danger statement in other words"]
    assert _texts(document(earlier, later)) == ["Priya is worried about paydays."]


def _texts(found: Document) -> list[str]:
    return [
        item.text
        for group in section(found).blocks
        if isinstance(group, Group)
        for block in group.blocks
        if isinstance(block, Items)
        for item in block.items
    ]


@pytest.mark.parametrize(
    ("was", "due", "facts"),
    [
        ("2026-04-30", "2026-04-30", [("Was to be done by", "30 April 2026")]),
        ("2026-04-30", "2026-06-26", [("Was to be done by", "30 April 2026"), ("By when", "26 June 2026")]),
        ("2026-06-26", "2026-06-26", [("By when", "26 June 2026")]),
        (None, "2026-06-26", [("By when", "26 June 2026")]),
        ("2026-04-30", None, [("Was to be done by", "30 April 2026")]),
        (None, "2026-05-01", [("Was to be done by", "1 May 2026")]),
        (None, None, []),
    ],
)
def test_a_step_not_done_says_by_when_it_was_to_be_done(
    was: str | None, due: str | None, facts: list[tuple[str, str]]
) -> None:
    earlier, later = two_files()
    for case, day in ((earlier, was), (later, due)):
        put(case, "map.needs_to_happen.next_steps", [{"what": WHAT} | ({"due": day} if day else {})])
    assert _facts(document(earlier, later)) == facts


LOOKS: Data = {"who": ["jo"], "how": "Jo rings Lisa at eight."}


@pytest.mark.parametrize(
    ("then", "now", "facts"),
    [
        ({"check": LOOKS}, {}, [("Who looks (before)", "Aunt Jo: Jo rings Lisa at eight.")]),
        ({}, {"check": LOOKS}, [("Who looks", "Aunt Jo: Jo rings Lisa at eight.")]),
        (
            {"who": ["dean"], "if_not": "Ring Priya."},
            {"who": ["dean", "ray"], "when": "Sundays", "if_not": "Ring Priya."},
            [
                ("Who", "Dean and Grandad Ray"),
                ("Used when", "Sundays"),
                ("If it does not work", "Ring Priya."),
                ("Who (before)", "Dean"),
            ],
        ),
    ],
)
def test_a_rule_that_has_changed_says_what_was_otherwise(then: Data, now: Data, facts: list[tuple[str, str]]) -> None:
    earlier, later = two_files()
    for case, more in ((earlier, then), (later, now)):
        put(case, "safety_plan.rules", [{"what": WHAT} | more])
    found = document(earlier, later)
    assert headings(found) == ["Changed in the plan"]
    assert _facts(found) == facts


def _facts(found: Document) -> list[tuple[str, str]]:
    (group,) = (block for block in section(found).blocks if isinstance(block, Group))
    (items,) = group.blocks
    assert isinstance(items, Items)
    return [(fact.label, "".join(run.text for run in fact.value)) for fact in items.items[0].facts]


def test_with_several_danger_statements_each_scale_has_its_number() -> None:
    earlier, later = two_files()
    for case, day in ((earlier, "2026-03-10"), (later, "2026-06-01")):
        case["dangers"].append({"id": "hungry", "statement": "Mia comes to school hungry.", "children": ["mia"]})
        for danger in case["dangers"]:
            danger["scale"] = {"ten": "a", "ratings": [{"who": "lisa", "date": day, "score": 4}]}
        put(case, "scale", {"ten": "a", "ratings": [{"who": "dean", "date": day, "score": 5}]})
    tables = [
        block
        for group in section(document(earlier, later)).blocks
        if isinstance(group, Group)
        for block in group.blocks
        if isinstance(block, Table)
    ]
    captions = ["".join(run.text for run in table.caption) for table in tables]
    assert captions == ["Safety scale 1", "Safety scale 2", "How safe is it, all in all?"]
    # By its number alone nobody knows a scale; in a report the statements stand further down.
    told = [_statements(document(earlier, later, kind)) for kind in ("changes", "report")]
    assert told == [["Priya is worried.", "Mia comes to school hungry."], []]


def _statements(found: Document) -> list[str]:
    groups = (group for group in section(found).blocks if isinstance(group, Group))
    return [block.text for group in groups for block in group.blocks if isinstance(block, Paragraphs)]


def test_practitioners_read_in_front_of_whom_it_must_not_be_said() -> None:
    earlier, later = two_files()
    put(earlier, "map.working_well.strengths", [{"what": WHAT, "withhold": {"from": ["dean"]}}])
    found = document(earlier, later, name="practitioners")
    marks = [
        "".join(run.text for run in line)
        for group in section(found).blocks
        if isinstance(group, Group)
        for block in group.blocks
        if isinstance(block, Items)
        for item in block.items
        for line in item.marks
    ]
    assert marks == ["Not in front of Dean"]
    assert not any(isinstance(block, Note) for block in section(found).blocks)
