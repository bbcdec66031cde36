"""`sostool rate`: add people's numbers to the scales of a case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sostool.cli.console import WRONG_USE, as_day, complain, stop, todays_date

if TYPE_CHECKING:
    import datetime as dt

    from sostool.adding.ratings import ScaleThere
    from sostool.adding.understanding import NotUnderstoodError
    from sostool.cli.changing import Changing
    from sostool.yamlfile.writing import Value


def rate(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case file.")],
    who: Annotated[str, typer.Option("--who", metavar="ID", help="Whose number it is.", show_default=False)] = "",
    danger: Annotated[
        str, typer.Option("--danger", metavar="ID", help="On the scale of which danger.", show_default=False)
    ] = "",
    overall: Annotated[bool, typer.Option("--overall", help="On the scale over everything.")] = False,
    score: Annotated[str, typer.Option("--score", metavar="0-10", help="The number.", show_default=False)] = "",
    would_not_say: Annotated[
        bool, typer.Option("--would-not-say", help="They were asked and did not want to give a number.")
    ] = False,
    date: Annotated[
        str, typer.Option("--date", metavar="DATE", help="The day on which it was given.", show_default=False)
    ] = "",
    given: Annotated[
        str,
        typer.Option("--given", metavar="HOW", help="How: alone, form, in-room or by-advocate.", show_default=False),
    ] = "",
    reason: Annotated[
        str,
        typer.Option("--reason", metavar="TEXT", help="What makes it that number, in their words.", show_default=False),
    ] = "",
    one_higher: Annotated[
        str,
        typer.Option(
            "--one-higher", metavar="TEXT", help="What one higher would look like, in their words.", show_default=False
        ),
    ] = "",
    corrects: Annotated[
        str,
        typer.Option(
            "--corrects",
            metavar="DATE",
            help="The day of a number of theirs that was written down wrongly.",
            show_default=False,
        ),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Only show what would be added; write nothing.")] = False,
) -> int:
    """Add people's numbers to the scales of a case file.

    At a terminal it asks: who, how it was given, and a number with its reason on each scale. With options it asks
    nothing but whether to write. A number is never changed or taken out, and every other byte of the file stays as it
    is.
    """
    from sostool.cli.asking import ask_yes, can_ask  # noqa: PLC0415
    from sostool.cli.changing import Changing  # noqa: PLC0415

    options = {"date": date, "score": score, "given": given, "reason": reason, "one_higher": one_higher}
    has_options = bool(who or danger or overall or would_not_say or corrects or any(options.values()))
    if not has_options:
        if not can_ask():
            stop(WRONG_USE, "Whose number, on which scale? Add --who, --danger (or --overall), --score and --date.")
        from sostool.cli.rating_talk import talk_about_numbers  # noqa: PLC0415

        return talk_about_numbers(Changing(case, yes=yes, diff=diff))
    _stop_if_not_enough(who, danger, date or corrects, score, overall=overall, would_not_say=would_not_say)
    if not (yes or diff or can_ask()):
        stop(WRONG_USE, "Nothing was written: add --yes, or use a terminal.")
    changing = Changing(case, yes=yes, diff=diff)
    if would_not_say:
        options["would_not_say"] = "yes"
    _add(changing, who, _scale_called(changing, danger, overall=overall), options, corrects)
    return changing.finish(ask=ask_yes if can_ask() else None)


def _stop_if_not_enough(who: str, danger: str, day: str, score: str, *, overall: bool, would_not_say: bool) -> None:
    if not who:
        stop(WRONG_USE, "Whose number is it? Add --who and the person's id.")
    if bool(danger) == overall:
        stop(WRONG_USE, "On which scale? Add --danger and its id, or --overall, and not both.")
    if bool(score) == would_not_say:
        stop(WRONG_USE, "Which number? Add --score, or --would-not-say, and not both.")
    if not day:
        stop(WRONG_USE, "On which day was it given? Add --date, as in --date 2026-03-17.")


def _scale_called(changing: Changing, danger: str, *, overall: bool) -> ScaleThere:
    from sostool.adding.ratings import ScaleThere, scales_of  # noqa: PLC0415
    from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

    case = changing.case
    if overall:
        return ScaleThere(("scale", "ratings"), None, case.scale)
    ids = {one.danger.id: one for one in scales_of(case) if one.danger is not None and one.danger.id}
    if danger not in ids:
        near = nearest(danger, ids)
        meant = f" Did you mean --danger {near}?" if near and not changing.private else ""
        stop(WRONG_USE, f"--danger: none of the dangers in this file has this id.{meant}")
    return ids[danger]


def _add(changing: Changing, who: str, at: ScaleThere, options: dict[str, str], corrects: str) -> None:
    from sostool.adding.ratings import (  # noqa: PLC0415
        NO_NUMBER_OF_THEIR_OWN,
        OTHERS_ARE_WITHHELD,
        rating,
        to_know_before,
        who_may_rate,
        why_not,
    )
    from sostool.adding.understanding import NotUnderstoodError, understood  # noqa: PLC0415
    from sostool.case.model import Rating  # noqa: PLC0415

    case = changing.case
    values: dict[str, Value] = {}
    for key, typed in {"who": who, **options}.items():
        if typed and key != "date":
            try:
                values[key] = understood(Rating.keys[key].kind, [typed], case)
            except NotUnderstoodError as error:
                stop(WRONG_USE, wrong_option(key, error, private=changing.private))
    _look_at_halves(changing, values.get("score"))
    day, corrected = _days(options["date"], corrects)
    if str(values["who"]) not in {person.id for person in who_may_rate(case)}:
        stop(WRONG_USE, f"--who: {NO_NUMBER_OF_THEIR_OWN}")
    reason = why_not(str(values["who"]), day, corrected, at.scale)
    if reason:
        stop(WRONG_USE, reason)
    for line in to_know_before(case.people[str(values["who"])], str(values.get("given", "")), case):
        # In a log the others would tell something of the file.
        if not changing.private or line == OTHERS_ARE_WITHHELD:
            complain(line)
    pairs = [
        ("who", values["who"]),
        ("date", day),
        *((key, values.get(key)) for key in ("score", "would_not_say", "given", "reason", "one_higher")),
        ("corrects", corrected),
    ]
    try:
        changing.add(rating(at, pairs), "a number")
    except ValueError as error:
        stop(WRONG_USE, f"{changing.name}: {error}")


def _days(date: str, corrects: str) -> tuple[dt.date, dt.date | None]:
    """Give the day of a number, and that of the one which it corrects."""
    corrected = as_day(corrects, "--corrects") if corrects else None
    # What was written down wrongly belongs to the same day, unless another is said.
    day = as_day(date, "--date") if date else corrected
    if day is None:
        raise TypeError
    if date:
        stop_if_to_come("date", day)
    return day, corrected


def _look_at_halves(changing: Changing, score: Value | None) -> None:
    if isinstance(score, float) and not changing.profile().halves:
        from sostool.adding.ratings import NO_HALVES  # noqa: PLC0415

        stop(WRONG_USE, f"--score: {NO_HALVES}")


def stop_if_to_come(key: str, value: Value) -> None:
    """Stop where a day that was given with an option lies after today, and tells of what has happened."""
    from sostool.adding.likely_days import STILL_TO_COME, is_still_to_come  # noqa: PLC0415

    if is_still_to_come(key, value, todays_date()):
        stop(WRONG_USE, f"--{key.replace('_', '-')}: {STILL_TO_COME} Look at the day and the year.")


def wrong_option(key: str, error: NotUnderstoodError, *, private: bool) -> str:
    """Say what is wrong with what was typed for an option; what was perhaps meant only where a person looks."""
    meant = f" Did you mean {error.near}?" if error.near and not private else ""
    return f"--{key.replace('_', '-')}: {error}{meant}"
