"""The look at a finished document before it takes its place: no protected word for a listed reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.model import Case
from sostool.case.model.marks import EVERYONE
from sostool.case.paths import by_id, by_position
from sostool.findings.finding import Path, Place
from sostool.report.share.readers import Column, Reader
from sostool.yamlfile.source import Source, place_of_node

_TELEPHONE = re.compile(r"\+?[\d\s()./\u2010-\u2015-]{7,}")
_IN_NUMBER = r"[\s().\u2010-\u2015/-]{0,3}"
# Letters that do not fall apart into a letter and an accent, and the apostrophes of print.
_SAME_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"}
)


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
        if _pattern(words) is not None
    ]


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds any of the words, whatever the case, accents, spaces and way of writing a number."""
    folded = _folded(text)
    return any(pattern.search(folded) for wanted in words if (pattern := _pattern(wanted)) is not None)


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


@lru_cache(maxsize=256)
def _pattern(wanted: str) -> re.Pattern[str] | None:
    """Make a pattern that finds the words in folded text; None where there is no letter or digit in them.

    Spaces and marks between words may be others or missing, an apostrophe may stand anywhere in a word, and an
    s may follow. At both ends a word or a number has to end: Ash is not in washing, nor Flat 1 in Flat 12.
    """
    folded = _folded(wanted)
    if _TELEPHONE.fullmatch(folded.strip()):
        digits = "".join(re.findall(r"\d", folded))
        core = re.sub(r"^(?:00)?44(?=\d{9,})", "", digits).lstrip("0")
        return re.compile(rf"(?<!\d)(?:\+?(?:00)?44{_IN_NUMBER})?\(?0?{_IN_NUMBER}{_IN_NUMBER.join(core)}(?!\d)")
    tokens = re.findall(r"[^\W\d_]+|\d+", folded)
    if not tokens:
        return None
    joined = r"[\W_]*".join(r"[\W_]*".join(token) if token[0].isdigit() else "'?".join(token) for token in tokens)
    start = r"(?<!\d)" if tokens[0][0].isdigit() else r"(?<![^\W\d_])"
    end = r"(?!\d)" if tokens[-1][0].isdigit() else r"(?:'?s)?(?![^\W\d_])"
    return re.compile(start + joined + end)


def _folded(text: str) -> str:
    """Take case, accents, strokes, invisible characters and the shape of apostrophes out of a text."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        letter for letter in decomposed if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    ).translate(_SAME_LETTERS)
