"""How far copies have come: what lies about, whether it is still what would be made, and what is left to do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from builders import Data, family, profile, put, read

from sostool.release.copies import undrawn_copy
from sostool.release.judging import Judged, Standing
from sostool.release.overview import Folder, Overview, Row
from sostool.release.record import Approval, Record
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker
from sostool.report.making.workshop import Workshop
from sostool.share.readers import everyone, find_reader

DAY = dt.date(2026, 3, 16)
NAME = "EX-0900-report-p3-2026-03-17"  # Lisa is the third in the file


class Table:
    """A case, a folder, and a record that grows."""

    def __init__(self, folder: Path, data: Data | None = None) -> None:
        self.folder, self.approvals = folder, list[Approval]()
        self.change(data or family())

    def change(self, data: Data) -> None:
        self.data, self.read, self.workshop = data, read(data), Workshop(profile())
        self.makers = (
            Maker(self.read, self.workshop),
            Maker(self.read, self.workshop, final=lambda _reader, _document: ""),
            Maker(self.read, self.workshop, unfinished=True),
        )

    def make(self, which: int, kind: str = "report", who: str = "lisa", into: str = "") -> None:
        (self.folder / into).mkdir(exist_ok=True)
        assert self.read.case is not None
        for made in self.makers[which].make(KINDS[kind], find_reader(self.read.case, profile(), who), ("html", "md")):
            (self.folder / into / made.file_name).write_bytes(made.data)

    def approve(self, kind: str = "report", who: str = "lisa", **changes: Any) -> None:
        assert self.read.case is not None
        reader = find_reader(self.read.case, profile(), who)
        assert reader is not None
        copy = undrawn_copy(self.makers[0], self.workshop.templates, KINDS[kind], reader)
        self.approvals.append(Approval(kind, who, "en", "ann", DAY, copy.content)._replace(**changes))

    @property
    def overview(self) -> Overview:
        return Overview(self.read, self.workshop, Record("EX-0900", tuple(self.approvals)))

    @property
    def folders(self) -> list[Folder]:
        return [Folder(self.folder, is_pack=False), Folder(self.folder, is_pack=True)]

    def rows(self) -> list[Row]:
        assert self.read.case is not None
        return list(self.overview.rows(everyone(self.read.case, profile()), self.folders))

    def row(self, kind: str = "report", who: str = "lisa") -> Row:
        [row] = [row for row in self.rows() if (row.kind.name, row.reader.name) == (kind, who)]
        return row

    def said(self) -> tuple[list[str], str, list[str]]:
        row = self.row()
        return (
            sorted({paper.state for paper in row.papers}),
            row.judged.standing.value,
            [one.value for one in row.to_do],
        )


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


DRAFT, FINAL, UNFINISHED = 0, 1, 2


def test_the_way_of_a_copy_from_nothing_to_shared(table: Table) -> None:
    assert table.said() == ([], "never", [])
    assert not table.row().has_begun
    table.make(DRAFT)
    assert table.said() == (["draft"], "never", ["approve"])
    table.approve()
    assert table.said() == (["draft"], "approved", ["make-final"])
    table.make(FINAL)
    assert table.said() == (["final"], "approved", ["share"])
    table.change(put(table.data, "shared", [{"document": "report", "with": "lisa", "date": "2026-03-16"}]))
    # Her own line of the log stands in her report. That it was shared is no reason to read it again.
    assert table.said() == (["final"], "approved", [])
    table.change(put(table.data, "people.lisa.relation", "Mam"))
    assert table.said() == (["stale"], "changed", ["make-again", "approve-again"])


def test_a_line_of_the_log_from_before_the_approval_is_part_of_what_was_read(table: Table) -> None:
    table.approve()
    table.make(FINAL)
    table.change(put(table.data, "shared", [{"document": "report", "with": "lisa", "date": "2026-03-15"}]))
    assert table.said() == (["stale"], "changed", ["make-again", "approve-again"])


@pytest.mark.parametrize("who", ["lisa", "practitioners", "chair"])
def test_what_else_was_shared_since_does_not_void_a_copy(table: Table, who: str) -> None:
    table.approve(who=who)
    table.make(FINAL, who=who)
    lines = [{"document": kind, "with": "lisa", "date": "2026-03-17"} for kind in ("summary", "safety-plan")]
    table.change(put(table.data, "shared", lines))
    assert table.row(who=who).judged.standing.value == "approved"
    assert {paper.state for paper in table.row(who=who).papers} == {"final"}


@pytest.mark.parametrize("made", [(), (DRAFT,), (UNFINISHED,)])
def test_what_was_logged_voids_a_copy_of_which_no_final_one_lies_there(table: Table, made: tuple[int, ...]) -> None:
    table.approve()
    for which in made:
        table.make(which)
    table.change(put(table.data, "shared", [{"document": "report", "with": "lisa", "date": "2026-03-16"}]))
    again = ["make-again", "approve-again"] if made else ["approve-again"]
    assert table.said() == (["stale"] if made else [], "changed", again)
    table.approve()
    assert table.said()[1:] == ("approved", ["make-again", "make-final"] if made else ["make-final"])


def test_a_copy_that_was_read_with_somebody_is_logged_before_it_is_approved(tmp_path: Path) -> None:
    table = Table(tmp_path, put(family(), "shared", [{"document": "report", "with": "lisa", "date": "2026-03-16"}]))
    table.approve()
    table.make(FINAL)
    assert table.said() == (["final"], "approved", [])
    assert not table.row().is_out_of_date


def test_a_copy_that_is_not_shared_for_a_reason(tmp_path: Path) -> None:
    table = Table(tmp_path, put(family(), "shared", [{"document": "report", "with": "lisa", "not_shared": "Away."}]))
    table.approve()
    table.make(FINAL)
    assert table.said() == (["final"], "approved", [])


def test_practitioners_and_the_room_are_not_logged(table: Table) -> None:
    for who in ("room", "practitioners", "cole", "chair"):
        table.approve(who=who)
        table.make(FINAL, who=who)
        assert table.row(who=who).to_do == ()


def test_any_change_in_a_copy_makes_it_stale_and_voids_it(table: Table) -> None:
    table.make(FINAL)
    table.approve()
    table.change(put(table.data, "people.lisa.relation", "Mam"))
    assert table.said() == (["stale"], "changed", ["make-again", "approve-again"])
    assert table.row().is_out_of_date


def test_a_change_in_what_the_reader_does_not_get_does_nothing(table: Table) -> None:
    table.make(FINAL)
    table.approve()
    before = table.said()
    table.change(put(table.data, "people.jo.contact", {"phone": "07700 900123"}))
    assert table.said() == before == (["final"], "approved", ["share"])


def test_a_final_copy_that_was_taken_back_is_taken_away(table: Table) -> None:
    table.make(FINAL)
    table.approve()
    table.approve(content="", withdrawn=True)
    assert table.said() == (["final"], "withdrawn", ["take-away", "approve"])
    assert table.row().is_out_of_date


def test_an_unfinished_copy_is_made_again(table: Table) -> None:
    table.make(UNFINISHED)
    assert table.said() == (["unfinished"], "never", ["make-again", "approve"])


def test_a_blank_sheet_needs_no_approval(table: Table) -> None:
    table.make(DRAFT, "my-views")
    assert [paper.state for paper in table.row("my-views").papers] == ["final", "final"]
    assert table.row("my-views").to_do == ()


def test_papers_of_a_pack_are_found_in_their_readers_folder_only(table: Table) -> None:
    table.make(DRAFT, into="p3")
    assert [paper.path for paper in table.row().papers] == [
        table.folder / "p3" / f"{NAME}.{end}" for end in ("html", "md")
    ]
    (table.folder / "p3").rename(table.folder / "p4")
    assert table.row().papers == ()
    assert table.row(who="dean").papers == ()


def test_what_cannot_be_made_any_more_is_told_if_it_was_made_or_approved(tmp_path: Path) -> None:
    plan = {"kind": "immediate", "rules": [{"what": "Jo sleeps here.", "who": ["jo"], "danger": "hurting"}]}
    table = Table(tmp_path, put(family(), "safety_plan", plan))
    table.make(FINAL, "safety-plan", "jo")
    table.approve("safety-plan", "jo")
    del table.data["safety_plan"]
    table.change(table.data)
    row = table.row("safety-plan", "jo")
    assert row.refused
    assert [one.value for one in row.to_do] == ["take-away"]
    assert row.judged.is_void
    assert not [row for row in table.rows() if row.kind.name == "safety-plan" and row.reader.name == "ray"]


@pytest.mark.parametrize("is_back", [False, True])
def test_what_was_taken_back_stays_so_when_it_cannot_be_made_any_more(tmp_path: Path, is_back: bool) -> None:
    plan = {"kind": "immediate", "rules": [{"what": "Jo sleeps here.", "who": ["jo"], "danger": "hurting"}]}
    table = Table(tmp_path, put(family(), "safety_plan", plan))
    table.approve("safety-plan", "jo")
    if is_back:
        table.approve("safety-plan", "jo", content="", withdrawn=True)
    del table.data["safety_plan"]
    table.change(table.data)
    row = table.row("safety-plan", "jo")
    assert row.refused
    assert row.judged == Judged(Standing.WITHDRAWN if is_back else Standing.CHANGED, table.approvals[-1])
    assert (row.to_do, row.is_out_of_date) == ((), not is_back)


def test_papers_of_a_person_who_has_another_code_now_are_from_before(table: Table) -> None:
    table.make(DRAFT)
    table.make(DRAFT, into="p3")
    assert table.read.case is not None
    assert table.overview.from_before(everyone(table.read.case, profile()), table.folders) == []
    (table.folder / f"{NAME}.md").rename(table.folder / f"{NAME.replace('p3', 'p77')}.md")
    (table.folder / f"{NAME}.html").rename(table.folder / f"{NAME.replace('17', '16')}.html")
    (table.folder / "p3" / f"{NAME}.md").rename(table.folder / "p3" / f"{NAME.replace('p3', 'p4')}.md")
    found = table.overview.from_before(everyone(table.read.case, profile()), table.folders)
    assert [path.relative_to(table.folder).as_posix() for path in found] == [
        "EX-0900-report-p77-2026-03-17.md",
        "p3/EX-0900-report-p4-2026-03-17.md",
    ]


def test_a_paper_that_cannot_be_opened_is_stale(table: Table) -> None:
    table.make(DRAFT)
    (table.folder / f"{NAME}.md").write_bytes(b"")
    assert [paper.state for paper in table.row().papers] == ["draft", "stale"]
