"""NX104: no child is the one who must act or keep watch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sostool.case.ages import GROWN_UP, age_on
from sostool.case.model import Case, Person
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.next_steps.steps import next_steps
from sostool.findings.finding import Path


@check("NX104", "child-left-to-act", "query")
def leaves_it_to_no_child(look: Look) -> Iterator[Found]:
    """A grown-up, not a child, is the one who acts or keeps watch.

    What it checks
        Where somebody is listed who does an open step, keeps a rule, checks it, does what a goal says or sees it
        done, they are not all children. A child who does something beside a grown-up, such as ringing gran because
        they want to, is fine. A parent who is under 18 counts as a parent.

    Why it matters
        A child who has to ring for help when Dad drinks is a child on guard, and will think it was their fault on
        the night it goes wrong. Keeping children safe is work for grown-ups, and each child should know whose.

    Fails
        safety_plan:
          rules: [{what: "When Dean is angry, Mia takes her brother upstairs and rings Jo.", who: [mia]}]

    Passes
        safety_plan:
          rules: [{what: "When Dean is angry, he goes to Ray's. Mia rings Jo if she likes.", who: [dean, ray, jo, mia]}]

    Source
        The plan names the people who make sure that its rules are kept (a published guide to safety plans with
        families); a goal is what the carer does (a state's training notes on safety-organised practice).
    """
    children = {person.id for person in look.case.people.values() if _is_child(person, look.case)}
    if not children:
        return
    for path, who in _tasks(look.case):
        if who and children.issuperset(who):
            yield Found(
                path,
                "This leaves it to a child.",
                "Say which grown-up does it, one the child trusts. The child can stay in the list beside them.",
            )


def _is_child(person: Person, case: Case) -> bool:
    if person.role in ("parent", "carer", "partner"):
        return False
    if person.born is None or case.meeting is None or case.meeting.date is None:
        return person.role == "child"
    return age_on(person.born, case.meeting.date) < GROWN_UP


def _tasks(case: Case) -> Iterator[tuple[Path, Iterable[str]]]:
    """Give each place where people are listed who act or keep watch."""
    for danger in case.dangers:
        if danger.goal is not None:
            yield danger.goal.at("who_does"), danger.goal.who_does
            yield danger.goal.at("who_sees"), danger.goal.who_sees
    for step in next_steps(case):
        if step.done is None:
            yield step.at("who"), step.who
    for rule in case.safety_plan.rules if case.safety_plan else ():
        yield rule.at("who"), rule.who
        if rule.check is not None:
            yield rule.check.at("who"), rule.check.who
