"""Sheets to fill in by hand before the meeting: what I think, and a report from another agency."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import (
    Block,
    Fact,
    Facts,
    Figure,
    Group,
    ScalePicture,
    Section,
    Space,
    own,
    typed,
)
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewScale

_LINES = 6
_LINES_OF_A_CHILD = 4
_CHILD = "child"


def about_me(view: View, words: Labels, profile: Profile) -> Section:
    """Say what the sheet is for, and whose it is."""
    return Section(
        "about-me",
        own(words("my_views.about")),
        (*words.wording(_voice(view, "my-views")), _signed(words, "my_views.name", view.reader_name)),
    )


def my_columns(view: View, words: Labels, profile: Profile) -> tuple[Section, ...]:
    """Give the three questions with room to write, what goes well first: it is the easier one to begin with."""
    lines = _LINES_OF_A_CHILD if view.reader_kind == _CHILD else _LINES
    order = ("working_well", "worried", "needs_to_happen")
    return tuple(Section(name.replace("_", "-"), own(words(f"my_views.{name}")), (Space(lines),)) for name in order)


def my_number(view: View, words: Labels, profile: Profile) -> Section:
    """Give a line from 0 to 10 to put a cross on, with both ends in words, for each scale of the reader's."""
    scales = [danger.scale for danger in view.dangers if danger.scale is not None]
    given = [view.overall] if view.overall is not None else scales
    lines = tuple(_line(view, words, scale) for scale in given) or (_line(view, words, None),)
    return Section("my-number", own(words("my_views.number")), (*lines, Space(2)))


def _line(view: View, words: Labels, scale: ViewScale | None) -> Figure:
    ten, zero = own(words("my_views.ten")), own(words("my_views.zero"))
    safe_end = "ten"
    if scale is not None:
        child = view.reader_kind == _CHILD
        ten = typed((scale.child_ten if child else "") or scale.ten) or ten
        zero = typed((scale.child_zero if child else "") or scale.zero) or zero
        safe_end = "ten" if scale.ten_is_safe else "zero"
    picture = ScalePicture(ten, zero, (), safe_end="ten" if safe_end == "ten" else "zero")
    return Figure(own(words("my_views.cross")), picture, words("scale.describe"))


def how_to_report(view: View, words: Labels, profile: Profile) -> Section:
    """Say how a report is written, and where what is confidential goes: to the chair, not into the report."""
    return Section("how", own(words("agency_report.how")), words.wording("agency-report"))


def report_facts(view: View, words: Labels, profile: Profile) -> Section:
    """Give lines for who writes, about whom, and since when they have known the family."""
    labels = ("author", "agency", "contact", "children", "since", "seen", "shared")
    facts = tuple(
        _fact(words, f"agency_report.{name}", view.reader_name if name == "author" else "") for name in labels
    )
    return Section("who-writes", own(words("agency_report.who")), (Facts(facts),))


def report_columns(view: View, words: Labels, profile: Profile) -> tuple[Section, ...]:
    """Give the three columns in the authority's order, each with its questions and room to write."""
    parts = {
        "worried": ("past_harm", "complicating", "danger", "unknown"),
        "working_well": ("strengths", "existing_safety"),
        "needs_to_happen": ("goal", "steps", "own_part"),
    }
    return tuple(
        Section(
            name.replace("_", "-"),
            own(words(f"map.{name}")),
            tuple(Group(own(words(f"agency_report.{part}")), (Space(_LINES_OF_A_CHILD),)) for part in parts[name]),
        )
        for name in profile.columns
    )


def report_number(view: View, words: Labels, profile: Profile) -> Section:
    """Give the line from 0 to 10, and room for each child's own words."""
    blocks: tuple[Block, ...] = (
        _line(view, words, None),
        Space(2),
        Group(own(words("agency_report.child")), (Space(_LINES_OF_A_CHILD),)),
    )
    return Section("number", own(words("agency_report.number")), blocks)


def _fact(words: Labels, label: str, value: str) -> Fact:
    return Fact(words(label), typed(value) or own(words("page.to_fill")))


def _signed(words: Labels, label: str, value: str) -> Facts:
    return Facts((_fact(words, label, value), _fact(words, "my_views.date", "")))


def _voice(view: View, name: str) -> str:
    return f"{name}-child" if view.reader_kind == _CHILD else name
