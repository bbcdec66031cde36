"""CH112: whoever was in the earlier file has the same id in this one, and nobody else has it."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.chain.before import Before, before
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.yamlfile.kinds import To
from sostool.yamlfile.parts import Part

_PERSON = frozenset(("person", "child"))
_MARKS = ("withhold", "cleared", "must_not_see")


@check("CH112", "another-under-the-same-id", "query")
def keeps_who_is_who(look: Look) -> Iterator[Found]:
    """Whoever is in both files has one id in both, and an id stands for one person in both.

    What it checks
        Nobody has a name in this file that somebody had in the earlier one under another id; and no id has gone to
        somebody of quite another name. Where it has, each part that both files have and that names the id is pointed
        to as well, as advice: it may mean the one who had the id before.

    Why it matters
        People are known again by their id alone. If Lisa was `mum` in March and is `lisa` in June, what was held back
        for her sake in March is not known to be hers. And if `partner` was Carl in March and is Tom in June, every
        line about Carl's drinking that was carried over says now that it is Tom's, and Tom's copy says it to Tom.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        people: {carl: {name: Carl Webb, role: partner}}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        people: {partner: {name: Carl Webb, role: partner}}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        people: {carl: {name: Carl Webb, role: partner}}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        people: {carl: {name: Carl, role: partner}, tom: {name: Tom, role: partner}}

    Source
        Information that was mixed up between two people, or went to the wrong one, is among what the Information
        Commissioner reprimanded councils for in 2022 and 2023.
    """
    earlier = before(look)
    if earlier is None:
        return
    from sostool.story.same_people import has_another_name, other_ids  # noqa: PLC0415 - only for files that follow another

    moved = list(other_ids(earlier.case, look.case))
    for person, now in moved:
        yield Found(
            now.path,
            "Somebody of this name had another id in the earlier file.",
            "If it is the same person, give them the id that they had, here and wherever this file names them. If it "
            "is somebody else of that name, say so in an answer.",
            detail=f"“{person.id}”",
            also=(("people",),),
            elsewhere=earlier.at(person.path),
        )
    taken = [id_ for id_ in look.case.people if has_another_name(earlier.case, look.case, id_)]
    told = {one.later.id for one in moved}
    for id_ in (id_ for id_ in taken if id_ not in told):
        yield Found(
            look.case.people[id_].at("name"),
            "In the earlier file this id is that of somebody of another name.",
            "If it is another person, give them an id that nobody had before, and look at every line that was carried "
            "over and names it. If the same person is called otherwise now, say so in an answer.",
            detail=f"“{earlier.case.people[id_].name}”",
            elsewhere=earlier.at(earlier.case.people[id_].at("name")),
        )
    if taken:
        yield from _carried_over(earlier, frozenset(taken))


def _carried_over(earlier: Before, taken: frozenset[str]) -> Iterator[Found]:
    """Point to what both files have and what names, in both, an id that has gone to somebody else."""
    pairs = earlier.pairs
    both = [(pair.earlier, pair.later) for pair in pairs.same] + [(one.earlier, one.later) for one in pairs.moved]
    for was, now in both:
        for one, other in ((was, now), *_marks(was, now)):
            for name in _naming(other):
                if taken & _ids(one, name) & _ids(other, name):
                    yield Found(
                        other.at(name),
                        "This was carried over, and names an id that is that of somebody else in the earlier file.",
                        "Look whom it means, and write that person's id.",
                        severity="advice",
                        elsewhere=earlier.at(one.at(name)),
                    )


def _marks(was: Part, now: Part) -> Iterator[tuple[Part, Part]]:
    """Give the marks that both have: they belong to their part and are not compared by themselves."""
    for mark in _MARKS:
        one, other = getattr(was, mark, None), getattr(now, mark, None)
        if one is not None and other is not None:
            yield one, other


def _naming(part: Part) -> Iterator[str]:
    """Give the keys of a part that hold ids of people."""
    for name, key in part.keys.items():
        each = key.kind.each
        if isinstance(each, To) and each.kind in _PERSON:
            yield name


def _ids(part: Part, name: str) -> frozenset[str]:
    value = part.__dict__.get(part.attributes[name]) if name in part.keys else None
    return frozenset(value if isinstance(value, tuple) else (value,) if value else ())
