"""SC109: numbers that were given after the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.scales import scales


@check("SC109", "number-after-meeting", "query")
def numbers_were_given_by_the_meeting(look: Look) -> Iterator[Found]:
    """Each number was given by the day of the meeting.

    What it checks
        No rating is dated after the meeting. A rating that corrects an earlier one (`corrects:`) may be, because a
        mistake is often seen only when people read what was written down. And one that was put right since, with the
        day as it should have been, stays as it was written.

    Why it matters
        The meeting decided on what people said by that day. A number that came later looks as if everybody had
        known it, and next time nobody can tell what has moved since.

    Fails
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: lisa, date: 2026-04-13, score: 4, reason: It is calmer., one_higher: He rings Ray first.}

    Passes
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: lisa, date: 2026-03-13, score: 4, reason: It is calmer., one_higher: He rings Ray first.}

    Source
        People give their numbers in the conference or before it, so that they do not follow what others say
        (Norfolk's guidance on the safety scale in conferences).
    """
    meeting = look.case.meeting.date if look.case.meeting else None
    if meeting is None:
        return
    for scale in scales(look.case):
        put_right = {(one.who, one.corrects) for one in scale.ratings if one.date and one.date <= meeting}
        for rating in scale.ratings:
            if rating.date is None or rating.date <= meeting or (rating.who, rating.date) in put_right:
                continue
            if rating.corrects is None or rating.corrects > meeting:
                yield Found(
                    rating.at("date"),
                    "This number was given after the meeting.",
                    "Look at both dates. A number given later goes into the next meeting's file.",
                )
