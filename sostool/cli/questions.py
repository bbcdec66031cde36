"""The questions `new-case` asks at a terminal, in a practitioner's words."""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Callable
from pathlib import Path

from sostool.adding.likely_days import doubt_about_child
from sostool.case.model import Case
from sostool.case.new import NewCase, NewPerson, new_child
from sostool.cli.asking import as_name, as_text, ask
from sostool.cli.console import todays_date, write
from sostool.cli.talking import ask_day
from sostool.profile.load import load_profile, profile_names
from sostool.profile.profile import DEFAULT
from sostool.settings import settings_above
from sostool.yamlfile.kinds import english_date
from sostool.yamlfile.reading import nearest

_KINDS = {
    "initial-conference": "initial child protection conference",
    "review-conference": "review conference",
    "pre-birth-conference": "conference before a baby is born",
    "transfer-conference": "conference after a move from another authority",
    "core-group": "core group",
    "family-network": "family network meeting",
    "strategy": "strategy discussion",
    "mapping": "mapping with the family, no formal meeting",
    "early-help": "early help",
}


class _Answers:
    """What has been answered so far."""

    def __init__(self, profile: str) -> None:
        self.reference = ""
        self.profile = profile
        self.kind = "mapping"
        self.today = self.date = todays_date()
        self.people: list[NewPerson] = []
        self.worry = ""

    def as_case(self) -> NewCase:
        return NewCase(self.reference, self.profile, self.kind, self.date, tuple(self.people), self.worry)


def ask_for_case(reference: str, folder: Path, stop_if_there: Callable[[str], None]) -> tuple[NewCase | None, bool]:
    """Ask for a new case, question by question.

    Args:
        reference: a reference to offer, or "".
        folder: where the file will lie; an authority's own profiles may lie there.
        stop_if_there: ends the command where a file of this name is there already, before more is asked.

    Returns:
        What is known (None if not even the reference is), and whether the person stopped half-way.
    """
    answers = _Answers(settings_above(str(folder)).settings.profile or DEFAULT)
    write(
        "A new case file. An empty answer leaves a thing out; you can add it later.\n"
        "Ctrl-C stops and keeps what you have said so far.\n\n"
    )
    try:
        _ask_all(answers, reference, folder, stop_if_there)
    except (KeyboardInterrupt, EOFError):
        # A second Ctrl-C must not lose what the first one keeps.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        write("\n\nStopped here.\n")
        return (answers.as_case() if answers.reference else None), True
    write("\n")
    return answers.as_case(), False


def _ask_all(answers: _Answers, reference: str, folder: Path, stop_if_there: Callable[[str], None]) -> None:
    answers.reference = ask("Your authority's number for this family (never a name)", _as_reference, reference)
    answers.profile = ask(
        f"Whose words and limits do you use? ({', '.join(profile_names(folder))})",
        lambda typed: _as_profile(typed, folder),
        answers.profile,
    )
    write("\nWhat kind of meeting is it?\n")
    for number, words in enumerate(_KINDS.values(), 1):
        write(f"  {number}  {words}\n")
    answers.kind = ask("Number", _as_kind, "1")
    answers.date = ask("On which day is the meeting?", _as_date, answers.date.isoformat())
    stop_if_there(answers.as_case().file_name)
    write("\nThe children, one at a time. Include every child who lives there.\n")
    while name := ask("A child's name, as the family says it (empty: no more)", as_name, ""):
        answers.people.append(NewPerson(name, "child"))
        question = f"When was {name} born? For an unborn baby, the day the baby is due"
        answers.people[-1] = ask_day(
            question,
            lambda typed, name=name: new_child(name, _as_date_or_nothing(typed), answers.date, answers.today),  # type: ignore[misc]
            lambda child: doubt_about_child(child, answers.date),
        )
    write("\nThe parents, also one who is away.\n")
    _ask_people(answers, "A parent's name", "parent", "Who are they to the children? (Mia and Noah's mum)")
    write("\nFamily and friends who help, or could.\n")
    _ask_people(answers, "A name", "network", "Who are they? (Lisa's sister)")
    write("\nThe practitioners. Start with yourself.\n")
    _ask_people(answers, "A name", "practitioner", "What do they do? (Mia's class teacher)", first_role="social-worker")
    answers.worry = ask(
        "\nWhat is the first worry, in plain words? Who is worried, about what, and what could happen to which child",
        as_text,
        "",
    )


def ask_for_kind() -> str:
    """Ask what kind of meeting it is."""
    write("What kind of meeting is it?\n")
    for number, words in enumerate(_KINDS.values(), 1):
        write(f"  {number}  {words}\n")
    return ask("Number", _as_kind, "")


def ask_for_day() -> dt.date:
    """Ask on which day the meeting is."""
    return ask("On which day is the meeting?", _as_date, "")


def _ask_people(answers: _Answers, question: str, role: str, relation_question: str, first_role: str = "") -> None:
    next_role = first_role or role
    while name := ask(f"{question} (empty: no more)", as_name, ""):
        # Kept at once: whoever stops at the next question has still said this name.
        answers.people.append(NewPerson(name, next_role))
        if next_role != "social-worker":
            answers.people[-1] = NewPerson(name, next_role, ask(relation_question, as_text, ""))
        next_role = role


def _as_reference(typed: str) -> str:
    if not Case.keys["reference"].kind.pattern.match(typed):  # type: ignore[attr-defined]
        raise ValueError("Up to 40 letters, digits, dots, hyphens and underscores, as in EX-0042.")
    return typed


def _as_profile(typed: str, folder: Path) -> str:
    loaded = load_profile(typed, folder)
    if loaded.findings:
        first = loaded.findings[0]
        raise ValueError(f"This profile has mistakes of its own: {first.file}:{first.place.line}: {first.message}")
    if loaded.profile is None:
        raise ValueError("There is no profile of this name." + (f" Did you mean {loaded.near}?" if loaded.near else ""))
    return typed


def _as_kind(typed: str) -> str:
    kinds = list(_KINDS)
    if typed.isdecimal() and 1 <= int(typed) <= len(kinds):
        return kinds[int(typed) - 1]
    near = nearest(typed, kinds)
    if near:
        return near
    raise ValueError(f"A number from 1 to {len(kinds)}, please.")


def _as_date(typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(english_date(typed) or typed)
    except ValueError:
        raise ValueError("This is not a date. 17 March 2026, 17/3/2026 and 2026-03-17 all work.") from None


def _as_date_or_nothing(typed: str) -> dt.date | None:
    return _as_date(typed) if typed else None
