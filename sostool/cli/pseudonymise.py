"""`sostool pseudonymise`: write a copy with invented names, numbers and addresses, and say what it cannot know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sostool.cli.console import FOUND, OK, OUR_FAULT, WRONG_USE, complain, flush, is_private, shown, stop, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sostool.case.model import Case
    from sostool.pseudonymise.copying import Copy, ToLookAt

_STANDARD_OUTPUT = "-"
# In the order in which they are told, each for one and for several.
_COUNTED = {
    "person": ("person", "people"),
    "name": ("name in the text", "names in the text"),
    "id": ("id", "ids"),
    "reference": ("reference", "references"),
    "date of birth": ("date of birth", "dates of birth"),
    "telephone": ("telephone number", "telephone numbers"),
    "email": ("e-mail address", "e-mail addresses"),
    "address": ("address", "addresses"),
    "postcode": ("postcode", "postcodes"),
    "nhs number": ("NHS number", "NHS numbers"),
    "national insurance": ("National Insurance number", "National Insurance numbers"),
    "registration": ("registration of a car", "registrations of cars"),
    "website": ("web page or name on a network", "web pages or names on networks"),
    "place": ("word of a place or an agency", "words of places or agencies"),
}
_CANNOT_KNOW = """\
What it cannot know, and a person has to look at: nicknames, and names the file
does not list; places and jobs told in other words; the days of what happened,
which stay; the profile's name, which may be your authority's; and what happened.
Somebody who knows the family may know it by that alone. The copy is still
personal data: keep it like the original. No key was kept, so the names cannot be
put back.
"""


def pseudonymise(
    case_file: Annotated[str, typer.Argument(metavar="CASE", help="The case file; - reads standard input.")],
    to: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A file or a folder; - writes to standard output. Default: this folder, named by the copy's reference.",
            show_default=False,
        ),
    ] = "",
    reference: Annotated[
        str,
        typer.Option(
            "--reference",
            metavar="REFERENCE",
            help="The reference of the copy: the same for all files of one family. Default: an invented one.",
            show_default=False,
        ),
    ] = "",
) -> int:
    """Write a copy of a case file with invented names, numbers and addresses.

    For training, for a report of a mistake, for a test. Comments are taken out. It is written only where nothing of
    that name is, and it is still personal data: what happened stays.
    """
    _look_at_reference(reference)
    copy = _copy_of(case_file, reference)
    private = is_private(chosen=None) or _is_private_here(case_file)
    if to == _STANDARD_OUTPUT:
        write(copy.data.decode())
        flush()
        complain("".join(_told(copy, to, private=private)).rstrip("\n"))
        return OK
    name = _put(copy, to)
    for line in _told(copy, name, private=private):
        write(line)
    return OK


def _look_at_reference(reference: str) -> None:
    from sostool.case.model import Case  # noqa: PLC0415

    kind = Case.keys["reference"].kind
    if reference and not kind.pattern.match(reference):  # type: ignore[attr-defined]
        stop(WRONG_USE, f"--reference: this is not a reference. {kind.mend}")  # type: ignore[attr-defined]


def _is_of_this_family(reference: str, case: Case) -> bool:
    from sostool.share.bars import is_called  # noqa: PLC0415

    same = reference.casefold() == case.reference.casefold()
    return same or any(is_called(case, reference, id_) for id_ in case.people)


def _copy_of(case_file: str, reference: str) -> Copy:
    from sostool.case.read import read_case  # noqa: PLC0415
    from sostool.caseload.check_file import CannotReadError, bytes_of  # noqa: PLC0415
    from sostool.pseudonymise.copying import (  # noqa: PLC0415
        CannotCopyError,
        NotProvenError,
        TooLargeError,
        pseudonymised,
    )

    name = shown(case_file)
    try:
        read = read_case(bytes_of(case_file), case_file)
        if read.case is not None and reference and _is_of_this_family(reference, read.case):
            stop(WRONG_USE, "--reference: this stands in the file, and what stands there has to go. Invent another.")
        return pseudonymised(read, reference)
    except CannotReadError as error:
        stop(WRONG_USE, f"{name}: {error}.")
    except CannotCopyError as error:
        first = error.finding
        stop(
            FOUND,
            f"{name}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
            "This file has errors, so nobody can say what stands where, and nothing was written. "
            "`sostool validate` shows them all.",
        )
    except TooLargeError:
        stop(FOUND, f"{name}: the copy would be larger than a case file may be. Nothing was written.")
    except NotProvenError:
        stop(
            OUR_FAULT,
            f"{name}: it cannot be shown that the copy says the same with nothing left of what has to go, so nothing "
            "was written. This is a fault of sostool: please report it, without the file.",
        )


def _put(copy: Copy, to: str) -> str:
    from sostool.cli.new_file import target_of  # noqa: PLC0415
    from sostool.files import CannotPlaceError, create, make_folder  # noqa: PLC0415

    target = target_of(to, copy.file_name)
    try:
        make_folder(target.parent)
        create(target, copy.data)
    except CannotPlaceError as error:
        stop(WRONG_USE, f"Not written: {shown(str(error))}.")
    name = shown(str(target))
    write(f"Written: {name}\n")
    return name


def _is_private_here(case_file: str) -> bool:
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415

    team = settings_of(case_file)
    return bool(team.settings.private or team.findings)


def _told(copy: Copy, name: str, *, private: bool) -> Iterator[str]:
    """Say what was replaced, what has to be looked at, and what cannot be known; in private without any word of it."""
    counted = [
        f"{count} {one if count == 1 else several}"
        for kind, (one, several) in _COUNTED.items()
        if (count := copy.counts.get(kind, 0))
    ]
    yield f"Replaced: {', '.join(counted)}.\n"
    if copy.counts["comment"]:
        yield f"Comments taken out: {copy.counts['comment']}.\n"
    if copy.unsure:
        yield "\nNames that are everyday words too; look whether a name stood there:\n"
        yield from _places(copy.unsure, name, private=private)
    if copy.unlisted:
        yield "\nWords, dates and long numbers that are left; look whether they tell who it is:\n"
        yield from _places(copy.unlisted, name, private=private)
    yield f"\n{_CANNOT_KNOW}"


def _places(found: Iterable[ToLookAt], name: str, *, private: bool) -> Iterator[str]:
    ordered = sorted(found, key=lambda one: one.place)
    if private:
        yield from (f"  {name}:{one.place.line}:{one.place.column}\n" for one in ordered)
        return
    lines: dict[str, list[str]] = {}
    for one in ordered:
        lines.setdefault(one.words, []).append(f"{one.place.line}:{one.place.column}")
    yield from (f"  {shown(words)}: {', '.join(places)}\n" for words, places in lines.items())
