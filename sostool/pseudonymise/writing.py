"""Where each letter of a value stands in the file, and the edits that change some of them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from yaml.nodes import ScalarNode

from sostool.mend.edits import Edit
from sostool.mend.scalars import span_of_content
from sostool.pseudonymise.known import Spot

_NOT_SHOWN = re.compile(r"[\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def places_of(node: ScalarNode, text: str) -> list[int] | None:
    """Give for each letter of a value its index in the text, of a space that of the letter before; None with escapes.

    However YAML folds the lines of a value, its letters but spaces stand in the file one after the other.
    """
    start, end = span_of_content(node, text)
    if node.style == '"' and "\\" in text[start:end]:
        return None
    places = []
    at = start
    for letter in node.value:
        if letter.isspace():
            places.append(at)
            continue
        while at < end and text[at].isspace():
            at += 1
        if at >= end or text[at] != letter:
            return None
        places.append(at)
        at += 2 if node.style == "'" and letter == "'" else 1
    return places


def edits_for(node: ScalarNode, text: str, spots: Sequence[Spot]) -> list[Edit]:
    """Give the edits that put something else in the place of stretches of a value.

    Args:
        node: the value.
        text: the text of the file.
        spots: in order; none starts or ends with a space, none is empty, and nothing new holds a sign of YAML.
    """
    places = places_of(node, text)
    if places is None:
        return [Edit(node.start_mark.index, node.end_mark.index, in_quotation_marks(replaced(node.value, spots)))]
    return [Edit(places[spot.start], places[spot.end - 1] + 1, spot.new, spot.kind) for spot in spots]


def replaced(value: str, spots: Sequence[Spot]) -> str:
    """Give a value with something else in the place of some stretches."""
    parts = []
    at = 0
    for spot in spots:
        parts += [value[at : spot.start], spot.new]
        at = spot.end
    return "".join([*parts, value[at:]])


def in_quotation_marks(value: str) -> str:
    """Write a value on one line in double quotation marks."""
    return _NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
