"""An authority's logo: a picture that stands in the page itself, as the address of an image that can run nothing."""

from __future__ import annotations

import base64
import re

from sostool.report.templating.bare_picture import JPEG, PNG, NoPictureError, bare_picture
from sostool.report.templating.template_mistake import TemplateMistake

MOST_LOGO_BYTES = 200_000
LOGOS = {
    "logo.svg": "image/svg+xml",
    "logo.png": "image/png",
    "logo.jpg": "image/jpeg",
    "logo.jpeg": "image/jpeg",
}

_SVG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<svg[\s>]", re.DOTALL)
_STARTS = {"image/png": PNG, "image/jpeg": JPEG}
_DAMAGED = "This picture is damaged, or is of a kind that not every program shows. Save it anew."
_SPOKEN = {"image/svg+xml": "an SVG", "image/png": "a PNG", "image/jpeg": "a JPEG"}


def logo_address(name: str, data: bytes) -> str:
    """Write a picture as a `data:` address, with nothing in it but what is seen.

    Args:
        name: the file's name, which says what kind of picture it should be.
        data: what it holds.

    Raises:
        TemplateMistake: it is a picture of another kind, or none, or damaged.
    """
    kind = LOGOS[name]
    found = _kind_of(data)
    if found != kind:
        what = f"{_SPOKEN[found]} picture: give it the ending .{_ending(found)}" if found else "no picture of this kind"
        raise TemplateMistake(name, 0, f"This should be {_SPOKEN[kind]} picture and is {what}.")
    try:
        bare = _bare_drawing(data) if kind == LOGOS["logo.svg"] else bare_picture(data)
    except NoPictureError:
        raise TemplateMistake(name, 0, _DAMAGED) from None
    return f"data:{kind};base64,{base64.b64encode(bare).decode()}"


def _bare_drawing(data: bytes) -> bytes:
    from sostool.report.templating.bare_drawing import bare_drawing  # noqa: PLC0415 - only where there is a drawing

    return bare_drawing(data)


def _kind_of(data: bytes) -> str:
    for kind, start in _STARTS.items():
        if data.startswith(start):
            return kind
    return "image/svg+xml" if _SVG.match(data) else ""


def _ending(kind: str) -> str:
    return next(name for name, of in LOGOS.items() if of == kind).rpartition(".")[2]
