"""How a class body declares its keys: `ten = key.text("What 10 means.", "Nobody is hit.")`.

Each function returns the declaration, typed as the value it will hold. `doc` and `example` go into the JSON
Schema; `name` is the key in the file where Python cannot spell it (`from`, `with`, `if`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar, cast

from sostool.yamlfile.kinds import Choice, Day, Id, ListOf, Matching, Number, Text, To, When, Words, YesNo
from sostool.yamlfile.parts import ByIdKind, ItemsKind, Key, Part, PartKind

P = TypeVar("P", bound=Part)


def text(doc: str, example: str, *, name: str = "") -> str:
    """A key with plain text."""
    return cast("str", Key(Text(), doc, example, empty="", name=name))


def texts(doc: str, example: list[str]) -> tuple[str, ...]:
    """A key with one or more plain texts."""
    return cast("tuple[str, ...]", Key(ListOf(Text()), doc, example, empty=()))


def matching(
    pattern: str, wanted: str, mend: str, doc: str, example: Any, *, required: bool = False, name: str = ""
) -> str:
    """A key with a text of fixed shape."""
    return cast("str", Key(Matching(pattern, wanted, mend), doc, example, empty="", required=required, name=name))


def matching_some(pattern: str, wanted: str, mend: str, doc: str, example: list[str]) -> tuple[str, ...]:
    """A key with one or more texts of fixed shape."""
    return cast("tuple[str, ...]", Key(ListOf(Matching(pattern, wanted, mend)), doc, example, empty=()))


def choice(
    doc: str, *values: str, example: str = "", required: bool = False, empty: str = "", mark: bool = False
) -> str:
    """A key with one word of a list."""
    return cast("str", Key(Choice(*values), doc, example or values[0], empty=empty, required=required, mark=mark))


def choices(doc: str, *values: str, example: list[str] | None = None) -> tuple[str, ...]:
    """A key with one or more words of a list."""
    return cast("tuple[str, ...]", Key(ListOf(Choice(*values)), doc, example or [values[0]], empty=()))


def yes_no(doc: str, *, example: bool = True, mark: bool = False) -> bool | None:
    """A key with true or false; None where it is not said."""
    return cast("bool | None", Key(YesNo(), doc, example, mark=mark))


def whole(
    doc: str, least: int, most: int, example: int, *, required: bool = False, empty: int | None = None
) -> int | None:
    """A key with a whole number."""
    return cast("int | None", Key(Number(least, most), doc, example, required=required, empty=empty))


def score(doc: str, example: float) -> float | None:
    """A key with a number from 0 to 10, halves allowed."""
    return cast("float | None", Key(Number(0, 10, halves=True), doc, example))


def day(doc: str, example: str, *, required: bool = False) -> dt.date | None:
    """A key with a date to the day."""
    return cast("dt.date | None", Key(Day(), doc, example, required=required))


def days(doc: str, example: list[str]) -> tuple[dt.date, ...]:
    """A key with several dates to the day."""
    return cast("tuple[dt.date, ...]", Key(ListOf(Day()), doc, example, empty=()))


def when(doc: str, example: str) -> When | None:
    """A key with a date that may be known to the month or year only."""
    return cast("When | None", Key(Day(partial=True), doc, example))


def whens(doc: str, example: list[str]) -> tuple[When, ...]:
    """A key with several such dates."""
    return cast("tuple[When, ...]", Key(ListOf(Day(partial=True)), doc, example, empty=()))


def own_id(kind: str, doc: str, example: str) -> str:
    """The id that this part has."""
    return cast("str", Key(Id(kind), doc, example, empty=""))


def to(kind: str, doc: str, example: str, *, free_text: bool = False, name: str = "", mark: bool = False) -> str:
    """A key with the id of something else in the file."""
    return cast("str", Key(To(kind, free_text=free_text), doc, example, empty="", name=name, mark=mark))


def to_some(
    kind: str,
    doc: str,
    example: list[str],
    *,
    also: tuple[str, ...] = (),
    free_text: bool = False,
    name: str = "",
    mark: bool = False,
) -> tuple[str, ...]:
    """A key with ids of other things in the file."""
    return cast(
        "tuple[str, ...]",
        Key(ListOf(To(kind, also=also, free_text=free_text)), doc, example, empty=(), name=name, mark=mark),
    )


def part(of: type[P], doc: str, example: Any, *, required: bool = False, mark: bool = False) -> P | None:
    """A key with a part of its own."""
    return cast("P | None", Key(PartKind(of), doc, example, required=required, mark=mark))


def parts(of: type[P], doc: str, example: Any, *, name: str = "") -> tuple[P, ...]:
    """A key with a list of parts."""
    return cast("tuple[P, ...]", Key(ItemsKind(of), doc, example, empty=(), name=name))


def parts_by_id(of: type[P], reserved: tuple[str, ...], reserved_shape: str, doc: str, example: Any) -> dict[str, P]:
    """A key with parts by their short ids; some ids, and those of one shape, have a meaning of their own."""
    return cast("dict[str, P]", Key(ByIdKind(of, reserved, reserved_shape), doc, example, empty={}))


def words(doc: str, example: dict[str, str], *known: str) -> dict[str, str]:
    """A key with named texts."""
    return cast("dict[str, str]", Key(Words(known), doc, example, empty={}))
