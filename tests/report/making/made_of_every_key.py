"""Documents of the case that fills every key: what each is made of, and what it shows."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from typing import Any, NamedTuple

from report.formats.page import Page
from report.formats.test_escape import EVERY_RENDERER
from report.making.every_key import every_key, read_every_key
from report.proof.plain import Path

from sostool.case.read import ReadCase
from sostool.profile.load import load_profile
from sostool.report.formats.typed_text import clean
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

Key = tuple[str, str]  # whom a document is for ("" for nobody in particular), and its kind

# Every kind for one reader at least; the report, which holds most, for those whose copies differ most.
OF_EACH_KIND: tuple[Key, ...] = (
    *(("chair", kind) for kind in ("report", "map", "flip-chart", "running-sheet", "withheld-register", "minutes", "plan", "safety-plan")),
    *(("lisa", kind) for kind in ("report", "summary", "my-views", "decision-letter", "invitation", "leaflet")),
    ("mia", "child"),
    ("cole", "agency-report"),
)  # fmt: skip
FOR_OTHERS: tuple[Key, ...] = (
    *((name, "report") for name in ("practitioners", "dean", "jo", "ray", "cole", "sal", "room", "room:ray")),
    *((name, kind) for name in ("lisa", "dean") for kind in ("minutes", "plan", "safety-plan")),
    *((name, kind) for name in ("mia", "cole") for kind in ("invitation", "leaflet")),
    ("room", "map"),
    ("mia", "my-views"),
    ("", "leaflet"),
    ("", "my-views"),
)

_MARKER = re.compile(r"Leaf(\d{4})z")
# A typed source that shares a word with this name would be theirs, and be held back with what they said.
_OF_SOMEBODY_BARRED: Path = ("people", "jo", "name")
_SPACES = re.compile(r"\s+")
_HASH = re.compile("sha256-[A-Za-z0-9+/=]+")
# How a table's cell or a page is set depends on how long its words are; nothing else does.
_LAYOUT = {"together", "sentences", "two-sides"}
_TYPED = {"p", "br", "ul", "li", "span"}  # what lines and blank lines of typed text become


def marker(number: int) -> str:
    """Give a word that stands in no other place."""
    return f"Leaf{number:04d}z"


@functools.cache
def workshop() -> Workshop:
    profile = load_profile("durham").profile
    assert profile is not None
    return Workshop(profile)


@functools.cache
def places() -> dict[Path, int]:
    """Give the place of every text of the case, with its number."""
    found: dict[Path, int] = {}

    def note(path: Path) -> str:
        found.setdefault(path, len(found))
        return "x"

    every_key(note)
    return found


def read_with(text: Callable[[Path, int], str]) -> tuple[ReadCase, dict[int, str]]:
    """Make and read the case; give what stands in each place besides."""
    texts: dict[int, str] = {}

    def write(path: Path) -> str:
        number = places()[path]
        texts[number] = marker(number) if path == _OF_SOMEBODY_BARRED else text(path, number)
        return texts[number]

    return read_every_key(write), texts


@functools.cache
def plain_case() -> ReadCase:
    return read_with(lambda _, number: marker(number))[0]


class Drawn(NamedTuple):
    """A document in both formats, without the fingerprint, which changes with every letter."""

    html: str
    markdown: str


def draw(read: ReadCase, key: Key, by: Workshop | None = None) -> Drawn:
    who, kind = key
    made_by = by or workshop()
    maker = Maker(read, made_by)
    reader = find_reader(maker.case, made_by.profile, who) if who else None
    document = maker.document(KINDS[kind], reader)
    # The same text stands in what is held back and in what is not, which `Maker.make` would refuse.
    html, markdown = (
        made_by.draw(document, format_).decode().replace(document.fingerprint, "") for format_ in ("html", "md")
    )
    return Drawn(_HASH.sub("", html), markdown)


class Sheet(Page):
    """A web page: what it is made of beside its pictures, and what is read on it, in its pictures and of them."""

    def __init__(self, html: str) -> None:
        self.parts: list[tuple[object, ...]] = []
        self.words, self.drawn, self.told, self.style = "", "", "", ""
        super().__init__(html.encode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag != "svg" and not self._is_in("svg"):
            values = dict(attrs)
            classes = (values.pop("class", "") or "").split()
            kept = [name for name in classes if name not in _LAYOUT and not name.startswith("type-")]
            self.parts.append((tag, *kept, *sorted(values.items())))

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if self._is_in("style"):
            self.style += data
        elif self._is_in("title") or self._is_in("desc"):
            self.told += data
        elif self._is_in("svg"):
            self.drawn += data
        elif not self._is_in("head"):
            self.words += data

    def _is_in(self, name: str) -> bool:
        return any(element.name == name for element in self._open)

    def count(self, *names: str) -> Counter[str]:
        return Counter(element.name for element in self.elements if element.name in names)

    @property
    def big_parts(self) -> Counter[object]:
        """What the page is made of but for lines, paragraphs and lists."""
        return Counter(part for part in self.parts if part[0] not in _TYPED)


class Shown(HTMLParser):
    """What a Markdown program makes of a text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[tuple[object, ...]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if name != "id"}
        # In GitHub's rules an e-mail address becomes a link after everything else, and nothing stops it.
        if tag != "a" or "@" not in (values.get("href") or ""):
            self.parts.append((tag, *sorted(values.items())))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_data(self, data: str) -> None:
        self.words += data

    def count(self, *names: str) -> Counter[object]:
        return Counter(part[0] for part in self.parts if part[0] in names)

    @property
    def big_parts(self) -> Counter[object]:
        return Counter(part for part in self.parts if part[0] not in _TYPED)


class Plain(NamedTuple):
    """A document in which a marker stands for each text."""

    drawn: Drawn
    sheet: Sheet


@functools.cache
def plain(key: Key) -> Plain:
    drawn = draw(plain_case(), key)
    return Plain(drawn, Sheet(drawn.html))


@functools.cache
def shown_plain(key: Key, renderer: str) -> Shown:
    """Give what a Markdown program makes of the plain document."""
    return Shown(EVERY_RENDERER[renderer](plain(key).drawn.markdown))


def bare(text: str) -> str:
    """Leave out white space, which no format keeps."""
    return _SPACES.sub("", text)


def with_texts(words: str, texts: dict[int, str]) -> str:
    """Put texts in the places of their markers, without white space."""
    return _MARKER.sub(lambda found: bare(clean(texts[int(found[1])])), bare(words))


def differs(one: Sequence[Any], other: Sequence[Any]) -> str:
    """Show where two texts or lists part; "" where they are the same."""
    if one == other:
        return ""
    at = next(
        (place for place, both in enumerate(zip(one, other, strict=False)) if both[0] != both[1]),
        min(len(one), len(other)),
    )
    return f"{one[max(0, at - 60) : at + 60]!r} became {other[max(0, at - 60) : at + 60]!r}"
