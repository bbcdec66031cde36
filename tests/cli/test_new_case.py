"""`sostool new-case` with options, as a script uses it."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import stat
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.running import EXAMPLES, is_one_line, run

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.case.schema import FILE_NAME, shipped_schema

if TYPE_CHECKING:
    from cli.conftest import Sostool

FULL = [
    *("--reference", "EX-0100", "--kind", "initial-conference", "--date", "2026-12-01", "--profile", "surrey-2018"),
    *(
        "--child",
        "Mia:2019-06-02",
        "--child",
        "Noah",
        "--parent",
        "Lisa, Mia's mum",
        "--network",
        "Aunt Jo, Lisa's sister",
    ),
    *("--practitioner", "Priya Shah", "--practitioner", "Mr Cole, Mia's teacher"),
    *("--worry", "Priya is worried that Mia could be hurt again if Dean drinks."),
]


def sound(path: Path) -> Case:
    result = read_case(path.read_bytes(), str(path))
    assert result.findings == []
    assert result.case is not None
    return result.case


def test_everything_that_is_said_is_in_the_file(sostool: Sostool, tmp_path: Path) -> None:
    done = sostool("new-case", *FULL)
    assert (done.code, done.err) == (0, "")
    case = sound(tmp_path / "EX-0100-2026-12-01.yaml")
    assert (case.reference, case.profile) == ("EX-0100", "surrey-2018")
    assert [(p.name, p.role, p.relation) for p in case.people.values()] == [
        ("Mia", "child", ""),
        ("Noah", "child", ""),
        ("Lisa", "parent", "Mia's mum"),
        ("Aunt Jo", "network", "Lisa's sister"),
        ("Priya Shah", "social-worker", ""),
        ("Mr Cole", "practitioner", "Mia's teacher"),
    ]
    assert case.people["mia"].born == dt.date(2019, 6, 2)
    assert case.dangers[0].statement == "Priya is worried that Mia could be hurt again if Dean drinks."
    assert case.meeting is not None
    assert case.meeting.author == "priya"


def test_what_to_do_next_tells_the_gaps_the_most_important_first_and_the_commands(sostool: Sostool) -> None:
    lines = sostool("new-case", *FULL).out.splitlines()
    assert lines[0] == "Written: EX-0100-2026-12-01.yaml"
    assert "What to do next, the most important first:" in lines
    assert [line for line in lines if line.startswith("  sostool ")] == [
        "  sostool validate EX-0100-2026-12-01.yaml",
        "  sostool render-report EX-0100-2026-12-01.yaml",
    ]
    assert any("safety goal" in line for line in lines)


def test_what_to_do_next_holds_no_word_of_the_family(sostool: Sostool) -> None:
    out = sostool("new-case", *FULL).out
    assert not re.search(r"Mia|Noah|Lisa|Jo\b|Priya|Cole|Dean|hurt again", out)


def test_validate_has_no_error(sostool: Sostool) -> None:
    sostool("new-case", *FULL)
    done = sostool("validate", "--format", "concise")
    assert done.code == 0
    assert {line.split()[2] for line in done.out.splitlines()} == {"query", "advice"}
    assert sostool("validate", "--strict").code == 1


def test_the_schema_lies_beside(sostool: Sostool, tmp_path: Path) -> None:
    sostool("new-case", *FULL)
    assert (tmp_path / FILE_NAME).read_bytes() == shipped_schema()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["EX-0100-2026-12-01.yaml", FILE_NAME]


def test_a_schema_that_lies_there_is_left_alone(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("mine", encoding="utf-8")
    assert sostool("new-case", *FULL).code == 0
    assert (tmp_path / FILE_NAME).read_text("utf-8") == "mine"


OPTIONS = [
    ("--kind", "core-group"),
    ("--date", "17/3/2026"),
    ("--child", "Zoë: the small one"),
    ("--child", "Bean:20 May 2031"),
    ("--parent", 'O\'Brien, "Mum": #1'),
    ("--network", "محمد"),
    ("--practitioner", "- Sam"),
    ("--worry", "  - one\n\n- two: x\t"),
    ("--profile", "thurrock"),
    ("--no-input",),
]


@pytest.mark.parametrize(
    "options", [pair for count in (0, 1, 2, len(OPTIONS)) for pair in combinations(OPTIONS, count)]
)
def test_any_options_together_make_a_sound_file(
    sostool: Sostool, tmp_path: Path, options: tuple[tuple[str, ...], ...]
) -> None:
    done = sostool("new-case", "EX-7.yaml", "--reference", "EX-7", *(word for option in options for word in option))
    assert (done.code, done.err) == (0, "")
    case = sound(tmp_path / "EX-7.yaml")
    names = {person.name for person in case.people.values()}
    given: dict[str, str] = {option[0]: option[-1] for option in options}
    if given.get("--child") == "Zoë: the small one":
        assert "Zoë: the small one" in names
    if "--worry" in given:
        assert case.dangers[0].statement == given["--worry"]
    if "--date" in given:
        assert case.meeting is not None
        assert case.meeting.date == dt.date(2026, 3, 17)
    assert sostool("validate", "EX-7.yaml").code == 0


def test_an_unborn_child_is_due(sostool: Sostool, tmp_path: Path) -> None:
    sostool("new-case", "EX-7.yaml", "--child", "Bean:2099-01-01", "--child", "Mia:2019-06-02", "--date", "2026-03-17")
    people = sound(tmp_path / "EX-7.yaml").people
    assert (people["bean"].due, people["bean"].born) == (dt.date(2099, 1, 1), None)
    assert (people["mia"].due, people["mia"].born) == (None, dt.date(2019, 6, 2))


def test_two_of_one_name_have_two_ids(sostool: Sostool, tmp_path: Path) -> None:
    sostool(
        "new-case",
        "EX-7.yaml",
        "--child",
        "Mia:2019-06-02",
        "--child",
        "Mia:2021-01-01",
        "--parent",
        "Everyone",
        "--parent",
        "Null",
    )
    assert list(sound(tmp_path / "EX-7.yaml").people) == ["mia", "mia-2", "everyone-2", "person"]


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("EX-7.yaml", "EX-7.yaml"),
        ("EX-7.yml", "EX-7.yml"),
        ("EX-7", "EX-7.yaml"),
        ("EX-7.2", "EX-7.2.yaml"),
        ("a b/EX-7.yaml", "a b/EX-7.yaml"),
        ("ë/محمد/EX-7.yaml", "ë/محمد/EX-7.yaml"),
        ("new/", "new/EX-7-2026-03-17.yaml"),
        (".", "EX-7-2026-03-17.yaml"),
        ("there", "there/EX-7-2026-03-17.yaml"),
        ("../beside/EX-7.yaml", "../beside/EX-7.yaml"),
        ("'; rm -rf.yaml", "'; rm -rf.yaml"),
    ],
)
def test_the_path_is_a_file_or_a_folder(sostool: Sostool, tmp_path: Path, path: str, file: str) -> None:
    (tmp_path / "there").mkdir()
    done = sostool("new-case", path, "--reference", "EX-7", "--date", "2026-03-17")
    assert (done.code, done.err) == (0, "")
    sound(tmp_path / file)
    assert (tmp_path / file).with_name(FILE_NAME).is_file()


def test_a_path_with_a_leading_dash(sostool: Sostool, tmp_path: Path) -> None:
    done = sostool("new-case", "--reference", "EX-7", "--", "-7.yaml")
    assert done.code == 0
    assert "  sostool validate ./-7.yaml\n" in done.out
    sound(tmp_path / "-7.yaml")
    assert sostool("validate", "./-7.yaml").code == sostool("validate", "--", "-7.yaml").code == 0


def test_the_commands_it_tells_can_be_typed(sostool: Sostool, tmp_path: Path) -> None:
    done = sostool("new-case", "it's a b.yaml", "--reference", "EX-7")
    assert "  sostool validate 'it'\"'\"'s a b.yaml'\n" in done.out
    sound(tmp_path / "it's a b.yaml")


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("EX-42.yaml", "EX-42"),
        ("new/EX-42.yaml", "EX-42"),
        ("EX-42-2026-03-17.yaml", "EX-42"),
        ("EX-42", "EX-42"),
        ("0042.yml", "0042"),
    ],
)
def test_the_reference_may_come_from_the_files_name(
    sostool: Sostool, tmp_path: Path, path: str, reference: str
) -> None:
    assert sostool("new-case", path, "--no-input").code == 0
    file = tmp_path / path
    assert sound(file if file.suffix else file.with_suffix(".yaml")).reference == reference


@pytest.mark.parametrize(
    "path", ["", "mia.yaml", "Mia Smith.yaml", "case.yaml", ".", "folder/", "_7.yaml", "x" * 41 + "7"]
)
def test_a_name_is_never_taken_for_a_reference(sostool: Sostool, tmp_path: Path, path: str) -> None:
    done = sostool("new-case", *([path] if path else []), "--no-input")
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)
    assert "--reference" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    [
        ["--reference", "../../x"],
        ["--reference", "/x"],
        ["--reference", "C:\\x"],
        ["--reference", "x" * 41],
        ["--reference", "Mia Smith"],
        ["--reference", ".hidden"],
        ["--reference", "-x"],
        ["--reference", "x\n"],
        ["--kind", "initial"],
        ["--kind", "confrence"],
        ["--date", "2026-02-30"],
        ["--date", "tomorrow"],
        ["--date", ""] * 0 + ["--date", "13/13/2026"],
        ["--profile", "surey-2018"],
        ["--profile", "../england"],
        ["--child", ""],
        ["--child", ":2019-06-02"],
        ["--child", "7/8/2019"],
        ["--parent", "2, Mum"],
        ["--child", "Mia:2019-02-30"],
        ["--child", "Mia:06/2019"],
        ["--parent", " , Mia's mum"],
        ["--parent", "Li\x07sa"],
        ["--parent", "Lisa, \u202emum"],
        ["--parent", "Li\udce4sa"],
        ["--network", "\x1b[31mJo"],
        ["--practitioner", "a\u2028b"],
        ["--worry", "x\x00y"],
        ["--worry", "x\u2067y"],
        ["--example", "mia-and-noah"],
        ["--example", "nobody"],
    ],
)
def test_wrong_use_is_told_in_a_line_and_writes_nothing(sostool: Sostool, tmp_path: Path, options: list[str]) -> None:
    more = [] if options[0] == "--reference" or options[1] == "nobody" else ["--reference", "EX-7"]
    done = sostool("new-case", *more, *options)
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", done.err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_is_copied_as_it_is(sostool: Sostool, tmp_path: Path, example: Path) -> None:
    done = sostool("new-case", "--example", example.stem)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / example.name).read_bytes() == example.read_bytes()
    assert "Nothing is missing in it." in done.out
    assert stat.S_IMODE((tmp_path / example.name).stat().st_mode) == 0o600


def test_an_example_may_be_put_elsewhere(sostool: Sostool, tmp_path: Path) -> None:
    assert sostool("new-case", "a b/ours.yaml", "--example", "mia-and-noah").code == 0
    sound(tmp_path / "a b" / "ours.yaml")


def test_a_misspelt_example_gets_the_nearest(sostool: Sostool) -> None:
    assert "Did you mean mia-and-noah?" in sostool("new-case", "--example", "mia-and-noh").err


def test_an_authoritys_own_profile_is_looked_for_beside_the_new_file(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "cases" / "profiles").mkdir(parents=True)
    (tmp_path / "cases" / "profiles" / "ours.yaml").write_text(
        "sostool_profile: 1\nbased_on: england\n", encoding="utf-8"
    )
    for path in ("cases", "cases/EX-8.yaml"):
        assert sostool("new-case", path, "--reference", "EX-7", "--profile", "ours").code == 0
    assert sostool("new-case", "--reference", "EX-7", "--profile", "ours").code == 2
    assert sostool("validate", "cases").code == 0


class TestNothingIsWrittenOver:
    @pytest.mark.parametrize("arguments", [["EX-7.yaml"], ["EX-7"], ["EX-7.yaml", "--example", "mia-and-noah"]])
    def test_a_file_that_is_there(self, sostool: Sostool, tmp_path: Path, arguments: list[str]) -> None:
        (tmp_path / "EX-7.yaml").write_text("mine", encoding="utf-8")
        done = sostool("new-case", *arguments, "--no-input")
        assert (done.code, done.out) == (2, "")
        assert done.err == "Not written: EX-7.yaml is there already, and nothing is ever written over it.\n"
        assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"EX-7.yaml": "mine"}

    def test_not_even_what_a_link_points_to(self, sostool: Sostool, tmp_path: Path) -> None:
        (tmp_path / "EX-7.yaml").symlink_to(tmp_path / "elsewhere.yaml")
        assert sostool("new-case", "EX-7.yaml", "--no-input").code == 2
        assert not (tmp_path / "elsewhere.yaml").exists()

    def test_a_file_in_the_way_of_a_folder(self, sostool: Sostool, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine", encoding="utf-8")
        for path in ("file/EX-7.yaml", "file/"):
            done = sostool("new-case", path, "--reference", "EX-7")
            assert (done.code, done.err) == (2, "Not written: file is not a folder.\n")
        assert (tmp_path / "file").read_text("utf-8") == "mine"


CALLS = ["open", "fdopen", "fsync", "link"]


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_whatever_fails_it_ends_with_a_line_and_what_is_there_is_whole(
    sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    count = [0]

    def failing(call: Any) -> Any:
        def counted(*arguments: Any, **more: Any) -> Any:
            count[0] += 1
            if count[0] == number:
                raise OSError(code, os.strerror(code))
            return call(*arguments, **more)

        return counted

    with monkeypatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, failing(getattr(os, name)))
        done = sostool("new-case", *FULL)
    there = {path.name for path in tmp_path.iterdir()}
    assert there <= {"EX-0100-2026-12-01.yaml", FILE_NAME}
    if "EX-0100-2026-12-01.yaml" in there:
        sound(tmp_path / "EX-0100-2026-12-01.yaml")
    if done.code == 2:
        assert is_one_line(done.err)
        assert ("is written, but not the schema" in done.err) == bool(there) or FILE_NAME in there
    else:
        assert done.code == 0
        assert there == {"EX-0100-2026-12-01.yaml", FILE_NAME}


def test_a_folder_without_permission(tmp_path: Path, powerless: tuple[str, ...]) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = run("new-case", "locked/EX-7.yaml", "--no-input", cwd=tmp_path, before=powerless)
    assert (done.code, done.out) == (2, "")
    assert done.err == "Not written: the folder locked may not be written to (no permission).\n"
    assert list((tmp_path / "locked").iterdir()) == []


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_only_its_owner_can_read_it_whatever_the_umask(sostool: Sostool, tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        sostool("new-case", *FULL)
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_when_nobody_reads_what_it_says_the_file_is_there_all_the_same(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("new-case", *FULL, cwd=tmp_path, out=full)
    assert done.code == 2
    assert is_one_line(done.err)
    sound(tmp_path / "EX-0100-2026-12-01.yaml")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_console_of_another_encoding(tmp_path: Path, encoding: str) -> None:
    done = run(
        "new-case", "ë/محمد 7.yaml", "--no-input", "--reference", "EX-7", cwd=tmp_path, PYTHONIOENCODING=encoding
    )
    assert (done.code, done.err) == (0, "")
    sound(tmp_path / "ë" / "محمد 7.yaml")


def test_without_a_terminal_it_asks_nothing(tmp_path: Path) -> None:
    done = run("new-case", typed="EX-7\n" * 20, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "--reference" in done.err


def test_nothing_is_left_in_the_systems_temporary_folder(tmp_path: Path) -> None:
    for name in ("temporary", "home", "here"):
        (tmp_path / name).mkdir()
    places: dict[str, Any] = {"TMPDIR": str(tmp_path / "temporary"), "HOME": str(tmp_path / "home")}
    assert run("new-case", *FULL, cwd=tmp_path / "here", **places).code == 0
    assert run("validate", cwd=tmp_path / "here", **places).code == 0
    assert run("render-report", "EX-0100-2026-12-01.yaml", "--for", "chair", cwd=tmp_path / "here", **places).code == 0
    assert list((tmp_path / "temporary").iterdir()) == list((tmp_path / "home").iterdir()) == []
