"""`sostool pseudonymise`: writes a copy for its owner only, never over a file, and says plainly what it cannot know."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pexpect
import pytest
from support.running import command, environment, is_one_line, run

from cli.conftest import Sostool
from sostool.case.read import read_case
from sostool.files import CannotPlaceError
from sostool.pseudonymise import copying
from sostool.pseudonymise.copying import pseudonymised

FAMILY = """\
sostool: 1
reference: LCS-2291
meeting: {kind: mapping, date: 2026-03-17}
people:
  mia: {name: Mia Marker, role: child, born: 2019-06-02}  # a note of Marker
  will: {name: Will, role: parent, contact: {phone: 07911 123456}}
voices:
  - {who: mia, words: [Will came with Karen Marker., Ring 07911 123456.]}
"""
COPY = pseudonymised(read_case(FAMILY.encode(), "case.yaml")).data
NAME = "EX-0001-2026-03-17.pseudonymised.yaml"
CANNOT_KNOW = """
What it cannot know, and a person has to look at: nicknames, and names the file
does not list; places and jobs told in other words; the days of what happened,
which stay; the profile's name, which may be your authority's; and what happened.
Somebody who knows the family may know it by that alone. The copy is still
personal data: keep it like the original. No key was kept, so the names cannot be
put back.
"""
REPLACED = """\
Replaced: 2 people, 5 names in the text, 3 ids, 1 reference, 1 date of birth, 2 telephone numbers.
Comments taken out: 1.
"""
TOLD = f"""\
Written: {NAME}
{REPLACED}
Names that are everyday words too; look whether a name stood there:
  {NAME}:11:28

Words, dates and long numbers that are left; look whether they tell who it is:
  {NAME}:11:45
{CANNOT_KNOW}"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_bytes(FAMILY.encode())
    return path


class TestInALog:
    def test_it_writes_and_tells_places_only(self, sostool: Sostool, case: Path) -> None:
        done = sostool("pseudonymise", "case.yaml")
        assert (done.code, done.out, done.err) == (0, TOLD, "")
        assert (case.parent / NAME).read_bytes() == COPY
        assert case.read_bytes() == FAMILY.encode()
        assert sorted(path.name for path in case.parent.iterdir()) == [NAME, "case.yaml"]

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read a file elsewhere")
    def test_the_copy_is_for_its_owner_only(self, sostool: Sostool, case: Path) -> None:
        sostool("pseudonymise", "case.yaml")
        assert stat.S_IMODE((case.parent / NAME).stat().st_mode) == 0o600

    def test_it_never_writes_over_a_file(self, sostool: Sostool, case: Path) -> None:
        (case.parent / NAME).write_bytes(b"mine")
        done = sostool("pseudonymise", "case.yaml")
        assert (done.code, done.out) == (2, "")
        assert done.err == f"Not written: {NAME} is there already, and nothing is ever written over it.\n"
        assert (case.parent / NAME).read_bytes() == b"mine"

    def test_nor_over_the_case_file_itself(self, sostool: Sostool, case: Path) -> None:
        done = sostool("pseudonymise", "case.yaml", "-o", "case.yaml")
        assert done.code == 2
        assert case.read_bytes() == FAMILY.encode()

    @pytest.mark.parametrize(
        ("to", "file"),
        [
            ("copy", "copy.yaml"),
            ("a/b/copy.yaml", "a/b/copy.yaml"),
            ("made/", f"made/{NAME}"),
            ("there", f"there/{NAME}"),
        ],
    )
    def test_it_goes_where_it_is_asked_to(self, sostool: Sostool, case: Path, to: str, file: str) -> None:
        (case.parent / "there").mkdir()
        done = sostool("pseudonymise", "case.yaml", "-o", to)
        assert (done.code, done.out.splitlines()[0]) == (0, f"Written: {file}")
        assert (case.parent / file).read_bytes() == COPY

    @pytest.mark.parametrize("name", ["case.yaml", "-"])
    def test_a_dash_is_standard_input_and_output(self, sostool: Sostool, case: Path, name: str) -> None:
        done = sostool("pseudonymise", name, "-o", "-", typed=FAMILY.encode())
        assert (done.code, done.out.encode()) == (0, COPY)
        assert done.err == TOLD.partition("\n")[2].replace(f"{NAME}:", "-:")
        assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]

    def test_the_reference_can_be_said(self, sostool: Sostool, case: Path) -> None:
        done = sostool("pseudonymise", "case.yaml", "--reference", "EX-0042")
        assert done.out.startswith("Written: EX-0042-2026-03-17.pseudonymised.yaml\n")
        assert b"\nreference: EX-0042\n" in (case.parent / "EX-0042-2026-03-17.pseudonymised.yaml").read_bytes()


class TestRefuses:
    def test_a_file_with_an_error(self, sostool: Sostool, case: Path) -> None:
        case.write_text(FAMILY.replace("who: mia", "who: mai"), "utf-8")
        done = sostool("pseudonymise", "case.yaml")
        assert (done.code, done.out) == (1, "")
        assert done.err == (
            "case.yaml:8:11: CF106 Nobody under `people` has this id.\nThis file has errors, so nobody can say what stands "
            "where, and nothing was written. `sostool validate` shows them all.\n"
        )
        assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]

    @pytest.mark.parametrize(
        ("path", "line"),
        [("none.yaml", "none.yaml: there is no such file.\n"), (".", ".: it is a folder.\n")],
    )
    def test_what_is_no_file(self, sostool: Sostool, path: str, line: str) -> None:
        done = sostool("pseudonymise", path)
        assert (done.code, done.out, done.err) == (2, "", line)

    @pytest.mark.parametrize("typed", [b"", b"\x00", b"- a\n- b\n"])
    def test_what_is_no_case(self, sostool: Sostool, tmp_path: Path, typed: bytes) -> None:
        done = sostool("pseudonymise", "-", typed=typed)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("-:1:1: ")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("reference", ["Mia Marker", "a/b", "-x", "é"])
    def test_what_is_no_reference(self, sostool: Sostool, case: Path, reference: str) -> None:
        done = sostool("pseudonymise", "case.yaml", f"--reference={reference}")
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("--reference: this is not a reference. ")
        assert "Marker" not in done.err
        assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]

    @pytest.mark.parametrize("reference", ["LCS-2291", "lcs-2291", "MIA-1", "mia"])
    def test_a_reference_that_tells_of_the_family(self, sostool: Sostool, case: Path, reference: str) -> None:
        done = sostool("pseudonymise", "case.yaml", "--reference", reference)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("--reference: this stands in the file")
        assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]

    def test_what_cannot_be_proved(self, sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(copying, "edits_for", lambda *_: [])
        done = sostool("pseudonymise", "case.yaml")
        assert (done.code, done.out) == (70, "")
        assert is_one_line(done.err)
        assert "Marker" not in done.err
        assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]

    def test_a_disk_that_is_full(self, sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise CannotPlaceError("the disk is full")

        monkeypatch.setattr("sostool.files.create", full)
        done = sostool("pseudonymise", "case.yaml")
        assert (done.code, done.out, done.err) == (2, "", "Not written: the disk is full.\n")

    def test_a_folder_without_permission(self, case: Path, powerless: tuple[str, ...]) -> None:
        locked = case.parent / "locked"
        locked.mkdir(mode=0o500)
        done = run("pseudonymise", "case.yaml", "-o", "locked", cwd=case.parent, before=powerless)
        assert (done.code, done.out, is_one_line(done.err)) == (2, "", True)
        assert list(locked.iterdir()) == []


@pytest.mark.parametrize("private", [False, True])
def test_at_a_terminal_the_words_are_shown_unless_the_team_says_no(case: Path, private: bool) -> None:
    if private:
        (case.parent / "sostool.yaml").write_text("private: true\n", "utf-8")
    started = command("pseudonymise", "case.yaml")
    child = pexpect.spawn(
        started[0],
        started[1:],
        cwd=str(case.parent),
        env=environment(TERM="dumb", COLUMNS="200"),
        encoding="utf-8",
        timeout=30,
        dimensions=(50, 200),
    )
    child.expect(pexpect.EOF)
    child.close()
    printed, code = str(child.before), child.exitstatus
    shown = (
        TOLD
        if private
        else TOLD.replace(f"  {NAME}:11:28", "  Pellam: 11:28").replace(f"  {NAME}:11:45", "  Karen: 11:45")
    )
    assert (printed.replace("\r", ""), code) == (shown, 0)
