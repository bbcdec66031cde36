"""Check one file: read it, find its profile, ask the checks."""

from __future__ import annotations

import datetime as dt
import os
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from sostool.case.read import ReadCase, read_case
from sostool.caseload.find import STANDARD_INPUT
from sostool.checks.run import Wanted, ask_checks
from sostool.findings.finding import START, Finding
from sostool.findings.result import Checked
from sostool.profile.load import LoadedProfile, load_profile
from sostool.profile.profile import DEFAULT, Profile
from sostool.yamlfile.source import MOST_BYTES


class Settings(NamedTuple):
    """How files are checked: which codes, whose profile if not the file's own, which day, and whether lines may be shown."""

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
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise CannotReadError("it is not an ordinary file")
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise CannotReadError("there is no such file") from None
    except PermissionError:
        raise CannotReadError("it may not be opened (no permission)") from None
    except IsADirectoryError:
        raise CannotReadError("it is a folder") from None
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
    results = []
    if loaded.findings:
        # Only the file's name is told: where the profile lies says nothing more.
        results.append(Checked(loaded.findings[0].file, loaded.findings))
    if loaded.profile is None:
        read = read._replace(findings=sorted([*read.findings, _profile_finding(read, loaded)], key=lambda finding: finding.place))
    asked = ask_checks(read, loaded.profile or Profile(DEFAULT), settings.today, settings.wanted,
                       **({} if loaded.profile else {"checks": ()}))
    lines = {}
    if not settings.private:
        lines = {finding.place.line: read.source.line(finding.place.line) for finding in asked.findings}
    return [*results, Checked(path, asked.findings, asked.answered, lines)]


def profile_of(read: ReadCase, override: str = "") -> LoadedProfile:
    """Load the profile a case names, or another that is asked for instead."""
    name = override or (read.case.profile if read.case else "") or DEFAULT
    return load_profile(name, Path(read.source.name).parent if read.source.name != STANDARD_INPUT else Path())


def _profile_finding(read: ReadCase, loaded: LoadedProfile) -> Finding:
    if loaded.unknown:
        message = "There is no profile of this name." + (f" Did you mean “{loaded.near}”?" if loaded.near else "")
        mend = "`sostool profiles` lists them. An authority's own lies in a folder `profiles` beside the case file."
    else:
        message = "This profile has mistakes of its own."
        mend = "Put right what is told of it first."
    place = read.source.place(("profile",)) if read.case else START
    return Finding("CF113", "error", message, read.source.name, place, ("profile",), ("profile",),
                   detail=f"“{loaded.unknown}”" if loaded.unknown else "", mend=mend)
