"""The words of danger statements and of past harm, with the entries of the family's word lists that stand in them.

Nearly every statement holds some word of nearly every list here: “could”, “says”, “school”. So they are found for all
lists in one walk over the words, and not list by list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from sostool.case.model import Danger
from sostool.checks.look import Look
from sostool.checks.wording.passages import Kind, Passage
from sostool.checks.wording.quotes import without_quotes
from sostool.findings.finding import Path
from sostool.profile import Profile
from sostool.profile.phrases import Phrases, Saying

# What nearly every statement is looked through for, and what only few are: each is one walk, made where it is needed.
LISTS = (
    (
        "ahead", "may-happen", "later", "final", "vague-harm", "child-words", "agencies", "worry-words", "more-worries",
        "disagreement", "violence",
    ),
    ("labels", "behaviour", "diagnoses", "reasons", "blame"),
)  # fmt: skip
_WALK_OF = {name: walk for walk, names in enumerate(LISTS) for name in names}
_KINDS: tuple[Kind, ...] = ("statement", "past harm", "impact")
ENDS = frozenset(".!?;")
_GAP = "…"
_MOST_BETWEEN = 5
# Looking no farther keeps a text without any full stop from taking long.
_LONGEST_SENTENCE = 80
_MARKS = (".", ",", "(", ")", "!", "?", ";", ":", _GAP)
_OTHER_MARKS = re.compile(r"[^\w\s.,()!?;:…'-]|_")
# As a name these are no words that look ahead.
_NAMES = frozenset(("Will", "May"))
_ALSO_NAMES = frozenset(name.lower() for name in _NAMES)


class Mark(NamedTuple):
    """An entry of a list in a text: from which word to which."""

    start: int
    end: int
    saying: Saying


def _start(mark: Mark) -> int:
    return mark.start


class _Entry(NamedTuple):
    name: str
    saying: Saying
    tokens: tuple[str, ...]
    small: list[str]
    has_a_gap: bool
    as_written: bool


class _Entries(NamedTuple):
    """The entries that start with a word: those of one word, by their second word, and those with a gap after it."""

    of_one_word: list[_Entry]
    by_second_word: dict[str, list[_Entry]]
    with_a_gap: list[_Entry]


_Index = dict[str, _Entries]


class Words:
    """The words and marks of punctuation of a text, outside quotation marks, and what of the lists stands where."""

    def __init__(self, text: str, profile: Profile) -> None:
        self.text = text
        self._spaced = _spaced(text)
        self.small = self._spaced.lower().split()
        self._profile = profile
        self._marks: dict[str, list[Mark]] = {}
        self._walked: set[int] = set()

    def _walk(self, walk: int) -> None:
        self._walked.add(walk)
        index = _index(walk, tuple(map(self._profile.list_of, LISTS[walk])))
        following = [*self.small[1:], ""]
        for at, word in enumerate(self.small):
            if word in index:
                of_one_word, by_second_word, with_a_gap = index[word]
                if by_second_word and following[at] in by_second_word:
                    self._mark_phrases(at, by_second_word[following[at]])
                if with_a_gap:
                    self._mark_phrases(at, with_a_gap)
                if of_one_word:
                    self._mark_words(at, of_one_word)

    @cached_property
    def tokens(self) -> list[str]:
        """The words and marks as they stand in the text."""
        return self._spaced.split()

    def of(self, name: str) -> list[Mark]:
        """Give the entries of a list that stand in the text, in order."""
        if (walk := _WALK_OF[name]) not in self._walked:
            self._walk(walk)
        return self._marks.get(name, [])

    def word(self, at: int) -> str:
        """Give a word in small letters; nothing where the text has ended."""
        return self.small[at] if at < len(self.small) else ""

    def as_written(self, mark: Mark) -> str:
        """Give the words of a mark as they stand in the text."""
        words = r"[\W_]+".join(re.escape(token) for token in self.tokens[mark.start : mark.end] if token[0].isalnum())
        found = re.search(rf"(?<!\w){words}(?!\w)", self.text.replace("’", "'"))
        return self.text[found.start() : found.end()] if found else ""

    def between(self, name: str, start: int, end: int) -> list[Mark]:
        """Give the entries of a list that start between two places of the text."""
        marks = self.of(name)
        return marks[bisect_left(marks, start, key=_start) : bisect_left(marks, end, key=_start)]

    def start_of_sentence(self, at: int) -> int:
        """Give the first word of the sentence in which a word stands."""
        first = max(0, at - _LONGEST_SENTENCE)
        while at > first and self.small[at - 1] not in ENDS:
            at -= 1
        return at

    def end_of_sentence(self, at: int) -> int:
        """Give the place after the last word of the sentence in which a word stands."""
        last = min(len(self.small), at + _LONGEST_SENTENCE)
        while at < last and self.small[at] not in ENDS:
            at += 1
        return at

    def _mark_phrases(self, at: int, entries: list[_Entry]) -> None:
        for entry in entries:
            end = self._end_of(entry, at)
            if end and self._is_free(entry.name, at) and not (entry.as_written and not self._is_as_written(entry, at)):
                self._marks.setdefault(entry.name, []).append(Mark(at, end, entry.saying))

    def _mark_words(self, at: int, entries: list[_Entry]) -> None:
        if self.small[at] in _ALSO_NAMES and self.tokens[at] in _NAMES:
            return
        for entry in entries:
            if self._is_free(entry.name, at) and not (entry.as_written and not self._is_as_written(entry, at)):
                self._marks.setdefault(entry.name, []).append(Mark(at, at + 1, entry.saying))

    def _is_free(self, name: str, at: int) -> bool:
        return name not in self._marks or self._marks[name][-1].end <= at

    def _is_as_written(self, entry: _Entry, at: int) -> bool:
        return tuple(self.tokens[at : at + len(entry.tokens)]) == entry.tokens

    def _end_of(self, entry: _Entry, at: int) -> int:
        if not entry.has_a_gap:
            end = at + len(entry.small)
            return end if self.small[at:end] == entry.small else 0
        between = 0
        for token in entry.tokens:
            if token == _GAP:
                between = _MOST_BETWEEN
                continue
            wanted = token.lower()
            while at < len(self.small) and self.small[at] != wanted and between and self.tokens[at] not in ENDS:
                between -= 1
                at += 1
            if at >= len(self.small) or self.small[at] != wanted:
                return 0
            between = 0
            at += 1
        return at


class Text(NamedTuple):
    """A statement, a past harm or what it was like for a child, with its words."""

    passage: Passage
    words: Words


class Statement(NamedTuple):
    """A danger with the words of its statement."""

    danger: Danger
    words: Words


def texts_with(name: str, look: Look) -> Iterator[Text]:
    """Give the words of each statement, past harm and impact in which an entry of a list may stand.

    There is none where the file is not in English.
    """
    told: set[Path] = set()
    for heard in look.heard(name, *_KINDS):
        if heard.passage.path not in told:
            told.add(heard.passage.path)
            yield Text(heard.passage, _words_of(look, heard.passage))


def statements(look: Look) -> tuple[Statement, ...]:
    """Give each danger that has a statement, with its words; none where the file is not in English."""
    return look.once(_statements)


def _statements(look: Look) -> tuple[Statement, ...]:
    if not look.english:
        return ()
    return tuple(
        Statement(passage.part, _words_of(look, passage))
        for passage in look.passages.get("statement", ())
        if isinstance(passage.part, Danger) and not passage.text.isspace()
    )


def _words_of(look: Look, passage: Passage) -> Words:
    kept = look.once(_no_words_yet)
    if passage.path not in kept:
        kept[passage.path] = Words(passage.text, look.profile)
    return kept[passage.path]


def _no_words_yet(_look: Look) -> dict[Path, Words]:
    return {}


def is_name_of_a_service(words: Words, mark: Mark, look: Look) -> bool:
    """Tell whether words are part of the name of a job or a service: “domestic abuse adviser”."""
    return words.word(mark.end) in look.profile.list_of("service-words")


def what_to_say_instead(words: Words, marks: Iterable[Mark]) -> str:
    """Say for the words found what to write instead, for the person at the terminal; the same advice once."""
    by_advice: dict[str, list[str]] = {}
    told: set[str] = set()
    for mark in marks:
        if mark.saying.say in told:
            continue
        told.add(mark.saying.say)
        by_advice.setdefault(mark.saying.instead, []).append(f"“{words.as_written(mark)}”")
    return "; ".join(", ".join(said) + (f": {advice}" if advice else "") for advice, said in by_advice.items())


@lru_cache(maxsize=50)
def _index(walk: int, lists: tuple[Phrases, ...]) -> _Index:
    index: _Index = {}
    for entry in sorted(_entries(LISTS[walk], lists), key=lambda entry: len(entry.tokens), reverse=True):
        entries = index.setdefault(entry.tokens[0].lower(), _Entries([], {}, []))
        if len(entry.tokens) == 1:
            entries.of_one_word.append(entry)
        elif entry.tokens[1] == _GAP:
            entries.with_a_gap.append(entry)
        else:
            entries.by_second_word.setdefault(entry.tokens[1].lower(), []).append(entry)
    return index


def _entries(names: tuple[str, ...], lists: tuple[Phrases, ...]) -> Iterator[_Entry]:
    for name, phrases in zip(names, lists, strict=True):
        for saying in phrases.values():
            tokens = tuple(_spaced(saying.say).split())
            if tokens and tokens[0] != _GAP:
                small = [token.lower() for token in tokens]
                yield _Entry(name, saying, tokens, small, _GAP in tokens, as_written=saying.say.isupper())


def _spaced(text: str) -> str:
    """Write a text with a space round each mark of punctuation, so that splitting it gives its words and marks."""
    spaced = _OTHER_MARKS.sub(" ", without_quotes(text).replace("’", "'"))
    for mark in _MARKS:
        if mark in spaced:
            spaced = spaced.replace(mark, f" {mark} ")
    return spaced
