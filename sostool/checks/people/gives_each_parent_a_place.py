"""PE102: each parent or carer, an absent one included, has a place in the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sostool.case.model import Case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.wording.text import names_somebody
from sostool.yamlfile.parts import Part

_PARENTS = frozenset(("parent", "carer"))


@check("PE102", "parent-without-place-in-map", "query")
def gives_each_parent_a_place(look: Look) -> Iterator[Found]:
    """Each mum, dad and carer has a place in the map, also one who lives elsewhere or does not come.

    What it checks
        Once the map, a danger statement, the safety plan or a voice has been written: everybody with the role
        `parent` or `carer` is in one of them, by id (`about`, `who`, `said_by`, `worried` and the like) or by
        name. What is held back counts too. It never asks for somebody whose words are held back from a feared
        person.

    Why it matters
        A dad who is not on the page is not asked what he could do, and nobody asks what he has done. So the
        whole of the worry, and of the work, falls on the one who opened the door.

    Fails
        people:
          mia: {name: Mia, role: child}
          lisa: {name: Lisa, role: parent}
          dean: {name: Dean, role: parent}
        map:
          working_well:
            strengths: [{what: Lisa has Mia at school on time every day.}]

    Passes
        people:
          mia: {name: Mia, role: child}
          lisa: {name: Lisa, role: parent}
          dean: {name: Dean, role: parent}
        map:
          working_well:
            strengths: [{what: Lisa has Mia at school on time every day.}]
          worried:
            grey_areas: [What would Dean like to do for Mia?]

    Source
        Each parent is considered separately, fathers who live elsewhere included (Wales's practice guides on
        conferences; the English innovations programme on family finding).
    """
    case = look.case
    missing = {id_ for id_, person in case.people.items() if person.role in _PARENTS}
    if not missing or not (case.map or case.dangers or case.voices or case.safety_plan):
        return
    for person in case.people.values():
        if person.must_not_see:
            missing.difference_update(person.must_not_see.words_of)
    for ids in _named_by_id(case):
        if not missing:
            return
        missing.difference_update(ids)
    for id_ in case.people:
        if id_ in missing and not _stands_in_a_text(look, id_):
            person = case.people[id_]
            yield Found(
                person.path,
                "This parent or carer has no place in the map.",
                "Write down what they do for the children, what people worry about, or what they say themselves.",
                also=(("map",), ("dangers",), ("voices",), ("safety_plan",)),
            )


def _stands_in_a_text(look: Look, id_: str) -> bool:
    person = look.case.people[id_]
    if not person.name.strip():
        return False
    texts = (passage.text for passages in look.passages.values() for passage in passages)
    rules = look.case.safety_plan.rules if look.case.safety_plan else ()
    return any(names_somebody(text, person) for text in (*texts, *(rule.what for rule in rules)))


def _named_by_id(case: Case) -> Iterator[Iterable[str]]:
    """Give who is named by id, part by part: those parts first where parents mostly are."""
    for voice in case.voices:
        yield (voice.who,)
    for danger in case.dangers:
        yield danger.about
        yield danger.worried
        yield (different.who for different in danger.sees_it_differently)
        if danger.goal:
            yield danger.goal.who_does
            yield danger.goal.who_sees
    if case.safety_plan:
        yield case.safety_plan.agreed_with
        for rule in case.safety_plan.rules:
            yield rule.who
            yield rule.about
            if rule.check:
                yield rule.check.who
    yield from _in_map(case)


def _in_map(case: Case) -> Iterator[Iterable[str]]:
    if case.map is None:
        return
    worried, well, needs = case.map.worried, case.map.working_well, case.map.needs_to_happen
    items: list[Part] = []
    if worried:
        items += (*worried.past_harm, *worried.complicating, *worried.grey_areas)
        items += (impact for harm in worried.past_harm for impact in harm.impact)
    if well:
        items += (*well.strengths, *well.existing_safety)
    if needs:
        items += needs.next_steps
    for item in items:
        for attribute in ("about", "who", "said_by", "seen_by"):
            yield getattr(item, attribute, ())
