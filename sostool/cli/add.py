"""`sostool add`: add a next step, somebody's own words, a person and more to a case file."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from sostool.cli.console import WRONG_USE, stop

_Typed: TypeAlias = list[str] | None


def add(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case file.")],
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[KIND]",
            help="What to add: step, done, voice, seen, rule, person, core-group, answer, strength, existing-safety, "
            "past-harm, complicating, grey-area, danger, shared. Without it, what is still empty is asked for.",
            show_default=False,
        ),
    ] = "",
    what: Annotated[
        _Typed,
        typer.Option(
            "--what", metavar="TEXT", help="What it is, what was done, or what was agreed.", show_default=False
        ),
    ] = None,
    who: Annotated[
        _Typed,
        typer.Option("--who", metavar="ID", help="Who does it, or whose words or reason it is.", show_default=False),
    ] = None,
    due: Annotated[
        _Typed,
        typer.Option(
            "--due", metavar="DATE", help="By when; for an unborn baby, the day the baby is due.", show_default=False
        ),
    ] = None,
    date: Annotated[_Typed, typer.Option("--date", metavar="DATE", help="When.", show_default=False)] = None,
    dates: Annotated[
        _Typed,
        typer.Option(
            "--dates", metavar="DATE", help="When, for existing safety; repeat for several.", show_default=False
        ),
    ] = None,
    danger: Annotated[
        _Typed, typer.Option("--danger", metavar="ID", help="Which danger it is about.", show_default=False)
    ] = None,
    children: Annotated[
        _Typed, typer.Option("--children", metavar="ID", help="Which children it is about.", show_default=False)
    ] = None,
    about: Annotated[
        _Typed, typer.Option("--about", metavar="ID", help="Which adult it is about.", show_default=False)
    ] = None,
    said_by: Annotated[
        _Typed, typer.Option("--said-by", metavar="WHO", help="Who told us.", show_default=False)
    ] = None,
    seen_by: Annotated[_Typed, typer.Option("--seen-by", metavar="WHO", help="Who saw it.", show_default=False)] = None,
    how_we_know: Annotated[
        _Typed,
        typer.Option(
            "--how-we-know",
            metavar="WORD",
            help="How we know: seen, told, recorded, alleged, opinion.",
            show_default=False,
        ),
    ] = None,
    how: Annotated[
        _Typed,
        typer.Option("--how", metavar="TEXT", help="How somebody was asked, or how it was shared.", show_default=False),
    ] = None,
    worries: Annotated[
        _Typed,
        typer.Option(
            "--worries",
            metavar="TEXT",
            help="What they worry about, word for word; repeat for several.",
            show_default=False,
        ),
    ] = None,
    good_things: Annotated[
        _Typed,
        typer.Option(
            "--good-things", metavar="TEXT", help="What is good, word for word; repeat for several.", show_default=False
        ),
    ] = None,
    dreams: Annotated[
        _Typed,
        typer.Option(
            "--dreams",
            metavar="TEXT",
            help="What they wish for, word for word; repeat for several.",
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        _Typed,
        typer.Option(
            "--words",
            metavar="TEXT",
            help="Anything else they said, word for word; repeat for several.",
            show_default=False,
        ),
    ] = None,
    observed: Annotated[
        _Typed, typer.Option("--observed", metavar="TEXT", help="For a baby: what people saw.", show_default=False)
    ] = None,
    not_asked: Annotated[
        _Typed, typer.Option("--not-asked", metavar="TEXT", help="Why they were not asked.", show_default=False)
    ] = None,
    written_by: Annotated[
        _Typed, typer.Option("--written-by", metavar="ID", help="Who wrote the words down.", show_default=False)
    ] = None,
    read_back: Annotated[
        _Typed,
        typer.Option("--read-back", metavar="YES", help="Whether they were read back: yes or no.", show_default=False),
    ] = None,
    may_share: Annotated[
        _Typed,
        typer.Option(
            "--may-share", metavar="ID", help="Who may have the words; repeat for several.", show_default=False
        ),
    ] = None,
    name: Annotated[
        _Typed, typer.Option("--name", metavar="NAME", help="The name, as the family says it.", show_default=False)
    ] = None,
    role: Annotated[
        _Typed,
        typer.Option(
            "--role", metavar="ROLE", help="What they are: child, parent, network, social-worker …", show_default=False
        ),
    ] = None,
    relation: Annotated[
        _Typed, typer.Option("--relation", metavar="TEXT", help="Who they are, in plain words.", show_default=False)
    ] = None,
    agency: Annotated[
        _Typed, typer.Option("--agency", metavar="TEXT", help="Where a practitioner works.", show_default=False)
    ] = None,
    born: Annotated[_Typed, typer.Option("--born", metavar="DATE", help="Date of birth.", show_default=False)] = None,
    parent_of: Annotated[
        _Typed,
        typer.Option("--parent-of", metavar="ID", help="Which children they are mum or dad of.", show_default=False),
    ] = None,
    lives_with: Annotated[
        _Typed, typer.Option("--lives-with", metavar="ID", help="Who they live with.", show_default=False)
    ] = None,
    with_person: Annotated[
        _Typed,
        typer.Option(
            "--with-person",
            metavar="ID",
            help="Whom a supporter, advocate or interpreter is there for.",
            show_default=False,
        ),
    ] = None,
    attended: Annotated[
        _Typed, typer.Option("--attended", metavar="ID", help="Who came; repeat for several.", show_default=False)
    ] = None,
    check: Annotated[
        _Typed,
        typer.Option(
            "--check",
            metavar="CODE",
            help="The code of the check that is answered; of a rule, who looks whether it is kept.",
            show_default=False,
        ),
    ] = None,
    at: Annotated[
        _Typed, typer.Option("--at", metavar="PATH", help="Where, as validate shows it.", show_default=False)
    ] = None,
    reason: Annotated[_Typed, typer.Option("--reason", metavar="TEXT", help="The reason.", show_default=False)] = None,
    until: Annotated[
        _Typed, typer.Option("--until", metavar="DATE", help="Until when an answer holds.", show_default=False)
    ] = None,
    id_: Annotated[
        _Typed, typer.Option("--id", metavar="ID", help="A short id of its own.", show_default=False)
    ] = None,
    statement: Annotated[
        _Typed, typer.Option("--statement", metavar="TEXT", help="The danger statement.", show_default=False)
    ] = None,
    worried: Annotated[
        _Typed, typer.Option("--worried", metavar="ID", help="Who is worried.", show_default=False)
    ] = None,
    document: Annotated[
        _Typed, typer.Option("--document", metavar="KIND", help="Which document was shared.", show_default=False)
    ] = None,
    with_: Annotated[
        _Typed, typer.Option("--with", metavar="ID", help="With whom it was shared.", show_default=False)
    ] = None,
    done: Annotated[
        _Typed, typer.Option("--done", metavar="DATE", help="When a step was done.", show_default=False)
    ] = None,
    result: Annotated[
        _Typed, typer.Option("--result", metavar="TEXT", help="What came of a step.", show_default=False)
    ] = None,
    alone: Annotated[
        _Typed, typer.Option("--alone", metavar="YES", help="Whether a child was seen alone.", show_default=False)
    ] = None,
    when: Annotated[
        _Typed, typer.Option("--when", metavar="TEXT", help="When a rule is used.", show_default=False)
    ] = None,
    meets: Annotated[
        _Typed, typer.Option("--meets", metavar="ID", help="Which bottom lines a rule meets.", show_default=False)
    ] = None,
    if_not: Annotated[
        _Typed, typer.Option("--if-not", metavar="TEXT", help="What happens if a rule fails.", show_default=False)
    ] = None,
    review_on: Annotated[
        _Typed, typer.Option("--review-on", metavar="DATE", help="When a rule is looked at again.", show_default=False)
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Only show what would be added; write nothing.")] = False,
) -> int:
    """Add something to a case file; every other byte of it stays as it is.

    At a terminal it asks; with options it asks nothing but whether to write. Without KIND it goes through what is still
    empty in a file, in the order of `new-case`. Ids of several people stand with commas between them.
    """
    options = {key.rstrip("_"): typed for key, typed in locals().items() if isinstance(typed, list) and typed}
    from sostool.adding.things import THINGS  # noqa: PLC0415
    from sostool.cli.adding_options import add_by_options, in_options, stop_if_not_enough, thing_called  # noqa: PLC0415
    from sostool.cli.asking import ask_yes, can_ask  # noqa: PLC0415
    from sostool.cli.changing import Changing  # noqa: PLC0415

    if not kind:
        if options:
            stop(WRONG_USE, f"What is to be added? Say one of: {', '.join(THINGS)}.")
        if not can_ask():
            stop(WRONG_USE, f"Without a terminal say what is to be added: {', '.join(THINGS)}.")
        from sostool.cli.continuing_talk import talk_about_gaps  # noqa: PLC0415

        return talk_about_gaps(Changing(case, yes=yes, diff=diff))
    thing = thing_called(kind)
    if not options:
        if not can_ask():
            stop(WRONG_USE, f"Without a terminal {thing.words} needs {in_options(thing.needed)}.")
        from sostool.cli.adding_talk import talk_about  # noqa: PLC0415

        return talk_about(Changing(case, yes=yes, diff=diff), thing)
    stop_if_not_enough(thing, options)
    if not (yes or diff or can_ask()):
        stop(WRONG_USE, "Nothing was written: add --yes, or use a terminal.")
    changing = Changing(case, yes=yes, diff=diff)
    add_by_options(changing, thing, options)
    return changing.finish(ask=ask_yes if can_ask() else None)
