"""What libyaml refused, told in plain words by the first kind of mistake whose mend gets further."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import yaml

from sostool.findings.finding import Place
from sostool.yamlfile.composer import Parser
from sostool.yamlfile.mends import brackets, colons, indents, lines, quotes, signs
from sostool.yamlfile.mends.mistake import Fault, Mend, fault_of
from sostool.yamlfile.mends.page import Page
from sostool.yamlfile.trouble import LINE_END, Told, Trouble

if TYPE_CHECKING:
    from sostool.yamlfile.mends.mistake import Mistakes

_MOST_TRIED = 12
_END = (float("inf"), 0)

# The order matters: what is sure comes before what is only likely.
_KINDS: tuple[Mistakes, ...] = (
    lines.tab_at_the_start,
    lines.no_break_space,
    lines.divider,
    lines.sign_before_key,
    quotes.never_closed,
    quotes.backslash,
    quotes.text_goes_on,
    signs.number_sign,
    signs.number_sign_below,
    brackets.never_closed,
    brackets.sign_behind,
    brackets.closed_too_early,
    brackets.never_opened,
    brackets.in_a_text,
    brackets.nothing_between_commas,
    lines.no_space_after_dash,
    signs.at_the_start,
    lines.no_space_after_colon,
    lines.no_colon,
    indents.text_not_indented,
    lines.neither_key_nor_text,
    indents.out_of_line,
    colons.in_text,
)


def tell(error: yaml.MarkedYAMLError, text: str, known: frozenset[str]) -> Told:
    """Say what a YAML error means, with the text mended where the mend is known.

    Args:
        error: what libyaml raised.
        text: the whole text of the file.
        known: the keys that the file may have; empty if nobody knows.
    """
    fault = fault_of(error)
    if "expected a single document" in fault.problem or "<document start>" in fault.problem:
        second = _second_case(fault, text)
        if second is not None:
            return second
    page = Page(text, max(fault.number, fault.opened_number), known)
    for mistakes in _KINDS:
        told = _furthest(page, fault, mistakes)
        if told is not None:
            return told
    return _not_understood(page, fault)


def _furthest(page: Page, fault: Fault, mistakes: Mistakes) -> Told | None:
    """Try the mends of one kind, and give the one with which libyaml gets furthest, if it gets further at all."""
    best: Told | None = None
    reached = _reach(fault, page.text(fault.number))
    for mend in islice(mistakes(page, fault), _MOST_TRIED):
        mended = page.with_lines(mend.lines)
        again = first_fault(mended)
        now = _END if again is None else _reach(again, mend.lines.get(again.number, page.text(again.number)))
        elsewhere = best is None and mend.far_below and now[0] > mend.number and again != fault
        if now > reached or elsewhere:
            reached, best = now, Told((_trouble(mend),), mended)
    return best


def first_fault(text: str) -> Fault | None:
    """Give where libyaml gives up on a text; None where it does not."""
    try:
        Parser(text).raw_parse()
    except yaml.MarkedYAMLError as error:
        return fault_of(error)
    except yaml.YAMLError:
        return Fault("", 0, 0, 0, 0)
    return None


def _reach(fault: Fault, line: str) -> tuple[float, int]:
    """Say how far libyaml came: the line, and how much of it is left, so that what a mend adds does not count."""
    return (fault.number, fault.offset - len(line))


def _trouble(mend: Mend) -> Trouble:
    column = mend.offset + 1
    return Trouble(mend.code, mend.message, mend.advice, Place(mend.number, column, mend.number, column + mend.length))


def _second_case(fault: Fault, text: str) -> Told | None:
    """Tell of the line of dashes or dots above the fault that ends the case; None if there is none."""
    starts = [0, *(match.end() for match in LINE_END.finditer(text))][: fault.number]
    number = next((at for at in range(len(starts), 1, -1) if text.startswith(("---", "..."), starts[at - 1])), None)
    if number is None:
        return None
    trouble = Trouble(
        "YA105",
        "A second case starts here. One file holds one family at one meeting.",
        "Move what follows this line into a file of its own.",
        Place(number, 1, number, 4),
    )
    return Told((trouble,), text[: starts[number - 1]])


def _not_understood(page: Page, fault: Fault) -> Told:
    # At the end libyaml gives up behind the last line.
    line = page.line(fault.number)
    column = min(fault.offset, len(line.text)) + 1
    trouble = Trouble(
        "YA104",
        "From here on the file cannot be read: this line does not fit those above it.",
        "Look at the spaces at its start, and for a missing colon, dash or quotation mark here or just above.",
        Place(line.number, column, line.number, column + 1),
    )
    return Told((trouble,), None)
