"""Runs `sostool render-report --watch --open` at a terminal, and has a real browser look at its preview."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
from support.running import environment

_SCRIPT = Path(__file__).with_name("preview.mjs")
_ADDRESS = r"http://127\.0\.0\.1:\d+/[\w-]{43}/"


@contextmanager
def previewed(folder: Path, *arguments: str, **more: str) -> Iterator[tuple[Any, str]]:
    """Run the command in a folder; give the terminal and the preview's address. No screen is there, so nothing opens."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "sostool", "render-report", *arguments, "--watch", "--open"],
        cwd=str(folder),
        env={**environment(TERM="dumb", DISPLAY="", WAYLAND_DISPLAY="", BROWSER="", **more)},
        encoding="utf-8",
        timeout=20,
        dimensions=(50, 400),
    )
    try:
        child.expect(_ADDRESS)
        address = str(child.after)
        child.expect("Ctrl-C ends it")
        yield child, address
    finally:
        child.close(force=True)


def watch_preview(chromium: Path, address: str, steps: list[dict[str, object]]) -> dict[str, Any]:
    """Have a browser take some steps; give what it saw after each, what it complained of and what it asked for."""
    run = subprocess.run(
        ["node", str(_SCRIPT), str(chromium), address],
        input=json.dumps(steps),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    seen: dict[str, Any] = json.loads(run.stdout)
    assert len(seen["told"]) == len(steps)
    return seen


def hosts(requests: list[str]) -> set[str]:
    """Give the hosts that addresses lead to; whatever has none is given whole."""
    met = {re.match(r"https?://([^/]+)/", one) for one in requests}
    return {one[1] if one else "?" for one in met}
