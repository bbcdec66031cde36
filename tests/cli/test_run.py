"""The command as a whole: help, wrong use, standard streams that are closed or full."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.running import ROOT, command, environment, is_one_line, run

from sostool import __version__

if TYPE_CHECKING:
    from cli.conftest import Sostool

COMMANDS = [
    "new-case", "add", "rate", "validate", "mend", "render-report", "who-sees", "approve", "status", "compare", "timeline", "pseudonymise", "explain",
    "checks",
    "schema", "profiles", "templates",
]  # fmt: skip


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_the_commands_in_the_order_of_a_workers_day(sostool: Sostool, option: str) -> None:
    done = sostool(option)
    assert (done.code, done.err) == (0, "")
    assert re.findall(r"(?m)^  ([a-z]+(?:-[a-z]+)?)  ", done.out.partition("Commands:")[2]) == COMMANDS
    assert "not endorsed by" in done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(sostool: Sostool, name: str) -> None:
    for option in ("--help", "-h"):
        done = sostool(name, option)
        assert (done.code, done.err) == (0, "")
        assert f"Usage: sostool {name}" in done.out


def test_the_version() -> None:
    done = run("--version")
    assert done == (0, f"sostool {__version__}\n", "")
    assert run("--version", "validate") == done


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["--nonsense"], ["validat"], ["explain"], ["schema", "x"], ["\x1b[31m"], [""]]
)
def test_wrong_use(sostool: Sostool, arguments: list[str]) -> None:
    done = sostool(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err
    assert "\x1b" not in done.err


def test_nothing_at_all_shows_the_help(sostool: Sostool) -> None:
    done = sostool()
    assert done.code in (0, 2)
    assert "Usage: sostool" in done.out + done.err


def shell(arguments: str, redirected: str) -> subprocess.CompletedProcess[str]:
    line = " ".join([*(f"'{part}'" for part in command()), arguments, redirected])
    return subprocess.run(line, shell=True, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)  # noqa: S602


@pytest.mark.parametrize(
    "arguments", ["validate examples", "checks", "schema", "profiles", "explain DS101", "validate -"]
)
@pytest.mark.parametrize("redirected", [">&-", ">/dev/full", ">/dev/full 2>/dev/full", ">&- 2>&-", "2>&- >/dev/full"])
def test_output_that_cannot_be_written(arguments: str, redirected: str) -> None:
    done = shell(arguments, f"{redirected} </dev/null")
    assert done.returncode == 2
    assert done.stderr == "" or is_one_line(done.stderr)
    assert bool(done.stderr) == ("2>" not in redirected)


@pytest.mark.parametrize("arguments", ["--version", "--help", "validate --help"])
def test_a_full_disk_under_help_and_version(arguments: str) -> None:
    done = shell(arguments, ">/dev/full")
    assert done.returncode == 2
    assert is_one_line(done.stderr)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("validate examples", 0), ("nonsense", 2), ("explain XX", 2), ("validate gone.yaml", 2), ("--version", 0)],
)
@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full", "<&-", "<&- 2>&-"])
def test_the_code_is_right_although_nobody_hears_why(arguments: str, code: int, redirected: str) -> None:
    assert shell(arguments, redirected).returncode == code


def test_standard_input_that_is_closed() -> None:
    done = shell("validate -", "<&-")
    assert done.returncode == 2
    assert "standard input is closed" in done.stdout


@pytest.mark.parametrize("arguments", ["checks", "schema", "--help", "validate --help"])
def test_a_reader_that_goes_away(arguments: str) -> None:
    done = shell(arguments, "| :; exit ${PIPESTATUS[0]:-0}")
    assert "Traceback" not in done.stderr


def test_the_installed_command_is_the_same(tmp_path: Path) -> None:
    script = Path(command()[0]).with_name("sostool")
    if not script.exists():
        pytest.skip("sostool is not installed here")
    done = subprocess.run([script, "--version"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"sostool {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("render-report", "case.yaml", "--document", "report", "--document", "map"), "--document"),
        (("render-report", "case.yaml", "-o", "one/", "--output=two/"), "--output"),
        (("render-report", "case.yaml", "--for", "lisa", "--for=dean"), "--for"),
        (("validate", "case.yaml", "--format", "json", "--format", "json"), "--format"),
        (("rate", "case.yaml", "--who", "lisa", "--who", "dean"), "--who"),
    ],
)
def test_an_option_that_is_there_twice_is_refused(sostool: Sostool, arguments: tuple[str, ...], option: str) -> None:
    done = sostool(*arguments)
    said = f"{option} is there twice, and only one can be meant: leave one out.\n"
    assert (done.code, done.out, done.err) == (2, "", said)


def test_what_may_be_said_several_times_may_be(sostool: Sostool) -> None:
    done = sostool("render-report", "none.yaml", "--format", "md", "--format", "html", "--final", "--final")
    assert (done.code, "twice" in done.err) == (2, False)
