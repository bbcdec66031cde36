"""VO104: each parent or carer is heard, or it is said why not."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.voices.childs_words import has_own_words

_PARENTS = frozenset(("parent", "carer"))


@check("VO104", "parent-without-voice", "query")
def hears_each_parent(look: Look) -> Iterator[Found]:
    """Each parent and carer is heard in their own words, or it is said why not.

    What it checks
        Everyone with the role parent or carer has an entry under `voices` with their own words, or `not_asked:`
        with the reason. A parent only of children whom the file is not about (`subject: false`) is left out.

    Why it matters
        A parent who does not find their own view in the report has been talked about and not talked with; a father
        nobody asked is easily taken for one who does not care. Nobody is asked to go and see a person when that
        would put somebody in danger: the reason is enough, and as a person may read what stands under their own
        voice, a reason that must not reach them is held back.

    Fails
        people:
          lisa: {name: Lisa, role: parent}

    Passes
        people:
          lisa: {name: Lisa, role: parent}
          dean: {name: Dean, role: parent}
        voices:
          - {who: lisa, date: 2026-03-13, how: a talk, words: [The kids are sleeping.]}
          - {who: dean, not_asked: Dean is at sea until April and has no telephone.}

    Source
        Parents' views are a section of their own in conference reports, and parents who are away count too (the
        report forms of several English councils; Wales's protocol for conferences).
    """
    case = look.case
    heard = {voice.who for voice in case.voices if voice.not_asked.strip() or has_own_words(voice)}
    children = {child.id for child in children_of_the_case(case)}
    for person in case.people.values():
        if person.role not in _PARENTS or person.id in heard:
            continue
        if person.parent_of and children.isdisjoint(person.parent_of):
            continue
        yield Found(
            person.path,
            "This parent's or carer's views are not here.",
            "Add them under `voices:` in their own words, or say why not with `not_asked:`. They may read that reason: "
            "hold it back with `withhold:` if it could put somebody at risk.",
            also=(("voices",),),
        )
