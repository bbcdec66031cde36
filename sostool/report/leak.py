"""The look at a finished document before it takes its place: no protected word for a listed reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.model import Case
from sostool.case.model.marks import EVERYONE
from sostool.case.paths import by_id, by_position
from sostool.findings.finding import Path, Place
from sostool.report.share.readers import Column, Reader
from sostool.yamlfile.source import Source, place_of_node

_DIGITS = re.compile(r"[\d\s+()./-]{7,}")


class Leak(NamedTuple):
    """A place in the case file where words stand that this reader must not get. The words themselves are never told."""

    place: Place
    path: Path
    shown_path: Path


def protected_words(case: Case, reader: Reader) -> list[str]:
    """Give the words that must stand in nothing this reader gets."""
    if reader.column is Column.CHAIR:
        return []
    return [
        words
        for protected in case.protected
        if EVERYONE in protected.from_ or not reader.members.isdisjoint(protected.from_)
        for words in protected.words
        if _bare(words)
    ]


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds any of the words, whatever the case, accents, spaces and way of writing a number."""
    return any(_holds(text, wanted) for wanted in words)


def leaks(source: Source, words: list[str]) -> list[Leak]:
    """Find the places in the case file, outside `protected` itself, where any of the words stand."""
    if source.root is None:
        return []
    return [
        Leak(place_of_node(node), by_position(path, source), by_id(path, source))
        for path, node in _texts(source.root, ())
        if path[0] != "protected" and holds_any(node.value, words)
    ]


def _texts(node: Node, path: Path) -> Iterator[tuple[Path, ScalarNode]]:
    if isinstance(node, ScalarNode):
        if path:
            yield path, node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                yield from _texts(value, (*path, key.value))
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            yield from _texts(value, (*path, index))


def _holds(text: str, wanted: str) -> bool:
    bare = _bare(wanted)
    if not bare:
        return False
    if _is_number(wanted):
        return bare.lstrip("0") in _number(text) or bare in _bare(text)
    # One short word may stand inside another (Ash in washing); what has digits or several words may be written together.
    if bare.isalpha() and len(wanted.split()) == 1:
        return re.search(rf"(?<!\w){re.escape(_folded(wanted).strip())}(?:['’]?s)?(?!\w)", _folded(text)) is not None
    return bare in _bare(text)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _bare(text: str) -> str:
    return "".join(letter for letter in _folded(text) if letter.isalnum())


def _is_number(text: str) -> bool:
    return _DIGITS.fullmatch(text.strip()) is not None


def _number(text: str) -> str:
    """Give a text's telephone numbers without +44, zeros and spaces, so that ways of writing one are the same."""
    numbers = ("".join(re.findall(r"\d", match)) for match in _DIGITS.findall(text))
    return " ".join(number.removeprefix("0044").removeprefix("44").lstrip("0") for number in numbers)
