"""DS110: who sees it differently shows in the text."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Case, Danger, Person
from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import GROWN_UPS_AT_HOME, whose_words_are_held_back
from sostool.checks.danger.statement_words import statements
from sostool.checks.look import Look
from sostool.checks.wording.text import names_somebody


@check("DS110", "dispute-out-of-sight", "advice")
def shows_a_known_dispute(look: Look) -> Iterator[Found]:
    """Where somebody is known to see a danger differently, its text shows it.

    What it checks
        A danger with `sees_it_differently` has wording for it in its text, such as “says” or “does not agree” (the
        profile's list `disagreement`), or names somebody who sees it differently and is not the one whose behaviour
        it is about. It is never asked for the view of somebody whose words are held back or who is feared, nor for
        one that is withheld, nor of a danger that is withheld. Where a statement tells of violence (the list
        `violence`), it is not asked for the view of a child or a grown-up at home who may be the one who is hurt.

    Why it matters
        A father who finds his own view in the statement can sign that it is fair without agreeing with it. One who
        does not find it stops reading. But what a frightened mother says about it can cost her dear where he reads
        it, and what a feared father says about her may frighten her: neither is asked for here.

    Fails
        dangers:
          - statement: Mr Cole is worried that Mia could come to school hungry again.
            sees_it_differently: [{who: lisa, says: She eats before we leave.}]

    Passes
        dangers:
          - statement: Mr Cole is worried that Mia could come to school hungry again. Lisa says that she eats at home.
            sees_it_differently: [{who: lisa, says: She eats before we leave.}]

    Source
        The dispute between professionals and family is written into the statement (glossary of the York
        partnership); what came from a mother or child who could be made to pay for it stays out (Queensland's
        practice manual on worry statements).
    """
    for danger, words in statements(look):
        if not danger.sees_it_differently or danger.withhold or words.of("disagreement"):
            continue
        people = _who_may_be_shown(look.case, danger, tells_of_violence=bool(words.of("violence")))
        if people and not any(
            person.id not in danger.about and names_somebody(words.text, person) for person in people
        ):
            yield Found(
                danger.at("statement"),
                "Somebody sees this differently, and the text does not show it.",
                "Add one fair sentence: who sees it differently, and how, as they would say it. Ask them first whether "
                "everyone may read it.",
                also=(danger.at("sees_it_differently"),),
            )


def _who_may_be_shown(case: Case, danger: Danger, *, tells_of_violence: bool) -> list[Person]:
    held_back = whose_words_are_held_back(case)
    seen = [case.people.get(view.who) for view in danger.sees_it_differently if view.who and not view.withhold]
    return [
        person
        for person in seen
        if person is not None
        and person.id not in held_back
        and not person.must_not_see
        and not person.side_of
        and not (tells_of_violence and _may_be_hurt(person, danger))
    ]


def _may_be_hurt(person: Person, danger: Danger) -> bool:
    """Tell whether somebody may be the one who is hurt, although nobody is marked as feared yet."""
    return person.id not in danger.about and (person.role == "child" or person.role in GROWN_UPS_AT_HOME)
