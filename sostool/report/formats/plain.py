"""A document as plain data, which is all that a template sees: str, int, bool, list and dict.

Here is what every format shares: how deep each heading is, an anchor for each that nothing else has, and typed text
cut into paragraphs and lists. Each block is a dict with its `kind`.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias, assert_never

from sostool.report.blocks import (
    Block,
    Columns,
    Document,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    Items,
    Line,
    Note,
    OwnWords,
    PageBreak,
    Panels,
    Paragraphs,
    Prose,
    ScalePicture,
    Section,
    Space,
    Table,
    Ticks,
)
from sostool.report.formats.figures import drawings
from sostool.report.formats.names import Names, slug
from sostool.report.formats.typed_text import TypedList, clean, on_one_line, typed_parts
from sostool.report.pictures.drawing import Signs

Plain: TypeAlias = dict[str, Any]

WORDS = frozenset({"skip", "contents", "page", "was"})
DEEPEST = 6
LONGEST_NAME = 40
LONGEST_DATE = 17

# What somebody typed as the file's language is said only where it is a code (RFC 5646): a screen reader speaks by it.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def plain(document: Document, *, drawn: bool = True) -> Plain:
    """Turn a document into plain data.

    Args:
        document: its `words` hold `skip` (the link past the contents), `contents` (their heading), `page`
            (`page {page} of {pages}`) and `was` (`was {score}`: a person's number at the meeting before).
        drawn: whether the format shows pictures: their drawings take as long as all the rest.

    Raises:
        ValueError: one of these words is missing.
    """
    missing = WORDS - document.words.keys()
    if missing:
        raise ValueError(f"the labels lack: {', '.join(sorted(missing))}")
    return _Writer(document, drawn=drawn).document()


class _Writer:
    """Turns the parts of one document into plain data."""

    def __init__(self, document: Document, *, drawn: bool) -> None:
        self._source = document
        typed_in = document.text_language
        self._typed_language = typed_in if typed_in != document.language and _LANGUAGE.fullmatch(typed_in) else ""
        self._names = Names()
        self._signs = Signs()
        self._drawn = drawn

    def document(self) -> Plain:
        source = self._source
        # Sections first: their anchors are the same in every document, so no group of the same name may take one.
        anchors = [self._names.anchor(section.anchor) for section in source.sections]
        sections = [self._section(*pair) for pair in zip(source.sections, anchors, strict=True)]
        return {
            "kind": slug(source.kind),
            "title": self._line(source.title),
            "subtitle": self._line(source.subtitle),
            "reference": on_one_line(source.reference),
            "reader_code": on_one_line(source.reader_code),
            "reader_line": self._line(source.reader_line),
            "authority": on_one_line(source.authority),
            "fingerprint": on_one_line(source.fingerprint),
            "stamps": [on_one_line(stamp) for stamp in source.stamps],
            "language": source.language,
            "direction": source.direction,
            "page": source.page,
            "sections": sections,
            "footer": [self._line(line) for line in source.footer],
            "words": {key: on_one_line(word) for key, word in source.words.items()},
        }

    def _section(self, section: Section, anchor: str) -> Plain:
        return {
            "anchor": anchor,
            "heading": self._line(section.heading),
            "level": 2,
            "landmark": self._names.may_be_landmark(on_one_line(_one(section.heading))),
            "has_columns": any(isinstance(block, Columns) for block in section.blocks),
            "blocks": self._blocks(section.blocks, 3, anchor),
        }

    def _blocks(self, blocks: tuple[Block, ...], level: int, under: str) -> list[Plain]:
        return [self._block(block, min(level, DEEPEST), under) for block in blocks]

    def _block(self, block: Block, level: int, under: str) -> Plain:  # noqa: C901, PLR0912 - one case for each kind of block
        match block:
            case Paragraphs():
                return {"kind": "paragraphs", "tone": block.tone} | self._text(block.text, is_typed=block.typed)
            case Prose():
                return {"kind": "prose", "listed": block.listed, "lines": [self._line(line) for line in block.lines]}
            case Facts():
                return {"kind": "facts", "tone": block.tone, "facts": self._facts(block.facts)}
            case Items():
                return {"kind": "items", "entries": [self._item(item) for item in block.items]}
            case Table():
                return self._table(block, under)
            case OwnWords():
                return self._own_words(block, level, under)
            case Figure():
                return self._figure(block, under)
            case Panels():
                panels = [{"text": self._line(panel.text), "hint": self._line(panel.hint)} for panel in block.panels]
                return {"kind": "panels", "panels": panels}
            case Ticks():
                choices = [self._line(choice) for choice in block.choices]
                return {"kind": "ticks", "question": self._line(block.question), "choices": choices}
            case Note():
                return {"kind": "note", "tone": block.tone, "text": self._line(block.text)}
            case Space():
                return {"kind": "space", "lines": block.lines}
            case PageBreak():
                return {"kind": "page_break"}
            case Group():
                return self._group(block, level, under)
            case Columns():
                return {
                    "kind": "columns",
                    "tone": block.tone,
                    "columns": [self._group(group, level, under) for group in block.columns],
                }
            case _:
                assert_never(block)

    def _group(self, group: Group, level: int, under: str) -> Plain:
        anchor = self._names.anchor(group.anchor or under)
        return {
            "kind": "group",
            "tone": group.tone,
            "anchor": anchor,
            "heading": self._line(group.heading),
            "level": level,
            "blocks": self._blocks(group.blocks, level + bool(group.heading), anchor if group.heading else under),
        }

    def _own_words(self, words: OwnWords, level: int, under: str) -> Plain:
        return {
            "kind": "own_words",
            "anchor": self._names.anchor(under),
            "who": self._line(words.who),
            "level": level,
            "groups": [
                {
                    "label": on_one_line(group.label),
                    "level": min(level + 1 if words.who else level, DEEPEST),
                    "words": [self._text(said, is_typed=True) for said in group.words],
                }
                for group in words.groups
            ],
            "facts": self._facts(words.facts),
            "marks": [self._line(mark) for mark in words.marks],
        }

    def _table(self, table: Table, under: str) -> Plain:
        return {
            "kind": "table",
            "anchor": self._names.anchor(under),
            "under": under,
            "caption": self._line(table.caption),
            "landmark": self._names.may_be_landmark(on_one_line(_one(table.caption))),
            "columns": [on_one_line(column) for column in table.columns],
            "rows": [
                [{"runs": self._line(cell), "together": _is_date_or_number(cell)} for cell in row] for row in table.rows
            ],
            "says_sentences": 2 * sum(_is_sentence(row[0]) for row in table.rows if row) > len(table.rows),
        }

    def _figure(self, figure: Figure, under: str) -> Plain:
        picture = figure.picture
        anchor = self._names.anchor(under)
        return {
            "kind": "figure",
            "anchor": anchor,
            "caption": self._line(figure.caption),
            "description": on_one_line(figure.description),
            "scale": [self._scale(picture)] if isinstance(picture, ScalePicture) else [],
            "table": [self._table(figure.table, anchor if figure.caption else under)] if figure.table else [],
        } | (drawings(picture, self._signs, on_one_line(self._source.words["was"])) if self._drawn else {})

    def _scale(self, picture: ScalePicture) -> Plain:
        """Give what stands around a scale's picture: what its ends mean, and who gave no number."""
        return {
            "ten": self._line(picture.ten),
            "zero": self._line(picture.zero),
            "is_blank": not picture.marks,
            "unplaced": [
                {
                    "name": on_one_line(mark.name),
                    "role": on_one_line(mark.role),
                    "note": on_one_line(mark.note),
                    "lang": self._typed_language,
                }
                for mark in picture.marks
                if mark.score is None
            ],
        }

    def _item(self, item: Item) -> Plain:
        return self._text(item.text, is_typed=item.typed) | {
            "facts": self._facts(item.facts),
            "marks": [self._line(mark) for mark in item.marks],
        }

    def _facts(self, facts: tuple[Fact, ...]) -> list[Plain]:
        return [{"label": on_one_line(fact.label), "value": self._line(fact.value)} for fact in facts]

    def _text(self, text: str, *, is_typed: bool) -> Plain:
        return {
            "typed": is_typed,
            "lang": self._typed_language if is_typed else "",
            "parts": [
                {"kind": "list", "entries": list(part.entries)}
                if isinstance(part, TypedList)
                else {"kind": "paragraph", "lines": list(part.lines)}
                for part in typed_parts(text)
            ],
        }

    def _line(self, line: Line) -> list[Plain]:
        return [
            {
                "text": clean(run.text).replace("\n", " "),
                "typed": run.typed,
                "strong": run.strong,
                "link": run.link,
                "lang": self._typed_language if run.typed else "",
            }
            for run in line
        ]


def _is_sentence(cell: Line) -> bool:
    return len(_one(cell)) > LONGEST_NAME


def _is_date_or_number(cell: Line) -> bool:
    """Tell whether a cell reads better unbroken: 17 March 2026, or dots to write a time on.

    What somebody typed is a sentence, however short.
    """
    text = _one(cell)
    is_number = any(letter.isdigit() for letter in text) or not any(letter.isalpha() for letter in text)
    return 0 < len(text) <= LONGEST_DATE and is_number and not any(run.typed for run in cell)


def _one(line: Line) -> str:
    return "".join(run.text for run in line)
