"""Days as people write them in a text: in figures, with the month in words, with the day in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sostool.identity.folding import folded
from sostool.pseudonymise.everyday import MONTHS
from sostool.pseudonymise.words import folded_with_places

# Welsh with what follows “o”, Polish as it stands beside a day and by itself, Arabic of Egypt and of the Levant.
_OTHER_MONTHS = (
    "ionawr ion styczen stycznia sty يناير",
    "chwefror chwe luty lutego lut فبراير شباط",
    "mawrth fawrth maw marzec marca مارس آذار",
    "ebrill ebr kwiecien kwietnia kwi أبريل ابريل نيسان",
    "mai fai maj maja مايو أيار",
    "mehefin fehefin meh czerwiec czerwca cze يونيو حزيران",
    "gorffennaf orffennaf gor lipiec lipca lip يوليو تموز",
    "awst sierpien sierpnia sie أغسطس آب",
    "medi fedi med wrzesien wrzesnia wrz سبتمبر أيلول",
    "hydref hyd pazdziernik pazdziernika paz أكتوبر",
    "tachwedd dachwedd tach listopad listopada lis نوفمبر",
    "rhagfyr ragfyr rhag grudzien grudnia gru ديسمبر",
)
_MONTHS = MONTHS | {folded(name): number for number, names in enumerate(_OTHER_MONTHS, 1) for name in names.split()}
_ENGLISH = {number: name.title() for name, number in reversed(MONTHS.items())}
_ROMAN = {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DAYS = {name: number for number, name in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
_DAYS |= {
    f"{tens}{between}{_ORDINALS[one]}": first + one
    for tens, first, ones in (("twenty", 21, 9), ("thirty", 31, 1))
    for one in range(ones)
    for between in ("-", " ", "")
}


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))


_NAME = rf"(?P<name>(?:{_one_of(_MONTHS)})(?![^\W\d_]))\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ANY_YEAR = r"(?P<year>(?:19|20)\d\d|['’]?\d\d)"
_MARK = r"\s?[./_,-]\s?"
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th|\.|-?go|ain|fed|il|ydd|eg|af)?|(?:{_one_of(_DAYS)})\b)"
_GAP = r"(?:[\s,./_-]{1,3}|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d))"
_OF = r"(?:(?:day\s)?of\s(?:the\s)?|o\s)?"
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}(?P<rest>{_YEAR}{_MARK}(?P<month>\d{{1,2}})){_MARK}(?P<day>\d{{1,2}})(?!\d)",
        rf"{_BEFORE}(?P<rest>{_YEAR}\s(?P<month>\d\d))\s(?P<day>\d\d){_AFTER}",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_MARK}(?P<rest>(?P<month>\d{{1,2}}){_MARK}{_ANY_YEAR})(?!\d)",
        rf"{_BEFORE}(?P<day>\d{{1,2}})\s(?P<rest>(?P<month>\d{{1,2}})\s{_YEAR}){_AFTER}",
        rf"{_BEFORE}(?P<day>\d\d)(?P<rest>(?P<month>\d\d)(?P<year>(?:19|20)?\d\d)){_AFTER}",
        rf"{_BEFORE}(?P<rest>{_YEAR}(?P<month>\d\d))(?P<day>\d\d){_AFTER}",
        rf"{_BEFORE}(?P<day>\d{{1,2}})[\s./-]{{1,2}}(?P<rest>(?P<roman>{_one_of(_ROMAN)})[\s./-]{{1,2}}{_YEAR}){_AFTER}",
        rf"{_BEFORE}{_DAY}{_GAP}{_OF}(?P<rest>{_NAME}(?:(?:{_GAP}(?:of\s|in\s)?){_ANY_YEAR})?)(?!\d)",
        rf"{_BEFORE}{_NAME}{_GAP}(?:the\s)?{_DAY}(?:{_GAP}{_YEAR})?(?!\d)",
        rf"{_BEFORE}(?P<rest>{_YEAR}{_GAP}{_NAME}){_GAP}(?:the\s)?{_DAY}(?!\d)",
        r"(?<![\w/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\w/])",
    )
)
_PART = re.compile(rf"\d+|(?<![^\W\d_])(?:(?:{_one_of(_DAYS)})\b|(?:{_one_of(_MONTHS)})(?![^\W\d_]))")
# A day and a year with a word between them that may be a month of any language.
_STRANGE = re.compile(r"(?<![^\W_])(\d{1,2})\W{1,3}(?:[^\W\d_]{1,2}\W{1,2})?([^\W\d_]{3,})\W{1,3}((?:19|20)\d\d)(?!\d)")
_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | {"\u2044": "/", "\u2215": "/"}
)
# The three parts of a day stand in so many letters, and among so many figures and months.
_REACH, _MOST_PARTS = 32, 4
_THREE = 3


class Written(NamedTuple):
    """A day in a text: where it stands, its numbers (the year as far as it is told), and the same without the day."""

    start: int
    end: int
    day: int
    month: int
    year: str
    rest: str


def written_days(text: str) -> list[Written]:
    """Give every stretch of a text that reads as a day, read with the day before the month, in order."""
    even, places = _even(text)
    days = []
    for pattern in _WRITTEN:
        for found in pattern.finditer(even):
            parts = found.groupdict()
            span = found.span("rest") if "rest" in parts else found.span("name") if parts.get("name") else (0, 0)
            rest = " ".join(text[places[span[0]] : places[span[1]]].split())
            year = (parts.get("year") or "").lstrip("'’")
            month = _MONTHS.get(parts.get("name") or "") or _ROMAN.get(parts.get("roman") or "") or int(parts["month"])
            if "rest" not in parts:
                rest = " ".join(filter(None, (rest or _ENGLISH.get(month, ""), year)))
            start, end = places[found.start()], places[found.end() - 1] + 1
            days.append(Written(start, end, _number(parts["day"]), month, year, rest))
    return sorted(days, key=lambda day: (day.start, -day.end))


def scattered_days(text: str) -> Iterator[tuple[int, int, frozenset[tuple[int, int, int]]]]:
    """Give the stretches that hold a day, a month and a year in whatever order, with all readings of each.

    Yields:
        Where it stands, and each (day, month, year) it may mean.
    """
    even, places = _even(text)
    parts = list(_PART.finditer(even))
    for at, first in enumerate(parts):
        here = [part for part in parts[at : at + _MOST_PARTS] if part.end() - first.start() <= _REACH]
        for size in range(_THREE, len(here) + 1):
            ways = frozenset(_readings([part[0] for part in here[:size]]))
            if ways:
                yield places[first.start()], places[here[size - 1].end() - 1] + 1, ways


def strange_days(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Give where a word that is no month we know stands between a day and a year, with the day and the year."""
    even, places = _even(text)
    for found in _STRANGE.finditer(even):
        if found[2] not in _MONTHS:
            yield places[found.start()], places[found.end() - 1] + 1, int(found[1]), int(found[3])


def _readings(parts: list[str]) -> Iterator[tuple[int, int, int]]:
    """Read the first, the last and one part between them in every order."""
    for middle in parts[1:-1]:
        three = [parts[0], middle, parts[-1]]
        for place, year in enumerate(three):
            if not (year.isdecimal() and len(year) == 4 and year[:2] in ("19", "20")):  # noqa: PLR2004
                continue
            one, other = three[:place] + three[place + 1 :]
            for day, month in ((one, other), (other, one)):
                number = _MONTHS.get(month) or (int(month) if month.isdecimal() else 0)
                if number and day not in _MONTHS:
                    yield _number(day), number, int(year)


def _number(day: str) -> int:
    named = _DAYS.get(day)
    return named if named is not None else int(re.match(r"\d+", day)[0])  # type: ignore[index]


def _even(text: str) -> tuple[str, list[int] | range]:
    """Fold a text and write all its figures in one script; give the place of each letter, and of the end."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    even, places = folded_with_places(text)
    return re.sub(r"\d", lambda figure: str(int(figure[0])), even.translate(_DASHES)), places
