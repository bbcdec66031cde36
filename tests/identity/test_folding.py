"""Two texts that a person reads as the same are the same once folded."""

from __future__ import annotations

import pytest

from sostool.identity.folding import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "ZOE\u0308"),
        ("Łódź", "lodz"),
        ("O\u2019Neill", "o'neill"),
        ("Straße", "STRASSE"),
        ("Fe\u00adrn", "fern"),
        ("ﬁre", "fire"),
        ("１２", "12"),
    ],
)
def test_the_same_to_a_reader_is_the_same_when_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_words_stay_different() -> None:
    assert folded("Fern") != folded("Ferm")
