"""A drawing is drawn as before, and what its program wrote beside it is left out."""

from __future__ import annotations

import base64

import pytest
import resvg_py
from report.templating.test_bare_picture import JPEGS, PNGS, SECRET, piece

from sostool.report.templating.bare_drawing import bare_drawing
from sostool.report.templating.bare_picture import NoPictureError, bare_picture

OWN = 'xmlns:ink="http://www.inkscape.org/namespaces/inkscape" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
DRAWING = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- Fern Court -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {OWN} id="Fern-Court"
  ink:docname="Fern Court.svg" width="60" height="40" viewBox="0 0 60 40" aria-label="Fern Court" data-fern="Fern Court">
  <title>Fern Court</title><desc>Fern Court</desc><metadata><rdf:RDF>Fern Court</rdf:RDF></metadata>
  <style>/* Fern Court */ .a {{ fill: #1d5c63 }}</style>
  <defs><linearGradient id="slope"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
    <path id="leaf" d="M0 0h10v10z"/></defs>
  <g ink:label="Fern Court" id="layer-of-Fern-Court"><rect class="a" width="20" height="20" onclick="alert('Fern Court')"/>
    <rect x="20" width="20" height="20" style="fill:url(#slope);-ink-note:'Fern Court';stroke:#000"/></g>
  <use xlink:href="#leaf" x="40" xlink:title="Fern Court"/><!-- Fern Court -->Fern Court
  <g style="display:none"><text>Fern Court</text></g><rect display="none" class="Fern Court"/>
  <script>Fern Court</script><foreignObject><p>Fern Court</p></foreignObject><a xlink:href="http://fern-court.example"><path d="M0 30h60"/></a>
  <text x="2" y="38" font-size="8">Exa<tspan font-weight="bold">mple</tspan> Council</text>
</svg>
""".encode()


def dots(drawing: bytes) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing.decode()))


def test_what_is_drawn_stays_and_what_is_not_is_left_out() -> None:
    bare = bare_drawing(DRAWING)
    assert dots(bare) == dots(DRAWING)
    assert not [
        word for word in (b"Fern", b"fern", b"Court", b"ink", b"rdf", b"title", b"http://www.ink") if word in bare
    ]
    assert b'>Exa<tspan font-weight="bold">mple</tspan> Council<' in bare
    assert b'id="leaf"' in bare
    assert bare_drawing(bare) == bare


def test_a_picture_in_a_drawing_is_bare_too() -> None:
    noted = PNGS["ordinary"][:33] + piece(b"tEXt", b"Comment\0" + SECRET) + PNGS["ordinary"][33:]
    for kind, picture in (("png", noted), ("jpeg", JPEGS["ordinary"]), ("jpg", JPEGS["ordinary"])):
        held = base64.b64encode(picture).decode()
        for link in ("href", "xlink:href"):
            drawing = (
                '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
                f'<image width="9" height="9" {link}="data:image/{kind};base64,{held}"/></svg>'
            ).encode()
            bare = bare_drawing(drawing)
            assert base64.b64encode(bare_picture(picture)) in bare
            assert dots(bare) == dots(drawing)


@pytest.mark.parametrize(
    "address", ["http://example.invalid/x.png", "file:///fern", "javascript:1", "data:text/plain,x"]
)
def test_what_leads_out_of_a_drawing_is_left_out(address: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'.encode()
    assert bare_drawing(drawing) == b'<svg xmlns="http://www.w3.org/2000/svg"><image /></svg>'


@pytest.mark.parametrize(
    "data",
    [
        b"<svg><",
        b"<svg/>",
        b'<svg xmlns="http://www.w3.org/1999/xhtml"/>',
        b'<?xml version="1.0" encoding="nobody-has-this"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg">&fern;</svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,AAAA"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,A"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 20_000 + b"</g>" * 20_000 + b"</svg>",
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(NoPictureError):
        bare_drawing(data)
