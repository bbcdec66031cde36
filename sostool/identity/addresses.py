"""Postcodes, and houses with their street."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sostool.identity.digits import Run
from sostool.identity.later import Later
from sostool.identity.sign import ADDRESS, POSTCODE, Sign

_POSTCODE = Later(r"(?<![^\W_])([A-Z]{1,2})\d[A-Z\d]?[ -]{0,2}\d([A-Z]{2})(?![^\W_])", re.IGNORECASE)
# The areas of the post. In small letters many words and figures have the shape of a postcode.
_AREAS = frozenset(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk "
    "fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng "
    "nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr "
    "ts tw ub w wa wc wd wf wn wr ws wv yo ze".split()
)
# Ordinals and hours; and the letters that no postcode has at its end.
_NO_LAST = frozenset(("st", "nd", "rd", "th", "hr"))
_NEVER_LAST = frozenset("cikmov")

_STREET = (
    r"(?:Road|Rd|Street|Str|St|Avenue|Ave|Av|Lane|Ln|Close|Cl|Court|Ct|Drive|Dr|Way|Walk|Crescent|Cres|Gardens|Gdns"
    r"|Garden|Terrace|Terr|Ter|Place|Pl|Square|Sq|Mews|Grove|Hill|Rise|View|Park|Green|Row|Parade|Path|Croft|Yard"
    r"|Gate|Fold|Bank|Mount|Vale|Wharf|Quay|Embankment|Circus|End|Meads?|Meadows?|Fields?|Garth|Cottages|Buildings"
    r"|Villas|Chase|Dene|Drove|Orchard|Paddock|Copse|Common|Broadway|Boulevard|Heath"
    r"|ROAD|STREET|AVENUE|LANE|CLOSE|COURT|DRIVE|road|rd|street|avenue|ave|lane|crescent|terrace|gardens|close|court)"
    r"(?!\w)"
)
_BLOCK = (
    r"(?:House|Towers?|Heights|Point|Lodge|Mansions|Hall|Building|Block|Apartments|Flats|Hostel|Estate|Site|Farm)(?!\w)"
)
_SMALL_STREET = (
    r"(?:road|rd|street|avenue|ave|lane|crescent|cres|terrace|gardens|gdns|close|court|drive|mews|grove)(?!\w)"
)
_NUMBER = r"\d{1,4}[A-Za-z]?(?:\s?[-/]\s?\d{1,4}[A-Za-z]?)?(?![\w])"
_NAME = r"(?:[^\W\d_a-z][\w'’.-]{0,30}\s{1,2}){1,4}"
_HOUSE = Later(rf"{_NUMBER},?\s{{1,2}}({_NAME}){_STREET}")
_SMALL = Later(rf"{_NUMBER},?\s{{1,2}}(?:the\s|st\s)?([a-z'’]{{3,20}})\s{_SMALL_STREET}")
_WELSH = Later(
    rf"{_NUMBER},?\s{{1,2}}(?:Heol|Ffordd|Stryd|Lôn|Rhodfa|Clos|Maes|Trem|Bryn|Cwrt|Parc)\s[\w'’]{{1,20}}"
    r"(?:\s(?:[A-ZŴŶ][\w'’]{1,20}|yr?))*"
)
_UNIT = r"(?:flat|apartment|apt|maisonette|unit|plot|pitch|caravan|bedsit|studio)"
_UNIT_BEFORE = Later(rf"(?<!\w){_UNIT}\s{{0,2}}(?:no\.?\s?|number\s)?\Z", re.IGNORECASE)
_IN_A_BLOCK = (
    rf",?\s{{1,2}}(?:(?:of|at|in)\s)?(?:{_NUMBER},?\s{{1,2}})?(?:{_NAME}(?:{_BLOCK}|{_STREET})|[^\W\d_a-z]\w{{2,30}},)"
)
_FLAT = Later(rf"\d{{1,4}}[A-Za-z]?{_IN_A_BLOCK}")
_FLAT_BY_LETTER = Later(rf"(?<!\w)[Ff]lat\s[A-Z]{_IN_A_BLOCK}")
_HOUSE_WORDS = tuple(
    "Cottage House Farm Lodge Villa Barn Bungalow Hall Mill Vicarage Rectory Manor Grange Farmhouse".split()
)
_NAMED = Later(rf"(?<!\w)(?:[^\W\d_a-z][\w'’-]{{1,20}}\s){{1,3}}(?:{'|'.join(_HOUSE_WORDS)}),\s{{1,2}}{_NAME}{_STREET}")
_NO_STREET_NAME = frozenset(
    "more other different main busy side long new whole same next every each minute minutes minute's minutes' min "
    "mins hour hours hour's mile miles metre metres yard yards times time people children kids boys girls adults cars "
    "nights days weeks months years way ways quiet dark narrow country nearby local cross across down crossing road "
    "street court close dead end one two and out from".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
# “Key Stage 2 Green Lane School”, “aged 7 Mia Close”: the figure belongs to what stands before it.
_COUNTED = Later(
    r"(?<![A-Za-z])(?:years?|stage|class|room|group|page|section|level|band|tier|route|bus|aged?|scored?|gave|rated"
    r"|chapter|question|week|day|grade|season|part|step|version|junction|on the|platform|ward)\.?\s{1,2}\Z",
    re.IGNORECASE,
)
_YEAR = Later(r"(?:19|20)\d\d(?!\d)")
_MOST_FIGURES = 4
_TOWN = Later(r"((?:,?\s{1,2}[^\W\d_a-z][\w'’-]{1,30}){1,5}),?\s{1,3}")
_LONGEST_TOWN = 90
_LONGEST_HOUSE = 60


def addresses(text: str, figures: Sequence[Run]) -> Iterator[Sign]:
    """Give the postcodes of a text, and its houses with their street: with the town where a postcode follows it."""
    codes = list(_postcodes(text, figures))
    yield from codes
    starts = [code.start for code in codes]
    for start, end in _houses(text, figures):
        following = bisect_left(starts, end)
        town = None
        if following < len(starts) and starts[following] - end < _LONGEST_TOWN:
            town = _TOWN.fullmatch(text, end, starts[following])
        yield Sign(ADDRESS, start, town.end(1) if town else end)


def _postcodes(text: str, figures: Sequence[Run]) -> Iterator[Sign]:
    for start, _ in figures:
        if not text[start - 1 : start].isalpha():
            continue
        code = _POSTCODE.match(text, start - 1) or (_POSTCODE.match(text, start - 2) if start > 1 else None)
        if code is None:
            continue
        area, last = code[1].lower(), code[2].lower()
        if code[0].isupper() or (area in _AREAS and last not in _NO_LAST and _NEVER_LAST.isdisjoint(last)):
            yield Sign(POSTCODE, *code.span())


def _houses(text: str, figures: Sequence[Run]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in figures:
        if start < reached or end - start > _MOST_FIGURES or text[start - 1 : start] in tuple("£$€.:/-_"):
            continue
        place = _flat(text, start) or _house(text, start)
        if place:
            yield place
            reached = place[1]
    by_letter = text.find("lat ")
    while by_letter > 0:
        flat = _FLAT_BY_LETTER.match(text, by_letter - 1)
        if flat:
            yield flat.start(), flat.end() - (text[flat.end() - 1] == ",")
        by_letter = text.find("lat ", by_letter + 1)
    comma = text.find(", ")
    while comma >= 0:
        if text[comma + 2 : comma + 3].isupper() and text.endswith(_HOUSE_WORDS, 0, comma):
            before = max(0, comma - _LONGEST_HOUSE)
            house = _NAMED.search(text, before, comma + _LONGEST_TOWN)
            if house:
                yield house.span()
        comma = text.find(", ", comma + 1)


def _flat(text: str, start: int) -> tuple[int, int] | None:
    unit = _UNIT_BEFORE.search(text, max(0, start - 20), start) if text[start - 1 : start] in (" ", ".", "t") else None
    flat = _FLAT.match(text, start) if unit else None
    return (unit.start(), flat.end() - (text[flat.end() - 1] == ",")) if unit and flat else None


def _house(text: str, start: int) -> tuple[int, int] | None:
    house = _HOUSE.match(text, start)
    name = house[1].split()[0].strip(".,").lower() if house else ""
    if house is None:
        house = _SMALL.match(text, start)
        name = house[1] if house else ""
    if house is None:
        house = _WELSH.match(text, start)
    if house is None or name in _NO_STREET_NAME or name in _MONTHS or _YEAR.match(text, start):
        return None
    return None if _COUNTED.search(text, max(0, start - 20), start) else house.span()
