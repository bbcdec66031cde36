"""The questions `add` asks at a terminal about one kind of thing, as many times as there is one to add."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sostool.adding.entries import NOBODY_ELSE, add_entry, notes_on, open_steps
from sostool.adding.likely_days import STILL_TO_COME, doubt_about_child, is_still_to_come
from sostool.adding.things import DONE, PERSON, VOICE, Question, Thing
from sostool.adding.understanding import NotUnderstoodError, ids_of, understood
from sostool.case.new import NewPerson, new_child
from sostool.case.people import children_of_the_case
from sostool.cli.asking import ask, by_number, offer
from sostool.cli.console import shown, todays_date, write
from sostool.cli.talking import ask_day, in_words, put, talk
from sostool.yamlfile.kinds import Choice, Day, ListOf, Text, To

if TYPE_CHECKING:
    from sostool.case.model import Case
    from sostool.cli.changing import Changing
    from sostool.yamlfile.kinds import Kind
    from sostool.yamlfile.writing import Value

_SAID = {"worries", "good_things", "dreams", "words"}
_INSTEAD = {
    "observed": "For a baby, or a child who does not talk: what did people see?",
    "not_asked": "Why were they not asked?",
}


def talk_about(changing: Changing, thing: Thing) -> int:
    """Ask for things of one kind until there is no other, and give the exit code."""
    from sostool.cli.query_talk import ask_for_answers  # noqa: PLC0415

    return talk(changing, ask_for_answers if thing.name == "answer" else lambda one: ask_for_several(one, thing))


def ask_for_several(changing: Changing, thing: Thing) -> None:
    """Ask for things of one kind until one is not begun."""
    more = False
    while ask_for_one(changing, thing, more="another" if more else ""):
        write("\n")
        more = True


def ask_for_one(changing: Changing, thing: Thing, *, more: str = "", known: dict[str, Value] | None = None) -> bool:
    """Ask for one thing, and add it.

    Args:
        changing: the file.
        thing: what kind of thing.
        more: whether others were asked for before; "" for the first one.
        known: what is known of it already, by its keys.

    Returns:
        Whether there was one.
    """
    values: dict[str, Value] = dict(known or {})
    begun = bool(known)
    try:
        for question in thing.questions:
            if question.key in values or _is_of_no_use(question.key, values):
                continue
            value = ask_for(changing.case, thing, question, ending="" if begun else _ending(more), into=values)
            if value in ("", []) and question.needed:
                return False
            if value not in ("", []):
                values[question.key] = value
                begun = True
            if thing is VOICE and question.key == "words" and not _SAID & values.keys():
                values.update(_instead_of_words(changing.case))
            if thing is PERSON and question.key == "role":
                values.update(_more_of_person(changing, values))
    finally:
        # Whoever stops at a later question has still said this.
        if all(key in values for key in thing.needed):
            _add(changing, thing, values)
    return True


def _is_of_no_use(key: str, values: dict[str, Value]) -> bool:
    """Tell whether a question asks about words that there are not, or what a social worker is to the family."""
    about_words = key in ("written_by", "read_back", "may_share")
    return ("not_asked" in values and about_words) or (key == "relation" and values.get("role") == "social-worker")


def _ending(more: str) -> str:
    return " (empty: no more)" if more else " (empty: none)"


def _add(changing: Changing, thing: Thing, values: dict[str, Value]) -> None:
    notes = [note for note in notes_on(thing, values, changing.case) if note is not NOBODY_ELSE]
    try:
        additions = add_entry(thing, values, changing.case)
    except ValueError as error:
        write(f"  {error}\n")
        return
    done = [put(changing, lambda one=one: changing.add(one, thing.words)) for one in additions]  # type: ignore[misc]
    if all(done):
        for note in notes:
            write(f"  {note}\n")
        if thing is VOICE and not values.get("may_share"):
            write("  Nobody else of the family gets these words.\n")


def _instead_of_words(case: Case) -> dict[str, Value]:
    """Ask what people saw, or why somebody was not asked, where there are no words."""
    for key, words in _INSTEAD.items():
        value = ask_for(case, VOICE, Question(key, words))
        if value != "":
            return {key: value}
    return {}


def _more_of_person(changing: Changing, values: dict[str, Value]) -> dict[str, Value]:
    """Ask what a child and a parent need besides: the day of birth, and whose parent it is."""
    import datetime as dt  # noqa: PLC0415

    case = changing.case
    if values["role"] == "child":
        today = todays_date()
        meeting = case.meeting.date if case.meeting and case.meeting.date else today

        def as_child(typed: str) -> NewPerson:
            day = understood(PERSON.part.keys["born"].kind, [typed], case) if typed else None
            return new_child("", day if isinstance(day, dt.date) else None, meeting, today)

        question = "When was the child born? For an unborn baby, the day the baby is due"
        child = ask_day(question, as_child, lambda one: doubt_about_child(one, meeting))
        return {key: day for key, day in (("born", child.born), ("due", child.due)) if day is not None}
    children = [child.id for child in children_of_the_case(case)]
    if values["role"] == "parent" and children:
        of = ask_for(case, PERSON, Question("parent_of", "Whose mum or dad?"), offered=", ".join(children))
        return {"parent_of": of}
    return {}


def ask_for(
    case: Case,
    thing: Thing,
    question: Question,
    *,
    ending: str = "",
    offered: str = "",
    into: dict[str, Value] | None = None,
) -> Value:
    """Ask for the value of one key; "" or an empty list where nothing is answered.

    Of several texts each is put `into` what is known as soon as it is said.
    """
    kind = thing.kind_of(question.key)
    if isinstance(kind, ListOf) and isinstance(kind.inner, Text):
        return _ask_for_texts(kind, question, case, {} if into is None else into)
    choices = _choices(kind, case) if (thing, question.key) != (DONE, DONE.which) else _steps(case)
    words = f"{question.words}{ending}"
    if choices:
        write(f"{question.words}\n")
        offer([shown for _, shown in choices])
        words = f"Number{'s, with commas' if isinstance(kind, ListOf) else ''}{ending or f' (empty: {question.empty})'}"
    understand = _understanding(kind, case, [id_ for id_, _ in choices])
    return ask_day(words, understand, lambda value: _doubt(question.key, value, kind), offered)


def _doubt(key: str, value: Value, kind: Kind) -> str:
    is_day = isinstance(kind.each, Day)
    today = todays_date()
    return STILL_TO_COME if is_day and is_still_to_come(key, value, today) else ""


def _choices(kind: Kind, case: Case) -> list[tuple[str, str]]:
    """Give what can be chosen, each with the words that show it; nothing where free text is usual."""
    inner = kind.each
    if isinstance(inner, Choice):
        return [(value, value.replace("-", " ")) for value in inner.values]
    if not isinstance(inner, To):
        return []
    ids = ids_of(inner.kind, case)
    if inner.kind in ("person", "child"):
        return [(id_, in_words(case.people[id_])) for id_ in ids]
    if inner.kind == "danger":
        return [(one.id, f"{one.id}: {_short(one.statement)}") for one in case.dangers if one.id]
    return [(id_, id_) for id_ in ids]


def _steps(case: Case) -> list[tuple[str, str]]:
    """Give the open next steps, each by its words."""
    return [(step.what, _short(step.what)) for step in open_steps(case)]


def _short(text: str) -> str:
    import textwrap  # noqa: PLC0415

    return textwrap.shorten(" ".join(text.split()), 70, placeholder=" …")


def _understanding(kind: Kind, case: Case, ids: list[str]) -> Callable[[str], Value]:
    def understand(typed: str) -> Value:
        if not typed:
            return [] if isinstance(kind, ListOf) else ""
        several = [one.strip() for one in typed.split(",")] if isinstance(kind, ListOf) and ids else [typed]
        try:
            if ids:
                several = list(dict.fromkeys(by_number(one, ids) or one for one in several if one))
            return understood(kind, several, case)
        except NotUnderstoodError as error:
            raise ValueError(f"{error}{f' Did you mean {error.near}?' if error.near else ''}") from None

    return understand


def _ask_for_texts(kind: ListOf, question: Question, case: Case, into: dict[str, Value]) -> Value:
    texts: list[Value] = []
    words = f"{question.words} (one at a time; empty: no more)"
    while typed := ask(words if not texts else "  and (empty: no more)", lambda typed: typed):
        try:
            (text,) = understood(kind, [typed], case)  # type: ignore[misc]
        except NotUnderstoodError as error:
            write(f"  {shown(str(error))}\n")
            continue
        texts.append(text)
        into[question.key] = texts
    return texts
