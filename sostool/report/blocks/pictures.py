"""What pictures show, as plain data. Where it stands in the drawing is the formats' business."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sostool.report.blocks.line import Line


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's number on a scale. `before` is their number at the meeting before, if there was one."""

    name: str
    role: str
    score: float | None
    before: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScalePicture:
    """A 0 to 10 line with everybody's marks; `safe_end` says which end is the safe one."""

    ten: Line
    zero: Line
    marks: tuple[Mark, ...]
    safe_end: Literal["ten", "zero"] = "ten"


@dataclass(frozen=True, slots=True)
class Course:
    """One person's numbers over time: one for each of the picture's days, None where they gave none that day."""

    name: str
    role: str
    scores: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class CoursePicture:
    """A small line for each person over the days on which numbers were given, oldest first; gaps stay gaps.

    `labels` are the days written out, one for each of `days`.
    """

    days: tuple[dt.date, ...]
    labels: tuple[str, ...]
    courses: tuple[Course, ...]
    safe_end: Literal["ten", "zero"] = "ten"


@dataclass(frozen=True, slots=True)
class Friend:
    """Somebody of the network, and who they are to the family."""

    name: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring of the network: what being in it means, and who is."""

    meaning: str
    people: tuple[Friend, ...]


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """The children in the middle, and rings of who knows what around them, the nearest first."""

    children: tuple[str, ...]
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family. `generation` counts down: 0 are the children's grandparents, 1 their parents, 2 they."""

    name: str
    detail: str
    generation: int


@dataclass(frozen=True, slots=True)
class FamilyPicture:
    """Who lives with whom, and who is whose parent.

    `homes` lists who lives together, `parents` who is a parent of whom (parent, child), both by places in `people`.
    Somebody in no home stands alone: we do not know, or may not say, where they live.
    """

    people: tuple[Relative, ...]
    homes: tuple[tuple[int, ...], ...]
    parents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """One deadline on a line of days: counted from one, due on another, done on a third; None where it is not known.

    `detail` says in words how it stands; an `is_open` one is not done, so that after its day it grows later each day.
    """

    name: str
    detail: str
    start: dt.date | None = None
    due: dt.date | None = None
    happened: dt.date | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """Deadlines over one line of days, with today's mark.

    `ticks` are days with their labels, oldest first: the line runs from the first to the last, and holds every day
    of the spans. Today may lie outside of it.
    """

    today: dt.date
    today_label: str
    ticks: tuple[tuple[dt.date, str], ...]
    spans: tuple[Span, ...]


Picture: TypeAlias = ScalePicture | CoursePicture | NetworkPicture | FamilyPicture | TimelinePicture
