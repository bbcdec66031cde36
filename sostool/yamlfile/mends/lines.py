"""What is wrong with the shape of one line: tabs, and keys and dashes without their colon or space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sostool.yamlfile.mends.left_open import QUOTES
from sostool.yamlfile.mends.mistake import Fault, Mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.mends.page import Line, Page

_START = re.compile(r"[ \t]*(?:-[ \t]+)*")
_NO_BREAK = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_NO_SPACE_AFTER_COLON = re.compile(r"[ \t]*(?:- +)*(?P<key>[^\W\d_][\w-]*):(?=[^\s:/])")
_NO_SPACE_AFTER_DASH = re.compile(r" *(?:- +)*-(?=[^\s-])")
_WORD_ALONE = re.compile(r"(?P<head> *(?:- +)*)(?P<key>[a-z][a-z_]*)(?P<rest>[ \t]*)$")
_WORD_AND_VALUE = re.compile(r"(?P<head> *(?:- +)*)(?P<key>[a-z][a-z_]*)(?P<rest>[ \t]*[;=.]?[ \t]+)(?=\S)")
_SIGN_BEFORE_KEY = re.compile(r"(?P<blank> *)[^\w\s#-] *(?:(?:- +)*[a-z][a-z0-9_-]*:(?:\s|$)|- )")
_DIVIDER = re.compile(r"[ \t]*([-=_*~#])\1{2,}[ \t]*$")
_ALIGNED = 1


def _near(page: Page, fault: Fault) -> list[Line]:
    """Give the lines that a fault is likely to come from."""
    before = page.before(page.line(fault.number))
    numbers = (fault.opened_number, fault.number, before.number if before else fault.number)
    return [page.line(number) for number in dict.fromkeys(numbers) if not page.line(number).inside]


def tab_at_the_start(page: Page, fault: Fault) -> Iterator[Mend]:
    """A tab before the first letter of a line, or after its dash."""
    tabbed = [line for line in page.lines if line.inside != "quote" and "\t" in _start(line) and not line.blank]
    if not any(line.number in (fault.number, fault.opened_number) for line in tabbed):
        return
    steps = [line.indent for line in page.lines if line.indent and "\t" not in _start(line)]
    step = " " * (min(steps) if steps else 2)
    first = tabbed[0]
    also = f" (and {len(tabbed) - 1} more below)" if len(tabbed) > 1 else ""
    place = (first.number, _start(first).index("\t"))
    message, advice = f"This line starts with a tab{also}.", "Use spaces instead: two for each step inwards."
    if place[1] >= first.indent:
        message, advice = f"A tab stands after the dash{also}.", "Put a space there instead."
    for width in dict.fromkeys((step, "  ", "    ", "        ")):
        lines = {}
        for line in tabbed:
            blank, rest = line.text[: line.indent], line.text[line.indent :]
            after_dashes = _start(line)[line.indent :]
            rest = after_dashes.replace("\t", " ") + rest[len(after_dashes) :]
            lines[line.number] = blank.replace("\t", width) + rest
        yield Mend(message, advice, *place, lines)


def _start(line: Line) -> str:
    match = _START.match(line.text)
    return match.group() if match else ""


def no_break_space(page: Page, fault: Fault) -> Iterator[Mend]:
    """A space as Word makes it with Ctrl+Shift, which YAML takes for a letter."""
    for line in _near(page, fault):
        head = line.text[: len(line.text) - len(line.text.lstrip())] or line.text
        match = _NO_BREAK.search(line.text)
        if match is not None and (match.start() < len(head) or line.text[match.start() - 1] in ":-"):
            yield Mend(
                "Here stands a no-break space, as Word writes it, and YAML takes it for a letter.",
                "Delete it and type a space.",
                line.number,
                match.start(),
                {line.number: _NO_BREAK.sub(" ", line.text)},
            )


def divider(page: Page, fault: Fault) -> Iterator[Mend]:
    """A line of dashes or stars between two parts of the file."""
    for line in _near(page, fault):
        if _DIVIDER.match(line.text) and line.text.rstrip() != "---":
            yield Mend(
                "A line like this can stand in no case file.",
                "Delete it, or put a # and a space before it.",
                line.number,
                line.indent,
                {line.number: "# " + line.text},
                length=len(line.text.strip()),
            )


def sign_before_key(page: Page, fault: Fault) -> Iterator[Mend]:
    """`,  who: [lisa]`, a key or dash with something typed before it by a slip of the hand."""
    quotes = [page.line(one.number) for one in page.left_open if one.mark in QUOTES and one.number <= fault.number]
    for line in [*_near(page, fault), *quotes[:1]]:
        match = _SIGN_BEFORE_KEY.match(line.text)
        if match is None:
            continue
        at = match.end("blank")
        for new in (line.text[:at] + " " + line.text[at + 1 :], line.text[:at] + line.text[at + 1 :]):
            yield Mend(
                "A sign stands before this key that does not belong there.",
                "Take it away.",
                line.number,
                at,
                {line.number: new},
                far_below=line in quotes,
            )


def no_space_after_colon(page: Page, fault: Fault) -> Iterator[Mend]:
    """`date:2026-03-17`."""
    for line in _near(page, fault):
        match = _NO_SPACE_AFTER_COLON.match(line.text)
        if match is not None:
            at = match.end()
            yield Mend(
                "There is no space after the colon.",
                "Put one space after the colon of a key.",
                line.number,
                at - 1,
                {line.number: f"{line.text[:at]} {line.text[at:]}"},
            )


def no_space_after_dash(page: Page, fault: Fault) -> Iterator[Mend]:
    """`-what: Mia cried`."""
    near = [line.number for line in _near(page, fault)]
    for number in range(max(near, default=0), max(min(near, default=1) - 10, 0), -1):
        line = page.line(number)
        match = _NO_SPACE_AFTER_DASH.match(line.text)
        if match is None or line.inside:
            continue
        at = match.end()
        lines = {number: f"{line.text[:at]} {line.text[at:]}"}
        # The keys below that were lined up with the first one have to move with it.
        for after in page.below(line):
            if not after.blank and after.indent < at:
                break
            if after.indent == at or after.number - number in lines:
                lines[after.number] = " " + after.text
        for mended in ({number: lines[number]}, lines):
            yield Mend(
                "There is no space after the dash.",
                "Put one space after the dash of a list.",
                number,
                at - 1,
                mended,
            )


def no_colon(page: Page, fault: Fault) -> Iterator[Mend]:
    """`goal` alone on a line, and `role child`."""
    if "could not find expected ':'" not in fault.problem and "mapping values" not in fault.problem:
        return
    for line in _near(page, fault):
        match = _WORD_ALONE.match(line.text) or _WORD_AND_VALUE.match(line.text)
        if match is None or not page.is_key(match["key"]):
            continue
        if match.re is _WORD_AND_VALUE and not page.known:
            continue
        end = match.end("key")
        after = line.text[match.end() :]
        yield Mend(
            "There is no colon after this key.",
            "Put a colon and a space after it.",
            line.number,
            match.end("head"),
            {line.number: f"{line.text[:end]}: {after}".rstrip()},
            length=len(match["key"]),
        )


def neither_key_nor_text(page: Page, fault: Fault) -> Iterator[Mend]:
    """A heading or a note between the keys."""
    for first in _near(page, fault):
        lines = {}
        for line in [first, *page.below(first)]:
            if line.opens or line.blank or ":" in line.text:
                break
            lines[line.number] = f"{line.text[: line.indent]}# {line.text[line.indent :]}"
        if lines:
            yield Mend(
                "This line is neither a key nor part of a text.",
                "Delete it. If it is a note to yourself, put a # and a space before it.",
                first.number,
                first.indent,
                lines,
                length=len(first.text.strip()),
            )
