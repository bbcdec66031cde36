"""Make the wanted documents of a case file and put them in their places."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sostool.cli.asked_for import (
    ALL,
    EVERYONE,
    called,
    finding_line,
    kinds_called,
    leak_lines,
    read_before,
    read_case_file,
    reader_called,
)
from sostool.cli.console import FOUND, WRONG_USE, Stop, shown, stop, todays_date
from sostool.cli.noting import heard_by_others, not_compared, notes_of
from sostool.cli.placing import Written, left_over, pack_folder, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.findings.finding import Finding
    from sostool.profile import Profile
    from sostool.report.making.kinds import Kind
    from sostool.report.making.maker import Maker, Refused
    from sostool.report.making.pack import NotMade
    from sostool.report.making.workshop import Workshop
    from sostool.share.readers import Reader


_FROM_BEFORE = "From before, and not to be handed out: "


class Wanted(NamedTuple):
    """What was asked for on the command line; `output` is the team's folder for documents, where nothing else is said."""

    case_file: str
    document: str
    reader: str
    formats: tuple[str, ...]
    to: str
    output: str
    templates: str
    profile: str
    language: str
    unfinished: bool
    private: bool
    final: bool = False
    plain: bool = False


class Done(NamedTuple):
    """What was written, what there is to say about it, and how much was held back (None: of several readers).

    `in_folders` tells whether there is a folder for each reader: nobody has to read a hundred paths. `refused` tells whether a document was not made because of what it would have held.
    """

    written: tuple[Written, ...]
    notes: tuple[str, ...]
    withheld: int | None
    refused: bool
    in_folders: bool = False

    def lines(self) -> list[str]:
        """Say what was written: each file; of a pack the list and each folder with the number of its files."""
        if not self.in_folders:
            return [one.path for one in self.written]
        folders = Counter(str(Path(one.path).parent) for one in self.written)
        root = str(Path(self.written[0].path).parent)
        return [
            *(one.path for one in self.written if str(Path(one.path).parent) == root),
            *(
                f"{folder} ({count} {'file' if count == 1 else 'files'})"
                for folder, count in folders.items()
                if folder != root
            ),
        ]


def make_documents(wanted: Wanted) -> Done:
    """Make the documents and write them.

    Raises:
        Stop: nothing was written; the line says why.
    """
    from sostool.report.formats.not_drawn import NotInstalledError  # noqa: PLC0415
    from sostool.report.making.maker import Refused  # noqa: PLC0415
    from sostool.report.making.workshop import Workshop  # noqa: PLC0415
    from sostool.report.templating.template_mistake import TemplateMistake  # noqa: PLC0415
    from sostool.report.words.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.words.languages import UnknownLanguageError  # noqa: PLC0415

    kinds = kinds_called(wanted.document)
    read, profile = read_case_file(wanted.case_file, wanted.profile)
    _stop_at_findings(wanted, read, profile)
    try:
        folder = Path(wanted.templates) if wanted.templates else None
        workshop = Workshop(profile, folder, wanted.language, plain_columns=wanted.plain)
        maker = _maker(wanted, read, workshop)
        is_pack = wanted.reader == EVERYONE or wanted.document == ALL
        done = _pack(wanted, kinds, maker, workshop, read) if is_pack else _one(wanted, kinds[0], maker, workshop, read)
    except Refused as refused:
        raise Stop(FOUND, "\n".join((str(refused), *_leaks(refused, wanted, read)))) from None
    except (TemplateMistake, LabelMistakeError, UnknownLanguageError, NotInstalledError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))
    return done._replace(notes=(*done.notes, *not_compared(kinds, read)))


def _one(wanted: Wanted, kind: Kind, maker: Maker, workshop: Workshop, read: ReadCase) -> Done:
    from sostool.report.making.maker import NotFinal, Refused, withheld_count  # noqa: PLC0415
    from sostool.report.making.pack import Place  # noqa: PLC0415

    reader = None if kind.blank and not wanted.reader else _reader(maker.case, workshop.profile, wanted)
    try:
        places = [Place("", made) for made in maker.make(kind, reader, wanted.formats)]
    except NotFinal as refused:
        lines = (
            _not_final(refused, wanted, maker.case, kind, reader),
            *_from_before([kind.name], reader, wanted, maker.case),
        )
        raise Stop(FOUND, "\n".join(lines)) from None
    except Refused as refused:
        lines = (str(refused), *_leaks(refused, wanted, read), *_from_before([kind.name], reader, wanted, maker.case))
        raise Stop(FOUND, "\n".join(lines)) from None
    held = withheld_count(maker.case, reader) if reader is not None else 0
    written = put(places, _to(wanted), wanted.case_file)
    notes = (*heard_by_others(maker.case, reader), *notes_of(workshop))
    return Done(written, notes, held, refused=False)


def _pack(wanted: Wanted, kinds: Sequence[Kind], maker: Maker, workshop: Workshop, read: ReadCase) -> Done:
    from sostool.report.making.maker import withheld_count  # noqa: PLC0415
    from sostool.report.making.pack import Place, make_index, make_pack  # noqa: PLC0415
    from sostool.share.readers import everyone  # noqa: PLC0415

    case = maker.case
    for_all = wanted.reader == EVERYONE
    folder = pack_folder(wanted.to, wanted.output, case)
    readers = everyone(case, workshop.profile) if for_all else [_reader(case, workshop.profile, wanted)]
    pack = make_pack(maker, kinds, readers, wanted.formats)
    places = pack.places if for_all else [Place("", place.made) for place in pack.places]
    old = left_over(pack.places, folder, case.reference) if for_all else []
    if for_all:
        pack.left_over = tuple(path.as_posix() for path in old)
        made = make_index(maker, pack, readers, lambda reader: withheld_count(case, reader), wanted.formats)
        places = [*(Place("", one) for one in made), *places]
    named = [*pack.leaking, *pack.undrawable]
    notes = [line for one in named for line in _not_made(one, wanted, read)]
    notes += _not_approved(pack.not_final, wanted, case)
    old_ones = [] if for_all else _from_before([one.kind for one in pack.not_made], readers[0], wanted, case)
    if not places:
        others = (one for one in pack.not_made if one not in named)
        reasons = [
            *(line for one in named for line in _not_made(one, wanted, read)),
            *(f"{one.kind}: {one.refused}" for one in others),
            *old_ones,
        ]
        raise Stop(FOUND, "\n".join(reasons or ["None of these documents is for this reader."]))
    if not for_all:
        others = (one for one in pack.not_made if one not in (*named, *pack.not_final))
        notes += [f"Not made: {one.kind}. {one.refused}" for one in others]
        notes += old_ones
        notes += heard_by_others(case, readers[0])
    held = None if for_all else withheld_count(case, readers[0])
    written = put(places, str(folder) if for_all else _to(wanted), wanted.case_file, in_folder=for_all)
    warned = [_FROM_BEFORE + shown(str(folder / path)) for path in old]
    all_notes = (*notes, *warned, *notes_of(workshop))
    return Done(written, all_notes, held, bool(named or pack.not_final), in_folders=for_all)


def _to(wanted: Wanted) -> str:
    """Say where documents go; the team's own place is a folder, also where there is none yet."""
    return wanted.to or (f"{wanted.output}/" if wanted.output else "")


def _stop_at_findings(wanted: Wanted, read: ReadCase, profile: Profile) -> None:
    """Stop where checks find errors and nobody said to go on; or queries that are closed before a copy is final."""
    from sostool.cli.asked_for import what_is_open  # noqa: PLC0415

    if wanted.unfinished:
        return
    found = what_is_open(read, profile, todays_date())
    if found.errors:
        stop(
            FOUND,
            "\n".join(
                (
                    finding_line(found.errors[0]),
                    "Put this right first; or add --unfinished, and every page will say that it is not finished.",
                    *_from_before_of_errors(wanted, read, profile, found.errors),
                )
            ),
        )
    if wanted.final and found.must_be_closed:
        lines = map(finding_line, found.must_be_closed)
        stop(FOUND, "\n".join([*lines, "The profile says that this is closed before a document is final."]))


def _maker(wanted: Wanted, read: ReadCase, workshop: Workshop) -> Maker:
    from sostool.report.making.maker import Maker  # noqa: PLC0415

    final = None
    if wanted.final and read.case is not None:
        from sostool.cli.approvals import kept_for, why_not_final  # noqa: PLC0415

        final = why_not_final(read.case, kept_for(wanted.case_file, read.case.reference), workshop)
    return Maker(read, workshop, earlier=read_before(read), unfinished=wanted.unfinished, final=final)


def _reader(case: Case, profile: Profile, wanted: Wanted) -> Reader:
    return reader_called(case, profile, wanted.reader, private=wanted.private)


def _leaks(refused: Refused, wanted: Wanted, read: ReadCase) -> list[str]:
    """Say where protected words stand, or what a format cannot show: only to whoever may read it."""
    from sostool.report.making.maker import Undrawable  # noqa: PLC0415

    detail = (
        [shown(refused.detail)] if isinstance(refused, Undrawable) and refused.detail and not wanted.private else []
    )
    return detail + leak_lines(refused.leaks, read.source.name, private=wanted.private)


def _not_made(one: NotMade, wanted: Wanted, read: ReadCase) -> list[str]:
    assert read.case is not None
    who = called(read.case, one.reader, private=wanted.private)
    return [f"Not made: {one.kind} for {shown(who)}. {one.refused}", *_leaks(one.refused, wanted, read)]


def _not_final(refused: Refused, wanted: Wanted, case: Case, kind: Kind, reader: Reader | None) -> str:
    from sostool.cli.approvals import how_to_approve  # noqa: PLC0415

    who = called(case, reader, private=wanted.private) if reader is not None else ""
    return (
        f"{refused} So no final copy was made: {kind.name} for {who}.\n"
        f"Read it to its end, then: {how_to_approve(wanted.case_file, kind.name, who)}"
    )


def _not_approved(not_final: Sequence[NotMade], wanted: Wanted, case: Case) -> list[str]:
    """Say which final copies were not made, a line for each reader and reason."""
    from sostool.cli.approvals import how_to_approve  # noqa: PLC0415

    kinds: dict[tuple[str, str], list[str]] = {}
    for one in not_final:
        kinds.setdefault((called(case, one.reader, private=wanted.private), str(one.refused)), []).append(one.kind)
    lines = [f"Not made for {who}: {', '.join(names)}. {reason}" for (who, reason), names in kinds.items()]
    if lines:
        reader = wanted.reader if wanted.reader == EVERYONE else next(iter(kinds))[0]
        lines.append(f"Read them to their end, then: {how_to_approve(wanted.case_file, wanted.document, reader)}")
    return lines


def _from_before(kinds: Sequence[str], reader: Reader | None, wanted: Wanted, case: Case) -> list[str]:
    """Name the copies that lie where a refused document would have gone: they may hold what it was refused for."""
    from sostool.cli.placing import from_before  # noqa: PLC0415

    target = wanted.to or wanted.output
    return [_FROM_BEFORE + shown(path) for kind in kinds for path in from_before(kind, reader, case, target)]


def _from_before_of_errors(wanted: Wanted, read: ReadCase, profile: Profile, errors: Sequence[Finding]) -> list[str]:
    """Name the copies from before where it is about sharing that a document is not made anew."""
    from sostool.share.readers import default_reader, find_reader  # noqa: PLC0415

    if read.case is None or wanted.reader == EVERYONE or not any(error.code.startswith("SH") for error in errors):
        return []
    name = wanted.reader
    reader = find_reader(read.case, profile, name) if name else default_reader(read.case, profile)
    kinds = [kind.name for kind in kinds_called(wanted.document)]
    return _from_before(kinds, reader, wanted, read.case) if reader is not None else []
