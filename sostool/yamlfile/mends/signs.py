"""Texts with a sign in them that means something in YAML: at their start, or a number sign after a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sostool.yamlfile.lost import CUT_OFF, NUMBER_SIGN
from sostool.yamlfile.mends.left_open import left_open
from sostool.yamlfile.mends.mistake import Fault, Mend
from sostool.yamlfile.mends.quoting import QUOTE_IT, QUOTE_IT_OR_BLOCK, in_quotes, is_entry, start_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.mends.page import Line, Page

_SIGNS = "@`%*&!|>[{?,]}-:"
_LINE_WITH_NUMBER_SIGN = re.compile(r"[ \t]*#[^\s#]")
# Nobody types a list in brackets over more.
_MOST_LINES = 60
_ONLY_BEFORE_SPACE = "?-:"


def at_the_start(page: Page, fault: Fault) -> Iterator[Mend]:
    """`what: @home`, `what: [sic] he said`."""
    here = page.line(fault.number)
    entry = start_of_text(page, here.number, fault.offset)
    for number, start in dict.fromkeys(((here.number, fault.offset), entry, (here.number, here.start))):
        line = page.line(number)
        if not _starts_with_sign(line, start, fault):
            continue
        message = f"A text may not start with {line.text[start]} unless it is in quotation marks."
        for lines in in_quotes(page, (number, start), max((number, start), (here.number, fault.offset))):
            yield Mend(message, QUOTE_IT, number, start, lines)


def _starts_with_sign(line: Line, start: int, fault: Fault) -> bool:
    text = line.text
    if not 0 <= start < len(text) or text[start] not in _SIGNS or line.inside in ("block", "quote"):
        return False
    if text[start] in _ONLY_BEFORE_SPACE and text[start + 1 : start + 2].strip():
        return False
    if text[start] in "[{" and (
        line.number != fault.number or start >= fault.offset or left_open(line.number, text[: fault.offset], start, [])
    ):
        # What is wrong stands inside the brackets.
        return False
    if start == line.start:
        return not line.is_block and (line.opens or start == line.indent)
    return is_entry(line, start) and text[:start].rstrip()[-1:] in ("[", "{", ",", ":")


def number_sign(page: Page, fault: Fault) -> Iterator[Mend]:
    """`{what: Flat #3, date: 2026-03-17}`, where the comment swallows the bracket."""
    above = page.before(page.line(fault.number))
    first = min(fault.opened_number, above.number if above is not None else fault.number)
    for number in range(max(first, fault.number - _MOST_LINES), fault.number + 1):
        line = page.line(number)
        for match in NUMBER_SIGN.finditer(line.text, line.start):
            if is_entry(line, match.start()):
                start = start_of_text(page, number, match.start())
                for lines in in_quotes(page, start, (number, match.end())):
                    yield Mend(*CUT_OFF, number, match.start(), lines, code="YA113")


def number_sign_below(page: Page, fault: Fault) -> Iterator[Mend]:
    """A text over several lines with the sign in one of them, or at the start of one."""
    line = page.line(fault.number)
    texts = []
    while not line.opens and not line.inside and page.above(line):
        line = page.above(line)[-1]
        texts.append(line)
    for above in texts:
        match = NUMBER_SIGN.search(above.text, above.start) or _LINE_WITH_NUMBER_SIGN.match(above.text)
        if match is not None and line.opens and line.is_text:
            for lines in in_quotes(page, (line.number, line.start), (line.number, line.start)):
                yield Mend(CUT_OFF[0], QUOTE_IT_OR_BLOCK, above.number, match.end() - 2, lines, code="YA113")
