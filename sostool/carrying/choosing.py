"""Going through the earlier file by the table: what is taken out of its text, and what is asked where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.adding.layout import Layout
from sostool.carrying.conditions import Between
from sostool.carrying.cutting import Cuts
from sostool.carrying.entries import Entry
from sostool.carrying.table import ASKED, CHOSEN, LEFT, Row, row_of
from sostool.case.model import Case
from sostool.findings.finding import Path
from sostool.yamlfile.kinds.kind import Kind
from sostool.yamlfile.parts import ByIdKind, ItemsKind, Part
from sostool.yamlfile.reading import is_missing


@dataclass
class Chosen:
    """What was chosen: the cuts, how many entries of each key are carried over and how many are left behind."""

    cuts: Cuts
    carried: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    meeting: dict[str, Entry] = field(default_factory=dict)


def choose(root: Node, layout: Layout, between: Between) -> Chosen:
    """Choose what is carried over from a case file.

    Args:
        root: the tree of the file; the file has no errors.
        layout: its text.
        between: the case that was read from it, and the two meetings.
    """
    choosing = _Choosing(Chosen(Cuts(layout)), between)
    choosing.part(root, Case, between.case, (), None)
    return choosing.chosen


class _Choosing:
    def __init__(self, chosen: Chosen, between: Between) -> None:
        self.chosen = chosen
        self._between = between

    def part(self, node: Node, of: type[Part], part: Part, path: Path, above: Entry | None) -> None:
        """Go through the keys of a part; one that is a plain sentence has none."""
        if not isinstance(node, MappingNode):
            return
        for position, (key, value) in enumerate(node.value):
            name = str(key.value)
            entry = Entry(node, position, key, value, above)
            if path == ("meeting",):
                self.chosen.meeting[name] = entry
            self._key(row_of(of, name), of.keys[name].kind, entry, part, (*path, name))

    def _key(self, row: Row, kind: Kind, entry: Entry, part: Part, path: Path) -> None:
        cuts, name = self.chosen.cuts, str(path[-1])
        inner: Part | tuple[Part, ...] | dict[str, Part] | None = getattr(part, part.attributes[name])
        has_items = isinstance(kind, ItemsKind)
        if row.fate is LEFT or (row.fate is CHOSEN and not has_items and not self._keeps(row, part)):
            self.chosen.left[name] += _how_many(entry.value)
            cuts.cut(entry)
            return
        if is_missing(entry.value):
            return
        if row.question and (row.once or not has_items) and self._asks(row, part):
            cuts.ask(entry, row.question)
        if isinstance(kind, ItemsKind) and isinstance(inner, tuple):
            self._items(row, kind, entry, inner, path)
        elif isinstance(kind, ByIdKind) and isinstance(entry.value, MappingNode) and isinstance(inner, dict):
            for position, (key, value) in enumerate(entry.value.value):
                self.chosen.carried[name] += 1
                person = Entry(entry.value, position, key, value, entry)
                self.part(value, kind.part, inner[str(key.value)], (*path, str(key.value)), person)
        elif isinstance(inner, Part):
            self.part(entry.value, type(inner), inner, path, entry)

    def _items(self, row: Row, kind: ItemsKind, entry: Entry, items: tuple[Part, ...], path: Path) -> None:
        cuts, name = self.chosen.cuts, str(path[-1])
        by_path = {item.path: item for item in items}
        is_list = isinstance(entry.value, SequenceNode)
        for position, node in enumerate(entry.value.value if is_list else [entry.value]):
            item = by_path.get((*path, position))
            if item is None:
                continue
            own = Entry(entry.value, position, node, node, entry) if isinstance(entry.value, SequenceNode) else entry
            if row.fate is CHOSEN and not self._keeps(row, item):
                self.chosen.left[name] += 1
                if is_list:
                    cuts.cut(own)
                else:
                    cuts.empty(entry)
                continue
            self.chosen.carried[name] += 1
            if row.question and not row.once and self._asks(row, item):
                cuts.ask(own, row.question)
            if row.tells and self._asks(row, item):
                cuts.tell(own, row.tells)
            self.part(node, kind.part, item, (*path, position), own)

    def _keeps(self, row: Row, item: Part) -> bool:
        return row.keeps is None or row.keeps(self._between, item)

    def _asks(self, row: Row, item: Part) -> bool:
        return row.fate in (ASKED, CHOSEN) and (row.asks is None or row.asks(self._between, item))


def _how_many(value: Node) -> int:
    if isinstance(value, SequenceNode):
        return len(value.value)
    return 0 if isinstance(value, ScalarNode) and is_missing(value) else 1
