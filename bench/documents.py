"""How long documents take: one in a new process, a whole pack, many in one process, and other tools beside them.

python -m bench.documents               500 reports, 9 rounds: some minutes on a quiet machine
python -m bench.documents --markdown    the tables of docs/speed.md

RenderCV makes a page and Markdown from YAML, and MkDocs pages from Markdown. Both get as many words as our report has.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Literal, NamedTuple

from bench.contestants import BARE, EXAMPLE, ROOT, tool
from bench.cv import Curriculum, curriculum, keep_off_the_network
from bench.make_files import make_files
from bench.many_documents import in_a_process
from bench.measure import Taken, in_turn, measure
from bench.table import table

REPORT = "sostool render-report (HTML and Markdown)"
PACK = "… --document all --for everyone"
RENDERCV = "rendercv render (HTML and Markdown)"
MKDOCS = "mkdocs build, one page"
MKDOCS_MANY = "mkdocs build"
MANY = "sostool (HTML and Markdown)"
_START_TIMES = 25
_MS_EACH = 15
_READER = "practitioners"
_FORMATS = ("html", "md")


class Others(NamedTuple):
    """What the other tools are given: a file for RenderCV, folders for MkDocs with one of our reports and with all."""

    cv: Curriculum
    page: Path
    pages: Path


def main() -> None:
    options = _options()
    keep_off_the_network()
    several = max(1, options.rounds // 3)
    with tempfile.TemporaryDirectory(prefix="sostool-bench-") as name:
        folder = Path(name)
        make_files(folder / "cases", options.files)
        in_a_process(folder / "cases", folder / "made", _READER, _FORMATS)
        others = _others(folder)
        commands = _one(folder, others)
        for command in commands.values():
            measure(command, str(ROOT))  # Once beforehand, so that byte code is there and nothing comes from the disk.
        one = in_turn(commands, options.rounds, str(ROOT))
        many = [in_a_process(folder / "cases", folder / "made", _READER, _FORMATS) for _ in range(several)]
        pages = in_turn({MKDOCS_MANY: [*tool("mkdocs"), "build", "-q", "-f", _settings(others.pages)]}, several, name)
    tools = ", ".join(f"{name} {version(name)}" for name in ("jinja2", "rendercv", "mkdocs"))
    print(f"{options.files} reports; {others.cv.words} words for each other tool. {tools}. {options.rounds} rounds.\n")
    for title, heads, rows in (_targets(one, many), _processes(one), _in_one_process(many, pages, options.files)):
        print(table(title, heads, rows, markdown=options.markdown))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.documents", description="Measure how documents are made.")
    parser.add_argument("--files", type=int, default=500, help="how many reports in one process (default: 500)")
    parser.add_argument("--rounds", type=int, default=9, help="how often each process is run (default: 9)")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    return parser.parse_args()


def _one(folder: Path, others: Others) -> dict[str, list[str]]:
    report = [*tool("sostool"), "render-report", str(EXAMPLE), "--output", str(folder / "one")]
    return {
        BARE: [sys.executable, "-c", "pass"],
        REPORT: [*report, "--for", "chair"],
        PACK: [*report, "--document", "all", "--for", "everyone"],
        RENDERCV: [
            *tool("rendercv"),
            "render",
            str(others.cv.path),
            "-nopdf",
            "-nopng",
            "-o",
            str(folder / "rendercv"),
        ],
        MKDOCS: [*tool("mkdocs"), "build", "-q", "-f", _settings(others.page)],
    }


def _others(folder: Path) -> Others:
    """Give the other tools the words of our own reports: one of them, and all."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((folder / "made").glob("*.md"))}
    first = min(texts)
    cv = curriculum(folder, texts[first])
    return Others(cv, _site(folder / "page", {first: texts[first]}), _site(folder / "pages", texts))


def _site(folder: Path, texts: dict[str, str]) -> Path:
    (folder / "docs").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    settings = {"site_name": "Reports", "site_url": "", "plugins": [], "use_directory_urls": False}
    Path(_settings(folder)).write_text(json.dumps(settings), encoding="utf-8")
    return folder


def _settings(folder: Path) -> str:
    return str(folder / "mkdocs.yml")


def _targets(one: dict[str, list[Taken]], many: list[list[float]]) -> tuple[str, list[str], list[list[str]]]:
    ratios = [_ratio(one, REPORT, "wall"), _ratio(one, REPORT, "cpu")]
    each = median(map(_mean_ms, many))
    rows = [
        ["one report in a new process, to bare Python, wall", f"at most {_START_TIMES} x", f"{ratios[0]:.1f} x"],
        ["the same, CPU", f"at most {_START_TIMES} x", f"{ratios[1]:.1f} x"],
        [f"each of {len(many[0])} reports in one process, CPU", f"at most {_MS_EACH} ms", f"{each:.1f} ms"],
    ]
    reached = (ratios[0] <= _START_TIMES, ratios[1] <= _START_TIMES, each <= _MS_EACH)
    rows = [[*row, "reached" if yes else "MISSED"] for row, yes in zip(rows, reached, strict=True)]
    return "Targets for documents", ["target", "wanted", "measured", ""], rows


def _processes(one: dict[str, list[Taken]]) -> tuple[str, list[str], list[list[str]]]:
    heads = ["", "wall ms", "CPU ms", "wall, bare Python = 1", "CPU, bare Python = 1"]
    rows = [
        [
            name,
            f"{median(run.wall for run in taken) * 1000:.0f}",
            f"{median(run.cpu for run in taken) * 1000:.0f}",
            f"{_ratio(one, name, 'wall'):.1f}",
            f"{_ratio(one, name, 'cpu'):.1f}",
        ]
        for name, taken in one.items()
    ]
    return "Documents, whole processes", heads, rows


def _in_one_process(
    many: list[list[float]], pages: dict[str, list[Taken]], files: int
) -> tuple[str, list[str], list[list[str]]]:
    rows = [[MANY, f"{median(map(_mean_ms, many)):.1f}", f"{median(max(one) for one in many) * 1000:.1f}"]]
    rows += [[name, f"{median(run.cpu for run in taken) * 1000 / files:.1f}", ""] for name, taken in pages.items()]
    return f"{files} reports in one process", ["", "CPU ms each", "slowest"], rows


def _mean_ms(taken: list[float]) -> float:
    return sum(taken) / len(taken) * 1000


def _ratio(one: dict[str, list[Taken]], name: str, what: Literal["wall", "cpu"]) -> float:
    pairs = zip(one[name], one[BARE], strict=True)
    return median(run.wall / bare.wall if what == "wall" else run.cpu / bare.cpu for run, bare in pairs)


if __name__ == "__main__":
    main()
