from __future__ import annotations

import pytest
from findings.printers.printed import RESULTS, one, rule_of, text

from sostool.findings.finding import Place
from sostool.findings.printers import printer
from sostool.findings.printers.excerpt import excerpt
from sostool.findings.result import Checked, PrintOptions


def test_why_is_told_once_a_run_for_each_check() -> None:
    printed = text("full", [RESULTS[0], RESULTS[0]])
    assert printed.count("why:") == 2
    assert printed.count("= mend:") == 6


def test_only_the_first_paragraph_of_why_is_told() -> None:
    assert "A second paragraph" not in text("full")


def test_a_finding_without_a_mend_names_the_command_that_explains_it() -> None:
    assert "= mend: See `sostool explain CF101`.\n" in text("full", [one()])


def test_a_line_that_was_not_handed_over_is_left_out() -> None:
    assert " | " not in text("full", [one(line=None)])


def test_severity_is_said_in_words_with_and_without_colour() -> None:
    for colour in (False, True):
        printed = "".join(printer("full")(RESULTS, rule_of, PrintOptions(private=False, colour=colour)))
        assert all(word in printed for word in ("error", "query", "advice", "unreadable"))


def test_there_is_no_escape_without_colour() -> None:
    assert "\x1b" not in text("full")


def test_colour_changes_nothing_but_the_escapes() -> None:
    options = PrintOptions(private=False, colour=True, width=80)
    coloured = "".join(printer("full")(RESULTS, rule_of, options))
    for escape in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"):
        coloured = coloured.replace(escape, "")
    assert coloured == text("full")


@pytest.mark.parametrize(
    ("results", "told"),
    [
        ([], "No file was checked.\n"),
        ([Checked("a")], "1 file checked. Nothing to put right, and no open question.\n"),
        (
            [Checked("a", answered=1)],
            "1 file checked. Nothing to put right, and no open question. 1 query is closed by an answer.\n",
        ),
        (
            [one(), Checked("b", answered=2)],
            "2 files checked: 1 error. 2 queries are closed by an answer.\nPut errors right.\n",
        ),
        ([one()], "1 file checked: 1 error.\nPut errors right.\n"),
        ([RESULTS[3]], "1 file checked: 1 piece of advice.\nAdvice is yours to weigh.\n"),
        ([Checked("a", unreadable="gone")], "No file was checked. 1 file could not be read.\n"),
        (
            [Checked("a"), Checked("b", unreadable="gone"), Checked("c", unreadable="gone")],
            "1 file checked. Nothing to put right, and no open question. 2 files could not be read.\n",
        ),
    ],
)
def test_the_run_is_summed_up_in_plain_words(results: list[Checked], told: str) -> None:
    assert text("full", results, width=200).split("\n\n")[-1] == told


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = one(line="key: " + "word " * 100, detail="detail " * 50, place=Place(9, 300, 9, 304))
    for line in text("full", [*RESULTS, long], width=width).splitlines():
        assert len(line) <= width


def test_a_very_long_detail_is_shortened() -> None:
    assert len(text("full", [one(detail="x" * 10_000)])) < 1_000


@pytest.mark.parametrize(
    ("line", "columns", "text_and_carets"),
    [
        ("goal: calm", (7, 11), ("goal: calm", "      ^^^^")),
        ("goal:", (6, 6), ("goal:", "     ^")),
        ("goal:", (99, 120), ("goal:", "     ^")),
        ("", (1, 1), ("", "^")),
        ("a\tb: c", (3, 4), ("a    b: c", "     ^")),
        ("日本: x", (5, 6), ("日本: x", "      ^")),
        ("日本: x", (1, 3), ("日本: x", "^^^^")),
        ("e\u0301te\u0301: x", (8, 9), ("e\u0301te\u0301: x", "     ^")),
        ("a\x1b[2Jb", (3, 4), ("a\\x1b[2Jb", "     ^")),
        ("x ##[group] y", (13, 14), ("x #\\x23[group] y", "               ^")),
    ],
)
def test_carets_stand_under_what_was_found(
    line: str, columns: tuple[int, int], text_and_carets: tuple[str, str]
) -> None:
    assert excerpt(line, Place(1, columns[0], 1, columns[1]), 60) == text_and_carets


def test_a_stretch_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert excerpt("goal: >-", Place(4, 7, 6, 3), 60).carets == "      ^^"


def test_a_long_line_is_cut_around_what_was_found() -> None:
    line = "a" * 200 + "HERE" + "b" * 200
    shown = excerpt(line, Place(1, 201, 1, 205), 40)
    assert shown.text.startswith("...")
    assert shown.text.endswith("...")
    assert len(shown.text) == 40
    start = shown.carets.index("^")
    assert shown.text[start : start + 4] == "HERE"
    assert shown.carets.count("^") == 4


def test_the_start_of_a_long_line_is_kept_where_what_was_found_is_near() -> None:
    assert excerpt("key: HERE" + "b" * 200, Place(1, 6, 1, 10), 40) == (
        "key: HERE" + "b" * 28 + "...",
        "     ^^^^",
    )


def test_a_huge_line_costs_no_more_than_a_long_one() -> None:
    shown = excerpt("\u0301" * 1_000_000, Place(1, 500_000, 1, 600_000), 80)
    assert len(shown.text) < 200
