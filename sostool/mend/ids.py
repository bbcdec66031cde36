"""Ids for what other parts of the file point to: dangers, past harm, bottom lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.model import Danger
from sostool.case.model.family_map import PastHarm
from sostool.case.model.plan import BottomLine
from sostool.findings.finding import Path
from sostool.mend.edits import Edit
from sostool.mend.found import Mend
from sostool.yamlfile.parts import Part
from sostool.yamlfile.reading import is_missing
from sostool.yamlfile.source import Source

# Where the items stand, and what their ids start with: nothing that is in a text of the file.
_SECTIONS: tuple[tuple[Path, str, type[Part]], ...] = (
    (("dangers",), "danger", Danger),
    (("map", "worried", "past_harm"), "past-harm", PastHarm),
    (("safety_plan", "bottom_lines"), "bottom-line", BottomLine),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_TAKEN = re.compile(r"(?:danger|past-harm|bottom-line)-[0-9]+")


def ids(source: Source) -> Iterator[Mend]:
    """Find items without an id, and give each one that names nobody.

    A plain sentence stays one, and so does an item that only says that there is none.
    """
    # Whatever stands anywhere in the file already is not given: something might point to it by mistake.
    taken: set[str] = set()
    for section, start, part in _SECTIONS:
        node = source.node(section)
        if node is None or is_missing(node):
            continue
        if not taken:
            taken.update(_TAKEN.findall(source.text_read.lower()), ("",))
        for position, item in enumerate(node.value if isinstance(node, SequenceNode) else [node], 1):
            if not isinstance(item, MappingNode) or not _wants_id(item, part, source):
                continue
            id_ = _free(start, position, taken)
            mend = _with_id(item, id_, source)
            if mend is not None:
                taken.add(id_)
                yield mend


def _wants_id(item: MappingNode, part: type[Part], source: Source) -> bool:
    pairs = source.pairs(item)
    if not pairs.keys() <= part.keys.keys():
        # A sentence with a colon in it, perhaps: to make it more of a set of keys would hide that.
        return False
    own, none = pairs.get("id"), pairs.get("none")
    if own is not None and not is_missing(own.value):
        return False
    says_none = none is not None and isinstance(none.value, ScalarNode) and none.value.value == "true"
    return not says_none and not all(is_missing(value) for _, value in item.value)


def _free(start: str, number: int, taken: set[str]) -> str:
    while f"{start}-{number}" in taken:
        number += 1
    return f"{start}-{number}"


def _with_id(item: MappingNode, id_: str, source: Source) -> Mend | None:
    own = source.pairs(item).get("id")
    if own is not None:
        return _filled_in(own.value, id_, source.text_read)
    at = first_key_at(item, source.text_read, f"id: {id_}")
    return None if at is None else Mend("id", at, item, id_)


def _filled_in(node: Node, id_: str, text: str) -> Mend:
    start, end = node.start_mark.index, node.end_mark.index
    space = "" if start != end or text[start - 1 : start].isspace() else " "
    return Mend("id", Edit(start, end, f"{space}{id_}", "id"), node, id_)


def first_key_at(item: MappingNode, text: str, pair: str) -> Edit | None:
    """Put a key with its value at the start of a set of keys; None where that would not be one any more.

    Args:
        item: the set of keys; it may not be empty.
        text: the text it was read from.
        pair: the key with its value on one line, as in `id: danger-1`.
    """
    start = item.start_mark.index
    if not item.flow_style:
        line_end = _LINE_END.search(text, start) or _LINE_END.search(text)
        between = (line_end.group() if line_end else "\n") + " " * item.start_mark.column
        return Edit(start, start, pair + between, "id")
    if text[start : start + 1] != "{":
        return None
    before = " " if text[start + 1 : start + 2] == " " else ""
    behind = "" if text[start + 1 : start + 2].isspace() else " "
    return Edit(start + 1, start + 1, f"{before}{pair},{behind}", "id")
