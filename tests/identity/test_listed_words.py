"""Protected words are found whatever their spelling, and not where they are only part of another word."""

from __future__ import annotations

import pytest

from sostool.identity.folded_text import MARKUP, FoldedText
from sostool.identity.listed_words import holds_any, spellings_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They moved to Fern Court in May.", "Fern Court"),
        ("FERN  COURT", "Fern Court"),
        ("fern-court", "Fern Court"),
        ("Ferncourt flat 2", "Fern Court"),
        ("at 12 Alder Walk.", "12 Alder Walk"),
        ("the café Zoë runs", "Cafe Zoe"),
        ("postcode AB1 2CD", "AB12CD"),
        ("postcode ab12cd", "AB1 2CD"),
        ("ring 07700 900123", "07700900123"),
        ("ring +44 7700 900123", "07700 900123"),
        ("ring 0044 7700 900 123 now", "07700 900123"),
        ("ring +44 (0)7700 900123", "07700 900123"),
        ("St Mary's school", "St Mary's"),
        ("Ash's house", "Ash"),
    ],
)
def test_protected_words_are_found(text: str, words: str) -> None:
    assert holds_any(text, [words])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She does the washing.", "Ash"),
        ("The court met.", "Fern Court"),
        ("on 07 March 2026", "07700 900123"),
        ("nothing here", ""),
        ("nothing here", "..."),
    ],
)
def test_other_words_are_left_alone(text: str, words: str) -> None:
    assert not holds_any(text, [words])


ADDRESS = "12 Alder Walk, Leeds LS1 4AB"
OF_AN_ADDRESS = [
    "12 Alder Walk",
    "12, Alder Walk",
    "number 12 in Alder Walk",
    "Alder Walk, number 12",
    "Alder Walk no. 12",
    "12 ALDER WK",
    "12 alder walk's",
    "LS1 4AB",
    "ls14ab",
    "LS1-4AB",
    "12 Alder Walk, near the shops in Leeds",
]
NO_ADDRESS = [
    "Alder Walk",
    "a walk in Leeds",
    "112 Alder Walk",
    "12 Alder Walkers",
    "12 Alderley Walk",
    "on 12 May in Leeds",
    "LS1 4ABC",
    "XLS1 4AB",
    "the LS1 bus",
    "Alder Walk on 12 May",
]


@pytest.mark.parametrize("text", OF_AN_ADDRESS)
def test_each_part_of_an_address_that_tells_where_is_found_by_itself(text: str) -> None:
    assert holds_any(f"They met at {text} then.", [ADDRESS])
    assert holds_any(f"They met at {text} then.", ["Flat 3, 12 Alder Walk, Leeds LS1 4AB"])


@pytest.mark.parametrize("text", NO_ADDRESS)
def test_what_only_resembles_an_address_is_none(text: str) -> None:
    assert not holds_any(f"They met at {text} then.", [ADDRESS])


NEAR_A_NAME = [
    "the Novaks in Alder Walk",
    "Mrs Novak’s flat on Alder Walk",
    "Alder Walk, where the grandmother of Mrs NOVAK lives",
    "Nóvak (Alder Wk)",
    "Alder Walk: Novak",
]


@pytest.mark.parametrize("text", NEAR_A_NAME)
def test_a_street_near_a_surname_is_found_without_its_number(text: str) -> None:
    for entry in ("Novak, 12 Alder Walk", "Novak 12 Alder Walk", "Mrs Novak; 12 Alder Walk; Leeds"):
        if "Mrs" in text or "Mrs" not in entry:
            assert holds_any(f"They met {text} then.", [entry]), entry
    assert holds_any(f"They met {text} then.", ["12 Alder Walk"], frozenset({"Novak"}))
    assert not holds_any(f"They met {text} then.", ["12 Alder Walk"])
    assert not holds_any(f"They met {text} then.", ["12 Alder Walk"], frozenset({"Shah"}))


@pytest.mark.parametrize(
    "text",
    [
        "Alder Walk",
        "Novak",
        "the Novaks met at school and much later all of them went to Alder Walk",
        "Novakova in Alder Walk",
        "Novak in Alder Walking",
    ],
)
def test_a_street_far_from_a_surname_is_not_found(text: str) -> None:
    assert not holds_any(f"They said {text} then.", ["Novak, 12 Alder Walk"])


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Lisa, 07700 900123", "ring +44 7700 900 123"),
        ("Flat 3, Fern Court, Leeds", "the Novaks at Fern Court"),
        ("12 Alder Road", "12 Alder Rd."),
        ("12 Alder Rd", "12 Alder Road"),
        ("Saint Mary's School", "St Mary’s School"),
        ("St Mary's School", "Saint Marys School"),
        ("5 Elm Avenue", "5 Elm Ave"),
        ("12a Alder Walk", "12A Alder Walk"),
    ],
)
def test_short_forms_and_parts_are_found(words: str, text: str) -> None:
    assert holds_any(text, [words], frozenset({"Novak"}))


@pytest.mark.parametrize("sign", ["", "?!", "🏠", "\u200b", " - "])
def test_an_entry_without_a_letter_finds_nothing(sign: str) -> None:
    assert spellings_of(sign) == ()
    assert not holds_any("They met there.", [sign])


@pytest.mark.parametrize(
    "bit", ["a", "1", "a ", "1 ", " ", ",", "a'", "1a ", "fern ", "alder walk ", "12 ", "((", "novak "]
)
def test_long_entries_and_long_texts_take_no_long_time(bit: str) -> None:
    for entry in (bit * 1000, "Novak, 12 " + bit * 30 + " Walk", "12 Alder Walk"):
        holds_any(bit * 10_000 + "!", [entry], frozenset({"Novak"}))


def test_markup_may_stand_inside_words() -> None:
    assert holds_any(FoldedText(f"at{MARKUP}f{MARKUP}ern{MARKUP}court{MARKUP}s"), ["Fern Court"])
    assert holds_any(FoldedText(f"0{MARKUP}77{MARKUP}00 900{MARKUP} {MARKUP}123"), ["07700 900123"])
    assert not holds_any(FoldedText(f"at{MARKUP}fernx court"), ["Fern Court"])


@pytest.mark.parametrize("text", ["Fe\ufe0frn Court", "Fern\u034f Court", "Fe\u3164rn Court", "Fe\u20ddrn Court"])
def test_marks_that_nobody_sees_hide_no_word(text: str) -> None:
    assert holds_any(f"at {text} now", ["Fern Court"])


@pytest.mark.parametrize(
    "text", ["07700, 900123", "07700_900123", "07700:900:123", "07700 \u2022 900123", "07700 | 900123", "٠٧٧٠٠ ٩٠٠١٢٣"]
)
def test_a_number_is_found_whatever_stands_between_its_digits(text: str) -> None:
    assert holds_any(f"ring {text} now", ["07700 900123"])
