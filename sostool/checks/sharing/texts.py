"""What the checks of sharing have in common: the texts of a case, and where the second net catches something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sostool.checks.look import Look
from sostool.checks.wording.passages import Passage
from sostool.checks.wording.quotes import quotations
from sostool.findings.finding import Path
from sostool.identity.folded_text import FoldedText
from sostool.identity.folding import folded
from sostool.share.all_texts import AllTexts
from sostool.share.suspects import suspects

if TYPE_CHECKING:
    from sostool.share.caught import CaughtFor
    from sostool.share.standing import Standing

_WORDS_OF_A_QUOTATION = 3
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘][^\W_]+)*")


def texts_of(look: Look) -> AllTexts:
    """Give the texts of a case, gathered once."""
    return look.once(_all_texts)


def caught_for_everyone(look: Look) -> list[CaughtFor]:
    """Give what the second net catches in what each reader gets, found once."""
    return look.once(_caught)


def _all_texts(look: Look) -> AllTexts:
    return AllTexts(look.case)


def _caught(look: Look) -> list[CaughtFor]:
    texts = texts_of(look)
    could_be = suspects(look.case, texts)
    if could_be.are_none:
        return []
    from sostool.share import caught  # noqa: PLC0415 - makes Views, which most looks have no need of

    return caught.caught_for_everyone(look.case, look.profile, texts, could_be)


def as_written(text: str, run: str) -> str:
    """Give a run of words as it is written in a text; "" where it cannot be told from where to where it stands."""
    written = list(_WORD.finditer(text))
    plain = [folded(word.group()).replace("'", "") for word in written]
    wanted = run.split()
    for start in range(len(plain) - len(wanted) + 1):
        if plain[start : start + len(wanted)] == wanted:
            return text[written[start].start() : written[start + len(wanted) - 1].end()]
    return ""


def listed_as_written(text: str, listed: str) -> str:
    """Give listed words as they are written in a text; "" where they are spelt in another way there."""
    start = text.lower().find(listed.lower())
    return text[start : start + len(listed)] if start >= 0 and len(text.lower()) == len(text) else ""


def reaches(look: Look, passage: Passage, feared: str) -> bool:
    """Tell whether a text reaches a feared person: in a copy, beside somebody of their side, in a room."""
    from sostool.share.caught import may_go_in  # noqa: PLC0415 - only asked where something may be wrong

    standings = look.once(_standings_of_feared).get(feared, [])
    if not any(may_go_in(passage.part, standing) for standing in standings):
        return False
    return passage.path in look.once(_reached_by_feared).get(feared, ())


def _standings_of_feared(look: Look) -> dict[str, list[Standing]]:
    """Give for each feared person where the readers stand whose copies they see."""
    from sostool.share.bars import bars_on  # noqa: PLC0415
    from sostool.share.readers import everyone  # noqa: PLC0415
    from sostool.share.standing import Standing  # noqa: PLC0415

    case = look.case
    found: dict[str, list[Standing]] = {}
    if case.meeting is None or case.meeting.date is None:
        return found
    for reader in everyone(case, look.profile):
        if reader.name != "practitioners":
            standing = Standing(case, reader)
            for id_ in {person.id for member in reader.members for person, _ in bars_on(case, member)}:
                found.setdefault(id_, []).append(standing)
    return found


def _reached_by_feared(look: Look) -> dict[str, set[Path]]:
    from sostool.share.make_view import make_view  # noqa: PLC0415 - a View takes its time
    from sostool.share.traced import reached, traced  # noqa: PLC0415

    traced_case = traced(look.case)
    views: dict[str, set[Path]] = {}
    found: dict[str, set[Path]] = {}
    for id_, standings in look.once(_standings_of_feared).items():
        for standing in standings:
            name = standing.reader.name
            if name not in views:
                views[name] = set(reached(make_view(traced_case, look.profile, standing.reader)))
            found.setdefault(id_, set()).update(views[name])
    return found


def quotes_of(look: Look, feared: str) -> Iterator[tuple[Passage, str]]:
    """Give each passage that quotes at least three words of what must not reach a feared person, with the quotation."""
    quoted = [
        (passage, quote)
        for passages in look.passages.values()
        for passage in passages
        for quote in quotations(passage.text)
        if len(FoldedText.of(quote).words) >= _WORDS_OF_A_QUOTATION
    ]
    if not quoted:
        return
    held = look.once(_words_held_from_feared).get(feared, "")
    for passage, quote in quoted:
        if f" {' '.join(FoldedText.of(quote).words)} " in held:
            yield passage, quote


def _words_held_from_feared(look: Look) -> dict[str, str]:
    """Give for each feared person the words of those they must not hear, in own words and in what is barred."""
    from sostool.share.held import held_texts  # noqa: PLC0415 - seldom needed
    from sostool.share.readers import find_reader  # noqa: PLC0415
    from sostool.share.why import Why  # noqa: PLC0415

    found: dict[str, str] = {}
    for person in look.case.people.values():
        reader = find_reader(look.case, look.profile, person.id) if person.must_not_see else None
        if reader is not None:
            texts = (text.text for text in held_texts(look.case, reader) if text.why is Why.WORDS_OF)
            found[person.id] = " | ".join(f" {' '.join(FoldedText.of(text).words)} " for text in texts)
    return found
