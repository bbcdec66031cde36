"""What stands in another family's file of the same folder is asked about in stronger words; private lines hold no name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from support.cases import BASE, laid_over

from sostool.caseload.check_file import CheckRun, check_file
from sostool.caseload.neighbours import known_of, neighbours_of
from sostool.checks.neighbours import BORN, NAME, REFERENCE, SIGN
from sostool.checks.run import Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from sostool.findings.finding import Finding

OTHER = """\
sostool: 1
reference: EX-0077
meeting: {kind: mapping, date: 2026-03-01}
people:
  kay: {name: "Kay Brightwell", role: child, born: 2015-09-11, contact: {address: '9 Larch Close', phone: 07700 900555}}
  bo:
    name: Bösi Ünal
    role: parent
"""
STANDS_ELSEWHERE = "This stands in another case file of this folder, and belongs to nobody in this one."


def told(path: Path, *, private: bool = False) -> list[Finding]:
    run = CheckRun(dt.date(2026, 4, 1), private, Wanted(("SH106",)))
    return [finding for checked in check_file(str(path), run) for finding in checked.findings]


def case(folder: Path, fragment: str, name: str = "mine.yaml") -> Path:
    file = folder / name
    file.write_text(laid_over(fragment), "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The mould was worst in Brightwell again.", "Brightwell"),
        ("Kay told her.", "Kay"),
        ("It was in the room of Ünal then.", "Ünal"),
        ("She was born on 11 September 2015.", "11 September 2015"),
        ("The wall at 9 Larch Close is wet.", "9 Larch Close"),
        ("Ring +44 7700 900555 for it.", "+44 7700 900555"),
        ("As in EX-0077 before.", "EX-0077"),
    ],
)
def test_it_says_where_else_it_stands_in_the_detail_alone(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "theirs.yaml").write_text(OTHER, "utf-8")
    file = case(tmp_path, f"map: {{worried: {{complicating: ['{text}']}}}}")
    finding, *more = told(file)
    assert more == []
    assert finding.message == STANDS_ELSEWHERE
    assert finding.detail == f"“{what}” stands in theirs.yaml too"
    (private,) = told(file, private=True)
    assert private.detail == ""
    assert what not in private.message + private.mend + str(private.path)
    assert "theirs" not in private.message + private.mend


def test_own_words_are_asked_about_only_then(tmp_path: Path) -> None:
    file = case(tmp_path, "voices: [{who: mia, date: 2026-03-10, words: [My friend Kay Brightwell is nice.]}]")
    assert told(file) == []
    known_of.cache_clear()
    (tmp_path / "theirs.yaml").write_text(OTHER, "utf-8")
    assert [finding.message for finding in told(file)] == [STANDS_ELSEWHERE]


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (OTHER.replace("EX-0077", "EX-0042"), ""),
        (OTHER, "meeting: {kind: mapping, date: 2026-05-01, follows: theirs.yaml}\n"),
        (OTHER.replace("2026-03-01}", "2026-06-01, follows: mine.yaml}"), ""),
    ],
)
def test_a_file_of_the_same_family_is_no_other(tmp_path: Path, theirs: str, mine: str) -> None:
    (tmp_path / "theirs.yaml").write_text(theirs, "utf-8")
    file = case(tmp_path, f"{mine}voices: [{{who: mia, date: 2026-03-10, words: [My friend Kay is nice.]}}]")
    assert told(file) == []


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "b.yaml").write_bytes(b'name: \xff\xfe\x00, born: 2020-13-45\nname: "')
    (tmp_path / "c.yaml").symlink_to(tmp_path / "c.yaml")
    (tmp_path / "d.yaml").write_bytes(b"name: Big" + b" " * 1_100_000)
    (tmp_path / "e.txt").write_text("name: Nobody")
    (tmp_path / "f.yaml").write_text(OTHER, "utf-8")
    known = known_of(str(tmp_path))
    assert known.holders[NAME, "brightwell"] == ("f.yaml",)
    assert (NAME, "big") not in known.holders
    assert (NAME, "nobody") not in known.holders
    assert known.holders[BORN, "2015-09-11"] == ("f.yaml",)
    assert known.holders[SIGN, "7700900555"] == ("f.yaml",)
    assert known.holders[REFERENCE, "ex-0077"] == ("f.yaml",)


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert known_of(str(tmp_path / "nowhere")).holders == {}


def test_standard_input_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "theirs.yaml").write_text(OTHER, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert neighbours_of("-").holder(NAME, "kay", "EX-0042") == ""
    assert neighbours_of("mine.yaml").holder(NAME, "kay", "EX-0042") == "theirs.yaml"


def test_the_folder_is_left_alone_while_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(folder: str) -> None:
        raise AssertionError(folder)

    monkeypatch.setattr("sostool.caseload.neighbours.known_of", never)
    file = tmp_path / "mine.yaml"
    file.write_text(BASE)
    assert told(file) == []
