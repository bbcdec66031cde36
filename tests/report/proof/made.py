"""Documents that the program makes, for the proofs: all kinds in all formats for one reader of one file."""

from __future__ import annotations

import functools
import html
import random
from pathlib import Path as FilePath
from typing import Any

from report.proof.plain import Data, Path, dump, is_text, leaves, load
from report.proof.readers import BLANK, reader
from report.proof.redact import held_back

from sostool.case.read import ReadCase, read_case
from sostool.profile.load import load_profile
from sostool.report.blocks import Document
from sostool.report.making.kinds import KINDS, Kind
from sostool.report.making.maker import FORMATS, Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import Reader, find_reader

EXAMPLES = sorted((FilePath(__file__).parents[3] / "examples").glob("*.yaml"))
MARKER = "Zq7xkwvmark"
_REMEMBERED = 1000  # drawings


class _Remembering(Workshop):
    """Draws what is one and the same document only once: a format knows nothing but its document."""

    def __init__(self, profile: Any) -> None:
        super().__init__(profile)
        self._drawn: dict[tuple[str, str], bytes] = {}

    def draw(self, document: Document, format_: str) -> bytes:
        key = (repr(document), format_)
        if key not in self._drawn:
            if len(self._drawn) > _REMEMBERED:
                self._drawn.clear()
            self._drawn[key] = super().draw(document, format_)
        return self._drawn[key]


class _Undrawn(Workshop):
    """Stops before a format draws: gives what the document is made of. Formats know nothing else."""

    def draw(self, document: Document, format_: str) -> bytes:
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
    """Read plain data with the program; it has to be without errors. Files that are the same are read once."""
    return _read(dump(data))


@functools.lru_cache(maxsize=256)
def _read(text: bytes) -> ReadCase:
    read = read_case(text, "case.yaml")
    assert read.case is not None
    assert not read.findings, [(finding.code, finding.path, finding.message) for finding in read.findings]
    return read


def documents(read: ReadCase, name: str, *, drawn: bool = False) -> dict[str, bytes]:
    """Give every document of a reader by its file's name; one that is refused, by its kind, with the reason.

    Undrawn, a document stands for all its formats: what it is made of is all that they know.
    """
    assert read.case is not None
    workshop = _workshop(read.case.profile or "england", drawn=drawn)
    maker = Maker(read, workshop)
    if name == BLANK:
        return _made(maker, [kind for kind in KINDS.values() if kind.blank], None, drawn=drawn)
    who = find_reader(read.case, workshop.profile, name)
    assert who is not None, name
    return _made(maker, list(KINDS.values()), who, drawn=drawn)


def _made(maker: Maker, kinds: list[Kind], who: Reader | None, *, drawn: bool) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for kind in kinds:
        try:
            made |= {file.file_name: file.data for file in maker.make(kind, who, FORMATS if drawn else FORMATS[:1])}
        except Refused as refused:
            made[kind.name] = str(refused).encode()
    return made


@functools.cache
def original(name: str, who: str, *, drawn: bool = False) -> dict[str, bytes]:
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


def readers(name: str) -> list[str]:
    """Give every reader of an example: nobody, the groups, all people, the room with each adult of the family."""
    people = example(name)["people"]
    apart = [id_ for id_, person in people.items() if person["role"] in ("parent", "carer", "network", "partner")]
    return [BLANK, "room", "practitioners", "chair", *people, *(f"room:{id_}" for id_ in apart)]


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
