"""Where documents go: their folder, each put in place in one step, and what lies there from before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sostool.cli.console import WRONG_USE, stop

if TYPE_CHECKING:
    from sostool.case.model import Case
    from sostool.report.making.pack import Place
    from sostool.share.readers import Reader


class Written(NamedTuple):
    """A document that was put in its place: the path, the bytes, and the name of its format."""

    path: str
    data: bytes
    format: str


def pack_folder(to: str, output: str, case: Case) -> Path:
    """Give the folder of a pack: the one that was named, else one with the reference and the meeting's date.

    Two families never share one: the team's own folder for documents (`output`) only holds it.
    """
    if to:
        return Path(to)
    date = case.meeting.date.isoformat() if case.meeting and case.meeting.date else ""
    return Path(output, f"{case.reference}-{date}")


def put(places: Sequence[Place], to: str, case_file: str, *, in_folder: bool = False) -> tuple[Written, ...]:
    """Put the files in place, each in one step.

    A path is a file's name only for one file, and only with the ending of its format: without an ending it is a folder.

    Raises:
        Stop: a file could not be put in place; each of those before it was, whole.
    """
    from sostool.files import CannotPlaceError, make_folder, replace  # noqa: PLC0415

    if to == "-":
        stop(WRONG_USE, "A document goes into a file or a folder: name one after -o.")
    target = Path(to) if to else Path()
    is_file = (
        bool(target.suffix)
        and len(places) == 1
        and not in_folder
        and not target.is_dir()
        and not to.endswith(("/", "\\"))
    )
    if is_file:
        _look_at_name(target, places[0].made.file_name, case_file)
    written = []
    try:
        for place in places:
            made = place.made
            folder = target.parent if is_file else target / place.folder
            make_folder(folder)
            path = target if is_file else folder / made.file_name
            replace(path, made.data)
            written.append(Written(str(path), made.data, made.file_name.rpartition(".")[2]))
    except CannotPlaceError as error:
        stop(WRONG_USE, f"Not written: {error}.{_how_many(len(written), len(places))}")
    return tuple(written)


def _how_many(written: int, wanted: int) -> str:
    """Warn of a folder in which new copies lie beside older ones, which may hold what is held back by now."""
    if not written:
        return ""
    return f" Of {wanted} files {written} {'was' if written == 1 else 'were'} written before; any other there is older."


def _look_at_name(target: Path, file_name: str, case_file: str) -> None:
    """Stop where a file would be called by the name of another kind of file, perhaps one that somebody has written."""
    if target.suffix.lower() in (".yaml", ".yml") or _is_same_file(target, case_file):
        stop(WRONG_USE, "A document is never written over a case file. Give the file another name after -o.")
    ending = Path(file_name).suffix
    if target.suffix.lower() != ending:
        stop(
            WRONG_USE,
            f"-o: the file's name has to end in {ending} for this format. For a folder put a slash at the end of its name.",
        )


def _is_same_file(target: Path, case_file: str) -> bool:
    return target.is_file() and Path(case_file).is_file() and target.samefile(case_file)


def from_before(kind: str, reader: Reader | None, case: Case, target: str) -> list[str]:
    """Find the copies of a document made before that lie where it would have gone, by their paths."""
    date = case.meeting.date.isoformat() if case.meeting and case.meeting.date else ""
    path = Path(target) if target else Path()
    if target and path.is_file():
        return [str(path)]
    found = path.glob(f"{case.reference}-{kind}-{reader.code if reader else 'room'}-{date}.*")
    return sorted(str(each) for each in found if each.is_file())


def left_over(places: Sequence[Place], folder: Path, reference: str) -> list[Path]:
    """Find papers of an earlier pack that are not made now, by their places in its folder.

    Somebody may be feared now who was not; or stand at another place in the file, so that their code, and with it
    the folder, is another's.
    """
    from sostool.report.making.kinds import KINDS  # noqa: PLC0415

    made = {Path(place.folder, place.made.file_name).with_suffix("") for place in places}
    starts = tuple(f"{reference}-{name}-" for name in KINDS)
    return [
        path
        for found in sorted(folder.glob("*/*"))
        if found.name.startswith(starts)
        and found.is_file()
        and (path := found.relative_to(folder)).with_suffix("") not in made
    ]
