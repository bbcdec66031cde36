"""Short forms in a text, and whether they are written out beside it."""

from __future__ import annotations

import pytest

from sostool.checks.language.abbreviations import is_a_word, is_written_out, may_hold_capitals, short_forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mia was LAC.", ["LAC"]),
        ("Two SWs came, and the HV's car.", ["SW", "HV"]),
        ("She went to A&E.", ["A&E"]),
        ("SW/HV visit", ["SW", "HV"]),
        ("I am OK", ["OK"]),
        ("Mr T and Mrs O", []),
        ("EX-0042 and EX42 ABC", ["ABC"]),
        ("WhatsApp, iPad and McDonald", []),
        ("jo@EXAMPLE.org", []),
        ("CATASTROPHE", []),
        ("DEAN CAME BACK", []),
        ("It is LAC. CIN was before.", ["LAC", "CIN"]),
        ("MASH SW rang", ["MASH", "SW"]),
        ("ÉCOLE", []),
        ("HEALTH: no jabs.\n- SCHOOL: late", []),
        ("Her HEALTH: no jabs.", ["HEALTH"]),
        ("DEAN CAME.", []),
        ("", []),
    ],
)
def test_short_forms_are_words_of_capitals(text: str, found: list[str]) -> None:
    assert [form.letters for form in short_forms(text)] == found
    assert may_hold_capitals(text) >= bool(found)


def test_a_text_without_two_capitals_side_by_side_holds_none() -> None:
    assert not may_hold_capitals("Mia and Noah. I am at Ray's. É")


@pytest.mark.parametrize(
    "text",
    [
        "a looked-after child (LAC)",
        "A looked after child (a LAC)",
        "LAC (looked-after child)",
        "the LAC (a looked-after child)",
        "LAC – looked after child",
        "LAC, that is a looked-after child",
        "Child and Adolescent Mental Health Service (CAMHS)",
        "child & adolescent mental health service or CAMHS",
        "CAMHS (the Child and Adolescent Mental Health Service)",
        "a Multi-Agency Safeguarding Hub, known as MASH",
        "special educational needs co-ordinator (SENCO)",
        "attention deficit hyperactivity disorder, ADHD",
        "Tuberculosis (TB)",
        "our health visitor (HV)",
        "two SWs (social workers)",
    ],
)
def test_it_is_written_out_when_the_words_are_beside_it(text: str) -> None:
    (form,) = short_forms(text)
    assert is_written_out(text, form)


@pytest.mark.parametrize(
    "text",
    [
        "Mia was LAC",
        "Mia (LAC)",
        "Jane (SW)",
        "Priya spoke with Jane (SW)",
        "LAC (since May)",
        "LAC and later a looked-after child",
        "Wendy visited with Hannah (HV)",
        "MASH (Priya rang)",
        "(TAF) on 3 May",
    ],
)
def test_it_is_not_written_out_by_other_words(text: str) -> None:
    (form,) = short_forms(text)
    assert not is_written_out(text, form)


def test_what_stands_in_small_letters_too_is_a_word_written_large() -> None:
    assert is_a_word("COLD", ["Mia is fine.", "It is cold."])
    assert not is_a_word("COLD", ["Mia has a scold.", "COLD"])
