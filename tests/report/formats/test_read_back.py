"""Whatever stands in the bytes of a document can be searched: seen or unseen, and however it is written there."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report.formats.test_escape import EVERY_RENDERER
from report.making.made_of_every_key import FOR_OTHERS, OF_EACH_KIND, Key, plain

from sostool.identity.folded_text import FoldedText
from sostool.identity.listed_words import holds_any
from sostool.identity.runs import common_runs, parts_of, runs
from sostool.report.formats.read_back import texts_in

WORDS = ("Fern Court",)
SAID = "I hid on the stairs because Dad was shouting at Mum."
RUNS = runs(SAID)
PARTS = parts_of(RUNS)


def holds(format_: str, page: str) -> bool:
    return any(holds_any(text, WORDS) for text in texts_in(format_, page.encode()))


def holds_run(format_: str, page: str) -> bool:
    return any(common_runs(text, RUNS, PARTS) for text in texts_in(format_, page.encode()))


def _css(text: str) -> str:
    return "".join(f"\\{ord(letter):X} " for letter in text)


IN_HTML = {
    "body text": "<p>at Fern Court.</p>",
    "a word in two styles": "<p>at F<b>er</b>n Court.</p>",
    "a word in three lines of a drawing": "<svg><text><tspan>Fe</tspan><tspan>rn</tspan> <tspan>Court</tspan></text></svg>",
    "two cells": "<table><tr><td>Fern</td><td>Court</td></tr></table>",
    "a word that may break": "<p>Fe<wbr>rn Co&shy;urt</p>",
    "a line's end": "<p>Fern<br>\nCourt</p>",
    "an attribute": '<p title="at Fern Court">x</p>',
    "an attribute in single quotes": "<p title='at Fern Court'>x</p>",
    "an attribute without quotes": "<p data-where=Fern&nbsp;Court>x</p>",
    "an attribute with an end of a tag in it": '<p title="1 > 0 at Fern Court">x</p>',
    "an attribute of data": '<p data-home="Fern&#32;Court">x</p>',
    "the other text of a picture": '<img alt="the flats of Fern Court" src="data:,">',
    "a label for the ear": '<p aria-label="Fern Court">x</p>',
    "a comment": "<!-- at Fern Court -->",
    "a comment with tags": "<!-- a > b Fern Court <i> -->",
    "a comment that does not end": "<p>x</p><!-- at Fern Court",
    "a title": "<title>Fern Court</title>",
    "what programs are told": '<meta name="description" content="Fern Court">',
    "the title of a drawing": "<svg><title>x</title><desc>Fern Court</desc></svg>",
    "characters by name": "<p>&NonBreakingSpace;Fern&nbsp;Court&comma;</p>",
    "characters by number": "<p>&#70;&#101;rn &#67ourt</p>",
    "characters by number with zeros": "<p>&#000000000070;ern Court</p>",
    "characters by their hexadecimal number": "<p>&#x46;ern &#X43;ourt</p>",
    "letters with accents": "<p>Férn Ćourt</p>",
    "letters of full width": "<p>Ｆｅｒｎ　Ｃｏｕｒｔ</p>",
    "CDATA": "<svg><text><![CDATA[at Fern > Court]]></text></svg>",
    "an instruction": "<?x Fern Court ?>",
    "a declaration": "<!DOCTYPE x [<!ENTITY y 'Fern Court'>]>",
    "a tag that does not end": "<p title='Fern Court",
    "an attribute that does not end": '<p title="Fern Court',
    "a sign that is no tag": "<p>1 < 2 Fern Court</p>",
    "a style sheet": '<style>p::before{content:"Fern Court"}</style>',
    "a style sheet in escapes": f'<style>p::before{{content:"{_css("Fern Court")}"}}</style>',
    "a style sheet in other escapes": "<style>p::before{content:'F\\65rn \\43 \\ourt'}</style>",
    "a style sheet that does not end": '<style>p::before{content:"Fern Court"}',
    "a comment in a style sheet": "<style>/* Fern Court */</style>",
    "a second style sheet": '<style></style><p>x</p><style>p::before{content:"Fern Court"}</style>',
    "a script": "<script>const home = 'Fern Court'</script>",
    "an address in percent signs": f'<a href="https://x.example/{quote("Fern Court")}">x</a>',
    "an address in percent signs throughout": f'<a href="?{"".join(f"%{ord(sign):02X}" for sign in "Fern Court")}">x</a>',
    "a picture's own text": f'<img src="data:image/svg+xml;base64,{base64.b64encode(b"<svg><text>Fern Court</text></svg>").decode()}">',
    "a picture's own text without its end": f'<img src="data:image/svg+xml;base64,{base64.b64encode(b"<svg>Fern Court").decode().rstrip("=")}">',
    "a picture's own comment": f'<img src="data:image/svg+xml;base64,{base64.b64encode(b"<svg><!-- Fern Court --></svg>").decode()}">',
    "a picture in percent signs": f'<img src="data:image/svg+xml,{quote("<svg><text>Fern Court</text></svg>")}">',
    "a template": "<template><p>Fern Court</p></template>",
    "what is not shown": "<p hidden style='display:none'>Fern Court</p>",
    "capital letters": "<P TITLE='FERN COURT'>X</P>",
}
IN_MARKDOWN = {
    "text": "at Fern Court.",
    "a word in two styles": "at F**er**n Court.",
    "a word in slanted letters": "at *Fe*rn Court.",
    "a word that is struck out": "~~Fern~~ Court",
    "code": "`Fern` Court",
    "an escaped sign": "Fern\\-Court",
    "characters by number": "&#70;ern Co&#x75;rt",
    "a heading": "# Fern Court #",
    "a table": "| Fern | Court |\n| - | - |\n",
    "a table's sides": "|Fern|Court|\n|-|-|",
    "a quotation": "> Fern\n> Court",
    "a line's end": "Fern  \nCourt",
    "another line's end": "Fern\\\nCourt",
    "the words of a link": "[Fern](#x) Court",
    "the words of a link by name": "[Fern][x] Court\n\n[x]: #y",
    "the target of a link": "[x](#fern-court)",
    "the target of a link in percent signs": "[x](https://x.example/%46ern%20Court)",
    "the target of a link by name": "[x][y]\n\n[y]: </Fern Court>",
    "the title of a link": '[x](#y "Fern Court")',
    "a footnote in between": "Fern[^1] Court",
    "the other text of a picture": "![Fern Court](#x)",
    "a comment": "<!-- Fern Court -->",
    "a tag": "F<b>ern</b> Court",
    "an attribute": '<p title="Fern Court">x</p>',
    "a code block": "```\nFern Court\n```",
    "the head of a file": "---\nhome: Fern Court\n---\n",
}


@pytest.mark.parametrize("where", IN_HTML)
def test_words_are_found_wherever_they_stand_in_a_page(where: str) -> None:
    page = f"<!doctype html><html><body>{IN_HTML[where]}"
    assert holds("html", page)
    assert not holds(
        "html",
        re.sub("(?i)(f|&#x46;|&#70;|&#0+70;|%46|\\\\46 |Ｆ)(e|é|&#101;|%65|\\\\65 |\\\\65|ｅ|<b>e)", r"\1x\2", page)
        .replace("Fern", "Fxern")
        .replace("base64,", "x,"),
    )


@pytest.mark.parametrize("where", IN_MARKDOWN)
def test_words_are_found_wherever_they_stand_in_markdown(where: str) -> None:
    page = f"# A title\n\n{IN_MARKDOWN[where]}"
    assert holds("md", page)
    assert not holds("md", re.sub("(?i)court|co&#x75;rt", "room", page))


@pytest.mark.parametrize("format_", ["html", "md"])
def test_a_run_of_words_is_found_in_all_texts_of_a_document(format_: str) -> None:
    in_bold = SAID.replace("stairs", "<b>stairs</b>" if format_ == "html" else "**stairs**")
    in_two = SAID.replace("stairs", "st<b>airs</b>" if format_ == "html" else "st**airs**")
    for page in (f"<p>{SAID}</p>", f'<p title="{SAID}">x</p>', f"<!-- {SAID} -->", in_bold, in_two, SAID.upper()):
        assert holds_run(format_, page), page
        assert not holds_run(format_, page.replace("because", "then", 1).replace("BECAUSE", "THEN")), page


class Everything(HTMLParser):
    """All texts of a page, as Python's own parser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.unseen: list[str] = []
        self.shown = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += [tag, *(part for pair in attrs for part in pair if part)]

    def handle_data(self, data: str) -> None:
        self.shown += data
        self.unseen.append(data)

    def handle_comment(self, data: str) -> None:
        self.unseen.append(data)

    def handle_decl(self, decl: str) -> None:
        self.unseen.append(decl)

    def handle_pi(self, data: str) -> None:
        self.unseen.append(data)

    def unknown_decl(self, data: str) -> None:
        self.unseen.append(data)


HTML_BITS = (
    "Fern", "Court", "F", "ern", "Co", "urt", "&#70;", "&#x43;", "&amp;", "&lt;b&gt;", "&quot;", "&#39;", "é", "’", "\u200b",
    " ", " ", " ", "\n", ",", "'", '"', "at", "1", ">", "<", "<b>", "</b>", "<br/>", "<p title='", "' x=\"", '">', "<td>",
    "</td>", "<!--", "-->", "<!", "<?", "<![CDATA[", "]]>", "<style>", "</style>", "<script>", "</script>", "<svg>", "/", "=",
)  # fmt: skip
MARKDOWN_BITS = (
    "Fern", "Court", "F", "ern", "Co", "urt", "&#70;", "&amp;", "\\", "*", "**", "_", "~~", "`", "[", "](#x)", "][x]", "[^1]",
    "![", "](/u 't')", "|", "\n", "\n\n", "> ", "- ", "# ", " ", " ", " ", "<b>", "</b>", "<!--", "-->", "  \n", "é", "at", ".",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(HTML_BITS), max_size=14).map("".join))
@example("<b>Fern'</b>Court")
@example("<p title='at\">Fern Court")
def test_what_pythons_parser_finds_in_a_page_is_found(page: str) -> None:
    found = Everything(page)
    if any(holds_any(text, WORDS) for text in found.unseen):
        assert holds("html", page)


INLINE = (
    "Fern",
    "Court",
    "F",
    "ern",
    "C",
    "ourt",
    "<b>",
    "</b>",
    "<i title='>'>",
    "</i>",
    " ",
    " ",
    "&nbsp;",
    "<br>",
    "<!-- > -->",
    "’",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(INLINE), max_size=10).map("".join))
def test_words_that_tags_break_are_found(page: str) -> None:
    if holds_any(Everything(page).shown, WORDS):
        assert holds("html", page)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(MARKDOWN_BITS), max_size=14).map("".join))
def test_what_a_commonmark_parser_shows_is_found(page: str) -> None:
    shown = Everything(str(MarkdownIt("commonmark").render(page)))
    if any(holds_any(text, WORDS) for text in (shown.shown, *shown.unseen)):
        assert holds("md", page)


def _word_list(text: str) -> str:
    return " ".join(["", *FoldedText.of(text).words, ""])


@pytest.mark.parametrize("key", [*OF_EACH_KIND, *FOR_OTHERS], ids="-".join)
def test_every_text_of_our_own_pages_is_read_back(key: Key) -> None:
    drawn = plain(key).drawn
    page = Everything(drawn.html)
    read = [f" {' '.join(text.words)} " for text in texts_in("html", drawn.html.encode())]
    for text in filter(str.strip, page.unseen):
        assert any(_word_list(text) in one for one in read), text
    read = [f" {' '.join(text.words)} " for text in texts_in("md", drawn.markdown.encode())]
    for name, render in EVERY_RENDERER.items():
        words = set(FoldedText.of(Everything(render(drawn.markdown)).shown).words)
        assert not {word for word in words if not any(f" {word} " in one for one in read)}, name


HOSTILE_BITS = ("<", "<a ", "<a '", '<a "', "<!--", "<!", "<style>", "<style", "&", "&#", "&#70;", "\\", "](", "][", "[^", "*",
                "`", "%4", "%46", ";base64,", "data:;base64,", "data:", "é", "'", '"', "]]>", "-->", "<![CDATA[", "<p>", "a ")  # fmt: skip


@pytest.mark.parametrize("format_", ["html", "md"])
@pytest.mark.parametrize("bit", HOSTILE_BITS)
def test_a_hostile_document_of_a_hundred_thousand_letters_comes_to_an_end(bit: str, format_: str) -> None:
    # A search that looks twice at what it has passed would take minutes.
    for around in ("{}", "<style>'{}", "<p title='{}"):
        data = f"<p>Fern Court</p>\n\n{around.format(bit * (100_000 // len(bit)))}".encode()
        assert any(holds_any(text, WORDS) for text in texts_in(format_, data))


@pytest.mark.parametrize("format_", ["html", "md"])
def test_bytes_that_are_no_text_are_read_as_far_as_they_are(format_: str) -> None:
    assert any(holds_any(text, WORDS) for text in texts_in(format_, b"\xff\xfe Fern Court \x80"))
    assert not any(holds_any(text, WORDS) for text in texts_in(format_, b""))


@pytest.mark.parametrize("written", ["ascii", "utf-16-le", "utf-16-be"])
def test_what_can_be_read_among_the_bytes_of_a_picture_is_read(written: str) -> None:
    dots = bytes(range(128, 256))
    for noted, is_found in ((dots + "Fern Court".encode(written) + dots, True), (dots, False)):
        page = f'<img src="data:image/png;base64,{base64.b64encode(noted).decode()}">'.encode()
        assert any(holds_any(text, WORDS) for text in texts_in("html", page)) == is_found
