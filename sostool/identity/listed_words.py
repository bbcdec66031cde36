"""Words that somebody has listed, found in a text however they are spelt there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sostool.identity.folded_text import APOSTROPHE, MARKUP, FoldedText
from sostool.identity.folding import folded

_TELEPHONE = re.compile(r"\+?[\d\s()./\u2010-\u2015-]{7,}")
_TELEPHONE_INSIDE = re.compile(r"(?<![\w])\+?\(?\d[\d\s()./\u2010-\u2015-]{8,}\d(?!\w)")
_POSTCODE = re.compile(r"(?<![^\W_])([a-z]{1,2}\d[a-z\d]?)[\s-]*(\d[a-z]{2})(?![^\W_])")
_HOUSE = re.compile(r"(?<!\w)(\d{1,4}[a-z]?)\s+([^\W\d_][^\d_]*)\Z")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")

_INSIDE_A_WORD = f"['{APOSTROPHE}{MARKUP}]*"
_BETWEEN_WORDS = r"[\W_]*"
_IN_NUMBER = r"[\W_]{0,6}"
# A house may stand after its street, or before it with a small word between.
_OF = rf"(?:{_BETWEEN_WORDS}(?:in|of|on|at))?"
_NUMBER = r"(?:no|nr|number|house|flat)"
# A name this many words away from a street tells who lives there.
_NEAR = r"(?:[\W_]+[^\W_]+){0,6}?[\W_]+"

_SHORT_FORMS = (
    "apartment apt", "avenue ave av", "close cl", "court ct crt", "crescent cres cresc", "drive dr drv", "gardens gdns",
    "grove gr grv", "house hse", "lane ln", "mount mt", "park pk", "place pl", "road rd", "saint st street str",
    "square sq", "terrace terr ter", "walk wk",
)  # fmt: skip
_FORMS = {word: forms.split() for forms in _SHORT_FORMS for word in forms.split()}
_STREETS = frozenset(word for forms in _SHORT_FORMS for word in forms.split()) - {"saint", "apartment", "apt", "mount"}


class Spelling(NamedTuple):
    """One way in which words may stand in a folded text.

    `needs` are letters and digits that stand in the text's letters alone wherever the pattern is found: to look for
    them is many times quicker.
    """

    needs: tuple[str, ...]
    pattern: re.Pattern[str]

    def is_in(self, text: FoldedText) -> bool:
        """Tell whether a text holds it."""
        return all(need in text.letters for need in self.needs) and self.pattern.search(text.text) is not None


def holds_any(text: str | FoldedText, words: Iterable[str], names: frozenset[str] = frozenset()) -> bool:
    """Tell whether a text holds any of the words, whatever the case, accents, spaces and way of writing a number.

    Args:
        text: where to look.
        words: such as a place, an address, a number; one entry may hold several parts, with commas between them.
        names: surnames, or what else people are called by. Near one of them the street of a listed address is found
            without its number, too.
    """
    in_text = FoldedText.of(text) if isinstance(text, str) else text
    return any(spelling.is_in(in_text) for wanted in words for spelling in spellings_of(wanted, names))


def holds_street(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds the street of a listed address, with its house or without, whoever is near it."""
    in_text = FoldedText.of(text)
    streets = (street for wanted in words for _, street in _streets(_parts_of_an_address(folded(wanted))) if street)
    return any(spelling.is_in(in_text) for street in streets for spelling in _given(_words(street)))


@lru_cache(maxsize=256)
def spellings_of(wanted: str, names: frozenset[str] = frozenset()) -> tuple[Spelling, ...]:
    """Give the ways in which a listed entry may stand in a text; none where there is no letter or digit in it.

    Spaces and marks between words may be others or missing, an apostrophe may stand anywhere in a word, and an
    s may follow. At both ends a word or a number has to end: Ash is not in washing, nor Flat 1 in Flat 12.

    Of an address each part that tells where somebody lives is looked for by itself: house and street, postcode,
    telephone. A street alone is not, but it is near one of the names, or near the name that the entry begins with.
    """
    plain = folded(wanted)
    if _TELEPHONE.fullmatch(plain.strip()):
        number = _telephone(plain)
        return () if number is None else (number,)
    whole = _words(plain)
    if whole is None:
        return ()
    return tuple({spelling.pattern.pattern: spelling for spelling in (whole, *_parts(plain, names))}.values())


def _parts(plain: str, names: frozenset[str]) -> Iterator[Spelling]:
    for number in _TELEPHONE_INSIDE.findall(plain):
        if (found := _telephone(number)) is not None:
            yield found
    for start, end in _POSTCODE.findall(plain):
        yield from _given(_words(f"{start} {end}"))
    parts = _parts_of_an_address(plain)
    called = [part for part in parts if not any(letter.isdigit() for letter in part) and not _is_street(part)]
    # Only what stands before the first street is a name; what follows it is a town.
    before = parts[: next((at for at, part in enumerate(parts) if _is_street(part) or _HOUSE.search(part)), 0)]
    near = {part.strip() for part in called if part in before} | {folded(name) for name in names}
    for house, street in _streets(parts):
        if house and not any(letter.isdigit() for letter in house.string[: house.start()]):
            near.add(house.string[: house.start()].strip())
        if house:
            yield from _house(house[1], house[2])
        if street:
            yield from (spelling for name in sorted(near) for spelling in _near(street, name))


def _parts_of_an_address(plain: str) -> list[str]:
    return [part for part in re.split(r"[,;\n]+", _POSTCODE.sub(",", plain)) if part.strip()]


def _streets(parts: list[str]) -> Iterator[tuple[re.Match[str] | None, str]]:
    """Give each part's house with its street, and the street alone where the entry holds more than that."""
    for part in parts:
        house = _HOUSE.search(part)
        street = house[2] if house else part if _is_street(part) else ""
        yield house, street if house or len(parts) > 1 else ""


def _is_street(part: str) -> bool:
    words = part.split()
    return len(words) > 1 and words[-1] in _STREETS and not any(letter.isdigit() for letter in part)


def _house(number: str, street: str) -> Iterator[Spelling]:
    yield from _given(_words(f"{number} {street}"))
    before, after = _pattern(_TOKEN.findall(number)), _pattern(_TOKEN.findall(street))
    if after:
        needs = (*_needs(number), *_needs(street))
        yield Spelling(needs, _bounded(f"{before}{_OF}{_BETWEEN_WORDS}{after}", number, street))
        yield Spelling(needs, _bounded(f"{after}{_BETWEEN_WORDS}{_NUMBER}{_BETWEEN_WORDS}{before}", street, number))


def _near(street: str, name: str) -> Iterator[Spelling]:
    there, who = _pattern(_TOKEN.findall(street)), _pattern(_TOKEN.findall(name))
    if there and who:
        needs = (*_needs(street), *_needs(name))
        possessive = f"(?:{_INSIDE_A_WORD}s)?"
        yield Spelling(needs, _bounded(f"{who}{possessive}{_NEAR}{there}", name, street))
        yield Spelling(needs, _bounded(f"{there}{possessive}{_NEAR}{who}", street, name))


def _given(spelling: Spelling | None) -> tuple[Spelling, ...]:
    return () if spelling is None else (spelling,)


def _telephone(plain: str) -> Spelling | None:
    digits = "".join(re.findall(r"\d", plain))
    core = re.sub(r"^(?:00)?44(?=\d{9,})", "", digits).lstrip("0")
    if not core:
        return None
    return Spelling(
        (core,),
        re.compile(rf"(?<!\d)(?:\+?(?:00)?44{_IN_NUMBER})?\(?0?{_IN_NUMBER}{_IN_NUMBER.join(core)}(?!\d)"),
    )


def _words(plain: str) -> Spelling | None:
    tokens = _TOKEN.findall(plain)
    return Spelling(_needs(plain), _bounded(_pattern(tokens), plain, plain)) if tokens else None


def _pattern(tokens: list[str]) -> str:
    return _BETWEEN_WORDS.join(_token(token) for token in tokens)


def _token(token: str) -> str:
    if token[0].isdigit():
        return _BETWEEN_WORDS.join(token)
    forms = _FORMS.get(token, [token])
    spelt = "|".join(_INSIDE_A_WORD.join(form) for form in forms)
    return f"(?:{spelt})" if len(forms) > 1 else spelt


def _needs(plain: str) -> tuple[str, ...]:
    """Give the letters that no spelling lacks: all but words that have a short form."""
    return tuple(dict.fromkeys(token for token in _TOKEN.findall(plain) if token not in _FORMS))


def _bounded(pattern: str, first: str, last: str) -> re.Pattern[str]:
    """Let a pattern begin and end where a word or a number does."""
    starts_in_digits, ends_in_digits = _TOKEN.findall(first)[0].isdigit(), _TOKEN.findall(last)[-1].isdigit()
    start = r"(?<!\d)" if starts_in_digits else r"(?<![^\W\d_])"
    end = r"(?!\d)" if ends_in_digits else rf"(?:{_INSIDE_A_WORD}s)?(?![^\W\d_])"
    return re.compile(start + pattern + end)
