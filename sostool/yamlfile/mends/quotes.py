"""Quotation marks that are never closed, that close too early, or that have a backslash between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.yamlfile.mends.left_open import END_OF_QUOTE, NEXT_KEY, QUOTES
from sostool.yamlfile.mends.mistake import Fault, Mend
from sostool.yamlfile.mends.quoting import in_quotes, is_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.mends.page import Line, Page

_TRIED = 3


def never_closed(page: Page, fault: Fault) -> Iterator[Mend]:
    """`what: "Mia cried`."""
    opened = [one for one in page.left_open if one.mark in QUOTES and one.number <= fault.number]
    for number, offset, mark in opened[:_TRIED]:
        advice = f"Put a {mark} at the end of the text too, or take this one away."
        if mark == "'":
            advice = "Put one at the end too; if it is an apostrophe, put the whole text in double quotation marks."
        line = page.line(number)
        last = [line, *page.continued(line)][-1]
        text = last.text.rstrip()
        ends = [len(text)]
        if is_entry(line, offset):
            # The text ends before the next key, or before the brackets that close its list.
            ends.insert(0, max(offset + 1 if last is line else 0, len(text.rstrip("]} \t"))))
            if last is line:
                ends = [*(match.start() for match in NEXT_KEY.finditer(text, offset)), *ends]
        for end in ends:
            yield Mend(
                "A quotation mark opens here and is never closed.",
                advice,
                number,
                offset,
                {last.number: text[:end] + mark + text[end:]},
                far_below=True,
            )


def text_goes_on(page: Page, fault: Fault) -> Iterator[Mend]:
    """`what: "Stop" she said`, and `what: 'It's quiet'`."""
    line = page.line(fault.number)
    before = line.text[: fault.offset].rstrip()
    mark = before[-1:]
    start = _opening(line, len(before), mark) if mark in QUOTES else None
    if start is None or "did not find expected" not in fault.problem:
        return
    message = "Text goes on after the closing quotation mark."
    advice = "Put the whole text in the other kind of quotation marks, or start it on the next line after `>-`."
    if mark == "'" and len(before) == fault.offset and before[-2:-1].isalpha() and line.text[fault.offset].isalpha():
        message = "An apostrophe ends this text too early."
        advice = 'Put the text in double quotation marks, as in "It\'s quiet now."'
    for lines in in_quotes(page, (line.number, start), (line.number, fault.offset)):
        yield Mend(message, advice, line.number, len(before) - 1, lines)


def _opening(line: Line, end: int, mark: str) -> int | None:
    """Find where the quoted text opens that closes before an offset."""
    at = line.text.rfind(mark, 0, end - 1)
    for _ in range(_TRIED * 10):
        if at < 0:
            break
        closed = END_OF_QUOTE[mark].match(line.text, at + 1)
        before = line.text[:at].rstrip()[-1:]
        if closed is not None and closed.end() == end and (at == line.start or before in "[{,:"):
            return at
        at = line.text.rfind(mark, 0, at)
    return None


def backslash(page: Page, fault: Fault) -> Iterator[Mend]:
    r"""`what: "C:\Users"`."""
    if "escape" not in fault.problem and "hexdecimal" not in fault.problem:
        return
    line = page.line(fault.number)
    at = line.text.rfind("\\", 0, fault.offset + 1)
    if at < 0:
        return
    start = max(line.text.rfind('"', 0, at), 0)
    end = END_OF_QUOTE['"'].match(line.text, start + 1)
    stop = end.end() if end is not None else len(line.text)
    text = line.text[start:stop].replace('\\"', "\0").replace("\\", "\\\\").replace("\0", '\\"')
    yield Mend(
        "A backslash between double quotation marks starts a code, and YAML does not know this one.",
        "Put the text in single quotation marks, or write the backslash twice.",
        line.number,
        at,
        {line.number: line.text[:start] + text + line.text[stop:]},
    )
