"""Ask the checks of one case, and close what has been answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from sostool.case.model import Answer, Case
from sostool.case.paths import by_id, by_position
from sostool.case.read import ReadCase
from sostool.checks.check import Check, Found
from sostool.checks.registry import PRACTICE
from sostool.findings.finding import Finding, Path, path_text
from sostool.profile import Profile


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
) -> Asked:
    """Ask every check of a case, as the profile wants it asked.

    Where the shape of a part is wrong, queries about that part wait: a misspelt `goal:` is one mistake, not two.

    Args:
        read: the case with its text.
        profile: whose words and limits are used.
        today: the day on which an answer's `until` is looked at; nothing else depends on it.
        wanted: which codes are wanted.
        checks: the checks to ask.
    """
    findings = [finding for finding in read.findings if wanted.has(finding.code)]
    answered = 0
    if read.case is not None:
        for check in checks:
            severity = profile.severities.get(check.code, check.severity)
            if severity == "off" or check.ask is None or not wanted.has(check.code):
                continue
            for found in check.ask(read.case, profile):
                finding = _finding(check, found, severity, read)
                if finding.severity != "error" and _has_to_wait(found, read.broken):
                    continue
                if finding.severity != "error" and _is_answered(finding, read.case, today):
                    answered += 1
                else:
                    findings.append(finding)
    findings.sort(key=lambda finding: (finding.place, finding.code))
    return Asked(tuple(findings), answered)


def _finding(check: Check, found: Found, severity: str, read: ReadCase) -> Finding:
    # A check that tells of two kinds of thing keeps the graver one; otherwise the profile decides.
    weight = found.severity or severity
    return Finding(
        code=check.code,
        severity=weight,  # type: ignore[arg-type]  # the profile's reader lets only the three words and off through
        message=found.message,
        file=read.source.name,
        place=read.source.place(found.path),
        path=by_position(found.path, read.source),
        shown_path=by_id(found.path, read.source),
        detail=found.detail,
        mend=found.mend,
    )


def _has_to_wait(found: Found, broken: frozenset[Path]) -> bool:
    """Tell whether something is wrong in the part this is about, or anywhere in another part that was looked at."""
    return any(
        _starts(part, found.path) or any(_starts(part, at) or _starts(at, part) for at in found.also) for part in broken
    )


def _starts(part: Path, path: Path) -> bool:
    # The file as a whole is broken by a misspelt key at its top; that says nothing of what lies deeper.
    return path[: len(part)] == part and (bool(part) or len(path) <= 1)


def _is_answered(finding: Finding, case: Case, today: dt.date) -> bool:
    return any(_answers(answer, finding, today) for answer in case.answers)


def _answers(answer: Answer, finding: Finding, today: dt.date) -> bool:
    if answer.check != finding.code or not answer.reason.strip() or (answer.until and answer.until < today):
        return False
    at = answer.at_.strip()
    if not at:
        return False
    return any(_starts_with(path_text(path), at) for path in (finding.shown_path, finding.path)) or _starts_with(
        ".".join(str(step) for step in finding.shown_path), at
    )


def _starts_with(path: str, at: str) -> bool:
    return path == at or path.startswith((f"{at}.", f"{at}["))
