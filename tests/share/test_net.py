"""The second net: which words it looks for, what opens them, and where it finds them."""

from __future__ import annotations

import pytest
from builders import Data, family, profile, put, read

from sostool.findings.finding import path_text
from sostool.share.net import Net
from sostool.share.readers import find_reader
from sostool.share.traced import traced
from sostool.share.why import Why

SAID = "I want us all to live in one house and nobody shouts."
STRENGTHS = "map.working_well.strengths"
WITHHELD: Data = {"from": ["dean"]}


def net(case: Data, name: str) -> Net:
    found = read(case).case
    assert found is not None
    reader = find_reader(found, profile(), name)
    assert reader is not None
    return Net(found, profile(), reader)


def places(case: Data, name: str) -> list[str]:
    return [path_text(path) for path in net(case, name).places()]


def items(*given: Data) -> list[Data]:
    return [{"what": SAID, "children": ["mia"], "said_by": ["cole"], **item} for item in given]


FIRST, SECOND = (f"map.working_well.strengths[{number}].what" for number in (0, 1))


@pytest.mark.parametrize(
    ("one", "other", "feared", "caught"),
    [
        ({}, {}, False, []),
        ({"withhold": WITHHELD}, {}, False, [SECOND]),
        ({"withhold": WITHHELD}, {"withhold": WITHHELD}, False, []),
        ({"said_by": ["lisa"]}, {}, False, []),
        ({"said_by": ["lisa"]}, {}, True, [SECOND]),
        ({"said_by": ["lisa", "dean"]}, {"said_by": ["dean"]}, True, [SECOND]),
        # What was cleared stands open wherever it is said, but nothing that somebody has withheld.
        (
            {"said_by": ["lisa"]},
            {"said_by": ["lisa"], "cleared": {"for": ["dean"], "by": "ann", "date": "2026-03-12"}},
            True,
            [],
        ),
        (
            {"withhold": WITHHELD},
            {"said_by": ["lisa"], "cleared": {"for": ["dean"], "by": "ann", "date": "2026-03-12"}},
            True,
            [SECOND],
        ),
        # A clearing without a day clears nothing, so both are held back.
        ({"said_by": ["lisa"]}, {"said_by": ["lisa"], "cleared": {"for": ["dean"], "by": "ann"}}, True, []),
    ],
)
def test_the_same_sentence_held_back_in_one_place_and_open_in_another(
    one: Data, other: Data, feared: bool, caught: list[str]
) -> None:
    assert places(put(family(feared=feared), STRENGTHS, items(one, other)), "dean") == caught


def voice(who: str, *may_share: str) -> Data:
    return {"who": who, "date": "2026-03-10", "words": [SAID], "may_share": list(may_share)}


@pytest.mark.parametrize(
    ("voices", "feared", "caught"),
    [
        ([voice("mia", "lisa")], False, [FIRST]),
        ([voice("mia", "dean")], False, []),
        ([voice("dean")], False, []),
        # Two have said the same: whom one of them told it, it is no news.
        ([voice("mia", "lisa"), voice("noah", "dean")], False, []),
        ([voice("mia", "lisa"), voice("dean")], False, []),
        ([voice("lisa"), voice("dean")], True, []),
        ([voice("lisa")], True, [FIRST]),
    ],
)
def test_own_words_typed_into_the_map(voices: list[Data], feared: bool, caught: list[str]) -> None:
    case = put(put(family(feared=feared), STRENGTHS, items({})), "voices", voices)
    assert places(case, "dean") == caught


def test_a_feared_fathers_own_voice_opens_nothing_that_was_withheld_from_him() -> None:
    case = put(put(family(feared=True), STRENGTHS, items({"withhold": WITHHELD})), "voices", [voice("dean")])
    assert places(case, "dean") == ["voices[0].words[0]"]


def test_the_reason_why_it_was_caught_is_told() -> None:
    case = put(
        put(family(feared=True), STRENGTHS, items({"said_by": ["lisa"]}, {})),
        "protected",
        [{"words": ["house"], "from": ["dean"]}],
    )
    found = read(case).case
    assert found is not None
    (caught,) = net(case, "dean").caught_in_view(traced(found))
    assert (path_text(caught.path), caught.protected, set(caught.runs.values())) == (SECOND, ("house",), {Why.WORDS_OF})
    assert len(caught.runs) == len(SAID.split()) - 7


@pytest.mark.parametrize(
    ("from_", "gets_them"),
    [
        (["dean"], {"lisa", "practitioners", "kim"}),
        (["everyone"], set()),
        (["dov"], {"lisa", "practitioners", "kim", "ray", "dean"}),
        (["cole"], {"lisa", "kim", "ray", "dean"}),
        (["ray"], {"lisa", "practitioners", "kim", "dean"}),
    ],
)
def test_protected_words_are_looked_for_with_those_of_a_feared_persons_side(
    from_: list[str], gets_them: set[str]
) -> None:
    case = put(family(feared=True, side=True), "protected", [{"words": ["Fern Court"], "from": from_}])
    names = ("lisa", "practitioners", "kim", "ray", "dean")
    assert {name for name in names if not net(case, name).protected} == gets_them
    assert net(case, "chair").protected == ()


def test_a_room_holds_what_its_people_must_not_get() -> None:
    case = put(family(), STRENGTHS, items({"withhold": {"from": ["ray"]}}, {}))
    put(case, "meeting.attendance", [{"who": "dean", "part": "separately", "with": ["ray"]}])
    assert places(case, "room") == [SECOND]
    assert places(case, "room:dean") == [SECOND]
    assert places(case, "room:lisa") == []
