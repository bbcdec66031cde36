"""LA103: a sentence that is too long, and a part of the file that is hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.language.readability import (
    counts,
    counts_at_most,
    long_sentences,
    may_hold_longer_sentence,
    reading_age,
)
from sostool.checks.look import Look
from sostool.checks.wording.passages import Kind, Passage
from sostool.checks.wording.quotes import without_quotes
from sostool.checks.wording.text import sentences

# What stands together on the page.
_SECTIONS: tuple[tuple[Kind, ...], ...] = (
    ("why",),
    ("past harm", "impact", "complicating", "grey area"),
    ("strength", "existing safety"),
    ("next step",),
    ("statement",),
    ("goal",),
    ("scale end", "differences"),
    ("bottom line", "trajectory"),
    ("involvement", "event", "core group"),
    ("recommendation",),
    ("words for child",),
    ("outcome",),
)
_SECTION_OF = {kind: number for number, kinds in enumerate(_SECTIONS) for kind in kinds}
# A number worked out from less than this says nothing.
_ENOUGH_WORDS = 60
_HARDEST = 3
_FIRST_WORDS = 6


@check("LA103", "hard-to-read", "advice")
def keeps_sentences_short(look: Look) -> Iterator[Found]:
    """Sentences are short, and each part of the file can be read by the people it is about.

    What it checks
        No sentence has more words than the profile's `sentence_words`. The danger statements, the goals, each
        column of the map and so on, as far as they hold sixty words, need no higher reading age than the
        profile's `reading_age`, by the Automated Readability Index (letters a word, words a sentence); otherwise
        the hardest sentences are shown. Own words and quotations are left alone, and so are files in other
        languages than English.

    Why it matters
        Many parents left school early, many read English as a second or third language, and everybody reads badly
        when they are frightened. A sentence that has to be read twice is one that a dad nods at.

    Fails
        meeting:
          kind: initial-conference
          date: 2026-03-17
          why: >-
            Following a referral from the school about an incident in which Mia told her teacher that she had been
            hiding on the stairs while her dad was shouting at her mum, a strategy discussion was held and it was
            decided that we should meet.

    Passes
        meeting:
          kind: initial-conference
          date: 2026-03-17
          why: Mia told her teacher that she hides on the stairs when Dad shouts. We meet to agree what would help.

    Source
        Sentences of 15 to 20 words in everyday language (Community Care on writing well); a reading age of 9 to
        12 (Somerset's playbook); the index is Senter and Smith's of 1967.
    """
    if not look.english:
        return
    most = look.profile.limits.get("sentence_words", 0)
    age = look.profile.limits.get("reading_age", 0)
    page = look.page
    if most and may_hold_longer_sentence(page.text.straight, most):
        for passage in page.passages:
            yield from _too_long(passage, most)
    if age:
        for section in _sections_that_may_be_hard(look, age):
            yield from _hard(section, age)


def _sections_that_may_be_hard(look: Look, age: int) -> Iterator[list[Passage]]:
    """Give the sections that are at least so long, and may be harder to read than the age."""
    sections: dict[int, list[Passage]] = {}
    for passage in look.page.passages:
        sections.setdefault(_SECTION_OF[passage.kind], []).append(passage)
    for _, section in sorted(sections.items()):
        counted = counts_at_most([passage.text for passage in section])
        if counted.words >= _ENOUGH_WORDS and reading_age(counted) > age:
            yield section


def _too_long(passage: Passage, most: int) -> Iterator[Found]:
    for sentence in long_sentences(without_quotes(passage.text), most):
        yield Found(
            passage.path,
            "This sentence is long.",
            "Make two or three of it: one thing each.",
            detail=f"{len(sentence.split())} words: {sentence}",
            words=_first_words(sentence),
        )


def _hard(section: list[Passage], age: int) -> Iterator[Found]:
    own = [(passage, without_quotes(passage.text)) for passage in section]
    counted = counts(text for _, text in own)
    needed = reading_age(counted)
    if needed <= age or counted.words < _ENOUGH_WORDS:
        return
    hardest = sorted(
        ((reading_age(counts([sentence])), passage, sentence) for passage, text in own for sentence in sentences(text)),
        key=lambda one: one[0],
        reverse=True,
    )[:_HARDEST]
    _, passage, sentence = hardest[0]
    yield Found(
        passage.path,
        "This part of the file is hard to read; its hardest sentence stands here.",
        "Use shorter words and shorter sentences, and read it aloud to somebody who was not there.",
        detail=f"Reading age about {needed} (Automated Readability Index). Hardest: "
        + " / ".join(sentence for _, _, sentence in hardest),
        words=_first_words(sentence),
    )


def _first_words(sentence: str) -> str:
    return " ".join(sentence.split()[:_FIRST_WORDS])
