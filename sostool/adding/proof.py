"""The proof that a file, read again after something was put in, says what it said and what was added, and no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.adding.addition import Addition
from sostool.adding.placing import find, is_empty
from sostool.findings.finding import Path
from sostool.yamlfile.writing import Value

# The way a single value is written; of what is new every way is right.
ANY_WAY = object()


def is_proven(before: Node, after: Node | None, addition: Addition) -> bool:
    """Tell whether a file says what it said before, and what was added.

    Args:
        before: the file as it was read.
        after: the edited text, read anew.
        addition: what was added.
    """
    return after is not None and _same(_with(said_by(before), before, addition), said_by(after))


def _with(data: Any, root: Node, addition: Addition) -> Any:
    """Give what a file says with something added."""
    path, new = addition.path, _new(addition.value)
    if addition.is_entry:
        found = find(root, path)
        there = found.steps == len(path) and not is_empty(found.value)
        if there and isinstance(found.value, SequenceNode):
            return _changed(data, path, lambda old: ("list", [*old[1], new]))
        if there:
            return _changed(data, path, lambda old: ("list", [old, new]))
        new = ("list", [new])
    return _changed(data, path, lambda _: new)


def _changed(data: Any, path: Path, change: Any) -> Any:
    """Give some data with what stands at a path changed; what is missing on the way is made."""
    if not path:
        return change(data)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        if data[0] != "list":
            return _changed(data, rest, change)
        return ("list", [_changed(one, rest, change) if at == step else one for at, one in enumerate(data[1])])
    pairs = list(data[1]) if data[0] == "keys" else []
    names = [key[1] for key, _ in pairs]
    if step in names:
        at = names.index(step)
        pairs[at] = (pairs[at][0], _changed(pairs[at][1], rest, change))
    else:
        pairs.append((("value", step, ANY_WAY), _changed(("nothing",), rest, change)))
    return ("keys", pairs)


def said_by(node: Node) -> Any:
    """Give what a part of a file says: its keys, its lists, and each value with the way it is written."""
    if isinstance(node, MappingNode):
        return ("keys", [(said_by(key), said_by(value)) for key, value in node.value])
    if isinstance(node, SequenceNode):
        return ("list", [said_by(one) for one in node.value])
    if isinstance(node, ScalarNode):
        return ("value", node.value, node.style or None)
    raise TypeError(type(node).__name__)


def _new(value: Value) -> Any:
    if isinstance(value, Mapping):
        return ("keys", [(("value", key, ANY_WAY), _new(one)) for key, one in value.items()])
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ("list", [_new(one) for one in value])
    if isinstance(value, bool):
        return ("value", "true" if value else "false", None)
    if isinstance(value, dt.date):
        return ("value", value.isoformat(), None)
    if isinstance(value, float) and value.is_integer():
        return ("value", str(int(value)), None)
    text = str(value)
    return ("value", text.replace("\r\n", "\n").replace("\r", "\n"), ANY_WAY)


def _same(expected: Any, found: Any) -> bool:
    """Compare what a file should say with what it says; where a key was added in its set of keys does not matter."""
    if expected[0] != found[0]:
        return False
    if expected[0] == "value":
        return expected[1] == found[1] and (expected[2] is ANY_WAY or expected[2] == found[2])
    if expected[0] == "list":
        return len(expected[1]) == len(found[1]) and all(
            _same(one, other) for one, other in zip(expected[1], found[1], strict=True)
        )
    if len(expected[1]) != len(found[1]):
        return False
    new = [key[1] for key, _ in expected[1] if key[2] is ANY_WAY]
    old_pairs = [pair for pair in expected[1] if pair[0][1] not in new]
    left = [pair for pair in found[1] if pair[0][1] not in new]
    added = {pair[0][1]: pair[1] for pair in found[1] if pair[0][1] in new}
    return (
        len(old_pairs) == len(left)
        and all(_same(one[0], other[0]) and _same(one[1], other[1]) for one, other in zip(old_pairs, left, strict=True))
        and all(pair[0][1] in added and _same(pair[1], added[pair[0][1]]) for pair in expected[1] if pair[0][1] in new)
    )
