"""Runs of figures are found where they stand, and those near each other belong together."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sostool.identity.digits import clusters, figures


@given(st.text(alphabet="0129 aé–\U0001f600.\ud800"))
def test_all_runs_of_figures_are_found(text: str) -> None:
    assert [(run.start, run.end) for run in figures(text)] == [run.span() for run in re.finditer("[0-9]+", text)]


def test_runs_with_marks_between_them_belong_together_where_they_have_enough_figures() -> None:
    text = "07700 900 - 123, and 12 34"
    found = clusters(text, figures(text), 6, " -")
    assert [[text[run.start : run.end] for run in cluster] for cluster in found] == [["07700", "900", "123"]]
