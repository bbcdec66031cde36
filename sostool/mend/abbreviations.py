"""Abbreviations written out where a reader meets them first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.paths import by_id, by_position
from sostool.case.read import ReadCase
from sostool.checks.answers.closing import Closing
from sostool.checks.language.abbreviations import ShortForm, is_written_out
from sostool.checks.language.writes_out_abbreviations import writes_out_abbreviations
from sostool.checks.look import Look
from sostool.checks.wording.quotes import without_quotes
from sostool.findings.finding import Finding, Path
from sostool.mend.edits import Edit
from sostool.mend.found import Left, Mend
from sostool.mend.scalars import span_of_content, written_for
from sostool.profile import Profile
from sostool.profile.phrases import Saying
from sostool.yamlfile.source import Source

_CHECK = writes_out_abbreviations

LEFT = "An abbreviation stands here that could not be written out safely: write it out by hand."

_ARTICLE = re.compile(r"(?<!\w)([Aa])(n?) \Z")
# As they are spoken, so far as their letters tell: a unit, a European, a one-off.
_WITH_AN = re.compile(r"(?i)(?!uni|eu|one\b|us)[aeiou]")
_SMALL_WORDS = frozenset(("and", "for", "in", "of", "on", "the", "to"))
_EXPLAINED = re.compile(r"\s*\([^()]*\)\Z")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]")
_START_OF_SENTENCE = re.compile(r"(?:\A|[.!?][\"'”’)]*\s|\n- |\n\s*\n)\s*\Z")


class _Said(NamedTuple):
    """An abbreviation in a text, and from where to where."""

    saying: Saying
    start: int
    end: int


def abbreviations(read: ReadCase, profile: Profile, today: dt.date) -> Iterator[Mend | Left]:
    """Find abbreviations to be written out: those that the check LA101 asks about, if the letters say what they mean.

    Args:
        read: the file, its text as it stands.
        profile: whose abbreviations are known, and whether it asks about them at all.
        today: the day on which an answer's `until` is looked at.
    """
    source, case, ask = read.source, read.case, _CHECK.ask
    if case is None or ask is None or profile.severities.get(_CHECK.code) == "off":
        return
    known, closing = profile.list_of("abbreviations"), Closing(case.answers, today)
    firsts: dict[Path, list[_Said]] = {}
    for found in ask(Look(case, profile)):
        saying = known.get(found.words.lower())
        node = source.node(found.path)
        if saying is None or not isinstance(node, ScalarNode) or not stands_for(saying):
            continue
        if closing.closes(_query(found.path, source)):
            continue
        match = _whole(found.words).search(without_quotes(node.value))
        if match is not None:
            firsts.setdefault(found.path, []).append(_Said(saying, *match.span()))
    in_brackets = _in_brackets(source.root) if firsts else set()
    for path, all_said in firsts.items():
        node = source.node(path)
        if isinstance(node, ScalarNode):
            yield from _written_out(
                path, node, sorted(all_said, key=lambda said: said.start), source, in_brackets=id(node) in in_brackets
            )


def _query(path: Path, source: Source) -> Finding:
    """Give what validate would tell, so that a reason in the file can close it."""
    return Finding(
        _CHECK.code, "query", "", source.name, source.place(path), by_position(path, source), by_id(path, source)
    )


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def stands_for(saying: Saying) -> str:
    """Give the words whose first letters an abbreviation is made of.

    Returns:
        The words; "" where the list gives advice on what to say instead, which a person has to take or leave.
    """
    words = _EXPLAINED.sub("", saying.instead)
    letters = "".join(_LETTERS.findall(saying.say.lower()))
    return words if _is_made_of(letters, [word.lower() for word in _WORDS.findall(words)]) else ""


def _is_made_of(letters: str, words: list[str]) -> bool:
    if not words or not letters:
        return not words and not letters
    first, rest = words[0], words[1:]
    if first.isdigit():
        return letters.startswith(first) and _is_made_of(letters[len(first) :], rest)
    if first in _SMALL_WORDS and _is_made_of(letters, rest):
        return True
    return letters[0] == first[0] and _is_made_of(letters[1:], rest)


class _Change(NamedTuple):
    """What a stretch of a text becomes. It may start a little before the abbreviation, with its “a” or “an”."""

    said: _Said
    start: int
    end: int
    new: str


def _written_out(
    path: Path, node: ScalarNode, firsts: list[_Said], source: Source, *, in_brackets: bool
) -> Iterator[Mend | Left]:
    value = node.value
    done: list[tuple[_Change, Edit]] = []
    for said in firsts:
        change = _change(value, said)
        edit = _edit(node, change, source.text, in_brackets=in_brackets)
        if edit is None or not _is_settled(value, change):
            yield Left(source.place_of_words(path, value[said.start : said.end]), LEFT)
        else:
            done.append((change, edit))
    for change, _ in reversed(done):
        value = value[: change.start] + change.new + value[change.end :]
    for _, edit in done:
        yield Mend("abbreviation", edit, node, value)


def _is_settled(text: str, change: _Change) -> bool:
    """Tell whether the check takes the text for written out afterwards; otherwise it would be written out for ever."""
    short = text[change.said.start : change.said.end]
    end = change.start + len(change.new) - len(")")
    after = text[: change.start] + change.new + text[change.end :]
    return is_written_out(after, ShortForm(short, end - len(short), end))


def _change(text: str, said: _Said) -> _Change:
    words = stands_for(said.saying)
    before = text[: said.start]
    if _START_OF_SENTENCE.search(before):
        words = words[:1].upper() + words[1:]
    new = f"{words} ({text[said.start : said.end]})"
    article = _ARTICLE.search(before)
    if article is None or (article[2] == "n") == (_WITH_AN.match(words) is not None):
        return _Change(said, said.start, said.end, new)
    other = article[1] + ("" if article[2] else "n")
    return _Change(said, article.start(), said.end, f"{other} {new}")


def _edit(node: ScalarNode, change: _Change, text: str, *, in_brackets: bool) -> Edit | None:
    """Find the words in the file: they are the same in number there, whatever lines the text is broken into."""
    said = change.said
    pattern = _whole(node.value[said.start : said.end])
    in_value = [match.start() for match in pattern.finditer(node.value)]
    start, end = span_of_content(node, text)
    there = list(pattern.finditer(text, start, end))
    new = written_for(node, change.new, in_brackets=in_brackets)
    if len(there) != len(in_value) or new is None:
        # A code such as \n before it hides it, or it stands in a comment below a block as well.
        return None
    found = there[in_value.index(said.start)]
    first = found.start() - (said.start - change.start)
    if text[first : found.start()] != node.value[change.start : said.start]:
        return None
    return Edit(first, found.end(), new, "abbreviation")


def _in_brackets(root: Node | None) -> set[int]:
    """Give the values that stand in lists or sets of keys in brackets."""
    found: set[int] = set()
    stack = [(root, False)] if root is not None else []
    while stack:
        node, inside = stack.pop()
        if isinstance(node, ScalarNode) and inside:
            found.add(id(node))
        elif isinstance(node, MappingNode):
            stack += [(value, inside or bool(node.flow_style)) for _, value in node.value]
        elif isinstance(node, SequenceNode):
            stack += [(value, inside or bool(node.flow_style)) for value in node.value]
    return found
