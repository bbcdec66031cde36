"""A figure's picture as plain data: its kind, and its drawings for a broad page and for a phone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeAlias, assert_never

from sostool.report.blocks import (
    CoursePicture,
    FamilyPicture,
    NetworkPicture,
    Picture,
    ScalePicture,
    TimelinePicture,
)
from sostool.report.formats.typed_text import on_one_line
from sostool.report.pictures.drawing import Signs

Plain: TypeAlias = dict[str, Any]


def drawings(picture: Picture, signs: Signs, was: str) -> Plain:
    """Draw a picture for a broad page and for a phone.

    Args:
        picture: what to draw.
        signs: the marks that the document's people have in its other pictures.
        was: our words for a number before, `was {score}`.
    """
    match picture:
        case ScalePicture():
            return _both("scale", *_scale(picture, signs, was))
        case CoursePicture():
            return _both("course", *_course(picture, signs))
        case NetworkPicture():
            return _both("network", *_network(picture))
        case FamilyPicture():
            return _both("family", *_family(picture))
        case TimelinePicture():
            return _both("timeline", *_timeline(picture))
        case _:
            assert_never(picture)


# Each kind's module is read only where there is such a picture: most documents have one kind.


def _scale(picture: ScalePicture, signs: Signs, was: str) -> tuple[object, ...]:
    from sostool.report.pictures.scale import NARROW, WIDE, scale_drawing  # noqa: PLC0415

    return tuple(scale_drawing(picture, frame, was, signs) for frame in (WIDE, NARROW))


def _course(picture: CoursePicture, signs: Signs) -> tuple[object, ...]:
    from sostool.report.pictures.course import COURSE_NARROW, COURSE_WIDE, course_drawing  # noqa: PLC0415

    return tuple(course_drawing(picture, frame, signs) for frame in (COURSE_WIDE, COURSE_NARROW))


def _network(picture: NetworkPicture) -> tuple[object, ...]:
    from sostool.report.pictures.network import NETWORK_NARROW, NETWORK_WIDE, network_drawing  # noqa: PLC0415

    return tuple(network_drawing(picture, frame) for frame in (NETWORK_WIDE, NETWORK_NARROW))


def _family(picture: FamilyPicture) -> tuple[object, ...]:
    from sostool.report.pictures.family import FAMILY_NARROW, FAMILY_WIDE  # noqa: PLC0415
    from sostool.report.pictures.family_drawing import family_drawing  # noqa: PLC0415

    return tuple(family_drawing(picture, frame) for frame in (FAMILY_WIDE, FAMILY_NARROW))


def _timeline(picture: TimelinePicture) -> tuple[object, ...]:
    from sostool.report.pictures.timeline import TIMELINE_NARROW, TIMELINE_WIDE, timeline_drawing  # noqa: PLC0415

    return tuple(timeline_drawing(picture, frame) for frame in (TIMELINE_WIDE, TIMELINE_NARROW))


def _both(kind: str, wide: object, narrow: object) -> Plain:
    return {"picture": kind, "wide": _plain(wide), "narrow": _plain(narrow)}


def _plain(value: Any) -> Any:
    """Turn a drawing into dicts and lists; what it does not have becomes false. Most of it is numbers."""
    kind: Any = type(value)
    if kind is int:
        return value
    if kind is tuple:
        return [_plain(part) for part in value]
    if kind is str:
        return on_one_line(value)
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(kind)}
    return False if value is None else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
