from __future__ import annotations

import base64

import pytest
from report.templating.test_bare_picture import JPEGS, PNGS, SECRET, piece, segment

from sostool.report.templating.logo import LOGOS, logo_address
from sostool.report.templating.templates import TemplateMistake

PNG, JPEG, SVG = PNGS["ordinary"], JPEGS["ordinary"], b'<svg xmlns="http://www.w3.org/2000/svg" />'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("logo.png", PNG),
        ("logo.jpg", JPEG),
        ("logo.jpeg", JPEG),
        ("logo.svg", SVG),
    ],
)
def test_a_picture_is_an_address_that_holds_what_is_seen_of_it(name: str, data: bytes) -> None:
    kind, _, held = logo_address(name, data).partition(";base64,")
    assert kind == f"data:{LOGOS[name]}"
    assert base64.b64decode(held) == data


@pytest.mark.parametrize(
    ("name", "noted", "bare"),
    [
        ("logo.png", PNG[:33] + piece(b"tEXt", SECRET) + PNG[33:], PNG),
        ("logo.jpg", JPEG[:2] + segment(0xFE, SECRET) + JPEG[2:], JPEG),
        ("logo.svg", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- Fern -->\n<!DOCTYPE svg PUBLIC "x" "y">\n' + SVG, SVG),
    ],
)
def test_what_nobody_sees_of_a_picture_is_not_in_its_address(name: str, noted: bytes, bare: bytes) -> None:
    assert logo_address(name, noted) == logo_address(name, bare)


@pytest.mark.parametrize(("name", "data"), [("logo.png", PNG[:-20]), ("logo.jpg", JPEG[:-20]), ("logo.svg", b"<svg><")])
def test_a_damaged_picture_is_told(name: str, data: bytes) -> None:
    with pytest.raises(TemplateMistake) as caught:
        logo_address(name, data)
    assert str(caught.value) == (
        f"{name}: This picture is damaged, or is of a kind that not every program shows. Save it anew."
    )


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("logo.png", JPEG, "This should be a PNG picture and is a JPEG picture: give it the ending .jpg."),
        ("logo.jpg", PNG, "This should be a JPEG picture and is a PNG picture: give it the ending .png."),
        ("logo.svg", PNG, "This should be an SVG picture and is a PNG picture: give it the ending .png."),
        ("logo.png", SVG, "This should be a PNG picture and is an SVG picture: give it the ending .svg."),
        ("logo.png", b"", "This should be a PNG picture and is no picture of this kind."),
        ("logo.svg", b"<html><svg>", "This should be an SVG picture and is no picture of this kind."),
        ("logo.svg", b"<script>1</script><svg>", "This should be an SVG picture and is no picture of this kind."),
        (
            "logo.svg",
            b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>",
            "This should be an SVG picture and is no picture of this kind.",
        ),
        ("logo.svg", b"<svgx>", "This should be an SVG picture and is no picture of this kind."),
        ("logo.jpg", b"GIF89a", "This should be a JPEG picture and is no picture of this kind."),
        ("logo.svg", SVG.decode().encode("utf-16"), "This should be an SVG picture and is no picture of this kind."),
    ],
)
def test_a_picture_of_another_kind_is_told(name: str, data: bytes, message: str) -> None:
    with pytest.raises(TemplateMistake) as caught:
        logo_address(name, data)
    assert str(caught.value) == f"{name}: {message}"
