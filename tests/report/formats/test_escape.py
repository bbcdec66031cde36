"""Whatever somebody typed is shown as typed, by every program that may show a Markdown file."""

from __future__ import annotations

import html
import re
import string
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import import_module
from importlib.util import find_spec

import markdown as python_markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sostool.report.formats.escape import escape
from sostool.report.formats.typed_text import clean

# GitHub's own parser: a referee that not every machine has.
cmarkgfm = import_module("cmarkgfm") if find_spec("cmarkgfm") else None

EXTENSIONS = ["extra", "sane_lists", "admonition", "wikilinks", "toc"]
EXAMPLES = 300
MAIL_LINKS = {"a"}  # in GitHub's rules an e-mail address becomes a link after everything else, and nothing stops it

TOKENS = (
    *string.punctuation,
    *string.punctuation,
    "a",
    "Mia",
    "1",
    "12",
    " ",
    "  ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "ß",
    "[x]: /u",
    "*[HTML]: t",
    "{: .c}",
    "{#id}",
    "!!! note",
    "[TOC]",
    "[^1]: n",
    "> [!NOTE]",
    "</p>",
    "<!--",
    "-->",
    "&amp;",
    "&#60;",
    "\u202e",
    "\u2066",
    "\x02",
    "\x02klzzwxh:0\x03",
    "```",
    "~~~",
    "~~x~~",
    "https://a.b",
    "www.a.b",
    "javascript:x",
    "a@b.co",
    "[[wiki]]",
    "![i](x)",
    "<script>",
    "http:",
    "mailto:",
    "- ",
    "1. ",
    "===",
    "---",
    "| - | - |",
    ": d",
    "$x$",
    "{{ 7*191 }}",
    "{% if %}",
    "שלום",
)

hostile_text = st.lists(st.sampled_from(TOKENS), max_size=12).map("".join)


def render_plain(text: str) -> str:
    return python_markdown.markdown(text)


def render_extended(text: str) -> str:
    return python_markdown.markdown(text, extensions=EXTENSIONS)


def render_commonmark(text: str) -> str:
    return str(MarkdownIt("commonmark").render(text))


def render_like_github(text: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": True}).render(text))


def render_github(text: str) -> str:
    assert cmarkgfm is not None
    return str(cmarkgfm.github_flavored_markdown_to_html(text))


WITHOUT_TABLES: dict[str, Callable[[str], str]] = {
    "Python-Markdown": render_plain,
    "markdown-it CommonMark": render_commonmark,
}
WITH_TABLES: dict[str, Callable[[str], str]] = {
    "Python-Markdown extended": render_extended,
    "markdown-it like GitHub": render_like_github,
    **({"cmark-gfm": render_github} if cmarkgfm else {}),
}
EVERY_RENDERER = WITHOUT_TABLES | WITH_TABLES


class Shown(HTMLParser):
    """The elements of a page, and the text that a reader sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag in {"br", "p", "td", "th", "li"}:
            self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def assert_shown(
    place: str, before: str, text: str, after: str, allowed: set[str], renderers: dict[str, Callable[[str], str]]
) -> None:
    if not escape(text):
        return  # an empty entry, cell or heading is never written
    written = before + escape(text).replace("\n", "\n" + " " * (4 if place == "bullet" else 0)) + after
    for name, render in renderers.items():
        shown = Shown(render(written))
        surplus = shown.elements - allowed
        assert not surplus or (surplus == MAIL_LINKS and all("@" in link for link in shown.links)), (
            f"{name} made {surplus} of {text!r} in a {place}: {written!r}"
        )
        expected = without_space("before" + clean(text) + "after" if place in {"bullet", "heading"} else clean(text))
        assert without_space(shown.text) == expected, f"{name} in a {place}: {written!r}"


@settings(max_examples=EXAMPLES, deadline=None)
@given(hostile_text)
def test_text_in_a_paragraph_is_shown_as_typed(text: str) -> None:
    assert_shown("paragraph", "", text, "\n", {"p", "br"}, EVERY_RENDERER)


@settings(max_examples=EXAMPLES, deadline=None)
@given(hostile_text)
def test_text_in_a_list_is_shown_as_typed(text: str) -> None:
    assert_shown("bullet", "-   before\n-   ", text, "\n-   after\n", {"p", "br", "ul", "li"}, EVERY_RENDERER)


@settings(max_examples=EXAMPLES, deadline=None)
@given(hostile_text)
def test_text_in_a_heading_is_shown_as_typed(text: str) -> None:
    assert_shown("heading", "before\n\n## ", " ".join(text.split()), "\n\nafter\n", {"p", "h2"}, EVERY_RENDERER)


@settings(max_examples=EXAMPLES, deadline=None)
@given(hostile_text)
def test_text_in_bold_is_shown_as_typed(text: str) -> None:
    text = " ".join(clean(text).split())
    if text:
        assert_shown("bold line", "**", text, "**\n", {"p", "strong"}, EVERY_RENDERER)


@settings(max_examples=EXAMPLES, deadline=None)
@given(hostile_text)
def test_text_in_a_quotation_is_shown_as_typed(text: str) -> None:
    assert_shown("quotation", "> ", " ".join(text.split()), "\n", {"p", "blockquote"}, EVERY_RENDERER)


TABLE_PARTS = {"table", "thead", "tbody", "tr", "th", "td"}


@settings(max_examples=EXAMPLES, deadline=None)
@given(hostile_text)
def test_text_in_a_table_is_shown_as_typed(text: str) -> None:
    text = " ".join(text.split())
    before = "| | |\n| --- | --- |\n| "
    assert_shown("table cell", before, text, " | |\n", TABLE_PARTS, WITH_TABLES)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Dean reads to both children.", "Dean reads to both children."),
        ("24 March 2026, 10:30", "24 March 2026, 10:30"),
        ("*bold* _slanted_ `code` [a](b)", r"\*bold\* \_slanted\_ \`code\` \[a\](b)"),
        ("a < b & c | d ~ e $", "a &#60; b &#38; c &#124; d &#126; e &#36;"),
        ("see https://a.co", r"see https&#58;//a\.co"),
        ("# heading", r"\# heading"),
        ("1. first", r"1\. first"),
        ("12) twelfth", r"12\) twelfth"),
        ("- a list", r"\- a list"),
        ("=====", "&#61;===="),
        ("ends with ##", "ends with &#35;&#35;"),
        ("###", "&#35;&#35;&#35;"),
        ("#12 and !!!", r"\#12 and !!!"),
        ("one\ntwo\n\nthree", "one  \ntwo  \nthree"),
        ("    four   spaces", "four spaces"),
        ("not \x02 shown\u202e", "not shown"),
        ("{: .class}", r"\{: .class}"),
    ],
)
def test_characters_that_mean_something_are_written_so_that_they_do_not(typed: str, written: str) -> None:
    assert escape(typed) == written


def test_a_reader_of_the_raw_file_is_not_bothered_where_nothing_means_anything() -> None:
    plain = 'When Lisa texts "milk", Jo comes (or fetches the children) - it\'s agreed; 50% of the time, at 7.30.'
    assert escape(plain) == plain
    assert html.unescape(plain) == plain
