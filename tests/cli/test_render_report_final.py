"""`sostool render-report --final`: only what a second person let go, and only as long as it is the same copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import Data, family, put, written
from support.running import is_one_line

if TYPE_CHECKING:
    from cli.conftest import Sostool

YES = ("--by", "ann", "--yes", "--today", "2026-03-16")
HTML, MD = "EX-0900-report-p3-2026-03-17.html", "EX-0900-report-p3-2026-03-17.md"
HARM = "map.worried.past_harm"


def save(file: Path, data: Data) -> Path:
    file.write_bytes(written(data))
    return file


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return save(tmp_path / "case.yaml", family())


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("EX-*") if path.is_file())


def test_a_final_copy_is_the_draft_without_the_word_draft(sostool: Sostool, case: Path) -> None:
    sostool("render-report", "case.yaml", "--for", "lisa", "-o", "draft/")
    assert sostool("approve", "case.yaml", "--for", "lisa", *YES).code == 0
    done = sostool("render-report", "case.yaml", "--for", "lisa", "--final")
    assert (done.code, done.out) == (0, f"Written: {HTML}\nWritten: {MD}\n")
    final, draft = (case.parent / MD).read_text("utf-8"), (case.parent / "draft" / MD).read_text("utf-8")
    assert final == draft.replace("*Draft*\n\n", "").replace("**Draft**\n\n", "").replace("Draft\n\n", "")
    assert final != draft
    html = (case.parent / HTML).read_text("utf-8")
    for word in ("Draft", "Ann", "ann,", "approv"):
        assert word not in html.partition("<body")[2].replace("Ann Obi", "")
    assert ("Ann Obi" in html) is ("Ann Obi" in (case.parent / "draft" / HTML).read_text("utf-8"))


def test_the_same_bytes_each_time_whoever_approved_it(sostool: Sostool, case: Path) -> None:
    for by, folder in (("ann", "one/"), ("max", "two/")):
        sostool("approve", "case.yaml", "--for", "lisa", "--by", by, "--yes")
        assert sostool("render-report", "case.yaml", "--for", "lisa", "--final", "-o", folder).code == 0
    for name in (HTML, MD):
        assert (case.parent / "one" / name).read_bytes() == (case.parent / "two" / name).read_bytes()


def test_the_same_bytes_when_what_is_held_back_is_not_in_the_file(sostool: Sostool, case: Path) -> None:
    agreed = {"from": ["lisa"], "why": "x", "agreed_by": "ann", "date": "2026-03-12"}
    save(case, put(family(), HARM, [{"what": "Police came."}, {"what": "A quiet word.", "withhold": agreed}]))
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    sostool("render-report", "case.yaml", "--for", "lisa", "--final", "-o", "one/")
    for harms in ([{"what": "Police came."}], [{"what": "Police came."}, {"what": "Other.", "withhold": agreed}]):
        save(case, put(family(), HARM, harms))
        assert sostool("render-report", "case.yaml", "--for", "lisa", "--final", "-o", "two/").code == 0
        for name in (HTML, MD):
            assert (case.parent / "one" / name).read_bytes() == (case.parent / "two" / name).read_bytes()


def test_refused_until_somebody_approves_it(sostool: Sostool, case: Path) -> None:
    done = sostool("render-report", "case.yaml", "--for", "lisa", "--final")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Nobody has approved this copy yet. So no final copy was made: report for p3.\n"
        "Read it to its end, then: sostool approve case.yaml --document report --for p3 --by ID\n"
    )
    assert made(case.parent) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [("people.lisa.relation", "Mam"), ("dangers.0.statement", "Priya is very worried."), ("meeting.why", "x")],
)
def test_any_change_in_the_copy_voids_it_and_an_old_final_copy_is_not_touched(
    sostool: Sostool, case: Path, path: str, value: str
) -> None:
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    sostool("render-report", "case.yaml", "--for", "lisa", "--final")
    before = (case.parent / MD).read_bytes()
    save(case, put(family(), path, value))
    done = sostool("render-report", "case.yaml", "--for", "lisa", "--final")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("What this reader gets is not what was approved.")
    assert f"From before, and not to be handed out: {MD}\n" in done.err
    assert (case.parent / MD).read_bytes() == before
    save(case, family())
    assert sostool("render-report", "case.yaml", "--for", "lisa", "--final").code == 0


@pytest.mark.parametrize(
    "options",
    [
        ["--for", "lisa", "--language", "pl"],
        ["--for", "lisa", "--profile", "thurrock"],
        ["--for", "lisa", "--templates", "ours"],
        ["--for", "dean"],
        ["--for", "lisa", "--document", "summary"],
    ],
)
def test_an_approval_is_of_one_copy(sostool: Sostool, case: Path, options: list[str]) -> None:
    (case.parent / "ours" / "html").mkdir(parents=True)
    (case.parent / "ours" / "html" / "style.css").write_text("body { color: black }\n", encoding="utf-8")
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    asked = ["render-report", "case.yaml", *options, "--final"]
    assert sostool(*asked).code == 1
    assert made(case.parent) == []
    assert sostool("approve", "case.yaml", *options, *YES).code == 0
    assert sostool(*asked).code == 0


def test_a_case_file_of_another_name_has_no_approvals(sostool: Sostool, case: Path) -> None:
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    case.rename(case.parent / "other.yaml")
    assert sostool("render-report", "other.yaml", "--for", "lisa", "--final").code == 1
    (case.parent / "case.approvals.yaml").rename(case.parent / "other.approvals.yaml")
    assert sostool("render-report", "other.yaml", "--for", "lisa", "--final").code == 0


def test_a_person_put_in_before_makes_it_another_copy(sostool: Sostool, case: Path) -> None:
    """Their code stands on its pages and in its name."""
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    moved = family()
    moved["people"] = {"zed": {"name": "Zed", "role": "other"}, **moved["people"]}
    save(case, moved)
    assert sostool("render-report", "case.yaml", "--for", "lisa", "--final").code == 1


@pytest.mark.parametrize("old", ["by: ann", 'for: "lisa"', "document: report", 'content: "'])
def test_a_record_that_somebody_wrote_into_by_hand(sostool: Sostool, case: Path, old: str) -> None:
    new = {"by: ann": "by: priya", 'for: "lisa"': "for: dean", "document: report": "document: map"}.get(old)
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    record = case.parent / "case.approvals.yaml"
    text = record.read_text("utf-8")
    if new is None:
        start = text.index(old) + len(old)
        text = text[:start] + ("0" if text[start] != "0" else "1") + text[start + 1 :]
    record.write_text(text.replace(old, new or old), encoding="utf-8")
    assert sostool("render-report", "case.yaml", "--for", "lisa", "--final").code == 1


def test_a_query_that_opens_again_keeps_a_copy_from_being_final(sostool: Sostool, case: Path) -> None:
    sostool("approve", "case.yaml", "--for", "jo", *YES)
    save(case, put(family(), "map.needs_to_happen.next_steps", ["Somebody rings."]))
    done = sostool("render-report", "case.yaml", "--for", "jo", "--final")
    assert done.code == 1
    assert "NX101" in done.err
    assert "The profile says that this is closed before a document is final." in done.err


@pytest.mark.parametrize(
    "options",
    [["--unfinished"], ["--watch"], ["--open", "--format", "md"]],
)
def test_what_does_not_go_together(sostool: Sostool, case: Path, options: list[str]) -> None:
    done = sostool("render-report", "case.yaml", "--for", "lisa", "--final", *options)
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)


def test_standard_input_is_never_final(sostool: Sostool, tmp_path: Path) -> None:
    done = sostool("render-report", "-", "--for", "lisa", "--final", typed=written(family()))
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)
    assert made(tmp_path) == []


def test_a_blank_sheet_needs_nobody(sostool: Sostool, case: Path) -> None:
    sostool("render-report", "case.yaml", "--document", "leaflet", "-o", "draft/")
    assert sostool("render-report", "case.yaml", "--document", "leaflet", "--final").code == 0
    [name] = [path.name for path in case.parent.glob("*.md")]
    assert (case.parent / name).read_bytes() == (case.parent / "draft" / name).read_bytes()


class TestAPack:
    ALL = ("render-report", "case.yaml", "--document", "all", "--for", "everyone", "--format", "md")

    def test_what_is_approved_is_made_and_the_rest_is_told(self, sostool: Sostool, case: Path) -> None:
        sostool("approve", "case.yaml", "--for", "lisa", *YES)
        sostool("approve", "case.yaml", "--document", "map", "--for", "room", *YES)
        sostool("approve", "case.yaml", "--for", "jo", *YES)
        sostool("approve", "case.yaml", "--for", "jo", "--by", "ann", "--withdraw")
        done = sostool(*self.ALL, "--final")
        assert done.code == 1
        assert "Not made for p3: summary. Nobody has approved this copy yet.\n" in done.err
        assert "Not made for p5: report. The approval of this copy was taken back.\n" in done.err
        assert "sostool approve case.yaml --document all --for everyone --by ID" in done.err
        named = [name for name in made(case.parent) if name.startswith(("EX-0900-report-", "EX-0900-map-"))]
        assert named == ["EX-0900-map-room-2026-03-17.md", "EX-0900-report-p3-2026-03-17.md"]
        index = (case.parent / "EX-0900-2026-03-17" / "EX-0900-index-chair-2026-03-17.md").read_text("utf-8")
        assert "Draft" not in index
        assert "Grandad Ray, Report" in index.replace("**", "")
        assert "Nobody has approved this copy yet" in index
        assert "p3" in index

    def test_a_draft_of_before_is_told_not_to_be_handed_out(self, sostool: Sostool, case: Path) -> None:
        assert sostool(*self.ALL).code == 0
        sostool("approve", "case.yaml", "--for", "lisa", *YES)
        done = sostool(*self.ALL, "--final")
        old = "From before, and not to be handed out: EX-0900-2026-03-17/p4/EX-0900-report-p4-2026-03-17.md"
        assert old in done.err
        assert "p3/EX-0900-report-p3" not in done.err

    def test_a_whole_pack_that_is_approved(self, sostool: Sostool, case: Path) -> None:
        sostool("approve", "case.yaml", "--document", "all", "--for", "everyone", *YES)
        done = sostool(*self.ALL, "--final")
        assert done.code == 0
        for path in (case.parent / "EX-0900-2026-03-17").rglob("*.md"):
            assert "Draft" not in path.read_text("utf-8")
        before = {path: path.read_bytes() for path in case.parent.rglob("*.md")}
        assert sostool(*self.ALL, "--final").code == 0
        assert {path: path.read_bytes() for path in case.parent.rglob("*.md")} == before

    def test_all_of_one_reader_and_one_of_all(self, sostool: Sostool, case: Path) -> None:
        sostool("approve", "case.yaml", "--for", "lisa", *YES)
        one = sostool("render-report", "case.yaml", "--document", "all", "--for", "lisa", "--final", "--format", "md")
        assert one.code == 1
        assert "Not made for p3: summary." in one.err
        assert (case.parent / MD).is_file()
        nobody = sostool(
            "render-report", "case.yaml", "--document", "report", "--for", "everyone", "--final", "-o", "new"
        )
        assert nobody.code == 1
        assert made(case.parent / "new") == [
            "EX-0900-index-chair-2026-03-17.html",
            "EX-0900-index-chair-2026-03-17.md",
            HTML,
            MD,
        ]
