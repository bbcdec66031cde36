"""Abbreviations are written out where a reader meets them first, in the author's words only."""

from __future__ import annotations

import pytest
from support.mending import HEAD, england, mended_bytes, mended_text

from sostool.mend.abbreviations import stands_for
from sostool.profile.phrases import Saying

PEOPLE = "people: {mia: {role: child}}\n"


def harm(text: str) -> str:
    return f"map:\n  worried:\n    past_harm:\n      - {text}\n"


@pytest.mark.parametrize(
    ("short", "words", "meant"),
    [
        ("LAC", "looked-after child", "looked-after child"),
        ("CAMHS", "child and adolescent mental health service", "child and adolescent mental health service"),
        ("SENCO", "special educational needs co-ordinator", "special educational needs co-ordinator"),
        ("CSC", "children's social care", "children's social care"),
        ("PLO", "public law outline (talks before court)", "public law outline"),
        ("s.47", "section 47 (looking into whether a child is being hurt)", "section 47"),
        ("w/b", "week beginning", "week beginning"),
        ("DV", "what the person did", ""),
        ("DNA", "did not come", ""),
        ("CLA", "looked-after child", ""),
        ("TAF", "team around the family or child", ""),
        ("LAC", "", ""),
        ("ICPC", "(first or review) child protection conference", ""),
    ],
)
def test_only_words_that_the_letters_come_from_are_put_in(short: str, words: str, meant: str) -> None:
    assert stands_for(Saying(short, words)) == meant


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Mia was LAC.", "Mia was looked-after child (LAC)."),
        ("LAC since May.", "Looked-after child (LAC) since May."),
        ("Mia cried. HV saw it.", "Mia cried. Health visitor (HV) saw it."),
        ("An LAC and a IRO met.", "A looked-after child (LAC) and an independent reviewing officer (IRO) met."),
        ("'Dean''s HV said so.'", "'Dean''s health visitor (HV) said so.'"),
        ("'CSC knew.'", "'Children''s social care (CSC) knew.'"),
        ('"Dean: HV"  # HV', '"Dean: health visitor (HV)"  # HV'),
        ('"a\\u00e9 HV"', '"a\\u00e9 health visitor (HV)"'),
        ("{what: The HV saw it}", "{id: past-harm-1, what: The health visitor (HV) saw it}"),
        (">-  # HV\n          the HV\n          saw it\n        # HV", ">-  # HV\n          the health visitor (HV)\n          saw it\n        # HV"),
        ("the big\n          HV\n          saw it", "the big\n          health visitor (HV)\n          saw it"),
        ("the HV and the HV", "the health visitor (HV) and the HV"),
        ("BHV or HV", "BHV or health visitor (HV)"),
        ("“Get the HV”, she said to the HV", "“Get the HV”, she said to the health visitor (HV)"),
    ],
)  # fmt: skip
def test_the_first_one_is_written_out_in_the_style_of_the_text(before: str, after: str) -> None:
    assert mended_text(harm(before)) == harm(after)


@pytest.mark.parametrize(
    "text",
    [
        "A looked-after child (LAC) met the HV (health visitor).",
        "DV and TAF and DNA.",
        "“The HV came”",
        "Mia has a TV.",
        '"\\nHV\\n"',
    ],
    ids=["written out", "advice", "quoted", "known to everybody", "hidden behind a code"],
)
def test_others_stay(text: str) -> None:
    assert mended_text(harm(text)) == harm(text)


def test_one_that_cannot_be_written_out_safely_is_told() -> None:
    mended = mended_bytes((HEAD + harm('"He saw\\nHV come"')).encode())
    assert [(left.place.line, left.why[:36]) for left in mended.left] == [(7, "An abbreviation stands here that cou")]
    after_a_word = mended_bytes((HEAD + harm("The nurse'HV said so.")).encode())
    assert len(after_a_word.left) == 1
    in_brackets = mended_bytes((HEAD + "dangers: [{id: a, statement: The EHCP says so}]\n").encode())
    assert len(in_brackets.left) == 1


def test_what_is_first_is_first_for_a_reader_and_not_in_the_file() -> None:
    before = "dangers:\n  - {id: a, statement: The HV saw it}\n" + harm("The HV came")
    assert mended_text(before) == before.replace("The HV came", "The health visitor (HV) came")


def test_nobodys_own_words_are_touched() -> None:
    text = (
        PEOPLE
        + "voices: [{who: mia, words: [The HV came]}]\n"
        + "scale: {ratings: [{who: mia, reason: The HV came}]}\n"
        + "safety_plan: {rules: [The HV comes], children_know: [The HV comes]}\n"
    )
    assert mended_text(text) == text


def test_a_file_in_another_language_stays() -> None:
    text = "language: pl\n" + harm("HV")
    assert mended_text(text) == text


def test_an_answer_keeps_it_and_so_does_a_profile_that_does_not_ask() -> None:
    text = (
        harm("The HV came") + "answers: [{check: LA101, at: 'map.worried.past_harm[0]', reason: All of us say it.}]\n"
    )
    assert mended_text(text) == text
    profile = england()._replace(severities={"LA101": "off"})
    assert mended_bytes((HEAD + harm("The HV came")).encode(), profile=profile).edits == ()


def test_every_one_of_the_list_that_is_asked_about_is_written_out_once_for_all() -> None:
    known = [saying for saying in england().list_of("abbreviations").values() if stands_for(saying)]
    written_out = 0
    for saying in known:
        before = harm(f"She met the {saying.say} today.")
        # This mends a second time and compares. Some are asked about as labels, and nobody wants those written out.
        after = mended_text(before)
        assert after in (before, harm(f"She met the {stands_for(saying)} ({saying.say}) today."))
        written_out += after != before
    assert written_out > 20
