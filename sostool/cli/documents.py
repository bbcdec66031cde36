"""Make the wanted documents of a case file and put them in their places."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sostool.cli.console import FOUND, WRONG_USE, Stop, shown, stop
from sostool.cli.placing import Written, left_over, pack_folder, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.profile import Profile
    from sostool.report.making.kinds import Kind
    from sostool.report.making.maker import Maker
    from sostool.report.making.pack import NotMade
    from sostool.report.making.workshop import Workshop
    from sostool.share.readers import Reader

ALL = "all"
EVERYONE = "everyone"


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
    from sostool.report.making.maker import Maker, Refused  # noqa: PLC0415
    from sostool.report.making.workshop import Workshop  # noqa: PLC0415
    from sostool.report.templating.template_mistake import TemplateMistake  # noqa: PLC0415
    from sostool.report.words.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.words.languages import UnknownLanguageError  # noqa: PLC0415

    kinds = _kinds(wanted.document)
    read, profile = _read(wanted)
    try:
        workshop = Workshop(profile, Path(wanted.templates) if wanted.templates else None, wanted.language)
        maker = Maker(read, workshop, unfinished=wanted.unfinished)
        if wanted.reader == EVERYONE or wanted.document == ALL:
            return _pack(wanted, kinds, maker, workshop, read)
        return _one(wanted, kinds[0], maker, workshop)
    except Refused as refused:
        raise Stop(FOUND, "\n".join((str(refused), *_places(refused.leaks, wanted, read)))) from None
    except (TemplateMistake, LabelMistakeError, UnknownLanguageError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))


def _one(wanted: Wanted, kind: Kind, maker: Maker, workshop: Workshop) -> Done:
    from sostool.report.making.maker import withheld_count  # noqa: PLC0415
    from sostool.report.making.pack import Place  # noqa: PLC0415

    reader = None if kind.blank and not wanted.reader else _reader(maker.case, workshop.profile, wanted)
    places = [Place("", made) for made in maker.make(kind, reader, wanted.formats)]
    held = withheld_count(maker.case, reader) if reader is not None else 0
    return Done(put(places, wanted.to or wanted.output, wanted.case_file), tuple(_notes(workshop)), held, refused=False)


def _pack(wanted: Wanted, kinds: Sequence[Kind], maker: Maker, workshop: Workshop, read: ReadCase) -> Done:
    from sostool.report.making.maker import withheld_count  # noqa: PLC0415
    from sostool.report.making.pack import Place, everyone, make_index, make_pack  # noqa: PLC0415

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
    notes = [line for one in pack.leaking for line in _not_made(one, wanted, read)]
    if not places:
        reasons = [f"{one.kind}: {one.refused}" for one in pack.not_made]
        raise Stop(FOUND, "\n".join(reasons or ["None of these documents is for this reader."]))
    if not for_all:
        notes += [f"Not made: {one.kind}. {one.refused}" for one in pack.not_made if not one.refused.leaks]
    held = None if for_all else withheld_count(case, readers[0])
    written = put(places, str(folder) if for_all else wanted.to or wanted.output, wanted.case_file, in_folder=for_all)
    warned = [f"From before, and not to be handed out: {shown(str(folder / path))}" for path in old]
    all_notes = (*notes, *warned, *_notes(workshop))
    return Done(written, all_notes, held, bool(pack.leaking), in_folders=for_all)


def _kinds(document: str) -> list[Kind]:
    from sostool.report.making.kinds import KINDS  # noqa: PLC0415
    from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

    if document != ALL and document not in KINDS:
        near = nearest(document, [*KINDS, ALL])
        meant = f" Did you mean {near}?" if near else ""
        stop(WRONG_USE, f"There is no document {shown(document)}.{meant} There are: {', '.join(KINDS)}, all.")
    return list(KINDS.values()) if document == ALL else [KINDS[document]]


def _read(wanted: Wanted) -> tuple[ReadCase, Profile]:
    """Read the case and its profile; stop where the practice checks find errors and nobody said to go on."""
    import datetime as dt  # noqa: PLC0415

    from sostool.case.read import read_case  # noqa: PLC0415
    from sostool.caseload.check_file import CannotReadError, bytes_of, profile_of, settings_of  # noqa: PLC0415
    from sostool.checks.run import ask_checks  # noqa: PLC0415

    case_file = wanted.case_file
    try:
        read = read_case(bytes_of(case_file), case_file)
    except CannotReadError as error:
        stop(WRONG_USE, f"{shown(case_file)}: {error}.")
    if read.findings:
        first = read.findings[0]
        stop(
            FOUND,
            f"{shown(case_file)}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
            "This file has errors, so nothing was written. `sostool validate` shows them all.",
        )
    if settings_of(case_file).findings:
        stop(FOUND, "The settings of this folder cannot be used: `sostool validate` says why.")
    loaded = profile_of(read, wanted.profile)
    if wanted.profile and loaded.unknown:
        near = f" Did you mean {loaded.near}?" if loaded.near else " `sostool profiles` lists them."
        stop(WRONG_USE, f"There is no profile of this name: {wanted.profile}.{near}")
    if loaded.profile is None:
        stop(FOUND, "The profile of this file cannot be used: `sostool validate` says why.")
    today = dt.datetime.now(tz=dt.UTC).date()
    errors = [found for found in ask_checks(read, loaded.profile, today).findings if found.severity == "error"]
    if errors and not wanted.unfinished:
        first = errors[0]
        stop(
            FOUND,
            f"{shown(case_file)}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
            "Put this right first; or add --unfinished, and every page will say that it is not finished.",
        )
    return read, loaded.profile


def _reader(case: Case, profile: Profile, wanted: Wanted) -> Reader:
    from sostool.share.readers import all_readers, default_reader, find_reader  # noqa: PLC0415
    from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

    name = wanted.reader
    # Ids are written small; somebody who types a name as the family says it means the same person.
    reader = (find_reader(case, profile, name) or find_reader(case, profile, name.lower())) if name else None
    reader = reader or (None if name else default_reader(case, profile))
    if reader is not None:
        return reader
    readers = all_readers(case, profile)
    near = nearest(name, [*(one.name for one in readers), EVERYONE]) if name else None
    lines = [
        "Nobody in this file has this id."
        if name
        else "Not everyone may have the same copy of this file, so say who it is for."
    ]
    if near and (near == EVERYONE or not wanted.private):
        lines.append(f"Did you mean --for {near}?")
    lines.append("Readers:")
    for one in readers:
        person = case.people.get(one.name)
        who = "" if person is None or wanted.private else f"{person.name or one.name}"
        # Ids are first names: a log gets the codes only.
        called = one.code if person is not None and wanted.private else one.name
        lines.append(f"  --for {called:<16}{who}".rstrip())
    lines.append(f"  --for {EVERYONE:<16}a folder for each")
    raise Stop(WRONG_USE if name else FOUND, "\n".join(lines))


def _places(leaks: Sequence[object], wanted: Wanted, read: ReadCase) -> list[str]:
    from sostool.findings.finding import path_text  # noqa: PLC0415
    from sostool.report.making.maker import Leak  # noqa: PLC0415

    return [
        f"  {shown(read.source.name)}:{leak.place.line}:{leak.place.column} in "
        f"{path_text(leak.path if wanted.private else leak.shown_path)}"
        for leak in leaks
        if isinstance(leak, Leak)
    ]


def _not_made(one: NotMade, wanted: Wanted, read: ReadCase) -> list[str]:
    who = one.reader.code if wanted.private else one.reader.name
    return [f"Not made: {one.kind} for {shown(who)}. {one.refused}", *_places(one.refused.leaks, wanted, read)]


def _notes(workshop: Workshop) -> list[str]:
    """Say what was left open, so that somebody fills it in: names and numbers, and words that stand in English."""
    notes = []
    missing = workshop.missing
    if missing:
        values = ", ".join(dict.fromkeys(place.value for place in missing))
        first = missing[0]
        notes.append(
            f"Left as a line to write on, because the authority's own are not known: {values} "
            f"(first in {first.file}, line {first.line}). `sostool templates copy authority.yaml` starts them."
        )
    fallen_back = workshop.fallen_back
    if fallen_back:
        notes.append(f"In English, because the language has no words for it: {', '.join(fallen_back[:5])}.")
    return notes
