from __future__ import annotations

import re

import pytest
from findings.printers.printed import ALL, ALWAYS_PRIVATE, RESULTS, text

from sostool.findings.finding import Elsewhere, Finding, Place
from sostool.findings.result import Checked

_SECRETS = ("zq-in-the-line", "zq-in-the-detail", "zq-in-the-path", "zq-elsewhere")
_LEAKY = Checked(
    file="a.yaml",
    findings=(
        Finding(
            code="CF101",
            severity="error",
            message="This key is not known here.",
            file="a.yaml",
            place=Place(2, 3, 2, 8),
            path=("people", 4, "born"),
            shown_path=("people", "zq-in-the-path", "born"),
            detail="zq-in-the-detail",
            elsewhere=Elsewhere("b.yaml", Place(7, 1, 7, 9), ("people", 4), ("people", "zq-elsewhere")),
        ),
    ),
    # Private runs hand over no lines; a printer must not rely on it.
    lines={2: "  born: zq-in-the-line"},
)


def test_the_open_mode_shows_line_detail_and_ids() -> None:
    printed = text("full", [_LEAKY])
    assert all(secret in printed for secret in _SECRETS)
    assert "people[4]" not in printed


@pytest.mark.parametrize(("name", "private"), [("full", True), *((name, False) for name in ALWAYS_PRIVATE)])
def test_nothing_of_the_case_leaves_in_private_mode_or_to_a_machine(name: str, private: bool) -> None:
    printed = text(name, [_LEAKY], private=private)
    assert "CF101" in printed
    assert "b.yaml" in printed
    assert not any(secret in printed for secret in _SECRETS)


def test_every_printer_was_looked_at() -> None:
    assert {"full", *ALWAYS_PRIVATE} == set(ALL)


def test_private_mode_tells_the_same_findings_at_the_same_places() -> None:
    def told(private: bool) -> list[list[str]]:
        printed = text("full", private=private)
        return [
            re.findall(r"^\w+\d+ (?:error|query|advice)  .*$", printed, re.MULTILINE),
            re.findall(r"^ +--> (\S+)", printed, re.MULTILINE),
            re.findall(r"^ += (?:why|mend): .*$", printed, re.MULTILINE),
            printed.split("\n\n")[-1].splitlines(),
        ]

    assert told(private=True) == told(private=False)
    assert [len(part) for part in told(private=True)] == [4, 4, 8, 4]


@pytest.mark.parametrize("name", ALWAYS_PRIVATE)
def test_for_machines_both_modes_are_the_same(name: str) -> None:
    assert text(name, RESULTS, private=True) == text(name, RESULTS, private=False)
