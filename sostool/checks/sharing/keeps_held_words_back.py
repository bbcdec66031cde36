"""SH102: protected words, or a run of something held back, reach somebody who must not have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sostool.case.people import name_of
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.sharing.texts import as_written, caught_for_everyone, listed_as_written
from sostool.findings.finding import Path
from sostool.identity.listed_words import spellings_of
from sostool.share.why import Why

if TYPE_CHECKING:
    from sostool.share.caught import CaughtFor

_MESSAGES = {
    Why.WITHHELD: (
        "Words that are held back elsewhere in this file stand here, where somebody gets them who must not.",
        "Hold this back as well, or write it so that it does not repeat what is held back.",
    ),
    Why.OWN_WORDS: (
        "Somebody's own words stand here, where people get them with whom they are not shared.",
        "Ask whoever said them who may have them, and write that in `may_share`; or take them out here.",
    ),
    Why.SENSITIVE: (
        "Words about an adult's health, money or offences stand here, where others than that adult get them.",
        "Mark this `sensitive` as well, or leave that out here.",
    ),
}
_PROTECTED = (
    "Protected words stand here, where somebody gets them who must not.",
    "Take them out, or hold this back from everyone the words are protected from.",
)
_NOTHING_TO_FIND = (
    "Nothing can be found by this, so nobody can tell whether it stands in a copy.",
    "Write the words as they could stand in a text, or the whole number.",
)


@check("SH102", "held-back-words-shared", "error")
def keeps_held_words_back(look: Look) -> Iterator[Found]:
    """Protected words, and what is held back, stand nowhere where a barred reader gets them.

    What it checks
        For every reader there is a copy for, each text that reaches them is searched for words that are `protected`
        from them, in many spellings, and for eight words in a row of anything held back from them: what is withheld,
        reasons that only the chair reads, own words that are not shared with them, an adult's sensitive matters. What
        was cleared for them, shared with them or is their own may stand in other places too, unless somebody has
        withheld it. `render-report` makes no document in which such words stand.

    Why it matters
        A street name in one sentence is enough. A safe address has reached a violent man inside a report that somebody
        had already read through, and the family had to leave their home that day. Whoever holds something back in
        one place trusts that it stands in no other.

    Fails
        map:
          working_well:
            strengths:
              - {what: Jo walks Mia to the school on Fern Lane every morning., said_by: [cole]}
        protected:
          - {words: [Fern Lane], from: [dean], why: It shows where Mia is., agreed_by: ann, date: 2026-03-12}

    Passes
        map:
          working_well:
            strengths:
              - {what: Jo walks Mia to school every morning., said_by: [cole]}
        protected:
          - {words: [Fern Lane], from: [dean], why: It shows where Mia is., agreed_by: ann, date: 2026-03-12}

    Source
        Reprimands of the Information Commissioner's Office: a mother's address inside a medical report that went out
        with child protection papers (Wakefield); one unredacted assessment sent to a mother and her two former
        partners (Nottinghamshire).
    """
    for entry in look.case.protected:
        for number, words in enumerate(entry.words):
            if not spellings_of(words):
                yield Found(entry.at("words", number), *_NOTHING_TO_FIND)
    for path, found in by_place(caught_for_everyone(look)).items():
        # Words of somebody who is frightened are told of by SH103, and once.
        frightened = {run for one in found for run, why in one.caught.runs.items() if why is Why.WORDS_OF}
        listed = [one for one in found if one.caught.protected]
        if listed:
            caught = listed[0].caught
            words = next((words for entry in caught.protected if (words := listed_as_written(caught.text, entry))), "")
            yield Found(path, *_PROTECTED, detail=who_gets_it(look, listed), words=words)
        for why, (message, mend) in _MESSAGES.items():
            held = [
                one
                for one in found
                if any(whys is why and run not in frightened for run, whys in one.caught.runs.items())
            ]
            if held:
                run = next(run for run, whys in held[0].caught.runs.items() if whys is why and run not in frightened)
                words = as_written(held[0].caught.text, run)
                yield Found(path, message, mend, detail=who_gets_it(look, held), words=words)


def by_place(found: list[CaughtFor]) -> dict[Path, list[CaughtFor]]:
    """Put what was caught together by its place."""
    places: dict[Path, list[CaughtFor]] = {}
    for one in found:
        places.setdefault(one.caught.path, []).append(one)
    return places


def who_gets_it(look: Look, found: list[CaughtFor]) -> str:
    """Name those who would get it, for a person at the terminal."""
    case = look.case
    names = (
        f"the room of {name_of(case, reader.person)}"
        if reader.name.startswith("room:")
        else "the room"
        if reader.name == "room"
        else name_of(case, reader.name)
        for reader in (one.reader for one in found)
    )
    return "In the copy for: " + ", ".join(dict.fromkeys(names))
