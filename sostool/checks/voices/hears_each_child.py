"""VO101: each child is heard, or it is said why not."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Voice
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("VO101", "child-without-voice", "query")
def hears_each_child(look: Look) -> Iterator[Found]:
    """Each child is heard: when, how, and in their own words, or what people saw; or why not.

    What it checks
        Every child has an entry under `voices` with a `date`, `how` they were asked, and their own words or, for
        a baby, what was `observed`; or `not_asked:` with the reason.

    Why it matters
        The meeting is about the child, and the child is mostly not in the room. What they said, in their own
        words, is the one part nobody else can write for them.

    Fails
        people:
          mia: {name: Mia, role: child}

    Passes
        people:
          mia: {name: Mia, role: child}
        voices:
          - {who: mia, date: 2026-03-10, how: three-houses, worries: [I hide on the stairs.]}

    Source
        The child's view is a heading of every record (Guernsey's guidance on minutes); Western Australia's
        practice manual on children's tools.
    """
    for child in children_of_the_case(look.case):
        voices = [voice for voice in look.case.voices if voice.who == child.id]
        if not voices:
            yield Found(
                child.path,
                "This child's voice is not here.",
                "Add it under `voices:`, in the child's own words; or say why not with `not_asked:`.",
                also=(("voices",),),
            )
        elif not any(_is_heard(voice) for voice in voices):
            yield Found(
                voices[-1].path,
                "This voice has no date, no way of asking, or no words.",
                "Add `date:`, `how:` and the child's own words, or what was `observed:`.",
            )


def _is_heard(voice: Voice) -> bool:
    if voice.not_asked.strip():
        return True
    words = (*voice.worries, *voice.good_things, *voice.dreams, *voice.words, voice.observed)
    return bool(voice.date and voice.how.strip() and any(text.strip() for text in words))
