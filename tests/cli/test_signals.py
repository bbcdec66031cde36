"""Ctrl-C and the end of the computer's day: the right exit code, nothing half-written, no traceback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.cases import BASE
from support.running import command, environment

from sostool.case.read import read_case

if TYPE_CHECKING:
    from cli.conftest import Sostool

ENDS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    events = "".join(f"  - {{date: 2025-11, what: Something {number}.}}\n" for number in range(300))
    text = f"{BASE}chronology:\n{events}"
    for number in range(800):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(*arguments),
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.mark.parametrize(("number", "code"), ENDS)
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("whom", [pytest.param("one", marks=pytest.mark.slow), "all"])
def test_validate_stops_at_once(many: Path, number: signal.Signals, code: int, jobs: str, whom: str) -> None:
    process = start(many, "validate", "--format", "concise", "--jobs", jobs)
    assert process.stdout is not None
    process.stdout.read(1)  # it is at work
    began = time.monotonic()
    if whom == "one":
        process.send_signal(number)
    else:  # a terminal tells every process of the command
        os.killpg(process.pid, number)
    _, err = process.communicate(timeout=20)
    assert process.returncode == code
    assert time.monotonic() - began < 10
    assert err.decode() == ("Stopped.\n" if number == signal.SIGINT else "")


@pytest.mark.parametrize(("number", "code"), ENDS)
def test_new_case_ended_at_any_moment_leaves_a_whole_file_or_none(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    ends = set()
    for step in range(8):
        folder = tmp_path / str(step)
        folder.mkdir()
        process = start(folder, "new-case", "EX-7.yaml", "--no-input")
        time.sleep(0.04 * step)
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
        # Python's own start may still be under way; what it says then is not ours.
        assert not re.search(rb"sostool/(?!__main__)(?!\S*__pycache__)", err)
        assert process.returncode in (0, code, -number, 1)
        ends.add(process.returncode)
        there = {path.name for path in folder.iterdir()}
        assert there <= {"EX-7.yaml", "case.schema.json"}
        if "EX-7.yaml" in there:
            assert read_case((folder / "EX-7.yaml").read_bytes(), "x").findings == []
    assert ends & {0, code}


class EndsInsideAClass:
    """Asks this process to end just while a class is made, as an import does it."""

    def __init__(self, number: signal.Signals) -> None:
        self.number = number

    def __set_name__(self, owner: type, name: str) -> None:
        os.kill(os.getpid(), self.number)


@pytest.mark.parametrize(("number", "code"), ENDS)
def test_a_command_ended_where_nothing_can_be_raised_ends_a_moment_later(
    sostool: Sostool, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    def call(_arguments: list[str]) -> object:
        thing = EndsInsideAClass(number)
        gone = weakref.ref(thing, lambda _: os.kill(os.getpid(), number))
        del thing
        assert gone() is None
        for _ in range(1000):
            time.sleep(0.01)
        return 0

    monkeypatch.setattr("sostool.cli.run._call", call)
    began = time.monotonic()
    done = sostool("validate")
    assert (done.code, done.out) == (code, "")
    assert done.err == ("Stopped.\n" if number == signal.SIGINT else "")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(("number", "code"), ENDS)
def test_a_command_ended_while_a_class_is_made_is_no_fault_of_ours(
    sostool: Sostool, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    def call(_arguments: list[str]) -> object:
        return type("Made", (), {"key": EndsInsideAClass(number)})

    monkeypatch.setattr("sostool.cli.run._call", call)
    done = sostool("validate")
    assert (done.code, done.out) == (code, "")
    assert done.err == ("Stopped.\n" if number == signal.SIGINT else "")
