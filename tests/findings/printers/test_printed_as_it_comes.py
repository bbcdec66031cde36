from __future__ import annotations

import gc
import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from findings.printers.printed import ALL, RESULTS, one, rule_of

from sostool.findings.finding import Place
from sostool.findings.printers import PRINTERS, printer
from sostool.findings.result import Checked, PrintOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPTIONS = PrintOptions(private=False)


@pytest.mark.parametrize("name", ALL)
def test_a_file_is_printed_before_the_next_one_is_asked_for(name: str) -> None:
    asked: list[str] = []

    def results() -> Iterator[Checked]:
        for number in range(100):
            asked.append(f"file-{number}")
            yield one(file=f"file-{number}.yaml")

    printed = ""
    for chunk in printer(name)(results(), rule_of, _OPTIONS):
        printed += chunk
        if "file-0.yaml" in chunk:
            break
    assert "file-0.yaml" in printed
    assert asked == ["file-0"]


@pytest.mark.parametrize("name", ALL)
def test_memory_does_not_grow_with_the_number_of_files(name: str) -> None:
    def results(count: int) -> Iterator[Checked]:
        for number in range(count):
            yield one(file=f"file-{number}.yaml", line="key: value", place=Place(1, 6, 1, 11))
            yield Checked(f"gone-{number}.yaml", unreadable="gone")

    def peak(count: int) -> int:
        gc.collect()
        gc.disable()  # a run over many files may switch it off: nothing may leave cycles behind
        tracemalloc.start()
        try:
            for _ in printer(name)(results(count), rule_of, _OPTIONS):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            gc.enable()

    peak(10)
    few, many = peak(120), peak(1_200)
    assert many < few * 1.2 + 20_000


@pytest.mark.parametrize("name", ALL)
def test_a_printer_is_made_without_looking_at_a_result(name: str) -> None:
    results = iter(RESULTS)
    printer(name)(results, rule_of, _OPTIONS)
    assert next(results) is RESULTS[0]


def test_a_name_that_no_printer_has_is_refused() -> None:
    with pytest.raises((KeyError, ModuleNotFoundError)):
        printer("html")


def _imported(statement: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; {statement}; print(*sorted(sys.modules))"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return set(told.stdout.split())


def test_no_printer_is_imported_before_it_is_asked_for() -> None:
    modules = _imported("import sostool.findings.printers")
    for module in PRINTERS.values():
        assert f"sostool.findings.printers.{module}" not in modules


@pytest.mark.parametrize("name", ["full", "concise", "github", "junit"])
def test_a_text_printer_imports_nothing_heavy(name: str) -> None:
    modules = _imported(f"from sostool.findings.printers import printer; printer({name!r})")
    assert f"sostool.findings.printers.{name}" in modules
    assert not modules & {"json", "rich", "textwrap", "unicodedata", "urllib.parse", "xml", "dataclasses"}
