"""One entry of the map, of the plan, or of what happened before, as one reader may have it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sostool.yamlfile.kinds import When


@dataclass(frozen=True, slots=True)
class Hearing:
    """For practitioners and the chair: in front of whom an item must not be said, or whom alone it is for."""

    not_in_front_of: tuple[str, ...] = ()
    only_in_front_of: tuple[str, ...] = ()


NO_LIMIT = Hearing()


@dataclass(frozen=True, slots=True)
class ViewItem:
    """An entry of the map, of the plan, or of what happened before."""

    what: str
    none: bool = False
    date: When | None = None
    dates: tuple[When, ...] = ()
    due: dt.date | None = None
    done: dt.date | None = None
    result: str = ""
    children: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    seen_by: tuple[str, ...] = ()
    how_we_know: str = ""
    impact: tuple[ViewImpact, ...] = ()
    when: str = ""
    check: tuple[str, ...] = ()
    check_how: str = ""
    check_hearing: Hearing = NO_LIMIT
    if_not: str = ""
    review_on: dt.date | None = None
    used: tuple[ViewUsed, ...] = ()
    condition: str = ""
    answer: str = ""
    why: str = ""
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewUsed:
    """One time a rule was used."""

    date: dt.date | None
    who: tuple[str, ...]
    worked: bool | None
    what: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewImpact:
    """What something was like for a child."""

    child: str
    what: str
    said_by: tuple[str, ...]
    hearing: Hearing = NO_LIMIT
