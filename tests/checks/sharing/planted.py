"""Names, dates of birth, addresses and references of other families, planted into sentences of the examples.

The names come from many origins, and some are on no list. What is measured with them says how often a strange name is
found, and how often one of the family is taken for one. The rules were tuned on the same names: others are found less often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from typing import NamedTuple

from support.cases import england
from support.running import ROOT

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.checks.check import Found
from sostool.checks.look import Look
from sostool.checks.sharing.speaks_of_this_family import speaks_of_this_family
from sostool.checks.wording.passages import Passage, passages

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
FIRST_NAMES = {
    "British": ["Kayleigh", "Tyler", "Chantelle", "Jayden", "Maureen", "Kian", "Gemma", "Lexi-Mae"],
    "Welsh": ["Rhiannon", "Gethin", "Lowri", "Macsen"],
    "Irish and Traveller": ["Bridget", "Miley", "Paddy-Joe", "Margaret", "Saoirse"],
    "Polish": ["Kasia", "Bartosz", "Agnieszka", "Zbyszek"],
    "Punjabi": ["Harpreet", "Gurnoor", "Simran", "Jaswant"],
    "Nigerian": ["Chidinma", "Oluwaseun", "Ngozi", "Ikenna"],
    "Arabic": ["Yusuf", "Fatima", "Abdulaziz", "Reem"],
    "Somali": ["Hodan", "Abdi", "Sagal"],
    "Turkish": ["Emine", "Mehmet"],
    "Romanian": ["Ionela", "Vasile"],
    "Tamil": ["Kavitha", "Pradeep"],
    "Chinese and Vietnamese": ["Xiuying", "Thuy"],
    "also words": ["Grace", "Summer", "Will", "Faith"],
}
SURNAMES = [
    "Thornton",
    "Kowalczyk",
    "Adeyemi",
    "ap Rhys",
    "Sandhu",
    "al-Masri",
    "Doran",
    "Warsame",
    "O'Leary",
    "Nguyen",
]
BIRTHS = ["14 March 2016", "02/11/2012", "1998-07-30", "3rd Sept 2021"]
HOMES = ["27 Larch Avenue", "Flat 6, Mercer House", "14 the crescent", "EX4 7QR"]
REFERENCES = ["EX-0913", "ex-1188", "EX-0001"]


class Planted(NamedTuple):
    """Something planted: in which way, what, where, and whether SH106 asked about it there."""

    way: str
    what: str
    text: str
    found: bool


def planted() -> Iterator[Planted]:
    """Plant everything in every way, and tell what was found."""
    for file in EXAMPLES:
        for way in _WAYS:
            yield from _in_one_file(file.read_bytes(), file.name, way)


def false_alarms() -> list[str]:
    """Give what is asked about in the examples as they are."""
    return [
        f"{file.name}: {found.detail}"
        for file in EXAMPLES
        for found in asks(_look(_read(file.read_bytes(), file.name)))
    ]


def table(rows: list[Planted]) -> str:
    """Count the hits of each way and each origin."""
    lines = []
    for way in dict.fromkeys(row.way for row in rows):
        hits = [row.found for row in rows if row.way == way]
        lines.append(f"{way:<52} {sum(hits):>4} of {len(hits):>4}  {sum(hits) / len(hits):.0%}")
    return "\n".join(lines)


def missed(rows: list[Planted]) -> str:
    """Give some of what was missed, the most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    for row in rows:
        if not row.found:
            counts[row.way, row.what] = counts.get((row.way, row.what), 0) + 1
    worst = sorted(counts.items(), key=lambda item: -item[1])
    return "\n".join(f"{count:>3} {way}: {what}" for (way, what), count in worst)


_NAMES = [name for names in FIRST_NAMES.values() for name in names]
_FULL = [f"{name} {SURNAMES[number % len(SURNAMES)]}" for number, name in enumerate(_NAMES)]
_WAYS: dict[str, list[str]] = {
    "a first name in place of somebody's": _NAMES,
    "a full name in place of somebody's": _FULL,
    "a surname behind Mr, Mrs, PC, Dr": [
        f"{title} {name.split()[-1]}"
        for title, name in zip(cycle(("Mr", "Mrs", "PC", "Dr", "Auntie")), SURNAMES, strict=False)
    ],
    "a sentence more: “NAME’s mum rang.”": [f"{name}’s mum rang twice about it." for name in _NAMES],
    "a sentence more: “… and NAME …”": [
        f"Everybody knows that the neighbour's girl and {name} went out that night." for name in _NAMES
    ],
    "a date of birth": [f"She was born on {day}." for day in BIRTHS[:1]] + [f"(DOB {day})" for day in BIRTHS],
    "a reference like this file's": [f"See {reference}." for reference in REFERENCES],
}


def _in_one_file(data: bytes, name: str, way: str) -> Iterator[Planted]:
    case = _read(data, name)
    places = [
        passage for passage in passages(case) if isinstance(passage.path[-1], str) and _first_name_in(case, passage)
    ]
    for start in range(0, len(_WAYS[way]), max(1, len(places))):
        case = _read(data, name)
        here = {passage.path: passage for passage in passages(case)}
        rows = []
        for passage, what in zip(places, _WAYS[way][start:], strict=False):
            text = _with(case, here[passage.path], what, way)
            setattr(here[passage.path].part, _attribute(here[passage.path]), text)
            rows.append((what, text, passage.path))
        asked = {found.path for found in asks(_look(case))}
        yield from (Planted(way, what, text, path in asked) for what, text, path in rows)


def _with(case: Case, passage: Passage, what: str, way: str) -> str:
    if "in place of" in way or "behind" in way:
        somebody = _first_name_in(case, passage)
        return re.sub(
            rf"(?<!\w)(?:(?:Mr|Mrs|Miss|Aunt|Auntie|Grandad|Babcia|Uncle) )?{re.escape(somebody)}(?!\w)",
            what,
            passage.text,
        )
    return f"{passage.text} {what}"


def _first_name_in(case: Case, passage: Passage) -> str:
    names = [
        person.name.split()[-1 if len(person.name.split()) == 2 and person.name.split()[0] in _TITLES else 0]
        for person in case.people.values()
    ]
    return next((name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", passage.text)), "")


_TITLES = ("Mr", "Mrs", "Miss", "Ms", "Dr", "Aunt", "Auntie", "Uncle", "Grandad", "Nan", "Babcia", "Coach", "Avó", "PC")


def _attribute(passage: Passage) -> str:
    return passage.part.attributes[str(passage.path[-1])]


def _read(data: bytes, name: str) -> Case:
    case = read_case(data, name).case
    assert case is not None
    return case


def _look(case: Case) -> Look:
    return Look(case, england())


def asks(look: Look) -> Iterator[Found]:
    """Ask SH106 of a look."""
    assert speaks_of_this_family.ask is not None
    return speaks_of_this_family.ask(look)
