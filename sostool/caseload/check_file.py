"""Check one file: read it, find its profile, ask the checks."""

from __future__ import annotations

import datetime as dt
import os
import stat
import sys
from typing import NamedTuple

from sostool.case.read import ReadCase, read_case
from sostool.caseload.find import STANDARD_INPUT
from sostool.checks.registry import PRACTICE
from sostool.checks.run import Wanted, ask_checks
from sostool.findings.finding import START, Finding
from sostool.findings.result import Checked
from sostool.profile.load import LoadedProfile, load_profile
from sostool.profile.profile import DEFAULT, Profile
from sostool.yamlfile.source import MOST_BYTES


class Settings(NamedTuple):
    """How files are checked: on which day, whether lines stay private, which codes, whose profile if not the file's."""

    today: dt.date
    private: bool
    wanted: Wanted = Wanted()
    profile: str = ""


class CannotReadError(Exception):
    """A file that cannot be opened; the text says why, for a person."""


def bytes_of(path: str) -> bytes:
    """Read a case file's bytes, at most one more than a case file may have; `-` is standard input.

    Raises:
        CannotReadError: there is no such file, it may not be read, or it is no ordinary file.
    """
    try:
        if path == STANDARD_INPUT:
            if sys.stdin is None:
                raise CannotReadError("standard input is closed")
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(descriptor)
            if stat.S_ISDIR(status.st_mode):
                raise CannotReadError("it is a folder")
            if not stat.S_ISREG(status.st_mode):
                raise CannotReadError("it is not an ordinary file")
            # Asking for all that is allowed makes Python clear room for it, which takes longer than the reading.
            expected = min(status.st_size, MOST_BYTES) + 1
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                data = file.read(expected)
                # Longer than the file system said: it grows just now, or its length is not known.
                return data if len(data) < expected else data + file.read(MOST_BYTES + 1 - expected)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise CannotReadError("there is no such file") from None
    except PermissionError:
        raise CannotReadError("it may not be opened (no permission)") from None
    except (OSError, ValueError):
        raise CannotReadError("it could not be read") from None


def check_file(path: str, settings: Settings) -> list[Checked]:
    """Check one file.

    Returns:
        What was found in it; and first what was found in its profile, if that has mistakes of its own.
    """
    try:
        data = bytes_of(path)
    except CannotReadError as error:
        return [Checked(path, unreadable=str(error))]
    read = read_case(data, path)
    loaded = profile_of(read, settings.profile)
    if settings.profile and loaded.unknown:
        # Asked for on the command line, so nothing is wrong in the file.
        return [Checked(path, unreadable=_unknown(loaded))]
    results = []
    if loaded.findings:
        results.append(Checked(loaded.findings[0].file, loaded.findings))
    if loaded.profile is None:
        read = read._replace(
            findings=sorted([*read.findings, _profile_finding(read, loaded)], key=lambda finding: finding.place)
        )
    asked = ask_checks(
        read,
        loaded.profile or Profile(DEFAULT),
        settings.today,
        settings.wanted,
        checks=PRACTICE if loaded.profile else (),
    )
    lines = {}
    if not settings.private:
        lines = {finding.place.line: read.source.line(finding.place.line) for finding in asked.findings}
    return [*results, Checked(path, asked.findings, asked.answered, lines)]


def profile_of(read: ReadCase, override: str = "") -> LoadedProfile:
    """Load the profile a case names, or another that is asked for instead."""
    name = override or (read.case.profile if read.case else "") or DEFAULT
    file = read.source.name
    # Making a Path for each file would take half as long as opening it.
    return load_profile(name, os.path.dirname(file) if file != STANDARD_INPUT else "")  # noqa: PTH120


def _unknown(loaded: LoadedProfile) -> str:
    return "There is no profile of this name." + (f" Did you mean “{loaded.near}”?" if loaded.near else "")


def _profile_finding(read: ReadCase, loaded: LoadedProfile) -> Finding:
    if loaded.unknown:
        message = _unknown(loaded)
        mend = "`sostool profiles` lists them. An authority's own lies in a folder `profiles` beside the case file."
    else:
        message = "This profile has mistakes of its own."
        mend = "Put right what is told of it first."
    place = read.source.place(("profile",)) if read.case else START
    return Finding(
        "CF113",
        "error",
        message,
        read.source.name,
        place,
        ("profile",),
        ("profile",),
        detail=f"“{loaded.unknown}”" if loaded.unknown else "",
        mend=mend,
    )
