from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.formats.colours import READABLE, accent, contrast
from sostool.report.formats.style import DARK_PAGE, LIGHT_PAGE

any_colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#1d70b8", "#ffffff", 5.17),
        ("#767676", "#ffffff", 4.54),
    ],
)
def test_contrast_is_counted_as_wcag_counts_it(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.01)
    assert contrast(second, first) == contrast(first, second)


@settings(deadline=None)
@given(any_colour)
def test_any_accent_can_be_read_wherever_it_stands(colour: str) -> None:
    made = accent(colour, LIGHT_PAGE, DARK_PAGE)
    for background in (LIGHT_PAGE, "#ffffff", made.light_tint):
        assert contrast(made.on_light, background) >= READABLE
    for background in (DARK_PAGE, made.dark_tint):
        assert contrast(made.on_dark, background) >= READABLE


@settings(deadline=None)
@given(any_colour)
def test_text_can_be_read_on_any_accents_tint(colour: str) -> None:
    made = accent(colour, LIGHT_PAGE, DARK_PAGE)
    assert contrast("#22262a", made.light_tint) >= READABLE
    assert contrast("#50575c", made.light_tint) >= READABLE
    assert contrast("#eeebe6", made.dark_tint) >= READABLE
    assert contrast("#b9bec3", made.dark_tint) >= READABLE


def test_an_accent_that_can_be_read_is_kept() -> None:
    assert accent("#1d70b8", LIGHT_PAGE, DARK_PAGE).on_light in {"#1d70b8", "#1d6fb6"}
    assert accent("#5B2C6F", LIGHT_PAGE, DARK_PAGE).on_light == "#5b2c6f"


@pytest.mark.parametrize("colour", ["", "red", "#fff", "1d70b8", "#1d70b8;}", "#1d70b8\n", "#gggggg"])
def test_what_is_not_a_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        accent(colour, LIGHT_PAGE, DARK_PAGE)
