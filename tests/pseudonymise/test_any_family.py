"""Whatever a family's file holds: the copy can be read, says the same in the same shape, and no name is left in it."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from report.proof.families import families
from report.proof.plain import Data, dump, leaves

from sostool.case.read import read_case
from sostool.pseudonymise.copying import pseudonymised

_MARKED = (
    "Zqmia",
    "Zqlisa",
    "Zqdean",
    "Zqjo",
    "Zqray",
    "Zqpriya",
    "Zqcole",
    "Zqann",
    "Zqtom",
    "Zqkim",
    "Zqzoe",
    "Zqnoah",
)
# What a person may type around a name, and what YAML might take for its own.
_AROUND = st.text(
    st.sampled_from(" \n\t.,:;'\"#-?!&*[]{}|>%@`~\\/()0123456789aeiou’“”–é\u0301\u200d\u00a0\u2028\u0085ßİ王ع"),
    max_size=12,
)


def shape(data: Data) -> Any:
    """Give what a file holds without its texts: how many keys and items there are."""
    if isinstance(data, dict):
        return [shape(value) for value in data.values()]
    return [shape(one) for one in data] if isinstance(data, list) else None


def marked(case: Data, number: int) -> tuple[Data, list[str]]:
    """Name the people of a case so that each name is met again, and put the names into all texts."""
    turn = random.Random(number)
    names = dict(zip(case["people"], turn.sample(_MARKED, len(_MARKED)), strict=False))
    for id_, name in names.items():
        case["people"][id_]["name"] = f"{name} Zqsurname" if turn.random() < 0.3 else name
    for path, value in leaves(case):
        if re.fullmatch(r"text \d+ of this family", value):
            here: Any = case
            for step in path[:-1]:
                here = here[step]
            here[path[-1]] = (
                f"{value} {turn.choice(list(names.values()))}'s {turn.choice(['', 'ZQSURNAME', 'zqsurname'])}"
            )
    return case, [*names.values(), "Zqsurname"]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(families(), st.integers(0, 999))
def test_any_family_comes_out_whole_and_without_its_names(case: Data, number: int) -> None:
    case, names = marked(case, number)
    data = dump(case)
    read = read_case(data, "case.yaml")
    assert not read.findings
    copy = pseudonymised(read)
    again = read_case(copy.data, "copy.yaml")
    assert not again.findings
    assert [name for name in names if name.lower() in copy.data.decode().lower()] == []
    assert copy.counts["person"] == len(case["people"])
    assert shape(load(copy.data)) == shape(load(data))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(_AROUND, st.sampled_from(("Zqmia", "Zqlisa", "ZQMIA", "zqlisa", "Zqmia Zqlisa"))), max_size=4),
    _AROUND,
    st.sampled_from("'\"|>"),
)
def test_any_text_around_a_name_stays_as_it_is(parts: list[tuple[str, str]], end: str, style: str) -> None:
    text = "".join(around + " " + name + " " for around, name in parts) + end
    people = {"a": {"name": "Zqmia", "role": "child"}, "b": {"name": "Zqlisa", "role": "child"}}
    case = {
        "sostool": "1",
        "reference": "LCS-77",
        "meeting": {"kind": "mapping", "date": "2026-03-17"},
        "people": people,
        "chronology": [{"what": text}],
    }
    data = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, default_style=style).encode()
    read = read_case(data, "case.yaml")
    # Such as a sign that turns the direction of the text, or a key that a line of the text looks like.
    assume(not read.findings)
    assert read.case is not None
    typed = read.case.chronology[0].what if read.case.chronology else ""
    copy = read_case(pseudonymised(read).data, "copy.yaml")
    assert copy.case is not None
    assert not copy.findings
    copied = copy.case.chronology[0].what if copy.case.chronology else ""
    assert "zq" not in copied.lower()
    names = {"Zqmia": "Cadrel", "Zqlisa": "Cobbin", "ZQMIA": "CADREL", "zqlisa": "cobbin"}
    if not any(letter.isdigit() or letter in "@/" for letter in typed):
        assert re.sub("(?i)zqmia|zqlisa", lambda found: names[found[0]], typed) == copied


def load(data: bytes) -> Data:
    return yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes nothing but text


_ANY = st.one_of(
    _AROUND,
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=12),
    st.lists(
        st.sampled_from(
            "Mia mia Will may MAY Mum Mr Dr van der Berg O'Neill Smith-Jones Aunt J. L 12 Alder Walk Road School Police Ex "
            "Example Street 07911 123456 GU1 1AA the of s 's 2019-06-02 2 June 2019 @ . - علي 王 EX-0001 child-1 Cadrel".split()
        ),
        max_size=5,
    ).map(" ".join),
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(_ANY, min_size=12, max_size=12), st.sampled_from(("mia", "will", "may", "aunt-jo", "hv", "cadrel", "x"))
)
def test_any_words_in_any_place_make_a_copy(texts: list[str], id_: str) -> None:
    name, other, phone, email, address, school, protected, source, what, agency, born, why = texts
    contact = {"phone": phone, "email": email, "address": address, "school": school, "gp": agency}
    case = {
        "sostool": "1",
        "reference": "LCS-77",
        "meeting": {"kind": "mapping", "date": "2026-03-17", "place": address, "why": why},
        "people": {
            id_: {"name": name, "role": "child", "born": "2019-06-02", "contact": contact},
            "b": {"name": other, "role": "parent", "agency": agency},
        },
        "chronology": [{"what": what, "said_by": [source, id_]}, {"what": f"{name} {other} {phone} {born}"}],
        "protected": [{"words": [protected, "Fern Court"], "from": [id_]}],
    }
    read = read_case(dump(case), "case.yaml")
    assume(not read.findings)
    copy = pseudonymised(read)
    again = read_case(copy.data, "copy.yaml")
    assert not again.findings
    assert shape(load(copy.data)) == shape(load(dump(case)))
    assert pseudonymised(again).counts["person"] == 2


# Pieces of dates, names and numbers, which are looked for one over the other.
_PIECES = (
    "2", "02", "6", "06", "2019", "19", "June", "Jun", "VI", "second of", "czerwca", "/", ".", "-", ", ", " ", "\n", "'s",
    "born ", "DOB", "birthday ", "Zoe", "O'Neill", "liz", "_", "van der Berg", "A.", "May", "may", "LCS-77", "07911",
    "123456", "GU2 7XH", "12", "Alder Walk", "Road", "@", "943 476 5919", "the ",
)  # fmt: skip
_PIECED = """
sostool: 1
reference: LCS-77
meeting: {kind: mapping, date: 2026-03-17}
people:
  zoe: {name: Zoë O'Neill, role: child, born: 2019-06-02}
  may: {name: May Al, role: child, born: 2012-03-02, contact: {phone: 07911 123456, address: 12 Alder Walk}}
  liz: {name: Elizabeth van der Berg, role: parent}
map: {working_well: {strengths: [TEXT]}}
"""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PIECES), min_size=3, max_size=30))
def test_pieces_of_dates_and_names_come_to_an_end_and_can_be_proved(pieces: list[str]) -> None:
    read = read_case(_PIECED.replace("TEXT", json.dumps("".join(pieces))).encode(), "case.yaml")
    assume(not read.findings)
    copy = pseudonymised(read)
    assert not read_case(copy.data, "copy.yaml").findings
