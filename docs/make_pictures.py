"""Make the pictures in docs/pictures from the examples, with a Chromium that is installed on this computer."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

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
# What is shown: document, reader, the picture's name, and the window's width and height in pixels.
_SHOWN = (
    ("report", "lisa", "report", 1180, 2300),
    ("map", "practitioners", "map", 1600, 900),
    ("report", "lisa", "report-phone", 390, 1500),
)


def main() -> int:
    """Render the first example and take a picture of each page shown."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("No Chromium was found, so the pictures are left as they are.\n")
        return 2
    PICTURES.mkdir(exist_ok=True)
    for document, reader, name, width, height in _SHOWN:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            case = ROOT / "examples" / "mia-and-noah.yaml"
            options = ["--document", document, "--for", reader, "--format", "html", "-o", str(page)]
            subprocess.run(
                [sys.executable, "-m", "sostool", "render-report", str(case), *options], check=True, cwd=ROOT
            )
            picture = f"--screenshot={PICTURES / name}.png"
            size = f"--window-size={width},{height}"
            profile = f"--user-data-dir={folder}/profile"
            subprocess.run(
                [chromium, *_FLAGS, profile, size, picture, page.as_uri()], check=True, capture_output=True, timeout=120
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
