"""Quotation marks and brackets that open on a line and do not close on it."""

from __future__ import annotations

import re
from typing import NamedTuple

QUOTES = ("'", '"')
CLOSES = {"[": "]", "{": "}", "'": "'", '"': '"'}
END_OF_QUOTE = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
# In a set of keys in brackets: the comma before the next one.
NEXT_KEY = re.compile(r"[ \t]*,[ \t]*(?=[a-z_]+:[ \t])")
_STEP = re.compile(r"[\[{,:][ \t]*(?P<quote>[\"'])|(?P<bracket>[\[\]{}])|(?P<comment>[ \t]#)")


class Open(NamedTuple):
    """What opens and does not close: the number of its line, its offset there, and the mark itself."""

    number: int
    offset: int
    mark: str


def left_open(number: int, text: str, start: int, opened: list[Open]) -> list[Open]:
    """Go through a line, and give what is open at its end.

    Args:
        number: the line's number.
        text: the line.
        start: where to begin; where nothing is open yet, a quotation mark or a bracket stands there.
        opened: what is open at the start, outermost first.
    """
    opened = list(opened)
    at = start
    if not opened and text[start] in QUOTES:
        opened.append(Open(number, start, text[start]))
        at += 1
    while opened or at == start:
        if opened and opened[-1].mark in QUOTES:
            closed = END_OF_QUOTE[opened[-1].mark].match(text, at)
            if closed is None:
                break
            opened.pop()
            at = closed.end()
            continue
        step = _STEP.search(text, at)
        if step is None or step["comment"]:
            break
        at = step.end()
        if step["quote"]:
            if step.group()[0] in "[{":
                opened.append(Open(number, step.start(), step.group()[0]))
            opened.append(Open(number, at - 1, step["quote"]))
        elif step["bracket"] in "[{":
            opened.append(Open(number, at - 1, step["bracket"]))
        elif opened and step["bracket"] == CLOSES[opened[-1].mark]:
            opened.pop()
    return opened
