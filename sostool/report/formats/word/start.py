"""A template for Word to start from: our own styles, each shown in itself, for an authority to change."""

from __future__ import annotations

import datetime as dt

from sostool.report.formats.colours import accent
from sostool.report.formats.style import DARK_PAGE
from sostool.report.formats.word.assembly import assembled
from sostool.report.formats.word.lists import Lists
from sostool.report.formats.word.looks import ORDINARY, STYLES, Colours
from sostool.report.formats.word.paper import Paper
from sostool.report.formats.word.shell import our_shell
from sostool.report.formats.word.styles import Styles
from sostool.report.formats.word.tree import in_line
from sostool.report.formats.word.words import Words

_TOLD = (
    "Put your letterhead into the header and the footer, and change the styles as you like: each line below is written "
    "in the style that it names. What stands here is not taken over into documents."
)
# They only keep things apart.
_NOT_SEEN = ("sostool End of pages", "sostool After a table")
_DAY = dt.date(2000, 1, 1)


def word_to_start_from(colour: str) -> bytes:
    """Make a template that looks as documents do without one.

    Args:
        colour: the accent, `#rrggbb`.
    """
    chosen = accent(colour, "#ffffff", DARK_PAGE)
    colours = Colours(chosen.on_light[1:], chosen.light_tint[1:])
    shell = our_shell("a4-portrait", colours, one_page=False, ordinary=ORDINARY)
    words = Words("en", "ltr")
    styles = Styles(shell.styles, colours, 0)
    styles.speak(words.language, words.direction)
    lists = Lists(None)
    paper = Paper(words, styles, lists, ORDINARY)
    seen = [style.name for style in STYLES if style.kind == "paragraph" and style.name not in _NOT_SEEN]
    shown = [paper.paragraph(words.runs(name), name) for name in seen]
    body = [paper.paragraph(words.runs(_TOLD)), *shown, in_line(shell.section)]
    return assembled(shell, body, lists, words.language, "Template for sostool", _DAY)
