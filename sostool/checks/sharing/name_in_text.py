"""A word with a capital letter in a text: whether it names a person, by what stands around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sostool.profile import Profile

_CAPITAL = r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*"
_RUN = re.compile(rf"(?:\s{_CAPITAL}){{1,4}}")
_WORD_BEFORE = re.compile(rf"({_CAPITAL})\s\Z")
_WORD_BEHIND = re.compile(r"\s([^\W\d_]+)")
_AND_BEFORE = re.compile(r"([^\W\d_]+)(?:['’]s)?,?\s(?:and|or|with|than|to)\s\Z")
_AND_BEHIND = re.compile(r",?\s(?:and|or|with)\s([^\W\d_]+)")
_SAINT = re.compile(r"(?<!\w)(?:St|Saint)\.?\s\Z")
_THE = re.compile(r"(?<!\w)(?:the|a|an)\s\Z", re.IGNORECASE)
# “In Paris”, “the Grace”: a place or a thing.
_OWNED = re.compile(r"['’]s?(?=\s)")
_MAY_STAND_BEFORE = frozenset(" \n\u00a0\"“'‘")
_QUOTES_AND_COMMA = "\"“'‘,"
_ENDS = frozenset(".!?:;)")
_BEHIND = re.compile(r"[\"”]?(?:,?\s[\w'’-]+){1,4}")
_CALLED = frozenset(("called", "named", "is", "was"))
_THEIRS = frozenset(("the", "his", "her", "their", "our", "my", "a", "an"))
_PLACED = re.compile(r"(?<!\w)(?:in|to|from|at|near|of|the|a|an|this|last|next)\s\Z", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:[.!?:\n\"“]\s*(?:-\s)?|\A)\Z")
_REACH = 40
_LISTS = (
    "given-names", "names-that-are-words", "capitals-of-nobody", "titles", "kin", "what-people-have", "what-people-do",
    "done-to-people", "starts-of-sentences", "places-and-services", "animals",
)  # fmt: skip


class Lists(NamedTuple):
    """The profile's lists for names, in small letters."""

    given: frozenset[str]
    also_words: frozenset[str]
    of_nobody: frozenset[str]
    starts: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    before_people: frozenset[str]
    behind_people: frozenset[str]
    what_people_have: frozenset[str]
    animals: frozenset[str]


@lru_cache(maxsize=100)
def lists_of(profile: Profile) -> Lists:
    """Give the lists of a profile; they are made once."""
    says = {name: frozenset(profile.list_of(name)) for name in _LISTS}
    return Lists(
        given=says["given-names"] | says["names-that-are-words"],
        also_words=says["names-that-are-words"],
        of_nobody=says["capitals-of-nobody"] | says["titles"] | says["kin"],
        starts=says["starts-of-sentences"],
        places=says["places-and-services"],
        titles=says["titles"],
        before_people=says["kin"] | says["done-to-people"],
        behind_people=says["what-people-do"],
        what_people_have=says["kin"] | says["what-people-have"],
        animals=says["animals"],
    )


class NameInText(NamedTuple):
    """From where to where a word with a capital letter stands in a text."""

    text: str
    start: int
    end: int

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.text[self.start : self.end].lower()

    @property
    def starts_sentence(self) -> bool:
        """Whether it starts a sentence, where any word has a capital letter."""
        return self._before(_SENTENCE_START) is not None

    def is_of_an_animal(self, lists: Lists) -> bool:
        """Tell whether an animal or a toy has this name: “the dog, Biscuit”, “Biscuit is their dog”."""
        before = [word for word in self._words_before() if word not in _CALLED]
        if before and (before[-1] in lists.animals or " ".join(before[-2:]) in lists.animals):
            return True
        behind = [word for word in self._words_behind() if word not in _CALLED]
        return len(behind) > 1 and behind[0] in _THEIRS and not lists.animals.isdisjoint(behind[1:3])

    def is_of_a_place(self, lists: Lists) -> bool:
        """Tell whether a place, a service or a saint's church has this name."""
        if self._has_title(lists):
            return False
        run = _RUN.match(self.text, self.end)
        words = run[0].lower().split() if run else []
        behind = _WORD_BEHIND.match(self.text, run.end() if run else self.end)
        return bool(
            not lists.places.isdisjoint(words) or (behind and behind[1] in lists.places) or self._before(_SAINT)
        )

    def names_somebody(self, lists: Lists, known: frozenset[str]) -> bool:
        """Tell whether it is used as a person's name.

        A given name that is no other word is one wherever it stands; any other word needs a title or somebody's place
        in a family before it, or behind it what only people do and have.
        """
        small = self.small
        if self.text[self.start : self.end].isupper() and small not in lists.given:
            return False
        if self._has_title(lists):
            return True
        before = self._before(_WORD_BEFORE)
        if before and before[1].lower() in known:
            # A second name of somebody in this file, or the rest of a name that stands in it.
            return False
        if small in lists.given:
            doubtful = small in lists.also_words and (
                self.starts_sentence or self._before(_PLACED) is not None or self._has_a_twin()
            )
            return not doubtful or self._is_used_as_a_name(lists, known)
        if small in lists.of_nobody or self._before(_THE):
            return False
        if self.starts_sentence:
            return small not in lists.starts and self._starts_as_a_name(lists, known)
        return self._is_used_as_a_name(lists, known) or self._stands_beside(lists, known)

    def whole(self, lists: Lists, known: frozenset[str]) -> str:
        """Give the name with the names behind it: a given name with its surname."""
        end = self.end
        run = _RUN.match(self.text, self.end)
        for word in run[0].split() if run else ():
            small = word.lower().removesuffix("'s").removesuffix("’s")
            if small in known or (small in lists.of_nobody and small not in lists.given):
                break
            end = self.text.index(word, end) + len(small)
            if len(small) != len(word):
                break
        return self.text[self.start : end]

    def _starts_as_a_name(self, lists: Lists, known: frozenset[str]) -> bool:
        beside = _AND_BEHIND.match(self.text, self.end)
        if beside and beside[1][0].isupper() and beside[1].lower() in known:
            return True
        return self._does_or_has(lists, known)

    def _is_used_as_a_name(self, lists: Lists, known: frozenset[str]) -> bool:
        before = self._words_before()
        if any(" ".join(before[-count:]) in lists.before_people for count in (1, 2) if len(before) >= count):
            return True
        return self._does_or_has(lists, known)

    def _does_or_has(self, lists: Lists, known: frozenset[str]) -> bool:
        """Tell whether what only people do or have stands behind the word, or behind the surname that follows it."""
        run = _RUN.match(self.text, self.end)
        surname = run[0].split()[0].lower() if run else ""
        ends = [self.end, run.end()] if run and surname not in lists.of_nobody and surname not in known else [self.end]
        return any(self._has_something(lists, end) or self._does_something(lists, end) for end in ends)

    def _has_title(self, lists: Lists) -> bool:
        before = self._words_before()
        return bool(before) and before[-1].rstrip(".") in lists.titles

    def _has_something(self, lists: Lists, end: int) -> bool:
        """Tell whether what stands behind is theirs: “Zosia's mum”, “James' old house”."""
        # A surname that stands between has taken the s to itself.
        owned = _OWNED.match(self.text, end) or (end > self.end and _OWNED.match(self.text, end - 2))
        if not owned:
            return False
        words = _words(_BEHIND.match(self.text, owned.end()))
        return any(_phrase_in(words[start:], lists.what_people_have) for start in (0, 1))

    def _does_something(self, lists: Lists, end: int) -> bool:
        words = _words(_BEHIND.match(self.text, end))
        return _phrase_in(words[1:] if words and words[0].endswith("ly") else words, lists.behind_people)

    def _words_before(self) -> list[str]:
        """Give up to three words right before the name, with nothing but a comma or a quotation mark between."""
        if self.text[self.start - 1 : self.start] not in _MAY_STAND_BEFORE:
            return []
        words: list[str] = []
        for word in reversed(self.text[max(0, self.start - _REACH) : self.start].lower().split()[-3:]):
            if words and word[-1] in _ENDS:
                break
            words.append(word.strip(_QUOTES_AND_COMMA))
        return [word for word in reversed(words) if word]

    def _words_behind(self) -> list[str]:
        return _words(_BEHIND.match(self.text, self.end))

    def _stands_beside(self, lists: Lists, known: frozenset[str]) -> bool:
        before, behind = self._before(_AND_BEFORE), _AND_BEHIND.match(self.text, self.end)
        beside = [found[1] for found in (before, behind) if found and found[1][0].isupper()]
        return any(word.lower() in lists.given or word.lower() in known for word in beside)

    def _has_a_twin(self) -> bool:
        return f" {self.small} " in self.text

    def _before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.text, max(0, self.start - _REACH), self.start)


def _words(found: re.Match[str] | None) -> list[str]:
    return found[0].lower().replace(",", " ").replace('"', " ").replace("“", " ").split() if found else []


def _phrase_in(words: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(words[:count]) in phrases for count in (1, 2) if len(words) >= count)
