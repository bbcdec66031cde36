"""DS109: no more statements for one child than a family can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import children_of
from sostool.checks.look import Look


@check("DS109", "many-dangers-for-one-child", "advice")
def has_few_for_each_child(look: Look) -> Iterator[Found]:
    """No child has more danger statements than the authority suggests.

    What it checks
        No child stands in more danger statements than the profile's limit `statements_for_one_child`. A statement
        that lists nobody counts for every child with `same_for_all: true`, and else for none (DS106 asks for whom
        it is).

    Why it matters
        A family can keep three worries in mind and work on them. With seven, nobody knows which one matters most, and
        the one that could cost a child's life stands beside missed dentist's appointments.

    Fails
        dangers:
          - {statement: Mia could be hit if Dean drinks., children: [mia]}
          - {statement: Mia could be hungry again., children: [mia]}
          - {statement: Mia could be alone again., same_for_all: true}
          - {statement: Mia could miss more school., children: [mia]}

    Passes
        dangers:
          - {statement: Mia could be hit if Dean drinks., children: [mia]}
          - {statement: Mia could be hungry again., children: [mia]}
          - {statement: Mia could be alone again., same_for_all: true}

    Source
        Try not to exceed three (a council's how-to guide on danger statements and safety goals); no more than four
        (North Yorkshire's guide to conferences).
    """
    limit = look.profile.limits["statements_for_one_child"]
    if len(look.case.dangers) <= limit:
        return
    counts = Counter(
        child.id
        for danger in look.case.dangers
        if danger.children or danger.same_for_all
        for child in children_of(look.case, danger)
    )
    too_many = [id_ for id_, count in counts.items() if count > limit]
    if too_many:
        yield Found(
            ("dangers",),
            "One child has more danger statements than this authority suggests.",
            "See which of them belong together, and which could stand under `complicating:` instead.",
            "; ".join(f"{look.case.people[id_].name or id_}: {counts[id_]}" for id_ in too_many),
        )
