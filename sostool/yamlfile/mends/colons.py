"""A colon in a text, which YAML takes for the end of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.yamlfile.mends.mistake import Fault, Mend
from sostool.yamlfile.mends.quoting import QUOTE_IT_OR_BLOCK, in_quotes, is_entry, start_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.mends.page import Line, Page

_MESSAGE = "A colon with a space after it stands inside this text, and YAML takes it for a new key."


def in_text(page: Page, fault: Fault) -> Iterator[Mend]:
    """`what: Dean said: stop`."""
    line = page.line(fault.number)
    if line.text[fault.offset : fault.offset + 1] != ":":
        return
    here = (line.number, fault.offset)
    if is_entry(line, fault.offset):
        # The text starts behind the colon of its own key, which is the one before.
        start, after = start_of_text(page, line.number, fault.offset - 1), (line.number, fault.offset + 1)
    elif line.opens and fault.offset > line.start:
        start, after = (line.number, line.start), here
    else:
        first = _first_line(page, line)
        start = after = (first.number, first.start)
    for lines in in_quotes(page, start, after):
        yield Mend(_MESSAGE, QUOTE_IT_OR_BLOCK, *here, lines)


def _first_line(page: Page, line: Line) -> Line:
    """Give the line on which the text starts that goes on with this line."""
    above = page.before(line)
    while above is not None and not above.opens and above.number > 1:
        above = page.before(above)
    return above if above is not None else line
