"""Brackets that are never closed, and those that close what nobody opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.yamlfile.mends.left_open import CLOSES, NEXT_KEY, QUOTES, left_open
from sostool.yamlfile.mends.mistake import Fault, Mend
from sostool.yamlfile.mends.quoting import QUOTE_IT, in_quotes, is_entry, start_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.mends.page import Page

_NAMES = {"[": "square", "{": "curly"}
_OPENS = {"]": "[", "}": "{"}
_CLOSING = (")", "]", "}")
_MANY_WORDS = 2


def never_closed(page: Page, fault: Fault) -> Iterator[Mend]:
    """`who: [lisa, dean`."""
    opened = [one for one in page.left_open if one.mark not in QUOTES and one.number <= fault.number]
    if not opened:
        return
    number, offset, mark = opened[-1]
    line = page.line(number)
    message = f"A {_NAMES[mark]} bracket opens here and is never closed."
    advice = f"Put {CLOSES[mark]} at its end. If it belongs to a text, put the whole text in quotation marks."
    inner = line.text[offset + 1 :].rstrip()
    if mark == "[" and "," not in inner and inner.count(" ") > _MANY_WORDS:
        # [crying] is a list of one; [crying all night long is a text.
        for lines in in_quotes(page, (number, offset), (number, offset)):
            yield Mend(message, advice, number, offset, lines)
    if inner[-1:] in _CLOSING:
        text = line.text.rstrip()
        yield Mend(message, advice, number, offset, {number: text[:-1] + CLOSES[mark]})
    for end in [*(match.start() for match in NEXT_KEY.finditer(line.text, offset)), fault.offset]:
        if fault.number == number:
            text = line.text[:end].rstrip()
            yield Mend(message, advice, number, offset, {number: text + CLOSES[mark] + line.text[len(text) :]})
    closing = "".join(CLOSES[one.mark] for one in reversed(opened) if one.number == number)
    last = page.before(page.line(fault.number))
    for below in dict.fromkeys((last or line, line)):
        text = below.text.rstrip()
        yield Mend(message, advice, number, offset, {below.number: text + closing})


def never_opened(page: Page, fault: Fault) -> Iterator[Mend]:
    """`{who: lisa, dean], date: 2026-03-17}`, and `[lisa]]`."""
    line = page.line(fault.number)
    text, at = line.text, fault.offset
    mark = text[at : at + 1]
    if mark not in _OPENS or at == line.start:
        return
    message = f"A {_NAMES[_OPENS[mark]]} bracket closes here that never opened."
    advice = "Take it away, or put one where the list starts."
    if text[:at].rstrip()[-1:] in _CLOSING:
        yield Mend(message, advice, line.number, at, {line.number: text[:at] + text[at + 1 :]})
        return
    entry = start_of_text(page, line.number, at)
    colon = text.rfind(": ", line.start, at)
    for start in dict.fromkeys((colon + 2, entry[1] if entry[0] == line.number else line.indent)):
        new = text[:start] + _OPENS[mark] + text[start:]
        yield Mend(message, advice, line.number, at, {line.number: new})
    for lines in in_quotes(page, entry, (line.number, at)):
        yield Mend(message, QUOTE_IT, line.number, at, lines)


def in_a_text(page: Page, fault: Fault) -> Iterator[Mend]:
    """`{what: He said [something] and left, date: 2026-03-17}`."""
    line = page.line(fault.number)
    text, at = line.text, fault.offset
    if text[at : at + 1] not in _NAMES:
        at = len(text[:at].rstrip()) - 1
    start = start_of_text(page, line.number, max(at, 0))
    if not is_entry(line, at) or text[at : at + 1] not in (*_NAMES, *_OPENS) or start >= (line.number, at):
        return
    # [sic] at the start of a text closes what the text starts with; then the whole text has to go on behind it.
    closes = not line.inside and not left_open(line.number, text[: at + 1], line.start, [])
    kind = _NAMES[_OPENS.get(text[at], text[at])]
    message = f"A {kind} bracket stands inside this text, and YAML takes it for a sign of its own."
    for lines in in_quotes(page, start, (line.number, max(at + 1, fault.offset)), before_a_sign=closes):
        yield Mend(message, QUOTE_IT, line.number, at, lines)


def sign_behind(page: Page, fault: Fault) -> Iterator[Mend]:
    """`who: [lisa].`."""
    line = page.line(fault.number)
    before, rest = line.text[: fault.offset].rstrip(), line.text[fault.offset :].rstrip()
    if before[-1:] in _OPENS and rest and not any(letter.isalnum() or letter in _OPENS for letter in rest):
        message, advice = "A sign stands behind the closing bracket.", "Take it away."
        yield Mend(message, advice, line.number, fault.offset, {line.number: before}, length=len(rest))


def closed_too_early(page: Page, fault: Fault) -> Iterator[Mend]:
    """`{name: Lisa}, role: parent}`."""
    line = page.line(fault.number)
    text, at = line.text, fault.offset
    before = text[:at].rstrip()
    if text[at : at + 1] == "," and before[-1:] in _OPENS:
        yield Mend(
            f"A {_NAMES[_OPENS[before[-1]]]} bracket closes too early: more follows behind it.",
            "Take it away.",
            line.number,
            len(before) - 1,
            {line.number: before[:-1] + text[at:]},
        )


def nothing_between_commas(page: Page, fault: Fault) -> Iterator[Mend]:
    """`[lisa,, dean]`."""
    line = page.line(fault.number)
    text, at = line.text, fault.offset
    if text[at : at + 1] == "," and text[:at].rstrip()[-1:] in ("[", "{", ","):
        yield Mend(
            "Nothing stands before this comma.",
            "Take the comma away.",
            line.number,
            at,
            {line.number: text[:at] + text[at + 1 :]},
        )
