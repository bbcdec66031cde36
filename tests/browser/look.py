"""Has a real browser look at a folder of pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

_SCRIPT = Path(__file__).with_name("look.mjs")
_SECONDS = 300


def looker(folder: Path, chromium: Path) -> Callable[[str], dict[str, Any]]:
    """Give a function that looks at every page of a folder in one way, once."""
    pages = sorted(folder.glob("*.html"))
    assert pages, f"there are no pages in {folder}"

    @cache
    def look(way: str) -> dict[str, Any]:
        command = ["node", str(_SCRIPT), str(chromium), way, *map(str, pages)]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=_SECONDS, check=False)
        assert run.returncode == 0, run.stderr
        told: dict[str, Any] = json.loads(run.stdout)
        assert len(told) == len(pages)
        return {Path(file).stem: found for file, found in told.items()}

    return look
