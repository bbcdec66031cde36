"""Invented names and numbers: made so that anybody can tell them from real ones, and that they reach nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

# By what somebody is: the first letter tells it, and no name here is one that people bear, as far as we know.
_NAMES = {
    "C": "Cadrel Cobbin Cestry Cimlo Corvy Culven Caspo Crendy Cavro Clemby Ciddo Crosk",
    "P": "Pellam Porrin Pundry Pimlo Prendel Pavvo Pokely Pettrin Piskel Plomer Pulwen Pranno",
    "N": "Nembry Nolliver Nattock Nivven Nunnel Nessock Norbel Navrey Niddo Nogan Nympel Nettrin",
    "W": "Wendrel Wobbin Wattrin Wundle Wimbro Wexnor Withel Wobrick Wandry Wisken Wopler Wernol",
    "H": "Hobrin Heffel Hundry Hasko Himbrel Hovvey",
    "O": "Ombrel Oskin Ovrey Olluck Undrel Oddrin",
}
_GROUPS = {
    "child": "C",
    "parent": "P",
    "carer": "P",
    "partner": "P",
    "network": "N",
    "social-worker": "W",
    "practitioner": "W",
    "manager": "W",
    "chair": "W",
    "supporter": "H",
    "advocate": "H",
    "interpreter": "H",
}
_SURNAMES = "Exbarn Exlow Exdrum Exholt Exfen Exrigg Exmorr Exthorn Exbeck Exgill Exwyn Exnott".split()
_PLACES = "Exwold Exvale Exmarl Exhurn Exsand Exloch Exglen Exdell Excray Extarn Exmead Exharrow".split()
_NUMBERED = re.compile(r"\d+\Z")
# Numbers that Ofcom keeps free for films and plays: of mobiles, and of no area.
_MOBILE, _LANDLINE = "07700 900{:03}", "01632 960{:03}"
_NUMBERS_KEPT_FREE = 1000


class Invented:
    """Gives invented names and numbers, none of them twice, and none that stands in the file already.

    What it gives depends on the file alone: the same file gets the same names again.

    Args:
        stands: tells whether a word, in small letters, or a number stands in the file.
    """

    def __init__(self, stands: Callable[[str], bool]) -> None:
        self._stands = stands
        self._given: dict[str, int] = {}
        self._kept: dict[tuple[str, str], str] = {}

    def name(self, role: str) -> str:
        """Give a name for somebody of a role."""
        group = _GROUPS.get(role, "O")
        return self._next(group, _NAMES[group].split())

    def surname(self) -> str:
        """Give a surname."""
        return self._next("surname", _SURNAMES)

    def place(self, typed: str) -> str:
        """Give a name for a place or a school: for the same words the same one."""
        return self._once("place", typed, lambda: self._next("place", _PLACES))

    def id(self, role: str, near: Callable[[str], bool]) -> str:
        """Give an id for somebody of a role; `near` tells which ids could be mistaken for something else."""
        base = role or "person"
        return self._numbered(f"id {base}", lambda number: f"{base}-{number}", near)

    def own_id(self, kind: str) -> str:
        """Give an id for a danger, a past harm, a bottom line or another item."""
        base = kind.replace(" ", "-")
        return self._numbered(f"id {base}", lambda number: f"{base}-{number}", lambda _: False)

    def reference(self) -> str:
        """Give a reference."""
        return self._numbered("reference", lambda number: f"EX-{number:04}", lambda _: False)

    def of_kind(self, kind: str, typed: str) -> str:
        """Give what comes in the place of a number or an address: for the same one the same."""
        digits = re.sub(r"\D", "", typed)
        if kind == "telephone":
            national = "0" + re.sub(r"^(?:00)?44(?=\d{9})", "", digits).lstrip("0")
            line = _MOBILE if national.startswith("07") else _LANDLINE
            return self._once(
                kind, national, lambda: self._numbered(line, lambda number: line.format(number % _NUMBERS_KEPT_FREE))
            )
        same = re.sub(r"[\W_]", "", typed).lower()
        return self._once(kind, same, lambda: self._numbered(kind, _MADE.get(kind, "number-{}".format)))

    def _once(self, kind: str, same: str, make: Callable[[], str]) -> str:
        if (kind, same) not in self._kept:
            self._kept[kind, same] = make()
        return self._kept[kind, same]

    def _next(self, what: str, of: Collection[str]) -> str:
        names = list(of)
        count = self._given.get(what, 0)
        while True:
            name = names[count % len(names)] + (str(count // len(names) + 1) if count >= len(names) else "")
            count += 1
            if not self._stands(_NUMBERED.sub("", name).lower()) or (
                count > len(names) and not self._stands(name.lower())
            ):
                self._given[what] = count
                return name

    def _numbered(self, what: str, write: Callable[[int], str], barred: Callable[[str], bool] = lambda _: False) -> str:
        number = self._given.get(what, 0) + 1
        while number < self._given.get(what, 0) + _NUMBERS_KEPT_FREE and (
            self._stands(write(number).lower()) or barred(write(number))
        ):
            number += 1
        self._given[what] = number
        return write(number)


def _nhs_number(number: int) -> str:
    """Give a number of the range 999, which the NHS keeps for tests, with its check digit."""
    while True:
        digits = f"999{number % 1_000_000:06}"
        check = (
            11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        ) % 11
        if check <= 9:  # noqa: PLR2004 - ten has no digit, so such a number is never given
            return f"999 {digits[3:6]} {digits[6:]}{check}"
        number += 100_000


_MADE: dict[str, Callable[[int], str]] = {
    "email": "person{}@example.org".format,
    # There is no postcode area ZZ, no registration that starts with II, and no insurance number that starts with QQ.
    "postcode": lambda number: f"ZZ{number // 10 % 100} {number % 10}ZZ",
    "nhs number": _nhs_number,
    "address": "{} Example Street".format,
    "registration": lambda number: f"II{number % 100:02} ZZZ",
    "website": "example.org/{}".format,
    "national insurance": lambda number: f"QQ {number // 10000 % 100:02} {number // 100 % 100:02} {number % 100:02} A",
}
