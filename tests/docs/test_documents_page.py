"""What docs/documents.md says of the kinds of document is so."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from examples.example_families import family

from sostool.case.read import read_case
from sostool.checks.run import ask_checks
from sostool.report.making.kinds import KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "documents.md").read_text("utf-8")


def test_every_kind_is_in_the_table_and_no_other() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE)
    assert sorted(listed) == sorted(KINDS)


def test_the_outcome_that_it_shows_can_be_read_and_asks_nothing() -> None:
    (outcome,) = re.findall(r"```yaml\n(outcome:.+?)```", PAGE, re.DOTALL)
    one = family("mia-and-noah")
    read = read_case(f"{one.read.source.text}\n{outcome}".encode(), "case.yaml")
    assert read.findings == []
    asked = {finding.code for finding in ask_checks(read, one.profile, dt.date(2026, 3, 20)).findings}
    # It leaves out Noah, and the checks ask for him.
    assert asked == {"OU103", "OU109"}
