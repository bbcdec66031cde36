from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from findings.printers.printed import ALL, RESULTS, rule_of, text

from sostool.findings.printers import printer
from sostool.findings.result import Checked, PrintOptions

if TYPE_CHECKING:
    from support.reference import Reference

_ENDINGS = {"json": "json", "sarif": "sarif.json", "junit": "xml"}
_NAMES = {name: f"{name}.{_ENDINGS.get(name, 'txt')}" for name in ALL}
_PRIVATE = "full-private.txt"
_NARROW = "full-narrow.txt"
_COLOUR = "full-colour.txt"


@pytest.mark.parametrize("name", ALL)
def test_a_run_is_printed_as_in_its_reference(name: str, reference: Reference) -> None:
    reference(_NAMES[name], text(name))


def test_private_mode_is_printed_as_in_its_reference(reference: Reference) -> None:
    reference(_PRIVATE, text("full", private=True))


def test_a_narrow_terminal_is_printed_as_in_its_reference(reference: Reference) -> None:
    reference(_NARROW, text("full", width=40))


def test_colour_is_printed_as_in_its_reference(reference: Reference) -> None:
    options = PrintOptions(private=False, colour=True, width=80)
    coloured = "".join(printer("full")(RESULTS, rule_of, options))
    reference(_COLOUR, coloured.replace("\x1b", "<ESC>"))


def test_a_run_over_good_files_is_printed_as_in_its_reference(reference: Reference) -> None:
    for name in ALL:
        reference(f"good-{_NAMES[name]}", text(name, [Checked("a.yaml"), Checked("b.yaml")]))


def test_no_reference_is_left_over() -> None:
    expected = {*_NAMES.values(), _PRIVATE, _NARROW, _COLOUR, *(f"good-{name}" for name in _NAMES.values())}
    assert {file.name for file in (Path(__file__).parent / "references").iterdir()} == expected


def test_the_same_run_gives_the_same_text() -> None:
    for name in ALL:
        assert text(name) == text(name)
