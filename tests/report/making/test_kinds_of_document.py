"""Which kinds of document are made for which readers: the table of sharing.md, "Kinds and readers"."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from builders import family as made_up
from builders import profile, put, read, reader
from examples.example_families import family

from sostool.case.model.records import DOCUMENTS
from sostool.report.making.documents import reader_of, refusal
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

GROUPS = ("room", "room:dean", "practitioners", "chair")
PEOPLE = ("lisa", "jo", "mia", "priya", "ann")
WALL = ("room", "room:dean", "practitioners", "chair", "priya", "ann")
FOR = {
    "report": (*GROUPS, "lisa", "jo", "priya", "ann"),
    "minutes": (*GROUPS, "lisa", "jo", "priya", "ann"),
    "map": WALL,
    "flip-chart": WALL,
    "summary": ("lisa",),
    "decision-letter": ("lisa",),
    "safety-plan": ("practitioners", "chair", "lisa", "jo", "priya", "ann"),
    "child": ("mia",),
    "plan": ("practitioners", "chair", "lisa", "priya", "ann"),
    "running-sheet": ("chair", "ann"),
    "withheld-register": ("chair", "ann"),
    "my-views": ("room", "lisa", "jo", "mia"),
    "agency-report": ("room", "practitioners", "priya"),
    "invitation": ("room", "practitioners", "lisa", "jo", "mia", "priya"),
    "leaflet": ("room", "practitioners", "lisa", "jo", "mia", "priya"),
}


def allowed(kind: str, names: Iterable[str]) -> set[str]:
    one = family("mia-and-noah-review")
    found = set()
    for name in names:
        reader = reader_of(KINDS[kind], one.case, find_reader(one.case, one.profile, name))
        assert reader is not None
        if not refusal(KINDS[kind], reader):
            found.add(name)
    return found


def test_every_kind_that_a_file_can_name_is_made() -> None:
    assert set(KINDS) == set(DOCUMENTS) == set(FOR)


@pytest.mark.parametrize("kind", FOR)
def test_a_kind_is_made_for_its_readers_and_for_nobody_else(kind: str) -> None:
    assert allowed(kind, (*GROUPS, *PEOPLE)) == set(FOR[kind])


@pytest.mark.parametrize("kind", ["minutes", "decision-letter", "plan"])
def test_before_the_meeting_there_are_no_papers_of_after_it(kind: str) -> None:
    one = family("mia-and-noah")
    maker = Maker(one.read, one.workshop)
    with pytest.raises(Refused, match=r"outcome"):
        maker.document(KINDS[kind], find_reader(one.case, one.profile, "lisa"))


def test_nobody_named_is_refused_where_a_document_is_for_one_reader() -> None:
    one = family("mia-and-noah")
    with pytest.raises(Refused, match="Say who it is for"):
        Maker(one.read, one.workshop).document(KINDS["report"], None)


def test_a_child_of_a_family_with_someone_feared_gets_a_page_once_its_words_are_agreed() -> None:
    one = family("mia-and-noah-review")
    maker = Maker(one.read, one.workshop)
    assert maker.document(KINDS["child"], find_reader(one.case, one.profile, "mia")).sections
    with pytest.raises(Refused, match="words_for_child"):
        maker.document(KINDS["child"], find_reader(one.case, one.profile, "noah"))


def test_a_childs_page_holds_no_words_that_those_at_home_may_not_have() -> None:
    one = family("mia-and-noah-review")
    page = one.make("child", find_reader(one.case, one.profile, "mia"), ("md",))[0].data.decode()
    kept = [voice for voice in one.case.voices if voice.who == "mia" and "lisa" not in voice.may_share]
    assert kept
    assert all(words not in page for voice in kept for words in (*voice.worries, *voice.good_things, *voice.dreams))


def test_who_is_not_invited_gets_no_invitation() -> None:
    one = family("mia-and-noah-review")
    text = one.read.source.text.replace("{who: dean, part: separately", "{who: dean, part: not-invited")
    from sostool.case.read import read_case  # noqa: PLC0415

    read = read_case(text.encode(), "case.yaml")
    assert read.case is not None
    with pytest.raises(Refused, match="not invited"):
        Maker(read, one.workshop).document(KINDS["invitation"], find_reader(read.case, one.profile, "dean"))


def test_who_would_have_come_with_somebody_not_invited_gets_no_invitation() -> None:
    data = put(made_up(), "meeting.attendance", [{"who": "dean", "part": "not-invited", "with": ["ray"]}])
    maker = Maker(read(data), Workshop(profile()))
    with pytest.raises(Refused, match="not invited"):
        maker.document(KINDS["invitation"], reader(data, "ray"))
    assert maker.document(KINDS["invitation"], reader(data, "jo")).sections


@pytest.mark.parametrize("kind", ["invitation", "leaflet", "my-views"])
def test_a_young_person_with_a_copy_of_their_own_is_written_to_as_a_young_person(kind: str) -> None:
    with_a_copy, without = made_up(teenager=True), made_up(teenager=True)
    without["people"]["ella"].pop("young_person_copy")
    one, other = (
        Maker(read(data), Workshop(profile())).document(KINDS[kind], reader(data, "ella"))
        for data in (with_a_copy, without)
    )
    assert one.sections == other.sections
