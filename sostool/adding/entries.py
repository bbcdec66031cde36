"""From what is known of a thing to the additions that put it into a case file."""

from __future__ import annotations

from collections.abc import Mapping

from sostool.adding.addition import Addition
from sostool.adding.ratings import OTHERS_ARE_WITHHELD
from sostool.adding.things import DANGER, DONE, PERSON, RULE, SEEN, VOICE, Thing
from sostool.case.model import Case, NextStep, Voice
from sostool.case.new import NewPerson, ids_for
from sostool.case.people import children_of_the_case, has_words_withheld
from sostool.yamlfile.writing import OneLine, Value

_SAID = ("date", "how", "worries", "good_things", "dreams", "words", "observed", "not_asked")
NOBODY_ELSE = (
    "Nobody else of the family gets these words: only the chair, the practitioners, and they themselves. --may-share "
    "names who else may have them."
)
PARENTS_OF = "Say under `people` whose child this is: add the id to parent_of of each parent."
CHILDREN_OF = "Say whose parent this is: parent_of decides what they read."


def add_entry(thing: Thing, values: Mapping[str, Value], case: Case) -> list[Addition]:
    """Give the additions of one thing; a voice fills in the one that `new-case` has left empty for that person.

    Args:
        thing: what kind of thing it is.
        values: its keys; those that are empty are left out, the others stand in the order of the questions.
        case: the case to which it is added.

    Raises:
        ValueError: it says of no one step which is done; the text says so.
    """
    order = dict.fromkeys((*(question.key for question in thing.questions), *thing.part.keys))
    known = {key: values[key] for key in order if key in values and values[key] not in ("", [], None)}
    if thing is PERSON:
        name = str(known.get("name", ""))
        (id_,) = ids_for((NewPerson(name, ""),), taken=case.people)
        return [Addition((*thing.path, id_), known)]
    if thing is DANGER and "id" not in known:
        known = {"id": _free_id(case), **known}
    if thing is SEEN:
        visit = OneLine({key: value for key, value in known.items() if key != SEEN.which})
        children = values[SEEN.which]
        return [
            Addition(("people", str(child), "seen"), visit, is_entry=True)
            for child in (children if isinstance(children, list) else [children])
        ]
    if thing is DONE:
        step = _open_step(str(known.pop(DONE.which, "")), case)
        return [Addition((*step.path, key), value) for key, value in known.items()]
    if "check" in known and thing is RULE:
        known["check"] = {"who": known["check"]}
    if thing is VOICE:
        place = _empty_voice(str(known.get("who", "")), case)
        if place is not None:
            return [Addition((*place.path, key), value) for key, value in known.items() if key != "who"]
    return [Addition(thing.path, OneLine(known) if thing.is_on_one_line else known, is_entry=True)]


def open_steps(case: Case) -> list[NextStep]:
    """Give the next steps that are not done."""
    needed = case.map.needs_to_happen if case.map is not None else None
    return [step for step in (needed.next_steps if needed else ()) if step.done is None and not step.none]


def _open_step(typed: str, case: Case) -> NextStep:
    """Give the open step that is meant by its id, its words or its first words."""
    words = _folded(typed)
    for is_it in (
        lambda step: bool(typed) and step.id == typed,
        lambda step: _folded(step.what) == words,
        lambda step: bool(words) and _folded(step.what).startswith(words),
    ):
        found = [step for step in open_steps(case) if is_it(step)]
        if len(found) > 1:
            raise ValueError("Several open next steps begin like this: say more of the one that is done.")
        if found:
            return found[0]
    raise ValueError("No open next step has this id or begins like this.")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _free_id(case: Case) -> str:
    taken = {danger.id for danger in case.dangers}
    number = len(case.dangers) + 1
    while f"danger-{number}" in taken:
        number += 1
    return f"danger-{number}"


def _empty_voice(who: str, case: Case) -> Voice | None:
    return next((voice for voice in case.voices if voice.who == who and is_unsaid(voice)), None)


def is_unsaid(voice: Voice) -> bool:
    """Tell whether nothing has been written down in a voice but whose it is."""
    return not any(getattr(voice, name) for name in _SAID)


def notes_on(thing: Thing, values: Mapping[str, Value], case: Case) -> list[str]:
    """Say what to know about a thing that is added; no text of the file is in it."""
    if thing is VOICE:
        withheld = [OTHERS_ARE_WITHHELD] if has_words_withheld(str(values.get("who", "")), case) else []
        return withheld if values.get("may_share") else [NOBODY_ELSE, *withheld]
    if thing is PERSON and values.get("role") == "child" and any(one.role == "parent" for one in case.people.values()):
        return [PARENTS_OF]
    if thing is PERSON and values.get("role") == "parent" and "parent_of" not in values and children_of_the_case(case):
        return [CHILDREN_OF]
    return []
