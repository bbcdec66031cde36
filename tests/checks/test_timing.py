from __future__ import annotations

from support.cases import TODAY, england, laid_over, read

from sostool.checks.registry import PRACTICE
from sostool.checks.run import ask_checks
from sostool.checks.timing import SHARED, timed

CASE = laid_over("dangers: [{id: one, statement: Dean could drink again.}]")


def test_timed_checks_find_the_same_and_say_how_long_each_family_took() -> None:
    spent: dict[str, float] = {}
    assert ask_checks(read(CASE), england(), TODAY, checks=timed(PRACTICE, spent)) == ask_checks(
        read(CASE), england(), TODAY
    )
    assert set(spent) == {SHARED, *(check.code[:2] for check in PRACTICE)}
    assert all(seconds >= 0 for seconds in spent.values())


def test_the_time_of_several_files_adds_up() -> None:
    spent: dict[str, float] = {}
    checks = timed(PRACTICE, spent)
    ask_checks(read(CASE), england(), TODAY, checks=checks)
    first = dict(spent)
    ask_checks(read(CASE), england(), TODAY, checks=checks)
    assert all(spent[family] > first[family] for family in first)
