"""How much is gone: names planted into every key of the format and into the examples, and counted in the copy.

`pytest -s` prints the table that stands in docs/pseudonymise.md.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from builders import put
from report.making.every_key import every_key
from report.proof.plain import dump, leaves, load
from support.running import EXAMPLES

from sostool.case.read import read_case
from sostool.identity.folding import folded
from sostool.pseudonymise.copying import Copy, pseudonymised

# Of many origins; some with two parts, some that are everyday words too.
FIRST = (
    "Aaliyah Oluwaseun Zoë Łukasz Siobhán Mary-Jane Ngọc Xiaoming Björk Rhys Priyanka Tadhg Nikolai Chukwuemeka Saoirse "
    "Ferdinánd Yasmîn Muhammad Keisha Bronwen Jürgen İpek Anaïs Vytautas"
).split()
LAST = (
    "Okonkwo O'Brien Müller Smith-Jones Wójcik McAllister Nguyễn Papadopoulos D'Souza Fitzgerald Çelik Björnsson "
    "Llewellyn Rahman Kowalczyk Osei-Bonsu Petrov Ibáñez Huang Strachan Adeyemi Vasquez Thistlethwaite Quigley"
).split()
WORDS = "Will May Rose Grace Hope Mark Dean Court Joy Faith April Summer Bill Dawn".split()
# Of people the file does not list.
STRANGERS = "Karen Maureen Jayden Shaniqua Derek Agnieszka Tyrone Gwendoline Imran Beryl".split()
SENTENCES = (
    "Yesterday {} came to the flat.",
    "{} came to the flat.",
    "We heard it from {}'s sister.",
    "The {}s live next door, and {} is one of them.",
    "At night {} and {} shout.",
    'Then "{}!" was shouted up the stairs.',
)


class Planted(NamedTuple):
    """One name planted, as it is spelt there."""

    name: str
    spelt: str


def spellings(name: str) -> Iterator[str]:
    """Give the ways in which people may type a name."""
    yield name
    yield f"{name}'s"
    yield f"{name}’s"
    yield f"{name}’ll"
    yield name.upper()
    if "'" in name:
        yield name.replace("'", "’")
        yield name.replace("'", "")
    if "-" in name:
        yield name.replace("-", " ")
    plain = folded(name)
    if plain != name.lower():
        yield plain.title()


def written_small(name: str) -> str:
    return name.lower()


def copy_of(case: Any) -> Copy:
    read = read_case(dump(case), "case.yaml")
    assert read.case is not None
    assert not read.findings, [(found.code, found.path) for found in read.findings][:3]
    return pseudonymised(read)


def left_in(data: bytes, names: list[str]) -> list[str]:
    """Give the names that a file still holds, also inside a longer word, whatever their case and accents."""
    text = re.sub(r"['’-]", "", folded(data.decode()))
    return [name for name in names if re.sub(r"['’-]", "", folded(name)) in text]


def planted_everywhere(names: list[tuple[str, str]], small: bool) -> tuple[Any, int]:
    """Give a case with every key filled, its people named so, and every text made of their names."""
    turn = random.Random(8)
    count = 0

    def write(_: object) -> str:
        nonlocal count
        first, last = turn.choice(names)
        name = turn.choice((first, last, f"{first} {last}"))
        spelt = turn.choice([*spellings(name), *([written_small(name)] if small else [])])
        sentence = turn.choice(SENTENCES)
        count += sentence.count("{}")
        return sentence.replace("{}", spelt)

    case = every_key(write)
    for person, (first, last) in zip(case["people"].values(), names, strict=False):
        person["name"] = f"{first} {last}"
    return case, count


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    return list(zip(FIRST, LAST, strict=True))


class TestOfNamesThatTheFileLists:
    def test_not_one_is_left_in_any_key(self, pairs: list[tuple[str, str]]) -> None:
        planted = 0
        for start in range(0, len(pairs), 10):
            names = (pairs[start:] + pairs)[:10]
            case, count = planted_everywhere(names, small=True)
            planted += count
            copy = copy_of(case)
            assert left_in(copy.data, [name for pair in names for name in pair]) == []
        assert planted > 900
        print(f"\nnames the file lists, in every key: {planted} planted, 0 left")  # noqa: T201 - for the page

    def test_everyday_words_are_gone_where_they_have_a_capital(self) -> None:
        names = list(zip(WORDS[:10], LAST, strict=False))
        case, count = planted_everywhere(names, small=False)
        copy = copy_of(case)
        left = [
            name for name, _ in names if re.search(rf"\b{name}(?:s|'s|’s)?\b|\b{name.upper()}\b", copy.data.decode())
        ]
        assert left == []
        print(f"\nnames that are everyday words, with a capital: {count} planted, 0 left")  # noqa: T201 - for the page

    def test_comments_keys_and_ids_hold_none(self) -> None:
        text = (
            "# Aaliyah Okonkwo\nsostool: 1 # Aaliyah\nreference: EX-7\nmeeting: {kind: mapping, date: 2026-03-17}\npeople:\n"
            "  aaliyah: # Okonkwo\n    name: Aaliyah Okonkwo\n    role: child\n  okonkwo: {name: Mr Okonkwo, role: parent, "
            "parent_of: [aaliyah]}\ndangers:\n  - id: aaliyah-hurt\n    statement: |  # Okonkwo's words\n      Aaliyah.\n\n"
            "# Aaliyah\n    children: [aaliyah]\nanswers:\n  - {check: DS101, at: dangers.aaliyah-hurt, reason: x}\n"
            "  - {check: DS101, at: people.aaliyah.okonkwo, reason: x} # aaliyah\n#Aaliyah"
        )
        read = read_case(text.encode(), "case.yaml")
        assert not read.findings
        copy = pseudonymised(read)
        assert left_in(copy.data, ["Aaliyah", "Okonkwo"]) == []
        assert b"at: dangers.danger-1" in copy.data
        assert b"at: people.child-1.item" in copy.data


class TestInTheExamples:
    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
    def test_no_name_reference_or_number_of_an_example_is_left(self, example: Path) -> None:
        data = example.read_bytes()
        copy = pseudonymised(read_case(data, example.name))
        case = load(data)
        text = copy.data.decode()
        people = case["people"]
        given = {word for person in people.values() for word in re.findall(r"[A-ZŁŚŻÉÁÍ][^\W\d_]{2,}", person["name"])}
        given -= {
            "Aunt",
            "Auntie",
            "Uncle",
            "Grandad",
            "Nana",
            "Nanna",
            "Granny",
            "Great",
            "Miss",
            "Mrs",
            "Coach",
            "Babcia",
        }
        wanted = given | {case["reference"]} | {value for path, value in leaves(case) if path[-1] in ("phone", "email")}
        assert len(wanted) > 8
        assert [word for word in sorted(wanted) if re.search(rf"\b{re.escape(word)}\b", text)] == []

    @pytest.mark.parametrize(
        ("what", "strangers", "least"), [("other names", STRANGERS, 0.99), ("everyday words", WORDS, 0.6)]
    )
    def test_of_strangers_most_are_pointed_out(self, what: str, strangers: list[str], least: float) -> None:
        planted = told = quiet = 0
        for example in EXAMPLES:
            case = load(example.read_bytes())
            quiet += len({one.words for one in copy_of(case).unlisted})
            listed = {word for person in case["people"].values() for word in re.findall(r"\w+", person["name"])}
            unknown = [stranger for stranger in strangers if stranger not in listed]
            places = [
                path for path, value in leaves(case) if path[-1] in ("what", "statement", "reason") and len(value) > 20
            ]
            for number, path in enumerate(places):
                sentence = SENTENCES[number % len(SENTENCES)]
                here: Any = case
                for step in path[:-1]:
                    here = here[step]
                here[path[-1]] += " " + sentence.replace("{}", unknown[number % len(unknown)])
                planted += sentence.count("{}")
            told += sum(one.words.startswith(tuple(unknown)) for one in copy_of(case).unlisted)
        print(  # noqa: T201 - for the page
            f"\nnames the file does not list ({what}): {planted} planted, {told} pointed out ({told / planted:.1%}); "
            f"in the {len(EXAMPLES)} examples as they are, {quiet} other words"
        )
        assert planted > 200
        assert least < told / planted <= 1
        assert quiet <= 12


def test_put_is_the_same_family() -> None:
    case, _ = planted_everywhere(list(zip(FIRST, LAST, strict=True))[:10], small=True)
    again = copy_of(put(case, "reference", "EX-8"))
    assert again.data == copy_of(case).data
