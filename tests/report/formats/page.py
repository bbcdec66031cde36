"""Reads a page as a browser would: its elements, its ids, and what a person sees."""

from __future__ import annotations

from html.parser import HTMLParser

EMPTY_ELEMENTS = {"meta", "br", "path"}
UNSEEN = {"head", "title", "style", "desc"}
OWN_LINE = {
    "p",
    "br",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "text",
    "caption",
    "div",
    "title",
}


class Element:
    """An element: its name, its attributes, and all the text in it."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.text = ""

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())


class Page(HTMLParser):
    """A page's elements in order. A page whose elements do not close in order is refused."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.seen = ""
        self.declarations: list[str] = []
        self._open: list[Element] = []
        self.feed(data.decode())
        self.close()
        assert not self._open, f"still open: {[element.name for element in self._open]}"

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {tag} {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag in OWN_LINE:
            self.handle_data("\n")
        if tag not in EMPTY_ELEMENTS:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY_ELEMENTS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"nothing is open: {tag}"
        assert self._open[-1].name == tag, f"{tag} closes {self._open[-1].name}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data
        if not any(element.name in UNSEEN for element in self._open):
            self.seen += data

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def named(self, *names: str) -> list[Element]:
        return [element for element in self.elements if element.name in names]

    def classed(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.attributes.get("class", "").split()]
