"""The child's column of sharing.md, and what may stand in a document for nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator

from report.proof.plain import Data, Path, entries, ids, role
from report.proof.readers import PRACTITIONERS_ROLES, Who, attendance, one_set_of_parents

ABOUT_THE_READER = ("born", "seen", "language", "interpreter", "disability", "ethnicity", "faith")
_NO_ROW = (
    "map trajectory chronology involvement agency_reports recommendation consent core_groups priorities shared"
).split()
# Whose parents they are decides whether the children are one family.
_NAMES = ("name", "relation", "agency", "lives_with", "parental_responsibility")
# What the frame of any document says, and what decides whether somebody is a reader at all.
_FRAME = ("sostool", "reference", "profile", "language", "meeting", "people")
_MEETING = ("kind", "date", "time", "place", "author", "chair")
_STANDING = ("role", "subject", "with_person", "young_person_copy")


def child_held(data: Data, who: Who, barred: frozenset[str], *, feared: bool) -> Iterator[Path]:
    """Give what a child below the profile's age never gets.

    No row names what the children know of the plan. It is in words that were used with the children, so it may go where
    the children are one family. Who will help: those in a ring or with something they will do, and social workers.
    Whether anyone is feared is not held back (their own page is refused then), but whose words are meant is. Help of
    those whom somebody at home must not see does not stand on a page that goes there.
    """
    yield from ((key,) for key in _NO_ROW)
    yield from _plan(data)
    yield from _scales(data, who)
    for path, voice in entries(data, ("voices",)):
        if voice.get("who") == who.person:
            yield from ((*path, key) for key in ("observed", "not_asked"))
        else:
            yield path
    for path, words in entries(data, ("words_for_child",)):
        if words.get("child", who.person) != who.person:
            yield path
    yield from whose_words_are_meant(data, who, feared=feared)
    yield from _people(data, who, barred | _helpers_kept_from_home(data, who.person))


def whose_words_are_meant(data: Data, who: Who, *, feared: bool) -> Iterator[Path]:
    """Give whose words somebody feared must not see, before a child who is not feared.

    Of those at home with the child they decide whose help stands on the child's page, and are held back from nothing.
    """
    at_home = _at_home(data, who.person)
    for id_, person in data["people"].items():
        if not feared and id_ not in at_home:
            yield ("people", id_, "side_of")
            if "must_not_see" in person:
                yield ("people", id_, "must_not_see", "words_of")


def _at_home(data: Data, child: str) -> set[str]:
    """Give those who live with a child, and the feared people whose side one of them is of."""
    people = data["people"]
    living = {id_ for id_, person in people.items() if child in ids(person.get("lives_with"))}
    living.update(ids(people.get(child, {}).get("lives_with")))
    return living | {people[id_]["side_of"] for id_ in living if "side_of" in people.get(id_, {})}


def _helpers_kept_from_home(data: Data, child: str) -> frozenset[str]:
    """Give family and friends whose help somebody at home with a child must not see."""
    people = data["people"]
    kept = {
        id_
        for one in _at_home(data, child)
        for id_ in ids((people.get(one, {}).get("must_not_see") or {}).get("words_of"))
    }
    return frozenset(id_ for id_ in kept if role(people.get(id_, {})) == "network")


def _people(data: Data, who: Who, barred: frozenset[str]) -> Iterator[Path]:
    # With whom they come stands in their own part of the meeting.
    lines = [{item.get("who"), *ids(item.get("with"))} for item in attendance(data)]
    beside = {id_ for line in lines if who.person in line for id_ in line}
    for id_, person in data["people"].items():
        here: Path = ("people", id_)
        yield from ((*here, key) for key in ("contact", "knows_about"))
        if person.get("subject") == "false":
            yield from ((*here, key) for key in person if key not in ("role", "subject"))
        if id_ in barred:
            yield from ((*here, key) for key in ("ring", "will"))
        if id_ != who.person:
            yield from ((*here, key) for key in ABOUT_THE_READER if key != "born" or "young_person_copy" not in person)
            if id_ not in beside and (
                id_ in barred or not (person.get("ring") or person.get("will") or role(person) == "social-worker")
            ):
                yield from ((*here, key) for key in _NAMES)


def _plan(data: Data) -> Iterator[Path]:
    for path, plan in entries(data, ("safety_plan",)):
        yield from ((*path, key) for key in plan if key not in ("children_know", "withhold", "cleared"))
        if not one_set_of_parents(data):
            yield path


def _scales(data: Data, who: Who) -> Iterator[Path]:
    scales: list[Path] = [("scale",)]
    for path, danger in entries(data, ("dangers",)):
        yield from ((*path, key) for key in danger if key not in ("id", "scale"))
        scales.append((*path, "scale"))
    for scale in scales:
        for path, found in entries(data, scale):
            yield from ((*path, key) for key in found if key != "ratings")
            for place, rating in entries(found, ("ratings",)):
                if rating.get("who") != who.person:
                    yield (*path, *place)


def all_but_the_frame(data: Data, own: str = "") -> Iterator[Path]:
    """Give everything but reference, kind and date of the meeting, where it is, and the practitioners' names."""
    yield from ((key,) for key in data if key not in _FRAME)
    yield from (("meeting", key) for key in data["meeting"] if key not in _MEETING)
    for id_, person in data["people"].items():
        kept: tuple[str, ...] = _STANDING
        if role(person) in (*PRACTITIONERS_ROLES, "chair"):
            kept = (*kept, "name", "relation", "agency")
        elif id_ == own:
            kept = (*kept, "name", "language", "born")
        yield from (("people", id_, key) for key in person if key not in kept)
