"""SH106: names, births, references and addresses of another family."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from sostool.case.model import Case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.neighbours import BORN as A_BIRTH
from sostool.checks.neighbours import REFERENCE, SIGN
from sostool.checks.sharing.contact_details import SignIn, signs_in_texts
from sostool.checks.sharing.strange_names import strange_names
from sostool.checks.wording.free_texts import FreeText, free_texts
from sostool.identity.births import day_of
from sostool.identity.digits import figures
from sostool.identity.signs import ADDRESS, BORN, EMAIL, POSTCODE, TELEPHONE, as_compared, signs

_OTHER_FILE = "This stands in another case file of this folder, and belongs to nobody in this one."
_LOOK_WHOSE = "Look whose it is. If text was copied from another family's file, take all of it out."
_TAKE_IT_OUT = " If not, take it out: it may be another family's."
_MESSAGES = {
    "name": (
        "A name stands here that belongs to nobody in this file.",
        "If it is somebody of this family or who works with it, put them under people:." + _TAKE_IT_OUT,
    ),
    BORN: (
        "A date of birth stands here that belongs to nobody in this file.",
        "If it is somebody's of this family, put it under born: of that person." + _TAKE_IT_OUT,
    ),
    REFERENCE: (
        "A reference stands here that is not this file's.",
        "If it is another family's, take it out. If it is an older one of this family, say so in an answer.",
    ),
    ADDRESS: (
        "An address stands here that belongs to nobody in this file.",
        "If it is somebody's of this family, put it under contact: of that person." + _TAKE_IT_OUT,
    ),
}
_OF_A_HOME = frozenset((ADDRESS, POSTCODE))
_COMPARED = frozenset((ADDRESS, POSTCODE, TELEPHONE, EMAIL))
_SHORTEST_REFERENCE, _FEWEST_FIGURES = 5, 3


@check("SH106", "name-of-another-family", "query")
def speaks_of_this_family(look: Look) -> Iterator[Found]:
    """Every name, date of birth, reference and address in the text belongs to somebody in this file.

    What it checks
        A word with a capital letter that is used as a person's name (a common given name, a word behind “Mr” or
        “Auntie”, a word before “said” or “lives with”) belongs to somebody under `people:` or stands under `said_by`
        and the like. A full date of birth is one of this file's. What has the shape of this file's reference is this
        file's reference. Where addresses stand under `contact:`, each other address is asked about. Whatever stands
        in another case file of the same folder and in nothing of this one is asked about in stronger words, unless
        one of the two follows the other or both have the same reference. In anybody's own words and in quotation
        marks only that is asked about, and names only in English files. It is a guess, and misses more than it asks
        wrongly: of names planted into the examples it found 77%, and it asked about none of the examples' own.

    Why it matters
        Reports grow by copying: last month's paragraph, a good sentence from another family's. A family in England
        once read what the police had said about other children in its own plan. For those other children it was in a
        stranger's kitchen drawer then, and for the parents who read it, it was the day they stopped believing the rest.

    Fails
        map:
          worried:
            past_harm:
              - On 3 May Kayleigh told her teacher that she had slept in the car.

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02}
          kayleigh: {name: Kayleigh, role: network, relation: Mia's best friend}
        map:
          worried:
            past_harm:
              - On 3 May Mia told Kayleigh that she had slept in the car.

    Source
        The Information Commissioner's reprimands of councils, 2022 and 2023, and public reports of plans that held
        another family's details: a check for a wrong family is what workers asked for.
    """
    for kind, text, words in look.once(signs_in_texts):
        if kind in _COMPARED or kind == BORN:
            yield from _sign(look, SignIn(kind, text, words))
    yield from _references(look)
    if look.english:
        for text, words, file in strange_names(look):
            yield _found("name", text, words, file)


def _sign(look: Look, sign: SignIn) -> Iterator[Found]:
    kind, text, words = sign
    if kind == BORN:
        day = day_of(words)
        if day is None or day in _births(look.case):
            return
        file = look.other_family(A_BIRTH, day.isoformat())
        yield _found(kind, text, words, file)
        return
    known = look.once(_known_signs)
    compared = as_compared(kind, words)
    if compared in known:
        return
    file = look.other_family(SIGN, compared)
    if file or (kind in _OF_A_HOME and look.once(_has_homes)):
        yield _found(ADDRESS, text, words, file)


def _found(what: str, text: FreeText, words: str, file: str) -> Found:
    message, mend = (_OTHER_FILE, _LOOK_WHOSE) if file else _MESSAGES[what]
    return Found(
        text.path, message, mend, detail=f"“{words}” stands in {file} too" if file else f"“{words}”", words=words
    )


def _births(case: Case) -> frozenset[dt.date]:
    return frozenset(day for person in case.people.values() for day in (person.born, person.due) if day is not None)


def _known_signs(look: Look) -> frozenset[str]:
    """Give the numbers and addresses that stand under `contact:` and `protected:`, as they are compared."""
    given = [*_contacts(look.case), *(word for protected in look.case.protected for word in protected.words)]
    if look.case.meeting is not None:
        given += [look.case.meeting.place, *(one.place for one in look.case.meeting.attendance)]
    return frozenset(as_compared(kind, text[start:end]) for text in given if text for kind, start, end in signs(text))


def _has_homes(look: Look) -> bool:
    return any(person.contact and person.contact.address for person in look.case.people.values())


def _contacts(case: Case) -> Iterator[str]:
    for person in case.people.values():
        if person.contact is not None:
            yield from (person.contact.address, person.contact.phone, person.contact.email, person.contact.gp)


def _references(look: Look) -> Iterator[Found]:
    """Give what has the shape of this file's reference and is another one."""
    reference = look.case.reference
    shape = _shape(reference)
    if shape is None:
        return
    pattern, first, length = shape
    texts = look.once(free_texts)
    told: set[str] = set()
    for start, end in figures(texts.joined):
        if end - start != length or start < first:
            continue
        found = pattern.match(texts.joined, start - first)
        if found and found[0].casefold() not in (reference.casefold(), *told):
            told.add(found[0].casefold())
            text, _ = texts.at(found.start())
            yield _found(REFERENCE, text, found[0], look.other_family(REFERENCE, found[0].casefold()))


def _shape(reference: str) -> tuple[re.Pattern[str], int, int] | None:
    """Give a pattern of the shape of a reference, where its first figures start, and how many they are.

    None where it could be any number or any word: it has to have letters, and three figures in a row.
    """
    runs = figures(reference)
    if len(reference) < _SHORTEST_REFERENCE or not runs or not any(letter.isalpha() for letter in reference):
        return None
    if max(end - start for start, end in runs) < _FEWEST_FIGURES:
        return None
    letters = re.match(r"[A-Za-z]*", reference)
    # The letters in front mostly tell the authority, so that they are the same in all its references.
    front = letters[0] if letters else ""
    rest = "".join(
        r"\d" if letter.isdigit() else "[A-Za-z]" if letter.isalpha() else re.escape(letter)
        for letter in reference[len(front) :]
    )
    start, end = runs[0]
    whole = re.compile(rf"(?<![^\W_]){re.escape(front)}{rest}(?![^\W_])(?!-\d)", re.IGNORECASE)
    return whole, start, end - start
