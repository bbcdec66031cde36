"""An earlier item is one of ours, or rather one of the others, whatever its id says."""

from __future__ import annotations

from typing import Any

import pytest
from builders import family, put, read

from sostool.case.model import Case
from sostool.story.rather import rather_others

WELL = "map.working_well.strengths"
SAID = "Dean reads to both children at bedtime"
ALIKE = "Dean reads to both children at bedtime and does the voices"
LESS = "Dean reads to the children on Sundays"
OTHER = "Aunt Jo has a garden with a swing"


def _case(path: str, items: Any) -> Case:
    case = read(put(family(), path, items)).case
    assert case is not None
    return case


def strengths(*items: Any) -> tuple[Any, ...]:
    found = _case(WELL, list(items)).map
    assert found is not None
    assert found.working_well is not None
    return found.working_well.strengths


def rules(*items: Any) -> tuple[Any, ...]:
    found = _case("safety_plan.rules", list(items)).safety_plan
    assert found is not None
    return found.rules


def ratings(*items: Any) -> tuple[Any, ...]:
    found = _case("dangers.0.scale", {"ten": "a", "ratings": list(items)}).dangers[0].scale
    assert found is not None
    return found.ratings


@pytest.mark.parametrize(
    ("ours", "others", "is_other"),
    [
        ([], [], False),
        ([SAID], [], False),
        ([], [SAID], True),
        ([SAID], [SAID], False),
        ([LESS], [SAID], True),
        ([LESS], [ALIKE], True),
        ([ALIKE], [LESS], False),
        ([OTHER], [ALIKE], True),
        ([], [OTHER], False),
    ],
)
def test_the_words_decide(ours: list[str], others: list[str], is_other: bool) -> None:
    before = strengths(SAID)
    assert (
        bool(rather_others(before, strengths(*ours) if ours else (), strengths(*others) if others else ())) is is_other
    )


def test_each_is_looked_at_alone() -> None:
    assert len(rather_others(strengths(SAID, SAID + "."), (), strengths(SAID))) == 2


@pytest.mark.parametrize(
    ("ours", "others", "is_other"),
    [
        (("a", OTHER), ("b", SAID), True),
        (("a", OTHER), ("b", OTHER), False),
        (("b", OTHER), ("a", OTHER), True),
        (("b", ALIKE), ("a", OTHER), True),
        (("b", SAID), ("a", OTHER), False),
        (("a", OTHER), ("a", OTHER), False),
    ],
)
def test_an_id_counts_where_the_words_say_nothing(
    ours: tuple[str, str], others: tuple[str, str], is_other: bool
) -> None:
    def one(id_: str, what: str) -> tuple[Any, ...]:
        return rules({"id": id_, "what": what})

    assert bool(rather_others(one("a", SAID), one(*ours), one(*others))) is is_other


@pytest.mark.parametrize(
    ("ours", "others", "is_other"),
    [
        (4, 4, False),
        (5, 4, True),
        (4, 5, False),
        (5, 6, False),
        (None, 4, True),
        (None, 5, True),
    ],
)
def test_a_number_is_known_by_whose_it_is_and_its_day_and_then_by_what_it_says(
    ours: int | None, others: int, is_other: bool
) -> None:
    def one(score: int | None, **more: Any) -> tuple[Any, ...]:
        return ratings({"who": "lisa", "date": "2026-03-10", "score": score} | more) if score is not None else ()

    before, mark = one(4), {"withhold": {"from": ["dean"]}}
    assert bool(rather_others(before, one(ours), one(others, **mark))) is is_other
    elsewhere = ratings({"who": "dean", "date": "2026-03-10", "score": 4})
    assert rather_others(before, (), elsewhere) == set()
