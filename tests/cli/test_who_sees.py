"""`sostool who-sees`: who gets which item of a case file, on the terminal, for programs and as the chair's page."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import Data, family, put, written
from support.running import ROOT, is_one_line, run

if TYPE_CHECKING:
    from cli.conftest import Sostool

HTML = "EX-0900-who-sees-chair-2026-03-17.html"
HOSTILE = "\x1b[31m\u202eevil\u200b ::set-output name=x::y ##[error] <script>alert(1)</script> | *b* `c`"


def base() -> Data:
    case = put(family(feared=True, side=True), "meeting.why", "Zwhy we meet.")
    put(case, "map.working_well.strengths", [{"what": "Zsinging every day.", "said_by": ["lisa"]}])
    put(case, "people.lisa.contact", {"phone": "07700 900123"})
    return case


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.yaml"
    file.write_bytes(written(base()))
    return file


def names_of_the_case() -> list[str]:
    people: dict[str, Any] = base()["people"]
    ids = [id_ for id_ in people if len(id_) > 2]
    names = [word for person in people.values() for word in person["name"].split() if len(word) > 2]
    return [*ids, *names, "hurting", "Zwhy", "Zsinging", "07700", "EX-0900"]


def holds_a_name(printed: str) -> list[str]:
    """Give the names, ids and texts of the case that stand in what was printed."""
    return [name for name in names_of_the_case() if re.search(rf"\b{name}\b", printed)]


class TestTheWholeFile:
    def test_is_a_line_for_each_item_and_a_column_for_each_reader(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "--no-private")
        assert (done.code, done.err) == (0, "")
        assert "  b  practitioners; Priya Shah (p11); Mr Cole (p12); Max Hill (p13)\n" in done.out
        lines = done.out.splitlines()
        assert f"{'':32}a b c d e f g h i" in lines
        assert "▲ map.working_well.strengths[0] . + . . + . . . ." in lines
        assert max(map(len, lines)) <= 100

    def test_is_the_same_with_all(self, sostool: Sostool, case: Path) -> None:
        assert sostool("who-sees", "case.yaml", "--all").out == sostool("who-sees", "case.yaml").out

    def test_folds_at_eighty_columns(self, sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        for more in ((), ("dangers",), ("people",), ("--for", "dean")):
            printed = sostool("who-sees", "case.yaml", "--no-private", *more).out
            assert max(map(len, printed.splitlines())) <= 80
        monkeypatch.setenv("COLUMNS", "10")
        assert sostool("who-sees", "case.yaml", "--no-private").code == 0

    def test_from_standard_input(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "-", typed=case.read_bytes())
        assert done.out == sostool("who-sees", "case.yaml").out

    def test_of_a_file_with_windows_line_ends(self, sostool: Sostool, case: Path) -> None:
        before = sostool("who-sees", "case.yaml").out
        case.write_bytes(case.read_bytes().replace(b"\n", b"\r\n"))
        assert sostool("who-sees", "case.yaml").out == before


class TestOneItem:
    def test_is_told_with_all_readers_and_the_reasons(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "map.working_well.strengths[0]", "--no-private")
        assert done.code == 0
        told = " ".join(done.out.split())
        assert told.startswith("▲ map.working_well.strengths[0], line ")
        assert "“Zsinging every day.” yes practitioners; Lisa (p3); Sal (p8); Priya Shah (p11);" in told
        assert (
            "no the room, with everyone there; Dean (p4); Dov (p9). Words, a number or help of Lisa, "
            "which must not reach Dean." in told
        )
        assert (
            "no Aunt Jo (p5); Kim (p7). What the table gives (row “map”, network): What the reader said, did or saw."
            in told
        )

    def test_by_its_position_or_its_id(self, sostool: Sostool, case: Path) -> None:
        by_id = sostool("who-sees", "case.yaml", "dangers.hurting")
        assert by_id.code == 0
        assert sostool("who-sees", "case.yaml", "dangers[0]").out == by_id.out

    def test_by_its_line(self, sostool: Sostool, case: Path) -> None:
        lines = case.read_text("utf-8").splitlines()
        line = next(number for number, text in enumerate(lines, 1) if "Zsinging" in text)
        by_line = sostool("who-sees", "case.yaml", "--line", str(line))
        assert by_line.out == sostool("who-sees", "case.yaml", "map.working_well.strengths[0]").out

    def test_that_no_document_holds_says_so(self, sostool: Sostool, case: Path) -> None:
        for path in ("sostool", "profile"):
            done = sostool("who-sees", "case.yaml", path)
            assert (done.code, done.out, done.err) == (0, "", "No document holds this, for any reader.\n")

    def test_under_a_path_all_are_told(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "people.lisa", "--no-private")
        assert re.findall(r"^  (people\.\S+), line", done.out, re.MULTILINE) == ["people.lisa", "people.lisa.contact"]


class TestOneReader:
    def test_gets_a_list_with_the_reasons(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "--for", "dean", "--no-private")
        assert done.code == 0
        assert done.out.startswith("For Dean (p4): ")
        told = " ".join(done.out.split())
        assert "yes dangers.hurting “Priya is worried.”" in told
        assert (
            "▲ no map.working_well.strengths[0] “Zsinging every day.” "
            "Words, a number or help of Lisa, which must not reach Dean." in told
        )

    def test_by_id_name_or_code(self, sostool: Sostool, case: Path) -> None:
        by_id = sostool("who-sees", "case.yaml", "--for", "dean").out
        for name in ("Dean", "p4"):
            assert sostool("who-sees", "case.yaml", "--for", name).out == by_id

    @pytest.mark.parametrize("reader", ["room", "practitioners", "chair", "room:lisa", "mia", "ray", "una", "everyone"])
    def test_may_be_any(self, sostool: Sostool, case: Path, reader: str) -> None:
        done = sostool("who-sees", "case.yaml", "--for", reader)
        assert (done.code, done.err) == (0, "")

    def test_and_what_somebody_said(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "--for", "dean", "--words-of", "lisa", "--no-private")
        assert done.out.startswith("For Dean (p4): 1 of 2 items.\n")
        assert sostool("who-sees", "case.yaml", "--for", "dean", "--words-of", "p3", "--no-private").out == done.out

    def test_of_whom_nothing_is_there_says_so(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "dangers", "--words-of", "una")
        assert (done.code, done.err) == (0, "Nothing here carries this person's words.\n")


class TestPrivate:
    @pytest.mark.parametrize(
        "options",
        [
            (),
            ("--for", "dean"),
            ("--for", "room:dean"),
            ("people",),
            ("dangers",),
            ("map", "--words-of", "lisa"),
            ("--format", "json"),
            ("--format", "json", "--no-private"),
        ],
    )
    def test_output_names_nobody_and_tells_no_text(
        self, sostool: Sostool, case: Path, options: tuple[str, ...]
    ) -> None:
        done = sostool("who-sees", "case.yaml", *options)
        assert done.code == 0
        assert holds_a_name(done.out) == []
        assert "p4" in done.out

    @pytest.mark.parametrize(
        "options",
        [("people.lisaa",), ("--for", "dea"), ("--words-of", "lis"), ("--line", "9999"), ("dangers.hurtin",)],
    )
    def test_complaints_name_nobody(self, sostool: Sostool, case: Path, options: tuple[str, ...]) -> None:
        done = sostool("who-sees", "case.yaml", *options)
        assert done.code == 2
        assert holds_a_name(done.out + done.err) == []

    def test_is_what_the_teams_settings_say(self, sostool: Sostool, case: Path) -> None:
        (case.parent / "sostool.yaml").write_text("private: true\n", "utf-8")
        assert holds_a_name(sostool("who-sees", "case.yaml").out) == []


class TestForPrograms:
    def test_each_item_has_a_state_for_each_reader(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "map", "--format", "json")
        data = json.loads(done.out)
        assert data["sostool_who_sees"] == 1
        (item,) = data["items"]
        assert item["path"] == "map.working_well.strengths[0]"
        assert item["about_fear"] is True
        assert item["readers"]["p3"] == {"state": "yes"}
        assert item["readers"]["p4"] == {
            "state": "no",
            "why": ["Words, a number or help of p3, which must not reach p4."],
        }

    def test_keys_that_are_left_out_are_named(self, sostool: Sostool, case: Path) -> None:
        data = json.loads(sostool("who-sees", "case.yaml", "people.mia", "--format", "json").out)
        assert data["items"][0]["readers"]["room"]["without"] == ["born"]


class TestThePage:
    def test_is_the_chairs_copy(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "--format", "html")
        assert (done.code, done.out, done.err) == (0, f"Written: {HTML}\n", "")
        page = (case.parent / HTML).read_text("utf-8")
        assert stat.S_IMODE((case.parent / HTML).stat().st_mode) == 0o600
        assert "Chair&#39;s copy" in page
        assert "size:A4 landscape" in page
        assert "Zsinging every day." in page
        assert '<th scope="col" role="columnheader">p4</th>' in page
        assert "thead" in page
        assert "<caption" in page

    def test_is_the_same_bytes_each_time(self, sostool: Sostool, case: Path) -> None:
        sostool("who-sees", "case.yaml", "--format", "html", "-o", "one.html")
        sostool("who-sees", "case.yaml", "--format", "html", "-o", "two.html")
        assert (case.parent / "one.html").read_bytes() == (case.parent / "two.html").read_bytes()

    @pytest.mark.parametrize("language", ["en", "cy", "pl", "ar"])
    def test_in_each_language(self, sostool: Sostool, case: Path, language: str) -> None:
        for more in ((), ("--for", "dean")):
            done = sostool("who-sees", "case.yaml", "--format", "md", "--language", language, "-o", "p.md", *more)
            assert (done.code, done.err) == (0, "")
            assert "who_sees." not in (case.parent / "p.md").read_text("utf-8")

    def test_of_one_reader_has_the_reasons_beside_each_item(self, sostool: Sostool, case: Path) -> None:
        sostool("who-sees", "case.yaml", "--format", "md", "--for", "dean", "-o", "dean.md")
        page = (case.parent / "dean.md").read_text("utf-8")
        assert "What this reader gets: Dean" in page
        assert re.search(r"Zsinging every day.*\| no \| Words, a number or help of Lisa", page)

    def test_never_replaces_a_case_file(self, sostool: Sostool, case: Path) -> None:
        before = case.read_bytes()
        done = sostool("who-sees", "case.yaml", "--format", "html", "-o", "case.yaml")
        assert done.code == 2
        assert is_one_line(done.err)
        assert case.read_bytes() == before

    def test_is_not_written_where_nothing_may_be(self, powerless: tuple[str, ...], case: Path) -> None:
        folder = case.parent / "closed"
        folder.mkdir(mode=0o555)
        done = run("who-sees", str(case), "--format", "html", "-o", str(folder), before=powerless)
        assert done.code == 2
        assert is_one_line(done.err)
        assert list(folder.iterdir()) == []

    def test_a_full_disk_ends_it_in_one_line(self, case: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = run("who-sees", str(case), out=full)
        assert done.code == 2


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        ("options", "line"),
        [
            (("dangers.hurtig",), "There is nothing at this path. Did you mean dangers.hurting?"),
            (("[",), "There is nothing at this path. `sostool who-sees CASE` lists what there is."),
            (("--line", "99999"), "The file has "),
            (("dangers", "--all"), "Say one of these: a path, --line, or --all."),
            (("dangers", "--line", "3"), "Say one of these: a path, --line, or --all."),
            (("--words-of", "nobody"), "Nobody in this file has this id: --words-of takes a person's id or code."),
            (("-o", "x"), "-o is where the page goes: add --format html or --format md."),
        ],
    )
    def test_is_wrong_use_in_one_line(self, sostool: Sostool, case: Path, options: tuple[str, ...], line: str) -> None:
        done = sostool("who-sees", "case.yaml", "--no-private", *options)
        assert (done.code, done.out) == (2, "")
        assert is_one_line(done.err)
        assert done.err.startswith(line)

    def test_a_reader_nobody_knows_is_told_with_those_there_are(self, sostool: Sostool, case: Path) -> None:
        done = sostool("who-sees", "case.yaml", "--for", "deen", "--no-private")
        assert done.code == 2
        assert "Did you mean --for dean?" in done.err

    def test_a_file_that_is_not_there_or_empty_or_wrong(self, sostool: Sostool, case: Path) -> None:
        assert sostool("who-sees", "nowhere.yaml").code == 2
        for text in ("", "people: [", "sostool: 1\nreference: EX-1\n"):
            case.write_text(text, "utf-8")
            done = sostool("who-sees", "case.yaml")
            assert (done.code, done.out) == (1, "")

    def test_protected_words_in_what_somebody_gets_end_with_a_finding(self, sostool: Sostool, case: Path) -> None:
        data = put(base(), "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
        put(data, "dangers.0.statement", "Priya is worried about Fern Court.")
        case.write_bytes(written(data))
        done = sostool("who-sees", "case.yaml", "dangers")
        assert done.code == 1
        told = " ".join(done.out.split())
        assert "stops the room, with everyone there; p4; p6; p9. Protected words stand in it." in told
        assert "Stops: words stand in it because of which no document is made for this reader" in told
        assert "Fern" not in done.out


def test_a_hostile_text_stays_a_text(sostool: Sostool, case: Path) -> None:
    data = put(base(), "map.working_well.strengths.0.what", f"Zsinging {HOSTILE}")
    put(data, "people.lisa.name", f"Lisa {HOSTILE}")
    text = written(data).decode().replace("\x1b", "\\u001b")
    case.write_text(text, "utf-8")
    for options in (("--all",), ("map",), ("--for", "dean"), ("--for", "lisa")):
        done = sostool("who-sees", "case.yaml", "--no-private", *options)
        assert done.code in (0, 1)
        assert not re.search("[\x1b\u202e\u200b]", done.out + done.err)
        assert "\n::" not in done.out
        assert "##[" not in done.out
    if sostool("who-sees", "case.yaml", "--format", "html").code == 0:
        assert "<script>alert" not in (case.parent / HTML).read_text("utf-8")


def test_of_several_reasons_the_same_is_told_each_time() -> None:
    file = str(ROOT / "examples" / "mia-and-noah-review.yaml")
    first, second = (run("who-sees", file, "--format", "json", PYTHONHASHSEED=seed).out for seed in ("1", "2"))
    assert first == second
    assert "must not reach" in first


def test_the_command_reads_only(sostool: Sostool, case: Path) -> None:
    before = case.read_bytes()
    for options in ((), ("--for", "dean"), ("--format", "json")):
        sostool("who-sees", "case.yaml", *options)
    assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]
    assert case.read_bytes() == before


@pytest.mark.parametrize("example", sorted(path.stem for path in (ROOT / "examples").glob("*.yaml")))
def test_every_example_can_be_looked_at_by_everyone(sostool: Sostool, example: str) -> None:
    file = ROOT / "examples" / f"{example}.yaml"
    done = sostool("who-sees", file)
    assert (done.code, done.err) == (0, "")
    codes = re.findall(r"^  [a-z]  (.+)$", done.out, re.MULTILINE)
    assert len(codes) > 4
