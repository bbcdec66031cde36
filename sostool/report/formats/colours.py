"""One accent colour from the authority, made readable: as text on white, as a tint, and on a dark page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

Colour: TypeAlias = tuple[float, float, float]

READABLE = 4.5
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_WHITE: Colour = (1.0, 1.0, 1.0)
_BLACK: Colour = (0.0, 0.0, 0.0)
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Accent:
    """The colours that a page draws with, each as `#rrggbb`.

    `on_light` can be read on the light page and on `light_tint`, `on_dark` on the dark page and on `dark_tint`.
    """

    on_light: str
    light_tint: str
    on_dark: str
    dark_tint: str


@lru_cache(maxsize=64)
def accent(colour: str, light_page: str, dark_page: str) -> Accent:
    """Work out the accent's colours.

    Args:
        colour: as the profile has it. One too pale to be read on the light page is darkened.
        light_page: the light page's background.
        dark_page: the dark page's background.

    Raises:
        ValueError: `colour` is not `#rrggbb`.
    """
    base = _parse(colour)
    light_tint = _mix(base, _WHITE, 0.89)
    dark_tint = _mix(base, _parse(dark_page), 0.78)
    return Accent(
        on_light=_write(_until_readable(base, _BLACK, (light_tint, _parse(light_page)))),
        light_tint=_write(light_tint),
        on_dark=_write(_until_readable(base, _WHITE, (dark_tint, _parse(dark_page)))),
        dark_tint=_write(dark_tint),
    )


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours, 1 to 21, as WCAG 2 counts it."""
    return _contrast(_parse(first), _parse(second))


def _until_readable(colour: Colour, towards: Colour, backgrounds: tuple[Colour, ...]) -> Colour:
    for step in range(_STEPS):
        mixed = _parse(_write(_mix(colour, towards, step / _STEPS)))
        if all(_contrast(mixed, _parse(_write(background))) >= READABLE for background in backgrounds):
            return mixed
    return towards


def _mix(colour: Colour, other: Colour, share_of_other: float) -> Colour:
    red, green, blue = (
        mine * (1 - share_of_other) + theirs * share_of_other for mine, theirs in zip(colour, other, strict=True)
    )
    return red, green, blue


def _contrast(first: Colour, second: Colour) -> float:
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's own numbers
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parse(colour: str) -> Colour:
    if not _HEX.fullmatch(colour):
        raise ValueError("An accent colour is written #rrggbb, for example #1d70b8.")
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _write(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
