"""Tables as text for a terminal, or as Markdown for docs/speed.md."""

from __future__ import annotations


def table(title: str, heads: list[str], rows: list[list[str]], *, markdown: bool) -> str:
    """Write a table; the first column is text and stands left, the others are numbers and stand right."""
    if markdown:
        lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
        return f"## {title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    lines = [heads, ["-" * width for width in widths], *rows]
    return f"{title}\n\n" + "\n".join(_aligned(line, widths) for line in lines) + "\n"


def _aligned(cells: list[str], widths: list[int]) -> str:
    first, *others = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([first, *others]).rstrip()
