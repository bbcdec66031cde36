"""Make case files of made-up families: realistic in size and shape, without errors, and in yamllint's default style.

python -m bench.make_files FOLDER --files 2000
"""

from __future__ import annotations

import argparse
import datetime as dt
import textwrap
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from bench.family import Family

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 80
_HEADER = "# A made-up family. Nobody in this file exists.\n---\n"


def make_files(folder: Path, number: int, seed: int = 1) -> list[Path]:
    """Make case files, one at a time; the same seed makes the same files.

    Args:
        folder: where to; it is made if it is not there.
        number: how many.
        seed: what the dice start from.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for index in range(number):
        path = folder / f"EX-{index:05}.yaml"
        path.write_text(case_text(index, seed), encoding="utf-8")
        paths.append(path)
    return paths


def case_text(number: int, seed: int = 1) -> str:
    """Give the text of one made-up family's case file."""
    dice = Random(seed * 1_000_003 + number)  # noqa: S311 - nothing depends on nobody guessing it
    return _HEADER + "".join(f"{line}\n" for line in _mapping(Family(dice, number).case(), ""))


def _mapping(values: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _entry(f"{indent}{key}:", value, indent + "  ")


def _entry(head: str, value: Any, inside: str) -> Iterator[str]:
    """Write what stands after a key; what does not fit on its line goes below it, further in."""
    if isinstance(value, dict):
        yield head
        yield from _mapping(value, inside)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield head
        for item in value:
            first, *rest = _mapping(item, inside + "  ")
            yield f"{inside}- {first.lstrip()}"
            yield from rest
    elif isinstance(value, list):
        yield f"{head} [{', '.join(value if not _is_days(value) else map(str, value))}]"
    elif len(line := f"{head} {_as_typed(value)}") <= _WIDTH:
        yield line
    else:
        yield f"{head} >-"
        yield from textwrap.wrap(value, _WIDTH, initial_indent=inside, subsequent_indent=inside, break_on_hyphens=False)


def _is_days(values: list[Any]) -> bool:
    return isinstance(values[0], dt.date)


def _as_typed(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make case files of made-up families.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    paths = make_files(options.folder, options.files, options.seed)
    size = sum(path.stat().st_size for path in paths)
    print(f"{len(paths)} files, {size / len(paths) / 1000:.1f} KB each, in {options.folder}")


if __name__ == "__main__":
    main()
