"""What is run: `sostool`, the tools people know, and the floors beneath all of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "mia-and-noah.yaml"
BARE = "python -c pass"
SOSTOOL = "sostool validate FOLDER"
TWO = "sostool validate FOLDER --jobs 2"
FEW = "sostool validate, 200 files"
YAMLLINT = "yamllint FOLDER (default rules)"
CHECK_JSONSCHEMA = "check-jsonschema FILES (our schema)"
PARSE = "yaml.load with CSafeLoader, no checks"
HASH = "read and hash, nothing else"


class Material(NamedTuple):
    """The files of one comparison: a folder of them, a folder of at most 200, and our schema."""

    folder: Path
    few: Path
    schema: Path
    work: Path

    @property
    def first(self) -> Path:
        return min(self.folder.iterdir())


def many_files(material: Material) -> dict[str, list[str]]:
    """Give what is run over all files, by the name it has in the table."""
    floor = [sys.executable, str(ROOT / "bench" / "floor.py")]
    concise = ["--format", "concise"]
    return {
        BARE: [sys.executable, "-c", "pass"],
        HASH: [*floor, "hash", str(material.folder)],
        PARSE: [*floor, "parse", str(material.folder)],
        FEW: [*tool("sostool"), "validate", str(material.few), *concise],
        SOSTOOL: [*tool("sostool"), "validate", str(material.folder), *concise],
        TWO: [*tool("sostool"), "validate", str(material.folder), *concise, "--jobs", "2"],
        YAMLLINT: [*tool("yamllint"), str(material.folder)],
        CHECK_JSONSCHEMA: [
            *tool("check-jsonschema"),
            "--schemafile",
            str(material.schema),
            *map(str, sorted(material.folder.iterdir())),
        ],
    }


def one_file(material: Material) -> dict[str, list[str]]:
    """Give what is run for one file, by the name it has in the table."""
    sostool = tool("sostool")
    file = str(material.first)
    report = [*sostool, "render-report", str(EXAMPLE), "--for", "chair", "--output", str(material.work)]
    return {
        BARE: [sys.executable, "-c", "pass"],
        "python -c 'import yaml'": [sys.executable, "-c", "import yaml"],
        "python -c 'import typer'": [sys.executable, "-c", "import typer"],
        "sostool --version": [*sostool, "--version"],
        "sostool --help": [*sostool, "--help"],
        "sostool validate FILE": [*sostool, "validate", file],
        "sostool validate FILE --strict (an option: typer reads it)": [*sostool, "validate", file, "--strict"],
        "python -m sostool validate FILE": [sys.executable, "-m", "sostool", "validate", file],
        "yamllint FILE": [*tool("yamllint"), file],
        "check-jsonschema FILE": [*tool("check-jsonschema"), "--schemafile", str(material.schema), file],
        "sostool render-report (HTML)": [*report, "--format", "html"],
        "sostool render-report (Markdown)": [*report, "--format", "md"],
        "sostool render-report (both)": report,
    }


def tool(name: str) -> list[str]:
    """Give the way users call a tool, its script beside this Python; without one, Python's -m."""
    script = Path(sys.executable).parent / name
    return [str(script)] if script.exists() else [sys.executable, "-m", name.replace("-", "_")]
