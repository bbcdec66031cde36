"""MA106: for each danger, a time when it was there and somebody kept the children safe."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.family_map.violence import Violence
from sostool.checks.look import Look


@check("MA106", "danger-without-existing-safety", "advice")
def asks_when_it_was_managed(look: Look) -> Iterator[Found]:
    """For each danger, the map has a time when it was there and somebody kept the children safe.

    What it checks
        Each danger is named by an entry of `existing_safety`. Nothing is asked once it says `none: true`, while an
        entry still has to say which danger it is about, where the file is not in English, or where the danger
        may be violence at home: it is about somebody feared (`must_not_see`), is held back, or its statement
        holds words of the profile's lists `violence` and `violence-at-home`.

    Why it matters
        Even a serious danger was managed on some days, and whoever managed it knows how. That is the first piece of
        the family's own plan. Violence is left out on purpose: how somebody stayed safe from a person is not
        theirs to have managed, and written down it could be read by that person.

    Fails
        dangers:
          - id: asleep
            statement: Priya is worried that Mia could be left on her own when Dean is drunk.
        map:
          working_well:
            existing_safety: []

    Passes
        dangers:
          - id: asleep
            statement: Priya is worried that Mia could be left on her own when Dean is drunk.
        map:
          working_well:
            strengths:
              - what: Dean reads to Mia.
                said_by: [ray]
            existing_safety:
              - what: On 11 June Dean rang Ray before he drank, and Ray stayed the night.
                danger: asleep
                who: [dean, ray]
                dates: [2025-06-11]
                said_by: [ray]
          needs_to_happen:
            next_steps: [{what: Ray and Dean meet Priya.}]
          worried:
            past_harm: [{none: true}]
            complicating: [{none: true}]

    Source
        Ask for the times when the danger was there and was managed (Missouri's practice guide). What came from a
        mother or child who could be made to pay for it stays out (Queensland's practice manual on worry
        statements).
    """
    case = look.case
    if not case.dangers or not look.english:
        return
    well = case.map.working_well if case.map else None
    safety = well.existing_safety if well else ()
    managed = {entry.danger for entry in safety}
    if "" in managed or None in managed or any(entry.none for entry in safety):
        return
    left = [
        danger for danger in case.dangers if danger.statement.strip() and (not danger.id or danger.id not in managed)
    ]
    if not left:
        return
    violence = Violence(look)
    path = ("map", "working_well", "existing_safety")
    for danger in left:
        if danger.withhold is None and not violence.may_be_about(danger.about, danger.statement):
            yield Found(
                danger.path,
                "No time is named when this danger was there and was managed.",
                "Ask for such times, and who did what. Add them under `existing_safety:` with `danger:`, `who:` and "
                "`dates:`, where writing them down puts nobody at risk.",
                also=(path,) if case.map else (("map",),),
            )
