"""Documents that the program makes, for the proofs: all kinds in all formats for one reader of one file."""

from __future__ import annotations

import functools
import html
import random
from pathlib import Path as FilePath
from typing import Any

from report.proof.redact import Data, Path, dump, held_back, is_text, leaves, load, reader

from sostool.case.read import ReadCase, read_case
from sostool.profile.load import load_profile
from sostool.report.blocks import Document
from sostool.report.documents import KINDS
from sostool.report.render import FORMATS, Refused, Workshop
from sostool.report.share.readers import find_reader

EXAMPLES = sorted((FilePath(__file__).parents[3] / "examples").glob("*.yaml"))
MARKER = "Zq7xkwvmark"


class _Remembering(Workshop):
    """Draws what is one and the same document only once: a format knows nothing but its document."""

    def __init__(self, profile: Any) -> None:
        super().__init__(profile)
        self._drawn: dict[tuple[str, str], bytes] = {}

    def _bytes(self, document: Document, format_: str) -> bytes:
        key = (repr(document), format_)
        if key not in self._drawn:
            self._drawn[key] = super()._bytes(document, format_)
        return self._drawn[key]


class _Undrawn(Workshop):
    """Stops before a format draws: gives what the document is made of. Formats know nothing else."""

    def _bytes(self, document: Document, format_: str) -> bytes:
        return repr(document).encode()


@functools.cache
def _workshop(profile: str, *, drawn: bool) -> Workshop:
    loaded = load_profile(profile).profile
    assert loaded is not None
    return _Remembering(loaded) if drawn else _Undrawn(loaded)


@functools.cache
def example(name: str) -> Data:
    """Give an example as plain data. Nobody may change it."""
    file = next(file for file in EXAMPLES if file.stem == name)
    return load(file.read_bytes())


def read_plain(data: Data) -> ReadCase:
    """Read plain data with the program; it has to be without errors."""
    read = read_case(dump(data), "case.yaml")
    assert read.case is not None
    assert not read.findings, [(finding.code, finding.path, finding.message) for finding in read.findings]
    return read


def documents(read: ReadCase, name: str, *, drawn: bool = True) -> dict[str, bytes]:
    """Give every document of a reader by its file's name; one that is refused by its kind, with the reason."""
    assert read.case is not None
    workshop = _workshop(read.case.profile or "england", drawn=drawn)
    who = find_reader(read.case, workshop.profile, name)
    assert who is not None, name
    made: dict[str, bytes] = {}
    for kind in KINDS.values():
        try:
            made |= {
                file.file_name: file.data for file in workshop.make(read, kind, who, FORMATS if drawn else FORMATS[:1])
            }
        except Refused as refused:
            made[kind.name] = str(refused).encode()
    return made


@functools.cache
def original(name: str, who: str, *, drawn: bool = True) -> dict[str, bytes]:
    """Give every document of an example for a reader."""
    return documents(read_plain(example(name)), who, drawn=drawn)


@functools.cache
def held(name: str, who: str) -> frozenset[Path]:
    """Give what an example holds back from a reader."""
    return frozenset(held_back(example(name), reader(example(name), who)))


@functools.cache
def text_leaves(name: str) -> tuple[Path, ...]:
    """Give the places of all free texts of an example."""
    data = example(name)
    people = set(data["people"])
    return tuple(path for path, value in leaves(data) if is_text(path, value, people))


def under(path: Path, places: frozenset[Path]) -> bool:
    """Tell whether a place is one of these, or inside one."""
    return any(path[:length] in places for length in range(1, len(path) + 1))


def readers(name: str) -> list[str]:
    """Give every reader of an example: the groups, all people, the room with each adult of family and network."""
    people = example(name)["people"]
    apart = [id_ for id_, person in people.items() if person["role"] in ("parent", "carer", "network", "partner")]
    return ["room", "practitioners", "chair", *people, *(f"room:{id_}" for id_ in apart)]


def all_pairs() -> list[tuple[str, str]]:
    """Give every example with each of its readers."""
    return [(file.stem, who) for file in EXAMPLES for who in readers(file.stem)]


def sample(name: str, who: str, places: list[Path], size: int) -> list[Path]:
    """Choose some places, the same ones in every run."""
    if len(places) <= size:
        return places
    return random.Random(f"{name} {who}").sample(places, size)


def holding(made: dict[str, bytes], word: str) -> list[str]:
    """Name the documents in which a word stands: in their bytes, behind their entities, or in their file's name."""
    wanted = word.casefold()
    found = []
    for file_name, data in made.items():
        text = data.decode("utf-8").casefold()
        if wanted in file_name.casefold() or wanted in text or wanted in html.unescape(text):
            found.append(file_name)
    return found
