"""`sostool validate FILE`, the call of editors and hooks, goes without typer and says the same as with it."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.cases import BASE

from sostool.cli.app import command
from sostool.cli.checking import Order, plain_order
from sostool.cli.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Sostool

ERROR = BASE + "dangers: [{statemnt: Priya is worried.}]\n"


@pytest.mark.parametrize("arguments", [["validate"], ["validate", "a.yaml"], ["validate", "-", "a folder", ""]])
def test_paths_alone_are_a_plain_call(arguments: list[str]) -> None:
    assert plain_order(arguments) == Order(tuple(arguments[1:]))


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["checks"],
        ["--version"],
        ["validate", "--strict", "a.yaml"],
        ["validate", "a.yaml", "--jobs", "2"],
        ["validate", "-h"],
        ["validate", "--", "-a.yaml"],
        ["validate", "a.yaml", "-x"],
    ],
)
def test_whatever_has_an_option_is_left_to_typer(arguments: list[str]) -> None:
    assert plain_order(arguments) is None


@pytest.mark.parametrize("text", [BASE, ERROR, "a: b: c\n", ""])
def test_both_ways_say_the_same(sostool: Sostool, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    for plain in (["validate", "a.yaml"], ["validate"], ["validate", "a.yaml", "nowhere.yaml"]):
        assert sostool(*plain) == sostool(*plain, "--format", "full")


def test_the_defaults_of_the_command_line_are_those_of_an_order() -> None:
    parameters = inspect.signature(validate).parameters
    assert set(parameters) == set(Order._fields)
    for name, parameter in parameters.items():
        default = Order._field_defaults[name]
        assert parameter.default == default or (parameter.default is None and default == ())


def test_a_plain_call_imports_neither_typer_nor_anything_of_other_commands(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    code = (
        "import sys; from sostool.cli.run import run; run(['validate', 'a.yaml']); "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    imported = done.stdout.splitlines()[-1].split()
    assert "yaml" in imported
    dear = {"typer", "rich", "jinja2", "markdown", "json", "difflib", "subprocess", "multiprocessing", "inspect"}
    assert dear.isdisjoint(imported)


def test_only_the_command_that_is_called_is_read() -> None:
    assert list(command(["explain", "DS101"]).commands) == ["explain"]
    every = list(command([]).commands)
    assert len(every) > 5
    assert list(command(["nonsense"]).commands) == every
    assert list(command(["--help"]).commands) == every
