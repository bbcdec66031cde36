"""Has a real browser look at a folder of pages."""

from __future__ import annotations

import fcntl
import json
import subprocess
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

_SCRIPT = Path(__file__).with_name("look.mjs")
_SECONDS = 900


def once(made: Path, make: Callable[[Path], None]) -> Path:
    """Make a file or a folder unless it is there; a process that comes while another makes it waits for it."""
    with made.with_name(f"{made.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            half = made.with_name(f"{made.name}.half")
            make(half)
            half.rename(made)
    return made


def looker(folder: Path, chromium: Path) -> Callable[[str], dict[str, Any]]:
    """Give a function that looks at every page of a folder in one way, once, whichever process asks first."""
    pages = sorted(folder.glob("*.html"))
    assert pages, f"there are no pages in {folder}"

    def look_at_all(way: str, told: Path) -> None:
        run = subprocess.run(
            ["node", str(_SCRIPT), str(chromium), way],
            input=json.dumps([str(page) for page in pages]),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        told.write_text(run.stdout, "utf-8")

    @cache
    def look(way: str) -> dict[str, Any]:
        file = once(folder.with_name(f"{folder.name}-{way}.json"), partial(look_at_all, way))
        told: dict[str, Any] = json.loads(file.read_text("utf-8"))[way]
        assert len(told) == len(pages)
        return {Path(page).stem: found | {"file": page} for page, found in told.items()}

    return look
