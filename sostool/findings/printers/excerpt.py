"""One line of a file with the found stretch underlined, cut to a width."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sostool.findings.printers.characters import RUNNER_COMMAND, visible

if TYPE_CHECKING:
    from sostool.findings.finding import Place

_CUT = "..."
_TAB = 4


class Excerpt(NamedTuple):
    """A line as it can be shown, and the carets that stand under it."""

    text: str
    carets: str


def excerpt(line: str, place: Place, width: int) -> Excerpt:
    """Cut a line around what was found in it.

    Args:
        line: the line's text without its end; anything may stand in it.
        place: what was found; if it ends on a later line, the rest of this one is underlined.
        width: the most columns of the terminal to use; less than 20 are taken for 20.
    """
    width = max(width, 20)
    line = line.rstrip()
    start = min(max(place.column - 1, 0), len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    # Whatever the length of the line, only what could be shown is looked at.
    first = max(0, start - width)
    cells = _cells(line[first : start + width])
    start, end = start - first, max(start - first, min(end - first, len(cells)))
    sizes = _sizes(cells)
    begin = _begin(sizes, start, end, width) if not first else _back(sizes, start, width // 3)
    lead = _CUT if first or begin else ""
    stop, tail = _stop(sizes, begin, width - len(lead), more=first + len(cells) < len(line))
    before = len(lead) + sum(sizes[begin:start])
    return Excerpt(
        lead + "".join(cells[begin:stop]) + tail,
        " " * before + "^" * max(1, sum(sizes[start : min(end, stop)])),
    )


def _begin(sizes: list[int], start: int, end: int, width: int) -> int:
    """Find the first character to show: the line's own where what was found is in sight from there."""
    wanted = min(sum(sizes[start:end]), width // 2)
    if sum(sizes[:start]) + wanted <= width - len(_CUT):
        return 0
    return _back(sizes, start, width // 3)


def _back(sizes: list[int], start: int, room: int) -> int:
    while start and sizes[start - 1] <= room:
        start -= 1
        room -= sizes[start]
    return start


def _stop(sizes: list[int], begin: int, room: int, *, more: bool) -> tuple[int, str]:
    """Find where to stop, and what stands there in place of the rest."""
    if not more and sum(sizes[begin:]) <= room:
        return len(sizes), ""
    room -= len(_CUT)
    stop = begin
    while stop < len(sizes) and sizes[stop] <= room:
        room -= sizes[stop]
        stop += 1
    return stop, _CUT


def _cells(text: str) -> list[str]:
    """Give what each character is shown as: itself, spaces for a tab, an escape for what cannot be seen."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return list(text)
    cells = [" " * _TAB if letter == "\t" else visible(letter) for letter in text]
    for match in RUNNER_COMMAND.finditer(text):
        cells[match.start() + 1] = r"\x23"
    return cells


def _sizes(cells: list[str]) -> list[int]:
    if all(cell.isascii() for cell in cells):
        return [len(cell) for cell in cells]
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - most lines need only ASCII

    def columns(letter: str) -> int:
        if category(letter) in ("Mn", "Me", "Cf"):
            return 0
        return 2 if east_asian_width(letter) in ("W", "F") else 1

    return [len(cell) if cell.isascii() else columns(cell) for cell in cells]
