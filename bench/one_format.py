"""How long the documents of one format take: many in one process, one in a new process, other programs beside them.

python -m bench.one_format --one-process FORMAT READER FOLDER    what the others run; prints the seconds of each report
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.contestants import BARE, EXAMPLE, ROOT, tool
from bench.make_files import make_files
from bench.measure import Taken, in_turn, measure
from bench.table import table

PLAIN = "sostool render-report (HTML and Markdown)"
# As `sostool` does it.
_NEW_OBJECTS = 50_000


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
        many = [_in_a_process(wanted, folder / "cases") for _ in range(max(1, options.rounds // 3))]
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


def one_process(format_: str, reader: str, cases: Path) -> list[float]:
    """Make a reader's report of each case file; give the seconds of CPU of each, from its text on."""
    from sostool.case.read import read_case  # noqa: PLC0415 - the other process only measures, and has to stay small
    from sostool.profile.load import load_profile  # noqa: PLC0415
    from sostool.report.making.kinds import KINDS  # noqa: PLC0415
    from sostool.report.making.maker import Maker  # noqa: PLC0415
    from sostool.report.making.workshop import Workshop  # noqa: PLC0415
    from sostool.share.readers import find_reader  # noqa: PLC0415

    gc.set_threshold(_NEW_OBJECTS)
    profile = load_profile("england").profile
    assert profile is not None
    workshop = Workshop(profile)
    taken = []
    for path in sorted(cases.iterdir()):
        start = time.process_time()
        read = read_case(path.read_bytes(), path.name)
        assert read.case is not None
        Maker(read, workshop).make(KINDS["report"], find_reader(read.case, profile, reader), (format_,))
        taken.append(time.process_time() - start)
    return taken[1:]  # What is loaded for the first one is counted in a new process.


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


def _in_a_process(wanted: Wanted, cases: Path) -> list[float]:
    command = [sys.executable, "-m", "bench.one_format", "--one-process", wanted.format, wanted.reader, str(cases)]
    result = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: list[float] = json.loads(result.stdout)
    return found


def _told(taken: list[Taken]) -> list[str]:
    return [f"{median(run.wall for run in taken) * 1000:.0f}", f"{median(run.cpu for run in taken) * 1000:.0f}"]


def _ratio(one: dict[str, list[Taken]], name: str) -> float:
    return median(run.wall / bare.wall for run, bare in zip(one[name], one[BARE], strict=True))


if __name__ == "__main__":
    json.dump(one_process(sys.argv[2], sys.argv[3], Path(sys.argv[4])), sys.stdout)
