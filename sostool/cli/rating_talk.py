"""The questions `rate` asks at a terminal: person by person, scale by scale, the safe end said first."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import TYPE_CHECKING, NamedTuple

from sostool.adding.likely_days import LONG_AGO, STILL_TO_COME, is_long_ago, is_still_to_come
from sostool.adding.ratings import (
    NO_HALVES,
    NOTHING_TO_CORRECT,
    days_of,
    rating,
    scales_of,
    to_know_before,
    who_may_rate,
    why_not,
)
from sostool.adding.understanding import understood
from sostool.case.model import Rating
from sostool.cli.asking import as_text, ask, ask_yes, by_number, offer
from sostool.cli.console import FOUND, shown, stop, todays_date, write
from sostool.cli.talking import ask_day, ask_person, put, talk
from sostool.yamlfile.kinds import Choice, Day

if TYPE_CHECKING:
    from collections.abc import Callable

    from sostool.adding.ratings import ScaleThere
    from sostool.case.model import Person
    from sostool.cli.changing import Changing
    from sostool.yamlfile.writing import Value

_GIVEN = {
    "alone": "alone, with nobody else there to hear",
    "form": "on a form of their own",
    "in-room": "in the room, in front of others",
    "by-advocate": "by their advocate",
}
_WOULD_NOT_SAY = frozenset(("n", "no", "would not say"))
_WIDTH = 90


class _Sitting(NamedTuple):
    """Whose numbers, from which day, and how they were given."""

    person: Person
    day: dt.date
    given: str


def talk_about_numbers(changing: Changing) -> int:
    """Ask for numbers, and give the exit code."""
    if not who_may_rate(changing.case):
        stop(FOUND, "Nobody who could give a number stands under `people` in this file. `sostool add` adds people.")
    return talk(changing, _ask_all)


def _ask_all(changing: Changing) -> None:
    more = False
    day = _day_to_offer(changing)
    while True:
        write(f"{chr(10) if more else ''}Whose numbers?\n")
        people = who_may_rate(changing.case)
        person = ask_person(f"Number, id or name (empty: {'nobody more' if more else 'nobody'})", people, changing.case)
        if person is None:
            return
        day = ask_day("On which day were they given?", _as_day(changing), _doubt(changing), day.isoformat())
        write("How were they given?\n")
        offer(list(_GIVEN.values()))
        given = ask("Number (empty: not known)", _as_given)
        for line in to_know_before(person, given, changing.case):
            write("\n".join(textwrap.wrap(line, _WIDTH, initial_indent="  ", subsequent_indent="  ")) + "\n")
        _ask_on_each_scale(changing, _Sitting(person, day, given))
        more = True


def _doubt(changing: Changing) -> Callable[[dt.date], str]:
    def doubt(day: dt.date) -> str:
        today = todays_date()
        if is_still_to_come("date", day, today):
            return STILL_TO_COME
        return LONG_AGO if is_long_ago(day, changing.case, today) else ""

    return doubt


def _day_to_offer(changing: Changing) -> dt.date:
    """Offer today, but no day after the meeting: numbers are given before it or at it."""
    today = todays_date()
    meeting = changing.case.meeting
    return min(today, meeting.date) if meeting is not None and meeting.date else today


def _ask_on_each_scale(changing: Changing, sitting: _Sitting) -> None:
    scales = scales_of(changing.case)
    for number in range(len(scales)):
        # What was added for one scale is in the file as it is read for the next.
        at = scales_of(changing.case)[number]
        write(f"\nScale {number + 1} of {len(scales)}: {_in_words(at)}\n")
        _show_ends(at, sitting.person)
        corrects = _ask_what_it_corrects(changing, at, sitting)
        if corrects is None and why_not(sitting.person.id, sitting.day, None, at.scale):
            continue
        _ask_number(changing, at, sitting, corrects)


def _in_words(at: ScaleThere) -> str:
    if at.danger is None:
        return "overall"
    first = " ".join(at.danger.statement.split())
    return shown(textwrap.shorten(first, _WIDTH, placeholder=" …") or at.danger.id)


def _show_ends(at: ScaleThere, person: Person) -> None:
    scale = at.scale
    if scale is None:
        return
    is_child = person.role == "child"
    ten = (scale.child_ten if is_child else "") or scale.ten
    zero = (scale.child_zero if is_child else "") or scale.zero
    for number, words in (("10", ten), (" 0", zero)):
        if words:
            lines = textwrap.wrap(shown(words), _WIDTH, initial_indent=f"  {number}: ", subsequent_indent="      ")
            write("\n".join(lines) + "\n")
    if scale.direction == "ten-is-danger":
        write("  On this scale 10 is the end that is not safe.\n")


def _ask_what_it_corrects(changing: Changing, at: ScaleThere, sitting: _Sitting) -> dt.date | None:
    """Where there is a number of that day already, ask whether it was written down wrongly."""
    if not why_not(sitting.person.id, sitting.day, None, at.scale):
        return None
    write("  There is a number of that day on this scale already, and a number is never changed.\n")
    if not ask_yes("  Was it written down wrongly, so that the right one is added beside it?"):
        return None
    if sitting.day not in days_of(sitting.person.id, at.scale):
        raise ValueError(NOTHING_TO_CORRECT)
    return sitting.day


def _ask_number(changing: Changing, at: ScaleThere, sitting: _Sitting, corrects: dt.date | None) -> None:
    name = shown(sitting.person.name or sitting.person.id)
    values: dict[str, Value | None] = dict.fromkeys(
        ("who", "date", "score", "would_not_say", "given", "reason", "one_higher", "corrects")
    )
    values.update(who=sitting.person.id, date=sitting.day, given=sitting.given, corrects=corrects)
    score = ask(f"{name}'s number, 0 to 10 (n: would not say; empty: was not asked)", _as_score(changing))
    if score == "":
        return
    values["would_not_say" if score is True else "score"] = score
    try:
        if score is not True:
            values["reason"] = ask("What makes it that number, in their words?", as_text)
            values["one_higher"] = ask("What would one higher look like, in their words?", as_text)
    finally:
        # Whoever stops here has still said the number.
        put(changing, lambda: changing.add(rating(at, list(values.items())), "a number"))


def _as_score(changing: Changing) -> Callable[[str], Value]:
    def score(typed: str) -> Value:
        if not typed:
            return ""
        if typed.lower() in _WOULD_NOT_SAY:
            return True
        number = understood(Rating.keys["score"].kind, [typed], changing.case)
        if isinstance(number, float) and not changing.profile().halves:
            raise ValueError(NO_HALVES)
        return number

    return score


def _as_day(changing: Changing) -> Callable[[str], dt.date]:
    def day(typed: str) -> dt.date:
        found = understood(Day(), [typed], changing.case)
        if not isinstance(found, dt.date):
            raise TypeError
        return found

    return day


def _as_given(typed: str) -> str:
    if not typed:
        return ""
    chosen = by_number(typed, list(_GIVEN))
    if chosen is not None:
        return chosen
    kind = Rating.keys["given"].kind
    if not isinstance(kind, Choice) or typed.lower().replace(" ", "-") not in kind.values:
        raise ValueError(f"A number from 1 to {len(_GIVEN)}, please.")
    return typed.lower().replace(" ", "-")
