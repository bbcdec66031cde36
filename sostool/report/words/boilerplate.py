"""Boilerplate: our or an authority's own wording in a document's language, with its blanks filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sostool.report.blocks import Block, Group, Line, Note, Prose, Run, Ticks, own
from sostool.report.templating.templates import TemplateMistake, Templates
from sostool.report.words.wording import Wording, read_wording
from sostool.report.words.wording_lines import BLANK, Blank
from sostool.yamlfile.spelling import nearest

FALLBACK = "en"
BY_HAND = "________"


class Missing(NamedTuple):
    """A blank that nobody gave a value: which file, which line, and the blank's name."""

    file: str
    line: int
    value: str


_NO_LISTS: Mapping[str, tuple[Line, ...]] = {}


def read_boilerplate(
    name: str, text: str, blanks: Mapping[str, Line], lists: Mapping[str, tuple[Line, ...]] = _NO_LISTS
) -> tuple[Block, ...]:
    """Read a file of wording into blocks.

    Args:
        name: what the file is called in mistakes: `words/en/leaflet-parents.md`.
        text: its text, Markdown.
        blanks: every value that it may name, as `{telephone}`. One that is empty leaves a short line to write on.
        lists: what can be named in a paragraph of its own, as `{helplines}`, and becomes the entries of a list.

    Raises:
        TemplateMistake: something stands in it that a document cannot show, or it names a value that there is not.
    """
    return _Filling(read_wording(name, text), blanks, lists).blocks


class Boilerplate:
    """Wording by its name, in one language.

    `missing` are the blanks that had no value so far, each once; `fallen_back` the names of wordings that there are
    only in English.
    """

    def __init__(
        self,
        templates: Templates,
        language: str,
        authority_values: Mapping[str, Line],
        lists: Mapping[str, tuple[Line, ...]] = _NO_LISTS,
    ) -> None:
        """Take what is the same in every document.

        Args:
            templates: ours, with the authority's folder laid over them.
            language: of the documents, such as `cy`.
            authority_values: the authority's names and numbers by their keys; an empty one has no value.
            lists: what stands in a paragraph of its own and becomes a list, such as its helplines.
        """
        self._lists = lists
        self._templates = templates
        self._language = language
        self._values = dict(authority_values)
        self._read: dict[str, Wording] = {}
        self._missing: dict[Missing, None] = {}
        self._fallen_back: dict[str, None] = {}

    def __call__(self, name: str, /, **blanks: Line) -> tuple[Block, ...]:
        """Give a wording.

        Args:
            name: such as `leaflet-parents`.
            blanks: the document's own values, beside those of the authority.

        Raises:
            TemplateMistake: there is no such wording, or something is wrong in it.
        """
        filling = _Filling(self._wording(name), self._values | blanks, self._lists)
        self._missing.update(dict.fromkeys(filling.missing))
        return filling.blocks

    def has(self, name: str) -> bool:
        """Tell whether there is a wording of this name, in this language or in English."""
        return any(self._templates.has(_file(language, name)) for language in (self._language, FALLBACK))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The blanks that had no value, in the order in which they were met."""
        return tuple(self._missing)

    @property
    def fallen_back(self) -> tuple[str, ...]:
        """The wordings that were given in English because this language has none."""
        return tuple(self._fallen_back)

    def _wording(self, name: str) -> Wording:
        if name not in self._read:
            file = _file(self._language, name)
            if self._language != FALLBACK and not self._templates.has(file):
                file = _file(FALLBACK, name)
                self._fallen_back[name] = None
            self._read[name] = read_wording(file, self._templates.text(file))
        return self._read[name]


def _file(language: str, name: str) -> str:
    return f"words/{language}/{name}.md"


class _Filling:
    """Fills in the blanks of one wording."""

    def __init__(self, wording: Wording, values: Mapping[str, Line], lists: Mapping[str, tuple[Line, ...]]) -> None:
        self._wording = wording
        self._values = values
        self._lists = lists
        self.missing: list[Missing] = []
        self.blocks = self._all(wording.blocks)

    def _all(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(filled for block in blocks if (filled := self._block(block)) is not None)

    def _block(self, block: Block) -> Block | None:
        match block:
            case Prose(lines=((Run(text=text),),), listed="") if self._list_named(text) is not None:
                entries = self._list_named(text)
                return Prose(entries, "bullets") if entries else None
            case Group():
                return Group(self._line(block.heading), self._all(block.blocks))
            case Prose():
                return Prose(tuple(map(self._line, block.lines)), block.listed)
            case Ticks():
                return Ticks(self._line(block.question), tuple(map(self._line, block.choices)))
            case Note():
                return Note(self._line(block.text), block.tone)
            case _:
                return block

    def _list_named(self, text: str) -> tuple[Line, ...] | None:
        """Give the list that a whole paragraph names."""
        blank = BLANK.fullmatch(text)
        return self._lists.get(self._wording.blanks[int(blank[1])].name) if blank else None

    def _line(self, line: Line) -> Line:
        return tuple(run for piece in line for run in self._runs(piece))

    def _runs(self, piece: Run) -> Iterator[Run]:
        for index, text in enumerate(BLANK.split(piece.text)):
            if index % 2:
                yield from self._value(self._wording.blanks[int(text)], strong=piece.strong)
            elif text:
                yield Run(text, strong=piece.strong)

    def _value(self, blank: Blank, *, strong: bool) -> Line:
        if blank.name in self._lists:
            message = f"{{{blank.name}}} is a list: it stands in a paragraph of its own."
            raise TemplateMistake(self._wording.name, blank.line, message)
        if blank.name not in self._values:
            near = nearest(blank.name, [*self._values, *self._lists])
            hint = f" Did you mean {{{near}}}?" if near else ""
            message = f"There is no value called {{{blank.name}}}.{hint}"
            raise TemplateMistake(self._wording.name, blank.line, message)
        value = self._values[blank.name]
        if not value:
            self.missing.append(Missing(self._wording.name, blank.line, blank.name))
            return own(BY_HAND)
        return tuple(Run(run.text, strong=strong) if not run.typed else run for run in value)
