"""Run other programs and see what they take."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import NamedTuple

# A stale or missing byte code file would be made anew in every run, and no user's machine works like that.
_LEFT_OUT = frozenset(("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME", "PYTHONDEVMODE"))
_UNIT = 1 if sys.platform == "darwin" else 1024


class Taken(NamedTuple):
    """What one run took: seconds on the clock, seconds of CPU of all its processes, and the most memory of one."""

    wall: float
    cpu: float
    peak_mb: float


def measure(command: list[str], cwd: str) -> Taken:
    """Run a command to its end, its output thrown away.

    The peak is never lower than what this process itself has used, so this one has to stay small.

    Raises:
        RuntimeError: it did not end well, so its time says nothing.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} … ended with {process.returncode}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, megabytes(usage.ru_maxrss))


def megabytes(maxrss: int) -> float:
    """Turn the peak as the system counts it, in bytes on a Mac and kibibytes elsewhere, into MB."""
    return maxrss * _UNIT / 1_000_000


def in_turn(commands: dict[str, list[str]], rounds: int, cwd: str) -> dict[str, list[Taken]]:
    """Run each command once a round, one after the other, so that a busy minute of the machine falls on all of them."""
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            _tell(f"round {number + 1} of {rounds}: {name}")
            taken[name].append(measure(command, cwd))
    _tell("")
    return taken


def _tell(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{line:<79}\r", end="", file=sys.stderr, flush=True)
