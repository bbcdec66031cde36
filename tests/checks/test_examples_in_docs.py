"""The examples in each check's documentation do what they say."""

from __future__ import annotations

import pytest
from support.cases import BASE, asked, england, laid_over, read, several

from sostool.case.read import ReadCase
from sostool.checks.registry import PRACTICE, all_checks, rule_of
from sostool.profile.load import load_profile

ABOUT_ANSWERS = [code for code in all_checks() if code.startswith("AN")]
TOLD_BY_READER = [
    code
    for code, check in all_checks().items()
    if check.ask is None and check.rule().fails and code not in ABOUT_ANSWERS
]


def text_with(code: str, fragment: str) -> str:
    # A second case follows the first; everything else takes the place of what the base says.
    return BASE + fragment + "\n" if code == "YA105" else laid_over(fragment)


def codes_of(result: ReadCase) -> set[str]:
    codes = {finding.code for finding in result.findings}
    if result.case is not None and load_profile(result.case.profile or "england").unknown:
        codes.add("CF113")
    return codes


@pytest.mark.parametrize("code", TOLD_BY_READER)
def test_what_the_reader_tells(code: str) -> None:
    rule = rule_of(code)
    # What nests too deep is of the wrong type as well.
    assert codes_of(read(text_with(code, rule.fails))) - ({"CF102"} if code == "YA109" else set()) == {code}
    if rule.passes:
        assert codes_of(read(text_with(code, rule.passes))) == set()


@pytest.mark.parametrize("code", [*(check.code for check in PRACTICE), *ABOUT_ANSWERS])
def test_what_a_practice_check_asks(code: str) -> None:
    rule = rule_of(code)
    # An example may name the authority whose words it is about.
    case = read(laid_over(rule.fails)).case
    profile = load_profile(case.profile).profile if case and case.profile else england()
    text, beside = several(rule.fails)
    found = asked(text, code, profile=profile, beside=beside).findings
    fails = [finding for finding in found if finding.code == code]
    assert fails
    assert fails[0].severity == rule.severity
    text, beside = several(rule.passes)
    assert [finding.code for finding in asked(text, code, beside=beside).findings if finding.code[:2] == code[:2]] == []


def test_there_are_examples() -> None:
    assert len(TOLD_BY_READER) >= 20
    assert len(PRACTICE) >= 11
