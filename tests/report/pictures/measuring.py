"""What tests of all pictures ask: how much room texts and marks take, and names that break a careless layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from itertools import combinations

from hypothesis import strategies as st

from sostool.report.pictures.drawing import Box, Label, Text, extent, meet

names = st.one_of(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCW ", min_size=1, max_size=40),
    st.sampled_from(
        [
            "Mia",
            "",
            "W" * 60,
            "Ann " * 75,
            "👩‍👩‍👧 👶🏽",
            "محمد عبد الرحمن",
            "王小明",
            "﷽",
            "Bartholomew Featherstonehaugh-Wolmsley",
        ]
    ),
)


def texts_in(value: object) -> list[Text]:
    """Find all texts in a drawing."""
    if isinstance(value, Text):
        return [value] if value.lines else []
    if isinstance(value, tuple):
        return [text for part in value for text in texts_in(part)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts_in(getattr(value, field.name))]
    return []


def box_of(label: Label) -> Box | None:
    """Give the room that a name and what stands under it take, if there is any."""
    boxes = [extent(text) for text in (label.name, label.detail) if text.lines]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def met(boxes: Iterable[Box]) -> list[tuple[Box, Box]]:
    """Give each two boxes that overlap."""
    return [pair for pair in combinations(boxes, 2) if meet(*pair)]


def outside(boxes: Iterable[Box], width: float, height: float) -> list[Box]:
    """Give the boxes that do not lie in a picture of this size."""
    return [box for box in boxes if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]


def lines_of(text: Text) -> list[str]:
    """Give a text's lines without their places."""
    return [line for _, line in text.lines]


def words_of(texts: Iterable[Text]) -> str:
    """Give all that some texts say, without spaces."""
    return "".join("".join(lines_of(text)) for text in texts).replace(" ", "")
