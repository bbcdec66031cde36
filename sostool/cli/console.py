"""Writing to the terminal: never a crash over an encoding, a closed pipe or a full disk."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    import datetime as dt

OK, FOUND, WRONG_USE, OUR_FAULT, STOPPED, ENDED = 0, 1, 2, 70, 130, 143


# GitHub's runner obeys a line that starts with `::`; it and others obey `##[`, `##vso[` and their like anywhere.
_COMMAND = re.compile(r"^([ \t]*):(?=:)|##(?=\w{0,20}\[)", re.MULTILINE)


class CannotWriteError(Exception):
    """The terminal, pipe or file behind standard output takes nothing more."""


class Stop(Exception):  # noqa: N818 - it is an end, not always an error
    """Ends a command with a line for the person and an exit code."""

    def __init__(self, code: int, line: str = "") -> None:
        super().__init__(line)
        self.code = code
        self.line = line


def make_safe() -> None:
    """Let a console that is not UTF-8 show what it cannot spell as an escape, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            with contextlib.suppress(OSError):
                stream.reconfigure(errors="backslashreplace")


def write(text: str, stream: TextIO | None = None) -> None:
    """Write to standard output.

    Raises:
        CannotWriteError: nothing more can be written there.
    """
    try:
        (stream or sys.stdout).write(text)
    except (OSError, ValueError, AttributeError) as error:  # closed from the start, it is None
        raise CannotWriteError from error


def flush() -> None:
    """Make sure that all that was written has arrived.

    Raises:
        CannotWriteError: it has not.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError) as error:
        raise CannotWriteError from error


def complain(line: str) -> None:
    """Write a line to standard error, if anyone can still hear it."""
    try:
        sys.stderr.write(shown(line) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        give_up_on(sys.stderr)


def shown(text: str) -> str:
    """Show control characters in a text, such as a file's name, as escapes, and what a build server would obey."""
    printable = "".join(
        letter
        if letter.isprintable() or letter == "\n"
        else letter.encode("unicode_escape", "backslashreplace").decode("ascii")
        for letter in text
    )
    return _COMMAND.sub(lambda found: "#\\x23" if found[0] == "##" else f"{found[1]}\\x3a", printable)


def give_up_on(stream: TextIO) -> None:
    """Point a stream at nothing, so that Python does not fail again when it ends and writes out what is left."""
    with contextlib.suppress(OSError, ValueError, AttributeError), Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), stream.fileno())


def at_terminal() -> bool:
    """Tell whether a person is looking at standard output."""
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:
        return False


def is_private(*, chosen: bool | None) -> bool:
    """Decide whether case text is kept out of the output: yes, unless a person is at the terminal or says otherwise."""
    if chosen is not None:
        return chosen
    return os.environ.get("CI", "").lower() not in ("", "0", "false") or not at_terminal()


def wants_colour() -> bool:
    """Decide whether to use colour: only at a terminal that has it, and never against NO_COLOR."""
    return at_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def stop(code: int, line: str) -> NoReturn:
    """End the command with a line and an exit code."""
    raise Stop(code, line)


def todays_date() -> dt.date:
    """Give the day on which this is asked, where the person sits. The commands alone know it; whatever they call is told."""
    import datetime as dt  # noqa: PLC0415

    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def day_of(today: str) -> dt.date:
    """Give the day that `--today` names, else today.

    Raises:
        Stop: it is no date.
    """
    return as_day(today, "--today") if today else todays_date()


def as_day(typed: str, option: str) -> dt.date:
    """Read a date that was given with an option, typed as 2026-03-17 or the English way."""
    import datetime as dt  # noqa: PLC0415 - only options with dates need it

    from sostool.yamlfile.kinds import english_date  # noqa: PLC0415

    try:
        return dt.date.fromisoformat(english_date(typed) or typed.strip())
    except ValueError:
        stop(WRONG_USE, f"{option}: this is not a date. Write it like 2026-03-17.")
