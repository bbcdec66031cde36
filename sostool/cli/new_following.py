"""`sostool new-case --follows`: the file of the next meeting, started from the one before it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sostool.cli.console import FOUND, OK, OUR_FAULT, STOPPED, WRONG_USE, as_day, complain, shown, stop

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sostool.carrying.following import Followed
    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.profile import Profile

T = TypeVar("T")
# What is counted at the end, in the order of the file: the key, one of it, and several.
_COUNTED = (
    ("people", "person", "people"),
    ("past_harm", "past harm", "past harms"),
    ("strengths", "strength", "strengths"),
    ("existing_safety", "time of existing safety", "times of existing safety"),
    ("grey_areas", "open grey area", "open grey areas"),
    ("dangers", "danger", "dangers"),
    ("ratings", "number", "numbers"),
    ("rules", "rule", "rules"),
    ("trajectory", "step of the trajectory", "steps of the trajectory"),
    ("next_steps", "open next step", "open next steps"),
)
_LEFT = (
    ("next_steps", "next step that is done", "next steps that are done"),
    ("grey_areas", "grey area that is answered", "grey areas that are answered"),
    ("trajectory", "step of the trajectory that is done", "steps of the trajectory that are done"),
    ("voices", "voice", "voices"),
    ("agency_reports", "report of another agency", "reports of other agencies"),
    ("words_for_child", "text with words for a child", "texts with words for a child"),
)


class Wanted(NamedTuple):
    """What was asked for: the earlier file, where the new one goes, its kind and day as they were typed."""

    follows: str
    path: str
    kind: str
    date: str
    may_ask: bool


def start_from(wanted: Wanted) -> int:
    """Start the file of the next meeting from an earlier one, and give the exit code."""
    from pathlib import Path  # noqa: PLC0415

    from sostool.caseload.check_file import profile_of  # noqa: PLC0415
    from sostool.cli.new_file import is_folder, put, target_of  # noqa: PLC0415
    from sostool.cli.version_control import note_on  # noqa: PLC0415

    earlier = Path(wanted.follows)
    name = shown(wanted.follows)
    _look_at_path(wanted, earlier)
    data, read, case = _earlier(wanted.follows, name)
    loaded = profile_of(read)
    if loaded.profile is None:
        stop(FOUND, f"{name}: its profile cannot be used: `sostool validate` says why.")
    if not is_folder(wanted.path):
        # Nobody should answer questions for a file that cannot be written.
        _stop_if_there(target_of(wanted.path, ""))
    kind, day = _kind_and_day(wanted, case)
    file_name = f"{case.reference}-{day.isoformat()}.yaml"
    target = target_of(str(earlier.parent) + os.sep if is_folder(wanted.path) else wanted.path, file_name)
    _stop_if_there(target)
    followed = _followed(name, data, read, loaded.profile, kind, day)
    _tell_of_others(earlier)
    put(target, followed.data, started="\n".join(_said(followed, case)))
    note = note_on(target.parent)
    if note:
        complain(note)
    return OK


def _look_at_path(wanted: Wanted, earlier: Path) -> None:
    """Stop where the new file could not name the earlier one: `follows` holds the name of a file in the same folder."""
    from sostool.caseload.find import STANDARD_INPUT  # noqa: PLC0415
    from sostool.cli.new_file import folder_of  # noqa: PLC0415
    from sostool.story.chain import is_a_name  # noqa: PLC0415

    if wanted.follows == STANDARD_INPUT:
        stop(WRONG_USE, "A new file cannot follow standard input: name the file of the earlier meeting.")
    if wanted.path and folder_of(wanted.path).resolve() != earlier.parent.resolve():
        stop(
            WRONG_USE,
            "The new file has to lie in the folder of the one that it follows, since it finds that by its name. "
            f"Leave PATH out, or put it there: {shown(str(earlier.parent))}",
        )
    if earlier.is_symlink() and earlier.resolve().parent != earlier.parent.resolve():
        stop(WRONG_USE, f"{shown(wanted.follows)} is a link to a file in another folder: name that file.")
    if earlier.name and not is_a_name(earlier.name):
        stop(
            WRONG_USE, "The name of the earlier file holds a sign that not every computer allows: give it another name."
        )


def _stop_if_there(target: Path) -> None:
    if os.path.lexists(target):
        stop(WRONG_USE, f"Not written: {target.name} is there already, and nothing is ever written over it.")


def _earlier(path: str, name: str) -> tuple[bytes, ReadCase, Case]:
    from sostool.case.read import read_case  # noqa: PLC0415
    from sostool.caseload.check_file import CannotReadError, bytes_of  # noqa: PLC0415

    try:
        data = bytes_of(path)
    except CannotReadError as error:
        stop(WRONG_USE, f"{name}: {error}.")
    read = read_case(data, path)
    if read.findings or read.case is None:
        first = read.findings[0]
        stop(
            FOUND,
            f"{name}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
            "Put this right first; nothing was written. `sostool validate` says how.",
        )
    return data, read, read.case


def _kind_and_day(wanted: Wanted, case: Case) -> tuple[str, dt.date]:
    """Give the kind and the day of the next meeting: as they were typed, as they were agreed, or as somebody says."""
    from sostool.carrying.meeting import date_after, kind_after  # noqa: PLC0415
    from sostool.cli.new_case import known_kind  # noqa: PLC0415
    from sostool.cli.questions import ask_for_day, ask_for_kind  # noqa: PLC0415

    kind = known_kind(wanted.kind) or kind_after(case)
    if not kind:
        if not wanted.may_ask:
            stop(WRONG_USE, "What kind of meeting is the next one? Add --kind, such as --kind review-conference.")
        kind = _asked(ask_for_kind)
    day = as_day(wanted.date, "--date") if wanted.date else date_after(case, kind)
    if day is None:
        if not wanted.may_ask:
            stop(WRONG_USE, "On which day is the next meeting? Add --date; none was agreed in the earlier file.")
        day = _asked(ask_for_day)
    if case.meeting is not None and case.meeting.date is not None and day <= case.meeting.date:
        from sostool.dates.why import day_in_words  # noqa: PLC0415

        stop(
            WRONG_USE,
            f"The next meeting has to be after the earlier one, and that was on {day_in_words(case.meeting.date)}.",
        )
    return kind, day


def _asked(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except EOFError:
        stop(STOPPED, "\nStopped. Nothing was written.")


def _followed(name: str, data: bytes, read: ReadCase, profile: Profile, kind: str, day: dt.date) -> Followed:
    from sostool.carrying.following import TooLargeError, follow  # noqa: PLC0415
    from sostool.carrying.meeting import NextMeeting  # noqa: PLC0415
    from sostool.carrying.proof import NotProvenError  # noqa: PLC0415
    from sostool.story.chain import own_name  # noqa: PLC0415

    try:
        return follow(data, read, profile, NextMeeting(kind, day, own_name(read)))
    except TooLargeError:
        stop(FOUND, f"{name}: with what is asked in it the new file would be larger than a case file may be.")
    except NotProvenError:
        stop(
            OUR_FAULT,
            f"{name}: the new file would not say the same, or would open what was closed, so nothing was written. This "
            "is a fault of sostool: please report it.",
        )


def _tell_of_others(earlier: Path) -> None:
    """Say which other file follows the same one already."""
    from sostool.caseload.neighbours import known_of  # noqa: PLC0415

    others = [
        file for file, follows in known_of(str(earlier.parent.absolute())).follows.items() if follows == earlier.name
    ]
    for other in others:
        complain(
            f"{shown(other)} follows {shown(earlier.name)} already, and now two files do. Perhaps the new one should "
            f"follow {shown(other)}."
        )


def _said(followed: Followed, case: Case) -> Iterator[str]:
    """Say what was carried over, what stays behind, and what has to be looked at again: numbers only."""
    from sostool.case.quorum import CONFERENCES  # noqa: PLC0415

    carried = _counts(followed.carried, _COUNTED)
    if followed.agreed:
        carried.append(
            _count(followed.agreed, "action of the plan as a next step", "actions of the plan as next steps")
        )
    yield _line("Carried over", carried)
    yield _line(
        "In the earlier file only", [*_counts(followed.left, _LEFT), *(["the outcome"] if case.outcome else [])]
    )
    if followed.not_agreed:
        actions = _count(followed.not_agreed, "action of the plan is", "actions of the plan are")
        yield f"{actions} not among the next steps, where more people would get them: write them there by hand."
    if case.outcome is None and case.meeting is not None and case.meeting.kind in CONFERENCES:
        yield "The earlier file has no outcome, so nothing of what was decided is here."
    places = _count(followed.questions, "place", "places")
    yield f'Look again at {places}: each has a line "# look again" above it. Delete that line when you have.'


def _line(start: str, parts: list[str]) -> str:
    return f"{start}: {', '.join(parts) if parts else 'nothing'}."


def _counts(numbers: dict[str, int], words: tuple[tuple[str, str, str], ...]) -> list[str]:
    return [_count(numbers[key], one, several) for key, one, several in words if numbers.get(key)]


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
