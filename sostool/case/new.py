"""A new case file: what is known so far, written out as a file that a person goes on with."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

from sostool.case.model.case import VERSION
from sostool.case.model.people import CODES, RESERVED
from sostool.case.schema import EDITOR_HEADER
from sostool.yamlfile.kinds import ID
from sostool.yamlfile.writing import block, scalar


class NewPerson(NamedTuple):
    """Somebody in a new file. `born` or `due` are for children; `relation` is in plain words."""

    name: str
    role: str
    relation: str = ""
    born: dt.date | None = None
    due: dt.date | None = None


class NewCase(NamedTuple):
    """What is known when a file is started."""

    reference: str
    profile: str
    kind: str
    date: dt.date
    people: tuple[NewPerson, ...] = ()
    worry: str = ""

    @property
    def file_name(self) -> str:
        """The name a file gets when nobody says another: the reference and the meeting's date, never a name."""
        return f"{self.reference}-{self.date.isoformat()}.yaml"


def new_child(name: str, day: dt.date | None, meeting: dt.date, today: dt.date) -> NewPerson:
    """Make a child of a name and a day: of birth, or, if it is still to come at the meeting or today, of being due."""
    if day is not None and day > min(meeting, today):
        return NewPerson(name, "child", due=day)
    return NewPerson(name, "child", born=day)


# Titles and kinship words do not make an id: Aunt Jo is jo, Mr Cole is cole.
_SKIPPED = frozenset(
    "mr mrs ms miss dr doctor sir mx aunt auntie aunty uncle cousin grandad grandma granny nan nana grandpa".split()
)
# Letters that do not come apart into a plain one and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e"}
)


def ids_for(people: tuple[NewPerson, ...], taken: Collection[str] = ()) -> list[str]:
    """Give each person a short id made from the name: a first name in small letters, with a number if it is taken.

    Args:
        people: those who need an id.
        taken: ids that others have already.
    """
    ids: list[str] = []
    for person in people:
        words = _plain(person.name).split()
        base = next((word for word in words if word not in _SKIPPED), words[0] if words else "")
        base = base if ID.match(base) else "person"
        id_, number = base, 2
        while id_ in ids or id_ in taken or id_ in RESERVED or re.fullmatch(CODES, id_):
            id_, number = f"{base}-{number}", number + 1
        ids.append(id_)
    return ids


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9\s-]", "", letters).replace("-", " ")


def new_case_text(new: NewCase) -> str:
    """Write a new case file out as text: what is known, and room with a hint for what is not."""
    ids = ids_for(new.people)
    people = list(zip(ids, new.people, strict=True))
    children = [id_ for id_, person in people if person.role == "child"]
    author = next((id_ for id_, person in people if person.role == "social-worker"), "")
    chair = next((id_ for id_, person in people if person.role == "chair"), "")
    parts = [
        EDITOR_HEADER,
        "# Everything may be left out and filled in later; `sostool validate` says what is missing.",
        "# A line that starts with # is a note to yourself and is in no report.",
        f"sostool: {VERSION}",
        f"reference: {scalar(new.reference)}",
        f"profile: {scalar(new.profile)}",
        "",
        "meeting:",
        f"  kind: {new.kind}",
        f"  date: {new.date.isoformat()}",
        *_days_to_count_from(new.kind),
        *([f"  author: {author}"] if author else []),
        *([f"  chair: {chair}"] if chair else []),
        "  # Why we meet, in a few plain sentences that everyone may read:",
        "  why:",
        "",
        "# Everyone, each once, by a short id. The id is used wherever they are meant.",
        "people:",
        *(line for id_, person in people for line in _person(id_, person, children)),
        *([] if people else ["  # mia: {name: Mia, role: child, born: 2019-06-02}"]),
        "",
        "map:",
        "  worried:",
        "    # What has happened that hurt a child: what, date, children, impact, said_by, how_we_know.",
        "    past_harm: []",
        "    # What makes the worries harder to deal with.",
        "    complicating: []",
        "    # What we do not know yet, and who will find out.",
        "    grey_areas: []",
        "  working_well:",
        "    # What people do that is good for the children.",
        "    strengths: []",
        "    # Times when somebody kept the children safe although the danger was there.",
        "    existing_safety: []",
        "  needs_to_happen:",
        "    # What will be done next: what, who, due.",
        "    next_steps: []",
        "",
        "# Each danger statement with its own safety goal and its own scale.",
        *_dangers(new.worry, children),
        "",
        "# People's own words, exactly as they said them.",
        *_voices(children),
        "",
    ]
    return "\n".join(parts)


_COUNTED_FROM = {
    "initial-conference": ["  referral:", "  strategy_discussion:"],
    "pre-birth-conference": ["  referral:", "  strategy_discussion:"],
    "transfer-conference": ["  transfer:", "    notified:"],
    "review-conference": ["  last_conference:", "  plan_started:"],
    "core-group": ["  last_conference:", "  plan_started:"],
}


def _days_to_count_from(kind: str) -> list[str]:
    days = _COUNTED_FROM.get(kind, [])
    return ["  # Days that deadlines are counted from, written like 2026-02-25:", *days] if days else []


def _person(id_: str, person: NewPerson, children: list[str]) -> list[str]:
    lines = [f"  {id_}:", f"    name: {scalar(person.name)}", f"    role: {person.role}"]
    if person.relation:
        lines.append(f"    relation: {scalar(person.relation)}")
    if person.born:
        lines.append(f"    born: {person.born.isoformat()}")
    if person.due:
        lines.append(f"    due: {person.due.isoformat()}")
    if person.role == "parent" and children:
        lines.append(f"    parent_of: [{', '.join(children)}]")
    return lines


def _dangers(worry: str, children: list[str]) -> list[str]:
    if not worry.strip():
        return ["dangers: []"]
    return [
        "dangers:",
        "  - id: first-worry",
        "    # Who is worried, about what, what could happen to which child, soon and later.",
        *block("    statement:", worry),
        *([f"    children: [{', '.join(children)}]"] if children else []),
        "    worried: []",
        "    goal:",
        "    scale:",
    ]


def _voices(children: list[str]) -> list[str]:
    if not children:
        return ["voices: []"]
    lines = ["voices:"]
    for child in children:
        lines += [
            f"  - who: {child}",
            "    date:",
            "    how:",
            "    worries: []",
            "    good_things: []",
            "    dreams: []",
        ]
    return lines
