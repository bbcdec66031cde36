"""What is told after the meeting: who came, and what is next."""

from __future__ import annotations

import pytest
from builders import Data, family, profile, read, reader

from sostool.report.blocks import Facts, Section
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker
from sostool.report.making.workshop import Workshop

DECIDED = {"decisions": [{"child": "mia", "decision": "plan-continues"}], "dates": {"core_group": "2026-06-20"}}


def sections(kind: str, outcome: Data, name: str = "room", document: str = "minutes") -> dict[str, Section]:
    case = family()
    case["meeting"]["kind"] = kind
    case["outcome"] = outcome
    made = Maker(read(case), Workshop(profile())).document(KINDS[document], reader(case, name))
    return {section.anchor: section for section in made.sections}


def labels(section: Section) -> list[str]:
    return [fact.label for block in section.blocks if isinstance(block, Facts) for fact in block.facts]


@pytest.mark.parametrize("document", ["minutes", "decision-letter"])
@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("initial-conference", "First meeting of the core group"),
        ("review-conference", "Next meeting of the core group"),
    ],
)
def test_at_a_review_the_core_group_has_met_already(kind: str, label: str, document: str) -> None:
    assert label in labels(sections(kind, DECIDED, "lisa", document)["next"])


def test_who_came_is_left_out_where_only_who_wrote_the_minutes_is_known() -> None:
    outcome = {**DECIDED, "minutes_by": "ann"}
    assert "came" not in sections("review-conference", outcome)
    with_some = {**outcome, "attended": ["lisa", "ann"]}
    assert labels(sections("review-conference", with_some, "practitioners")["came"])[-1] == "Minutes by"
    assert "came" not in sections("review-conference", with_some)
