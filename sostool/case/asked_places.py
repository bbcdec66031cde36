"""Finding the parts of a case file that somebody asks for: by a path as messages show it, or by a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, SequenceNode

from sostool.case.paths import by_id, by_position

if TYPE_CHECKING:
    from sostool.findings.finding import Path
    from sostool.yamlfile.source import Source

_STEP = re.compile(r"\[(\d{1,9})\]|\.?([^.\[\]]+)")


def steps_of(typed: str) -> Path:
    """Read a path as messages show it, such as `dangers.drinking` or `people[2]`; () if it is none."""
    steps: list[str | int] = []
    end = 0
    for found in _STEP.finditer(typed):
        if found.start() != end:
            return ()
        end = found.end()
        steps.append(int(found[1]) if found[1] else found[2])
    return tuple(steps) if end == len(typed) else ()


def asked_by_path(typed: str, paths: Sequence[Path], source: Source) -> list[Path]:
    """Give the places that a typed path means: those at it and under it, else the one in which it stands.

    Ids and positions may be typed for one another, also mixed.

    Args:
        typed: the path.
        paths: the places that there are.
        source: the file they stand in.
    """
    asked = steps_of(typed.strip())
    if not asked:
        return []
    ways = {path: tuple(zip(path, by_id(path, source), by_position(path, source), strict=True)) for path in paths}
    under = [path for path, steps in ways.items() if _starts_with(steps, asked)]
    # A value, or one of a list of values, belongs to the part around it.
    for length in (len(asked) - 1, len(asked) - 2):
        if under or length < 1:
            break
        if _is_in_file(asked[length:], length, ways, asked, source):
            under = [
                path for path, steps in ways.items() if len(path) == length and _starts_with(steps, asked[:length])
            ]
    return under


def _is_in_file(
    rest: Path, length: int, ways: Mapping[Path, tuple[tuple[str | int, ...], ...]], asked: Path, source: Source
) -> bool:
    """Tell whether the rest of a path stands in the file, below one of the places."""
    return any(
        stands_in((*path, *rest), source)
        for path, steps in ways.items()
        if len(path) == length and _starts_with(steps, asked[:length])
    )


def stands_in(path: Path, source: Source) -> bool:
    """Tell whether something stands at exactly this place of a file; a single value stands for a list of one."""
    for length, step in enumerate(path):
        node = source.node(path[:length])
        if isinstance(node, MappingNode):
            is_there = step in source.pairs(node)
        elif isinstance(node, SequenceNode):
            is_there = isinstance(step, int) and step < len(node.value)
        else:
            is_there = step == 0
        if not is_there:
            return False
    return bool(path)


def _starts_with(steps: tuple[tuple[str | int, ...], ...], asked: Path) -> bool:
    return len(asked) <= len(steps) and all(one in step for one, step in zip(asked, steps, strict=False))


def asked_by_line(line: int, paths: Sequence[Path], source: Source) -> Path | None:
    """Give the place that a line of the file belongs to; None if it stands before them all.

    Args:
        line: counted from 1.
        paths: the places that there are.
        source: the file they stand in.
    """
    starts: list[tuple[int, int, int]] = []
    for number, path in enumerate(paths):
        node = source.node(path)
        if node is None:
            continue
        starts += ((source.place(path, key=is_key).line, len(path), number) for is_key in (True, False))
        if isinstance(node, MappingNode):
            keys = (pair.key for pair in source.pairs(node).values())
            starts += ((source.place_of(key).line, len(path), number) for key in keys)
    before = [start for start in starts if start[0] <= line]
    return paths[max(before)[2]] if before else None
