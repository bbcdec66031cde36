"""docs/story.md says what the checks of the chain and the examples do."""

from __future__ import annotations

import re
from pathlib import Path

from support.cases import TODAY
from support.running import ROOT

from sostool.case.read import read_case
from sostool.caseload.check_file import CheckRun, check_file
from sostool.checks.chain import CHAIN
from sostool.story.chain import MOST_EARLIER
from sostool.story.fingerprint import fingerprint

PAGE = (ROOT / "docs" / "story.md").read_text(encoding="utf-8")


def test_every_check_of_the_chain_is_on_the_page() -> None:
    table = PAGE[PAGE.index("| | asks |") : PAGE.index("Each finding shows")]
    named: list[int] = []
    for cell in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE):
        numbers = [int(number) for number in re.findall(r"CH(\d+)", cell)]
        named += range(numbers[0], numbers[-1] + 1) if " to " in cell else numbers
    assert [f"CH{number}" for number in named] == [check.code for check in CHAIN]


def test_the_fingerprint_on_the_page_is_that_of_the_example() -> None:
    case = read_case((ROOT / "examples" / "mia-and-noah.yaml").read_bytes(), "mia-and-noah.yaml").case
    assert case is not None
    (shown,) = re.findall(r"followed_as: (\S+)", PAGE)
    review = read_case((ROOT / "examples" / "mia-and-noah-review.yaml").read_bytes(), "review").case
    assert review is not None
    assert shown == review.meeting.followed_as == fingerprint(case)  # type: ignore[union-attr]


def test_a_hundred_files_are_read() -> None:
    assert "up to a hundred are read" in PAGE
    assert MOST_EARLIER == 100


def test_the_answer_on_the_page_closes_the_query(tmp_path: Path) -> None:
    (answer,) = re.findall(r"```yaml\n(answers:\n.*?)```", PAGE, re.DOTALL)
    head = "sostool: 1\nreference: EX-0042\npeople: {dean: {role: parent}, ann: {role: chair}}\n"
    item = "map: {working_well: {strengths: [{what: Lisa texted Jo that night., withhold: {from: dean}}]}}\n"
    march = f"{head}meeting: {{kind: initial-conference, date: 2026-03-17}}\n{item}"
    june = f"{head}meeting: {{kind: review-conference, date: 2026-06-09, follows: march.yaml}}\n"
    june += item.replace(", withhold: {from: dean}", "")
    (tmp_path / "march.yaml").write_text(march, encoding="utf-8")
    for text, codes in ((june, ["CH110"]), (june + answer, [])):
        (tmp_path / "june.yaml").write_text(text, encoding="utf-8")
        (checked,) = check_file(str(tmp_path / "june.yaml"), CheckRun(TODAY, private=True))
        assert [finding.code for finding in checked.findings if finding.code.startswith("CH")] == codes
