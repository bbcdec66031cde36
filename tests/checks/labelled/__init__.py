"""Texts as workers write them, made up for this, each marked with the codes that should and should not ask about it.

A file holds texts of one kind: `kind` says where in a case they stand, `texts` lists them. Besides `text`, `should` and
`should_not`, an entry may have `worried` (the names of those who are worried) and `besides` (other keys of its item).
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from support.cases import HEAD, PEOPLE

# Where a text of each kind stands; the item is put in as JSON, which is YAML.
PLACES = {
    "why": "meeting: {kind: initial-conference, date: 2026-03-17, %s}\n",
    "statement": "dangers: [%s]\n",
    "goal": "dangers: [{statement: Priya is worried that Mia could be hurt again., goal: %s}]\n",
    "scale end": "scale: %s\n",
    "past harm": "map: {worried: {past_harm: [%s]}}\n",
    "past harm with a feared dad": "map: {worried: {past_harm: [%s]}}\n",
    "strength with a feared dad": "map: {working_well: {strengths: [%s]}}\n",
    "impact with a feared dad": (
        "map: {worried: {past_harm: [{what: Police came to the flat., said_by: [priya], children: [mia], "
        "impact: [%s]}]}}\n"
    ),
    "statement with a feared dad": "dangers: [%s]\n",
    "complicating": "map: {worried: {complicating: [%s]}}\n",
    "said again": (
        "map: {worried: {past_harm: [Police found Lisa with a cut lip in the kitchen.], complicating: [Money is tight "
        "since Dean lost his job at the warehouse., 'The family has no heating upstairs, and the landlord does not "
        "answer.']}, working_well: {existing_safety: ['Lisa texted Jo, and Jo fetched both children for the night.', "
        "'Dean rang his dad, left the flat and stayed with him until the next afternoon.'], strengths: [%s]}, "
        "needs_to_happen: {next_steps: [Ray and Priya write down what Dean does when he is angry.]}}\n"
    ),
    "strength": "map: {working_well: {strengths: [%s]}}\n",
    "existing safety": "map: {working_well: {existing_safety: [%s]}}\n",
    "next step": "map: {needs_to_happen: {next_steps: [%s]}}\n",
    "voice": "voices: [%s]\n",
    "recommendation": "recommendation: %s\n",
}
TEXT_KEY = {
    "statement": "statement",
    "statement with a feared dad": "statement",
    "goal": "statement",
    "scale end": "ten",
    "voice": "words",
}
ALWAYS: dict[str, dict[str, Any]] = {
    "voice": {"who": "mia", "date": "2026-03-10"},
    "past harm with a feared dad": {"said_by": ["priya"], "children": ["mia", "noah"]},
    "impact with a feared dad": {"child": "mia", "said_by": ["cole"]},
    "strength with a feared dad": {"said_by": ["priya"]},
    "statement with a feared dad": {"children": ["mia", "noah"]},
}
# People other than those of the base.
FEARED_DAD = """\
people:
  mia: {name: Mia, role: child, born: 2019-06-02}
  noah: {name: Noah, role: child, born: 2024-11-20}
  lisa: {name: Lisa, role: parent, relation: Mia and Noah's mum, parent_of: [mia, noah]}
  dean:
    name: Dean
    role: parent
    relation: Mia and Noah's dad
    parent_of: [mia, noah]
    must_not_see: {words_of: [lisa, mia, jo], why: They are frightened., agreed_by: ann, date: 2026-03-12}
  jo: {name: Aunt Jo, role: network, relation: Lisa's sister}
  ray: {name: Grandad Ray, role: network, relation: Dean's dad, side_of: dean}
  priya: {name: Priya Shah, role: social-worker}
  cole: {name: Mr Cole, role: practitioner, relation: Mia's teacher}
  ann: {name: Ann Obi, role: chair}
"""


class Labelled(NamedTuple):
    """One text of the set: the case it stands in, and what should and should not be asked of it."""

    file: str
    text: str
    case: str
    should: frozenset[str]
    should_not: frozenset[str]


@cache
def labelled() -> tuple[Labelled, ...]:
    """Give all texts of the set."""
    return tuple(
        _labelled(file.stem, content["kind"], entry)
        for file in sorted(Path(__file__).parent.glob("*.yaml"))
        for content in [yaml.safe_load(file.read_text("utf-8"))]
        for entry in content["texts"]
    )


def _labelled(file: str, kind: str, entry: dict[str, Any]) -> Labelled:
    known = {"text", "should", "should_not", "worried", "besides"}
    assert set(entry) <= known, f"{file}: {set(entry) - known}"
    names = entry.get("worried", [])
    ids = [f"w{number}" for number in range(len(names))]
    people = "".join(f"  {id_}: {{name: {json.dumps(name)}}}\n" for id_, name in zip(ids, names, strict=True))
    item = {
        TEXT_KEY.get(kind, "what"): entry["text"],
        **ALWAYS.get(kind, {}),
        **({"worried": ids} if ids else {}),
        **entry.get("besides", {}),
    }
    return Labelled(
        file,
        entry["text"],
        HEAD
        + (FEARED_DAD if kind.endswith("a feared dad") else PEOPLE)
        + people
        + PLACES[kind] % json.dumps(item, ensure_ascii=False, default=str)
        if kind != "why"
        else HEAD.replace("17}", f"17, why: {json.dumps(entry['text'], ensure_ascii=False)}}}") + PEOPLE,
        frozenset(entry.get("should", ())),
        frozenset(entry.get("should_not", ())),
    )
