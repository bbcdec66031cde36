"""One look at a case: what every check is given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from sostool.case.model import Case
from sostool.checks.neighbours import NO_NEIGHBOURS, Neighbours
from sostool.checks.wording.passages import Kind, Passage, passages
from sostool.checks.wording.quotes import without_quotes
from sostool.profile import Profile
from sostool.profile.phrases import NO_PHRASES, Near, PlainText, Saying, words_in
from sostool.story.chain import NO_CHAIN, Chain

T = TypeVar("T")


class Heard(NamedTuple):
    """An entry of a word list that stands in a text of the case: which, where, and as it is written there."""

    passage: Passage
    saying: Saying
    words: str

    def advice(self) -> str:
        """Quote the words, with what to say instead, for the person at the terminal."""
        return quoted_with_advice(self.words, self.saying.instead)


def quoted_with_advice(words: str, instead: str) -> str:
    """Quote words of the case, and say what to write instead where that is known."""
    return f"“{words}”: {instead}" if instead else f"“{words}”"


class Look:
    """A case with the profile it is asked by, its texts and its words, and the case files beside and before it.

    Its texts are taken apart into words once, for all checks: a phrase is looked for only where its rarest word stands
    in one of them.
    """

    def __init__(
        self, case: Case, profile: Profile, neighbours: Neighbours = NO_NEIGHBOURS, chain: Chain = NO_CHAIN
    ) -> None:
        self.case, self.profile, self.neighbours, self.chain = case, profile, neighbours, chain
        self._made: dict[Callable[[Look], Any], Any] = {}

    @cached_property
    def english(self) -> bool:
        """Tell whether the text of the file is English, as far as the file says."""
        return self.case.language.lower().partition("-")[0].partition("_")[0] in ("", "en")

    @cached_property
    def passages(self) -> dict[Kind, list[Passage]]:
        """The texts that the author answers for, by their kind, in the order in which a reader meets them."""
        by_kind: dict[Kind, list[Passage]] = {}
        for passage in passages(self.case):
            by_kind.setdefault(passage.kind, []).append(passage)
        return by_kind

    @cached_property
    def _words(self) -> frozenset[bytes]:
        """The words of the file, own words and quoted ones included: some lists say when a check has to keep still."""
        texts = [passage.text for passage in self.page.passages]
        for voice in self.case.voices:
            texts += (*voice.words, *voice.worries, *voice.good_things, *voice.dreams, voice.observed)
        return words_in(" ".join(texts))

    def once(self, make: Callable[[Look], T]) -> T:
        """Give what a function makes of this look; it is made once, whoever asks for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def other_family(self, kind: str, what: str) -> str:
        """Give the name of another family's file in the same folder that holds something; "" if none does."""
        meeting = self.case.meeting
        return self.neighbours.holder(kind, what, self.case.reference, meeting.follows if meeting is not None else "")

    def list_of(self, name: str) -> Near:
        """Give the entries of a word list that may stand in the file; none where the file is not in English."""
        return self.profile.list_of(name).near(self._words) if self.english else NO_PHRASES

    def heard(self, name: str, *kinds: Kind) -> Iterator[Heard]:
        """Give each entry of a word list that stands in texts of some kinds, outside quotation marks.

        Args:
            name: the word list.
            kinds: the kinds of text to look at; none for all of them.
        """
        phrases = self.list_of(name)
        if not phrases:
            return
        told: set[tuple[int, str]] = set()
        page = self.page
        parts = [page.parts[kind] for kind in kinds if kind in page.parts]
        if kinds and not parts:
            return
        for said in phrases.everywhere_in_plain(page.text, parts):
            index = bisect_right(page.starts, said.start) - 1
            passage = page.passages[index]
            if (index, said.saying.say) not in told:
                told.add((index, said.saying.say))
                start = page.starts[index]
                yield Heard(passage, said.saying, passage.text[said.start - start : said.end - start])

    @cached_property
    def page(self) -> Page:
        """All passages as one text."""
        found: list[Passage] = []
        parts: dict[Kind, tuple[int, int]] = {}
        starts: list[int] = []
        texts: list[str] = []
        start = 0
        for kind, passages_of_kind in self.passages.items():
            first = start
            for passage in passages_of_kind:
                text = without_quotes(passage.text)
                if "\n" in text:
                    # A paragraph or a line of a list ends a sentence too, and two spaces in a row cost much time.
                    text = text.replace("\n\n", "\n.").replace("\n- ", "\n. ")
                found.append(passage)
                starts.append(start)
                texts.append(text)
                start += len(text) + len(_BETWEEN)
            parts[kind] = (first, start)
        return Page(found, starts, parts, PlainText(_BETWEEN.join(texts)))


# No entry of a word list goes over it, as it ends a sentence and is no space.
_BETWEEN = ".\0."


class Page(NamedTuple):
    """All passages as one text, so that a word is looked for once in all of them.

    `starts` says where each starts in it, `parts` from where to where those of a kind stand. Quotations are blanked out
    in it, and apostrophes are straight.
    """

    passages: list[Passage]
    starts: list[int]
    parts: dict[Kind, tuple[int, int]]
    text: PlainText

    def small_texts(self) -> list[str]:
        """Give each passage's text in small letters, in the order of the passages."""
        return self.text.small.split(_BETWEEN)
