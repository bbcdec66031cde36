"""Make the pictures in docs/pictures from the examples, with a Chromium that is installed on this computer."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


class Shown(NamedTuple):
    """What is shown: an example, a document, its reader, the picture's name, and the window's size in pixels."""

    example: str
    document: str
    reader: str
    name: str
    width: int
    height: int


_SHOWN = (
    Shown("mia-and-noah", "report", "lisa", "report", 1180, 2300),
    Shown("mia-and-noah", "map", "practitioners", "map", 1600, 900),
    Shown("mia-and-noah", "report", "lisa", "report-phone", 390, 1500),
    Shown("mia-and-noah", "summary", "lisa", "summary", 900, 1150),
    Shown("early-help", "child", "tomas", "child", 1000, 1000),
    Shown("mia-and-noah-review", "minutes", "lisa", "minutes", 1000, 1150),
)


def main() -> int:
    """Render the examples and take a picture of each page shown."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("No Chromium was found, so the pictures are left as they are.\n")
        return 2
    PICTURES.mkdir(exist_ok=True)
    for shown in _SHOWN:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            case = ROOT / "examples" / f"{shown.example}.yaml"
            options = ["--document", shown.document, "--for", shown.reader, "--format", "html", "-o", str(page)]
            subprocess.run(
                [sys.executable, "-m", "sostool", "render-report", str(case), *options], check=True, cwd=ROOT
            )
            picture = f"--screenshot={PICTURES / shown.name}.png"
            size = f"--window-size={shown.width},{shown.height}"
            profile = f"--user-data-dir={folder}/profile"
            subprocess.run(
                [chromium, *_FLAGS, profile, size, picture, page.as_uri()], check=True, capture_output=True, timeout=120
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
