"""Ask the checks of one case, and close what has been answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sostool.case.paths import by_id, by_position
from sostool.case.read import ReadCase
from sostool.checks.answers.closing import Closing
from sostool.checks.check import Ask, Check, Found, InFile
from sostool.checks.look import Look
from sostool.checks.neighbours import NO_NEIGHBOURS, Neighbours
from sostool.checks.registry import PRACTICE
from sostool.findings.finding import Elsewhere, Finding, Path
from sostool.profile import Profile
from sostool.story.chain import NO_CHAIN, Chain


class Wanted(NamedTuple):
    """Which codes are wanted: by whole code or by its first letters; nothing selected means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def has(self, code: str) -> bool:
        """Tell whether a code is wanted."""
        return (not self.select or code.startswith(self.select)) and not code.startswith(self.ignore or ("\0",))


ALL = Wanted()


class Asked(NamedTuple):
    """What the checks found, sorted by place, and how many queries a reason in the file has closed."""

    findings: tuple[Finding, ...]
    answered: int


def ask_checks(
    read: ReadCase,
    profile: Profile,
    today: dt.date,
    wanted: Wanted = ALL,
    checks: Iterable[Check] = PRACTICE,
    neighbours: Neighbours = NO_NEIGHBOURS,
    chain: Chain = NO_CHAIN,
) -> Asked:
    """Ask every check of a case, as the profile wants it asked.

    Where the shape of a part is wrong, queries about that part wait: a misspelt `goal:` is one mistake, not two.

    Args:
        read: the case with its text.
        profile: whose words and limits are used.
        today: the day on which an answer's `until` is looked at; nothing else depends on it.
        wanted: which codes are wanted.
        checks: the checks to ask.
        neighbours: the case files beside this one.
        chain: the case files that this one follows.
    """
    findings = [finding for finding in read.findings if wanted.has(finding.code)]
    if read.case is None:
        return Asked(tuple(findings), 0)
    closing = Closing(read.case.answers, today)
    look = Look(read.case, profile, neighbours, chain)
    asked: set[str] = set()
    for code, severity, ask in _to_ask(checks, profile, wanted):
        asked.add(code)
        for found in ask(look):
            finding = _finding(code, found, severity, read)
            if finding.severity != "error" and _has_to_wait(found, read.broken):
                continue
            if not closing.closes(finding):
                findings.append(finding)
    if read.case.answers:
        findings += _about_answers(closing, asked, read, profile, wanted)
    findings.sort(key=lambda finding: (finding.place, finding.code))
    return Asked(tuple(findings), closing.closed)


def _to_ask(checks: Iterable[Check], profile: Profile, wanted: Wanted) -> Iterable[tuple[str, str, Ask]]:
    """Give the checks that are wanted, each with its weight here; for all of them that is worked out once a run."""
    return _all_to_ask(profile, wanted) if checks is PRACTICE else _of(checks, profile, wanted)


@lru_cache(maxsize=100)
def _all_to_ask(profile: Profile, wanted: Wanted) -> tuple[tuple[str, str, Ask], ...]:
    return tuple(_of(PRACTICE, profile, wanted))


def _of(checks: Iterable[Check], profile: Profile, wanted: Wanted) -> Iterator[tuple[str, str, Ask]]:
    for check in checks:
        severity = profile.severities.get(check.code, check.severity)
        if severity != "off" and check.ask is not None and wanted.has(check.code):
            yield check.code, severity, check.ask


def _about_answers(
    closing: Closing, asked: set[str], read: ReadCase, profile: Profile, wanted: Wanted
) -> Iterator[Finding]:
    from sostool.checks.registry import all_checks  # noqa: PLC0415 - only files with answers need all of them

    known = all_checks()
    # What waits because a part is broken may be just what an answer is about.
    for code, found in closing.about_answers(
        was_asked=lambda code: code in asked and not read.broken, exists=lambda code: code in known
    ):
        severity = profile.severities.get(code, known[code].severity)
        if severity != "off" and wanted.has(code) and not _has_to_wait(found, read.broken):
            yield _finding(code, found, severity, read)


def _finding(code: str, found: Found, severity: str, read: ReadCase) -> Finding:
    # A check that tells of two kinds of thing keeps the graver one; otherwise the profile decides.
    weight = found.severity or severity
    return Finding(
        code=code,
        severity=weight,  # type: ignore[arg-type]  # the profile's reader lets only the three words and off through
        message=found.message,
        file=read.source.name,
        place=read.source.place_of_words(found.path, found.words) if found.words else read.source.place(found.path),
        path=by_position(found.path, read.source),
        shown_path=by_id(found.path, read.source),
        detail=found.detail,
        mend=found.mend,
        elsewhere=_elsewhere(found.elsewhere) if found.elsewhere is not None else None,
    )


def _elsewhere(other: InFile) -> Elsewhere:
    source, path = other.read.source, other.path
    return Elsewhere(source.name, source.place(path), by_position(path, source), by_id(path, source))


def _has_to_wait(found: Found, broken: frozenset[Path]) -> bool:
    """Tell whether something is wrong in the part this is about, or anywhere in another part that was looked at."""
    return any(
        _starts(part, found.path) or any(_starts(part, at) or _starts(at, part) for at in found.also) for part in broken
    )


def _starts(part: Path, path: Path) -> bool:
    # The file as a whole is broken by a misspelt key at its top; that says nothing of what lies deeper.
    return path[: len(part)] == part and (bool(part) or len(path) <= 1)
