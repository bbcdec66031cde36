"""What the commands that make and let go documents are asked for: kinds, a case with its profile, a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.cli.console import FOUND, WRONG_USE, Stop, shown, stop

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.findings.finding import Finding
    from sostool.profile import Profile
    from sostool.release.gate import InTheWay
    from sostool.report.making.kinds import Kind
    from sostool.report.making.maker import Leak
    from sostool.share.readers import Reader

ALL = "all"
EVERYONE = "everyone"


def kinds_called(document: str) -> list[Kind]:
    """Give the kinds of document that `--document` names.

    Raises:
        Stop: there is none of this name.
    """
    from sostool.report.making.kinds import KINDS  # noqa: PLC0415
    from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

    if document != ALL and document not in KINDS:
        near = nearest(document, [*KINDS, ALL])
        meant = f" Did you mean {near}?" if near else ""
        stop(WRONG_USE, f"There is no document {shown(document)}.{meant} There are: {', '.join(KINDS)}, all.")
    return list(KINDS.values()) if document == ALL else [KINDS[document]]


def read_case_file(case_file: str, profile: str) -> tuple[ReadCase, Profile]:
    """Read a case whose shape is sound, and its profile.

    Args:
        case_file: the path; `-` reads standard input.
        profile: the name of the profile to use instead of the file's own, or "".

    Raises:
        Stop: the file cannot be opened, has errors, or its settings or profile cannot be used.
    """
    from sostool.case.read import read_case  # noqa: PLC0415
    from sostool.caseload.check_file import CannotReadError, bytes_of, profile_of, settings_of  # noqa: PLC0415

    try:
        read = read_case(bytes_of(case_file), case_file)
    except CannotReadError as error:
        stop(WRONG_USE, f"{shown(case_file)}: {error}.")
    if read.findings:
        stop(
            FOUND,
            f"{finding_line(read.findings[0])}\n"
            "This file has errors, so nothing was written. `sostool validate` shows them all.",
        )
    if settings_of(case_file).findings:
        stop(FOUND, "The settings of this folder cannot be used: `sostool validate` says why.")
    loaded = profile_of(read, profile)
    if profile and loaded.unknown:
        near = f" Did you mean {loaded.near}?" if loaded.near else " `sostool profiles` lists them."
        stop(WRONG_USE, f"There is no profile of this name: {profile}.{near}")
    if loaded.profile is None:
        stop(FOUND, "The profile of this file cannot be used: `sostool validate` says why.")
    return read, loaded.profile


def finding_line(finding: Finding) -> str:
    """Write a finding as one line: where, its code, what is wrong. No text of the file is in it."""
    place = finding.place
    return f"{shown(finding.file)}:{place.line}:{place.column}: {finding.code} {finding.message}"


def reader_called(case: Case, profile: Profile, name: str, *, private: bool, for_all: bool = True) -> Reader:
    """Give the reader that `--for` names; the room where nobody is named and everyone may hear everything.

    Args:
        case: the case.
        profile: whose rules say who is old enough for a copy of their own.
        name: what `--for` names; "" where nobody was named.
        private: whether readers are told by their codes.
        for_all: whether the command takes `everyone` too, and makes something for each kind of reader.

    Raises:
        Stop: there is none of this name, or it has to be said; the line lists the readers.
    """
    from sostool.cli.talking import in_words  # noqa: PLC0415
    from sostool.share.readers import Column, all_readers, default_reader, find_reader  # noqa: PLC0415
    from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

    # Ids are written small; somebody who types a name as the family says it means the same person.
    reader = (find_reader(case, profile, name) or find_reader(case, profile, name.lower())) if name else None
    reader = reader or (None if name else default_reader(case, profile))
    if reader is not None:
        return reader
    readers = [one for one in all_readers(case, profile) if for_all or one.column is not Column.CHILD]
    near = nearest(name, [*(one.name for one in readers), *([EVERYONE] if for_all else [])]) if name else None
    lines = [
        "Nobody in this file has this id."
        if name
        else "Not everyone may have the same copy of this file, so say who it is for."
    ]
    if near and (near == EVERYONE or not private):
        lines.append(f"Did you mean --for {near}?")
    lines.append("Readers:")
    for one in readers:
        person = case.people.get(one.name)
        who = "" if person is None or private else in_words(person)
        lines.append(f"  --for {called(case, one, private=private):<16}{who}".rstrip())
    if for_all:
        lines.append(f"  --for {EVERYONE:<16}a folder for each")
    raise Stop(WRONG_USE if name else FOUND, "\n".join(lines))


def called(case: Case, reader: Reader, *, private: bool) -> str:
    """Give what a reader is called in the terminal: ids are first names, so a log gets the codes only."""
    prefix, colon, id_ = reader.name.partition(":")
    if not private or (id_ or prefix) not in case.people:
        return reader.name
    from sostool.share.readers import reader_codes  # noqa: PLC0415

    codes = reader_codes(case)
    return f"{prefix}:{codes[id_]}" if colon else codes[prefix]


def person_called(case: Case, name: str) -> str:
    """Give the id of a person who is named by id or by code; "" if there is none."""
    from sostool.share.readers import reader_codes  # noqa: PLC0415

    by_code = {code: id_ for id_, code in reader_codes(case).items()}
    return next((id_ for id_ in (name, by_code.get(name, ""), name.lower()) if id_ in case.people), "")


def what_is_open(read: ReadCase, profile: Profile, day: dt.date) -> InTheWay:
    """Look for what stands in the way of letting a copy go, with the case files beside this one in view."""
    from sostool.caseload.earlier import chain_beside  # noqa: PLC0415
    from sostool.caseload.neighbours import neighbours_of  # noqa: PLC0415
    from sostool.release.gate import in_the_way  # noqa: PLC0415

    name = read.source.name
    return in_the_way(read, profile, day, neighbours_of(name), chain_beside(name, read))


def read_before(read: ReadCase) -> ReadCase | None:
    """Give the file of the meeting before, where a case follows one that can be used: documents tell what has changed."""
    from sostool.caseload.earlier import chain_beside  # noqa: PLC0415

    return chain_beside(read.source.name, read).before


def leak_lines(leaks: Sequence[Leak], file: str, *, private: bool) -> list[str]:
    """Write the places where words stand that a reader must not get; never the words."""
    from sostool.findings.finding import path_text  # noqa: PLC0415

    return [
        f"  {shown(file)}:{leak.place.line}:{leak.place.column} in "
        f"{path_text(leak.path if private else leak.shown_path)}"
        for leak in leaks
    ]
