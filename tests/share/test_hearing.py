"""In front of whom words must not be said: practitioners and the chair are told beside each."""

from __future__ import annotations

from examples.example_families import family

from sostool.case.read import read_case
from sostool.share.make_view import make_view
from sostool.share.readers import find_reader
from sostool.share.view import View


def view_of(name: str, change: tuple[str, str] = ("", "")) -> View:
    one = family("mia-and-noah-review")
    text = one.read.source.text
    assert change[0] in text
    read = read_case(text.replace(*change, 1).encode(), "case.yaml")
    assert read.case is not None
    reader = find_reader(read.case, one.profile, name)
    assert reader is not None
    return make_view(read.case, one.profile, reader)


def not_in_front_of(view: View, words: str) -> tuple[str, ...]:
    voices = [voice for voice in view.voices if words in " ".join((*voice.worries, *voice.words, voice.observed))]
    (voice,) = voices
    return voice.hearing.not_in_front_of


def test_own_words_are_marked_for_everyone_whom_the_speaker_did_not_name() -> None:
    for name in ("chair", "practitioners"):
        view = view_of(name)
        assert not_in_front_of(view, "Don't tell Mum") == ("Lisa", "Dean", "Aunt Jo", "Grandad Ray", "Ken")
        assert not_in_front_of(view, "shouting to come back") == ("Dean", "Aunt Jo", "Grandad Ray", "Ken")


def test_what_was_seen_of_a_baby_may_be_said_like_the_map() -> None:
    assert not_in_front_of(view_of("chair"), "tower of cups") == ()


def test_a_childs_number_follows_the_childs_words() -> None:
    scale = view_of("chair").dangers[0].scale
    assert scale is not None
    hearing = {rating.name: rating.hearing.not_in_front_of for rating in scale.ratings}
    assert hearing["Mia"] == ("Dean", "Aunt Jo", "Grandad Ray", "Ken")
    assert hearing["Lisa"] == ("Dean", "Grandad Ray", "Ken")
    assert hearing["Mr Cole"] == ()


def test_a_small_child_is_not_listed_but_one_of_unknown_age_is() -> None:
    assert "Noah" not in not_in_front_of(view_of("chair"), "Don't tell Mum")
    view = view_of("chair", ("    born: 2024-11-20\n", ""))
    assert "Noah" in not_in_front_of(view, "Don't tell Mum")


def test_family_is_told_nothing_of_it() -> None:
    assert all(voice.hearing.not_in_front_of == () for voice in view_of("lisa").voices)
