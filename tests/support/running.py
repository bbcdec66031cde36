"""Run `sostool` as a command of its own, the way a person or a script does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

_LEFT_OUT = ("CI", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "LANG", "LANGUAGE")
# Whatever Python would only warn of is an error here too, also a file opened in the machine's own encoding.
_STRICT = ("-X", "warn_default_encoding", "-W", "error")


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """Give an environment that does not depend on the machine; what is set to "" is left out."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _LEFT_OUT and not name.startswith(("LC_", "PYTHON", "GITHUB"))
    }
    merged = {**kept, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), **more}
    return {name: value for name, value in merged.items() if value}


def command(*arguments: str) -> list[str]:
    """Give the whole command line of `sostool` with some arguments."""
    return [sys.executable, *_STRICT, "-m", "sostool", *arguments]


def run(
    *arguments: str,
    typed: str | bytes = b"",
    cwd: Path | None = None,
    out: IO[bytes] | None = None,
    before: tuple[str, ...] = (),
    **more: str,
) -> Done:
    """Run a command to its end.

    Args:
        arguments: what stands after `sostool`.
        typed: what standard input holds.
        cwd: where to run.
        out: where standard output goes, if not to the result.
        before: a command that starts it, such as `setpriv …`.
        more: the environment's additions.
    """
    done = subprocess.run(
        [*before, *command(*arguments)],
        input=typed.encode() if isinstance(typed, str) else typed,
        stdout=out or subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        env=environment(**more),
        timeout=60,
        check=False,
    )
    return Done(done.returncode, (done.stdout or b"").decode(errors="replace"), done.stderr.decode(errors="replace"))


def is_one_line(text: str) -> bool:
    """Tell whether a text is one line and no traceback."""
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


def powerless() -> tuple[str, ...] | None:
    """Give what to put before a command so that permissions hold for it, also where tests run as root, if possible."""
    if os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search") if setpriv else None
