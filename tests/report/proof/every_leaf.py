"""The case with every key, each text in it a word that stands nowhere else; and those words in whatever form.

A word that is found in a document tells the place it comes from, so one document is a test of every place at once.
"""

from __future__ import annotations

import base64
import binascii
import copy
import functools
import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from report.making.every_key import every_key
from report.proof.plain import Data, Path, at, dump, leaves, load

from sostool.case.model import Case, Person
from sostool.yamlfile.parts import ItemsKind, Part, PartKind

_WORD = re.compile(r"zq\d{4}z")
_IN_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}")


@functools.cache
def _numbered() -> tuple[Data, dict[str, Path]]:
    data = load(dump(every_key(lambda _path: "Zq0000z")))
    places = {}
    for number, (path, _) in enumerate([leaf for leaf in leaves(data) if leaf[1] == "Zq0000z"], 1):
        at(data, path[:-1])[path[-1]] = f"Zq{number:04d}z"
        places[f"zq{number:04d}z"] = path
    return data, places


def numbered_case() -> tuple[Data, dict[Path, str]]:
    """Give the case as plain data of one's own, and each place's word."""
    data, places = _numbered()
    return copy.deepcopy(data), {path: f"Z{word[1:]}" for word, path in places.items()}


def places_in(made: dict[str, bytes]) -> dict[Path, str]:
    """Give the places whose words stand in documents or in their files' names, in any form; each with a document."""
    places = _numbered()[1]
    return {
        places[word]: name
        for name, data in made.items()
        for word in {*_words(name.encode()), *_words(data)}
        if word in places
    }


def words_in(text: str) -> list[Path]:
    """Give the places whose words stand in a text."""
    return sorted(places_in({"": text.encode()}), key=str)


def _words(data: bytes) -> Iterator[str]:
    for text in _forms(data):
        yield from _WORD.findall(text)


def _forms(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8", "replace")
    plain = html.unescape(text)
    yield unicodedata.normalize("NFKC", text).casefold()
    yield unicodedata.normalize("NFKC", plain).casefold()
    if "%" in text:
        yield unquote(plain).casefold()
    if b"\0" in data:
        yield data.replace(b"\0", b"").decode("utf-8", "replace").casefold()
    for found in _IN_BASE64.findall(data):
        for start in range(4):
            piece = found[start:]
            with_end = piece[: len(piece) // 4 * 4].translate(bytes.maketrans(b"-_", b"+/"))
            try:
                yield base64.b64decode(with_end).decode("utf-8", "replace").replace("\0", "").casefold()
            except binascii.Error:
                continue


def takers(data: Data, mark: str) -> list[Path]:
    """Give every place of the case whose part takes a mark, by the parts' own declarations."""
    found = list(_takers(Case, data, (), mark))
    for id_, person in data["people"].items():
        found += _takers(Person, person, ("people", id_), mark)
    return found


def _takers(part: type[Part], data: Data, path: Path, mark: str) -> Iterator[Path]:
    if not isinstance(data, dict):
        return
    if mark in part.keys:
        yield path
    for name, key in part.keys.items():
        if name not in data or name == "people":
            continue
        kind: Any = key.kind
        if isinstance(kind, PartKind):
            yield from _takers(kind.part, data[name], (*path, name), mark)
        elif isinstance(kind, ItemsKind):
            for index, item in enumerate(data[name] if isinstance(data[name], list) else []):
                yield from _takers(kind.part, item, (*path, name, index), mark)


def marked(data: Data, path: Path, mark: str, value: Any) -> Data:
    """Put a mark at a place; an item in its short form becomes one with keys first."""
    at(data, path)[mark] = value
    return data
