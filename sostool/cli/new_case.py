"""`sostool new-case`: start a case file, by questions at a terminal or by options in a script."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from sostool.cli.console import OK, STOPPED, WRONG_USE, as_day, at_terminal, complain, stop, todays_date
from sostool.cli.new_file import folder_of, is_folder, put, reference_from, target_of

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sostool.case.new import NewCase, NewPerson

_Person = "NAME[, who they are]"


def new_case(
    path: Annotated[
        str,
        typer.Argument(
            metavar="[PATH]",
            help="The new file, or a folder for it. Default: REFERENCE-DATE.yaml here.",
            show_default=False,
        ),
    ] = "",
    reference: Annotated[
        str,
        typer.Option(
            "--reference",
            metavar="REFERENCE",
            help="The authority's own number for the family. Never a name.",
            show_default=False,
        ),
    ] = "",
    profile: Annotated[
        str,
        typer.Option(
            "--profile",
            metavar="NAME",
            help="Whose words and limits to use; `sostool profiles` lists them.",
            show_default=False,
        ),
    ] = "",
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="KIND", help="The kind of meeting, such as initial-conference.", show_default=False
        ),
    ] = "",
    date: Annotated[
        str, typer.Option("--date", metavar="DATE", help="The day of the meeting. Default: today.", show_default=False)
    ] = "",
    child: Annotated[
        list[str] | None,
        typer.Option(
            "--child",
            metavar="NAME[:BORN]",
            help="A child, with date of birth or, for the unborn, the day the baby is due. Repeat for each.",
            show_default=False,
        ),
    ] = None,
    parent: Annotated[
        list[str] | None,
        typer.Option("--parent", metavar=_Person, help="A parent. Repeat for each.", show_default=False),
    ] = None,
    network: Annotated[
        list[str] | None,
        typer.Option(
            "--network", metavar=_Person, help="Family or a friend who helps. Repeat for each.", show_default=False
        ),
    ] = None,
    practitioner: Annotated[
        list[str] | None,
        typer.Option(
            "--practitioner",
            metavar=_Person,
            help="A practitioner; the first one is the social worker who writes the file. Repeat for each.",
            show_default=False,
        ),
    ] = None,
    worry: Annotated[
        str, typer.Option("--worry", metavar="TEXT", help="The first worry, in plain words.", show_default=False)
    ] = "",
    example: Annotated[
        str, typer.Option("--example", metavar="NAME", help="Copy a made-up family instead.", show_default=False)
    ] = "",
    follows: Annotated[
        str,
        typer.Option(
            "--follows",
            metavar="FILE",
            help="Start from the file of the meeting before: carry over what still holds, and ask about the rest.",
            show_default=False,
        ),
    ] = "",
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
) -> int:
    """Start a case file for a family and a meeting.

    At a terminal it asks, question by question; an empty answer leaves a thing out, and Ctrl-C keeps what is
    known so far. With options it asks nothing. It never writes over a file.
    """
    if follows:
        if reference or profile or child or parent or network or practitioner or worry or example:
            stop(
                WRONG_USE,
                "--follows takes the family from the earlier file: beside it only PATH, --kind, --date and --no-input "
                "are needed. Add new people and worries in the new file.",
            )
        from sostool.cli.new_following import Wanted, start_from  # noqa: PLC0415

        return start_from(Wanted(follows, path, kind, date, _can_ask() and not no_input))
    given = bool(reference or profile or kind or date or child or parent or network or practitioner or worry)
    if example:
        if given:
            stop(WRONG_USE, "--example copies a family as it is: leave the other options out.")
        return _copy_example(example, path)
    if given or no_input or not _can_ask():
        new = _from_options(path, reference, profile, kind, date, child, _others(parent, network, practitioner), worry)
        return _start(new, path)
    return _ask_and_start(path)


def _start(new: NewCase, path: str) -> int:
    from sostool.case.new import new_case_text  # noqa: PLC0415

    target = target_of(path, new.file_name)
    put(target, new_case_text(new).encode())
    _note_on(target)
    return OK


def _ask_and_start(path: str) -> int:
    from sostool.case.new import new_case_text  # noqa: PLC0415
    from sostool.cli.questions import ask_for_case  # noqa: PLC0415

    def stop_if_there(file_name: str) -> None:
        target = target_of(path, file_name)
        if os.path.lexists(target):
            stop(WRONG_USE, f"Not written: {target.name} is there already, and nothing is ever written over it.")

    if not is_folder(path):
        stop_if_there("")
    new, stopped = ask_for_case(reference_from(path), folder_of(path), stop_if_there)
    if new is None:
        stop(STOPPED, "Stopped. Nothing was known yet, so nothing was written.")
    target = target_of(path, new.file_name)
    put(target, new_case_text(new).encode(), keep=True)
    _note_on(target)
    if stopped:
        stop(STOPPED, "")
    return OK


def _note_on(target: Path) -> None:
    """Say what version control means for the file, where its history is copied to other machines."""
    from sostool.cli.version_control import note_on  # noqa: PLC0415

    note = note_on(target.parent)
    if note:
        complain(note)


def _can_ask() -> bool:
    import sys  # noqa: PLC0415

    return at_terminal() and sys.stdin is not None and sys.stdin.isatty()


def _from_options(
    path: str,
    reference: str,
    profile: str,
    kind: str,
    date: str,
    children: list[str] | None,
    others: list[NewPerson],
    worry: str,
) -> NewCase:
    from sostool.case.model import Case  # noqa: PLC0415
    from sostool.case.new import NewCase  # noqa: PLC0415
    from sostool.cli.asking import has_letters  # noqa: PLC0415
    from sostool.cli.profiles import loaded  # noqa: PLC0415
    from sostool.profile.profile import DEFAULT  # noqa: PLC0415
    from sostool.settings import settings_above  # noqa: PLC0415

    reference = reference or reference_from(path)
    if not reference:
        stop(WRONG_USE, "Which family is this for? Add --reference EX-0042 (the authority's own number, never a name).")
    if not Case.keys["reference"].kind.pattern.match(reference):  # type: ignore[attr-defined]
        stop(WRONG_USE, "A reference has up to 40 letters, digits, dots, hyphens and underscores, as in EX-0042.")
    kind = known_kind(kind)
    _look_through("--worry", worry)
    profile = profile or settings_above(str(folder_of(path))).settings.profile or DEFAULT
    loaded(profile, folder_of(path))
    today = todays_date()
    meeting = as_day(date, "--date") if date else today
    people = [*(_child(child, meeting, today) for child in children or ()), *others]
    for person in people:
        if not has_letters(person.name):
            stop(WRONG_USE, "A person needs a name, first of all: --child 'Mia: 2019-06-02', --parent 'Lisa, Mum'.")
        _look_through("A name", person.name + person.relation)
    return NewCase(reference, profile, kind or "mapping", meeting, tuple(people), worry)


def known_kind(kind: str) -> str:
    """Give the kind of meeting that was typed, "" for none; stop where there is no such kind."""
    from sostool.case.model.meeting import KINDS  # noqa: PLC0415
    from sostool.yamlfile.reading import nearest  # noqa: PLC0415

    if kind and kind not in KINDS:
        near = nearest(kind, KINDS)
        stop(
            WRONG_USE,
            f"There is no kind of meeting {kind}."
            + (f" Did you mean {near}?" if near else " There are: " + ", ".join(KINDS) + "."),
        )
    return kind


def _others(parents: list[str] | None, network: list[str] | None, practitioners: list[str] | None) -> list[NewPerson]:
    people = [_somebody(text, "parent") for text in parents or ()]
    people += [_somebody(text, "network") for text in network or ()]
    people += [
        _somebody(text, "practitioner" if index else "social-worker") for index, text in enumerate(practitioners or ())
    ]
    return people


def _child(text: str, meeting: dt.date, today: dt.date) -> NewPerson:
    from sostool.case.new import new_child  # noqa: PLC0415

    name, colon, day = text.rpartition(":")
    if colon and any(letter.isdigit() for letter in day):
        return new_child(name.strip(), as_day(day, "--child"), meeting, today)
    # A colon that no day follows belongs to the name.
    return new_child(text.strip().removesuffix(":").rstrip(), None, meeting, today)


def _somebody(text: str, role: str) -> NewPerson:
    from sostool.case.new import NewPerson  # noqa: PLC0415

    name, _, relation = text.partition(",")
    return NewPerson(name.strip(), role, relation.strip())


def _look_through(what: str, text: str) -> None:
    """Stop where a text holds a character that no case file may hold."""
    from sostool.yamlfile.source import unwanted_characters  # noqa: PLC0415

    for trouble in unwanted_characters(text):
        stop(WRONG_USE, f"{what} cannot be written down. {trouble.message}")


def _copy_example(name: str, path: str) -> int:
    from sostool.resources import resource_root  # noqa: PLC0415
    from sostool.yamlfile.reading import nearest  # noqa: PLC0415

    root = resource_root("examples")
    names = sorted(file.name.removesuffix(".yaml") for file in root.iterdir() if file.name.endswith(".yaml"))
    if name not in names:
        near = nearest(name, names)
        stop(
            WRONG_USE,
            f"There is no example {name}."
            + (f" Did you mean {near}?" if near else " There are: " + ", ".join(names) + "."),
        )
    put(target_of(path, f"{name}.yaml"), (root / f"{name}.yaml").read_bytes())
    return OK
