"""How long Word documents take: many in one process, one in a new process, and pandoc beside them.

python -m bench.word               200 reports, 9 rounds: some minutes on a quiet machine
python -m bench.word --markdown    the tables of docs/speed.md

Pandoc makes its document of our Markdown, which has no pictures.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from bench.one_format import Wanted, run

WORD = Wanted("docx", "Word", "chair", start_times=60, ms_each=150)


def main() -> None:
    """Measure, and print the tables."""
    run(WORD, _pandoc, f"pandoc {version('pypandoc_binary')}")


def _pandoc(folder: Path, markdown: str) -> dict[str, list[str]]:
    pandoc = import_module("pypandoc").get_pandoc_path()
    return {"pandoc, docx of the Markdown": [pandoc, markdown, "-o", str(folder / "pandoc.docx")]}


if __name__ == "__main__":
    main()
