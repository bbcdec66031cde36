"""Two proofs: the new text says what was chosen; and nothing in it reaches anybody whom it did not reach before."""

from __future__ import annotations

from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from sostool.adding.proof import ANY_WAY, said_by
from sostool.carrying.cutting import Cuts
from sostool.case.model import Case
from sostool.findings.finding import Path
from sostool.profile import Profile
from sostool.share.make_view import make_view
from sostool.share.readers import Column, Reader, everyone, find_reader
from sostool.share.traced import reached, traced

_WHAT = "what"
_OF_AN_AUTHOR = (("name",), ("role",), ("relation",), ("agency",))


class NotProvenError(Exception):
    """The new file would not say what it should, so it must not be written. This is a fault of ours."""


def prove_cuts(before: Node, cuts: Cuts, after: Node | None) -> None:
    """Compare what should be left of a file with what is left of it.

    Args:
        before: the tree of the earlier file.
        cuts: what was to be taken out of it.
        after: the tree of the text that came of it.

    Raises:
        NotProvenError: something else is there, or something is missing.
    """
    if after is None or not _says(_left_of(before, cuts), said_by(after)):
        raise NotProvenError


def _left_of(node: Node, cuts: Cuts) -> Any:
    if isinstance(node, MappingNode):
        pairs = (node.value[position] for position in cuts.kept(node))
        return ("keys", [_pair_left(key, value, cuts) for key, value in pairs])
    if isinstance(node, SequenceNode):
        return ("list", [_left_of(node.value[position], cuts) for position in cuts.kept(node)])
    return said_by(node)


def _pair_left(key: Node, value: Node, cuts: Cuts) -> Any:
    new = cuts.new_value(key)
    if new is not None:
        return (said_by(key), ("value", new, ANY_WAY))
    return (said_by(key), ("list", []) if cuts.is_emptied(key) else _left_of(value, cuts))


def _says(expected: Any, found: Any) -> bool:
    if expected[0] != found[0]:
        return False
    if expected[0] == "value":
        # What was put in is written by us; only its quotation marks may differ.
        if expected[2] is ANY_WAY:
            return bool(expected[1].strip("'\"").replace("''", "'") == found[1])
        return bool(expected == found)
    if len(expected[1]) != len(found[1]):
        return False
    pairs = zip(expected[1], found[1], strict=True)
    if expected[0] == "list":
        return all(_says(one, other) for one, other in pairs)
    return all(_says(one[0], other[0]) and _says(one[1], other[1]) for one, other in pairs)


class Origin:
    """From a place in the new file to where the same stood in the earlier one."""

    def __init__(self, root: Node, cuts: Cuts) -> None:
        self._root, self._cuts = root, cuts
        self._kept: dict[int, list[int]] = {}

    def of(self, path: Path) -> Path | None:
        """Give the place in the earlier file; None for what is new."""
        node: Node | None = self._root
        origin: list[str | int] = []
        for step in path:
            if isinstance(node, SequenceNode) and isinstance(step, int):
                kept = self._kept_of(node)
                if step >= len(kept):
                    return None
                origin.append(kept[step])
                node = node.value[kept[step]]
            else:
                origin.append(step)
                node = _under(node, step)
        return tuple(origin)

    def _kept_of(self, node: SequenceNode) -> list[int]:
        if id(node) not in self._kept:
            self._kept[id(node)] = self._cuts.kept(node)
        return self._kept[id(node)]


def _under(node: Node | None, step: str | int) -> Node | None:
    """Give what stands under a key; a single value stands for a list of one, and a sentence for its `what`."""
    if isinstance(node, MappingNode) and isinstance(step, str):
        return next((value for key, value in node.value if key.value == step), None)
    return node


def opened(
    earlier: Case, later: Case, profile: Profile, origins: dict[Path, tuple[Path, ...]], origin: Origin
) -> frozenset[Path]:
    """Find what reaches somebody in the new file whom it did not reach in the earlier one.

    Args:
        earlier: the earlier case.
        later: the new case.
        profile: by which both are shared.
        origins: steps in the new file that were actions of plans: the `what` of each action has to have reached whoever
            gets anything of the step.
        origin: where everything else comes from.

    Returns:
        Places in the new file; empty where nothing was opened.
    """
    first, second = traced(earlier), traced(later)
    found: set[Path] = set()
    for reader in everyone(later, profile):
        if reader.column is Column.CHAIR:
            continue
        before = find_reader(earlier, profile, reader.name)
        had = _reached(first, profile, before) if before is not None else frozenset()
        for path in _reached(second, profile, reader):
            came_from = next(
                (origins[path[:length]] for length in range(len(path), 0, -1) if path[:length] in origins), None
            )
            if came_from is not None:
                if not all((*place, _WHAT) in had for place in came_from):
                    found.add(path)
                continue
            place = origin.of(path)
            if place is not None and place not in had and not _names_author(path, later):
                found.add(path)
    return frozenset(found)


def _names_author(path: Path, later: Case) -> bool:
    """Tell whether something says who the author is: another one than before, and everyone may know that."""
    author = later.meeting.author if later.meeting else ""
    return bool(author) and path[:2] == ("people", author) and path[2:] in _OF_AN_AUTHOR


def _reached(case: Case, profile: Profile, reader: Reader) -> frozenset[Path]:
    return frozenset(reached(make_view(case, profile, reader)))
