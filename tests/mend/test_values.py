"""Every value of a file with its kind, in whatever shape it is typed."""

from __future__ import annotations

import pytest
from support.mending import HEAD
from support.running import EXAMPLES

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.mend.values import values
from sostool.yamlfile.kinds import Day, Number, Text, To


def paths(text: str) -> dict[str, type]:
    root = read_case((HEAD + text).encode(), "").source.root
    assert root is not None
    found = {".".join(map(str, value.path)): type(value.kind) for value in values(root, Case)}
    return {path: kind for path, kind in found.items() if not path.startswith(("sostool", "reference", "meeting"))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("people: {mia: {name: Mia, born: 2019-06-02}}", {"people.mia.name": Text, "people.mia.born": Day}),
        ("chronology: [It began.]", {"chronology.0.what": Text}),
        ("chronology: It began.", {"chronology.what": Text}),
        ("chronology: {what: a}", {"chronology.what": Text}),
        ("dangers: [{children: [mia, ~]}, {children: mia}]", {"dangers.0.children.0": To, "dangers.1.children": To}),
        ("scale: {ratings: [{score: 4}]}", {"scale.ratings.0.score": Number}),
        ("dangers: [{goal: a}]", {"dangers.0.goal.statement": Text}),
    ],
)
def test_values_are_found_as_the_reader_reads_them(text: str, expected: dict[str, type]) -> None:
    assert paths(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "people: [mia]", "people: {mia: x}", "people: {mia: {nmae: x}}", "dangers: [x, [y]]", "nobody: {knows: this}",
        "map: x", "scale: {ten: [a], zero: {b: c}}", "? [a]\n: b",
    ],
)  # fmt: skip
def test_what_stands_where_nothing_is_declared_is_passed_over(text: str) -> None:
    assert all(isinstance(kind, type) for kind in paths(text).values())
    assert not {path for path in paths(text) if path.startswith(("nobody", "people.mia.", "map"))}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_each_path_leads_to_its_node(example: object) -> None:
    assert hasattr(example, "read_bytes")
    source = read_case(example.read_bytes(), "").source
    assert source.root is not None
    found = list(values(source.root, Case))
    assert len(found) > 100
    assert all(source.node(value.path) is value.node for value in found)
