"""NW102: each rule of the safety plan says who, when, who checks, and when to look at it again."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Rule
from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("NW102", "rule-without-who-when-or-review", "query")
def says_who_when_and_who_looks(look: Look) -> Iterator[Found]:
    """Each rule of the safety plan says who does it, when, who checks it, and when it is looked at again.

    What it checks
        Every rule has `who`, `when`, `check: {who: …}` and `review_on`.

    Why it matters
        “If it gets bad, somebody helps” is no plan at eleven at night. A rule that names who does what at which
        sign can be practised by a child's whole family, and one that somebody checks comes to light before it
        fails. Where somebody is frightened, hold the rule back from the person they fear (`withhold`): how
        they get help is never for that person to read.

    Fails
        safety_plan:
          rules: [{what: "When Dean is angry, he rings Ray.", who: [dean, ray]}]

    Passes
        safety_plan:
          rules:
            - what: When Dean is angry, he rings Ray and stays at Ray's.
              who: [dean, ray]
              when: Dean is angry
              check: {who: [priya], how: Ray tells Priya every Friday.}
              review_on: 2026-04-14

    Source
        Rules with the people who make sure that they are followed, and what sets them off (public material on
        safety plans and on safety planning with families); plans that were not looked at again (reports of
        Ireland's inspectors).
    """
    for rule in look.case.safety_plan.rules if look.case.safety_plan else ():
        missing = list(_missing(rule))
        if missing:
            yield Found(
                rule.path,
                "This rule does not say " + " or ".join(missing) + ".",
                "Add what is missing: who: [their-id], when: …, check: {who: [their-id], how: …}, "
                "review_on: 2026-04-14.",
                also=(rule.at("who"), rule.at("when"), rule.at("check"), rule.at("review_on")),
            )


def _missing(rule: Rule) -> Iterator[str]:
    if not rule.who:
        yield "who does it"
    if not rule.when.strip():
        yield "when it is used"
    if rule.check is None or not rule.check.who:
        yield "who checks it"
    if rule.review_on is None:
        yield "when to look at it again"
