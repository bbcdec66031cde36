"""`sostool render-report` over hostile files and file names: what it says, and where it writes."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from report.making.every_key import every_key
from report.making.hostile import ACTIVE, MARKDOWN, WORDS
from report.proof.plain import Path as Place
from report.proof.plain import dump
from support.running import run

from sostool.identity.folded_text import FoldedText
from sostool.identity.runs import WORDS_IN_A_RUN

if TYPE_CHECKING:
    from cli.conftest import Sostool

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COMMANDS = ("::", "##[", "##vso[", "##teamcity[", "%%")
FOR_TERMINALS = (
    "::error file=x::hello",
    "::set-output name=x::y",
    "##[error]hello",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[message text='x']",
    "[/foo]",
    "[red]hidden[/red]",
    "[link=https://evil.example]x[/link]",
    ":smile:",
    "%s {x} $(id) `id`",
    "\r\n::error::hello".strip(),
    "-rf",
    "--help",
    "../../x",
    "/etc/passwd",
    "C:\\x",
    "CON",
    "a" * 400,
)
# Each stands in many places, held back and not: eight words in a row would be found, and no document made.
HOSTILE = tuple(
    text
    for text in (*FOR_TERMINALS, *ACTIVE, *MARKDOWN, *WORDS)
    if len(text) < 500 and len(FoldedText.of(text).words) + 1 < WORDS_IN_A_RUN
)
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
READERS = ("chair", "practitioners", "room", "room:ray", "lisa", "dean", "jo", "mia", "cole", "everyone")


def case_with(turn: int) -> bytes:
    """Make the case with every key, a hostile text in each place."""
    count = iter(range(turn, 100_000))
    return dump(every_key(lambda path: unlike(path) or f"{HOSTILE[next(count) % len(HOSTILE)]} {turn}"))


def unlike(path: Place) -> str:
    """Give words of their own for what is protected: wherever they stood, a document would be refused."""
    return f"Fern Court {path[1]}" if path[0] == "protected" else ""


def assert_quiet(text: str) -> None:
    """Find nothing in a message that a terminal or a build server would act on."""
    assert CONTROL.search(text) is None
    assert "Traceback" not in text
    assert [line for line in text.splitlines() if line.lstrip().startswith(COMMANDS)] == []


def assert_named_plainly(folder: Path, besides: tuple[str, ...] = ()) -> None:
    """Find only plain names under a folder."""
    names = [path.name for path in folder.rglob("*") if path.name not in besides]
    assert names
    assert [name for name in names if not NAME.fullmatch(name)] == []


@pytest.mark.parametrize("turn", [0, 60, 120])
@pytest.mark.parametrize("reader", READERS)
def test_messages_hold_no_text_of_the_case(sostool: Sostool, tmp_path: Path, reader: str, turn: int) -> None:
    (tmp_path / "case.yaml").write_bytes(case_with(turn))
    done = sostool(
        "render-report",
        "case.yaml",
        "--for",
        reader,
        "--document",
        "all",
        "--unfinished",
        "-o",
        "out",
        "--format",
        "md",
    )
    assert done.code == 0, done.err
    assert_quiet(done.out + done.err)
    assert [
        text for text in (*FOR_TERMINALS, *ACTIVE, *MARKDOWN) if len(text) > 5 and text in done.out + done.err
    ] == []
    assert_named_plainly(tmp_path, besides=("case.yaml", "out"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml", "out"]


def test_a_pack_of_hostile_texts_has_plain_names_and_links_that_lead_inside(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_bytes(case_with(7))
    done = sostool("render-report", "case.yaml", "--for", "everyone", "--document", "all", "--unfinished")
    assert done.code == 0, done.err
    assert_quiet(done.out + done.err)
    pack = tmp_path / "EX-0042-2026-03-17"
    assert sorted(path.name for path in tmp_path.iterdir()) == [pack.name, "case.yaml"]
    assert_named_plainly(pack)
    [index] = pack.glob("*.html")
    links = re.findall(r'href="([^"]*)"', index.read_text("utf-8"))
    leading = [link for link in links if not link.startswith("#")]
    assert leading
    assert [
        link
        for link in leading
        if not re.fullmatch(r"[a-z0-9-]+/[A-Za-z0-9._-]+\.html", link) or not (pack / link).is_file()
    ] == []


@pytest.mark.parametrize(
    "option", ["--for", "--document", "--language", "--templates", "--profile", "-o", "--format", "--nothing"]
)
@pytest.mark.parametrize(
    "value",
    ["\x1b[31mred\x1b[0m", "\x07", "\x9b31m", "a\r\n::error::b", "[red]b[/red]", "[/foo]", "\u202eabc", "::error::x"],
)
def test_messages_about_options_hold_nothing_that_acts(
    sostool: Sostool, tmp_path: Path, option: str, value: str
) -> None:
    (tmp_path / "case.yaml").write_bytes(case_with(1))
    done = sostool("render-report", "case.yaml", "--unfinished", option, value)
    assert done.code in (0, 1, 2)
    assert_quiet(done.out + done.err)


@pytest.mark.parametrize(
    "name",
    [
        "::error::x.yaml",
        "##[error]x.yaml",
        "[red]x.yaml",
        "[bold]x[link=x].yaml",
        "\x1b[31mx.yaml",
        "a\n::error::b.yaml",
        "\u202ex.yaml",
        "a\rb.yaml",
        "é {x} %s.yaml",
        "\x9bx.yaml",
    ],
)
@pytest.mark.parametrize("text", [b"", b"a: b", b"sostool: 1\nreference: ../../x\n", b"\xff\xfe", None])
def test_messages_about_a_file_hold_nothing_that_acts(
    sostool: Sostool, tmp_path: Path, name: str, text: bytes | None
) -> None:
    if text is not None:
        (tmp_path / name).write_bytes(text)
    done = sostool("render-report", name, "--for", "chair")
    assert done.code in (1, 2)
    assert done.out == ""
    assert_quiet(done.err)


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_file_name_that_is_no_text_is_told_without_harm(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.yaml")
    done = run("render-report", name, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert_quiet(done.err)


@pytest.mark.parametrize(
    "reference",
    [
        "../../x",
        "/x",
        "C:\\x",
        "a/b",
        "a\\b",
        "..",
        ".",
        "-x",
        "_x",
        ".x",
        "",
        " ",
        "x y",
        "a" * 41,
        "a" * 400,
        "é",
        "x\n",
        "x:y",
        "x*",
        "$(id)",
        "%2e%2e",
        "a\u202eb",
    ],
)
def test_a_reference_that_is_no_plain_name_makes_no_file(sostool: Sostool, tmp_path: Path, reference: str) -> None:
    case = every_key(lambda path: unlike(path) or "x y z")
    case["reference"] = reference
    (tmp_path / "case.yaml").write_bytes(dump(case))
    for more in (["--for", "chair"], ["--for", "everyone", "--document", "all"]):
        done = sostool("render-report", "case.yaml", "--unfinished", *more)
        assert (done.code, done.out) == (1, "")
        assert_quiet(done.err)
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize("reference", ["a", "CON", "nul", "aux.txt", "a..b", "A" * 40, "0", "a.", "x--y"])
def test_every_reference_that_is_taken_makes_plain_names_inside_the_folder(
    sostool: Sostool, tmp_path: Path, reference: str
) -> None:
    case = every_key(lambda path: unlike(path) or "x y z")
    case["reference"] = reference
    (tmp_path / "case.yaml").write_bytes(dump(case))
    done = sostool("render-report", "case.yaml", "--unfinished", "--for", "everyone", "--format", "md")
    assert done.code == 0, done.err
    assert_named_plainly(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(("case.yaml", f"{reference}-2026-03-17"))


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "CON", "a" * 400, "::error::", "<b>", "\u202fx"])
def test_a_name_never_says_where_a_document_goes(sostool: Sostool, tmp_path: Path, name: str) -> None:
    case = every_key(lambda path: unlike(path) or (name if path[-1] == "name" else "x y z"))
    (tmp_path / "case.yaml").write_bytes(dump(case))
    done = sostool("render-report", "case.yaml", "--unfinished", "--for", "lisa", "--document", "all", "-o", "out")
    assert done.code == 0, done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml", "out"]
    assert {path.name.removesuffix(path.suffix).rsplit("-", 4)[0][:8] for path in (tmp_path / "out").iterdir()} == {
        "EX-0042-"
    }
    assert_named_plainly(tmp_path / "out")


@pytest.mark.parametrize("more", ["NO_COLOR=1", "TERM=dumb", "FORCE_COLOR=1", "CI=true", "LC_ALL=C"])
@pytest.mark.parametrize("reader", ["chair", "nobody"])
def test_no_escapes_where_nobody_looks(tmp_path: Path, reader: str, more: str) -> None:
    (tmp_path / "case.yaml").write_bytes(case_with(3))
    before = ("env", more)
    done = run(
        "render-report", "case.yaml", "--unfinished", "--for", reader, "--format", "md", cwd=tmp_path, before=before
    )
    assert done.code == (0 if reader == "chair" else 2)
    assert_quiet(done.out + done.err)
