"""What it costs that a file follows another: a chain of fifty meetings against fifty files that follow none.

python -m bench.chain
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.contestants import EXAMPLE, ROOT
from bench.measure import Taken, in_turn

_FILES, _ROUNDS = 50, 7
_FIRST = dt.date(2026, 3, 17)
_APART = dt.timedelta(weeks=10)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sostool-bench-") as folder:
        chain, single = Path(folder) / "chain", Path(folder) / "single"
        make(chain, follow=True)
        make(single, follow=False)
        commands = {
            folder.name: [sys.executable, "-m", "sostool", "validate", "--jobs", "1", str(folder)]
            for folder in (chain, single)
        }
        commands["newest"] = [*commands["chain"][:-1], str(max(chain.iterdir()))]
        commands["one"] = [*commands["single"][:-1], str(max(single.iterdir()))]
        runs = in_turn(commands, _ROUNDS, str(ROOT))
    print(
        f"A chain of {_FILES} files: {_ratio(runs['chain'], runs['single']):.2f} × {_FILES} files that follow none. "
        f"Its newest file by itself: {_ratio(runs['newest'], runs['one']):.2f} × one that follows none."
    )


def _ratio(runs: list[Taken], others: list[Taken]) -> float:
    return median(one.cpu / other.cpu for one, other in zip(runs, others, strict=True))


def make(folder: Path, *, follow: bool) -> None:
    """Write the files: the same family at meetings that are ten weeks apart."""
    folder.mkdir()
    text = EXAMPLE.read_text("utf-8")
    before = ""
    for number in range(_FILES):
        day = _FIRST + number * _APART
        name = f"EX-0042-{day.isoformat()}.yaml"
        follows = f"\n  follows: {before}" if before and follow else ""
        (folder / name).write_text(
            text.replace("\n  date: 2026-03-17", f"\n  date: {day.isoformat()}{follows}", 1), encoding="utf-8"
        )
        before = name


if __name__ == "__main__":
    main()
