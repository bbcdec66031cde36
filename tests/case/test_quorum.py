"""What is counted for a quorum, and what is left to the chair."""

from __future__ import annotations

import pytest
from support.cases import HEAD, read

from sostool.case.model import Case
from sostool.case.quorum import QuorumSuggestion, suggest_quorum

PEOPLE = """\
people:
  mia: {name: Mia, role: child}
  lisa: {name: Lisa, role: parent}
  jo: {name: Aunt Jo, role: network, agency: a bakery}
  amy: {name: Amy, role: advocate, agency: an advocacy service, with_person: mia}
  ewa: {name: Ewa, role: interpreter, agency: an interpreting service}
  sol: {name: Sol, role: supporter, agency: a law firm}
  priya: {name: Priya Shah, role: social-worker, agency: Children's Services}
  max: {name: Max, role: manager, agency: Children's Services East}
  tom: {name: Tom, role: practitioner, agency: "children’s  services"}
  cole: {name: Mr Cole, role: practitioner, agency: a primary school}
  akhtar: {name: Mrs Akhtar, role: practitioner, agency: A  primary school}
  doyle: {name: Mr Doyle, role: practitioner, agency: a secondary school}
  bev: {name: Bev Marsh, role: practitioner, relation: Mia's health visitor, agency: an NHS trust}
  nina: {name: Nina, role: practitioner, agency: School Nursing}
  nick: {name: Nick, role: practitioner, relation: the school nurse}
  dee: {name: Dee, role: practitioner, relation: a midwife, agency: an NHS trust}
  sid: {name: Sid, role: practitioner, relation: a worker}
  ann: {name: Ann Obi, role: chair, agency: Safeguarding Unit}
"""


def case_with(*came: str, people: str = PEOPLE) -> Case:
    text = HEAD + people + "outcome:\n  attended: [" + ", ".join(came) + "]\n"
    result = read(text)
    assert result.findings == []
    assert result.case is not None
    return result.case


def counted(*came: str) -> QuorumSuggestion:
    return suggest_quorum(case_with(*came))


def test_everything_that_was_counted_is_told() -> None:
    assert counted("lisa", "priya", "cole", "bev", "sid", "Surrey Police", "ann") == QuorumSuggestion(
        social_care=True, agencies=("a primary school", "an NHS trust"), unclear=("sid", "Surrey Police"), needed=2
    )


@pytest.mark.parametrize(
    ("came", "enough"),
    [
        (("priya", "cole", "bev"), True),
        (("priya", "cole", "doyle"), True),
        (("priya", "bev", "nina"), True),
        (("priya", "bev", "dee"), True),
        (("max", "cole", "bev"), True),
        (("priya", "cole", "bev", "sid"), True),
        (("priya", "cole"), False),
        (("priya", "cole", "akhtar"), False),
        (("priya", "tom", "cole"), False),
        (("priya", "nina", "nick"), False),
        (("priya", "lisa", "jo", "amy", "ewa", "sol", "ann"), False),
        (("cole", "bev", "nina"), False),
        (("tom", "cole", "bev"), True),
        (("priya", "cole", "sid"), None),
        (("priya", "sid", "Surrey Police"), None),
        (("cole", "bev", "sid"), None),
        (("priya", "sid"), False),
        (("cole", "sid", "priya", "priya"), None),
        (("cole", "sid"), False),
        (("priya", "cole", "cole", "cole"), False),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else None,
)
def test_social_care_and_two_other_agencies_are_enough(came: tuple[str, ...], enough: bool | None) -> None:
    assert counted(*came).enough is enough


def test_a_school_nurse_and_a_health_visitor_count_once_each_whoever_they_work_for() -> None:
    assert counted("bev", "dee", "nick", "nina").agencies == ("an NHS trust", "an NHS trust", "the school nurse")


def test_the_order_of_who_came_changes_nothing_but_the_order() -> None:
    one, other = counted("priya", "cole", "bev"), counted("bev", "cole", "priya")
    assert (one.enough, set(one.agencies)) == (other.enough, set(other.agencies))
    assert other.agencies == ("an NHS trust", "a primary school")


@pytest.mark.parametrize(("needed", "enough"), [(0, True), (1, True), (2, False), (3, False)])
def test_how_many_are_needed_is_for_the_authority_to_say(needed: int, enough: bool) -> None:
    assert suggest_quorum(case_with("priya", "cole"), needed).enough is enough


def test_a_social_worker_without_an_agency_stands_for_social_care_alone() -> None:
    people = "people:\n  priya: {role: social-worker}\n  tom: {role: practitioner}\n  cole: {role: practitioner}\n"
    assert suggest_quorum(case_with("priya", "tom", "cole", people=people)) == QuorumSuggestion(
        social_care=True, agencies=(), unclear=("tom", "cole"), needed=2
    )


@pytest.mark.parametrize("text", ["", "outcome:\n", "outcome: {attended: []}\n", "outcome: {summary: Calm.}\n"])
def test_nobody_came_where_nobody_is_listed(text: str) -> None:
    case = read(HEAD + PEOPLE + text).case
    assert case is not None
    assert suggest_quorum(case) == QuorumSuggestion(social_care=False, agencies=(), unclear=(), needed=2)
    assert suggest_quorum(case).enough is False
