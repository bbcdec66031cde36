"""Which queries the answers of a case close, and what is to be asked about the answers themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sostool.checks.check import Found
from sostool.findings.finding import Finding, path_text

if TYPE_CHECKING:
    from sostool.case.model import Answer


class AboutAnswer(NamedTuple):
    """Something to ask about an answer: the code, and what was found."""

    code: str
    found: Found


class Closing:
    """The answers of one case, as queries are laid before them one by one.

    Args:
        answers: the answers of the case.
        today: the day on which `until` is looked at.
    """

    def __init__(self, answers: tuple[Answer, ...], today: dt.date) -> None:
        self.answers, self.today = answers, today
        self.closed = 0
        self._used: set[int] = set()
        self._run_out: set[int] = set()
        self._for_an_error: set[int] = set()

    def closes(self, finding: Finding) -> bool:
        """Tell whether a reason in the file closes this, and remember which answer was about it."""
        about = [index for index, answer in enumerate(self.answers) if _is_about(answer, finding)]
        if finding.severity == "error":
            self._for_an_error.update(about)
            return False
        run_out = {index for index in about if (until := self.answers[index].until) and until < self.today}
        self._used.update(index for index in about if index not in run_out)
        if any(self.answers[index].reason.strip() for index in about if index not in run_out):
            self.closed += 1
            return True
        self._run_out |= run_out
        return False

    def about_answers(
        self, *, was_asked: Callable[[str], bool], exists: Callable[[str], bool]
    ) -> Iterator[AboutAnswer]:
        """Give what is to be asked about the answers once everything has been laid before them.

        Args:
            was_asked: tells whether a check was asked at all in this run.
            exists: tells whether there is such a check.
        """
        for index, answer in enumerate(self.answers):
            if missing := [word for word, there in _needed(answer) if not there]:
                yield AboutAnswer(
                    "AN103",
                    Found(
                        answer.path,
                        f"This answer does not say {' or '.join(missing)}.",
                        "Write {check: DS104, at: dangers.drinking, reason: …, who: their-id, until: 2026-06-16}.",
                    ),
                )
            if not answer.check or not answer.at_.strip():
                continue
            if index in self._run_out:
                yield AboutAnswer(
                    "AN102",
                    Found(
                        answer.at("until"),
                        "This answer has run out, and its question is open again.",
                        "Put right what is asked, or look at the reason again and give it a new date.",
                    ),
                )
            elif index not in self._used:
                if not exists(answer.check):
                    message, mend = "There is no check of this code.", "`sostool checks` lists them."
                elif index in self._for_an_error:
                    message, mend = "An error cannot be answered away.", "Put it right, and take the answer out."
                elif was_asked(answer.check):
                    message, mend = "This answer closes nothing.", "Take it out, or look whether `at` is still right."
                else:
                    continue
                yield AboutAnswer("AN101", Found(answer.path, message, mend))


def _needed(answer: Answer) -> tuple[tuple[str, bool], ...]:
    return (
        ("which check", bool(answer.check)),
        ("where", bool(answer.at_.strip())),
        ("why", bool(answer.reason.strip())),
        ("whose reason it is", bool(answer.who)),
        ("until when", answer.until is not None),
    )


def _is_about(answer: Answer, finding: Finding) -> bool:
    at = answer.at_.strip()
    if answer.check != finding.code or not at:
        return False
    return any(_starts_with(path_text(path), at) for path in (finding.shown_path, finding.path)) or _starts_with(
        ".".join(str(step) for step in finding.shown_path), at
    )


def _starts_with(path: str, at: str) -> bool:
    return path == at or path.startswith((f"{at}.", f"{at}["))
