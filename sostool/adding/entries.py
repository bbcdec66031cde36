"""From what is known of a thing to the additions that put it into a case file."""

from __future__ import annotations

from collections.abc import Mapping

from sostool.adding.addition import Addition
from sostool.adding.ratings import OTHERS_ARE_WITHHELD
from sostool.adding.things import DANGER, PERSON, VOICE, Thing
from sostool.case.model import Case, Voice
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
    """
    order = dict.fromkeys((*(question.key for question in thing.questions), *thing.part.keys))
    known = {key: values[key] for key in order if key in values and values[key] not in ("", [], None)}
    if thing is PERSON:
        name = str(known.get("name", ""))
        (id_,) = ids_for((NewPerson(name, ""),), taken=case.people)
        return [Addition((*thing.path, id_), known)]
    if thing is DANGER and "id" not in known:
        known = {"id": _free_id(case), **known}
    if thing is VOICE:
        place = _empty_voice(str(known.get("who", "")), case)
        if place is not None:
            return [Addition((*place.path, key), value) for key, value in known.items() if key != "who"]
    return [Addition(thing.path, OneLine(known) if thing.is_on_one_line else known, is_entry=True)]


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
