"""How long PDFs take: many in one process, one in a new process, and RenderCV beside them.

python -m bench.pdf               200 reports, 9 rounds: some minutes on a quiet machine
python -m bench.pdf --markdown    the tables of docs/speed.md

RenderCV makes a PDF from YAML, with the same compiler, and gets as many words as our report has; ours has pictures too.
Its pages ask the network for a part. Nothing here leaves this computer, so where it has not kept that part from before,
only what comes before its PDF is measured.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from bench.contestants import ROOT, tool
from bench.cv import curriculum, keep_off_the_network
from bench.measure import measure
from bench.one_format import Wanted, run

PDF = Wanted("pdf", "PDF", "practitioners", start_times=60, ms_each=80)


def main() -> None:
    """Measure, and print the tables."""
    keep_off_the_network()
    run(PDF, _rendercv, ", ".join(f"{name} {version(name)}" for name in ("typst", "rendercv")))


def _rendercv(folder: Path, markdown: str) -> dict[str, list[str]]:
    cv = curriculum(folder, Path(markdown).read_text("utf-8")).path
    made = [*tool("rendercv"), "render", str(cv), "-nohtml", "-nomd", "-nopng", "-o", str(folder / "rendercv")]
    try:
        measure(made, str(ROOT))
    except RuntimeError:
        return {"rendercv render (the source of its PDF only)": [*made, "-nopdf"]}
    return {"rendercv render (PDF)": made}


if __name__ == "__main__":
    main()
