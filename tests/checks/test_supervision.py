"""What is open, in the order of a supervision talk."""

from __future__ import annotations

import pytest
from examples.example_families import NAMES, family
from support.cases import TODAY, asked, england, laid_over, read

from sostool.checks.run import ask_checks
from sostool.checks.supervision import in_order_of_a_talk
from sostool.findings.finding import Finding, path_text
from sostool.findings.result import Topic

CASE = laid_over(
    """\
meeting: {kind: initial-conference, date: 2026-03-17, author: priya}
dangers:
  - {id: one, statement: Nobody is named., worried: [priya], rests_on: [police]}
  - {id: two, statement: Nobody is named., worried: [priya], children: [mia]}
map:
  worried:
    past_harm: [{id: police, what: Something happened.}]
    grey_areas: [{what: Was it the first time?, who: [cole], due: 2026-03-20}]
  needs_to_happen:
    next_steps:
      - {what: Ray rings., who: [ray], danger: two}
      - {what: Mia rings., who: [mia], danger: two}
      - Somebody rings.
safety_plan: {rules: [{what: Ring Jo., who: [jo], danger: one}]}
"""
)
CODES = ("DS101", "DS106", "NX101", "VO101", "MA102", "NW102")


def topics(text: str, *codes: str, private: bool = False) -> tuple[Topic, ...]:
    return in_order_of_a_talk(read(text), asked(text, *codes).findings, private=private)


def shown(topic: Topic) -> tuple[int | None, str, str, str]:
    return topic.danger, topic.who_name, topic.finding.code, path_text(topic.finding.path)


def test_by_danger_then_by_who_acts_the_author_first() -> None:
    assert [shown(topic) for topic in topics(CASE, *CODES) if topic.finding.code not in ("MA102", "NW102")] == [
        (0, "Priya Shah", "DS101", "dangers[0]"),
        (0, "Priya Shah", "DS106", "dangers[0]"),
        (1, "Priya Shah", "DS101", "dangers[1]"),
        (1, "Priya Shah", "NX101", "map.needs_to_happen.next_steps[1]"),
        (1, "Grandad Ray", "NX101", "map.needs_to_happen.next_steps[0]"),
        (None, "Priya Shah", "VO101", "people[0]"),
        (None, "Priya Shah", "NX101", "map.needs_to_happen.next_steps[2]"),
    ]


def test_a_past_harm_belongs_to_the_danger_that_rests_on_it_and_a_rule_to_its_own() -> None:
    found = {topic.finding.code: topic for topic in topics(CASE, *CODES)}
    assert (found["MA102"].danger, found["MA102"].danger_name) == (0, "one")
    assert (found["NW102"].danger, found["NW102"].who_name) == (0, "Aunt Jo")


def test_without_an_author_it_falls_to_whoever_writes() -> None:
    one = topics(CASE.replace(", author: priya", ""), "DS101")[0]
    assert (one.who, one.who_name) == (None, "")


def test_in_private_nobody_is_named() -> None:
    private = topics(CASE, *CODES, private=True)
    assert {topic.danger_name + topic.who_name for topic in private} == {""}
    assert [topic[::2] for topic in private] == [topic[::2] for topic in topics(CASE, *CODES)]


def test_advice_is_left_out_and_nothing_else() -> None:
    open_ = [finding for finding in asked(CASE).findings if finding.severity != "advice"]
    assert sorted(map(str, open_)) == sorted(str(topic.finding) for topic in topics(CASE))


def test_without_a_case_all_is_for_whoever_writes() -> None:
    result = read("- x\n")
    assert [topic[:4] for topic in in_order_of_a_talk(result, result.findings, private=False)] == [(None, "", None, "")]


@pytest.mark.parametrize("name", NAMES)
def test_any_place_of_a_file_has_its_topic(name: str) -> None:
    one = family(name)
    source = one.read.source
    paths = {finding.path for finding in ask_checks(one.read, england(), TODAY).findings}
    paths |= {("people", 99), ("dangers", 99), ("no", "such"), (), ("map", "worried", "past_harm", 99, "what")}
    findings = [Finding("DS101", "query", "x", name, source.place(path), path, path) for path in sorted(paths, key=str)]
    assert len(in_order_of_a_talk(one.read, findings, private=False)) == len(findings)
