"""A case in which every key that a person may fill is filled, whatever keys there are by now.

The parts' own declarations say which keys there are and what each may hold, so a key that is new is in it from the day
it is declared. Free texts are marked by their place and can be replaced by any other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from report.proof.plain import Data, Path, dump

from sostool.case.model import Case, Person, Rating
from sostool.case.read import ReadCase, read_case
from sostool.yamlfile.kinds import Choice, Day, Id, ListOf, Matching, Number, Text, To, YesNo
from sostool.yamlfile.kinds.kind import Kind
from sostool.yamlfile.parts import ItemsKind, Part, PartKind

# What decides who may have something, and what says that there is nothing: put in by hand where it is wanted.
MARKS = frozenset(("withhold", "cleared", "must_not_see", "sensitive", "subject", "side_of", "none", "protected"))
# A text that stands for something the program looks up, not for words in a document; each has a test of its own.
LOOKED_UP = frozenset(("language", "follows", "at", "priorities"))

PEOPLE: dict[str, Data] = {
    "mia": {"role": "child", "born": "2019-06-02", "lives_with": ["lisa"]},
    "bump": {"role": "child", "due": "2026-05-20", "lives_with": ["lisa"]},
    "lisa": {"role": "parent", "parent_of": ["mia", "bump"]},
    "dean": {"role": "parent", "parent_of": ["mia", "bump"]},
    "jo": {"role": "network", "ring": "inner", "knows_about": ["hurting-lisa"]},
    "ray": {"role": "network", "ring": "outer", "knows_about": ["hurting-lisa"]},
    "priya": {"role": "social-worker"},
    "cole": {"role": "practitioner"},
    "ann": {"role": "chair"},
    "sal": {"role": "supporter", "with_person": "lisa"},
}
OF_ONE_ROLE = frozenset(
    ("role", "born", "due", "lives_with", "parent_of", "parental_responsibility", "with_person", "ring", "knows_about",
     "young_person_copy")
)  # fmt: skip
IDS = {
    "person": ("lisa", "priya"),
    "child": ("mia", "bump"),
    "danger": ("hurting-lisa",),
    "past harm": ("police-call",),
    "bottom line": ("nobody-hurt",),
}

Write = Callable[[Path], str]


def every_key(write: Write) -> Data:
    """Make the case.

    Args:
        write: gives the text for a place.
    """
    filling = _Filling(write)
    case = filling.part(Case, ())
    case["profile"] = "durham"  # one whose reports carry a recommendation
    case["people"] = {id_: filling.person(id_, its) for id_, its in PEOPLE.items()}
    case["people"]["dean"]["must_not_see"] = {
        "words_of": ["jo"],
        "why": write(("people", "dean", "must_not_see", "why")),
        "agreed_by": "ann",
        "date": "2026-03-12",
    }
    case["map"]["worried"]["complicating"][0]["withhold"] = {
        "from": ["dean", "ray"],
        "why": write(("map", "worried", "complicating", 0, "withhold", "why")),
        "agreed_by": "ann",
    }
    case["protected"] = [
        {
            "words": [write(("protected", 0, "words", 0))],
            "from": ["ray"],
            "why": write(("protected", 0, "why")),
            "agreed_by": "ann",
        }
    ]
    case["voices"][0] |= {"who": "mia", "may_share": ["lisa"]}
    case["voices"].append(case["voices"][0] | {"who": "lisa", "worries": [write(("voices", 2, "worries", 0))]})
    case["meeting"]["attendance"][0] |= {"who": "dean", "with": ["ray"]}
    return case


def read_every_key(write: Write) -> ReadCase:
    """Make the case and read it with the program; it has to be without errors."""
    read = read_case(dump(every_key(write)), "case.yaml")
    assert read.case is not None
    assert not read.findings, [(found.code, found.path, found.message) for found in read.findings][:5]
    return read


class _Filling:
    def __init__(self, write: Write) -> None:
        self._write = write
        self._ids: set[str] = set()

    def part(self, part: type[Part], path: Path, *, without: frozenset[str] = frozenset()) -> Data:
        """Fill all keys of a part."""
        filled: Data = {}
        for name, key in part.keys.items():
            if name in MARKS | without or (not path and name == "people"):
                continue
            if name in LOOKED_UP:
                filled[name] = key.example
                continue
            value = self._value(key.kind, key.example, (*path, name))
            if value is not None:
                filled[name] = value
        return filled

    def person(self, id_: str, its: Data) -> Data:
        return self.part(Person, ("people", id_), without=OF_ONE_ROLE) | its

    def _value(self, kind: Kind, example: Any, path: Path) -> Any:
        match kind:
            case PartKind():
                return self.part(kind.part, path)
            case ItemsKind():
                return self._items(kind.part, path)
            case ListOf():
                return self._several(kind.inner, example, path)
            case Text():
                return self._write(path)
            case To(free_text=True):
                return self._write(path)
            case To():
                return IDS[kind.kind][0]
            case Id():
                return self._own_id(example, path)
            case YesNo():
                return "true"
            case Matching() | Choice() | Day() | Number():
                return str(example)
        raise AssertionError(f"a kind of value that this does not know yet: {kind} at {path}")

    def _several(self, inner: Kind, example: Any, path: Path) -> list[str]:
        match inner:
            case Text():
                return [self._write((*path, index)) for index in range(2)]
            case To(free_text=True):
                return ["priya", self._write((*path, 1))]
            case To():
                return list(IDS[inner.kind])
        return [str(one) for one in example]

    def _items(self, part: type[Part], path: Path) -> list[Any]:
        """Give an item with all its keys; beside it one in the short form, or another."""
        one = self.part(part, (*path, 0))
        if part is Rating:
            one.pop("would_not_say")
            silent = {
                "who": "jo",
                "date": "2026-03-11",
                "would_not_say": "true",
                "reason": self._write((*path, 1, "reason")),
            }
            return [one, silent]
        if part.short:
            return [one, self._write((*path, 1))]
        two = self.part(
            part, (*path, 1), without=frozenset(name for name, key in part.keys.items() if isinstance(key.kind, Id))
        )
        return [one, two]

    def _own_id(self, example: str, path: Path) -> str | None:
        if example in self._ids:
            return None
        self._ids.add(example)
        return example
