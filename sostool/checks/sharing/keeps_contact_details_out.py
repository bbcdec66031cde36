"""SH104: telephone numbers, addresses and the like in free text."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.sharing.contact_details import signs_in_texts
from sostool.checks.sharing.places import places_in_texts
from sostool.findings.finding import Path
from sostool.identity.signs import (
    ADDRESS,
    EMAIL,
    NATIONAL_INSURANCE,
    NHS_NUMBER,
    POSTCODE,
    REGISTRATION,
    TELEPHONE,
    WEBSITE,
)

_MESSAGES = {
    TELEPHONE: "A telephone number stands in the text.",
    EMAIL: "An e-mail address stands in the text.",
    POSTCODE: "A postcode stands in the text.",
    NHS_NUMBER: "An NHS number stands in the text.",
    ADDRESS: "An address stands in the text.",
    REGISTRATION: "A car's registration number stands in the text.",
    WEBSITE: "Somebody's name on a social network stands in the text.",
    NATIONAL_INSURANCE: "A National Insurance number stands in the text.",
}
_MEND = "Everybody who gets this text gets it too. Put it under contact: of the person it belongs to, or take it out."
_MEND_PROTECTED = (
    "Somebody in this file is protected, and everybody who gets this text could find them. Take it out; the chair and "
    "the person themselves get what stands under contact:."
)
_PLACE = (
    "A school, nursery or surgery is named in the text, and somebody in this file is protected or comes separately."
)
_MEND_PLACE = "It tells where a family lives. Write “her school” or “the surgery”, and put the name under contact:."
_NOT_TOGETHER = frozenset(("separately", "not-invited"))
_PUBLIC = ("http", "www.")
_NETWORKS = (
    "facebook",
    "instagram",
    "snapchat",
    "tiktok",
    "twitter",
    "t.me",
    "linkedin",
    "onlyfans",
    "youtube",
    "x.com",
)


@check("SH104", "contact-details-in-text", "query")
def keeps_contact_details_out(look: Look) -> Iterator[Found]:
    """Telephone numbers, addresses and the like stand under `contact:`, not in the text.

    What it checks
        No text holds a telephone number, e-mail address, postcode, house and street, NHS or National Insurance
        number, car registration or somebody's name on a social network. The profile's helplines and the
        authority's own numbers may stand anywhere, and so may 999 and 111. It is an error where words are protected
        or somebody is feared (`protected:`, `must_not_see:`). There, and where somebody attends separately, a
        school, nursery or surgery that is named in an English text is a query. What stands under `contact:` and
        `protected:`, in the marks for holding back and as the place of the meeting is not looked at.

    Why it matters
        A text goes to everybody who gets the item it stands in. What is under `contact:` goes to the chair, the
        person and whom `may_share` names. A mother and her children have had to move house on the day their
        new address was found in a report that had gone to the man they had left; it stood in the middle of a page
        that nobody had thought of as an address.

    Fails
        map:
          working_well:
            strengths:
              - Lisa rings Jo on 07700 900123 when she is worried.

    Passes
        people:
          lisa: {name: Lisa, role: parent, contact: {phone: 07700 900124}}
          jo: {name: Aunt Jo, role: network, contact: {phone: 07700 900123, may_share: [lisa]}}
        map:
          working_well:
            strengths:
              - Lisa rings Jo when she is worried, and she knows that Childline is 0800 1111.

    Source
        What is never in a shared copy unless the chair has cleared it (a council's guidance on restricted
        information). The Information Commissioner's reprimands of councils, 2022 and 2023: a safe address inside a
        report that was attached to papers.
    """
    is_protected = bool(look.case.protected) or any(person.must_not_see for person in look.case.people.values())
    told: set[tuple[Path, str]] = set()
    for kind, text, words in look.once(signs_in_texts):
        if kind not in _MESSAGES or (kind == WEBSITE and _is_a_public_page(words)) or (text.path, kind) in told:
            continue
        told.add((text.path, kind))
        yield Found(
            text.path,
            _MESSAGES[kind],
            _MEND_PROTECTED if is_protected else _MEND,
            detail=f"“{words}”",
            severity="error" if is_protected else None,
            words=words,
        )
    if look.english and (is_protected or _comes_separately(look)):
        yield from _places(look)


def _comes_separately(look: Look) -> bool:
    meeting = look.case.meeting
    return meeting is not None and any(one.part in _NOT_TOGETHER for one in meeting.attendance)


def _places(look: Look) -> Iterator[Found]:
    told: set[Path] = set()
    for texts, start, end in places_in_texts(look):
        text, _ = texts.at(start)
        words = texts.joined[start:end]
        if text.path not in told:
            told.add(text.path)
            yield Found(text.path, _PLACE, _MEND_PLACE, detail=f"“{words}”", words=words)


def _is_a_public_page(words: str) -> bool:
    small = words.lower()
    return small.startswith(_PUBLIC) and not any(network in small for network in _NETWORKS)
