"""Who sees what, for the chair: each item of the case file against each reader, with the reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sostool.findings.finding import Path
from sostool.report.blocks import Block, Line, Note, Paragraphs, Run, Section, Table, own, typed
from sostool.report.words.labels import Labels
from sostool.share.readers import Reader
from sostool.share.reasons import Reason
from sostool.share.sight import Cell
from sostool.share.who_sees import Row, WhoSees

ABOUT_FEAR = "▲"
# More columns than these cannot be read on a sheet of A4 on its side.
_MOST_COLUMNS = 8
# The rules of the table say what they are in English alone; in another language row and column are named.
_RULES_ARE_IN = "en"
_GROUPS = ("everyone", "room")


@dataclass(frozen=True, slots=True)
class Naming:
    """How what stands in the case file is called: for the chair by its names, for a log so that nobody is named.

    `person` names somebody by their id, `reader` a reader; `place` writes where something stands; `says` gives the
    first words of an item.
    """

    person: Callable[[str], Line]
    reader: Callable[[Reader], Line]
    place: Callable[[Path], str]
    says: Callable[[Row], str]


@dataclass
class Reasons:
    """The reasons in words; each once, and with a number, in the order in which they are asked for."""

    words: Labels
    naming: Naming
    numbers: dict[Line, int] = field(default_factory=dict)

    def numbers_of(self, cell: Cell) -> list[int]:
        """Give the numbers of a cell's reasons."""
        return [self.numbers.setdefault(line, len(self.numbers) + 1) for line in self.of(cell)]

    def of(self, cell: Cell) -> Iterator[Line]:
        """Give a cell's reasons in words."""
        if cell.reason is not None:
            yield self.line(cell.reason)
        for missing in cell.missing:
            keys = typed(", ".join(missing.keys))
            yield self.words.line("who_sees.without", keys=keys, why=self.line(missing.reason))

    def line(self, reason: Reason) -> Line:
        """Say why something reaches a reader or not."""
        line = self._why(reason)
        if reason.kind in ("withheld", "only-for"):
            by = self._name(reason.by)
            agreed = self.words.line("who_sees.agreed", name=by) if by else own(self.words("who_sees.not_agreed"))
            line = (*line, Run(" "), *agreed)
        if reason.place:
            place = typed(self.naming.place(reason.place))
            return self.words.line("who_sees.goes_with", place=place, why=line)
        return line

    def _why(self, reason: Reason) -> Line:
        if reason.kind == "rule":
            tells = self.words.language == _RULES_ARE_IN and reason.rule
            rule = {"rule": own(reason.rule.replace("`", ""))} if tells else {}
            label = "who_sees.why.rule" if tells else "who_sees.why.row"
            return self.words.line(label, row=own(reason.row), column=own(reason.column), **rule)
        given = {
            "names": _listed(self.words, [self._name(id_) for id_ in reason.whom]),
            "feared": self._name(reason.feared),
            "by": self._name(reason.by),
        }
        return self.words.line(f"who_sees.why.{reason.kind}", **given)

    def _name(self, id_: str) -> Line:
        if not id_:
            return ()
        return own(self.words(f"register.{id_}")) if id_ in _GROUPS else self.naming.person(id_)


def who_sees_sections(words: Labels, naming: Naming, table: WhoSees) -> tuple[Section, ...]:
    """Write the page: how to read it, who the readers are, a line for each item, and the reasons."""
    reasons = Reasons(words, naming)
    groups = table.alike()
    tables = tuple(_matrix(words, naming, table, sheet, reasons) for sheet in _sheets(groups))
    columns = (words("who_sees.column"), words("index.who"))
    readers = tuple(
        (own(group[0].code), _listed(words, [naming.reader(reader) for reader in group])) for group in groups
    )
    whose = Table(own(words("who_sees.readers_caption")), columns, readers)
    return (
        _how(words, table),
        Section("readers", own(words("who_sees.readers")), (whose,)),
        Section("entries", own(words("who_sees.entries")), tables),
        *_reasons(words, reasons),
    )


def one_reader_sections(words: Labels, naming: Naming, table: WhoSees) -> tuple[Section, ...]:
    """Write the page about one reader: each item, whether they get it, and why not."""
    (reader,) = table.readers
    columns = (words("who_sees.entry"), words("who_sees.gets"), words("who_sees.reason"))
    reasons = Reasons(words, naming)
    lines = tuple(
        (entry(naming, row), own(words(f"who_sees.{row.cells[0].state}")), joined(reasons.of(row.cells[0])))
        for row in table.rows
    )
    caption = words.line("who_sees.one_caption", name=naming.reader(reader))
    return (_how(words, table), Section("entries", own(words("who_sees.entries")), (Table(caption, columns, lines),)))


def entry(naming: Naming, row: Row) -> Line:
    """Name an item: what it says, where it stands, and a sign where it has to do with somebody feared."""
    said = naming.says(row)
    return (
        *(own(f"{ABOUT_FEAR} ") if row.about_fear else ()),
        *(typed(said) if said else ()),
        *(own(" · ") if said else ()),
        *typed(naming.place(row.path)),
    )


def joined(lines: Iterable[Line]) -> Line:
    """Put lines behind one another."""
    whole: Line = ()
    for line in lines:
        whole = (*whole, *((Run(" "),) if whole else ()), *line)
    return whole


def _how(words: Labels, table: WhoSees) -> Section:
    blocks: list[Block] = [Paragraphs(words("who_sees.how_text"), typed=False)]
    if any(row.about_fear for row in table.rows):
        blocks.append(Note(own(words("who_sees.fear_text"))))
    if any(cell.state == "stops" for row in table.rows for cell in row.cells):
        blocks.append(Note(own(words("who_sees.stops_text")), tone="careful"))
    return Section("how", own(words("who_sees.how")), tuple(blocks))


def _reasons(words: Labels, reasons: Reasons) -> Iterator[Section]:
    if reasons.numbers:
        columns = (words("who_sees.number"), words("who_sees.reason"))
        lines = tuple((own(str(number)), line) for line, number in reasons.numbers.items())
        table = Table(own(words("who_sees.reasons_caption")), columns, lines)
        yield Section("reasons", own(words("who_sees.reasons")), (table,))


def _sheets(groups: list[list[Reader]]) -> Iterator[list[list[Reader]]]:
    """Share the columns out evenly to as many tables as are needed."""
    count = -(-len(groups) // _MOST_COLUMNS)
    start = 0
    for left in range(count, 0, -1):
        end = start - (start - len(groups)) // left
        yield groups[start:end]
        start = end


def _matrix(
    words: Labels, naming: Naming, table: WhoSees, groups: Sequence[Sequence[Reader]], reasons: Reasons
) -> Table:
    places = [table.readers.index(group[0]) for group in groups]
    lines = tuple(
        (entry(naming, row), *(_cell(words, row.cells[place], reasons) for place in places)) for row in table.rows
    )
    caption = words.line("who_sees.caption", codes=own(words.comma.join(group[0].code for group in groups)))
    return Table(caption, (words("who_sees.entry"), *(group[0].code for group in groups)), lines)


def _cell(words: Labels, cell: Cell, reasons: Reasons) -> Line:
    numbers = " ".join(str(number) for number in reasons.numbers_of(cell))
    state = words(f"who_sees.{cell.state}")
    return own(f"{state} ({numbers})" if numbers else state)


def _listed(words: Labels, names: Sequence[Line]) -> Line:
    line: Line = ()
    for index, name in enumerate(names):
        joint = words.last_comma if index == len(names) - 1 else words.comma
        line = (*line, *((Run(joint),) if index else ()), *name)
    return line
