from __future__ import annotations

import io
import sys
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
