from __future__ import annotations

import base64

import pytest

from sostool.report.templating.logo import LOGOS, logo_address
from sostool.report.templating.templates import TemplateMistake

PNG, JPEG, SVG = b"\x89PNG\r\n\x1a\n rest", b"\xff\xd8\xff rest", b"<svg xmlns='http://www.w3.org/2000/svg'/>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("logo.png", PNG),
        ("logo.jpg", JPEG),
        ("logo.jpeg", JPEG),
        ("logo.svg", SVG),
        (
            "logo.svg",
            b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "x" "y">\n' + SVG,
        ),
    ],
)
def test_a_picture_is_an_address_that_holds_it_whole(name: str, data: bytes) -> None:
    kind, _, held = logo_address(name, data).partition(";base64,")
    assert kind == f"data:{LOGOS[name]}"
    assert base64.b64decode(held) == data


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
