"""One label file: what it says, where it says it, and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.report.words.languages import CATEGORIES
from sostool.yamlfile.composer import compose
from sostool.yamlfile.spelling import nearest

Forms: TypeAlias = dict[str, str]
Value: TypeAlias = str | Forms

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
MONTHS = 12
_TEXTS = (
    "language",
    "name",
    "english_name",
    "direction",
    "checked_by",
    "date",
    "month",
    "list",
    "list_last",
    "list_last_before_vowel",
)
_LISTS = ("months", "months_alone")
_MAY_BE_EMPTY = ("checked_by", "list_last_before_vowel")
_BLANKS = {"date": {"day", "month", "year"}, "month": {"month", "year"}}
# Control characters, and marks that turn the order of all text that follows.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
_LABEL = re.compile(r"^  ([\w.-]+):(.*(?:\n   .*)*)", re.MULTILINE)


class LabelMistakeError(Exception):
    """Something is wrong with a label: a file of labels, a profile, or a caller asks what cannot be."""


class Shape(NamedTuple):
    """What a label must be like in every language: its blanks, and whether it has a form for each number."""

    blanks: frozenset[str]
    counted: bool


class LabelFile(NamedTuple):
    """What one file says: its settings, its words, and the line of each (settings and words apart)."""

    name: str
    texts: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    words: dict[str, Value]
    lines: dict[str, int]
    word_lines: dict[str, int]

    def mistake(self, line: int, message: str) -> LabelMistakeError:
        """Say what is wrong in a line."""
        return mistake(self.name, line, message)


def mistake(name: str, line: int, message: str) -> LabelMistakeError:
    """Say what is wrong in a line of a file; 0: no line is known."""
    return LabelMistakeError(f"{name}, line {line}: {message}" if line else f"{name}: {message}")


def did_you_mean(word: str, known: Iterator[str]) -> str:
    """Ask whether the nearest known word was meant; "" if none is near."""
    near = nearest(word, known)
    return f" Did you mean {near}?" if near else ""


def shapes(text: str) -> dict[str, Shape]:
    """Give what each label of one of our own files must be like, without reading the file as YAML.

    Ours write each label at the start of a line, two spaces in; a test holds that this finds what YAML finds.
    """
    return {
        found[1]: Shape(frozenset(PLACEHOLDER.findall(found[2])), found[2].lstrip(" ")[:1] in {"{", "\n"})
        for found in _LABEL.finditer(text)
    }


def read_label_file(text: str, name: str) -> LabelFile:
    """Read a label file.

    Args:
        text: what stands in it.
        name: what it is called in messages.

    Raises:
        LabelMistakeError: it is not YAML, or says something that no label file says.
    """
    # To this reader all values are text: `yes` and `no` are words here and need no quotation marks.
    root, troubles = compose(text) if text.strip() else (None, [])
    for trouble in troubles:
        raise mistake(name, trouble.place.line, f"{trouble.message} {trouble.mend}".strip())
    if not isinstance(root, MappingNode):
        raise mistake(name, 1, "A file of labels says `language: …`, `words:` and more.")
    file = LabelFile(name, {}, {}, {}, {}, {})
    for key, line, node in _entries(root, name):
        file.lines[key] = line
        if key == "words":
            _read_words(file, node)
        elif key in _LISTS:
            file.lists[key] = _months(file, key, node)
        elif key in _TEXTS:
            file.texts[key] = _setting(file, key, node)
        else:
            known = iter((*_TEXTS, *_LISTS, "words"))
            raise mistake(name, line, f"A file of labels has no {key}.{did_you_mean(key, known)}")
    return file


def _entries(mapping: MappingNode, name: str) -> Iterator[tuple[str, int, Node]]:
    met: set[str] = set()
    for key, value in mapping.value:
        line = key.start_mark.line + 1
        if not isinstance(key, ScalarNode):
            raise mistake(name, line, "A name is wanted here.")
        if key.value in met:
            raise mistake(name, line, f"{key.value} is said twice.")
        met.add(key.value)
        yield key.value, line, value


def _read_words(file: LabelFile, node: Node) -> None:
    if isinstance(node, ScalarNode) and not node.value:
        return
    if not isinstance(node, MappingNode):
        raise file.mistake(node.start_mark.line + 1, "Under `words:` each line says `name: text`.")
    for key, line, value in _entries(node, file.name):
        file.word_lines[key] = line
        file.words[key] = _forms(file, key, value) if isinstance(value, MappingNode) else _text(file, key, value)


def _forms(file: LabelFile, label: str, node: MappingNode) -> Forms:
    forms: Forms = {}
    for category, line, value in _entries(node, file.name):
        if category not in CATEGORIES:
            raise file.mistake(line, f"{label} has forms for {', '.join(CATEGORIES)}; {category} is none of them.")
        forms[category] = _text(file, f"{label}, {category}", value)
    if "other" not in forms:
        raise file.mistake(node.start_mark.line + 1, f"{label} has no form for `other`.")
    return forms


def _text(file: LabelFile, label: str, node: Node) -> str:
    line = node.start_mark.line + 1
    if not isinstance(node, ScalarNode):
        raise file.mistake(line, f"{label} must be a text.")
    text: str = node.value
    if not text.strip():
        raise file.mistake(line, f"{label} is empty.")
    check_text(text, f"{file.name}, line {line}: {label}")
    return text


def check_text(text: str, where: str) -> None:
    """Look for what a label must not hold.

    Raises:
        LabelMistakeError: a brace that belongs to no blank, or a control character; the message starts with `where`.
    """
    if ("{" in text or "}" in text) and re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        raise LabelMistakeError(f"{where} has a {{ or }} that belongs to no blank; a blank is written {{name}}.")
    if _UNFIT.search(text):
        raise LabelMistakeError(f"{where} holds a character that cannot be shown.")


def _setting(file: LabelFile, key: str, node: Node) -> str:
    if key in _MAY_BE_EMPTY and isinstance(node, ScalarNode) and not node.value:
        return ""
    text, line = _text(file, key, node), node.start_mark.line + 1
    if key == "direction" and text not in {"ltr", "rtl"}:
        raise file.mistake(line, "direction is ltr, or rtl for a language that is written from right to left.")
    if wrong := set(PLACEHOLDER.findall(text)) - _BLANKS.get(key, set()):
        raise file.mistake(line, f"{key} has no blank {{{min(wrong)}}}.")
    return text


def _months(file: LabelFile, key: str, node: Node) -> tuple[str, ...]:
    if not isinstance(node, SequenceNode) or len(node.value) != MONTHS:
        raise file.mistake(node.start_mark.line + 1, f"{key} must be a list of twelve names.")
    return tuple(_text(file, key, month) for month in node.value)
