"""The pictures of the family and the network: who lives with whom, and who knows what."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import (
    Block,
    FamilyPicture,
    Figure,
    Friend,
    Line,
    NetworkPicture,
    Relative,
    Ring,
    Section,
    own,
    typed,
)
from sostool.report.sections.writing import table_of, with_marks
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewPerson

_RINGS = ("inner", "middle", "outer")
_GRANDPARENTS, _PARENTS, _CHILDREN = 0, 1, 2
_FEWEST_IN_A_TREE = 2


def family_tree(view: View, words: Labels) -> tuple[Block, ...]:
    """Draw who lives with whom, and who is whose parent, of the people the reader may know of.

    Nothing is drawn where two people have one name: nobody could tell whose home is meant.
    """
    people = _relatives(view)
    names = [person.name for person in people]
    if len(set(names)) < len(names) or len(people) < _FEWEST_IN_A_TREE:
        return ()
    place = {name: index for index, name in enumerate(names)}
    parents = tuple(
        (place[person.name], place[child]) for person in people for child in person.parent_of if child in place
    )
    homes = _homes(people, place)
    if not homes and not parents:
        return ()
    relatives = tuple(_relative(words, person, view) for person in people)
    rows = tuple(
        (
            typed(person.name),
            _detail(words, person, view),
            words.names([names[other] for home in homes if index in home for other in home if other != index]),
        )
        for index, person in enumerate(people)
    )
    columns = (words("people.name"), words("people.who"), words("people.lives_with"))
    table = table_of(own(words("family_tree.table")), columns, rows)
    picture = FamilyPicture(relatives, homes, parents)
    return (Figure(own(words("family_tree.caption")), picture, _told(words, names, homes, parents), table),)


def _relatives(view: View) -> list[ViewPerson]:
    """Give the children, the parents and carers, and whoever lives with one of them."""
    family = [person for person in view.people if person.role in ("child", "parent", "carer", "partner")]
    at_home = {name for person in family for name in person.lives_with}
    more = [person for person in view.people if person not in family and (person.name in at_home or person.parent_of)]
    return [*family, *more]


def _homes(people: list[ViewPerson], place: dict[str, int]) -> tuple[tuple[int, ...], ...]:
    """Group those who live together: with everyone they name, and everyone those name.

    A child who lives with two grown-ups joins their homes, unless each of the two says whom they live with and
    neither names the other: then the child lives with them in turn, and is in both homes.
    """
    links = {
        frozenset((place[person.name], place[name]))
        for person in people
        for name in person.lives_with
        if name in place and name != person.name
    }
    grown_up = [index for index, person in enumerate(people) if person.role != "child"]
    children = [index for index, person in enumerate(people) if person.role == "child"]
    with_child = {child: [one for one in grown_up if frozenset((one, child)) in links] for child in children}
    together = links | {
        frozenset((one, other))
        for here in with_child.values()
        for one in here
        for other in here
        if not (people[one].lives_with and people[other].lives_with)
    }
    homes = _joined(grown_up, together)
    for home in homes:
        home.update(child for child, here in with_child.items() if home.intersection(here))
    homes += _joined([child for child, here in with_child.items() if not here], links)
    return tuple(tuple(sorted(home)) for home in sorted(homes, key=min) if len(home) > 1)


def _joined(members: list[int], links: set[frozenset[int]]) -> list[set[int]]:
    """Put together those between whom there is a link, also by way of others."""
    groups: list[set[int]] = []
    for index in members:
        mine = {index, *(other for other in members if frozenset((index, other)) in links)}
        joined = [group for group in groups if group & mine]
        groups = [group for group in groups if not group & mine]
        groups.append(mine.union(*joined))
    return groups


def _relative(words: Labels, person: ViewPerson, view: View) -> Relative:
    generation = _CHILDREN if person.role == "child" else _PARENTS if person.role != "network" else _GRANDPARENTS
    detail = "".join(run.text for run in _detail(words, person, view))
    return Relative(person.name, detail, generation)


def _detail(words: Labels, person: ViewPerson, view: View) -> Line:
    if person.role == "child" and person.born is not None:
        return own(words.age(person.born, view.meeting_date))
    if person.role == "child" and person.due is not None:
        return own(words("family_tree.due", date=words.date(person.due)))
    return typed(person.relation) or own(words(f"role.{person.role}"))


def _told(
    words: Labels, names: list[str], homes: tuple[tuple[int, ...], ...], parents: tuple[tuple[int, int], ...]
) -> str:
    sentences = [words("family_tree.home", names=_plain(words, [names[index] for index in home])) for home in homes]
    for parent in dict.fromkeys(parent for parent, _ in parents):
        children = [names[child] for one, child in parents if one == parent]
        sentences.append(words("family_tree.parent", name=names[parent], children=_plain(words, children)))
    return " ".join(sentences)


def network(view: View, words: Labels, profile: Profile) -> Section | None:
    """Draw the network in rings round the children, with the same as a table."""
    rings = [(ring, [person for person in view.people if person.ring == ring]) for ring in _RINGS]
    members = [person for _, people in rings for person in people]
    if not members:
        return None
    children = [person.name for person in view.people if person.role == "child"]
    picture = NetworkPicture(
        tuple(children),
        tuple(
            Ring(words(f"people.ring.{ring}"), tuple(Friend(person.name, person.relation) for person in people))
            for ring, people in rings
            if people
        ),
    )
    sentences = [
        words("network.ring", ring=words(f"people.ring.{ring}"), names=_plain(words, [one.name for one in people]))
        for ring, people in rings
        if people
    ]
    rows = tuple(
        (
            typed(person.name),
            typed(person.relation),
            own(words(f"people.ring.{ring}")),
            with_marks(words, typed(person.will), person.hearing),
        )
        for ring, people in rings
        for person in people
    )
    columns = tuple(words(f"people.{name}") for name in ("name", "who", "ring", "will"))
    table = table_of(own(words("network.table")), columns, rows)
    figure = Figure(own(words("network.caption")), picture, " ".join(sentences), table)
    return Section("network", own(words("network.title")), (figure,))


def _plain(words: Labels, names: list[str]) -> str:
    return "".join(run.text for run in words.names(names))
