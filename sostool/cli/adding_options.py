"""One thing added to a case file as the options of `sostool add` say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.cli.console import WRONG_USE, complain, shown, stop, todays_date

if TYPE_CHECKING:
    from sostool.adding.things import Thing
    from sostool.cli.changing import Changing
    from sostool.yamlfile.writing import Value


def thing_called(kind: str) -> Thing:
    """Give the kind of thing that was named, or stop."""
    from sostool.adding.things import THINGS  # noqa: PLC0415
    from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

    # Whoever types the key of the list means one entry of it.
    named = kind.lower().replace("_", "-")
    by_key = {str(thing.path[-1]).replace("_", "-"): thing for thing in THINGS.values() if not thing.which}
    thing = THINGS.get(named) or by_key.get(named)
    if thing is None:
        near = nearest(kind, THINGS)
        meant = f" Did you mean {near}?" if near else ""
        stop(WRONG_USE, f"There is nothing called {shown(kind)} to add.{meant} There are: {', '.join(THINGS)}.")
    return thing


def in_options(keys: tuple[str, ...] | list[str]) -> str:
    """Write keys as the options that give them."""
    return " and ".join(f"--{key.replace('_', '-')}" for key in keys)


def stop_if_not_enough(thing: Thing, options: dict[str, list[str]]) -> None:
    """Stop where an option is of no use for a kind of thing, or one is missing."""
    strange = [key for key in options if key not in thing.part.keys and key != thing.which]
    if strange:
        stop(WRONG_USE, f"There is no {in_options(strange[:1])} for {thing.words}.")
    missing = [key for key in thing.needed if key not in options and key != "id"]
    if missing:
        stop(WRONG_USE, f"For {thing.words} add {in_options(missing)}.")


def add_by_options(changing: Changing, thing: Thing, options: dict[str, list[str]]) -> None:
    """Add one thing as its options say.

    Raises:
        Stop: it cannot be added; the line says why.
    """
    from sostool.adding.entries import add_entry, notes_on  # noqa: PLC0415
    from sostool.adding.understanding import NotUnderstoodError, understood  # noqa: PLC0415
    from sostool.cli.rate import stop_if_to_come, wrong_option  # noqa: PLC0415
    from sostool.yamlfile.kinds import Day  # noqa: PLC0415

    values: dict[str, Value] = {}
    for key in (*([] if thing.which in thing.part.keys else [thing.which]), *thing.part.keys):
        if key in options:
            kind = thing.kind_of(key)
            try:
                values[key] = understood(kind, options[key], changing.case)
            except NotUnderstoodError as error:
                stop(WRONG_USE, wrong_option(key, error, private=changing.private))
            if isinstance(kind.each, Day):
                stop_if_to_come(key, values[key])
    notes = notes_on(thing, values, changing.case)
    try:
        for addition in add_entry(thing, values, changing.case):
            changing.add(addition, thing.words)
    except ValueError as error:
        stop(WRONG_USE, f"{changing.name}: {error}")
    for note in notes:
        complain(note)
    if thing.name == "answer":
        _look_whether_it_closes(changing)


def _look_whether_it_closes(changing: Changing) -> None:
    from sostool.checks.run import Wanted, ask_checks  # noqa: PLC0415

    code, path = str(changing.case.answers[-1].check), changing.case.answers[-1].path
    wanted = Wanted((code, "AN101"))
    asked = ask_checks(changing.read, changing.profile(), todays_date(), wanted).findings
    if any(one.code == "AN101" and one.path == path for one in asked):
        complain("This answer closes nothing: no query of this code is open at this path.")
