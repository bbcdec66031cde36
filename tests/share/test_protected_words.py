"""Protected words stand in nothing a listed person gets, however they were typed; otherwise nothing is made."""

from __future__ import annotations

import pytest
from builders import Data, family, profile, put, read, reader

from sostool.identity.listed_words import holds_any
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS, Made, Maker, Refused
from sostool.report.making.workshop import Workshop

STRENGTHS = "map.working_well.strengths"


def guarded(text: str, words: str, *from_: str) -> Data:
    case = put(family(), STRENGTHS, [{"what": text, "said_by": ["cole"], "children": ["mia"]}])
    return put(case, "protected", [{"words": [words], "from": list(from_ or ("dean",))}])


def make(case: Data, name: str, kind: str = "report") -> list[Made]:
    return Maker(read(case), Workshop(profile())).make(KINDS[kind], reader(case, name), FORMATS)


SPELLINGS = {
    "Fern Court": [
        "Fern Court",
        "FERN COURT",
        "fern court",
        "Ferncourt",
        "fern-court",
        "Fern  Court",
        "Fern\u00a0Court",
        "Fern\nCourt",
        "Fern Court's",
        "Fern, Court",
        "\u201cFern Court\u201d",
        "Fern\u200bCourt",
        "the Fern Court flats",
    ],
    "12 Alder Walk": ["12 Alder Walk", "12, alder walk", "12 AlderWalk", "at 12 Alder Walk."],
    "SE1 7AB": ["SE1 7AB", "se1 7ab", "SE17AB", "SE1\u00a07AB"],
    "07700 900123": [
        "07700 900123",
        "07700900123",
        "+44 7700 900123",
        "+447700900123",
        "0044 7700 900 123",
        "(07700) 900-123",
        "+44 (0)7700 900123",
        "7700 900123",
        "07700.900.123",
        "on 3 March 2026 07700 900123",
        "07700\u2013900123",
    ],
    "Zoë": ["Zoe", "ZOË", "Zoe\u0308", "zoe's", "Zoë\u2019s", "Zoes"],
    "Müller": ["muller", "MÜLLER", "Mu\u0308ller's"],
    "Fern": ["Fern", "fern.", "(Fern)", "Fern's", "Fern\u2019s", "Ferns", "Fern-"],
    "St Mary's": ["St Mary's", "St Marys", "St. Mary\u2019s", "st mary's"],
    "St Marys": ["St Mary's", "St Mary\u2019s"],
    "lisa@example.org": ["lisa@example.org", "LISA@EXAMPLE.ORG", "<lisa@example.org>"],
    "Straße": ["Strasse", "STRASSE", "straße"],
}
PAIRS = [(words, text) for words, texts in SPELLINGS.items() for text in texts]


@pytest.mark.parametrize(("words", "text"), PAIRS, ids=[f"{words!r} as {text!a}" for words, text in PAIRS])
def test_protected_words_are_found_in_many_spellings(words: str, text: str) -> None:
    assert holds_any(f"They met {text} then.", [words])
    assert not holds_any("They met at school then.", [words])


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param("+44 7700 900123", "07700 900123", id="a number protected with its country"),
        pytest.param("Łódź Road", "Lodz Road", id="letters with a stroke"),
        pytest.param("O'Neill", "O\u2019Neill", id="an apostrophe as Word writes it"),
        pytest.param("Smith-Jones", "Smith Jones", id="a double name with a space"),
        pytest.param("Fern", "Fe\u00adrn", id="a soft hyphen inside one word"),
        pytest.param("Fern", "Fe\u200brn", id="a space of no width inside one word"),
    ],
)
def test_protected_words_are_found_in_rare_spellings(words: str, text: str) -> None:
    assert holds_any(f"They met {text} then.", [words])


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Ash", "washing"),
        ("Ash", "ashamed"),
        ("Ash", "Ashley"),
        ("Fern", "fernet"),
        ("Al", "also"),
        ("Bell", "belly"),
        ("Oak", "soak"),
    ],
)
def test_one_protected_word_does_not_fire_inside_another(words: str, text: str) -> None:
    assert not holds_any(f"They met {text} then.", [words])
    assert make(guarded(f"She likes {text} and tea.", words), "dean")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Ash Lane", "Wash Lane"),
        ("Ash Lane", "Ash Lanerton"),
        ("Flat 1", "Flat 12"),
        ("1 High Street", "21 High Street"),
        ("M4", "Room 4"),
        ("E1", "She wrote 1 letter"),
    ],
)
def test_several_protected_words_do_not_fire_inside_others(words: str, text: str) -> None:
    assert not holds_any(f"They met {text} then.", [words])


READERS = ["dean", "dov", "room", "room:dean"]


@pytest.mark.parametrize(
    ("name", "kind"), [*((name, "report") for name in READERS), ("room", "map"), ("room:dean", "map")]
)
def test_a_copy_with_protected_words_is_not_made(name: str, kind: str) -> None:
    case = guarded("Mia sleeps at FERN court on Fridays.", "Fern Court")
    with pytest.raises(Refused) as refused:
        make(case, name, kind)
    assert [leak.shown_path for leak in refused.value.leaks] == [("map", "working_well", "strengths", 0, "what")]
    assert "fern" not in str(refused.value).casefold()


def test_the_places_are_told_by_line_and_without_the_words() -> None:
    case = guarded("Mia sleeps at FERN court on Fridays.", "Fern Court")
    found = read(case)
    with pytest.raises(Refused) as refused:
        make(case, "dean")
    (leak,) = refused.value.leaks
    assert "FERN court" in found.source.line(leak.place.line)
    assert "fern" not in repr((leak.path, leak.shown_path)).casefold()


def test_every_place_in_a_copy_is_told() -> None:
    case = guarded("Mia sleeps at Fern Court.", "Fern Court")
    put(case, "meeting.why", "Somebody was seen at Fern Court.")
    put(case, "people.jo.relation", "Lisa's sister at Fern Court")
    with pytest.raises(Refused) as refused:
        make(case, "dean")
    # Dean does not get Jo: where the words stand that he would not get is no reason to change the file.
    assert {leak.shown_path for leak in refused.value.leaks} == {
        ("map", "working_well", "strengths", 0, "what"),
        ("meeting", "why"),
    }


@pytest.mark.parametrize("name", ["lisa", "sal", "jo", "practitioners", "chair", "room:lisa", "priya"])
def test_others_get_their_copies(name: str) -> None:
    assert len(make(guarded("Mia sleeps at Fern Court.", "Fern Court"), name)) == 2


def test_words_in_what_a_reader_does_not_get_stop_nothing() -> None:
    case = guarded("Mia sleeps at Fern Court.", "Fern Court")
    put(case, f"{STRENGTHS}.0.withhold", {"from": ["dean", "dov"]})
    assert len(make(case, "dean")) == 2


def test_words_protected_from_everyone_are_for_the_chair_alone() -> None:
    case = guarded("Mia sleeps at Fern Court.", "Fern Court", "everyone")
    for name in ("lisa", "room", "practitioners", "cole"):
        with pytest.raises(Refused):
            make(case, name)
    assert len(make(case, "chair")) == 2


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("people.dean.relation", "Dad, of Fern Court"),
        ("people.mia.name", "Fern Court"),
        ("dangers.0.statement", "He waits at Fern Court."),
        (
            "dangers.0.scale",
            {"ten": "a", "zero": "Fern Court", "ratings": [{"who": "cole", "date": "2026-03-10", "score": 3}]},
        ),
        ("voices", [{"who": "dean", "date": "2026-03-10", "words": ["I know Fern Court."]}]),
        ("voices", [{"who": "dean", "date": "2026-03-10", "how": "at Fern Court", "words": ["x"]}]),
        ("safety_plan.rules", [{"what": "x", "danger": "hurting", "who": ["dean"], "when": "He passes Fern Court"}]),
        ("reference", "FERN-COURT-1"),
        ("map.worried.past_harm", [{"what": "x", "children": ["mia"], "said_by": ["a neighbour in Fern Court"]}]),
    ],
    ids=["relation", "name", "statement", "scale", "words", "how", "rule", "reference", "source"],
)
def test_protected_words_are_found_wherever_they_were_typed(path: str, text: object) -> None:
    case = put(guarded("x", "Fern Court"), path, text)
    for name in ("dean", "room"):
        if name == "room" and path == "voices":
            continue
        with pytest.raises(Refused):
            make(case, name)
