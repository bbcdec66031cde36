"""What is imported before anything is done: start-up is most of what a person waits for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.cases import BASE
from support.running import environment

# Each takes longer to import than a case file to check.
HEAVY = {
    "jinja2", "markdown", "rich", "json", "dataclasses", "inspect", "asyncio", "concurrent", "multiprocessing",
    "tempfile", "importlib.resources", "email", "http", "socket", "logging", "difflib", "random", "pydantic",
    "jsonschema",
}  # fmt: skip


def imported(folder: Path, *arguments: str) -> set[str]:
    """Give the names of the modules that a command has imported when it is done, but for those Python starts with."""
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "sys.argv = ['sostool', *sys.argv[1:]]\n"
        "from sostool.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code in (0, None), end.code\n"
        "sys.stderr.write(' '.join(set(sys.modules) - before))\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path += {sys.path!r}\n{code}", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def test_the_version_imports_nothing_but_the_package(folder: Path) -> None:
    assert imported(folder, "--version") == {"__future__", "sostool", "sostool.__main__"}


def test_validate_of_one_file_imports_only_what_it_needs(folder: Path) -> None:
    modules = imported(folder, "validate", "case.yaml")
    assert "sostool.checks.registry" in modules
    assert modules & HEAVY == set()
    assert "typer" not in modules
    rooms = {name.split(".")[1] for name in modules if name.startswith("sostool.")}
    assert rooms == {
        "__main__", "caseload", "case", "checks", "cli", "dates", "findings", "identity", "profile", "settings", "share",
        "story", "yamlfile",
    }  # fmt: skip


def test_validate_with_options_imports_typer_and_nothing_of_the_report(folder: Path) -> None:
    modules = imported(folder, "validate", "--format", "concise", "case.yaml")
    assert "typer" in modules
    assert modules & {"jinja2", "markdown", "rich", "pydantic", "concurrent.futures", "multiprocessing"} == set()
    assert not [name for name in modules if name.startswith("sostool.report")]


def test_of_the_printers_only_the_one_that_is_asked_for_is_imported(folder: Path) -> None:
    modules = imported(folder, "validate", "case.yaml")
    assert {name.rpartition(".")[2] for name in modules if name.startswith("sostool.findings.printers.")} & {
        "junit", "sarif", "github", "machine_json"
    } == set()  # fmt: skip


@pytest.mark.parametrize("command", ["checks", "schema", "profiles", "explain"])
def test_no_other_command_imports_the_report(folder: Path, command: str) -> None:
    modules = imported(folder, command, *(["DS101"] if command == "explain" else []))
    assert not [name for name in modules if name.startswith(("sostool.report", "jinja2", "rich", "markdown"))]


def test_the_list_of_templates_imports_nothing_that_draws(folder: Path) -> None:
    modules = imported(folder, "templates")
    assert not [name for name in modules if name.startswith(("jinja2", "rich", "markdown", "yaml"))]
