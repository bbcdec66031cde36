"""Compare `sostool` with the tools people know, on the same made-up files, in one run.

python -m bench                 2,000 files, 3 rounds: about ten minutes on a quiet machine
python -m bench --quick         100 files, 1 round: half a minute; good for a first look only
python -m bench --markdown      the tables of docs/speed.md
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.contestants import EXAMPLE, ROOT, Material, many_files, one_file, tool
from bench.make_files import make_files
from bench.measure import in_turn, measure
from bench.results import Results
from bench.table import table

_FEW_FILES = 200
_ROUNDS_OF_ONE_FILE = 7


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="sostool-bench-") as folder:
        material = _material(Path(folder), options.files)
        print(_about(material, options.rounds))
        for command in one_file(material).values():
            measure(command, str(ROOT))  # Once beforehand, so that byte code is there and nothing comes from the disk.
        one = in_turn(one_file(material), options.rounds * _ROUNDS_OF_ONE_FILE, str(ROOT))
        many = in_turn(many_files(material), options.rounds, str(ROOT))
        warm = _warm()
    for title, heads, rows in Results(many, one, warm, options.files).tables():
        print(table(title, heads, rows, markdown=options.markdown))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Compare sostool with the tools people know.")
    parser.add_argument("--files", type=int, default=2000, help="how many case files (default: 2000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run (default: 3)")
    parser.add_argument("--quick", action="store_true", help="100 files, one round")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    options = parser.parse_args()
    if options.quick:
        options.files, options.rounds = 100, 1
    return options


def _material(folder: Path, files: int) -> Material:
    material = Material(folder / "cases", folder / "few", folder / "case.schema.json", folder / "reports")
    for path in make_files(material.folder, files)[:_FEW_FILES]:
        material.few.mkdir(exist_ok=True)
        (material.few / path.name).hardlink_to(path)
    material.work.mkdir()
    schema = subprocess.run([*tool("sostool"), "schema"], cwd=ROOT, check=True, capture_output=True)
    material.schema.write_bytes(schema.stdout)
    return material


def _about(material: Material, rounds: int) -> str:
    sizes = [path.stat().st_size for path in material.folder.iterdir()]
    lines = median(path.read_bytes().count(b"\n") for path in material.few.iterdir())
    tools = ("sostool", "PyYAML", "typer", "yamllint", "check-jsonschema")
    versions = ", ".join(f"{name} {_version(name)}" for name in tools)
    return (
        f"{len(sizes):,} made-up case files, {sum(sizes) / len(sizes) / 1000:.1f} KB and {lines:.0f} lines each. "
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}; {versions}. "
        f"Run in turn, {rounds} rounds; {rounds * _ROUNDS_OF_ONE_FILE} for one file. Medians; a ratio is the median of "
        "the ratios of each round.\n"
    )


def _version(name: str) -> str:
    if name == "sostool":
        from sostool import __version__  # noqa: PLC0415 - a checkout need not be installed

        return __version__
    return version(name)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _warm() -> dict[str, float]:
    command = [sys.executable, "-m", "bench.rendering", str(EXAMPLE)]
    result = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    taken: dict[str, float] = json.loads(result.stdout)
    return taken


if __name__ == "__main__":
    main()
