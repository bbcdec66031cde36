"""How a check's docstring becomes its documentation."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("XX101", "nothing-in-particular", "advice")
def asks_nothing(look: Look) -> Iterator[Found]:
    """The first line.

    What it checks
        One line
        and another.

        A paragraph.

    Fails
        people:
          mia: {name: Mia}

    Source
        A book.
    """
    yield from ()


def test_a_docstring_is_read_by_its_headings() -> None:
    rule = asks_nothing.rule()
    assert rule.code == "XX101"
    assert rule.name == "nothing-in-particular"
    assert rule.severity == "advice"
    assert rule.summary == "The first line."
    assert rule.what == "One line\nand another.\n\nA paragraph."
    assert rule.fails == "people:\n  mia: {name: Mia}"
    assert rule.source == "A book."
    assert rule.why == rule.passes == ""


def test_a_check_without_a_docstring_can_still_be_explained() -> None:
    assert asks_nothing._replace(documentation="").rule().summary == ""
