from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from browser.sample_document import REPORT

from sostool.report.blocks import Block
from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.templating.our_templates import BLOCK_FILES, our_names, our_text
from sostool.report.templating.templates import TemplateMistake, Templates
from sostool.resources import resource_root


def overlay(folder: Path, **files: str) -> Templates:
    """Lay files over ours; `html_page` is html/page.html.j2."""
    names = {"html_page": "html/page.html.j2", "style": "html/style.css", "markdown_page": "markdown/page.md.j2"}
    for key, text in files.items():
        file = folder / names[key]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Templates(folder)


def mistake(templates: Templates) -> tuple[str, int, str]:
    with pytest.raises(TemplateMistake) as caught:
        html(REPORT, templates)
    return caught.value.name, caught.value.line, caught.value.message


def test_our_folders_are_found() -> None:
    assert resource_root("templates").joinpath("html", "style.css").is_file()
    assert resource_root("examples").is_dir()


def test_an_authoritys_file_takes_the_place_of_ours(tmp_path: Path) -> None:
    templates = overlay(tmp_path, html_page="<p>{{ title|join(attribute='text') }}</p>")
    assert html(REPORT, templates) == b"<p>Report for the meeting: Mia and Noah</p>"
    assert markdown(REPORT, templates) == markdown(REPORT, Templates())


def test_an_authoritys_page_can_use_our_blocks(tmp_path: Path) -> None:
    text = '{% import "html/blocks.html.j2" as blocks %}{{ blocks.all(sections[0].blocks) }}'
    assert b"<dt>Children</dt>" in html(REPORT, overlay(tmp_path, html_page=text))


def test_an_authoritys_style_is_used_and_allowed(tmp_path: Path) -> None:
    page = html(REPORT, overlay(tmp_path, style="p {\r\n  color: red;\r\n}")).decode()
    assert "p {\n  color: red;\n}/* Paper" in page


def test_a_style_that_would_end_its_element_is_refused(tmp_path: Path) -> None:
    name, _, message = mistake(overlay(tmp_path, style="p{}</style><script>"))
    assert name == "html/style.css"
    assert "</" in message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("<p>\n{{ nothing_here }}\n</p>", 2, "'nothing_here' is undefined"),
        ("{{ kind }}\n\n{{ words.nothing }}", 3, "'dict object' has no attribute 'nothing'"),
        ("\n{{ title }}", 2, "Only a text or a number can be printed, and this is neither."),
        ("\n{{ title|map(attribute='text') }}", 2, "Only a text or a number can be printed, and this is neither."),
        ("\n\n{% import 'html/blocks.html.j2' as b %}{{ b.line }}", 3, "Only a text or a number can be printed"),
        ("{% import 'html/block.html.j2' as b %}", 1, "Did you mean html/blocks.html.j2?"),
        ("<p>\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
        ("{% for x in sections %}", 1, "Unexpected end of template"),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError while this line was drawn."),
        ("\n\n{{ kind + 1 }}", 3, "TypeError while this line was drawn."),
        ("\n{{ title|nofilter }}", 2, "No filter named 'nofilter'."),
        ("\n{% include 'html/none.html.j2' %}", 2, "There is no template html/none.html.j2."),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    name, told_line, told = mistake(overlay(tmp_path, html_page=text))
    assert (name, told_line) == ("html/page.html.j2", line)
    assert message in told


def test_a_mistake_in_a_file_that_another_uses_is_told_there(tmp_path: Path) -> None:
    part = tmp_path / "html" / "blocks" / "facts.html.j2"
    part.parent.mkdir(parents=True)
    part.write_text("{% macro facts(block) %}\nb\n{{ none_such }}{% endmacro %}", encoding="utf-8")
    assert mistake(Templates(tmp_path))[:2] == ("html/blocks/facts.html.j2", 3)


def test_what_goes_wrong_never_shows_a_familys_text(tmp_path: Path) -> None:
    templates = overlay(tmp_path, html_page="{{ '%d'|format(title[1].text) }}")
    assert mistake(templates) == ("html/page.html.j2", 1, "TypeError while this line was drawn.")


def test_the_folder_is_read_once(tmp_path: Path) -> None:
    templates = overlay(tmp_path, html_page="one")
    (tmp_path / "html" / "page.html.j2").write_text("two", encoding="utf-8")
    assert html(REPORT, templates) == b"one"


def test_a_missing_file_is_told() -> None:
    with pytest.raises(TemplateMistake, match=r"^html/none\.css: There is no such file\.$"):
        Templates().text("html/none.css")
    with pytest.raises(TemplateMistake, match=re.escape("There is no such file")):
        Templates().text("../pyproject.toml")


def test_an_authoritys_markdown_cannot_forget_to_escape(tmp_path: Path) -> None:
    page = "{{ title[1].text }}|{{ title|map(attribute='text')|join }}|{% set a = title[1].text %}{{ a }}|{{ a ~ '*' }}"
    templates = overlay(tmp_path, markdown_page=page)
    assert (
        markdown(REPORT, templates)
        == b"Mia and Noah|Report for the meeting: Mia and Noah|Mia and Noah|Mia and Noah\\*\n"
    )


def test_a_file_is_there_or_not(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "ur.yaml").write_text("language: ur", encoding="utf-8")
    assert Templates(tmp_path).has("labels/ur.yaml")
    assert not Templates().has("labels/ur.yaml")
    assert Templates().has("html/style.css")
    assert not Templates().has("html")
    assert not Templates().has("../pyproject.toml")


def test_labels_come_in_layers_ours_first(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "en.yaml").write_text("words: {map.worried: Our worries}", encoding="utf-8")
    ours = Templates().text("labels/en.yaml")
    layers = Templates(tmp_path).layers("labels/en.yaml")
    assert layers == [("labels/en.yaml", ours), ("labels/en.yaml", "words: {map.worried: Our worries}")]
    assert Templates().layers("labels/en.yaml") == [("labels/en.yaml", ours)]
    assert Templates().layers("labels/none.yaml") == []


def own_drawing(folder: Path, name: str, text: str) -> Templates:
    file = folder / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return Templates(folder)


def test_one_block_can_be_drawn_in_an_authoritys_way(tmp_path: Path) -> None:
    text = "{% macro table(block) %}\n<p>{{ block.rows|length }} rows of {{ block.columns|length }}</p>\n{% endmacro %}"
    ours = html(REPORT, Templates()).decode()
    page = html(REPORT, own_drawing(tmp_path, "html/blocks/table.html.j2", text)).decode()
    tables = re.findall(r'(?s)<div class="scrolls".*?</div>', ours)
    assert tables
    theirs = re.findall(r"<p>\d rows of \d</p>", page)
    assert len(theirs) == len(tables)
    left_over = re.sub(r"\s+", " ", re.sub(r"<p>\d rows of \d</p>", "", page))
    assert left_over == re.sub(r"\s+", " ", re.sub(r'(?s)<div class="scrolls".*?</div>', "", ours))


def test_an_authoritys_drawing_of_a_group_can_draw_what_is_in_it(tmp_path: Path) -> None:
    text = (
        '{% from "markdown/blocks.md.j2" import all, line %}\n'
        "{% macro group(block) %}\n\n:: {{ line(block.heading) }}\n\n{{ all(block.blocks) }}{% endmacro %}"
    )
    ours = markdown(REPORT, Templates()).decode()
    theirs = markdown(REPORT, own_drawing(tmp_path, "markdown/blocks/group.md.j2", text)).decode()
    assert theirs.count("\n:: ") > 1
    assert [line for line in theirs.splitlines() if not line.startswith(("::", "#"))] == [
        line for line in ours.splitlines() if not line.startswith("#")
    ]


def test_a_file_for_a_block_has_to_draw_that_block(tmp_path: Path) -> None:
    with pytest.raises(
        TemplateMistake, match=r"^html/blocks/table\.html\.j2: It has to hold the drawing: \{% macro table"
    ):
        own_drawing(tmp_path, "html/blocks/table.html.j2", "{% macro tabel(block) %}{% endmacro %}")


def test_a_drawing_that_is_not_finished_is_told_where_it_stands(tmp_path: Path) -> None:
    templates = own_drawing(tmp_path, "html/blocks/note.html.j2", "{% macro note(block) %}\n<p>\n{{ block.text ")
    assert mistake(templates)[:2] == ("html/blocks/note.html.j2", 3)


def test_every_kind_of_block_can_be_drawn_in_an_authoritys_way() -> None:
    kinds = set(re.findall("[A-Z][A-Za-z]+", str(get_args(Block)).replace("sostool.report.blocks.", "")))
    names = {re.sub("(?<=[a-z])(?=[A-Z])", "_", kind).lower() for kind in kinds}
    assert len(names) > 10
    for shape in BLOCK_FILES.values():
        assert {shape.format(name) for name in names} <= set(our_names())


def test_names_are_files_of_ours_or_single_blocks() -> None:
    singles = {shape.partition("{")[0] for shape in BLOCK_FILES.values()}
    for name in our_names():
        assert (our_text(name) is not None) != name.startswith(tuple(singles))
