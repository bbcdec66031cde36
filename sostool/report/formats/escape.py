"""Typed text in Markdown: every character comes out as typed, in CommonMark's, GitHub's and Python-Markdown's rules.

A backslash where all of them honour one, a numeric character reference where one of them does not. Each rule was
taken out in turn, and a renderer then showed something else (the notes on rendering, 4.2).
"""

from __future__ import annotations

import re

from sostool.report.formats.typed_text import clean, spaced

HARD_BREAK = "  \n"

_ANYWHERE = re.compile(
    r"""
    (?P<backslash> [\\`*_\[\]{] | !(?=\[) | \#(?=\d) | (?<=\S)\.(?=[^\W\d_]) )
    | (?P<reference> [<&~|$] | :(?=//) | (?<![^\W_])(?:https?|ftp|mailto|xmpp|javascript|data): )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# One of these stands wherever `_ANYWHERE` finds something; to look for them is quick.
_SIGNS = re.compile(r"[\\`*_\[\]{!#.<&~|$:]")
_AT_START = re.compile(r"(?P<backslash>[#>+!-])|(?P<reference>[=:])|(?P<number>\d+)(?P<after>[.)])(?!\S)")
_AT_END = re.compile(r"#+$")


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as typed.

    Args:
        text: as typed. Its lines stay lines; blank lines between them go, so that it cannot leave the place where
            it is put (a heading's own line, a list's entry).
    """
    lines = (spaced(line) for line in clean(text).split("\n"))
    return HARD_BREAK.join(_line(line) for line in lines if line)


def _line(line: str) -> str:
    end = _AT_END.search(line)
    start = _AT_START.match(line)
    first = ""
    if start and not (end and end.start() == 0):
        first = _start(start)
        line = line[start.end() :]
        end = _AT_END.search(line)
    # Python-Markdown drops the number signs that end a heading, even after a backslash.
    last = _reference("#") * len(end[0]) if end else ""
    middle = line[: end.start()] if end else line
    return first + (_ANYWHERE.sub(_inside, middle) if _SIGNS.search(middle) else middle) + last


def _start(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['number']}\\{found['after']}"
    return f"\\{found['backslash']}" if found["backslash"] else _reference(found["reference"])


def _inside(found: re.Match[str]) -> str:
    if found["backslash"]:
        return f"\\{found['backslash']}"
    return found["reference"][:-1] + _reference(found["reference"][-1])


def _reference(character: str) -> str:
    return f"&#{ord(character)};"
