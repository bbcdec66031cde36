"""`sostool render-report`: its options, its exit codes and bad input. What documents hold is tested in tests/report."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.cases import BASE
from support.running import ROOT, is_one_line, run

if TYPE_CHECKING:
    from cli.conftest import Sostool

# Mia lives with both her parents, and nothing is held back, so everyone may have the same copy.
OPEN = BASE.replace("born: 2019-06-02", "born: 2019-06-02, lives_with: [lisa, dean]") + (
    "voices: [{who: mia, not_asked: She was asleep.}]\n"
)
# Dean must not read what Lisa says, so not everyone may have the same copy.
FEARED = OPEN.replace("{name: Dean, role: parent}", "{name: Dean, role: parent, must_not_see: {words_of: [lisa]}}")
HALF = OPEN + "scale: {ten: a, zero: b, ratings: [{who: lisa, date: 2026-03-13, score: 4.5, reason: x}]}\n"
HTML, MD = "EX-0042-report-room-2026-03-17.html", "EX-0042-report-room-2026-03-17.md"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.yaml"
    file.write_text(OPEN, encoding="utf-8")
    return file


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "case.yaml")


def test_without_options_it_makes_the_report_for_the_room_in_both_formats(sostool: Sostool, case: Path) -> None:
    done = sostool("render-report", "case.yaml")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"Written: {HTML}\nWritten: {MD}\n"
    assert made(case.parent) == [HTML, MD]
    for name in (HTML, MD):
        assert stat.S_IMODE((case.parent / name).stat().st_mode) == 0o600
        assert "Mia" in (case.parent / name).read_text("utf-8")
    assert case.read_text("utf-8") == OPEN


def test_a_copy_from_before_is_pointed_to_where_it_is_not_made_anew(sostool: Sostool, case: Path) -> None:
    assert sostool("render-report", "case.yaml", "--for", "dean", "--format", "md").code == 0
    old = "EX-0042-report-p3-2026-03-17.md"
    assert old in made(case.parent)
    case.write_text(OPEN + "protected: [{words: [Dean], from: [dean], agreed_by: lisa, date: 2026-03-12}]\n", "utf-8")
    for options in ([], ["--unfinished"], ["--unfinished", "--document", "all"]):
        done = sostool("render-report", "case.yaml", "--for", "dean", "--format", "md", *options)
        assert done.code == 1
        assert f"From before, and not to be handed out: {old}\n" in done.err
        assert done.err.count("From before") == 1
    (case.parent / old).rename(case.parent / "mine.md")
    done = sostool("render-report", "case.yaml", "--for", "dean", "--format", "md", "--unfinished", "-o", "mine.md")
    assert "From before, and not to be handed out: mine.md\n" in done.err


def test_a_room_of_several_families_is_told(sostool: Sostool, case: Path) -> None:
    told = "have not all the same children"
    assert told not in sostool("render-report", "case.yaml", "--for", "room").err
    case.write_text(
        OPEN.replace(
            "  priya:", "  zoe: {name: Zoe, role: child}\n  tom: {name: Tom, role: parent, parent_of: [zoe]}\n  priya:"
        ),
        "utf-8",
    )
    for document in ("report", "map", "all"):
        done = sostool("render-report", "case.yaml", "--for", "room", "--document", document)
        assert done.err.count(told) == 1, done.err
    assert told not in sostool("render-report", "case.yaml", "--for", "lisa").err
    assert told not in sostool("render-report", "case.yaml", "--document", "leaflet").err


def test_the_same_input_gives_the_same_bytes(sostool: Sostool, case: Path) -> None:
    sostool("render-report", "case.yaml", "-o", "one/")
    sostool("render-report", "case.yaml", "-o", "two/")
    for name in (HTML, MD):
        assert (case.parent / "one" / name).read_bytes() == (case.parent / "two" / name).read_bytes()


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (["--format", "html"], [HTML]),
        (["--format", "md"], [MD]),
        (["--format", "md", "--format", "html", "--format", "md"], [HTML, MD]),
        (["--document", "map", "--format", "html"], ["EX-0042-map-room-2026-03-17.html"]),
        (["--for", "chair", "--format", "md"], ["EX-0042-report-chair-2026-03-17.md"]),
        (["--for", "practitioners", "--format", "md"], ["EX-0042-report-practitioners-2026-03-17.md"]),
        (["--profile", "thurrock", "--format", "md"], [MD]),
        (["--unfinished", "--format", "md"], [MD]),
    ],
)
def test_options(sostool: Sostool, case: Path, options: list[str], files: list[str]) -> None:
    done = sostool("render-report", "case.yaml", *options)
    assert (done.code, done.err) == (0, "")
    assert made(case.parent) == files


def test_a_files_name_never_holds_a_name(sostool: Sostool, case: Path) -> None:
    assert sostool("render-report", "case.yaml", "--for", "lisa", "--format", "md").code == 0
    [name] = made(case.parent)
    assert "lisa" not in name.lower()
    assert name.startswith("EX-0042-report-")


@pytest.mark.parametrize(
    ("to", "options", "file"),
    [
        ("out.html", ["--format", "html"], "out.html"),
        ("new/deep/out.md", ["--format", "md"], "new/deep/out.md"),
        ("a b/ë.html", ["--format", "html"], "a b/ë.html"),
        ("new/", ["--format", "html"], f"new/{HTML}"),
        ("there", ["--format", "html"], f"there/{HTML}"),
        ("two", [], f"two/{HTML}"),
        ("out", ["--format", "html"], f"out/{HTML}"),
        ("new/out", ["--format", "md"], f"new/out/{MD}"),
        ("v1.2/", ["--format", "md"], f"v1.2/{MD}"),
        (".", ["--format", "md"], MD),
    ],
)
def test_o_is_a_file_for_one_and_else_a_folder(
    sostool: Sostool, case: Path, to: str, options: list[str], file: str
) -> None:
    (case.parent / "there").mkdir()
    done = sostool("render-report", "case.yaml", "-o", to, *options)
    assert (done.code, done.err) == (0, "")
    assert (case.parent / file).is_file()
    assert stat.S_IMODE((case.parent / file).stat().st_mode) == 0o600


@pytest.mark.parametrize("to", ["letter.docx", "notes.txt", "v1.2", "page.md"])
def test_a_file_with_another_ending_is_neither_made_nor_replaced(sostool: Sostool, case: Path, to: str) -> None:
    (case.parent / "letter.docx").write_text("mine", encoding="utf-8")
    done = sostool("render-report", "case.yaml", "--format", "html", "-o", to)
    said = "-o: the file's name has to end in .html for this format. For a folder put a slash at the end of its name.\n"
    assert (done.code, done.out, done.err) == (2, "", said)
    assert made(case.parent) == ["letter.docx"]
    assert (case.parent / "letter.docx").read_text("utf-8") == "mine"


def test_a_document_is_not_printed(sostool: Sostool, case: Path) -> None:
    done = sostool("render-report", "case.yaml", "--format", "md", "-o", "-")
    assert (done.code, done.out) == (2, "")
    assert "name one after -o" in done.err
    assert not (case.parent / "-").exists()


def test_it_takes_the_place_of_its_own_file_in_one_step(sostool: Sostool, case: Path) -> None:
    old = case.parent / HTML
    old.write_text("old", encoding="utf-8")
    before = old.stat().st_ino
    assert sostool("render-report", "case.yaml").code == 0
    assert old.stat().st_ino != before
    assert "Mia" in old.read_text("utf-8")


class TestNothingElseIsTouched:
    @pytest.mark.parametrize("to", ["case.yaml", "./case.yaml", "other.yaml", "other.yml", "link.html"])
    def test_a_case_file(self, sostool: Sostool, case: Path, to: str) -> None:
        (case.parent / "other.yaml").write_text(OPEN, encoding="utf-8")
        os.link(case, case.parent / "link.html")
        done = sostool("render-report", "case.yaml", "--format", "html", "-o", to)
        assert (done.code, done.out) == (2, "")
        assert is_one_line(done.err)
        assert case.read_text("utf-8") == (case.parent / "other.yaml").read_text("utf-8") == OPEN
        assert (case.parent / "link.html").read_text("utf-8") == OPEN

    @pytest.mark.parametrize("kind", ["symlink", "dangling", "pipe", "folder"])
    def test_what_is_no_ordinary_file(self, sostool: Sostool, case: Path, kind: str) -> None:
        target = case.parent / HTML
        elsewhere = case.parent / "elsewhere"
        if kind == "symlink":
            elsewhere.write_text("mine", encoding="utf-8")
        if kind in ("symlink", "dangling"):
            target.symlink_to(elsewhere)
        elif kind == "pipe":
            os.mkfifo(target)
        else:
            target.mkdir()
        done = sostool("render-report", "case.yaml", "--format", "html")
        assert (done.code, done.out) == (2, "")
        assert done.err == f"Not written: {HTML} is there and is not an ordinary file, so it is left alone.\n"
        assert not elsewhere.exists() or elsewhere.read_text("utf-8") == "mine"

    def test_a_folder_that_cannot_be_made(self, sostool: Sostool, case: Path) -> None:
        (case.parent / "file").write_text("mine", encoding="utf-8")
        done = sostool("render-report", "case.yaml", "-o", "file/below/")
        assert (done.code, done.out) == (2, "")
        assert is_one_line(done.err)

    def test_a_folder_without_permission(self, case: Path, powerless: tuple[str, ...]) -> None:
        (case.parent / "locked").mkdir(mode=0o500)
        done = run("render-report", "case.yaml", "-o", "locked", cwd=case.parent, before=powerless)
        assert (done.code, done.out) == (2, "")
        assert done.err == "Not written: the folder locked may not be written to (no permission).\n"


class TestExitCodes:
    @pytest.mark.parametrize(
        ("text", "options", "code"),
        [
            (OPEN, [], 0),
            (OPEN.partition("voices")[0], [], 0),  # an open query does not stand in the way
            (BASE, [], 1),  # one of the parents lives elsewhere
            (FEARED, [], 1),
            (FEARED, ["--for", "chair"], 0),
            (FEARED, ["--for", "dean"], 0),
            (OPEN, ["--for", "nobody"], 2),
            (OPEN, ["--for", ""], 0),
            (OPEN, ["--document", "reprot"], 2),
            (OPEN, ["--format", "xml"], 2),
            (OPEN, ["--format", "doc"], 2),
            (OPEN, ["--format", "docx"], 0),
            (OPEN, ["--format", "docx", "--plain"], 0),
            (OPEN, ["--plain"], 2),
            (OPEN, ["--profile", "surey-2018"], 2),
            (OPEN, ["--templates", "no-such-folder"], 2),
            (OPEN, ["--no-such-option"], 2),
            (OPEN + "profile: surey-2018\n", [], 1),
            (HALF, [], 1),
            (HALF, ["--unfinished"], 0),
            (OPEN + "dangers: [{statemnt: x}]\n", [], 1),
            (OPEN + "dangers: [{statemnt: x}]\n", ["--unfinished"], 1),
            (OPEN + "dangers: [{statement: x, withold: {from: [dean]}}]\n", ["--unfinished"], 1),
            (OPEN + "voices: []\n", [], 1),
            ("sostool: 1\n", [], 1),
            ("", [], 1),
            ("- x\n", [], 1),
            (b"\xff\xfe", [], 1),
            (b"\x00" * 10, [], 1),
            (b"[" * 60_000, [], 1),
            (b"#" * 1_000_001, [], 1),
        ],
    )
    def test_one_file(self, sostool: Sostool, case: Path, text: str | bytes, options: list[str], code: int) -> None:
        case.write_bytes(text.encode() if isinstance(text, str) else text)
        done = sostool("render-report", "case.yaml", *options)
        assert done.code == code, done
        assert "Traceback" not in done.err
        if code:
            assert done.out == ""
            assert done.err
            assert made(case.parent) == []

    @pytest.mark.parametrize("name", ["gone.yaml", "folder", "pipe", "/dev/null", "a\0b", "x" * 300])
    def test_what_cannot_be_read(self, sostool: Sostool, tmp_path: Path, name: str) -> None:
        (tmp_path / "folder").mkdir()
        os.mkfifo(tmp_path / "pipe")
        done = sostool("render-report", name)
        assert (done.code, done.out) == (2, "")
        assert is_one_line(done.err)

    def test_nothing_given(self, sostool: Sostool) -> None:
        assert sostool("render-report").code == 2

    def test_standard_input(self, sostool: Sostool, tmp_path: Path) -> None:
        done = sostool("render-report", "-", "-o", "out/", typed=OPEN.encode())
        assert (done.code, done.err) == (0, "")
        assert made(tmp_path / "out") == [HTML, MD]
        assert sostool("render-report", "-", typed=b"x: [").code == 1


class TestNothingOfAFileInALog:
    def test_an_error_is_told_by_place(self, sostool: Sostool, case: Path) -> None:
        case.write_text(OPEN + "dangers: [{statemnt: Zqx}]\n", encoding="utf-8")
        done = sostool("render-report", "case.yaml")
        assert done.err.startswith("case.yaml:14:12: CF101 ")
        assert "Zqx" not in done.err

    @pytest.mark.parametrize("options", [[], ["--for", "zqx"]])
    def test_readers_are_told_by_code(self, sostool: Sostool, case: Path, options: list[str]) -> None:
        case.write_text(FEARED, encoding="utf-8")
        done = sostool("render-report", "case.yaml", *options)
        assert done.code in (1, 2)
        for word in ("mia", "lisa", "dean", "priya", "cole", "ann", "obi", "ray", "zqx"):
            assert word not in done.err.lower().replace("grandad", "").replace("stand", "")
        assert "  --for chair\n" in done.err

    def test_how_many_things_were_held_back_is_not_said_where_nobody_looks(self, sostool: Sostool, case: Path) -> None:
        case.write_text(FEARED, encoding="utf-8")
        assert "held back" not in sostool("render-report", "case.yaml", "--for", "dean").out


def test_a_disk_that_takes_nothing_more_leaves_the_old_report(
    sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (case.parent / HTML).write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = sostool("render-report", "case.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"Not written: {HTML} could not be written: No space left on device.\n"
    assert made(case.parent) == [HTML]
    assert (case.parent / HTML).read_text("utf-8") == "old"


def test_a_disk_that_is_full_after_the_first_file_says_which_copies_are_older(
    sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (HTML, MD):
        (case.parent / name).write_text("old", encoding="utf-8")
    taken = []
    whole = Path.replace

    def full(path: Path, target: Path) -> Path:
        taken.append(target)
        if len(taken) > 1:
            raise OSError(28, "No space left on device")
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", full)
    done = sostool("render-report", "case.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"Not written: {MD} could not be written: No space left on device. "
        "Of 2 files 1 was written before; any other there is older.\n"
    )
    assert made(case.parent) == [HTML, MD]
    assert (case.parent / HTML).read_text("utf-8") != "old"
    assert (case.parent / MD).read_text("utf-8") == "old"


def test_a_fault_of_our_own_is_one_line(sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise KeyError("Mia")

    monkeypatch.setattr("sostool.report.making.maker.make_document", breaks)
    done = sostool("render-report", "case.yaml")
    assert (done.code, done.out) == (70, "")
    assert is_one_line(done.err)
    assert "Mia" not in done.err
    assert made(case.parent) == []


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_reports_are_utf8_whatever_the_console(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "ë 陳.yaml").write_text(OPEN.replace("Mia", "Zoë 陳"), encoding="utf-8")
    done = run("render-report", "ë 陳.yaml", "-o", "陳/", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert (done.code, done.err) == (0, "")
    assert "Zoë 陳" in (tmp_path / "陳" / MD).read_text("utf-8")


def test_only_the_folder_that_is_asked_for_is_written_to(sostool: Sostool, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (ROOT / "examples").iterdir()}
    done = sostool("render-report", ROOT / "examples" / "early-help.yaml", "-o", "out/")
    assert done.code == 0
    assert {path: path.stat().st_mtime_ns for path in (ROOT / "examples").iterdir()} == before
    assert made(tmp_path) == ["out"]


class TestAPack:
    """`--document all` and `--for everyone`."""

    def test_a_folder_for_each_reader_and_a_list_for_the_chair(self, sostool: Sostool, tmp_path: Path) -> None:
        for file, example in (("case.yaml", "mia-and-noah-review.yaml"), ("mia-and-noah.yaml", "mia-and-noah.yaml")):
            (tmp_path / file).write_bytes((ROOT / "examples" / example).read_bytes())
        done = sostool("render-report", "case.yaml", "--document", "all", "--for", "everyone", "--format", "md")
        assert done.code == 0
        folder = tmp_path / "EX-0042-2026-06-09"
        assert made(tmp_path) == [folder.name, "mia-and-noah.yaml"]
        codes = ["chair", *(f"p{number}" for number in (1, 10, 3, 4, 5, 6, 7, 8, 9)), "practitioners", "room"]
        assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == [*codes, "room-p3", "room-p4"]
        assert [path.name for path in folder.iterdir() if path.is_file()] == ["EX-0042-index-chair-2026-06-09.md"]
        assert done.out.splitlines()[:2] == [
            f"Written: {folder.name}/EX-0042-index-chair-2026-06-09.md",
            f"Written: {folder.name}/room (8 files)",
        ]
        assert done.err.startswith("Left as a line to write on, because the authority's own are not known: ")
        assert is_one_line(done.err)
        for path in folder.rglob("*.md"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_all_documents_of_one_reader_stand_side_by_side(self, sostool: Sostool, case: Path) -> None:
        done = sostool(
            "render-report", "case.yaml", "--document", "all", "--for", "lisa", "--format", "md", "-o", "out"
        )
        assert done.code == 0
        kinds = ["invitation", "leaflet", "my-views", "report", "summary"]
        assert made(case.parent / "out") == [f"EX-0042-{kind}-p2-2026-03-17.md" for kind in kinds]

    def test_a_document_with_protected_words_is_left_out_and_told_with_its_place(
        self, sostool: Sostool, case: Path
    ) -> None:
        case.write_text(
            OPEN + "map: {working_well: {strengths: [Mia likes 3 Fern Court.]}}\n"
            "protected: [{words: [Fern Court], from: [dean], why: x, agreed_by: lisa, date: 2026-03-12}]\n",
            encoding="utf-8",
        )
        old = case.parent / "out" / "room" / "EX-0042-report-room-2026-03-01.md"
        old.parent.mkdir(parents=True)
        old.write_text("old", encoding="utf-8")
        options = ["--for", "everyone", "--format", "md", "--unfinished", "-o", "out"]
        done = sostool("render-report", "case.yaml", *options)
        assert done.code == 1
        assert "Fern Court" not in done.err
        assert "Not made: report for" in done.err
        assert "case.yaml:" in done.err
        assert f"From before, and not to be handed out: {Path('out', 'room', old.name)}" in done.err
        assert (case.parent / "out" / "practitioners").is_dir()

    def test_a_room_that_is_told_is_called_as_for_takes_it(self, sostool: Sostool, case: Path) -> None:
        case.write_text(
            OPEN.replace("date: 2026-03-17", "date: 2026-03-17, attendance: [{who: dean, part: separately, why: x}]")
            .replace("Lisa, role: parent", "Lisa, role: parent, parent_of: [mia]")
            .replace("Dean, role: parent", "Dean, role: parent, parent_of: [mia]")
            + "map: {working_well: {strengths: [{what: Mia likes 3 Fern Court., said_by: [dean]}]}}\n"
            "protected: [{words: [Fern Court], from: [dean], why: x, agreed_by: lisa, date: 2026-03-12}]\n",
            encoding="utf-8",
        )
        done = sostool("render-report", "case.yaml", "--for", "everyone", "--document", "map", "--unfinished")
        named = [line.partition(" for ")[2].partition(".")[0] for line in done.err.splitlines() if "Not made: " in line]
        assert named == ["room", "room:p3"]
        for name in named:
            assert "has this id" not in sostool("render-report", "case.yaml", "--for", name, "--unfinished").err

    def test_a_childs_page_from_before_somebody_was_feared_is_pointed_to(self, sostool: Sostool, case: Path) -> None:
        options = ["--document", "all", "--for", "everyone", "-o", "out"]
        assert sostool("render-report", "case.yaml", *options, "--format", "md").err.count("From before") == 0
        (page,) = (case.parent / "out").glob("*/EX-0042-child-*.md")
        case.write_text(FEARED, encoding="utf-8")
        done = sostool("render-report", "case.yaml", *options, "--format", "html")
        told = [line for line in done.err.splitlines() if "EX-0042-child-" in line]
        assert told == [f"From before, and not to be handed out: {page.relative_to(case.parent)}"]
        assert page.is_file()

    def test_nothing_for_a_reader_is_told(self, sostool: Sostool, case: Path) -> None:
        done = sostool("render-report", "case.yaml", "--document", "all", "--for", "nobody")
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("Nobody in this file has this id.\n")

    def test_a_blank_sheet_needs_no_reader(self, sostool: Sostool, case: Path) -> None:
        case.write_text(FEARED, encoding="utf-8")
        done = sostool("render-report", "case.yaml", "--document", "my-views", "--format", "md")
        assert done.code == 0
        text = (case.parent / "EX-0042-my-views-room-2026-03-17.md").read_text("utf-8")
        assert "Mia" not in text

    def test_a_language_by_its_name(self, sostool: Sostool, case: Path) -> None:
        done = sostool("render-report", "case.yaml", "--language", "polski", "--format", "html", "-o", "pl.html")
        assert (done.code, done.err) == (0, "")
        assert '<html lang="pl" dir="ltr">' in (case.parent / "pl.html").read_text("utf-8")

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--document", "sumary"], "There is no document sumary. Did you mean summary? There are: report, map,"),
            (["--language", "polsky"], "There are no words in the language polsky. Did you mean pl (Polski, Polish)?"),
            (["--templates", "nowhere"], "nowhere: This is not a folder of templates."),
        ],
    )
    def test_a_slip_is_told_with_what_was_meant(
        self, sostool: Sostool, case: Path, options: list[str], said: str
    ) -> None:
        done = sostool("render-report", "case.yaml", *options)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(said)
        assert made(case.parent) == []
