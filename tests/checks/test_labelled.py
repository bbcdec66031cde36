"""Text checks are guesses: how often they guess right on texts as workers write them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

import pytest
from support.cases import asked, read

from checks.labelled import Labelled, labelled

LEAST_OF_EACH = 6
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.85


class Score(NamedTuple):
    """How often one check asked rightly, kept still wrongly, asked wrongly, and kept still rightly."""

    hits: int
    misses: int
    false_alarms: int
    rightly_still: int


@cache
def codes_asked(text: Labelled) -> frozenset[str]:
    return frozenset(finding.code for finding in asked(text.case).findings)


@cache
def scores() -> dict[str, Score]:
    counted: dict[str, Counter[str]] = {}
    for text in labelled():
        for code in text.should | text.should_not:
            name = (
                ("hits" if code in codes_asked(text) else "misses")
                if code in text.should
                else ("false_alarms" if code in codes_asked(text) else "rightly_still")
            )
            counted.setdefault(code, Counter())[name] += 1
    return {code: Score(**{name: counts[name] for name in Score._fields}) for code, counts in sorted(counted.items())}


def wrong(code: str) -> list[str]:
    return [
        f"{'missed' if code in text.should else 'false alarm'} ({text.file}): {text.text}"
        for text in labelled()
        if (code in text.should and code not in codes_asked(text))
        or (code in text.should_not and code in codes_asked(text))
    ]


def table() -> str:
    return "\n".join(
        f"{code}  hits {score.hits:>3}  misses {score.misses:>2}  false alarms {score.false_alarms:>2}  "
        f"rightly still {score.rightly_still:>3}"
        for code, score in scores().items()
    )


@pytest.mark.parametrize("text", labelled(), ids=lambda text: f"{text.file}-{text.text[:30]}")
def test_each_text_stands_in_a_case_that_can_be_read(text: Labelled) -> None:
    assert [finding.message for finding in read(text.case).findings] == []
    assert text.should | text.should_not
    assert not text.should & text.should_not


@pytest.mark.parametrize("code", scores())
def test_each_check_has_enough_texts_and_at_most_one_false_alarm(code: str) -> None:
    score = scores()[code]
    assert score.hits + score.misses >= LEAST_OF_EACH, code
    assert score.false_alarms + score.rightly_still >= LEAST_OF_EACH, code
    assert score.false_alarms <= 1, "\n".join(wrong(code))
    assert score.hits / (score.hits + score.misses) >= LEAST_RECALL - 0.1, "\n".join(wrong(code))


def test_over_all_checks_it_is_right_more_often_than_not() -> None:
    total = [sum(values) for values in zip(*scores().values(), strict=True)]
    hits, misses, false_alarms, _ = total
    print(f"\n{table()}")  # noqa: T201 - what the floor is measured on; shown when it fails or with -s
    assert hits / (hits + false_alarms) >= LEAST_PRECISION
    assert hits / (hits + misses) >= LEAST_RECALL


def test_there_are_enough_texts_half_of_them_weak() -> None:
    texts = labelled()
    weak = sum(bool(text.should) for text in texts)
    assert len({text.text for text in texts}) >= 130
    assert 0.35 <= weak / len(texts) <= 0.65
