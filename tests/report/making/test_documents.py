"""Whole documents of the first family, compared with references."""

from __future__ import annotations

import re

import pytest
from builders import Data, profile, put, read, reader
from builders import family as made_up
from examples.example_families import Family, family
from support.reference import Reference

from sostool.report.making.documents import refusal
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import Reader, find_reader


def reader_of(one: Family, name: str) -> Reader:
    reader = find_reader(one.case, one.profile, name)
    assert reader is not None
    return reader


def markdown_of(one: Family, kind: str, name: str) -> str:
    return one.make(kind, reader_of(one, name), ("md",))[0].data.decode()


@pytest.mark.parametrize("name", ["lisa", "dean", "jo", "ray", "room", "practitioners", "chair", "room:dean"])
def test_a_report_for_each_kind_of_reader(name: str, reference: Reference) -> None:
    reference(f"report-{name.replace(':', '-')}.md", markdown_of(family("mia-and-noah"), "report", name))


@pytest.mark.parametrize("name", ["room", "practitioners"])
def test_a_map_for_the_wall(name: str, reference: Reference) -> None:
    reference(f"map-{name}.md", markdown_of(family("mia-and-noah"), "map", name))


def test_a_report_in_the_words_and_order_of_another_authority(reference: Reference) -> None:
    reference("report-thurrock.md", markdown_of(family("early-help"), "report", "room"))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("summary", "lisa"),
        ("flip-chart", "room"),
        ("child", "mia"),
        ("my-views", "lisa"),
        ("my-views", "mia"),
        ("agency-report", "cole"),
        ("running-sheet", "chair"),
        ("withheld-register", "chair"),
        ("minutes", "lisa"),
        ("minutes", "dean"),
        ("minutes", "practitioners"),
        ("decision-letter", "dean"),
        ("plan", "lisa"),
        ("safety-plan", "ray"),
        ("invitation", "dean"),
        ("invitation", "bev"),
        ("leaflet", "lisa"),
        ("leaflet", "mia"),
    ],
)
def test_the_other_kinds_after_a_review(kind: str, name: str, reference: Reference) -> None:
    reference(f"{kind}-{name}.md", markdown_of(family("mia-and-noah-review"), kind, name))


@pytest.mark.parametrize("kind", ["my-views", "agency-report", "invitation", "leaflet"])
def test_a_sheet_for_nobody_in_particular_holds_nothing_of_the_family(kind: str, reference: Reference) -> None:
    one = family("mia-and-noah-review")
    made = one.make(kind, None, ("md",))[0]
    reference(f"{kind}-blank.md", made.data.decode())
    assert [person.name for person in one.case.people.values() if person.name in made.data.decode()] == []


def test_a_page_in_html(reference: Reference) -> None:
    one = family("mia-and-noah")
    page = one.make("map", reader_of(one, "room"), ("html",))[0].data.decode()
    # What it looks like is looked at in a browser; here is what it says and how it is built.
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    reference("map-room.html", re.sub(r"sha256-[A-Za-z0-9+/]+=", "sha256-", page))


def test_the_same_input_gives_the_same_bytes() -> None:
    one = family("network-of-fifteen")
    reader = reader_of(one, "chair")
    first, second = (one.make("report", reader, ("html", "md")) for _ in range(2))
    assert first == second


def test_a_document_changes_its_fingerprint_when_what_the_reader_gets_changes() -> None:
    one = family("mia-and-noah")
    maker = Maker(one.read, one.workshop)
    prints = {
        name: maker.document(KINDS["report"], reader_of(one, name)).fingerprint
        for name in ("lisa", "dean", "room", "chair", "practitioners")
    }
    assert len(set(prints.values())) == len(prints)


def test_a_child_without_an_agreed_copy_gets_no_report() -> None:
    one = family("mia-and-noah")
    assert "young_person_copy" in refusal(KINDS["report"], reader_of(one, "mia"))
    with pytest.raises(Refused):
        markdown_of(one, "report", "mia")


def test_a_map_is_not_made_for_one_person() -> None:
    one = family("mia-and-noah")
    with pytest.raises(Refused, match=r"The document map is made for the room, practitioners, the chair\."):
        markdown_of(one, "map", "lisa")


def test_a_young_person_whose_copy_is_agreed_gets_a_report() -> None:
    assert "This copy is for Theo" in markdown_of(family("self-harm"), "report", "theo")


def test_the_chairs_copy_says_so_and_nobody_elses_does() -> None:
    one = family("mia-and-noah")
    assert "Chair's copy" in markdown_of(one, "report", "chair").replace("\\", "")
    for name in ("lisa", "practitioners", "room"):
        assert "Chair's copy" not in markdown_of(one, "report", name).replace("\\", "")


def test_an_unfinished_document_says_so_instead_of_draft() -> None:
    one = family("mia-and-noah")
    reader = reader_of(one, "lisa")
    text = one.make("report", reader, ("md",), unfinished=True)[0].data.decode()
    assert "Not finished" in text
    assert "Draft" not in text


def sparse(data: Data, kind: str, name: str, *, unfinished: bool = False) -> str:
    """Make a document of a family of which the file says little."""
    maker = Maker(read(data), Workshop(profile()), unfinished=unfinished)
    return maker.make(KINDS[kind], reader(data, name), ("md",))[0].data.decode()


def test_a_paper_sent_to_somebody_says_so_too_when_it_is_not_finished() -> None:
    assert "Not finished" in sparse(made_up(), "invitation", "dean", unfinished=True)
    assert "Not finished" not in sparse(made_up(), "invitation", "room", unfinished=True)
    assert "Draft" not in sparse(made_up(), "invitation", "dean")


def test_a_page_on_which_nothing_stands_says_so() -> None:
    data = made_up()
    data["dangers"][0]["withhold"] = {"from": ["lisa"]}
    assert "## About this meeting\n\nNothing has been written here yet.\n" in sparse(data, "summary", "lisa")


@pytest.mark.parametrize("kind", ["map", "flip-chart"])
def test_the_wall_has_a_scale_before_anybody_has_given_a_number(kind: str) -> None:
    data = put(made_up(), "dangers.0.scale", {"ten": "All is well.", "zero": "Mia is hurt."})
    assert "-   **10:** All is well.\n-   **0:** Mia is hurt.\n" in sparse(data, kind, "room")


def test_a_number_that_not_everyone_may_see_is_marked_on_the_practitioners_wall() -> None:
    rating = {"who": "lisa", "score": 4, "reason": "x", "withhold": {"from": ["dean"]}}
    data = put(made_up(), "dangers.0.scale", {"ten": "a", "zero": "b", "ratings": [rating]})
    assert "**Lisa – Not in front of Dean**" in sparse(data, "flip-chart", "practitioners")
    assert "Not in front of" not in sparse(data, "flip-chart", "room:lisa")


def test_the_running_sheet_warns_of_everything_that_not_everyone_may_hear() -> None:
    kept = {"withhold": {"from": ["dean"]}}
    data = put(made_up(), "scale", {"ten": "a", "zero": "b", "ratings": [{"who": "lisa", "score": 4, **kept}]})
    put(data, "involvement", [{"who": "cole", "offered": "a breakfast club", **kept}])
    put(data, "agency_reports", [{"from": "max", **kept}])
    sheet = sparse(data, "running-sheet", "chair")
    careful = sheet[sheet.index("Not in front of Dean") :].partition("---")[0]
    assert [line[4:] for line in careful.splitlines() if line.startswith("-   ")] == [
        "Lisa's number: 4",
        "Mr Cole / a breakfast club",
        "From: Max Hill",
    ]


def test_a_running_sheet_of_nobody_has_no_table_of_parts() -> None:
    data = made_up()
    data |= {"people": {"mia": {"name": "Mia", "role": "child"}}, "dangers": []}
    data["meeting"] = {"kind": "mapping", "date": "2026-03-17"}
    assert "Who comes when" not in sparse(data, "running-sheet", "chair")


class TestAnOutcomeWithOnlySomeParts:
    def test_what_nobody_has_filled_in_has_no_label(self) -> None:
        data = put(
            made_up(),
            "outcome",
            {
                "participation": [{"code": "PN1"}, {"child": "mia"}, {"child": "noah", "what": "He waved."}],
                "dissent": [{"says": "I want more."}],
            },
        )
        minutes = sparse(data, "minutes", "practitioners")
        assert "-   **How Noah took part:** He waved.\n" in minutes
        assert minutes.count("took part") == 1
        assert "-   I want more.\n\n##" in minutes

    def test_enough_agencies_are_asked_for_at_a_conference_only(self) -> None:
        data = put(made_up(), "outcome", {"attended": ["lisa"]})
        assert "Were enough agencies there?" in sparse(data, "minutes", "practitioners")
        data["meeting"]["kind"] = "mapping"
        assert "Were enough agencies there?" not in sparse(data, "minutes", "practitioners")
        data["outcome"]["quorum"] = {"quorate": False, "why": "The school was ill."}
        assert "**Were enough agencies there?:** No." in sparse(data, "minutes", "practitioners")

    def test_a_plan_for_all_the_children_says_every_reason_and_who_must_not_hear_it(self) -> None:
        decisions = [
            {"child": "mia", "decision": "plan-starts", "reasons": "Mia was hurt."},
            {"child": "noah", "decision": "plan-starts", "reasons": "Noah saw it.", "withhold": {"from": ["dean"]}},
        ]
        data = put(made_up(), "outcome", {"decisions": decisions, "plans": [{"visits": "Each week."}]})
        plan = sparse(data, "plan", "practitioners")
        why = plan[plan.index("### Why there is a plan") :].partition("-   **When")[0]
        assert why.split("\n\n")[1:] == ["Mia was hurt.", "> **Not in front of Dean**", "Noah saw it.", ""]

    def test_an_outcome_held_back_as_a_whole_is_marked_at_each_decision(self) -> None:
        outcome = {"decisions": [{"child": "mia", "reasons": "x"}], "withhold": {"from": ["dean"]}}
        assert "**Not in front of Dean**" in sparse(put(made_up(), "outcome", outcome), "minutes", "practitioners")


def test_the_register_lists_both_marks_of_one_person_and_says_what_a_held_back_outcome_is() -> None:
    data = made_up(side=True)
    data["people"]["ray"]["must_not_see"] = {"words_of": ["lisa"], "agreed_by": "ann", "date": "2026-03-12"}
    put(data, "outcome", {"summary": "We met.", "withhold": {"from": ["kim"]}})
    register = sparse(data, "withheld-register", "chair")
    assert "### Words that must not reach Grandad Ray\n\n-   **Whose words:** Lisa\n" in register
    assert "### The same is held back from Grandad Ray\n\n-   **As for:** Dean\n" in register
    assert "-   **What:** We met.\n" in register
