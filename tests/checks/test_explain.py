from __future__ import annotations

from support.cases import england

from sostool.checks.explain import as_list, as_text, nearest_code
from sostool.checks.registry import all_checks, rule_of


def test_a_check_is_written_out_with_all_its_headings() -> None:
    text = as_text(rule_of("DS101"))
    assert text.startswith("DS101 danger-without-goal (query)\n\nEach danger statement has a safety goal.\n\n")
    for heading in ("What it checks", "Why it matters", "Fails", "Passes", "Source"):
        assert f"\n\n{heading}\n    " in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_an_example_keeps_its_shape() -> None:
    assert "\n    dangers:\n      - statement: Priya" in as_text(rule_of("DS101"))


def test_a_heading_without_a_text_is_left_out() -> None:
    assert "Fails" not in as_text(rule_of("YA110"))


def test_no_line_is_too_long_for_a_terminal() -> None:
    assert [line for code in all_checks() for line in as_text(rule_of(code)).splitlines() if len(line) > 120] == []


def test_all_are_listed_as_the_profile_asks_them() -> None:
    listed = as_list(england()._replace(severities={"DS101": "off"}))
    assert len(listed) == len(all_checks())
    assert {row.code: row.severity for row in listed}["DS101"] == "off"
    assert {row.code: row.severity for row in listed}["SC102"] == "error"
    assert {row.family for row in listed if row.code.startswith("DS")} == {"Danger statements"}


def test_the_nearest_code() -> None:
    assert nearest_code("ds10") in all_checks()
    assert nearest_code("DS-101") == "DS101"
    assert nearest_code("hello") is None
