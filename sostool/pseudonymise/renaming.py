"""What each value of a case file says in the copy."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from sostool.case.model.meeting import NOT_KNOWN
from sostool.identity.listed_words import spellings_of
from sostool.identity.signs import signs
from sostool.pseudonymise.births import month_of, month_when_due, written_births
from sostool.pseudonymise.ids import NewIds
from sostool.pseudonymise.invented import Invented
from sostool.pseudonymise.known import TAKEN, Known, Spot, apart, without
from sostool.pseudonymise.listed import Listed
from sostool.pseudonymise.people import NAME, learn_people
from sostool.pseudonymise.places import PLACE, learn_agency, learn_places, learn_school, phrase_in_place_of, says_which
from sostool.pseudonymise.words import folded_with_places, words
from sostool.pseudonymise.writing import replaced
from sostool.yamlfile.kinds import Day, Id, Matching, Text, To

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.case.model import Case
    from sostool.mend.values import Value

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?\Z")
_LONG_NUMBER = re.compile(r"\d(?:[\s()./-]{0,2}\d){4,}")
_LONG_ENOUGH = 4
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
REFERENCE, ID, BIRTH = "reference", "id", "date of birth"


def file_name(reference: str, date: str) -> str:
    """Give the name of a copy: its reference and the day of its meeting, so that one copy can follow another."""
    return f"{'-'.join(filter(None, (reference, date)))}.pseudonymised.yaml"


class Change(NamedTuple):
    """What a value says in the copy: its stretches that are replaced, and whether it is a text that was typed."""

    old: str
    spots: tuple[Spot, ...]
    is_text: bool = False

    @classmethod
    def whole(cls, old: str, new: str, kind: str = ID) -> Change:
        """Replace a whole value; without its spaces, so that it can be found in the file."""
        start = len(old) - len(old.lstrip())
        return cls(old, (Spot(start, len(old.rstrip()), new, kind),) if old.strip() else ())

    @property
    def value(self) -> str:
        """What it says in the copy."""
        return replaced(self.old, self.spots)

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """Where what is invented stands in it."""
        stretches = []
        grown = 0
        for spot in self.spots:
            start = spot.start + grown
            stretches.append((start, start + len(spot.new)))
            grown += len(spot.new) - (spot.end - spot.start)
        return stretches


class Renaming:
    """Everything that is replaced in one file.

    Args:
        case: the case.
        values: every single value of its file.
        reference: the reference of the copy, if not an invented one.
    """

    def __init__(self, case: Case, values: list[Value], reference: str) -> None:
        self._case, self._values = case, values
        typed = [value.node.value for value in values]
        standing = {word.plain for text in typed for word in words(text)} | {text.lower() for text in typed}
        standing |= {person.lower() for person in case.people}
        every = "\n".join(typed).lower()
        self._invented = Invented(lambda new: new in standing or (not new.isalpha() and new in every))
        self._known = Known()
        self._listed = Listed()
        # What is found besides names, by text, once all is listed that does not depend on other texts.
        self._is_listed = False
        self._found: dict[str, list[Spot]] = {}
        self.reference = reference or self._invented.reference()
        self.born = frozenset(day for person in case.people.values() for day in (person.born, person.due) if day)
        self._learn()
        sources = [
            self._text(value.node.value).value
            for value in values
            if isinstance(value.kind, To) and value.kind.free_text and value.node.value not in case.people
        ]
        self.ids = NewIds(case.people.values(), values, sources, self._invented)

    def changes(self) -> dict[int, Change]:
        """Give what changes, by the identity of its node."""
        return {id(value.node): change for value in self._values if (change := self._change(value)) is not None}

    @property
    def everyday_names(self) -> frozenset[str]:
        """The names that are everyday words too."""
        return self._known.everyday

    def is_glued(self, word: str) -> bool:
        """Tell whether a word holds names that are written together."""
        return self._known.is_glued(word)

    def is_gone(self, changes: dict[int, Change]) -> bool:
        """Tell whether, besides what is invented, nothing of what was to be replaced stands in the texts of a copy."""
        for change in changes.values():
            if change.is_text:
                stretches = zip(change.stretches, change.spots, strict=True)
                # As long as what it is in the place of: the same is looked at as when it was looked for.
                left = _masked_as([(*stretch, spot.end - spot.start) for stretch, spot in stretches], change.value)
                if self._spots(left):
                    return False
        return True

    def _learn(self) -> None:
        case, known, invented = self._case, self._known, self._invented
        learn_people(case.people.values(), known, invented)
        for value in self._values:
            self._learn_contact(value)
        for protected in case.protected:
            for phrase in protected.words:
                self._learn_phrase(phrase)
        self._is_listed = True
        for value in self._values:
            last, text = value.path[-1], value.node.value
            if not isinstance(last, str) and len(value.path) > 1:
                last = value.path[-2]
            masked = self._masked(text)
            if last in ("school", "gp"):
                learn_school(masked, known, invented)
            elif last in ("agency", "from_authority") or (
                isinstance(value.kind, To) and value.kind.free_text and text not in case.people
            ):
                learn_agency(masked, known, invented)
        for value in self._values:
            if isinstance(value.kind, Text):
                learn_places(self._masked(value.node.value), known, invented)

    def _learn_contact(self, value: Value) -> None:
        """Learn somebody's telephone, e-mail and address, so that they are found in whatever text they stand."""
        if "contact" not in value.path or value.path[-1] not in ("phone", "email", "address"):
            return
        text, key = value.node.value, str(value.path[-1])
        if key == "address":
            self._learn_address(text)
            return
        kind = "telephone" if key == "phone" else key
        told = [sign for sign in signs(text) if sign.kind == kind]
        parts = [text[sign.start : sign.end] for sign in told]
        if key == "phone" and not parts:
            parts = [found[0] for found in _LONG_NUMBER.finditer(text)]
        for part in parts or ([text] if key == "email" and words(text) else []):
            self._listed.add(part, self._invented.of_kind(kind, part), kind)

    def _learn_address(self, text: str) -> None:
        new = self._invented.of_kind("address", text)
        self._listed.add(text, new, "address")
        codes = [(sign.start, sign.end) for sign in signs(text) if sign.kind == "postcode"]
        for part in re.split(rf"[,\n{TAKEN}]+", without(text, codes)):
            inside = words(part)
            if any(word.plain[0].isdigit() for word in inside) and len(inside) > 1:
                self._listed.add(part, new, "address")
                street = " ".join(word.typed for word in inside if not word.plain[0].isdigit() and len(word.plain) > 1)
                if street != street.lower() and len(street.split()) > 1:
                    self._listed.add(street, phrase_in_place_of(street, self._invented), PLACE)
            elif part != part.lower():
                self._listed.add(part, phrase_in_place_of(part.strip(), self._invented), PLACE)

    def _learn_phrase(self, phrase: str) -> None:
        """Learn a protected word or phrase, unless it is a name or a number that is replaced anyhow."""
        change = self._text(phrase)
        masked = without(phrase, [spot[:2] for spot in change.spots])
        left = [word for word in words(masked) if len(word.plain) > 1]
        if not left:
            numbers = [spot.kind for spot in change.spots if spot.kind != NAME]
            if numbers:
                # It is protected however it is spelt.
                self._listed.add(phrase, change.value, numbers[0])
            return
        if any(word.plain[0].isdigit() for word in left):
            self._listed.add(phrase, self._invented.of_kind("address", phrase), "address")
        elif masked == phrase:
            self._listed.add(phrase, phrase_in_place_of(phrase, self._invented), PLACE)
        else:
            for word in left:
                if word.typed != word.typed.lower() and says_which(word):
                    self._known.add(word.typed, self._invented.place(word.plain), PLACE)

    def _change(self, value: Value) -> Change | None:
        kind, typed = value.kind, value.node.value
        match kind:
            case Day():
                return self._day(value)
            case Matching() if value.path == (REFERENCE,):
                return Change.whole(typed, self.reference, REFERENCE)
            case Matching() if value.path == ("meeting", "followed_as"):
                return Change.whole(typed, NOT_KNOWN, REFERENCE)
            case Id():
                return Change.whole(typed, self.ids.of_value(value))
            case To():
                if typed in kind.also:
                    return None
                new = self.ids.for_reference(kind.kind, typed)
                return Change.whole(typed, new) if new is not None else self._text(typed)
            case Text():
                return self._typed(value)
        return None

    def _typed(self, value: Value) -> Change:
        typed, key = value.node.value, value.path[-1]
        if key == "language" and _LANGUAGE.match(typed):
            return Change(typed, ())
        if value.path == ("meeting", "follows"):
            day = _DATE.search(typed)
            return Change.whole(typed, file_name(self.reference, day[0] if day else "earlier"), REFERENCE)
        if key == "at" and value.path[0] == "answers":
            return Change.whole(typed, self.ids.path(typed.strip()))
        if len(value.path) > 1 and value.path[-2] == "contact" and key == "address":
            return Change.whole(typed, self._invented.of_kind("address", typed), "address")
        change = self._text(typed)
        if key == "email" and not change.spots and words(typed):
            return Change.whole(typed, self._invented.of_kind("email", typed), "email")
        return change

    def _day(self, value: Value) -> Change | None:
        if len(value.path) != 3 or value.path[0] != "people" or value.path[-1] not in ("born", "due"):  # noqa: PLR2004
            return None
        day = dt.date.fromisoformat(value.node.value)
        meeting = self._case.meeting.date if self._case.meeting else None
        new = month_of(day, meeting) if value.path[-1] == "born" else month_when_due(day)
        return Change.whole(value.node.value, new.isoformat(), BIRTH)

    def _text(self, text: str) -> Change:
        spots: list[Spot] = []
        # What is replaced may have stood beside a month, which is a name without it.
        while more := self._spots(without(text, [spot[:2] for spot in spots])):
            spots += more
        return Change(text, tuple(sorted(spots)), is_text=True)

    def _spots(self, text: str) -> list[Spot]:
        """Give what is to be replaced in a text in which, it may be, something is replaced: first all but names."""
        found = self._besides_names(text) or apart(self._known.spots(text))
        # Nothing is replaced twice, so that the search comes to an end.
        return [spot for spot in found if spot.start < spot.end and TAKEN not in text[spot.start : spot.end]]

    def _besides_names(self, text: str) -> list[Spot]:
        spots = self._found.get(text)
        if spots is None:
            spots = []
            for round_ in (self._listed.spots, self._signs, self._births, self._references):
                masked = without(text, [spot[:2] for spot in spots])
                spots += [spot for spot in apart(round_(masked)) if TAKEN not in masked[spot.start : spot.end]]
            if self._is_listed:
                self._found[text] = spots
        return spots

    def _masked(self, text: str) -> str:
        return without(text, [spot[:2] for spot in self._text(text).spots])

    def _signs(self, text: str) -> Iterator[Spot]:
        for sign in signs(text):
            typed = text[sign.start : sign.end]
            if sign.kind != "born":
                yield Spot(sign.start, sign.end, self._invented.of_kind(sign.kind, typed), sign.kind)

    def _births(self, text: str) -> Iterator[Spot]:
        told = [(sign.start, sign.end) for sign in signs(text) if sign.kind == "born"]
        for start, end, new in written_births(text, self.born, told):
            yield Spot(start, end, new, BIRTH)

    def _references(self, text: str) -> Iterator[Spot]:
        reference = self._case.reference
        if len(reference) < _LONG_ENOUGH or not any(letter.isdigit() for letter in reference):
            return
        folded, places = folded_with_places(text)
        for spelling in spellings_of(reference)[:1]:
            for found in spelling.pattern.finditer(folded):
                yield Spot(places[found.start()], places[found.end() - 1] + 1, self.reference, REFERENCE)


def _masked_as(stretches: list[tuple[int, int, int]], text: str) -> str:
    """Put what is no word in the place of stretches, each with the length that it is to have."""
    parts = []
    at = 0
    for start, end, length in stretches:
        parts += [text[at:start], TAKEN * length]
        at = end
    return "".join([*parts, text[at:]])
