from __future__ import annotations

import gc
from pathlib import Path

import pytest
from support.cases import BASE, TODAY

from sostool.caseload.check_file import CheckRun
from sostool.caseload.check_many import check_files

RUN = CheckRun(TODAY, private=True)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for number in range(120):
        (tmp_path / f"{number:03}.yaml").write_text(BASE + ("x: 1\n" if number % 3 else ""), encoding="utf-8")
    return [*(str(file) for file in sorted(tmp_path.iterdir())), str(tmp_path / "gone.yaml")]


def test_side_by_side_gives_the_same_in_the_same_order(paths: list[str]) -> None:
    alone = list(check_files(paths, RUN))
    assert [checked.file for checked in alone] == paths
    assert alone[-1].unreadable
    for jobs in (2, 3):
        assert list(check_files(paths, RUN, jobs)) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_paths_are_taken_only_as_they_are_needed(paths: list[str], jobs: int) -> None:
    taken = 0

    def counted() -> object:
        nonlocal taken
        for _ in range(50):
            for path in paths:
                taken += 1
                yield path

    results = check_files(counted(), RUN, jobs)  # type: ignore[arg-type]
    next(results)
    assert taken <= (1 if jobs == 1 else 50 * 6)
    results.close()  # type: ignore[attr-defined]


def test_the_collector_works_again_afterwards(paths: list[str]) -> None:
    assert gc.isenabled()
    results = check_files(paths, RUN)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert gc.isenabled()
