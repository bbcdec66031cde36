from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.formats.colours import READABLE, contrast
from sostool.report.formats.html import STYLES
from sostool.report.formats.style import DARK_PAGE, LIGHT_PAGE, css_string
from sostool.report.templating.templates import Templates

STYLE = "".join(Templates().text(name) for name in STYLES)
PICTURE = Templates().text("pictures/marks.svg.j2")


def variables(selector_and_before: str) -> dict[str, str]:
    """Give the colours that a rule of the style sheet sets, by name."""
    rule = STYLE.partition(selector_and_before)[2].partition("}")[0]
    found = re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})\b", rule)
    return {
        name: value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:]) for name, value in found
    }


LIGHT = variables("\n:root {")
DARK = variables("prefers-color-scheme: dark) {\n  :root {")


@pytest.mark.parametrize(("colours", "page"), [(LIGHT, LIGHT_PAGE), (DARK, DARK_PAGE)])
@pytest.mark.parametrize("text", ["ink", "quiet"])
def test_text_can_be_read_on_the_page_and_on_cards(colours: dict[str, str], page: str, text: str) -> None:
    assert contrast(colours[text], page) >= READABLE
    assert contrast(colours[text], colours["card"]) >= READABLE


def test_people_can_be_told_from_the_page_in_light_and_dark() -> None:
    light = re.findall(r'"(#[0-9a-f]{6})"', PICTURE.partition("set inks = [")[2].partition("]")[0])
    dark = re.findall(
        r"\.person-\d \{ fill: (#[0-9a-f]{6}); stroke: \1; \}", STYLE.replace("\n    ", " ").replace("\n  }", " }")
    )
    assert len(light) == len(set(light)) == 6
    assert len(dark) == len(set(dark)) == 6
    assert all(contrast(colour, background) >= READABLE for colour in light for background in (LIGHT_PAGE, "#ffffff"))
    assert all(contrast(colour, background) >= READABLE for colour in dark for background in (DARK_PAGE, DARK["card"]))


def test_the_style_loads_nothing_and_shouts_nowhere() -> None:
    for never in ("url(", "@import", "http", "uppercase", "</"):
        assert never not in STYLE


def test_dark_colours_are_never_printed() -> None:
    assert STYLE.count("prefers-color-scheme") == STYLE.count("@media screen and (prefers-color-scheme: dark)") > 0


def test_only_logical_sides_are_used_so_that_a_page_can_be_mirrored() -> None:
    assert not re.findall(
        r"(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|\b(?:left|right):", STYLE
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("EX-0042", '"EX-0042"'),
        ("", '""'),
        ('a"b', r'"a\22 b"'),
        ("a\\b", r'"a\5C b"'),
        ("</style>", r'"\3C /style\3E "'),
        ("Größe", r'"Gr\F6 \DF e"'),
        ("a\nb", r'"a\A b"'),
        ("\x00x", '"x"'),
    ],
)
def test_a_css_string_keeps_its_text(text: str, written: str) -> None:
    assert css_string(text) == written


@settings(deadline=None)
@given(st.text())
def test_no_character_ends_a_css_string(text: str) -> None:
    inside = css_string(text)[1:-1]
    assert not set(inside) & set("\"'\n<>{}@*")
    assert re.fullmatch(r"(?:[A-Za-z0-9 .,:;()/+_-]|\\[0-9A-F]{1,6} )*", inside)
