from __future__ import annotations

import pytest
from support.cases import HEAD, PEOPLE, england, read

from sostool.checks.family_map.violence import Violence
from sostool.checks.look import Look

FEARED = HEAD + (
    "people:\n  mia: {name: Mia, role: child}\n  lisa: {name: Lisa, role: parent}\n"
    "  dean: {name: Dean, role: parent, must_not_see: {words_of: [lisa]}}\n"
)


def violence(text: str, said: str = "") -> Violence:
    file = f"{text}chronology: [{{what: {said}}}]\n" if said else text
    case = read(file).case
    assert case is not None
    return Violence(Look(case, england()))


@pytest.mark.parametrize(
    "said", ["Dean hit Lisa.", "He is controlling.", "He wouldn't let her leave.", "DV", "She is AFRAID  of him."]
)
def test_words_of_either_list_are_heard(said: str) -> None:
    assert violence(HEAD + PEOPLE, said).may_be_about((), said)


@pytest.mark.parametrize("said", ["The flat is cold.", "Dean rang Ray.", "A white van", ""])
def test_other_words_are_not(said: str) -> None:
    assert not violence(HEAD + PEOPLE, said).may_be_about((), said)


@pytest.mark.parametrize(
    ("about", "may_be"), [(("dean",), True), (("lisa",), False), ((), True), (("lisa", "dean"), True)]
)
def test_where_somebody_is_feared_only_what_is_about_others_is_not(about: tuple[str, ...], may_be: bool) -> None:
    assert violence(FEARED).may_be_about(about, "The flat is cold.") is may_be
