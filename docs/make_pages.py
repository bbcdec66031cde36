"""Make docs/case-file-keys.md from the declarations that read the case file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sostool.case.model import Case
from sostool.yamlfile.parts import ByIdKind, ItemsKind, Part, PartKind, as_typed

_LONGEST = 90
TARGET = Path(__file__).parent / "case-file-keys.md"


def page() -> str:
    """Write the page: a table for each part of the file, in the order in which the file is read."""
    lines = [
        "# Every key of the case file",
        "",
        "Made from the same definition that reads the file. [case-file.md](case-file.md) explains how it is meant.",
    ]
    for part in _parts(Case):
        lines += ["", f"## {_heading(part)}", "", " ".join((part.__doc__ or "").split()), ""]
        lines += ["| key | what it is for | example |", "|---|---|---|"]
        for name, key in part.keys.items():
            required = " (required)" if key.required else ""
            lines.append(f"| `{name}`{required} | {_cell(key.doc)} | {_example(key.example)} |")
    return "\n".join(lines) + "\n"


def _parts(top: type[Part]) -> list[type[Part]]:
    found: list[type[Part]] = [top]
    for part in found:
        for key in part.keys.values():
            if isinstance(key.kind, PartKind | ItemsKind | ByIdKind) and key.kind.part not in found:
                found.append(key.kind.part)
    return found


def _heading(part: type[Part]) -> str:
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in part.__name__).strip()
    return words[0].upper() + words[1:]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _example(example: Any) -> str:
    text = as_typed(example)
    return f"`{_cell(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…')}`"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
