"""DS115: what is done about violence does not all fall on those who were hurt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sostool.case.model import Case, Danger, NextStep, Rule
from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import GROWN_UPS_AT_HOME
from sostool.checks.danger.statement_words import Words, statements
from sostool.checks.look import Look
from sostool.checks.wording.text import names_somebody

_PRACTITIONERS = frozenset(
    ("social-worker", "practitioner", "manager", "chair", "supporter", "advocate", "interpreter")
)


@check("DS115", "safety-left-to-the-one-who-was-hurt", "query")
def asks_something_of_who_hurts(look: Look) -> Iterator[Found]:
    """What is to be done about one person's violence does not all fall on those who were hurt.

    What it checks
        A danger is about somebody's violence if `about` names a grown-up who is marked as feared (`must_not_see`), or
        names one while the statement tells of violence (the profile's list `violence`); where `about` is empty, if
        the statement names somebody who is marked as feared. Of those who act for it (`who_does` of its goal, `who`
        of its steps and rules), at least one is the person whose violence it is, or somebody of the family who is
        neither a child nor was hurt. What practitioners do by themselves does not count, except where they do it with
        the person whose violence it is.

    Why it matters
        When Lisa has to keep Dean out, get the order and move, and nothing is asked of Dean, she is made to
        answer for his violence, and Mia learns that it is the hurt one who has to change. It does not ask that Dean
        be given anything to do near them, nor that he reads what Lisa does: who else stands guard can be a
        network or a bottom line.

    Fails
        dangers:
          - id: hurting-lisa
            statement: Priya is worried that Dean will hit Lisa again and that Mia could be hurt.
            about: [dean]
            goal: {statement: For six months Lisa will keep the door locked and Mia will sleep well., who_does: [lisa]}

    Passes
        dangers:
          - id: hurting-lisa
            statement: Priya is worried that Dean will hit Lisa again and that Mia could be hurt.
            about: [dean]
            goal:
              statement: For six months Dean will go to Ray's when he is angry, and Mia will sleep well.
              who_does: [dean, ray]

    Source
        Records of domestic abuse often turn one person's pattern of violence into the poor choices of the one who
        lives with it (work on domestic abuse and child protection); the goal says what the caregiver will do
        differently (North Yorkshire's summary of danger statements and safety goals).
    """
    said = {id(danger): words for danger, words in statements(look)}
    for danger in look.case.dangers:
        words = said.get(id(danger))
        feared = _whose_violence(look.case, danger, words)
        if feared and _all_falls_on_the_hurt(look.case, danger, feared):
            yield Found(
                danger.path,
                "All that is to be done about this falls on those who were hurt, or on a child.",
                "Say what the person whose violence it is will do, and who else will see to it. If nothing can be "
                "asked of them now, say who else acts, so that it does not rest on those who were hurt.",
                also=(danger.at("goal"), ("safety_plan",), ("map", "needs_to_happen")),
            )


def _whose_violence(case: Case, danger: Danger, words: Words | None) -> frozenset[str]:
    people = case.people
    if not danger.about:
        return frozenset(
            id_ for id_, person in people.items() if person.must_not_see and names_somebody(danger.statement, person)
        )
    grown_ups = frozenset(id_ for id_ in danger.about if id_ in people and people[id_].role != "child")
    if any(people[id_].must_not_see for id_ in grown_ups) or (words is not None and words.of("violence")):
        return grown_ups
    return frozenset()


def _all_falls_on_the_hurt(case: Case, danger: Danger, feared: frozenset[str]) -> bool:
    people = case.people
    hurt = {id_ for feared_id in feared if (mark := people[feared_id].must_not_see) for id_ in mark.words_of}
    fall_on_somebody = False
    for text, who, about in _what_is_done(case, danger):
        if not feared.isdisjoint(who) or not feared.isdisjoint(about):
            return False
        family = [people[id_] for id_ in who if id_ in people and people[id_].role not in _PRACTITIONERS]
        if not family:
            # Somebody from outside does it, or nobody is named: it may be done with the person who hurts.
            if any(names_somebody(text, people[id_]) for id_ in feared):
                return False
            continue
        if not all(
            person.role == "child"
            or person.id in hurt
            or (person.role in GROWN_UPS_AT_HOME and names_somebody(danger.statement, person))
            for person in family
        ):
            return False
        fall_on_somebody = True
    return fall_on_somebody


def _what_is_done(case: Case, danger: Danger) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    """Give the text, the doers and the person it is about, of the goal, and of the steps and rules for this danger.

    Steps and rules for no danger in particular count as well: they may be for this one.
    """
    if danger.goal is not None:
        yield danger.goal.statement, danger.goal.who_does, ()
    for item in _steps_and_rules(case):
        if not item.danger or item.danger == danger.id:
            yield item.what, item.who, item.about


def _steps_and_rules(case: Case) -> Iterator[NextStep | Rule]:
    if case.map is not None and case.map.needs_to_happen is not None:
        yield from case.map.needs_to_happen.next_steps
    if case.safety_plan is not None:
        yield from case.safety_plan.rules
