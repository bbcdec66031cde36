"""Check one file: read it, find its profile, ask the checks."""

from __future__ import annotations

import datetime as dt
import os
import stat
import sys
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sostool.case.read import ReadCase, read_case
from sostool.caseload.earlier import chain_beside
from sostool.caseload.find import STANDARD_INPUT
from sostool.caseload.neighbours import neighbours_of
from sostool.checks.check import Check
from sostool.checks.registry import PRACTICE
from sostool.checks.run import Wanted, ask_checks
from sostool.checks.supervision import in_order_of_a_talk
from sostool.checks.timing import timed
from sostool.findings.finding import START, Finding
from sostool.findings.result import Checked
from sostool.profile.load import LoadedProfile, load_profile
from sostool.profile.profile import DEFAULT, Profile
from sostool.settings import FILE_NAME, LoadedSettings, load_settings, settings_above
from sostool.yamlfile.source import MOST_BYTES


class CheckRun(NamedTuple):
    """How files are checked: on which day, whether lines stay private, which codes, whose profile if not the file's.

    With `topics`, what is open is put in the order of a supervision talk besides. `spent`, if given, takes up the
    seconds by family of checks; it stays in this process.
    """

    today: dt.date
    private: bool
    wanted: Wanted = Wanted()
    profile: str = ""
    topics: bool = False
    spent: dict[str, float] | None = None


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


def check_file(path: str, run: CheckRun) -> list[Checked]:
    """Check one file; a file called `sostool.yaml` as the settings it holds.

    Returns:
        What was found in it; and first what was found in its team's settings and its profile, if those have mistakes
        of their own.
    """
    if os.path.basename(path) == FILE_NAME:  # noqa: PTH119 - Path costs more than reading the file
        return [_settings_checked(load_settings(Path(path)), path)]
    try:
        data = bytes_of(path)
    except CannotReadError as error:
        return [Checked(path, unreadable=str(error))]
    read = read_case(data, path)
    team = settings_of(path)
    loaded = profile_of(read, run.profile)
    if run.profile and loaded.unknown:
        # Asked for on the command line, so nothing is wrong in the file.
        return [Checked(path, unreadable=_unknown(loaded))]
    results = [_settings_checked(team, team.settings.file)] if team.findings else []
    if loaded.findings:
        results.append(Checked(loaded.findings[0].file, loaded.findings))
    if loaded.profile is None:
        read = read._replace(
            findings=sorted([*read.findings, _profile_finding(read, loaded)], key=lambda finding: finding.place)
        )
    asked = ask_checks(
        read,
        loaded.profile or Profile(DEFAULT),
        run.today,
        _wanted(run.wanted, team.settings.select, team.settings.ignore),
        checks=_checks(run) if loaded.profile else (),
        neighbours=neighbours_of(path),
        chain=chain_beside(path, read),
    )
    if run.private or team.settings.private:
        private = tuple(finding.in_private() for finding in asked.findings)
        topics = in_order_of_a_talk(read, private, private=True) if run.topics else ()
        return [*results, Checked(path, private, asked.answered, topics=topics)]
    topics = in_order_of_a_talk(read, asked.findings, private=False) if run.topics else ()
    lines = {finding.place.line: read.source.line(finding.place.line) for finding in asked.findings}
    return [*results, Checked(path, asked.findings, asked.answered, lines, topics=topics)]


def settings_of(path: str) -> LoadedSettings:
    """Load the settings that hold for a case file; for what comes by standard input, those of the current folder."""
    # Making a Path for each file would take half as long as opening it.
    return settings_above(os.path.dirname(path) if path != STANDARD_INPUT else "")  # noqa: PTH120


def profile_of(read: ReadCase, override: str = "") -> LoadedProfile:
    """Load the profile a case names, its team's where it names none, or another that is asked for instead.

    What the team's settings say of single checks is laid over it.
    """
    file = read.source.name
    team = settings_of(file).settings
    name = override or (read.case.profile if read.case else "") or team.profile or DEFAULT
    loaded = load_profile(name, os.path.dirname(file) if file != STANDARD_INPUT else "")  # noqa: PTH120
    if team.severities and loaded.profile is not None:
        loaded = loaded._replace(profile=_weighed(loaded.profile, team.severities))
    return loaded


@lru_cache(maxsize=100)
def _weighed(profile: Profile, severities: tuple[tuple[str, str], ...]) -> Profile:
    """Lay a team's weights over a profile: one profile for all its files, since much is worked out once a profile."""
    return profile._replace(severities={**profile.severities, **dict(severities)})


def _checks(run: CheckRun) -> tuple[Check, ...]:
    return PRACTICE if run.spent is None else timed(PRACTICE, run.spent)


@lru_cache(maxsize=100)
def _wanted(wanted: Wanted, select: tuple[str, ...], ignore: tuple[str, ...]) -> Wanted:
    """Lay what the command line wants over what the team wants."""
    return Wanted(wanted.select or select, (*wanted.ignore, *ignore))


def _settings_checked(team: LoadedSettings, file: str) -> Checked:
    # Nothing in it is about a family, but it may hold a street as the name of a folder.
    return Checked(file, tuple(finding._replace(detail="") for finding in team.findings))


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
