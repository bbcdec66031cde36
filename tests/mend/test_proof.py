"""Whatever an edit changes besides what was meant is seen, and then nothing may be written."""

from __future__ import annotations

import pytest
from support.mending import HEAD
from yaml.nodes import MappingNode

from sostool.case.read import ReadCase, read_case
from sostool.mend.edits import Edit
from sostool.mend.found import Mend, What
from sostool.mend.proof import NotProvenError, prove

BEFORE = "dangers:\n  - statement: a\n    rests_on: [b, c]\n    children:\n"


def read(text: str) -> ReadCase:
    return read_case((HEAD + text).encode(), "")


def meant(before: ReadCase, what: What, value: str) -> Mend:
    node = before.source.node(("dangers", 0) if what == "id" else ("dangers", 0, "statement"))
    assert node is not None
    assert (what == "id") == isinstance(node, MappingNode)
    return Mend(what, Edit(0, 0, ""), node, value)


@pytest.mark.parametrize(
    "after", [BEFORE, BEFORE + "# a comment\n", BEFORE.replace("\n", "\r\n"), BEFORE.replace("[b, c]", "[b,c]")]
)
def test_the_same_is_the_same(after: str) -> None:
    prove(read(BEFORE), read(after))


@pytest.mark.parametrize(
    ("what", "value", "after"),
    [
        ("date", "x", BEFORE.replace("statement: a", "statement: x")),
        ("abbreviation", "x", BEFORE.replace("statement: a", "statement: x")),
        ("quotation marks", "a", BEFORE.replace("statement: a", "statement: 'a'")),
        ("id", "danger-1", BEFORE.replace("- statement", "- id: danger-1\n    statement")),
    ],
)
def test_what_was_meant_is_right_only_if_it_was_meant(what: What, value: str, after: str) -> None:
    before = read(BEFORE)
    prove(before, read(after), [meant(before, what, value)])
    with pytest.raises(NotProvenError):
        prove(before, read(after))
    with pytest.raises(NotProvenError):
        prove(before, read(BEFORE), [meant(before, what, value + "x")])


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("statement: a", "statement: b"),
        BEFORE.replace("statement: a", "statement: 'a'"),
        BEFORE.replace("statement", "statemen"),
        BEFORE.replace("[b, c]", "[b]"),
        BEFORE.replace("[b, c]", "b"),
        BEFORE.replace("[b, c]", "{b: c}"),
        BEFORE.replace("children:", "children: ''"),
        BEFORE.replace("    children:\n", ""),
        BEFORE + "    goal: x\n",
        BEFORE + "scale:\n",
        BEFORE.replace("statement: a", "statement: a: b"),
        "",
    ],
)
def test_anything_else_is_refused(after: str) -> None:
    with pytest.raises(NotProvenError):
        prove(read(BEFORE), read(after))


def test_a_file_that_became_unreadable_is_refused() -> None:
    with pytest.raises(NotProvenError):
        prove(read(BEFORE), read_case(b"", ""))


def test_a_mend_of_something_that_is_not_in_the_file_is_refused() -> None:
    with pytest.raises(NotProvenError):
        prove(read(BEFORE), read(BEFORE), [meant(read(BEFORE), "date", "a")])


def test_a_second_new_key_is_refused() -> None:
    before = read(BEFORE)
    after = read(BEFORE.replace("- statement", "- id: danger-1\n    goal: x\n    statement"))
    with pytest.raises(NotProvenError):
        prove(before, after, [meant(before, "id", "danger-1")])
