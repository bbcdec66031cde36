"""The questions `add` asks about a file that was left half-way: what is still empty, in the order of `new-case`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.adding.addition import Addition
from sostool.adding.entries import is_unsaid
from sostool.adding.things import DANGER, PAST_HARM, PERSON, STEP, STRENGTH, VOICE
from sostool.case.people import PRACTITIONER_ROLES, children_of_the_case, is_unborn, name_of
from sostool.cli.adding_talk import ask_for_one, ask_for_several
from sostool.cli.asking import as_text, ask
from sostool.cli.console import shown, write
from sostool.cli.talking import put, talk

if TYPE_CHECKING:
    from sostool.case.model import Case, Danger
    from sostool.cli.changing import Changing
    from sostool.findings.finding import Path
    from sostool.yamlfile.writing import Value

# Each group of people, whom it needs, and what is said before it is asked for.
_GROUPS = (
    (("child",), "The children, one at a time. Include every child who lives there."),
    (("parent", "carer"), "The parents, also one who is away."),
    (("network", "partner"), "Family and friends who help, or could."),
    (tuple(sorted(PRACTITIONER_ROLES)), "The practitioners. Start with yourself."),
)


def talk_about_gaps(changing: Changing) -> int:
    """Ask for what is still empty, and give the exit code."""
    if not has_gaps(changing.case):
        write(f"{changing.name}: nothing of what new-case asks is empty any more. `sostool validate` says what is.\n")
        return 0
    return talk(changing, _ask_all)


def has_gaps(case: Case) -> bool:
    """Tell whether anything is still empty that is asked for here."""
    return bool(
        _why_is_empty(case)
        or any(_nobody_of(roles, case) for roles, _ in _GROUPS)
        or not case.dangers
        or any(_gaps_of(danger) for danger in case.dangers)
        or _children_without_voice(case)
        or _is_empty(STRENGTH.path, case)
        or _is_empty(PAST_HARM.path, case)
        or _is_empty(STEP.path, case)
    )


def _ask_all(changing: Changing) -> None:
    if _why_is_empty(changing.case):
        _ask_text(changing, ("meeting", "why"), "Why do you meet, in a few plain sentences that everyone may read?")
    for roles, words in _GROUPS:
        if _nobody_of(roles, changing.case):
            write(f"\n{words}\n")
            _ask_for_people(changing, roles)
    if not changing.case.dangers:
        write("\nThe first worry.\n")
        ask_for_one(changing, DANGER)
    for number in range(len(changing.case.dangers)):
        _ask_about_danger(changing, number)
    for child in _children_without_voice(changing.case):
        write(f"\n{shown(name_of(changing.case, child))}'s own words.\n")
        ask_for_one(changing, VOICE, known={"who": child})
    for thing, words in (
        (STRENGTH, "What works well?"),
        (PAST_HARM, "What has happened that hurt a child?"),
        (STEP, "What will be done next?"),
    ):
        if _is_empty(thing.path, changing.case):
            write(f"\n{words}\n")
            ask_for_several(changing, thing)


def _why_is_empty(case: Case) -> bool:
    return not (case.meeting and case.meeting.why.strip())


def _nobody_of(roles: tuple[str, ...], case: Case) -> bool:
    return not any(person.role in roles for person in case.people.values())


def _children_without_voice(case: Case) -> list[str]:
    heard = {voice.who for voice in case.voices if not is_unsaid(voice)}
    return [child.id for child in children_of_the_case(case) if child.id not in heard and not is_unborn(child)]


def _is_empty(path: Path, case: Case) -> bool:
    part: object = case
    for step in path:
        part = getattr(part, str(step), None)
    return not part


def _ask_for_people(changing: Changing, roles: tuple[str, ...]) -> None:
    role = "social-worker" if "social-worker" in roles else roles[0]
    more = ""
    while name := ask(f"A name, as the family says it (empty: {'no more' if more else 'nobody'})", as_text):
        known: dict[str, Value] = {"name": name, "role": role}
        ask_for_one(changing, PERSON, known=known)
        more, role = "another", "practitioner" if role == "social-worker" else role


def _gaps_of(danger: Danger) -> list[tuple[Path, str]]:
    """Give what is empty in a danger that rests on nothing else, each with its question."""
    goal, scale = danger.goal, danger.scale
    gaps: list[tuple[Path, bool, str]] = [
        (
            ("statement",),
            not danger.statement.strip(),
            "Who is worried, about what, and what could happen to which child, soon and later?",
        ),
        (
            ("goal", "statement"),
            not (goal and goal.statement.strip()),
            "The safety goal: what will people do, what will the children live with, who will see it, for how long?",
        ),
        (
            ("scale", "ten"),
            not (scale and scale.ten.strip()),
            "What does 10 mean: what would make it safe enough to close?",
        ),
        (
            ("scale", "zero"),
            not (scale and scale.zero.strip()),
            "What does 0 mean: what would make it not safe tonight?",
        ),
    ]
    return [(danger.at(*path), words) for path, is_gap, words in gaps if is_gap]


def _ask_about_danger(changing: Changing, number: int) -> None:
    danger = changing.case.dangers[number]
    gaps = _gaps_of(danger)
    if gaps:
        write(f"\nThe danger {shown(danger.id) if danger.id else number + 1}.\n")
    for path, words in gaps:
        _ask_text(changing, path, words)


def _ask_text(changing: Changing, path: Path, words: str) -> None:
    text = ask(words, as_text)
    if text:
        put(changing, lambda: changing.add(Addition(path, text), _WORDS.get(str(path[-2]), "a statement")))


_WORDS = {"meeting": "why you meet", "goal": "a safety goal", "scale": "what an end of the scale means"}
