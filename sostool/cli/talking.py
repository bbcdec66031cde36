"""A talk at a terminal in which a case file is added to: stopped at any question, what is complete is kept."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from sostool.cli.asking import ask, ask_yes, by_number, offer
from sostool.cli.console import STOPPED, WRONG_USE, stop, write

if TYPE_CHECKING:
    from sostool.case.model import Case, Person
    from sostool.cli.changing import Changing

T = TypeVar("T")
INTRODUCTION = "An empty answer leaves a thing out. Ctrl-C stops and keeps what is complete.\n\n"


def talk(changing: Changing, ask_all: Callable[[Changing], None]) -> int:
    """Ask what is to be added, write it, and give the exit code.

    Args:
        changing: the file.
        ask_all: asks, and adds whatever is complete.

    Raises:
        Stop: the person stopped half-way; what was complete is written.
    """
    if changing.private:
        stop(
            WRONG_USE,
            "The file's text is kept off the screen here (CI, or the team's settings), so nothing is asked: "
            "use options. `--help` lists them.",
        )
    write(INTRODUCTION)
    if hasattr(signal, "SIGHUP"):
        # Whoever closes the window stops too.
        signal.signal(signal.SIGHUP, signal.default_int_handler)
    try:
        ask_all(changing)
    except (KeyboardInterrupt, EOFError):
        # A second Ctrl-C must not lose what the first one keeps; and nobody may be there any more to read a word.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        changing.keep(kept=True)
        write("\n\nStopped here.\n")
        changing.tell()
        stop(STOPPED, "")
    except Exception:
        raise
    except BaseException:
        # The computer asked the program to end.
        changing.keep(kept=False)
        raise
    write("\n")
    return changing.finish(ask=_ask_to_write, kept=True)


def _ask_to_write(question: str) -> bool:
    try:
        return ask_yes(question)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        write("\n")
        return False


def put(changing: Changing, add: Callable[[], object]) -> bool:
    """Add something, or say why that cannot be.

    Returns:
        Whether it was added.
    """
    try:
        add()
    except ValueError as error:
        write(f"  {changing.name}: {error}\n")
        return False
    return True


def ask_day(question: str, understand: Callable[[str], T], doubt: Callable[[T], str], offered: str = "") -> T:
    """Ask for a day; where it is not a likely one, ask whether another was meant.

    Args:
        question: the question.
        understand: makes the day of what was typed.
        doubt: says why a day is not likely; "" if it is.
        offered: what an empty answer stands for.
    """
    while True:
        day = ask(question, understand, offered)
        why = doubt(day)
        if not why or not ask_yes(f"  {why} Was another one meant?"):
            return day


def in_words(person: Person) -> str:
    """Name somebody with what they are here."""
    more = person.relation or person.role.replace("-", " ")
    return f"{person.name or person.id}{f' ({more})' if more else ''}"


def ask_person(question: str, people: list[Person], case: Case) -> Person | None:
    """Ask for one of some people, by number, id or name; None where nothing is answered."""
    from sostool.adding.understanding import NotUnderstoodError, understood  # noqa: PLC0415
    from sostool.yamlfile.kinds import To  # noqa: PLC0415

    def person(typed: str) -> Person | None:
        if not typed:
            return None
        chosen = by_number(typed, people)
        if chosen is not None:
            return chosen
        try:
            found = case.people[str(understood(To("person"), [typed], case))]
        except NotUnderstoodError as error:
            raise ValueError(f"{error}{f' Did you mean {error.near}?' if error.near else ''}") from None
        if found not in people:
            raise ValueError("One of these people, please.")
        return found

    offer([in_words(one) for one in people])
    return ask(question, person)
