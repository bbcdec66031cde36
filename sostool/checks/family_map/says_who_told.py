"""MA108: the map says who told us, and how we know."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import ExistingSafety, MapItem
from sostool.case.model.family_map import Noted
from sostool.checks.check import Found, check
from sostool.checks.look import Look

_SECOND_HAND = frozenset(("told", "alleged", "opinion"))
_MEND = (
    "List who told us, by id, in `said_by:`. Whoever must not see that person's words does not get this entry then, "
    "and no name need stand in the sentence."
)


@check("MA108", "hearsay-without-source", "query")
def says_who_told(look: Look) -> Iterator[Found]:
    """Past harm says who told us and how we know; elsewhere in the map, what was told names who told it.

    What it checks
        Every entry of `past_harm` has `said_by` and `how_we_know`. Complicating factors, strengths and existing
        safety are only asked about, as advice, where `how_we_know` is told, alleged or opinion and neither
        `said_by` nor `seen_by` says by whom, or where there is nothing of all that; existing safety only once it
        says which danger was there, who acted and when.

    Why it matters
        What was seen, what was said and what somebody thinks weigh differently, and once a rumour stands in a report
        it gets copied as a fact. A parent can only answer what has a source. No name is asked for in the sentence
        itself: `said_by` is what keeps an entry from anybody who must not see that person's words.

    Fails
        map:
          worried:
            past_harm:
              - what: Dean pushed Lisa in the kitchen, and Mia saw it.
                how_we_know: alleged

    Passes
        map:
          worried:
            past_harm:
              - what: Dean pushed Lisa in the kitchen, and Mia saw it.
                date: 2026-02-21
                impact: Mia cried at school every morning for two weeks.
                said_by: [cole]
                how_we_know: told

    Source
        A report keeps facts and opinion apart, and second-hand information names its origin (Surrey's older form
        for conference reports; Bromley's guidance for social workers).
    """
    family_map = look.case.map
    if family_map is None:
        return
    worried, well = family_map.worried, family_map.working_well
    if worried is not None:
        for harm in worried.past_harm:
            if harm.none or not harm.what.strip():
                continue
            missing = [
                *(() if harm.said_by else ("who told us",)),
                *(() if harm.how_we_know else ("how we know",)),
            ]
            if missing:
                yield Found(
                    harm.path,
                    "This past harm does not say " + " or ".join(missing) + ".",
                    f"{_MEND} Write how we know in `how_we_know:` as seen, told, recorded, alleged or opinion.",
                    also=(harm.path,),
                )
        yield from _elsewhere(worried.complicating)
    if well is not None:
        yield from _elsewhere(well.strengths)
        yield from _elsewhere(well.existing_safety)


def _elsewhere(entries: tuple[MapItem, ...] | tuple[ExistingSafety, ...]) -> Iterator[Found]:
    for entry in entries:
        if entry.none or entry.said_by or entry.seen_by or not entry.what.strip():
            continue
        # What such an entry still has to say is asked by MA105; who saw it comes after that.
        if isinstance(entry, ExistingSafety) and not (entry.danger and entry.who and entry.dates):
            continue
        if message := _message(entry):
            yield Found(entry.path, message, _MEND, severity="advice", also=(entry.path,))


def _message(entry: Noted) -> str:
    if not entry.how_we_know:
        return "This does not say who told us or how we know."
    return "This does not say whose word it is." if entry.how_we_know in _SECOND_HAND else ""
