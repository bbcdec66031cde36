"""What approve does once its options are read: whose copies, what stands in the way, the question, the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.cli.console import FOUND, OK, WRONG_USE, at_terminal, complain, shown, stop, write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sostool.case.read import ReadCase
    from sostool.profile import Profile
    from sostool.release.copies import Copy
    from sostool.release.record import Record
    from sostool.report.making.maker import Refused
    from sostool.report.making.pack import NotMade
    from sostool.share.readers import Reader


class Approving:
    """One call: what is approved, by whom, and what is said about it."""

    def __init__(
        self, case_file: str, read: ReadCase, profile: Profile, templates: str, language: str, *, private: bool
    ) -> None:
        from pathlib import Path  # noqa: PLC0415

        from sostool.cli.asked_for import read_before  # noqa: PLC0415
        from sostool.report.making.maker import Maker  # noqa: PLC0415
        from sostool.report.making.workshop import Workshop  # noqa: PLC0415

        self.case_file, self.read, self.profile, self.private = case_file, read, profile, private
        self.workshop = Workshop(profile, Path(templates) if templates else None, language)
        self.maker = Maker(read, self.workshop, earlier=read_before(read))
        self.case = self.maker.case

    def find(self, document: str, for_: str) -> None:
        """Find the kinds and the readers that are meant.

        Raises:
            Stop: there is no such kind or reader.
        """
        from sostool.cli.asked_for import ALL, EVERYONE, kinds_called, reader_called  # noqa: PLC0415
        from sostool.share.readers import everyone  # noqa: PLC0415

        self.document, self.for_ = document, for_
        self.kinds = kinds_called(document)
        self.is_pack = for_ == EVERYONE or document == ALL
        if not self.is_pack and self.kinds[0].blank:
            stop(WRONG_USE, f"The document {document} is a blank sheet: it never says Draft and needs no approval.")
        if for_ == EVERYONE:
            self.readers = everyone(self.case, self.profile)
        else:
            self.readers = [reader_called(self.case, self.profile, for_, private=self.private)]

    def approve(self, by: str, day: dt.date, *, yes: bool, more: Sequence[str]) -> int:
        """Approve what is meant, and give the exit code."""
        from sostool.cli.approvals import keep, kept_for  # noqa: PLC0415
        from sostool.release.record import Approval  # noqa: PLC0415

        self._stop_at_what_is_open(day)
        approver = self._person(by)
        found, told = self._copies(approver)
        record = kept_for(self.case_file, self.case.reference).record
        new = [copy for copy in found if not self._is_approved_already(record, copy, approver)]
        for line in told:
            complain(line)
        if not found:
            stop(FOUND, "Nothing was approved: none of these copies can be.")
        if not new:
            write("Approved already, and nothing in it has changed since.\n")
            return FOUND if told else OK
        self._ask(new, yes=yes, more=more)
        approvals = [
            Approval(one.kind.name, one.reader.name, one.document.language, approver, day, one.content) for one in new
        ]
        path = keep(self.case_file, self.case.reference, approvals)
        for reader, names in self._by_reader((one.reader, one.kind.name) for one in new):
            write(f"Approved for {reader}: {', '.join(names)}\n")
        write(f"Recorded in {shown(str(path))}. It is an integrity record, not a legal signature.\n")
        return FOUND if told else OK

    def withdraw(self, by: str, day: dt.date, language: str) -> int:
        """Take approvals back, in every language unless one is said, and give the exit code. Nobody is asked twice."""
        from sostool.case.people import PRACTITIONER_ROLES  # noqa: PLC0415
        from sostool.cli.approvals import keep, kept_for  # noqa: PLC0415
        from sostool.release.judging import standing_approvals  # noqa: PLC0415

        who = self._person(by)
        if self.case.people[who].role not in PRACTITIONER_ROLES:
            stop(FOUND, "An approval is taken back by a practitioner, a manager or the chair who is in the file.")
        record = kept_for(self.case_file, self.case.reference).record
        kinds = {kind.name for kind in self.kinds}
        readers = {reader.name: reader for reader in self.readers}
        only = self.workshop.words_for(self.case, self.readers[0]).language if language else ""
        back = [
            one
            for one in standing_approvals(record)
            if one.document in kinds and one.reader in readers and only in ("", one.language)
        ]
        if not back:
            stop(FOUND, "There is no approval of this to take back.")
        lines = [one._replace(by=who, date=day, content="", withdrawn=True) for one in back]
        path = keep(self.case_file, self.case.reference, lines)
        for reader, names in self._by_reader((readers[one.reader], one.document) for one in back):
            write(f"Taken back for {reader}: {', '.join(names)}\n")
        write(f"Recorded in {shown(str(path))}. Final copies that lie about already stay where they are.\n")
        return OK

    def refused_lines(self, refused: Refused) -> str:
        """Say why a copy cannot be made, with the places of words that must not stand in it."""
        from sostool.cli.asked_for import leak_lines  # noqa: PLC0415

        return "\n".join((str(refused), *leak_lines(refused.leaks, self.read.source.name, private=self.private)))

    def _stop_at_what_is_open(self, day: dt.date) -> None:
        from sostool.cli.asked_for import finding_line, what_is_open  # noqa: PLC0415

        found = what_is_open(self.read, self.profile, day)
        if not found.all:
            return
        wants = {
            "errors: put them right": found.errors,
            "what is held back without being agreed": found.unagreed,
            "queries that the profile wants closed": found.must_be_closed,
        }
        kinds = "; ".join(what for what, some in wants.items() if some)
        stop(FOUND, "\n".join([*map(finding_line, found.all), f"Nothing was approved. Still open: {kinds}."]))

    def _person(self, by: str) -> str:
        from sostool.cli.asked_for import person_called  # noqa: PLC0415
        from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

        id_ = person_called(self.case, by)
        if not id_:
            near = nearest(by, list(self.case.people)) if not self.private else None
            meant = f" Did you mean --by {near}?" if near else ""
            stop(WRONG_USE, f"--by: nobody in this file has this id.{meant}")
        return id_

    def _copies(self, approver: str) -> tuple[list[Copy], list[str]]:
        """Make the copies that are meant, and give those that may be approved, and what is to be said of the others."""
        from sostool.release.copies import Copy, copies, one_copy  # noqa: PLC0415
        from sostool.release.judging import why_not  # noqa: PLC0415
        from sostool.report.making.maker import Leaking  # noqa: PLC0415

        templates = self.workshop.templates
        if not self.is_pack:
            if reason := why_not(self.case, self.readers[0], approver):
                stop(FOUND, f"Nothing was approved. {reason}")
            return [one_copy(self.maker, templates, self.kinds[0], self.readers[0])], []
        reasons = {reader.name: why_not(self.case, reader, approver) for reader in self.readers}
        if all(reasons.values()):
            stop(FOUND, f"Nothing was approved. {next(iter(reasons.values()))}")
        told = [
            f"Not approved: anything for {self._reader(reader)}. {reasons[reader.name]}"
            for reader in self.readers
            if reasons[reader.name]
        ]
        found: list[Copy] = []
        allowed = [reader for reader in self.readers if not reasons[reader.name]]
        for one in copies(self.maker, templates, self.kinds, allowed):
            if isinstance(one, Copy):
                found.append(one)
            elif isinstance(one.refused, Leaking):
                told += self._not_approved(one)
        return found, told

    def _not_approved(self, one: NotMade) -> list[str]:
        first, *places = self.refused_lines(one.refused).splitlines()
        return [f"Not approved: {self._called(one.kind, one.reader)}. {first}", *places]

    def _is_approved_already(self, record: Record, copy: Copy, approver: str) -> bool:
        from sostool.release.judging import Standing, judge  # noqa: PLC0415

        judged = judge(record, self.case, copy.reader, copy.document, copy.content)
        is_theirs = judged.approval is not None and judged.approval.by == approver
        return judged.standing is Standing.APPROVED and is_theirs

    def _ask(self, new: list[Copy], *, yes: bool, more: Sequence[str]) -> None:
        """Show what would be approved, and ask; go on only if the answer is yes.

        Raises:
            Stop: the answer is no; or nobody is there to be asked.
        """
        from sostool.cli.approvals import how_to_read  # noqa: PLC0415
        from sostool.cli.asked_for import EVERYONE  # noqa: PLC0415

        if not yes and not _somebody_types():
            stop(WRONG_USE, "Nothing was approved: at a terminal you are asked; else add --yes once it has been read.")
        if yes:
            return
        for for_whom, names in self._by_reader(
            (one.reader, f"{one.kind.name} {one.document.fingerprint}") for one in new
        ):
            write(f"{for_whom}: {', '.join(names)}\n")
        one = "this copy" if len(new) == 1 else f"each of these {len(new)} copies"
        as_reader = f", as {self._name(new[0].reader)} will" if len(new) == 1 else ", as its reader will"
        reader = self.for_ if self.for_ == EVERYONE else self._reader(new[0].reader)
        write(
            "The eight letters and digits stand at the foot of each page: they show whether it is the copy you have read.\n"
            f"To read it: {how_to_read(self.case_file, self.document, reader, more)}\n"
        )
        try:
            answer = input(f"Have you read {one} to its end{as_reader}? [y/N] ").strip().lower()
        except (EOFError, UnicodeDecodeError):
            write("\n")
            answer = ""
        if answer not in ("y", "yes"):
            stop(FOUND, "Nothing was approved.")

    def _by_reader(self, copies: Iterable[tuple[Reader, str]]) -> list[tuple[str, list[str]]]:
        """Put copies together by their readers, as they are called in the terminal."""
        named: dict[str, list[str]] = {}
        for reader, what in copies:
            named.setdefault(self._reader(reader), []).append(what)
        return list(named.items())

    def _called(self, kind: str, reader: Reader) -> str:
        return f"{kind} for {self._reader(reader)}"

    def _reader(self, reader: Reader) -> str:
        from sostool.cli.asked_for import called  # noqa: PLC0415

        return called(self.case, reader, private=self.private)

    def _name(self, reader: Reader) -> str:
        """Name a reader for the person at the terminal."""
        person = self.case.people.get(reader.name)
        return person.name if person is not None and person.name and not self.private else self._reader(reader)


def _somebody_types() -> bool:
    import sys  # noqa: PLC0415

    return at_terminal() and sys.stdin is not None and sys.stdin.isatty()
