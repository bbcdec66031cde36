"""Web pages of the example families: of each kind of document for its readers, in several languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from examples.example_families import NAMES, Family, family

from sostool.report.blocks import Document
from sostool.report.making.kinds import KINDS, Kind
from sostool.report.making.maker import Maker, withheld_count
from sostool.report.making.pack import make_index, make_pack
from sostool.report.making.timeline import make_list, make_timeline
from sostool.report.making.workshop import Workshop
from sostool.share.readers import Column, Reader, everyone
from sostool.timeline.timeline import SOON, Timeline, timeline_of

INDEX, TIMELINE = "index", "timeline"
ON = dt.date(2026, 5, 20)
LANGUAGES = ("ar", "cy", "pl")
TRANSLATED = ("report", "map", "child", "leaflet")

_SHOWN_MOST = (Column.CHAIR, Column.PRACTITIONERS, Column.ROOM)
_TRANSLATED_FAMILIES = ("early-help", "five-children", "unborn-baby")

# Each kind once, from different families and for different readers.
_SOME = (
    ("report", "mia-and-noah", Column.FAMILY),
    ("map", "mia-and-noah", Column.PRACTITIONERS),
    ("summary", "five-children", Column.FAMILY),
    ("flip-chart", "self-harm", Column.ROOM),
    ("child", "early-help", Column.CHILD),
    ("my-views", "network-of-fifteen", Column.NETWORK),
    ("agency-report", "early-help", Column.PRACTITIONERS),
    ("running-sheet", "five-children", Column.CHAIR),
    ("withheld-register", "mia-and-noah", Column.CHAIR),
    ("minutes", "unborn-baby", Column.ROOM),
    ("decision-letter", "mia-and-noah-review", Column.FAMILY),
    ("plan", "self-harm", Column.PRACTITIONERS),
    ("safety-plan", "network-of-fifteen", Column.FAMILY),
    ("invitation", "unborn-baby", Column.NETWORK),
    ("leaflet", "network-of-fifteen", Column.ROOM),
)
_SOME_TRANSLATED = (
    ("report", "mia-and-noah", Column.FAMILY, "ar"),
    ("map", "mia-and-noah", Column.ROOM, "ar"),
    ("child", "early-help", Column.CHILD, "cy"),
    ("leaflet", "unborn-baby", Column.FAMILY, "pl"),
)


class Page(NamedTuple):
    """A page: the kind of its document, whose family it is about, for whom, in which language, and its bytes."""

    kind: str
    family: str
    code: str
    language: str
    data: bytes

    @property
    def name(self) -> str:
        """The page's name, which no other page has."""
        return "-".join((self.kind, self.family, self.code.replace(":", "_"), self.language))


def write_pages(pages: Iterator[Page], folder: Path) -> None:
    """Write pages into a folder, equal ones once."""
    seen: set[bytes] = set()
    for page in pages:
        if page.data not in seen:
            (folder / f"{page.name}.html").write_bytes(page.data)
        seen.add(page.data)


def some_pages() -> Iterator[Page]:
    """Give each kind of document once, a chair's list, and some in other languages."""
    for kind, name, column in _SOME:
        yield _fullest(family(name), kind, column)
    for kind, name, column, language in _SOME_TRANSLATED:
        yield _fullest(family(name), kind, column, language)
    yield _index(family("mia-and-noah-review"))
    yield _timeline("mia-and-noah-review", "en")
    yield _timeline("five-children", "ar")
    yield _what_is_due()


def all_pages() -> Iterator[Page]:
    """Give every kind of document of every family: for whoever is shown most, for a parent and for a child."""
    for name in NAMES:
        one = family(name)
        for kind, column in _columns(one):
            yield _fullest(one, kind, column)
        yield _index(one)
    for language in LANGUAGES:
        for name in _TRANSLATED_FAMILIES:
            for kind, column in _columns(family(name)):
                if kind in TRANSLATED:
                    yield _fullest(family(name), kind, column, language)


def _columns(one: Family) -> list[tuple[str, Column]]:
    found: list[tuple[str, Column]] = []
    for kind in KINDS:
        there = {reader.column for reader in _readers(one.name, kind)}
        shown_most = next((column for column in _SHOWN_MOST if column in there), None)
        found += [(kind, column) for column in (shown_most, Column.FAMILY, Column.CHILD) if column in there]
    return found


@cache
def _readers(name: str, kind: str) -> list[Reader]:
    return family(name).readers(kind)


def _fullest(one: Family, kind: str, column: Column, language: str = "") -> Page:
    """Make the longest of a kind's documents for the readers of a column."""
    workshop = _workshop(one.name, language)
    maker = Maker(one.read, workshop)
    documents = [maker.document(KINDS[kind], reader) for reader in _readers(one.name, kind) if reader.column is column]
    assert documents, f"{one.name} has no {kind} for {column}"
    fullest = max(documents, key=lambda document: len(repr(document)))
    return _page(one, fullest, workshop)


@cache
def _workshop(name: str, language: str) -> Workshop:
    return Workshop(family(name).profile, language=language) if language else family(name).workshop


def _page(one: Family, document: Document, workshop: Workshop) -> Page:
    data = workshop.draw(document, "html")
    return Page(document.kind, one.name, document.reader_code, document.language, data)


def _index(one: Family) -> Page:
    kinds: list[Kind] = list(KINDS.values())
    maker = Maker(one.read, one.workshop)
    readers = everyone(one.case, one.profile)
    pack = make_pack(maker, kinds, readers, ("html",))
    made = make_index(maker, pack, readers, lambda reader: withheld_count(one.case, reader), ("html",))
    return Page(INDEX, one.name, "chair", "en", made[0].data)


def _timeline(name: str, language: str) -> Page:
    one = family(name)
    maker = Maker(one.read, _workshop(name, language), final=lambda *_: "")
    [made] = make_timeline(maker, _deadlines(name), ("html",))
    return Page(TIMELINE, name, "practitioners", language, made.data)


def _what_is_due() -> Page:
    made = make_list(_workshop("early-help", ""), [_deadlines(name) for name in NAMES], ON, SOON, "html")
    return Page(TIMELINE, "all", "practitioners", "en", made.data)


def _deadlines(name: str) -> Timeline:
    return timeline_of(f"{name}.yaml", family(name).case, family(name).profile, ON)
