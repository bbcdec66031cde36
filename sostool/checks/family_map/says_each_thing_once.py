"""MA103: a sentence stands in one place of the map."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.wording.passages import Kind, Passage
from sostool.checks.wording.quotes import without_quotes

_IN_THE_MAP: tuple[Kind, ...] = (
    "past harm", "complicating", "grey area", "statement", "strength", "existing safety", "next step", "goal",
)  # fmt: skip
# Each of these belongs to its own danger, and two of them may well share a sentence.
_MAY_SHARE = frozenset(("statement", "goal"))
# Shorter ones, such as “Dean had been drinking”, may be needed in several places.
_FEWEST_WORDS, _FEWEST_BYTES = 5, 24
# Sentences with one word changed still start or end alike, and only these are looked at word by word.
_ALIKE = 16
# Less where marks still stand between the words.
_QUICKLY_ALIKE = 14
_ENDS_A_SENTENCE = re.compile(r"[.!?;]")
# Letters and digits only, with a full stop for each end of a sentence; letters of other scripts stay as they are.
_PLAIN = bytes(
    byte
    if byte >= 128  # noqa: PLR2004
    else ord(chr(byte) if chr(byte).isalnum() or not byte else "." if chr(byte) in ".!?;" else " ")
    for byte in range(256)
)
_LEFT_OUT = b"',:\"()"


def _words(text: str) -> frozenset[bytes]:
    return frozenset(text.encode().split())


# What says little by itself, so that it may be there or not.
_LITTLE_WORDS = _words(
    "a an the and but or so then that this these those it its he she they him her his hers them their we us our i my "
    "you is are was were be been being am has have had having do does did will would can could to of in on at by for "
    "from with as into out up down about when while who which there also – — …"
)
# One of these more or less, and a sentence says something else; so do names and numbers.
_WEIGHTY_WORDS = _words(
    "not no never nobody nothing none neither without before after until more less first last one two three four five "
    "six seven eight nine ten"
)


class _Said(NamedTuple):
    passage: Passage
    number: int
    sentence: bytes


@check("MA103", "same-sentence-twice", "advice")
def says_each_thing_once(look: Look) -> Iterator[Found]:
    """A sentence stands in one place of the map only, not in two, also not with a word changed.

    What it checks
        Sentences of at least five words that matter, in the map, the danger statements and the goals. It speaks up
        where a sentence that starts or ends alike in another entry has the same words, or all but one of them.
        Little words do not count; names, numbers and “not” always do. Entries of one kind for different children,
        and an entry of which one version is held back, may say the same. Outside English only the very same words
        count.

    Why it matters
        Past harm, what makes things harder, and what could happen are three different things, and so are a strength
        and a time of safety. A sentence that stands under two of them tells Mia's mum that nobody has decided
        which it is, and makes one worry look like two.

    Fails
        map:
          working_well:
            strengths:
              - On 11 June Ray fetched Mia from the flat when Dean had been drinking.
            existing_safety:
              - what: On 11 June Ray fetched Mia from the flat when Dean had been drinking.

    Passes
        map:
          working_well:
            strengths:
              - Ray has Mia's drawings all over his kitchen.
            existing_safety:
              - what: On 11 June Ray fetched Mia from the flat when Dean had been drinking.

    Source
        Past harm, future danger and what complicates are kept clearly apart, and so are strengths and protection
        (Western Australia's guidance on work before birth; Manchester's guidance).
    """
    reached = None
    for before, said in _alike(look):
        if (
            before.passage is not said.passage is not reached
            and _may_not_share(before.passage, said.passage)
            and _are_the_same(before.sentence, said.sentence, nearly=look.english)
        ):
            reached = said.passage
            yield Found(
                reached.path,
                "The same sentence, or nearly the same, stands in another place of the map too.",
                "Leave it where it belongs most, and take it out of the other place.",
                words=_ENDS_A_SENTENCE.split(_with_ends(reached))[said.number].strip(),
            )


def _alike(look: Look) -> Iterator[tuple[_Said, _Said]]:
    """Give each sentence that starts or ends like an earlier one, with the first of those."""
    if not _may_hold_alike(look):
        return
    found = [
        passage
        for kind in _IN_THE_MAP
        for passage in look.passages.get(kind, ())
        if passage.path[-1] not in ("answer", "result")
    ]
    # All texts in one go cost a small part of what each by itself would.
    page = "\0".join(map(_with_ends, found)).replace("’", "'").encode("utf-8", "replace").translate(_PLAIN, _LEFT_OUT)
    said = [
        _Said(passage, number, sentence.strip())
        for passage, text in zip(found, page.split(b"\0"), strict=False)
        for number, sentence in enumerate(text.split(b"."))
        if len(sentence) > _FEWEST_BYTES
    ]
    small = [one.sentence.lower() for one in said]
    pairs = [*_same(sentence[:_ALIKE] for sentence in small), *_same(sentence[-_ALIKE:] for sentence in small)]
    for first, second in sorted(pairs, key=lambda pair: pair[1]):
        yield said[first], said[second]


def _may_hold_alike(look: Look) -> bool:
    """Tell at a quick look whether two sentences of the map may start or end alike."""
    page = look.page
    texts = page.text.small.encode("utf-8", "replace").translate(_PLAIN, _LEFT_OUT).split(b"\0")
    starts: set[bytes] = set()
    ends: set[bytes] = set()
    of_starts = of_ends = 0
    for kind in _IN_THE_MAP:
        if kind not in page.parts:
            continue
        first = bisect_left(page.starts, page.parts[kind][0])
        of_kind = texts[first : first + len(look.passages[kind])]
        sentences = [
            sentence.strip() for text in of_kind for sentence in text.split(b".") if len(sentence) > _FEWEST_BYTES
        ]
        own_starts = {sentence[:_QUICKLY_ALIKE] for sentence in sentences}
        own_ends = {sentence[-_QUICKLY_ALIKE:] for sentence in sentences}
        may_share = kind in _MAY_SHARE
        of_starts += len(own_starts) if may_share else len(sentences)
        of_ends += len(own_ends) if may_share else len(sentences)
        starts |= own_starts
        ends |= own_ends
    return len(starts) < of_starts or len(ends) < of_ends


def _same(keys: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """Give the positions of keys that were there before, each with that of the first."""
    first: dict[bytes, int] = {}
    for position, key in enumerate(keys):
        if (before := first.setdefault(key, position)) != position:
            yield before, position


def _with_ends(passage: Passage) -> str:
    text = without_quotes(passage.text)
    return text.replace("\n\n", ".\n").replace("\n- ", ".\n ") if "\n" in text else text


def _are_the_same(before: bytes, said: bytes, *, nearly: bool) -> bool:
    first = frozenset(before.lower().split()) - _LITTLE_WORDS
    second = frozenset(said.lower().split()) - _LITTLE_WORDS
    if min(len(first), len(second)) < _FEWEST_WORDS:
        return False
    if first == second:
        return True
    return (
        nearly
        and max(len(first), len(second)) > _FEWEST_WORDS
        and _is_one_that_may_differ(first - second, before)
        and _is_one_that_may_differ(second - first, said)
    )


def _is_one_that_may_differ(words: frozenset[bytes], sentence: bytes) -> bool:
    """Tell whether this is one word at most, and neither a name nor a number nor a word that turns the sense."""
    return not words or (
        len(words) == 1
        and words.isdisjoint(_WEIGHTY_WORDS)
        and all(word.isalpha() for word in words)
        and not words.isdisjoint(sentence.split())
    )


def _may_not_share(first: Passage, second: Passage) -> bool:
    if _is_held_back(first) != _is_held_back(second):
        return False
    return first.kind != second.kind or (first.kind not in _MAY_SHARE and _is_for(first) == _is_for(second))


def _is_held_back(passage: Passage) -> bool:
    return getattr(passage.part, "withhold", None) is not None or bool(getattr(passage.part, "sensitive", None))


def _is_for(passage: Passage) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(getattr(passage.part, "children", ())), frozenset(getattr(passage.part, "about", ()))
