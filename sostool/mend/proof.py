"""The proof that a file, read again after it was edited, says the same but for what was meant to change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.read import ReadCase
from sostool.mend.found import Mend

_ID = "id"
T = TypeVar("T")


class NotProvenError(Exception):
    """The edited file would not say what it should, so it must not be written. This is a fault of ours."""


def prove(before: ReadCase, after: ReadCase, mends: Iterable[Mend] = ()) -> None:
    """Compare a file with what it is after its edits.

    Args:
        before: the file as it was read.
        after: the edited text, read anew.
        mends: what was meant to change.

    Raises:
        NotProvenError: anything else is different, or something expected is not there.
    """
    if after.source.text_read is not after.source.text or after.source.root is None or before.source.root is None:
        raise NotProvenError
    meant: dict[int, Mend] = {id(mend.node): mend for mend in mends}
    met: set[int] = set()
    stack: list[tuple[Node, Node]] = [(before.source.root, after.source.root)]
    while stack:
        old, new = stack.pop()
        mend = meant.get(id(old))
        if mend is not None:
            met.add(id(old))
        if isinstance(old, ScalarNode) and isinstance(new, ScalarNode):
            _compare(old, new, mend)
        elif isinstance(old, SequenceNode) and isinstance(new, SequenceNode):
            stack += _side_by_side(old.value, new.value)
        elif isinstance(old, MappingNode) and isinstance(new, MappingNode):
            pairs = new.value if mend is None else _without_new_id(new, mend)
            for (old_key, old_value), (new_key, new_value) in _side_by_side(old.value, pairs):
                stack += [(old_key, new_key), (old_value, new_value)]
        else:
            raise NotProvenError
    if met != set(meant):
        raise NotProvenError


def _compare(old: ScalarNode, new: ScalarNode, mend: Mend | None) -> None:
    value = old.value if mend is None else mend.value
    quoted = mend is not None and mend.what == "quotation marks"
    if new.value != value or (new.style != old.style and not quoted) or (quoted and not new.style):
        raise NotProvenError


def _without_new_id(new: MappingNode, mend: Mend) -> list[tuple[Node, Node]]:
    if not new.value or (new.value[0][0].value, new.value[0][1].value) != (_ID, mend.value):
        raise NotProvenError
    pairs: list[tuple[Node, Node]] = new.value[1:]
    return pairs


def _side_by_side(old: list[T], new: list[T]) -> list[tuple[T, T]]:
    if len(old) != len(new):
        raise NotProvenError
    return list(zip(old, new, strict=True))
