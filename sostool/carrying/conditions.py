"""What decides, item by item, whether something is carried over or looked at again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from sostool.case.model import Case, Rating, Voice
from sostool.case.quorum import CONFERENCES
from sostool.profile import Profile
from sostool.share.readers import has_own_copy
from sostool.yamlfile.parts import Part


class Between(NamedTuple):
    """The earlier case, its authority's profile, the day of its meeting, and the day of the next one."""

    case: Case
    profile: Profile
    earlier: dt.date
    day: dt.date


Condition: TypeAlias = Callable[[Between, Any], bool]


def says_something(between: Between, item: Any) -> bool:
    """What does not say that there is none: at the next meeting that is asked again."""
    return not item.none


def is_not_done(between: Between, item: Any) -> bool:
    """What is still to be done."""
    return item.done is None and not getattr(item, "none", None)


def is_open(between: Between, item: Any) -> bool:
    """What we do not know yet."""
    return item.answered is None and not item.answer.strip() and not item.none


def came_after_the_meeting(between: Between, item: Any) -> bool:
    """What has happened since the earlier meeting."""
    day = _day_of(item)
    return day is not None and day > between.earlier


def _day_of(item: Part) -> dt.date | None:
    day = getattr(item, "received", None) or getattr(item, "date", None)
    return day if isinstance(day, dt.date) else None


def day_has_come(between: Between, item: Any) -> bool:
    """What was planned for a day before the next meeting, or for that day."""
    return item.date is not None and item.date <= between.day


def review_has_come(between: Between, part: Any) -> bool:
    """What was to be looked at again by the next meeting."""
    return part.review_on is not None and part.review_on <= between.day


def goes_on(between: Between, item: Any) -> bool:
    """Who has not been said to have stopped working with the family."""
    return item.until is None


def was_born_by_now(between: Between, person: Any) -> bool:
    """A baby who was due before the next meeting, or on that day."""
    return person.due is not None and person.due <= between.day


def was_old_enough(between: Between, person: Any) -> bool:
    """A young person who had a copy of their own: whoever was too young then was not asked as they should be."""
    return has_own_copy(between.case, between.profile, person)


def asked_before_a_conference(between: Between, meeting: Any) -> bool:
    """What the first conference is counted from, as long as there was none."""
    return meeting.kind not in CONFERENCES and meeting.last_conference is None


def is_still_counted_from(between: Between, meeting: Any) -> bool:
    """The referral, as long as there was no conference; after it, while the assessment is not finished."""
    return asked_before_a_conference(between, meeting) or meeting.assessment_finished is None


def words_are_for_this_meeting(between: Between, voice: Any) -> bool:
    """What somebody said since the earlier meeting."""
    return came_after_the_meeting(between, voice)


def words_belong_to_their_day(between: Between, voice: Any) -> bool:
    """What somebody said before the earlier meeting, or on its day."""
    return not came_after_the_meeting(between, voice)


def words_or_number_still_count(between: Between, voice: Any) -> bool:
    """What somebody said since; and, without its words, what decides whom a child's number of the same day reaches."""
    return came_after_the_meeting(between, voice) or goes_with_a_number(between.case, voice)


def goes_with_a_number(case: Case, voice: Voice) -> bool:
    """Tell whether a child gave a number on the day of these words."""
    person = case.people.get(voice.who)
    if person is None or person.role != "child" or voice.date is None:
        return False
    return any(rating.who == voice.who and rating.date == voice.date for rating in _ratings(case))


def _ratings(case: Case) -> Iterator[Rating]:
    for scale in (case.scale, *(danger.scale for danger in case.dangers)):
        if scale is not None:
            yield from scale.ratings
