"""`sostool mend`: mend what is mechanical in case files, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sostool.cli.console import (
    FOUND,
    OK,
    OUR_FAULT,
    WRONG_USE,
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

if TYPE_CHECKING:
    import datetime as dt

    from sostool.case.read import ReadCase
    from sostool.findings.finding import Path as CasePath
    from sostool.findings.finding import Place
    from sostool.mend.found import Question
    from sostool.mend.mending import Mended
    from sostool.profile import Profile

_WHAT = {
    "id": ("an id added", "ids added"),
    "abbreviation": ("an abbreviation written out", "abbreviations written out"),
    "quotation marks": ("a text put in quotation marks", "texts put in quotation marks"),
    "date": ("a date written year first", "dates written year first"),
}
_GREEN, _RED, _PLAIN = "\x1b[32m", "\x1b[31m", "\x1b[0m"


def mend(
    cases: Annotated[list[str], typer.Argument(metavar="CASE...", help="Case files, or folders of them.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Only show what would change; write nothing.")] = False,
) -> int:
    """Mend what is mechanical in case files: ids, abbreviations, quotation marks, dates.

    It shows what would change and asks first. Everything else stays as it is, byte for byte, and nobody's own words
    are touched. A date that can be read in two ways is asked about, or left.
    """
    from sostool.caseload.find import STANDARD_INPUT, find_cases  # noqa: PLC0415

    if yes and diff:
        stop(WRONG_USE, "--diff writes nothing, so --yes has nothing to say: leave one of them out.")
    if STANDARD_INPUT in cases:
        stop(WRONG_USE, "Standard input cannot be mended in its place: name the file.")
    today = todays_date()
    worst = -1
    for path in find_cases(cases):
        try:
            code = _Visit(path, today, yes=yes, diff=diff).mend()
        except Stop as end:
            flush()
            complain(end.line)
            code = end.code
        worst = max(worst, code)
    if worst < 0:
        stop(WRONG_USE, "There is no case file here to mend.")
    return worst


class _Visit:
    """One file: what is shown of it, what is asked, and what is written."""

    def __init__(self, path: str, today: dt.date, *, yes: bool, diff: bool) -> None:
        from sostool.caseload.check_file import settings_of  # noqa: PLC0415

        self.path, self.today, self.yes, self.diff = path, today, yes, diff
        self.name = shown(path)
        team = settings_of(path)
        # Settings that cannot be read may say so too.
        self.private = is_private(chosen=None) or bool(team.settings.private or team.findings)
        self.may_ask = not (yes or diff or self.private) and _somebody_types()

    def mend(self) -> int:
        """Mend the file, and give the exit code."""
        from pathlib import Path  # noqa: PLC0415

        from sostool.caseload.check_file import CannotReadError, bytes_of  # noqa: PLC0415
        from sostool.files import CannotPlaceError, look_before_rewriting, rewrite  # noqa: PLC0415

        try:
            data = bytes_of(self.path)
            mended = self._mended(data)
            if not self.diff and (mended.after != data or (mended.questions and self.may_ask)):
                look_before_rewriting(Path(self.path))
        except (CannotPlaceError, CannotReadError) as error:
            stop(WRONG_USE, f"{self.name}: {shown(str(error))}.")
        if mended.questions and self.may_ask:
            mended = self._mended(data, _answers(mended.questions, self.name))
        if mended.after == data:
            write("" if mended.questions or mended.left else f"{self.name}: nothing to mend.\n")
            return self._what_is_left(mended)
        self._show(mended)
        if not self.diff and (self.yes or self._says_yes()):
            try:
                rewrite(Path(self.path), data, mended.after)
            except CannotPlaceError as error:
                stop(WRONG_USE, f"Not written: {shown(str(error))}.")
            write(f"Written: {self.name}\n")
            return self._what_is_left(mended)
        if not self.diff:
            write("Nothing was written.\n" if self.may_ask else "Nothing was written: add --yes, or use a terminal.\n")
        self._what_is_left(mended)
        return FOUND

    def _mended(self, data: bytes, chosen: dict[CasePath, str] | None = None) -> Mended:
        from sostool.case.read import read_case  # noqa: PLC0415
        from sostool.mend.mending import CannotMendError, TooLargeError, mend_case  # noqa: PLC0415
        from sostool.mend.proof import NotProvenError  # noqa: PLC0415

        read = read_case(data, self.path)
        profile = self._profile_of(read)
        try:
            return mend_case(data, read, profile, self.today, chosen)
        except CannotMendError as error:
            first = error.finding
            stop(
                FOUND,
                f"{self.name}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
                "Put this right by hand first; nothing was changed. `sostool validate` says how.",
            )
        except TooLargeError:
            stop(FOUND, f"{self.name}: mended, it would be larger than a case file may be. Nothing was changed.")
        except NotProvenError:
            stop(
                OUR_FAULT,
                f"{self.name}: the mended file would not say the same, so nothing was changed. This is a fault of "
                "sostool: please report it.",
            )

    def _profile_of(self, read: ReadCase) -> Profile:
        from sostool.caseload.check_file import profile_of  # noqa: PLC0415
        from sostool.profile.profile import DEFAULT, Profile  # noqa: PLC0415

        loaded = profile_of(read)
        if loaded.profile is None:
            complain(f"{self.name}: its profile cannot be used, so no abbreviation is looked for.")
        return loaded.profile or Profile(DEFAULT)

    def _show(self, mended: Mended) -> None:
        if self.private:
            for what, place in mended.done:
                write(f"{self.name}:{place.line}:{place.column}: {_WHAT[what][0]}\n")
        else:
            from sostool.mend.diff import changed_lines  # noqa: PLC0415

            red, green, plain = (_RED, _GREEN, _PLAIN) if wants_colour() else ("", "", "")
            write(f"{self.name}\n")
            for number, before, after in changed_lines(mended.text, mended.edits):
                write(f"\nline {number}\n")
                write("".join(f"{red}- {shown(line)}{plain}\n" for line in before))
                write("".join(f"{green}+ {shown(line)}{plain}\n" for line in after))
            write("\n")
        write(f"{_counted([one.what for one in mended.done])}.\n")

    def _says_yes(self) -> bool:
        return self.may_ask and _answer(f"Write this to {self.name}? [y/N] ").lower() in ("y", "yes")

    def _what_is_left(self, mended: Mended) -> int:
        from sostool.mend.dates import ASKS_A_PERSON  # noqa: PLC0415

        left: list[tuple[Place, str]] = [(one.place, one.why) for one in mended.left]
        left += [(one.place, ASKS_A_PERSON) for one in mended.questions]
        for place, why in sorted(left):
            write(f"{self.name}:{place.line}:{place.column}: {why}\n")
        return FOUND if left else OK


def _counted(what: list[str]) -> str:
    counts = [(what.count(kind), *words) for kind, words in _WHAT.items() if kind in what]
    told = [one if count == 1 else f"{count} {several}" for count, one, several in counts]
    text = ", ".join(told)
    return text[:1].upper() + text[1:]


def _somebody_types() -> bool:
    import sys  # noqa: PLC0415

    return at_terminal() and sys.stdin is not None and sys.stdin.isatty()


def _answers(questions: tuple[Question, ...], name: str) -> dict[CasePath, str]:
    """Ask what each date means; what is not answered stays as it is."""
    answers: dict[CasePath, str] = {}
    for position, question in enumerate(questions):
        more = len(questions) - position - 1
        write(f"{name}, line {question.place.line}: what does {shown(question.typed)} mean?\n")
        offered = [choice.words for choice in question.choices]
        if more:
            # Whoever types dates in a file mostly types all of them the same way.
            offered.append(f"{offered[0]}, and so on: the day comes first in all that follow")
        for number, words in enumerate(offered, 1):
            write(f"  {number}  {words}\n")
        number = _number(len(offered))
        if number > len(question.choices):
            answers.update((one.path, one.choices[0].value) for one in questions[position:])
            break
        answers[question.path] = question.choices[number - 1].value if number else ""
    write("\n")
    return answers


def _number(most: int) -> int:
    """Ask for a number; 0 is no answer."""
    while True:
        typed = _answer("Number (empty: leave it as it is): ")
        if not typed or (typed.isdecimal() and 1 <= int(typed) <= most):
            return int(typed or "0")
        write(f"  A number from 1 to {most}, please.\n")


def _answer(question: str) -> str:
    try:
        return input(question).strip()
    except (EOFError, UnicodeDecodeError):
        write("\n")
        return ""
