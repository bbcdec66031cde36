from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from browser.sample_document import REPORT, SCALE
from browser.sample_pictures import CROWDS, HOSTILE, HOSTILE_NAMES, ORDINARY, UNBORN, course, pictures
from report.formats.page import Page

from sostool.report.blocks import Document, Figure, Section, own
from sostool.report.formats.figures import drawings
from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.pictures.drawing import Signs
from sostool.report.templating.templates import TemplateMistake, Templates

TEMPLATES = Templates()
DOCUMENTS = pytest.mark.parametrize("document", [ORDINARY, CROWDS, HOSTILE], ids=["ordinary", "crowds", "hostile"])
ALLOWED = {"svg", "title", "desc", "g", "path", "rect", "circle", "text"}


def svgs(data: bytes) -> list[str]:
    return re.findall(r"<svg.*?</svg>", data.decode(), re.DOTALL)


@DOCUMENTS
def test_every_picture_is_drawn_twice_with_a_title_and_its_description(document: Document) -> None:
    page = Page(html(document, TEMPLATES))
    assert len(page.ids) == len(set(page.ids))
    drawn = page.named("svg")
    assert len(drawn) == 2 * len(document.sections)
    for at, svg in enumerate(drawn):
        title, description = svg.attributes["aria-labelledby"].split()
        caption = document.sections[at // 2].heading[0].text
        told = {element.attributes["id"]: element.words for element in page.named("title", "desc")[1:]}
        assert (told[title], told[description]) == (caption, f"{caption}, in words.")
        assert svg.attributes["role"] == "img"
        assert svg.attributes["direction"] == "ltr"


@DOCUMENTS
def test_pictures_hold_marks_with_colours_of_their_own_and_nothing_that_loads_or_runs(document: Document) -> None:
    for svg in svgs(html(document, TEMPLATES)):
        assert set(re.findall(r"<([a-z]+)", svg)) <= ALLOWED
        for never in ("style=", "url(", "href", "var(", "None", "Undefined"):
            assert never not in svg
        for shape in re.findall(r"<(?:rect|circle)[^>]*>", svg):
            assert "fill=" in shape or "r=" in shape


def test_typed_text_in_pictures_has_its_own_direction_and_is_never_markup() -> None:
    for svg in svgs(html(HOSTILE, TEMPLATES)):
        texts = re.findall(r"<text([^>]*)>([^<]*)", svg)
        assert all('unicode-bidi="plaintext"' in marks or said.isdigit() for marks, said in texts)
        assert "<b>" not in svg


def test_every_letter_of_every_name_is_in_every_picture() -> None:
    for svg in svgs(html(HOSTILE, TEMPLATES)):
        said = re.sub(r"<text[^>]*>|</text>|\s", "", "".join(re.findall(r"<text.*?</text>", svg)))
        for name in HOSTILE_NAMES:
            escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;")
            assert "".join(escaped.split()) in said


def test_a_person_has_the_same_mark_in_the_scale_and_over_time() -> None:
    signs = Signs()
    scale = drawings(SCALE.picture, signs, "was {score}")
    over_time = drawings(course(4, 3), signs, "was {score}")
    marks = {lane["name"]["lines"][0][1]: lane["sign"] for lane in scale["wide"]["lanes"]}
    assert {row["name"]["lines"][0][1]: row["sign"] for row in over_time["narrow"]["rows"]} == {
        name: marks[name] for name in ("Mia", "Lisa", "Dean")
    }


def test_only_a_scale_tells_what_its_ends_mean() -> None:
    both = dataclasses.replace(REPORT, sections=(*ORDINARY.sections, Section("scale", own("Scale"), (SCALE,))))
    for made in (html(both, TEMPLATES).decode(), markdown(both, TEMPLATES).decode()):
        assert made.count("Someone will be hurt if Dean comes home tonight.") == 1


def test_markdown_has_the_caption_the_description_and_the_table() -> None:
    text = markdown(pictures(("Who waits for Bean", UNBORN)), TEMPLATES).decode()
    assert "**Who waits for Bean**\n\nWho waits for Bean, in words.\n\n" in text
    assert "| Mia | 4 |" in text
    assert "10:" not in text


def test_without_a_table_what_the_lines_show_stands_under_them_in_words() -> None:
    words = "Mia says 6, then 7."
    shown = (Figure(own("Numbers"), course(4, 2), words), Figure(own("Bean"), UNBORN, "Erin and Callum wait for Bean."))
    bare = dataclasses.replace(REPORT, sections=(Section("pictures", own("Pictures"), shown),))
    assert [element.words for element in Page(html(bare, TEMPLATES)).classed("described")] == [words]


def test_the_template_of_a_picture_is_read_only_where_there_is_such_a_picture(tmp_path: Path) -> None:
    own_templates = tmp_path / "pictures"
    own_templates.mkdir()
    (own_templates / "family.svg.j2").write_text("{% macro", "utf-8")
    html(pictures(("Numbers", course(4, 2))), Templates(tmp_path))
    with pytest.raises(TemplateMistake, match=r"family\.svg\.j2, line 1"):
        html(pictures(("Who waits for Bean", UNBORN)), Templates(tmp_path))
