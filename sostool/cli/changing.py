"""A case file to which something is added: read, shown before and after, written in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.cli.console import FOUND, OK, WRONG_USE, is_private, shown, stop, todays_date, wants_colour, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sostool.adding.addition import Addition
    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.findings.finding import Finding
    from sostool.findings.finding import Path as CasePath
    from sostool.mend.diff import ChangedLines
    from sostool.profile import Profile

_GREEN, _RED, _PLAIN = "\x1b[32m", "\x1b[31m", "\x1b[0m"
_MOST_TOLD = 4


class Changing:
    """One file: what was added to it so far, and what is said about it."""

    def __init__(self, path: str, *, yes: bool, diff: bool) -> None:
        """Read a file to which something will be added.

        Raises:
            Stop: it cannot be read, or may not be written, or something is wrong with its text.
        """
        from sostool.adding.adding import HasErrorsError, as_it_is  # noqa: PLC0415
        from sostool.caseload.check_file import CannotReadError, bytes_of, settings_of  # noqa: PLC0415
        from sostool.caseload.find import STANDARD_INPUT  # noqa: PLC0415

        if yes and diff:
            stop(WRONG_USE, "--diff writes nothing, so --yes has nothing to say: leave one of them out.")
        if path == STANDARD_INPUT:
            stop(WRONG_USE, "Nothing can be added to standard input: name the file.")
        self.path, self.yes, self.diff, self.name = path, yes, diff, shown(path)
        try:
            self.data = bytes_of(path)
        except CannotReadError as error:
            stop(WRONG_USE, f"{self.name}: {error}.")
        team = settings_of(path)
        # Settings that cannot be read may say so too.
        self.private = is_private(chosen=None) or bool(team.settings.private or team.findings)
        try:
            self.added = as_it_is(self.data, path)
        except HasErrorsError as error:
            first = error.finding
            stop(
                FOUND,
                f"{self.name}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
                "Put this right first; nothing was added. `sostool validate` says how.",
            )
        self.items: list[tuple[str, CasePath]] = []
        if not diff:
            self._look()

    @property
    def read(self) -> ReadCase:
        """The file as it would be by now."""
        return self.added.read

    @property
    def case(self) -> Case:
        """The case as it would be by now."""
        case = self.added.read.case
        if case is None:
            raise TypeError
        return case

    def profile(self) -> Profile:
        """Give the profile of the file.

        Raises:
            Stop: it cannot be used.
        """
        from sostool.caseload.check_file import profile_of  # noqa: PLC0415

        profile = profile_of(self.read).profile
        if profile is None:
            stop(FOUND, "The profile of this file cannot be used: `sostool validate` says why.")
        return profile

    def add(self, addition: Addition, words: str) -> CasePath:
        """Add something, and give its path.

        Args:
            addition: what is added.
            words: what it is, in a sentence.

        Raises:
            ValueError: it cannot be added; the text says why.
        """
        from sostool.adding.adding import NotSoundError, TooLargeError, add, entries_at  # noqa: PLC0415
        from sostool.adding.addition import CannotAddError  # noqa: PLC0415

        try:
            self.added = add(self.added, addition)
        except CannotAddError as error:
            line = self.read.source.place(addition.path).line
            raise ValueError(f"line {line}: {error}. Nothing was added there: add it by hand.") from None
        except NotSoundError as error:
            raise ValueError(self._wrong(error.findings[0])) from None
        except TooLargeError:
            raise ValueError("With it the file would be larger than a case file may be.") from None
        path = addition.path
        if addition.is_entry:
            path = (*path, entries_at(path, self.read) - 1)
        # Several keys of one part are one thing.
        is_of_one_part = not addition.is_entry and path[:-1] != ("people",)
        if not is_of_one_part or (words, path[:-1]) not in [(one, other[:-1]) for one, other in self.items]:
            self.items.append((words, path))
        return path

    def _wrong(self, finding: Finding) -> str:
        key = next((step for step in reversed(finding.path) if isinstance(step, str)), "")
        detail = f" ({finding.detail})" if finding.detail and not self.private else ""
        return f"{key}: {finding.message}{detail} {finding.mend}".strip()

    def finish(self, *, ask: Callable[[str], bool] | None, kept: bool = False) -> int:
        """Show what was added, ask, write; give the exit code.

        Args:
            ask: asks whether to write; None where nobody is there to be asked.
            kept: whether what was typed at a terminal would be lost if it is not written.
        """
        if self.items and not self.diff and not self.yes and ask is not None:
            self.show()
            if not ask(f"Write this to {self.name}?"):
                write("Nothing was written.\n")
                return FOUND
        self.keep(kept=kept)
        return self.tell()

    def tell(self) -> int:
        """Say what was added and where, and what the checks ask about it; give the exit code."""
        if not self.items:
            write("Nothing was added.\n")
            return OK
        if self.diff:
            self.show()
            return OK
        for words, path in self.items:
            write(f"{self.name}:{self.read.source.place(path, key=True).line}: {words} added\n")
        self._say_what_is_asked()
        return OK

    def show(self) -> None:
        """Show the lines that are new; in a log only where they are."""
        if self.private:
            for words, path in self.items:
                write(f"{self.name}:{self.read.source.place(path, key=True).line}: {words}\n")
            return
        from sostool.mend.diff import changed_lines  # noqa: PLC0415

        red, green, plain = (_RED, _GREEN, _PLAIN) if wants_colour() else ("", "", "")
        write(f"{self.name}\n")
        for number, before, after in map(_narrowed, changed_lines(self.added.text, self.added.edits)):
            write(f"\nline {number}\n")
            write("".join(f"{red}- {shown(line)}{plain}\n" for line in before))
            write("".join(f"{green}+ {shown(line)}{plain}\n" for line in after))
        write("\n")

    def _look(self) -> None:
        from pathlib import Path  # noqa: PLC0415

        from sostool.files import CannotPlaceError, look_before_rewriting  # noqa: PLC0415

        try:
            look_before_rewriting(Path(self.path))
        except CannotPlaceError as error:
            stop(WRONG_USE, f"{self.name}: {shown(str(error))}.")

    def keep(self, *, kept: bool) -> None:
        """Write what was added.

        Args:
            kept: whether to show the lines if they cannot be written.

        Raises:
            Stop: they cannot.
        """
        from pathlib import Path  # noqa: PLC0415

        from sostool.files import CannotPlaceError, rewrite  # noqa: PLC0415

        if self.diff or not self.items:
            return
        try:
            rewrite(Path(self.path), self.data, self.added.after)
        except CannotPlaceError as error:
            if kept:
                write("These are the lines, so that they are not lost:\n\n")
                self.show()
            stop(WRONG_USE, f"Not written: {shown(str(error))}.")

    def _say_what_is_asked(self) -> None:
        """Say at a terminal what the checks ask about what was added."""
        if self.private:
            return
        from sostool.caseload.check_file import profile_of  # noqa: PLC0415
        from sostool.checks.run import ask_checks  # noqa: PLC0415

        profile = profile_of(self.read).profile
        if profile is None:
            return
        from sostool.case.paths import by_position  # noqa: PLC0415

        paths = [by_position(path, self.read.source) for _, path in self.items]
        asked = ask_checks(self.read, profile, todays_date()).findings
        about = [one for one in asked if any(one.path[: len(path)] == path for path in paths)]
        for finding in about[:_MOST_TOLD]:
            write(f"  line {finding.place.line}: {finding.code} {finding.message} {finding.mend}\n")
        if len(about) > _MOST_TOLD:
            write("  and more: `sostool validate` says it all.\n")


def _narrowed(changed: ChangedLines) -> tuple[int, Sequence[str], Sequence[str]]:
    """Leave out the lines at both ends that stay as they are."""
    number, before, after = changed
    while before and after and before[0] == after[0]:
        number, before, after = number + 1, before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return number, () if before == ("",) else before, after
