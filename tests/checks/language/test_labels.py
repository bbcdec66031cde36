"""Words that another check asks about."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cases import laid_over, read
from support.profiles import own_profile

from sostool.checks.language.labels import is_asked_as_label
from sostool.checks.look import Look

TEXT = laid_over("""\
map:
  worried: {past_harm: [There was odd-label.], complicating: [There was odd-label.]}
  working_well: {strengths: [There was odd-label.]}
dangers: [{statement: Priya is worried about odd-label., goal: There will be odd-label.}]
""")


@pytest.mark.parametrize(
    ("kind", "is_asked"),
    [("past harm", True), ("statement", True), ("complicating", False), ("strength", False), ("goal", False)],
)
@pytest.mark.parametrize("name", ["labels", "blame"])
def test_labels_are_asked_about_in_statements_and_past_harm(
    tmp_path: Path, name: str, kind: str, is_asked: bool
) -> None:
    case = read(TEXT).case
    assert case is not None
    look = Look(case, own_profile(tmp_path, f"words: [{{name: {name}, add: [odd-label]}}]"))
    (passage,) = look.passages[kind]  # type: ignore[index]  # one of the kinds
    assert is_asked_as_label(look, passage, "Odd-Label") == is_asked
    assert not is_asked_as_label(look, passage, "another word")
