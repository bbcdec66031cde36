"""A good outcome from which one thing is missing: that thing is asked for, and nothing else."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import yaml
from support.cases import asked

GOOD = """\
sostool: 1
reference: EX-0042
meeting: {kind: review-conference, date: 2026-06-09, chair: ann, author: priya}
people:
  mia: {name: Mia, role: child, born: 2019-06-02}
  noah: {name: Noah, role: child, born: 2024-11-20}
  lisa: {name: Lisa, role: parent, parent_of: [mia, noah]}
  dean: {name: Dean, role: parent, parent_of: [mia, noah], must_not_see: {words_of: [lisa], agreed_by: ann, date: 2026-05-21}}
  jo: {name: Aunt Jo, role: network}
  priya: {name: Priya Shah, role: social-worker, agency: Children's Services}
  cole: {name: Mr Cole, role: practitioner, agency: a primary school}
  bev: {name: Bev Marsh, role: practitioner, relation: Noah's health visitor}
  ann: {name: Ann Obi, role: chair}
outcome:
  attended: [lisa, jo, dean, priya, cole, bev, ann]
  participation: [{child: mia, code: PN6}, {child: noah, code: PN0}]
  decisions:
    - {child: mia, test: not-met, decision: child-in-need, reasons: Mia sleeps through.}
    - {child: noah, test: both, decision: plan-continues, categories: [physical], reasons: Noah is small.}
  dissent: [{who: lisa}, {who: cole, says: Too soon.}]
  lead_social_worker: priya
  core_group: [lisa, dean, priya, bev]
  plans:
    - child: noah
      needs_to_change: [A second grown-up is close by.]
      actions:
        - {what: Jo comes on Sundays., who: [jo], due: 2026-09-04, how_we_know: Priya drops in.,
           withhold: {from: [dean], why: It shows how Lisa gets help., agreed_by: ann, date: 2026-06-09}}
      contingency: We meet within two days.
  dates: {core_group: 2026-06-19, review: 2026-12-01}
  quorum: {quorate: true}
"""


def codes(text: str) -> list[str]:
    return [finding.code for finding in asked(text).findings if finding.code[:2] in ("OU", "CF", "YA")]


def without(*path: str | int) -> str:
    tree = deepcopy(yaml.load(GOOD, yaml.BaseLoader))  # noqa: S506 - safe: strings only
    part: Any = tree
    for step in path[:-1]:
        part = part[step]
    del part[path[-1]]
    # A version is a number; everything else that is read here is a text or a list.
    return (
        yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)
        .replace("sostool: '1'", "sostool: 1")
        .replace("quorate: 'true'", "quorate: true")
    )


def test_a_good_outcome_has_no_gap_although_parts_are_held_back() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("outcome",), []),
        (("outcome", "attended"), ["OU101"]),
        (("outcome", "attended", 2), ["OU102"]),
        (("outcome", "attended", 6), ["OU102"]),
        (("outcome", "attended", 1), []),
        (("outcome", "attended", 5), ["OU108"]),
        (("outcome", "participation"), ["OU109", "OU109"]),
        (("outcome", "participation", 1), ["OU109"]),
        (("outcome", "participation", 0, "code"), ["OU109"]),
        (("outcome", "decisions", 0), ["OU103"]),
        (("outcome", "decisions", 1), ["OU103"]),
        (("outcome", "decisions", 1, "child"), ["OU103", "OU103"]),
        (("outcome", "decisions", 1, "test"), ["OU104"]),
        (("outcome", "decisions", 0, "decision"), ["OU103"]),
        (("outcome", "decisions", 0, "reasons"), ["OU105"]),
        (("outcome", "decisions", 1, "categories"), ["OU106"]),
        (("outcome", "dissent"), ["OU107"]),
        (("outcome", "dissent", 1, "says"), ["OU107"]),
        (("outcome", "dissent", 1, "who"), ["OU107"]),
        (("outcome", "quorum"), ["OU108"]),
        (("outcome", "quorum", "quorate"), ["OU108"]),
        (("outcome", "dates"), ["OU110"]),
        (("outcome", "dates", "review"), ["OU110"]),
        (("outcome", "lead_social_worker"), ["OU111"]),
        (("outcome", "core_group"), ["OU111"]),
        (("outcome", "plans"), ["OU112", "OU115"]),
        (("outcome", "plans", 0, "needs_to_change"), ["OU112"]),
        (("outcome", "plans", 0, "actions"), ["OU112"]),
        (("outcome", "plans", 0, "actions", 0, "who"), ["OU113"]),
        (("outcome", "plans", 0, "actions", 0, "due"), ["OU113"]),
        (("outcome", "plans", 0, "actions", 0, "how_we_know"), ["OU113"]),
        (("outcome", "plans", 0, "actions", 0, "withhold"), []),
        (("outcome", "plans", 0, "contingency"), ["OU115"]),
        (("people", "bev", "relation"), []),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_what_is_missing_is_asked_for_once(path: tuple[str | int, ...], expected: list[str]) -> None:
    assert codes(without(*path)) == expected


def test_somebody_who_is_gone_from_the_people_is_told_as_that_and_not_as_a_gap_of_the_outcome() -> None:
    assert set(codes(without("people", "lisa"))) == {"CF106"}
