from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser.sample_document import REPORT

from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.templates import TemplateMistake, Templates
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
        ("{{ title }}\n\n{{ words.nothing }}", 3, "'dict object' has no attribute 'nothing'"),
        ("<p>\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
        ("{% for x in sections %}", 1, "Unexpected end of template"),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError while this line was drawn."),
        ("\n\n{{ kind + 1 }}", 3, "TypeError while this line was drawn."),
        ("\n{{ title|nofilter }}", 2, "No filter named 'nofilter'."),
        ("{{ lipsum() }}", 1, "'lipsum' is undefined"),
        ("{{ sections|random }}", 1, "No filter named 'random'."),
        ("{{ ''.__class__.__mro__ }}", 1, "access to attribute '__class__' of 'str' object is unsafe."),
        ("\n{% include 'html/none.html.j2' %}", 2, "There is no template html/none.html.j2."),
        ("{% include '../../../etc/passwd' %}", 1, "There is no template ../../../etc/passwd."),
        ("{% include 'html/../../pyproject.toml' %}", 1, "There is no template html/../../pyproject.toml."),
        ("{% include 'html\\\\..\\\\page.html.j2' %}", 1, "There is no template html\\..\\page.html.j2."),
        ("{{ sections.append(1) }}", 1, "unsafe"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    name, told_line, told = mistake(overlay(tmp_path, html_page=text))
    assert (name, told_line) == ("html/page.html.j2", line)
    assert message in told


def test_a_mistake_in_a_file_that_another_uses_is_told_there(tmp_path: Path) -> None:
    templates = overlay(tmp_path, html_page="\n{% include 'html/part.html.j2' %}")
    (tmp_path / "html" / "part.html.j2").write_text("a\nb\n{{ none_such }}", encoding="utf-8")
    assert mistake(templates)[:2] == ("html/part.html.j2", 3)


def test_what_goes_wrong_never_shows_a_familys_text(tmp_path: Path) -> None:
    templates = overlay(tmp_path, html_page="{{ '%d'|format(title[1].text) }}")
    assert mistake(templates) == ("html/page.html.j2", 1, "TypeError while this line was drawn.")


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    templates = overlay(tmp_path, html_page="x")
    (tmp_path / "html" / "page.html.j2").write_bytes(b"\xff\xfe")
    assert mistake(templates)[2] == "A template is not saved as UTF-8."
    (tmp_path / "html" / "style.css").write_bytes(b"\xff\xfe")
    assert mistake(templates)[::2] == ("html/style.css", "The file is not saved as UTF-8.")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake, match="not a folder"):
        Templates(tmp_path / "none")


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
