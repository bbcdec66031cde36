"""How long the documents of one format take: many in one process, one in a new process, other programs beside them."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.contestants import BARE, EXAMPLE, ROOT, tool
from bench.make_files import make_files
from bench.many_documents import in_a_process
from bench.measure import Taken, in_turn, measure
from bench.table import table

PLAIN = "sostool render-report (HTML and Markdown)"


class Wanted(NamedTuple):
    """A format, what it is called, whose report is made, and what is wanted: times bare Python, and milliseconds."""

    format: str
    called: str
    reader: str
    start_times: int
    ms_each: int


def run(wanted: Wanted, others: Callable[[Path, str], dict[str, list[str]]], tools: str) -> None:
    """Measure, and print the tables.

    Args:
        wanted: the format.
        others: gives the commands of other programs, from a folder to write into and the report in Markdown.
        tools: names and versions of what is measured.
    """
    options = _options(wanted)
    with tempfile.TemporaryDirectory(prefix="sostool-bench-") as place:
        folder = Path(place)
        make_files(folder / "cases", options.files)
        commands = _commands(wanted, folder, others)
        for command in commands.values():
            measure(command, str(ROOT))  # Once beforehand, so that byte code is there and nothing comes from the disk.
        one = in_turn(commands, options.rounds, str(ROOT))
        # What is loaded for the first of many is counted in a new process.
        several = range(max(1, options.rounds // 3))
        many = [in_a_process(folder / "cases", folder / "made", wanted.reader, (wanted.format,))[1:] for _ in several]
    print(f"{options.files} reports; {tools}. {options.rounds} rounds.\n")
    each = median(sum(taken) / len(taken) for taken in many) * 1000
    ratio = _ratio(one, _called(wanted))
    start = ["one report in a new process, to bare Python, wall", f"at most {wanted.start_times} x", f"{ratio:.1f} x"]
    kept = [f"each of {len(many[0])} reports in one process, CPU", f"at most {wanted.ms_each} ms", f"{each:.0f} ms"]
    reached = (ratio <= wanted.start_times, each <= wanted.ms_each)
    rows = [[*row, "reached" if yes else "MISSED"] for row, yes in zip((start, kept), reached, strict=True)]
    heads = ["target", "wanted", "measured", ""]
    print(table(f"Targets for {wanted.called}", heads, rows, markdown=options.markdown))
    heads = ["", "wall ms", "CPU ms", "wall, bare Python = 1"]
    processes = [[name, *_told(taken), f"{_ratio(one, name):.1f}"] for name, taken in one.items()]
    print(table(f"{wanted.called}, whole processes", heads, processes, markdown=options.markdown))


def _options(wanted: Wanted) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=f"Measure how documents are made: {wanted.called}.")
    parser.add_argument("--files", type=int, default=200, help="how many reports in one process (default: 200)")
    parser.add_argument("--rounds", type=int, default=9, help="how often each process is run (default: 9)")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    return parser.parse_args()


def _called(wanted: Wanted) -> str:
    return f"sostool render-report --format {wanted.format}"


def _commands(
    wanted: Wanted, folder: Path, others: Callable[[Path, str], dict[str, list[str]]]
) -> dict[str, list[str]]:
    report = [*tool("sostool"), "render-report", str(EXAMPLE), "--for", "chair", "--output", f"{folder / 'one'}/"]
    measure([*report, "--format", "md"], str(ROOT))
    return {
        BARE: [sys.executable, "-c", "pass"],
        PLAIN: report,
        _called(wanted): [*report, "--format", wanted.format],
        **others(folder, str(next((folder / "one").glob("*.md")))),
    }


def _told(taken: list[Taken]) -> list[str]:
    return [f"{median(run.wall for run in taken) * 1000:.0f}", f"{median(run.cpu for run in taken) * 1000:.0f}"]


def _ratio(one: dict[str, list[Taken]], name: str) -> float:
    return median(run.wall / bare.wall for run, bare in zip(one[name], one[BARE], strict=True))
