"""One look at a case: what every check is given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from sostool.case.model import Case
from sostool.checks.wording.passages import Kind, Passage, passages
from sostool.checks.wording.quotes import without_quotes
from sostool.profile import Profile
from sostool.profile.phrases import Phrases, PlainText, Saying, rarest_words, words_in


class Heard(NamedTuple):
    """An entry of a word list that stands in a text of the case: which, where, and as it is written there."""

    passage: Passage
    saying: Saying
    words: str


class Look:
    """A case with the profile it is asked by, its texts and its words.

    Its texts are taken apart into words once, for all checks: a phrase is looked for only where its rarest word stands
    in one of them.
    """

    def __init__(self, case: Case, profile: Profile) -> None:
        self.case, self.profile = case, profile

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
    def words(self) -> frozenset[bytes]:
        """Which of the words that entries of word lists are looked for by stand in the file, own words included."""
        own = [text for voice in self.case.voices for text in (*voice.words, *voice.worries, *voice.good_things)]
        own += [text for voice in self.case.voices for text in (*voice.dreams, voice.observed)]
        looked_for = rarest_words(tuple(self.profile.words.values()))
        return looked_for.intersection(words_in(self._page.text.small + " ".join(own)))

    def list_of(self, name: str) -> Phrases:
        """Give the entries of a word list that may stand in the file; none where the file is not in English."""
        return self.profile.list_of(name).which_may_be_in(self.words) if self.english else _NO_PHRASES

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
        for said in phrases.everywhere_in_plain(self._page.text):
            index = bisect_right(self._page.starts, said.start) - 1
            passage = self._page.passages[index]
            if (not kinds or passage.kind in kinds) and (index, said.saying.say) not in told:
                told.add((index, said.saying.say))
                start = self._page.starts[index]
                yield Heard(passage, said.saying, passage.text[said.start - start : said.end - start])

    @cached_property
    def _page(self) -> _Page:
        found = [passage for by_kind in self.passages.values() for passage in by_kind]
        # A paragraph ends a sentence too; written as one it leaves no two spaces in a row, which cost much time.
        texts = [without_quotes(passage.text).replace("\n\n", "\n.") for passage in found]
        starts = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))
        return _Page(found, starts[:-1], PlainText(_BETWEEN.join(texts)))


_NO_PHRASES = Phrases()
# No entry of a word list goes over it, as it ends a sentence and is no space.
_BETWEEN = ".\0."


class _Page(NamedTuple):
    """All passages as one text, so that a word is looked for once in all of them; and where each starts in it."""

    passages: list[Passage]
    starts: list[int]
    text: PlainText
