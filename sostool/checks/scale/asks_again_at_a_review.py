"""SC106: at a review, a number from each person who gave one before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from sostool.case.model import Case, Meeting, Person
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.ratings import latest_ratings
from sostool.checks.scale.scales import scales
from sostool.dates.counting import days_after

_WEEK = 7
_DATE_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


@check("SC106", "review-without-last-number", "query")
def asks_again_at_a_review(look: Look) -> Iterator[Found]:
    """At a review everyone who gave a number before is asked again.

    What it checks
        In the file of a review conference, each person with a number on a scale has one for this meeting, or would
        not say. A number is for this meeting if it was given after the last one, whose day stands in the file that
        `follows` names, or in that name; where it cannot be read, if it was given within the profile's
        `review_rating_weeks` before this meeting. The chair, and people whose `involvement` has ended, are not
        asked again.

    Why it matters
        What has moved since last time is what a review is for. If a mother's last number is from March, June's
        meeting hears only what others think has changed for her.

    Fails
        meeting: {kind: review-conference, date: 2026-06-09}
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: lisa, date: 2026-03-13, score: 4, reason: It is calmer., one_higher: He rings before he drinks.}
            - {who: priya, date: 2026-06-09, score: 5, reason: The card works., one_higher: A payday has gone well.}

    Passes
        meeting: {kind: review-conference, date: 2026-06-09}
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: lisa, date: 2026-03-13, score: 4, reason: It is calmer., one_higher: He rings before he drinks.}
            - {who: lisa, date: 2026-06-05, score: 6, given: alone, reason: He rang., one_higher: He says why.}
            - {who: priya, date: 2026-06-09, score: 5, reason: The card works., one_higher: A payday has gone well.}

    Source
        At a review each number is compared with last time (a set of quick guides to child protection conferences).
    """
    meeting = look.case.meeting
    if meeting is None or meeting.kind != "review-conference" or meeting.date is None:
        return
    since = _last_meeting(look, meeting) or days_after(
        meeting.date, -_WEEK * look.profile.limits.get("review_rating_weeks", 6)
    )
    for scale in scales(look.case):
        for rating in latest_ratings(scale):
            person = look.case.people.get(rating.who)
            if rating.date and rating.date <= since and person and _is_still_involved(person, look.case):
                yield Found(
                    rating.path,
                    "The last number of this person is from before this review.",
                    "Ask them again, on their own if that is easier, and add a new rating; the old one stays. If they "
                    "would not say, write would_not_say: true. If they have left, say `until` under `involvement`.",
                    also=(scale.at("ratings"), ("involvement",)),
                )


def _last_meeting(look: Look, meeting: Meeting) -> dt.date | None:
    before = look.chain.before
    if before is not None and before.case is not None and before.case.meeting is not None:
        return before.case.meeting.date
    for found in _DATE_IN_NAME.findall(meeting.follows):
        try:
            day = dt.date.fromisoformat(found)
        except ValueError:
            continue
        if meeting.date and day < meeting.date:
            return day
    return None


def _is_still_involved(person: Person, case: Case) -> bool:
    if person.role == "chair" or person.subject is False:
        return False
    times = [entry for entry in case.involvement if entry.who == person.id]
    return not times or any(entry.until is None for entry in times)
