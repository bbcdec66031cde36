"""Small cases for tests: a family as plain data, with what a test wants to say about it put in.

`family()` is a base to change; `read` writes it as a case file and reads it with the program; `view` makes one
reader's View. Nothing here knows who may have what.
"""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import json
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeAlias

from sostool.case.read import ReadCase, read_case
from sostool.profile import Profile
from sostool.profile.load import load_profile
from sostool.share.make_view import make_view
from sostool.share.readers import Reader, find_reader
from sostool.share.view import View

Data: TypeAlias = dict[str, Any]

# Mia and Noah are Lisa and Dean's; Zoe is Lisa and Tom's. Jo is Lisa's sister, Ray is Dean's dad.
_PEOPLE: Data = {
    "mia": {"name": "Mia", "role": "child", "born": "2019-06-02", "lives_with": ["lisa"]},
    "noah": {"name": "Noah", "role": "child", "born": "2024-11-20", "lives_with": ["lisa"]},
    "lisa": {"name": "Lisa", "role": "parent", "relation": "Mum", "parent_of": ["mia", "noah"]},
    "dean": {"name": "Dean", "role": "parent", "relation": "Dad", "parent_of": ["mia", "noah"]},
    "jo": {"name": "Aunt Jo", "role": "network", "relation": "Lisa's sister", "knows_about": ["hurting"]},
    "ray": {"name": "Grandad Ray", "role": "network", "relation": "Dean's dad", "knows_about": ["hurting"]},
    "kim": {"name": "Kim", "role": "network", "relation": "a neighbour"},
    "sal": {"name": "Sal", "role": "supporter", "with_person": "lisa"},
    "dov": {"name": "Dov", "role": "advocate", "with_person": "dean"},
    "una": {"name": "Una", "role": "other"},
    "priya": {"name": "Priya Shah", "role": "social-worker"},
    "cole": {"name": "Mr Cole", "role": "practitioner"},
    "max": {"name": "Max Hill", "role": "manager"},
    "ann": {"name": "Ann Obi", "role": "chair"},
}
_OTHER_FAMILY: Data = {
    "zoe": {"name": "Zoe", "role": "child", "born": "2021-05-05", "lives_with": ["lisa"]},
    "tom": {"name": "Tom", "role": "parent", "relation": "Zoe's dad", "parent_of": ["zoe"]},
}
_TEENAGER: Data = {
    "ella": {
        "name": "Ella",
        "role": "child",
        "born": "2011-01-05",
        "lives_with": ["lisa"],
        "young_person_copy": {"agreed_by": "ann", "date": "2026-03-12"},
    }
}
FEARED: Data = {
    "words_of": ["lisa", "mia", "jo"],
    "why": "They are frightened.",
    "agreed_by": "ann",
    "date": "2026-03-12",
}


def family(*, two_fathers: bool = False, teenager: bool = False, feared: bool = False, side: bool = False) -> Data:
    """Give a case: one danger without goal or scale, and nothing else to hold back.

    Args:
        two_fathers: Lisa has a third child, Zoe, with Tom.
        teenager: Lisa and Dean's eldest, Ella, gets a young person's copy.
        feared: Dean must not see the words of Lisa, Mia and Jo.
        side: Ray is of Dean's side.
    """
    people = copy.deepcopy(_PEOPLE)
    if two_fathers:
        people |= copy.deepcopy(_OTHER_FAMILY)
        people["lisa"]["parent_of"].append("zoe")
    if teenager:
        people = copy.deepcopy(_TEENAGER) | people
        for parent in ("lisa", "dean"):
            people[parent]["parent_of"].append("ella")
    if feared:
        people["dean"]["must_not_see"] = copy.deepcopy(FEARED)
    if side:
        people["ray"]["side_of"] = "dean"
    return {
        "sostool": 1,
        "reference": "EX-0900",
        "profile": "england",
        "meeting": {"kind": "initial-conference", "date": "2026-03-17", "author": "priya", "chair": "ann"},
        "people": people,
        "dangers": [
            {"id": "hurting", "statement": "Priya is worried.", "worried": ["priya"], "children": ["mia", "noah"]}
        ],
    }


def put(case: Data, path: str, value: Any) -> Data:
    """Put a value at a dotted path, such as `map.worried.grey_areas` or `dangers.0.goal`; give the case back."""
    *steps, last = path.split(".")
    here: Any = case
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
    if isinstance(here, list):
        here[int(last)] = value
    else:
        here[last] = value
    return case


def written(case: Data) -> bytes:
    """Write a case as a file of YAML."""
    return ("\n".join(_lines(case, "")) + "\n").encode()


def read(case: Data) -> ReadCase:
    """Write a case and read it with the program; it has to be without errors."""
    found = read_case(written(case), "case.yaml")
    assert found.case is not None
    assert not found.findings, found.findings
    return found


def profile(name: str = "england") -> Profile:
    """Give a profile that comes with the program."""
    loaded = load_profile(name).profile
    assert loaded is not None
    return loaded


def reader(case: Data, name: str) -> Reader:
    """Find a reader of a case."""
    found = read(case).case
    assert found is not None
    who = find_reader(found, profile(), name)
    assert who is not None, f"no reader {name}"
    return who


def view(case: Data, name: str, of: str = "england") -> View:
    """Make the View of one reader."""
    found = read(case).case
    assert found is not None
    who = find_reader(found, profile(of), name)
    assert who is not None, f"no reader {name}"
    return make_view(found, profile(of), who)


def texts(part: object) -> Iterator[str]:
    """Give every text, date and number anywhere in a View, as text."""
    if isinstance(part, Enum) or part is None:
        return
    if isinstance(part, str):
        yield part
    elif isinstance(part, (int, float, dt.date)):
        yield str(part)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from texts(getattr(part, field.name))
    elif isinstance(part, (tuple, list)):
        for value in part:
            yield from texts(value)


def holds(part: object, wanted: str) -> bool:
    """Tell whether a text stands anywhere in a View."""
    return any(wanted in text for text in texts(part))


_BARE = re.compile(r"true|false|-?\d+(\.\d+)?")


def _lines(data: Any, indent: str) -> Iterator[str]:
    entries = data.items() if isinstance(data, dict) else ((None, value) for value in data)
    for key, value in entries:
        head = f"{indent}-" if key is None else f"{indent}{key}:"
        if isinstance(value, (dict, list)) and value:
            yield head
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, (dict, list)):
            yield f"{head} {'{}' if isinstance(value, dict) else '[]'}"
        elif isinstance(value, bool):
            yield f"{head} {str(value).lower()}"
        else:
            yield f"{head} {value if _BARE.fullmatch(str(value)) else json.dumps(value, ensure_ascii=False)}"
