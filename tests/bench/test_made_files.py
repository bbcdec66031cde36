"""The files of the speed comparison are like real ones: of their size, and nothing wrong with them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from bench.make_files import case_text, make_files
from sostool.caseload.check_file import CheckRun, check_file

SOME = 40
RUN = CheckRun(today=dt.date(2026, 3, 17), private=True)


def test_no_file_has_an_error_and_one_in_ten_a_query(tmp_path: Path) -> None:
    found = [check_file(str(path), RUN)[0] for path in make_files(tmp_path / "cases", SOME)]
    assert len(found) == SOME
    assert [checked.file for checked in found if checked.unreadable or checked.count("error")] == []
    assert sum(bool(checked.findings) for checked in found) == SOME // 10
    assert {finding.code for checked in found for finding in checked.findings} == {"NX101"}


def test_files_have_the_size_of_real_ones_and_short_lines() -> None:
    for number in range(SOME):
        text = case_text(number)
        assert 8_500 < len(text.encode()) < 11_500
        assert 260 < text.count("\n") < 340
        assert max(map(len, text.splitlines())) <= 80


def test_the_same_seed_makes_the_same_files_and_another_makes_others() -> None:
    assert case_text(3) == case_text(3)
    assert case_text(3) != case_text(3, seed=2)
    assert len({case_text(number) for number in range(SOME)}) == SOME
