"""`sostool render-report --watch` and `--open`: the documents again after each save, and no save ends it."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pexpect
import pytest
import watchfiles
from support.running import ROOT, environment, run

from sostool.cli import previewing
from sostool.cli.console import CannotWriteError, Stop
from sostool.cli.documents import Done
from sostool.cli.placing import Written
from sostool.cli.previewing import keep_showing, open_written
from sostool.preview import Stage

EXAMPLE = (ROOT / "examples" / "mia-and-noah.yaml").read_text(encoding="utf-8")
BROKEN = EXAMPLE.replace("how_long:", "how_lnog:", 1)
FOR = ("--for", "practitioners")
NAMES = {f"EX-0042-report-practitioners-2026-03-17.{ending}" for ending in ("html", "md")}
# A browser would be started, if there were one; there is no screen.
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": ""}


class Kept(Protocol):
    """Keeps showing what a function makes, through some saves, and gives what was printed at first and after each."""

    def __call__(self, make: Callable[[], Done], saves: int, *, opens: bool = False) -> list[str]: ...


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Give the stage that the preview will show."""
    stage = Stage()
    monkeypatch.setattr(previewing, "_stage", lambda: stage)
    return stage


@pytest.fixture
def kept(tmp_path: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kept:
    case = tmp_path / "a.yaml"
    case.write_text("0", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def keep(make: Callable[[], Done], saves: int, *, opens: bool = False) -> list[str]:
        printed = []

        def watch(*_: str, **__: object) -> Iterator[set[tuple[watchfiles.Change, str]]]:
            for save in range(saves):
                printed.append(capsys.readouterr().out)
                case.write_text("x" * (save + 1), encoding="utf-8")
                yield set()
            printed.append(capsys.readouterr().out)
            raise KeyboardInterrupt

        monkeypatch.setattr(watchfiles, "watch", watch)
        with pytest.raises(KeyboardInterrupt):
            keep_showing(make, "a.yaml", opens=opens)
        return [re.sub(r"(?m)^\d\d:\d\d:\d\d", "HH:MM:SS", text) for text in printed]

    return keep


def makes(*ends: list[Written] | Done | Exception) -> Callable[[], Done]:
    """Give what makes one thing after the other."""
    left = iter(ends)

    def make() -> Done:
        end = next(left)
        if isinstance(end, Exception):
            raise end
        return end if isinstance(end, Done) else Done(tuple(end), (), None, refused=False)

    return make


def opened_by(monkeypatch: pytest.MonkeyPatch, *opens: bool) -> list[str]:
    """Stand in for the browser, which opens or does not; give the addresses that it is asked to open."""
    asked: list[str] = []
    left = iter(opens)

    def open_in_browser(address: str) -> bool:
        asked.append(address)
        return next(left)

    monkeypatch.setattr(previewing, "open_in_browser", open_in_browser)
    return asked


def pages(stage: Stage) -> dict[str, bytes]:
    news = stage.news(0, 0)
    assert news is not None
    found = [stage.page(told["name"]) for told in json.loads(news.text)["pages"]]
    return {page.name: page.data for page in found if page is not None}


def test_each_save_is_told_in_one_line_and_none_ends_it(kept: Kept, stage: Stage) -> None:
    html, md = Written("out/a.html", b"one", "html"), Written("out/a.md", b"one", "md")
    told = kept(
        makes(
            [html, md],
            Stop(1, "a.yaml:3:5: CF101 This key is not known here.\nThis file has errors, so nothing was written."),
            Stop(2, "a.yaml: there is no such file."),
            Stop(1, "Words that are held back stand in it.\n  a.yaml:7:2 in map\n  a.yaml:9:2 in map"),
            ZeroDivisionError("the family's text"),
            OSError(28, "No space left on device"),
            [html._replace(data=b"two"), md],
        ),
        6,
    )
    assert told[0] == "HH:MM:SS  Written: out/a.html, out/a.md\nWatching a.yaml. Ctrl-C ends it.\n"
    assert told[1] == "HH:MM:SS  a.yaml:3:5: CF101 This key is not known here.\n"
    assert told[2] == "HH:MM:SS  a.yaml: there is no such file.\n"
    assert told[3] == "HH:MM:SS  Words that are held back stand in it.\n  a.yaml:7:2 in map\n  a.yaml:9:2 in map\n"
    assert re.fullmatch(r"HH:MM:SS  Something went wrong inside sostool \(ZeroDivisionError-[^)]*\)\. .*\n", told[4])
    assert "family" not in told[4]
    assert told[5] == "HH:MM:SS  sostool could not go on: No space left on device.\n"
    assert told[6] == "HH:MM:SS  Written: out/a.html, out/a.md\n"
    assert pages(stage) == {"a.html": b"two"}


def test_what_no_save_puts_right_ends_it_at_once(kept: Kept) -> None:
    with pytest.raises(Stop, match="no document"):
        kept(makes(Stop(2, "There is no document of this name.")), 0)


def test_a_file_that_is_wrong_from_the_start_is_waited_for(kept: Kept, stage: Stage) -> None:
    told = kept(makes(Stop(1, "a.yaml:1:1: CF102 This is not a case file."), [Written("a.html", b"one", "html")]), 1)
    assert told == [
        "HH:MM:SS  a.yaml:1:1: CF102 This is not a case file.\nWatching a.yaml. Ctrl-C ends it.\n",
        "HH:MM:SS  Written: a.html\n",
    ]
    assert pages(stage) == {"a.html": b"one"}


def test_a_terminal_that_takes_nothing_more_ends_it(kept: Kept) -> None:
    with pytest.raises(CannotWriteError):
        kept(makes(CannotWriteError()), 0)


def test_many_documents_are_counted_and_named_by_their_folders(kept: Kept, stage: Stage) -> None:
    written = [Written(f"pack/{who}/{who}.html", who.encode(), "html") for who in ("room", "p1", "p2", "chair", "p3")]
    (told,) = kept(makes([*written, Written("pack/room/room.md", b"", "md")]), 0)
    assert told.startswith("HH:MM:SS  Written: 6 documents in pack\n")
    assert set(pages(stage)) == {f"{who}/{who}.html" for who in ("room", "p1", "p2", "chair", "p3")}


def test_what_there_is_to_say_is_said_once(kept: Kept) -> None:
    page = Written("a.html", b"one", "html")

    def done(*notes: str) -> Done:
        return Done((page,), notes, None, refused=False)

    told = kept(
        makes(done("A line is left."), done("A line is left."), done("A line is left.", "Not made: map.\x07")), 2
    )
    assert told == [
        "HH:MM:SS  Written: a.html\nA line is left.\nWatching a.yaml. Ctrl-C ends it.\n",
        "HH:MM:SS  Written: a.html\n",
        "HH:MM:SS  Written: a.html\nNot made: map.\\x07\n",
    ]


def test_control_characters_in_names_and_messages_are_shown(kept: Kept) -> None:
    told = kept(makes([Written("a\x1b[2J.html", b"", "html")], Stop(1, "a\x07: wrong\n  b\x1b[1m")), 1)
    assert "\x1b" not in "".join(told)
    assert "\x07" not in "".join(told)
    assert told[0].startswith("HH:MM:SS  Written: a\\x1b[2J.html\n")


def test_the_address_is_shown_at_a_terminal_only(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = opened_by(monkeypatch, False, False)
    page = Written("a.html", b"one", "html")
    (told,) = kept(makes([page]), 0, opens=True)
    assert told == "HH:MM:SS  Written: a.html\nWatching a.yaml. Ctrl-C ends it.\n"
    monkeypatch.setattr(previewing, "at_terminal", lambda: True)
    (told,) = kept(makes([page]), 0, opens=True)
    shown = re.fullmatch(
        r"HH:MM:SS  Written: a\.html\nPreview, on this computer only: (http://127\.0\.0\.1:\d+/[\w-]{43}/)\n"
        r"No browser could be opened here\. Open this address yourself\.\nWatching a\.yaml\. Ctrl-C ends it\.\n",
        told,
    )
    assert shown
    assert len(asked) == 2
    assert asked[1].startswith(shown[1].rpartition("/")[0].rpartition("/")[0])
    assert asked[1] != shown[1], "others may see how a browser is started"


def test_open_without_watch_opens_the_first_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = opened_by(monkeypatch, True, False)
    written = [Written("a.md", b"", "md"), Written("Zoë #1.html", b"", "html"), Written("c.html", b"", "html")]
    open_written(written)
    assert asked == [f"{tmp_path.as_uri()}/Zo%C3%AB%20%231.html"]
    assert capsys.readouterr().err == ""
    open_written(written)
    assert capsys.readouterr().err == "No browser could be opened here. Open this file yourself: Zoë #1.html\n"
    with pytest.raises(Stop, match="--format html"):
        open_written(written[:1])


def at_a_terminal(folder: Path, *options: str, **more: str) -> pexpect.spawn[str]:
    return pexpect.spawn(
        sys.executable,
        ["-m", "sostool", "render-report", "a.yaml", *FOR, *options],
        cwd=str(folder),
        env={**environment(TERM="dumb", **{**NO_SCREEN, **more})},
        encoding="utf-8",
        timeout=20,
        dimensions=(50, 400),
    )


def test_the_whole_command_writes_the_same_bytes_and_ctrl_c_leaves_nothing_else(tmp_path: Path) -> None:
    case, home = tmp_path / "a.yaml", tmp_path / "home"
    home.mkdir()
    case.write_text(EXAMPLE, encoding="utf-8")
    assert run("render-report", "a.yaml", *FOR, "-o", "plain", cwd=tmp_path).code == 0
    child = at_a_terminal(tmp_path, "-o", "out", "--watch", "--open", HOME=str(home), TMPDIR=str(home))
    child.expect(r"Preview, on this computer only: http://127\.0\.0\.1:\d+/[\w-]{43}/")
    child.expect("Ctrl-C ends it")
    case.write_text(BROKEN, encoding="utf-8")
    child.expect(r"\d\d:\d\d:\d\d  a\.yaml:155:7: CF101 This key is not known here\.[^\n]*\r\n")
    (tmp_path / "a.yaml~").write_text(EXAMPLE.replace("Police came", "Officers came"), encoding="utf-8")
    (tmp_path / "a.yaml~").replace(case)
    child.expect(r"Written: [^\n]*\.html, [^\n]*\.md\r\n")
    assert "Officers came" in (tmp_path / "out" / min(NAMES)).read_text(encoding="utf-8")
    case.write_text(EXAMPLE, encoding="utf-8")
    child.expect("Written: ")
    child.sendintr()
    child.expect("Stopped.\r\n")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert {name: (tmp_path / "out" / name).read_bytes() for name in NAMES} == {
        name: (tmp_path / "plain" / name).read_bytes() for name in NAMES
    }
    files = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert files == {"a.yaml", *(f"{folder}/{name}" for folder in ("out", "plain") for name in NAMES)}


def test_a_profile_that_is_saved_makes_the_documents_again(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    own = tmp_path / "profiles" / "ours.yaml"
    own.write_text("sostool_profile: 1\nbased_on: surrey-2018\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(EXAMPLE.replace("profile: surrey-2018", "profile: ours"), encoding="utf-8")
    child = at_a_terminal(tmp_path, "--watch")
    child.expect("Ctrl-C ends it")
    own.write_text("sostool_profile: 1\nbased_on: no-such-profile\n", encoding="utf-8")
    child.expect(r"\d\d:\d\d:\d\d  The profile of this file cannot be used")
    own.write_text("sostool_profile: 1\nbased_on: surrey-2018\n", encoding="utf-8")
    child.expect("Written: ")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


def test_templates_that_are_saved_make_the_documents_again(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "look").mkdir()
    child = at_a_terminal(tmp_path, "--watch", "--templates", "look")
    child.expect("Ctrl-C ends it")
    (tmp_path / "look" / "html").mkdir()
    (tmp_path / "look" / "html" / "page.html.j2").write_text("\n{{ nothing }}\n", encoding="utf-8")
    child.expect(r"page\.html\.j2, line 2: ")
    ours = (ROOT / "templates" / "html" / "page.html.j2").read_text(encoding="utf-8")
    (tmp_path / "look" / "html" / "page.html.j2").write_text(
        ours.replace("<main ", "<p>Our own line</p><main ", 1), encoding="utf-8"
    )
    child.expect("Written: ")
    (page,) = tmp_path.glob("*.html")
    assert "Our own line" in page.read_text(encoding="utf-8")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()


def test_a_signal_to_end_ends_it_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EXAMPLE, encoding="utf-8")
    child = at_a_terminal(tmp_path, "--watch", "--open")
    child.expect("Ctrl-C ends it")
    time.sleep(0.5)
    child.kill(15)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 143


def test_a_named_browser_is_started_with_an_address_that_leads_on_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EXAMPLE, encoding="utf-8")
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/asked"\n', encoding="utf-8")
    browser.chmod(0o755)
    child = at_a_terminal(tmp_path, "--watch", "--open", BROWSER=f"{browser} %s")
    child.expect(r"http://127\.0\.0\.1:\d+/[\w-]{43}/")
    shown = str(child.after)
    child.expect("Ctrl-C ends it")
    assert "Open this address yourself" not in str(child.before)
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{43}", asked)
    assert asked + "/" != shown
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("a.yaml", "--watch", "--open", "--format", "md"), "--open shows web pages: add --format html."),
        (("-", "--watch"), "--watch needs a file: it takes no -."),
        (("gone.yaml", "--watch"), "gone.yaml: there is no such file."),
    ],
)
def test_what_cannot_be_watched_or_opened(options: tuple[str, ...], line: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EXAMPLE, encoding="utf-8")
    done = run("render-report", *options, *FOR, typed=EXAMPLE, cwd=tmp_path, DISPLAY="", WAYLAND_DISPLAY="", BROWSER="")
    assert (done.code, done.out, done.err) == (2, "", f"{line}\n")
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]
