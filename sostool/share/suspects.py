"""What in a case could be caught by the second net, whoever reads: found with no View, and with no word of who may.

Words that are protected stand in a text, or the same run of words stands in two texts of which one can be held back
from somebody. In most files neither is so, and then nobody has to be asked about.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from sostool.case.model import Case, Danger, Protected, Rating, Voice
from sostool.case.model.outcome import PartSummary
from sostool.identity.folded_text import FoldedText
from sostool.identity.listed_words import holds_any
from sostool.identity.runs import FEW, STEP, WORDS_IN_A_RUN, runs
from sostool.share.all_texts import AllTexts, Text, as_one
from sostool.share.bars import names_any
from sostool.share.why import FOR_THE_CHAIR

# Whose words are for some only, or for the chair alone, with no mark on them.
_HELD_BY_NATURE = (Voice, PartSummary, *FOR_THE_CHAIR)
_SHORTEST_RUN = 2 * WORDS_IN_A_RUN - 1


class Alike(NamedTuple):
    """Texts that share a run of words, and those of them that can be held back from somebody."""

    held: list[Text]
    texts: list[Text]


class Suspects(NamedTuple):
    """Texts that hold protected words, by what protects them, and groups of texts that share a run of words."""

    protected: list[tuple[Protected, list[Text]]]
    alike: list[Alike]

    @property
    def are_none(self) -> bool:
        """Whether nothing can be caught."""
        return not self.protected and not self.alike


def suspects(case: Case, texts: AllTexts) -> Suspects:
    """Give what could be caught in a case: too much of it perhaps, and never too little."""
    return Suspects(_with_protected_words(case, texts), _with_a_run_in_common(case, texts))


def _with_protected_words(case: Case, texts: AllTexts) -> list[tuple[Protected, list[Text]]]:
    if not case.protected:
        return []
    open_texts = [
        text
        for text in texts.texts
        if not isinstance(texts.parts[text.part], FOR_THE_CHAIR)
        and not (text.text in case.people and case.people[text.text].name)
    ]
    whole = as_one(text.text for text in open_texts)
    # Near a name a street counts without its number; whose name it may be is for the net to say.
    names = frozenset(person.name.split()[-1] for person in case.people.values() if person.name.split())
    found = []
    for entry in case.protected:
        if holds_any(whole, entry.words, names):
            holding = [text for text in open_texts if holds_any(text.text, entry.words, names)]
            if holding:
                found.append((entry, holding))
    return found


def _with_a_run_in_common(case: Case, texts: AllTexts) -> list[Alike]:
    """Give the groups of texts that share a run of words, where one of them can be held back from somebody."""
    long = [text for text in texts.texts if len(text.text) >= _SHORTEST_RUN]
    can_be_held = _can_be_held(case, texts)
    held = [text for text in long if can_be_held[text.part] or text.attribute in ("will", "why")]
    # The same reason stands in many marks, and is for the chair in all of them.
    open_texts = [text.text for text in long if not isinstance(texts.parts[text.part], FOR_THE_CHAIR)]
    reasons = {text.text for text in held if isinstance(texts.parts[text.part], FOR_THE_CHAIR)}
    wanted = {
        few
        for text in {text.text for text in held}
        for words in [FoldedText.of(text).words]
        if len(words) >= WORDS_IN_A_RUN
        for few in zip(*(words[start::STEP] for start in range(FEW)), strict=False)
    }
    if not wanted:
        return []
    twice = _parts_of_runs_said_twice(as_one([*open_texts, *reasons]).words, wanted)
    if not twice:
        return []
    by_run: dict[str, set[Text]] = {}
    for text in long:
        words = FoldedText.of(text.text).words
        if not twice.isdisjoint(zip(words, words[1:], words[2:], words[3:], strict=False)):
            for run in runs(text.text):
                by_run.setdefault(run, set()).add(text)
    groups = {frozenset(group) for group in by_run.values() if len(group) > 1 and not group.isdisjoint(held)}
    return [Alike(sorted(group.intersection(held)), list(group)) for group in groups]


def _parts_of_runs_said_twice(words: list[str], wanted: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Give those of the wanted fours around which the same eight words in a row stand twice among words."""
    fews = zip(words, words[1:], words[2:], words[3:], strict=False)
    twice: set[tuple[str, ...]] = {
        few for few, times in Counter(filter(wanted.__contains__, fews)).items() if times > 1
    }
    if not twice:
        return twice
    seen: dict[tuple[str, ...], int] = {}
    found: set[tuple[str, ...]] = set()
    for at, few in enumerate(zip(words, words[1:], words[2:], words[3:], strict=False)):
        if few in twice:
            for start in range(max(0, at - WORDS_IN_A_RUN + FEW), at + 1):
                if seen.setdefault(tuple(words[start : start + WORDS_IN_A_RUN]), start) != start:
                    found.add(few)
    return found


def _can_be_held(case: Case, texts: AllTexts) -> list[bool]:
    """Tell of each part whether it can be held back from anybody, by itself or with a part around it."""
    children = {id_ for id_, person in case.people.items() if person.role == "child"}
    barred = {id_ for person in case.people.values() if person.must_not_see for id_ in person.must_not_see.words_of}
    dangers = {danger.id for danger in case.dangers if danger.withhold is not None}
    found: list[bool] = []
    for part, outside in zip(texts.parts, texts.outside, strict=True):
        own = part.__dict__
        found.append(
            (outside >= 0 and found[outside])
            or "withhold" in own
            or "sensitive" in own
            or isinstance(part, _HELD_BY_NATURE)
            or (isinstance(part, Rating) and part.who in children)
            or (bool(dangers) and own.get("danger") in dangers)
            or (bool(barred) and not isinstance(part, Danger) and names_any(case, part, barred))
        )
    return found
