from __future__ import annotations

import io
import sys
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.cli import console
from sostool.cli.console import (
    CannotWriteError,
    Stop,
    at_terminal,
    complain,
    flush,
    is_private,
    shown,
    stop,
    todays_date,
    wants_colour,
    write,
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Closed(io.StringIO):
    def write(self, _: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError

    def isatty(self) -> bool:
        raise ValueError("I/O operation on closed file")


@pytest.mark.parametrize("stream", [None, Closed()])
def test_a_stream_that_takes_nothing(monkeypatch: pytest.MonkeyPatch, stream: Any) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    with pytest.raises(CannotWriteError):
        write("x")
    if stream is not None:
        with pytest.raises(CannotWriteError):
            flush()
    complain("nobody hears this")
    assert not at_terminal()
    console.give_up_on(stream)
    console.make_safe()


@pytest.mark.parametrize(
    ("ci", "terminal", "chosen", "private"),
    [
        ("", True, None, False),
        ("", False, None, True),
        ("true", True, None, True),
        ("1", True, None, True),
        ("TRUE", True, None, True),
        ("0", True, None, False),
        ("false", True, None, False),
        ("true", True, False, False),
        ("", True, True, True),
        ("", False, False, False),
    ],
)
def test_private_unless_a_person_looks(
    monkeypatch: pytest.MonkeyPatch, ci: str, terminal: bool, chosen: bool | None, private: bool
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())
    assert is_private(chosen=chosen) is private


@pytest.mark.parametrize(
    ("terminal", "no_color", "term", "colour"),
    [(True, "", "xterm", True), (True, "1", "xterm", False), (True, "", "dumb", False), (False, "", "xterm", False)],
)
def test_colour_only_where_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: str, term: str, colour: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())
    assert wants_colour() is colour


@given(st.text())
def test_nothing_that_is_shown_can_drive_a_terminal(text: str) -> None:
    assert all(letter.isprintable() or letter == "\n" for letter in shown(text))


def test_letters_of_any_language_are_shown_as_they_are() -> None:
    assert shown("Zoë محمد 陳\n") == "Zoë محمد 陳\n"
    assert shown("\x1b[31m\u202e\udcff") == "\\x1b[31m\\u202e\\udcff"


def test_stop_carries_code_and_line() -> None:
    with pytest.raises(Stop) as told:
        stop(2, "No.")
    assert (told.value.code, told.value.line) == (2, "No.")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("::error::x", r"\x3a:error::x"),
        ("a\n  ::error::x", "a\n  \\x3a:error::x"),
        ("case.yaml::x", "case.yaml::x"),
        ("##[error]x ##vso[a]", r"#\x23[error]x #\x23vso[a]"),
        ("## a heading", "## a heading"),
    ],
)
def test_nothing_that_is_shown_is_a_command_to_a_build_server(text: str, seen: str) -> None:
    assert shown(text) == seen
    assert shown(seen) == seen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets its time zone otherwise")
def test_today_is_the_day_where_the_person_sits(monkeypatch: pytest.MonkeyPatch) -> None:
    # Kiritimati is always a day or two ahead of Baker Island.
    def today_in(zone: str) -> int:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        return todays_date().toordinal()

    try:
        assert today_in("<+14>-14") - today_in("<-12>+12") in (1, 2)
    finally:
        monkeypatch.undo()
        time.tzset()
