"""All texts of a case with the parts around them, gathered once for everything that has to look at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from sostool.case.model import Case
from sostool.findings.finding import Path
from sostool.identity.folded_text import FoldedText
from sostool.identity.folding import folded
from sostool.yamlfile.parts import Part


class Text(NamedTuple):
    """A text: the number of the part it stands in, the attribute there, its place in a list (-1: no list), itself."""

    part: int
    attribute: str
    place: int
    text: str


class AllTexts:
    """The texts of a case in the order of its parts; `parts` holds the outer before the inner, `outside` their outer.

    Ids are among them: they are texts like any other here.
    """

    def __init__(self, case: Case) -> None:
        self.parts: list[Part] = [case]
        self.outside: list[int] = [-1]
        self.texts: list[Text] = []
        texts = self.texts
        # A part knows its path, and a person their id, which are no texts of the file.
        for number, part in enumerate(self.parts):
            for attribute, value in part.__dict__.items():
                kind = type(value)
                if kind is str:
                    if attribute != "id" or attribute in part.attributes:
                        texts.append(Text(number, attribute, -1, value))
                elif kind is tuple:
                    if attribute != "path":
                        self._take_all(number, attribute, value)
                elif kind is dict:
                    self._take_all(number, attribute, value.values())
                elif isinstance(value, Part):
                    self.parts.append(value)
                    self.outside.append(number)

    def _take_all(self, number: int, attribute: str, values: Iterable[object]) -> None:
        for place, one in enumerate(values):
            if type(one) is str:
                self.texts.append(Text(number, attribute, place, one))
            elif isinstance(one, Part):
                self.parts.append(one)
                self.outside.append(number)

    def around(self, number: int) -> Iterator[Part]:
        """Give a part by its number, and the parts around it from the inside out."""
        while number >= 0:
            yield self.parts[number]
            number = self.outside[number]

    def path(self, text: Text) -> Path:
        """Give the place of a text in the file."""
        part = self.parts[text.part]
        names = {attribute: name for name, attribute in part.attributes.items()}
        name = names.get(text.attribute, text.attribute)
        return part.at(name) if text.place < 0 else part.at(name, text.place)

    @cached_property
    def by_text(self) -> dict[str, list[Text]]:
        """The texts by what they say: an id with all places where somebody is named by it."""
        found: dict[str, list[Text]] = {}
        for text in self.texts:
            found.setdefault(text.text, []).append(text)
        return found


def as_one(texts: Iterable[str]) -> FoldedText:
    """Put texts together as one to be searched: what stands in one of them stands in it."""
    # Most texts are plain, and all of those are folded at once.
    return FoldedText("\n".join(text if text.isascii() else folded(text) for text in texts).lower())
