"""Lines that start too far left or too far right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.yamlfile.mends.mistake import Fault, Mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.mends.page import Line, Page


def text_not_indented(page: Page, fault: Fault) -> Iterator[Mend]:
    """A text that goes on below without standing further right than its key."""
    for number in dict.fromkeys((fault.opened_number, fault.number)):
        first = page.line(number)
        above = page.before(first)
        if above is None or first.opens or first.blank:
            continue
        column = above.indent
        if above.opens:
            column = above.parent + 2
        elif not above.inside:
            continue
        lines = {}
        for line in [first, *page.below(first)]:
            if line.opens or not line.text.strip():
                break
            lines[line.number] = " " * column + line.text.lstrip()
        yield Mend(
            "This line goes on with the text above it, but does not start further right than its key.",
            f"Start it with {column} spaces.",
            number,
            0,
            lines,
            length=max(first.indent, 1),
        )


def out_of_line(page: Page, fault: Fault) -> Iterator[Mend]:
    """A key or a dash that does not line up with those it belongs with."""
    for number in dict.fromkeys((fault.number, fault.opened_number)):
        line = page.line(number)
        if line.opens and (page.is_key(line.key) or not line.key or fault.offset <= line.indent):
            yield from _lined_up(page, line)
    above = page.before(page.line(fault.number))
    if above is not None and above.opens:
        yield from _lined_up(page, above)


def _lined_up(page: Page, line: Line) -> Iterator[Mend]:
    levels = sorted(_levels(page, line) - {line.indent}, key=lambda level: (abs(level - line.indent), -level))
    for level in levels[:4]:
        where = "right" if line.indent > level else "left"
        move = level - line.indent
        below = [after for after in _together_with(page, line) if after.indent >= line.indent]
        for moved in ([line], [line, *below]):
            yield Mend(
                f"This line starts too far {where}: it is not in line with those it belongs with.",
                f"Start it with {level} spaces." if level else "Start it without a space.",
                line.number,
                0,
                {one.number: _moved(one, move) for one in moved},
                length=max(line.indent, 1),
            )
            if not below:
                break


def _together_with(page: Page, line: Line) -> list[Line]:
    """Give the lines below up to the first that starts further left."""
    found = []
    for after in page.below(line):
        if after.text.strip() and after.indent < line.indent:
            break
        found.append(after)
    return found


def _moved(line: Line, by: int) -> str:
    return " " * max(line.indent + by, 0) + line.text[line.indent :] if line.text.strip() else line.text


def _levels(page: Page, line: Line) -> set[int]:
    """Give the columns at which something above a line is still open, and one step inwards."""
    levels: set[int] = set()
    for above in page.above(line):
        if above.opens:
            levels = {level for level in levels if level <= above.indent}
            levels |= {above.indent, above.column}
            if not above.value:
                levels.add(above.column + 2)
    return levels
