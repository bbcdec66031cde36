from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from browser.sample_document import REPORT, SCALE
from report.formats.test_escape import EVERY_RENDERER, WITH_TABLES, Shown, without_space
from report.formats.test_html import HOSTILE, everywhere, made_of

from sostool.report.blocks import Fact, Group, Item, Items, Paragraphs, Section, own, typed
from sostool.report.formats.markdown import markdown
from sostool.report.formats.typed_text import clean
from sostool.report.templating.templates import Templates

if TYPE_CHECKING:
    from support.reference import Reference

TEMPLATES = Templates()


def test_every_kind_of_block_is_as_it_was_looked_at(reference: Reference) -> None:
    reference("report.md", markdown(REPORT, TEMPLATES).decode())


def test_the_same_document_gives_the_same_bytes() -> None:
    assert markdown(REPORT, TEMPLATES) == markdown(REPORT, Templates())


def test_nothing_is_hidden_in_it() -> None:
    text = markdown(REPORT, TEMPLATES).decode()
    assert "<" not in text
    assert "\r" not in text
    assert text.endswith("7f3a91c2\n")


def test_columns_become_headed_lists() -> None:
    text = markdown(REPORT, TEMPLATES).decode()
    headings = [line for line in text.splitlines() if line.startswith("### What")]
    assert headings == ["### What are we worried about?", "### What's working well?", "### What needs to happen?"]
    assert "\n### What's working well?\n\n-   Dean reads to both children at bedtime.\n" in text


def test_a_picture_is_its_description_and_its_table() -> None:
    text = markdown(made_of(SCALE), TEMPLATES).decode()
    assert SCALE.description in text
    assert "| Aunt Jo | would not say |  |" in text


@pytest.mark.parametrize("renderer", WITH_TABLES)
@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_is_seen_as_typed_wherever_it_stands(renderer: str, text: str) -> None:
    harmless = Shown(WITH_TABLES[renderer](markdown(made_of(*everywhere("zzz")), TEMPLATES).decode()))
    hostile = Shown(WITH_TABLES[renderer](markdown(made_of(*everywhere(text)), TEMPLATES).decode()))
    assert hostile.elements == harmless.elements
    expected = without_space(harmless.text).replace("zzz", without_space(clean(text)))
    assert without_space(hostile.text) == expected


@pytest.mark.parametrize("renderer", EVERY_RENDERER)
def test_an_entry_of_several_paragraphs_stays_one_entry(renderer: str) -> None:
    item = Item("One.\n\ntwo\nthree\n- a\n- b", (Fact("Who", typed("Ray")),), (typed("Dean"),))
    text = markdown(made_of(Items((item, Item("Second.")))), TEMPLATES).decode()
    shown = EVERY_RENDERER[renderer](text)
    outer = shown[shown.index("<ul>") : shown.rindex("</ul>")]
    assert outer.count("<ul>") == 2
    assert without_space(Shown(outer).text) == "One.twothreeabWho:RayDeanSecond."


def test_an_empty_entry_is_not_written() -> None:
    text = markdown(made_of(Items((Item(""), Item("\x00"), Item("a"))), Paragraphs("")), TEMPLATES).decode()
    assert [line for line in text.splitlines() if line.startswith("-")] == ["-   a", "---"]


def test_sections_and_groups_are_headings_of_their_depth() -> None:
    inner = Group(own("three # #"), (Paragraphs("x"),))
    document = dataclasses.replace(made_of(), sections=(Section("a", own("one"), (Group(own("two"), (inner,)),)),))
    headings = [line for line in markdown(document, TEMPLATES).decode().splitlines() if line.startswith("#")]
    assert headings == ["# Report for the meeting: Mia and Noah", "## one", "### two", "#### three # &#35;"]
