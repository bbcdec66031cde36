"""docs/story.md shows what compare shows of the example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from cli.conftest import sostool
from support.running import ROOT

if TYPE_CHECKING:
    from cli.conftest import Sostool

__all__ = ["sostool"]
PAGE = (ROOT / "docs" / "story.md").read_text(encoding="utf-8")


def test_what_the_page_shows_is_part_of_what_the_command_shows(
    sostool: Sostool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    (shown,) = re.findall(r"```text\n(EX-0042, for the chair\n.+?)```", PAGE, re.DOTALL)
    printed = sostool("compare", ROOT / "examples" / "mia-and-noah-review.yaml", "--no-private").out.splitlines()
    rest = iter(printed)
    assert [line for line in shown.splitlines() if line not in rest] == []
