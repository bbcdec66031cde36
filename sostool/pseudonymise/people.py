"""The people of a file: which words of their names and ids are replaced, and by what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sostool.pseudonymise.everyday import KIN, PARTICLES, ROLES, TITLES
from sostool.pseudonymise.words import plain, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sostool.case.model import Person
    from sostool.pseudonymise.invented import Invented
    from sostool.pseudonymise.known import Known

NAME = "name"
_MARKS = ".,;:()[]\"“”„«»‘’'`"
_OWN_WORDS = TITLES | KIN | ROLES
_SHORTEST_ID, _SHORTEST_PIECE = 3, 3


class _Names(NamedTuple):
    """The parts of one name that are replaced: first names (the first one, then others), surnames, initials."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    initials: tuple[str, ...]


def learn_people(people: Iterable[Person], known: Known, invented: Invented) -> None:
    """Give everybody in a file an invented name.

    The same first name of two people becomes the same invented one, since a text says it of either. What an id adds
    to a name (liz, for Elizabeth) becomes the invented first name too.
    """
    everybody = [(person, _names(person.name)) for person in people]
    pieces: list[tuple[str, str]] = []
    for person, names in everybody:
        first = ""
        for name in names.first:
            new = known.new_for(name) or invented.name(person.role)
            first = first or new
            known.add(name, new, NAME)
            pieces += [(piece, new) for piece in _pieces(name)]
            for initial in names.initials:
                known.add(f"{name} {initial}", new, NAME)
        for name in names.last:
            new = known.new_for(name) or invented.surname()
            known.add(name, new, NAME)
            pieces += [(piece, new) for piece in _pieces(name)]
            for initial in names.initials:
                known.add(f"{initial} {name}", new, NAME)
        for word in words(person.id):
            if (
                len(word.plain) >= _SHORTEST_ID
                and not word.plain[0].isdigit()
                and word.plain not in _OWN_WORDS | PARTICLES
            ):
                pieces.append((word.typed, first or (known.new_for(names.last[0]) or "" if names.last else "")))
                if not pieces[-1][1]:
                    first = known.new_for(word.typed) or invented.name(person.role)
                    pieces[-1] = (word.typed, first)
                    known.add(word.typed, first, NAME)
    # What is a name of its own for somebody is not the half of somebody else's.
    for piece, new in pieces:
        known.add(piece, new, NAME)


def _names(name: str) -> _Names:
    """Take a name apart: titles and words such as Aunt stay where they are, and so do words in small letters."""
    parts = [part.strip(_MARKS) for part in name.split()]
    all_small = name == name.lower()
    found: list[str] = []
    initials: list[str] = []
    had_title = is_after_a_name = False
    joined: list[str] = []
    for part in parts:
        word = plain(part)
        if not word or not word[0].isalpha():
            continue
        if word in TITLES or word in KIN or (word in ROLES and not (had_title or is_after_a_name)):
            had_title = had_title or word in TITLES
            continue
        if part.lower().endswith(("'s", "’s")):
            # Mia's teacher: the name of somebody else.
            continue
        if word in PARTICLES and part != parts[-1]:
            joined.append(part)
            continue
        if len(word) == 1:
            initials.append(part)
            continue
        if part == part.lower() != part.upper() and not all_small:
            joined = []
            continue
        found.append(" ".join([*joined, part]) if is_after_a_name else part)
        joined = []
        is_after_a_name = True
    if had_title and len(found) == 1:
        return _Names((), tuple(found), ())
    return _Names(tuple(found[:-1] or found), tuple(found[1:][-1:]), tuple(initials))


def _pieces(name: str) -> list[str]:
    """Give the parts by which a name of several may be called: Mary and Jane of Mary-Jane, Berg of van der Berg."""
    inside = words(name)
    if len(inside) == 1:
        _, mark, rest = name.replace("’", "'").partition("'")
        return [f"{name[0]} {rest}"] if mark and len(rest) >= _SHORTEST_PIECE else []
    return [word.typed for word in inside if len(word.plain) >= _SHORTEST_PIECE and word.plain not in PARTICLES]
