from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from browser.sample_document import REPORT, SCALE
from hypothesis import given, settings
from hypothesis import strategies as st
from report.formats.page import Page

from sostool.report.blocks import (
    Block,
    Columns,
    Document,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    Items,
    Mark,
    Note,
    OwnWords,
    Paragraphs,
    ScalePicture,
    Section,
    Table,
    WordsGroup,
    own,
    typed,
)
from sostool.report.formats.html import html
from sostool.report.formats.typed_text import on_one_line
from sostool.report.templating.templates import Templates

if TYPE_CHECKING:
    from support.reference import Reference

TEMPLATES = Templates()

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</p></main></body></html>",
    "{{ 7*191 }} {% include 'x' %} {# x #}",
    "**bold** _slanted_ # | a | b | `code` [x](javascript:alert(1))",
    '" onmouseover="alert(1)" x=\'',
    "&amp; &lt;b&gt; &#60; &copy",
    "<!-- x --> <![CDATA[ x ]]> <?php x ?>",
    "שלום (עולם) 12",
    "'); expression(x); \\3c \\",
    "https://example.org/?a=b&c=d",
    "\x00\x1b[31m red\u202e",
    "<img src=x onerror=alert(1)><svg onload=x><a href=//x>",
    "a" * 400,
)

ELEMENTS = set(
    "html head meta title style body a header nav main footer section article div p span strong h1 h2 h3 h4 h5 h6 ul ol"
    " li dl dt dd br table caption thead tbody tr th td blockquote figure figcaption svg desc g path text".split()
)
ATTRIBUTES = set(
    "charset http-equiv content name lang dir class id href tabindex role scope data-column aria-labelledby aria-hidden"
    " viewbox width height direction font-family font-size font-weight fill stroke stroke-width stroke-linejoin"
    " paint-order text-anchor unicode-bidi transform d x y".split()
)


def page_of(document: Document) -> Page:
    return Page(html(document, TEMPLATES))


def made_of(*blocks: Block, heading: str = "Part") -> Document:
    return dataclasses.replace(REPORT, sections=(Section("part", own(heading), blocks),))


def everywhere(text: str) -> tuple[Block, ...]:
    """Put a text in every place where typed text can stand."""
    line, fact = typed(text), Fact("Label", typed(text))
    table = Table(line, ("Column", "Column"), ((line, line),))
    marks = (Mark(text, text, 5, 6, text), Mark(text, text, None, None, text))
    return (
        Paragraphs(text),
        Facts((fact,)),
        Items((Item(text, (fact,), (line,)),)),
        table,
        OwnWords(line, (WordsGroup("Label", (text,)),), (fact,), (line,)),
        Figure(line, ScalePicture(line, line, marks), text, table),
        Figure(line, ScalePicture(line, line, marks), text),
        Note(line),
        Group(line, (Columns((Group(line, (Paragraphs(text),)),)),)),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_is_seen_as_typed(text: str) -> None:
    document = dataclasses.replace(made_of(*everywhere(text)), title=typed(text))
    page = page_of(document)
    runs = [element for element in page.elements if element.attributes.get("dir") == "auto"]
    assert len(runs) > 25
    assert {run.words for run in runs} == {on_one_line(text)}
    assert page.named("h1")[0].words == on_one_line(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(alphabet="<>&\"'/{}%!-=", max_size=12))
def test_no_text_makes_an_element_or_an_attribute(text: str, more: str) -> None:
    document = dataclasses.replace(
        made_of(*everywhere(text + more), heading=more + text),
        title=own(more) + typed(text),
        subtitle=own(text),
        reference=text,
        reader_code=more,
        stamps=(text, more),
        fingerprint=more + text,
        footer=(own(text),),
    )
    page = page_of(document)
    assert {element.name for element in page.elements} <= ELEMENTS
    assert {name for element in page.elements for name in element.attributes} <= ATTRIBUTES
    assert len(page.named("style")) == len(page.named("body")) == len(page.named("main")) == 1


def test_a_page_runs_nothing_and_asks_for_nothing() -> None:
    text = html(REPORT, TEMPLATES).decode()
    for never in ("<script", "style=", "http:", "https:", "javascript:", "//", "@import", "url(", "src=", "<link"):
        assert never not in text.replace("http-equiv", ""), never
    assert all(element.attributes["href"].startswith("#") for element in page_of(REPORT).named("a"))


def test_the_security_policy_comes_before_the_style_and_allows_only_it() -> None:
    text = html(REPORT, TEMPLATES).decode()
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert policy is not None
    assert style is not None
    assert policy.end() < style.start()
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1].replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_search_engines_and_other_sites_learn_nothing() -> None:
    contents = {
        element.attributes.get("name"): element.attributes.get("content") for element in page_of(REPORT).named("meta")
    }
    assert contents["referrer"] == "no-referrer"
    assert contents["robots"] == "noindex, nofollow"


@pytest.mark.parametrize("document", [REPORT, made_of(*everywhere("x")), made_of(*everywhere(""))])
def test_headings_go_down_one_step_at_a_time(document: Document) -> None:
    levels = [int(element.name[1]) for element in page_of(document).named("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("document", [REPORT, made_of(*everywhere("x")), made_of(*everywhere(""), *everywhere("x"))])
def test_every_id_is_there_once_and_whatever_points_at_one_finds_it(document: Document) -> None:
    page = page_of(document)
    assert len(page.ids) == len(set(page.ids))
    pointed = [element.attributes["href"].removeprefix("#") for element in page.named("a")]
    pointed += [name for element in page.elements for name in element.attributes.get("aria-labelledby", "").split()]
    assert len(pointed) > 3
    assert set(pointed) <= set(page.ids)


def test_a_sections_anchor_stays_whatever_groups_are_called() -> None:
    group = Group(own("x"), (), anchor="later")
    document = dataclasses.replace(
        REPORT, sections=(Section("first", own("First"), (group, group)), Section("later", own("Later"), ()))
    )
    page = page_of(document)
    assert [element.attributes["id"] for element in page.named("section")] == ["first", "later"]
    assert {"later-2", "later-3"} <= set(page.ids)


def test_groups_deeper_than_headings_go_stay_at_the_sixth_level() -> None:
    group = Group(own("7"), ())
    for name in "6543":
        group = Group(own(name), (group,))
    page = page_of(made_of(group))
    assert [element.name for element in page.named("h3", "h4", "h5", "h6") if element.words.isdigit()] == [
        *("h3", "h4", "h5", "h6"),
        "h6",
    ]


def test_a_group_without_a_heading_takes_no_level() -> None:
    page = page_of(made_of(Group((), (Group(own("inner"), ()),))))
    assert [(element.name, element.words) for element in page.named("h2", "h3", "h4")] == [
        ("h2", "Part"),
        ("h3", "inner"),
    ]


def test_two_tables_of_one_name_are_not_two_landmarks() -> None:
    table = Table(own("Numbers"), ("Who",), ((typed("Mia"),),))
    roles = [element.attributes["role"] for element in page_of(made_of(table, table)).classed("scrolls")]
    assert roles == ["region", "group"]


def test_a_table_says_what_its_cells_are_about() -> None:
    page = page_of(made_of(Table(own("Numbers"), ("Who", "Number"), ((typed("Mia"), own("4")),))))
    assert [element.words for element in page.named("caption")] == ["Numbers"]
    assert [(element.attributes["scope"], element.words) for element in page.named("th")] == [
        ("col", "Who"),
        ("col", "Number"),
        ("row", "Mia"),
    ]
    assert [element.attributes["tabindex"] for element in page.classed("scrolls")] == ["0"]


def test_a_table_without_a_caption_is_named_by_the_heading_above_it() -> None:
    page = page_of(made_of(Table((), ("Who",), ((typed("Mia"),),))))
    assert page.classed("scrolls")[0].attributes["aria-labelledby"] == "part--heading"
    assert not page.named("caption")


def test_landmarks_are_those_a_screen_reader_lists() -> None:
    page = page_of(REPORT)
    assert [len(page.named(name)) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert page.elements[page.elements.index(page.named("body")[0]) + 1].attributes["href"] == "#main"


def test_a_short_document_has_no_contents() -> None:
    assert not page_of(made_of(Paragraphs("x"))).named("nav")


def test_the_language_of_typed_text_is_said_where_it_is_another() -> None:
    document = dataclasses.replace(REPORT, language="cy", text_language="pl", direction="ltr")
    page = page_of(document)
    assert page.named("html")[0].attributes == {"lang": "cy", "dir": "ltr"}
    assert {element.attributes.get("lang") for element in page.elements if element.attributes.get("dir") == "auto"} == {
        "pl"
    }
    assert "lang" not in page_of(REPORT).named("main")[0].attributes
    assert not [
        element for element in page_of(REPORT).elements if element.name != "html" and "lang" in element.attributes
    ]


def test_a_page_from_right_to_left_says_so_and_its_picture_stays() -> None:
    page = page_of(dataclasses.replace(REPORT, language="ar", direction="rtl"))
    assert page.named("html")[0].attributes == {"lang": "ar", "dir": "rtl"}
    assert {element.attributes["direction"] for element in page.named("svg")} == {"ltr"}


def test_stamps_stand_once_on_the_screen_and_on_every_printed_page() -> None:
    data = html(dataclasses.replace(REPORT, stamps=("Draft", "Chair's copy")), TEMPLATES)
    assert [element.words for element in Page(data).classed("stamp")] == ["Draft", "Chair's copy"]
    assert r'@top-right{content:"Draft \B7  Chair\27 s copy"}' in data.decode()


def test_every_printed_page_says_whose_it_is() -> None:
    style = html(REPORT, TEMPLATES).decode()
    assert r'@top-left{content:"EX-0042 \B7  practitioners"}' in style
    assert '@bottom-left{content:"7f3a91c2"}' in style
    assert '@bottom-right{content:"page " counter(page) " of " counter(pages)}' in style
    assert "@page{size:A4;" in style


def test_a_map_is_printed_on_a3() -> None:
    assert b"@page{size:A3 landscape;" in html(dataclasses.replace(REPORT, page="a3-landscape"), TEMPLATES)


def test_a_reference_cannot_leave_its_string_in_the_style() -> None:
    data = html(dataclasses.replace(REPORT, reference='"}</style><script>\\'), TEMPLATES).decode()
    assert r'@top-left{content:"\22 \7D \3C /style\3E \3C script\3E \5C  \B7  practitioners"}' in data
    assert data.count("</style>") == 1


def test_a_picture_says_all_its_numbers_in_words() -> None:
    page = page_of(made_of(SCALE))
    assert [element.words for element in page.named("desc")] == [SCALE.description] * 2
    assert [element.words for element in page.named("title")][1:] == ["Where everybody stands on 17 March 2026"] * 2


def test_who_would_not_say_a_number_is_listed_and_not_placed() -> None:
    page = page_of(made_of(SCALE))
    assert [element.words for element in page.classed("unplaced")] == ["Aunt Jo Lisa's sister: would not say"]
    assert "Aunt Jo" not in [element.words for element in page.named("text")]
    assert [element.words for element in page.named("text")].count("Mia") == 2


def test_the_same_document_gives_the_same_bytes() -> None:
    assert html(REPORT, TEMPLATES) == html(REPORT, Templates())


def test_a_word_the_page_needs_is_missed_by_name() -> None:
    with pytest.raises(ValueError, match="the labels lack: contents, was"):
        html(dataclasses.replace(REPORT, words={"skip": "x", "page": "y"}), TEMPLATES)


def test_a_small_page_is_as_it_was_looked_at(reference: Reference) -> None:
    facts = Facts((Fact("By when", own("24 March 2026")),))
    items = Items((Item("Ray tells Priya.\n- on Fridays", facts.facts, (own("not in front of ") + typed("Dean"),)),))
    table = Table(own("Numbers"), ("Who", "Number"), ((typed("Mia"), own("4")),))
    document = made_of(
        Paragraphs("One <b>.\ntwo\n\nthree", tone="lead"), facts, items, table, Note(own("Careful."), "careful")
    )
    reference("small.html", html(document, TEMPLATES).decode().partition("</head>\n")[2])


def test_only_a_day_or_a_number_of_ours_is_kept_on_one_line() -> None:
    rows = ((own("Lisa"), own("5 (13 March 2026)"), typed("It was 4 in May.")),)
    table = Table(own("Numbers"), ("Who", "Number", "Why"), rows)
    page = html(dataclasses.replace(REPORT, sections=(Section("a", own("A"), (table,)),)), TEMPLATES).decode()
    assert re.findall(r'<td role="cell"( class="together")? data-column="(\w+)"', page) == [
        (' class="together"', "Number"),
        ("", "Why"),
    ]
