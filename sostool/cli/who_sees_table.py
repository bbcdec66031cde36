"""Who sees what, on the terminal and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from sostool.case.paths import by_id, by_position
from sostool.case.people import name_of
from sostool.cli.lines import how_many, width, wrapped
from sostool.findings.finding import Path, path_text
from sostool.report.blocks import Line, own
from sostool.report.making.workshop import Workshop
from sostool.report.sections.who_sees import ABOUT_FEAR, Naming, Reasons, joined
from sostool.share.readers import ROOM, reader_codes

if TYPE_CHECKING:
    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.profile import Profile
    from sostool.report.words.labels import Labels
    from sostool.share.readers import Reader
    from sostool.share.sight import Cell
    from sostool.share.who_sees import Row, WhoSees

_SIGNS = {"yes": "+", "partly": "/", "no": ".", "stops": "!"}
_STATES = ("stops", "yes", "partly", "no")
_GROUPS = {"room": "the room, with everyone there", "practitioners": "practitioners", "chair": "the chair"}
_WIDEST_PLACE = 46
_FEWEST_LETTERS = 20
_MOST_SIDE_BY_SIDE = len(ascii_lowercase)


def as_table(
    read: ReadCase, profile: Profile, table: WhoSees, *, private: bool, is_one: bool, in_detail: bool
) -> Iterator[str]:
    """Write the table for a person, line by line.

    Args:
        read: the case as it was read.
        profile: whose words are used.
        table: the items and the readers.
        private: whether names, ids and the file's text stay out.
        is_one: whether it is about one reader: a list with the reasons.
        in_detail: whether each item is told with all its readers and reasons, and not as one line.
    """
    words = Workshop(profile).words("en")
    telling = _Telling(read, words, private=private)
    if is_one:
        yield from telling.one_reader(table)
    elif in_detail:
        yield from telling.items(table)
    else:
        yield from telling.matrix(table)
    if any(row.about_fear for row in table.rows):
        yield from ("", words("who_sees.fear_text"))
    if any(cell.state == "stops" for row in table.rows for cell in row.cells):
        yield from ("", *textwrap.wrap(words("who_sees.stops_text"), width()))


def as_json(read: ReadCase, profile: Profile, table: WhoSees) -> str:
    """Write the table for a program: readers by their codes, places by position; no name, no id, no text of the file."""
    telling = _Telling(read, Workshop(profile).words("en"), private=True)
    items = [
        {
            "path": path_text(by_position(row.path, read.source)),
            "line": read.source.place(row.path).line,
            "about_fear": row.about_fear,
            "readers": {
                reader.code: telling.cell_json(cell) for reader, cell in zip(table.readers, row.cells, strict=True)
            },
        }
        for row in table.rows
    ]
    return json.dumps({"sostool_who_sees": 1, "items": items}, indent=2, ensure_ascii=False) + "\n"


class _Telling:
    """Puts a table into lines."""

    def __init__(self, read: ReadCase, words: Labels, *, private: bool) -> None:
        assert read.case is not None
        self._read, self._case, self._private = read, read.case, private
        self._reasons = Reasons(
            words, Naming(self._person, lambda reader: own(self._called(reader)), self._place, _says)
        )

    def one_reader(self, table: WhoSees) -> Iterator[str]:
        """List what one reader gets and what not, with the reasons, in the order of the file."""
        (reader,) = table.readers
        states = [row.cells[0].state for row in table.rows]
        got, part = states.count("yes") + states.count("partly"), states.count("partly")
        who = self._called(reader)
        partly = f", {part} of them partly" if part else ""
        yield from textwrap.wrap(f"For {who}: {got} of {how_many(len(states), 'item')}{partly}.", width())
        yield ""
        for row in table.rows:
            (cell,) = row.cells
            yield f"{_sign(row)} {cell.state:<7} {self._place(row.path)}"
            yield from self._saying(row, " " * 10)
            yield from wrapped(_plain(joined(self._reasons.of(cell))), " " * 10)

    def items(self, table: WhoSees) -> Iterator[str]:
        """Tell of each item who gets it, who gets part of it, and who does not, with the reasons."""
        for number, row in enumerate(table.rows):
            yield from ("",) if number else ()
            yield f"{_sign(row)} {self._place(row.path)}, line {self._read.source.place(row.path).line}"
            yield from self._saying(row, "  ")
            by_cell: dict[Cell, list[str]] = {}
            for reader, cell in zip(table.readers, row.cells, strict=True):
                by_cell.setdefault(cell._replace(about_fear=False), []).append(self._called(reader))
            for cell in sorted(by_cell, key=lambda cell: _STATES.index(cell.state)):
                why = _plain(joined(self._reasons.of(cell)))
                who = "; ".join(by_cell[cell])
                yield from wrapped(f"{cell.state:<7} {who}{'.' if why else ''} {why}".rstrip(), "    ", " " * 12)

    def matrix(self, table: WhoSees) -> Iterator[str]:
        """Write a line for each item and a column for each reader, or for those who get the same."""
        groups = table.alike()
        yield f"Who sees what: {how_many(len(table.rows), 'item')}. The chair gets everything."
        yield ""
        for start in range(0, len(groups), _MOST_SIDE_BY_SIDE):
            yield from ("",) if start else ()
            yield from self._sheet(table, groups[start : start + _MOST_SIDE_BY_SIDE])
        yield from ("", "Why: `sostool who-sees CASE PATH`, or --for READER.")

    def _sheet(self, table: WhoSees, groups: Sequence[Sequence[Reader]]) -> Iterator[str]:
        letters = ascii_lowercase[: len(groups)]
        for letter, group in zip(letters, groups, strict=True):
            yield from wrapped("; ".join(map(self._called, group)), f"  {letter}  ", " " * 5)
        yield "  " + "   ".join(f"{sign} {state}" for state, sign in _SIGNS.items())
        yield ""
        places = [table.readers.index(group[0]) for group in groups]
        paths = [self._place(row.path) for row in table.rows]
        most = max(_FEWEST_LETTERS, min(_WIDEST_PLACE, width() - 2 * len(groups) - 3))
        wide = min(most, max(map(len, paths), default=0))
        yield f"  {'':<{wide}} {' '.join(letters)}"
        for row, path in zip(table.rows, paths, strict=True):
            signs = " ".join(_SIGNS[row.cells[place].state] for place in places)
            if len(path) > wide:
                yield f"{_sign(row)} {path}"
                yield f"  {'':<{wide}} {signs}"
            else:
                yield f"{_sign(row)} {path:<{wide}} {signs}"

    def cell_json(self, cell: Cell) -> dict[str, Any]:
        """Give a cell for a program."""
        data: dict[str, Any] = {"state": cell.state}
        if cell.missing:
            data["without"] = [key for missing in cell.missing for key in missing.keys]
        why = [_plain(line) for line in self._reasons.of(cell)]
        return data | ({"why": why} if why else {})

    def _saying(self, row: Row, indent: str) -> Iterator[str]:
        """Give the start of what an item says, for a person at the terminal alone."""
        said = "" if self._private else " ".join(row.says.split())
        if said:
            room = max(_FEWEST_LETTERS, width() - len(indent) - 2)
            yield f"{indent}“{said if len(said) <= room else said[: room - 1].rstrip() + '…'}”"

    def _place(self, path: Path) -> str:
        source = self._read.source
        return path_text(by_position(path, source) if self._private else by_id(path, source))

    def _person(self, id_: str) -> Line:
        return own(self._name(self._case, id_))

    def _name(self, case: Case, id_: str) -> str:
        if not self._private:
            return name_of(case, id_)
        return reader_codes(case).get(id_, "somebody")

    def _called(self, reader: Reader) -> str:
        """Call a reader by name and code; in a log by the code alone."""
        prefix, _, id_ = reader.name.partition(":")
        if prefix == ROOM and id_:
            return f"the room, with {self._name(self._case, id_)} there"
        if reader.name in _GROUPS:
            return _GROUPS[reader.name]
        return reader.code if self._private else f"{name_of(self._case, reader.name)} ({reader.code})"


def _says(row: Row) -> str:
    return row.says


def _plain(line: Line) -> str:
    return "".join(run.text for run in line)


def _sign(row: Row) -> str:
    return ABOUT_FEAR if row.about_fear else " "
