"""LA102: what is said instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cases import asked, laid_over
from support.profiles import own_profile


@pytest.mark.parametrize(
    ("says", "detail"),
    [
        ("unkempt", "“unkempt”: what you saw"),
        ("{say: [unkempt], instead: muddy}", "“unkempt”: muddy"),
        ("the garden", "“The garden”"),
    ],
)
def test_a_candidate_that_is_turned_on_brings_what_to_say_instead(tmp_path: Path, says: str, detail: str) -> None:
    profile = own_profile(tmp_path, f"words: [{{name: plain, add: [{says}]}}]")
    text = laid_over("map: {worried: {complicating: [The garden was unkempt.]}}\n")
    (found,) = asked(text, "LA102", profile=profile).findings
    assert found.detail == detail
    assert "garden" not in found.message + found.mend
