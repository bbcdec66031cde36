"""All checks: each registered, named and explained as it should be."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from support.running import ROOT

from sostool.checks.answers import ANSWERS
from sostool.checks.check import Check
from sostool.checks.registry import FAMILIES, PRACTICE, all_checks, rule_of
from sostool.checks.shape.rules import SHAPE
from sostool.checks.text_file.rules import TEXT_FILE

CHECKS = all_checks()
ROOM = ROOT / "sostool" / "checks"
ASKED_FOR = {"DS101", "DS102", "DS103", "DS106", "SC101", "SC102", "SC103", "SG101", "NX101", "VO101", "PE104"}
# For these no fragment can be shown: bytes that are no text, a megabyte, nothing at all.
WITHOUT_EXAMPLES = {"YA101", "YA103", "YA110"}


def files_with_a_check() -> list[Path]:
    return [
        file
        for file in sorted(ROOM.rglob("*.py"))
        if any(
            isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "check"
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef)
            for decorator in node.decorator_list
        )
    ]


def test_every_check_in_a_file_is_registered() -> None:
    files = files_with_a_check()
    assert len(files) == len(PRACTICE) >= 11
    asked = {check.ask.__code__.co_filename for check in PRACTICE if check.ask}
    assert asked == {str(file) for file in files}


def test_the_checks_of_the_first_version_are_there() -> None:
    assert set(CHECKS) >= ASKED_FOR
    assert len([code for code in CHECKS if code.startswith("YA")]) >= 11
    assert len([code for code in CHECKS if code.startswith("CF")]) >= 13


def test_codes_and_names_are_unique() -> None:
    checks = [*TEXT_FILE, *SHAPE, *PRACTICE, *ANSWERS]
    assert len({check.code for check in checks}) == len({check.name for check in checks}) == len(checks) == len(CHECKS)


def test_every_code_the_reader_tells_is_explained() -> None:
    told = set()
    for room in ("yamlfile", "case", "caseload", "profile"):
        for file in (ROOT / "sostool" / room).rglob("*.py"):
            told |= set(re.findall(r'"((?:YA|CF)\d{3})"', file.read_text("utf-8")))
    assert len(told) > 20
    assert told <= set(CHECKS)
    assert {code for code in CHECKS if code[:2] in ("YA", "CF")} <= told


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
class TestEveryCheck:
    def test_code_and_family(self, check: Check) -> None:
        assert re.fullmatch(r"[A-Z]{2}[1-9]\d{2}", check.code)
        assert check.code[:2] in FAMILIES

    def test_name_reads_after_allow(self, check: Check) -> None:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", check.name)
        assert not re.match(r"(no|must|should|never|always|avoid|check|require|forbid|ban|disallow)-", check.name)

    def test_file_is_named_for_what_it_asks(self, check: Check) -> None:
        if check.ask:
            assert Path(check.ask.__code__.co_filename).stem == check.ask.__name__
            assert ast.get_docstring(
                ast.parse(Path(check.ask.__code__.co_filename).read_text("utf-8")), clean=True
            ).startswith(f"{check.code}: ")  # type: ignore[union-attr]

    def test_all_headings_are_filled(self, check: Check) -> None:
        rule = rule_of(check.code)
        assert rule.summary.endswith(".")
        assert len(rule.summary) <= 100
        assert rule.what
        assert len(rule.why) > 60
        assert rule.source
        assert bool(rule.fails) == bool(rule.passes) == (check.code not in WITHOUT_EXAMPLES)

    def test_source_names_a_source(self, check: Check) -> None:
        assert len(rule_of(check.code).source) > 20
        assert "TODO" not in check.documentation

    def test_what_the_reader_tells_is_an_error_and_has_nothing_to_ask(self, check: Check) -> None:
        assert (check.ask is None) == (check.code[:2] in ("YA", "CF", "AN"))
        assert (check.severity == "error") >= (check.code[:2] in ("YA", "CF"))


def test_a_code_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        rule_of("DS999")


def test_checks_are_listed_by_family_and_code() -> None:
    order = [(list(FAMILIES).index(code[:2]), code) for code in CHECKS]
    assert order == sorted(order)
