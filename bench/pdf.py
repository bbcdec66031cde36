"""How long PDFs take: many in one process, one in a new process, and RenderCV beside them.

python -m bench.pdf               200 reports, 9 rounds: some minutes on a quiet machine
python -m bench.pdf --markdown    the tables of docs/speed.md

RenderCV makes a PDF from YAML, with the same compiler, and gets as many words as our report has; ours has pictures too.
Its pages ask the network for a part. Nothing here leaves this computer, so where it has not kept that part from before,
only what comes before its PDF is measured.
"""

from __future__ import annotations

import json
import os
import re
from importlib.metadata import version
from pathlib import Path

from bench.contestants import ROOT, tool
from bench.measure import measure
from bench.one_format import Wanted, run

PDF = Wanted("pdf", "PDF", "practitioners", start_times=60, ms_each=80)
_WORDS_IN_AN_ENTRY = 25


def main() -> None:
    """Measure, and print the tables."""
    # RenderCV asks at each start whether there is a newer one. Nothing here leaves this computer.
    os.environ |= dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    run(PDF, _rendercv, ", ".join(f"{name} {version(name)}" for name in ("typst", "rendercv")))


def _rendercv(folder: Path, markdown: str) -> dict[str, list[str]]:
    cv = _cv(folder, Path(markdown).read_text("utf-8"))
    made = [*tool("rendercv"), "render", str(cv), "-nohtml", "-nomd", "-nopng", "-o", str(folder / "rendercv")]
    try:
        measure(made, str(ROOT))
    except RuntimeError:
        return {"rendercv render (the source of its PDF only)": [*made, "-nopdf"]}
    return {"rendercv render (PDF)": made}


def _cv(folder: Path, text: str) -> Path:
    """Give RenderCV the words of a report, eight entries to a section."""
    words = re.findall(r"[A-Za-z0-9]+(?:['’-][A-Za-z]+)*[.,]?", text)
    entries = [" ".join(words[at : at + _WORDS_IN_AN_ENTRY]) for at in range(0, len(words), _WORDS_IN_AN_ENTRY)]
    sections = {f"part {at // 8 + 1}": entries[at : at + 8] for at in range(0, len(entries), 8)}
    cv = folder / "Jo_Example_CV.yaml"
    cv.write_text(json.dumps({"cv": {"name": "Jo Example", "sections": sections}}), encoding="utf-8")
    return cv


if __name__ == "__main__":
    main()
