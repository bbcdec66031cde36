"""The chair's page of who sees what: its tables, its reasons, and what it says in words and signs."""

from __future__ import annotations

import pytest
from builders import Data, family, profile, put, read

from sostool.findings.finding import path_text
from sostool.report.blocks import Line, Note, Section, Table, own
from sostool.report.making.workshop import Workshop
from sostool.report.sections.who_sees import Naming, Reasons, one_reader_sections, who_sees_sections
from sostool.report.words.labels import Labels
from sostool.share.readers import find_reader
from sostool.share.reasons import Reason
from sostool.share.who_sees import WhoSees, who_sees

NAMING = Naming(own, lambda reader: own(reader.name), path_text, lambda row: row.says)


def words(language: str = "en") -> Labels:
    return Workshop(profile()).words(language)


def table_of(data: Data, *names: str) -> WhoSees:
    case = read(data).case
    assert case is not None
    found = [find_reader(case, profile(), name) for name in names]
    return who_sees(case, profile(), [reader for reader in found if reader is not None])


def plain(line: Line) -> str:
    return "".join(run.text for run in line)


def rows_of(section: Section, number: int = 0) -> list[list[str]]:
    table = section.blocks[number]
    assert isinstance(table, Table)
    return [list(table.columns), *([plain(cell) for cell in row] for row in table.rows)]


def case_with_a_strength() -> Data:
    data = family(feared=True)
    return put(data, "map.working_well.strengths", [{"what": "She sings.", "said_by": ["lisa"]}])


def test_there_is_a_line_for_each_item_a_column_for_each_reader_and_a_number_for_each_reason() -> None:
    table = table_of(case_with_a_strength(), "lisa", "sal", "dean")
    only = table.only([("map", "working_well", "strengths", 0)])
    how, readers, entries, reasons = who_sees_sections(words(), NAMING, only)
    assert [type(block) for block in how.blocks[1:]] == [Note]
    assert rows_of(readers) == [["Column", "Who"], ["p3", "lisa and sal"], ["p4", "dean"]]
    assert rows_of(entries) == [
        ["Entry", "p3", "p4"],
        ["▲ She sings. · map.working_well.strengths[0]", "yes", "no (1)"],
    ]
    assert rows_of(reasons) == [
        ["Number", "Reason"],
        ["1", "Words, a number or help of lisa, which must not reach dean."],
    ]


def test_a_reason_has_one_number_however_often_it_is_told() -> None:
    *_, entries, reasons = who_sees_sections(words(), NAMING, table_of(case_with_a_strength(), "mia", "noah", "kim"))
    told = {number for row in rows_of(entries)[1:] for cell in row[1:] for number in cell.partition("(")[2].split()}
    texts = [row[1] for row in rows_of(reasons)[1:]]
    assert len(texts) == len(set(texts))
    assert {number.strip(")") for number in told} == {row[0] for row in rows_of(reasons)[1:]}


def test_more_readers_than_fit_on_a_sheet_are_shared_out_evenly() -> None:
    data = case_with_a_strength()
    for number in range(17):
        data["people"][f"friend-{number}"] = {"name": f"Friend {number}", "role": "network", "will": f"Help {number}."}
    names = [f"friend-{number}" for number in range(17)]
    *_, entries, _ = who_sees_sections(words(), NAMING, table_of(data, *names))
    assert [len(rows_of(entries, number)[0]) - 1 for number in range(len(entries.blocks))] == [6, 6, 5]


def test_of_one_reader_the_reasons_stand_beside_the_items() -> None:
    table = table_of(case_with_a_strength(), "dean").only([("map", "working_well", "strengths", 0), ("dangers", 0)])
    _, entries = one_reader_sections(words(), NAMING, table)
    assert rows_of(entries) == [
        ["Entry", "Gets it", "Reason"],
        ["Priya is worried. · dangers[0]", "yes", ""],
        [
            "▲ She sings. · map.working_well.strengths[0]",
            "no",
            "Words, a number or help of lisa, which must not reach dean.",
        ],
    ]


def test_what_stops_a_document_is_said_before_all() -> None:
    data = put(case_with_a_strength(), "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    put(data, "dangers.0.statement", "Priya is worried about Fern Court.")
    how, *_ = who_sees_sections(words(), NAMING, table_of(data, "dean"))
    last = how.blocks[-1]
    assert isinstance(last, Note)
    assert last.tone == "careful"


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        (Reason("withheld", ("everyone",)), "Held back from everyone but the chair. Nobody has agreed this yet."),
        (Reason("withheld", ("dean", "ray"), by="ann"), "Held back from dean and ray. Agreed by ann."),
        (
            Reason("only-for", ("lisa",), by="ann", place=("dangers", 0)),
            "Only for lisa. Agreed by ann. It goes with dangers[0].",
        ),
        (Reason("cleared", ("room",), by="ann"), "Let through for everyone in the room by ann."),
        (Reason("shared", ("lisa",)), "It may be shared with lisa."),
        (Reason("sensitive", ("lisa",)), "An adult's own matter, in the family only for lisa."),
        (
            Reason("rule", row="map", column="network", rule="What `x` said."),
            "What the table gives (row “map”, network): What x said.",
        ),
        (Reason("rule", row="map", column="network"), "The table does not give it: row “map”, network."),
        (Reason("nothing"), "This person gets no copy."),
    ],
)
def test_each_reason_is_said_in_plain_words(reason: Reason, line: str) -> None:
    assert plain(Reasons(words(), NAMING).line(reason)) == line


@pytest.mark.parametrize("language", ["cy", "pl", "ar"])
def test_in_another_language_row_and_column_are_named_and_no_english_rule_is_told(language: str) -> None:
    line = plain(
        Reasons(words(language), NAMING).line(Reason("rule", row="map", column="network", rule="What X said."))
    )
    assert "map" in line
    assert "What X said." not in line
