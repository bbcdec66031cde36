"""Which keys an editor puts in when somebody starts a part of the case file: the ones to think of first.

What stands in them comes from the examples that each key is declared with. Only small parts are started so: whatever
is not typed over would stand in a family's report.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sostool.case.model import (
    Answer,
    BottomLine,
    Cleared,
    Danger,
    ExistingSafety,
    Goal,
    GreyArea,
    Impact,
    Meeting,
    MustNotSee,
    NextStep,
    PastHarm,
    Person,
    Protected,
    Rating,
    Rule,
    Scale,
    Voice,
    Withhold,
)
from sostool.yamlfile.parts import Part
from sostool.yamlfile.snippets import snippet


class Start(NamedTuple):
    """How a part is started: what the editor calls it, and its keys in the order in which they are typed."""

    label: str
    keys: str


STARTS: dict[type[Part], Start] = {
    Meeting: Start("a meeting", "kind date author chair why"),
    Person: Start("a person", "name role"),
    PastHarm: Start("something that has hurt a child", "what date children said_by how_we_know impact"),
    Impact: Start("what it was like for one child", "child what said_by"),
    GreyArea: Start("something we do not know yet", "what who due"),
    ExistingSafety: Start("a time when the children were kept safe", "what danger who dates seen_by"),
    NextStep: Start("a next step", "what who due"),
    Danger: Start("a danger with its goal and its scale", "id statement worried about children rests_on goal scale"),
    Goal: Start("a safety goal", "statement who_does who_sees how_long"),
    Scale: Start("a scale with a first number", "ten zero ratings"),
    Rating: Start("one person's number", "who date score reason one_higher"),
    Voice: Start("somebody's own words", "who date how worries good_things dreams may_share"),
    BottomLine: Start("a bottom line", "id what danger why"),
    Rule: Start("a rule of the family's plan", "what who when danger meets check if_not"),
    Withhold: Start("hold this back from somebody", "from why agreed_by date"),
    Cleared: Start("let somebody have this after all", "for by date why"),
    MustNotSee: Start("whose words must not reach this person", "words_of why agreed_by date"),
    Protected: Start("words that must stand in nothing some people get", "words from why agreed_by date"),
    Answer: Start("a reason for a query", "check at reason who date"),
}


def add_snippets(parts: list[type[Part]], schemas: dict[str, dict[str, Any]]) -> None:
    """Add to the JSON Schemas of some parts how each is started.

    Args:
        parts: every part of the file.
        schemas: the JSON Schema of each by its name.
    """
    shown = _shown(parts)
    for part in parts:
        schema = schemas[part.__name__]
        firsts = {one["label"].partition(":")[0]: one for one in schema.get("defaultSnippets", ())}
        for name, key in part.keys.items():
            inner = key.kind.part
            if inner in STARTS:
                body = snippet(_whole(inner, key.example), inner)
                if name in firsts:
                    firsts[name].update(label=f"{name}: {STARTS[inner].label}", body={name: body})
                else:
                    start = schema["properties"][name]["defaultSnippets"][0]
                    start["body"] = body
                    if _is_by_id(inner, key.example):
                        start["label"] = STARTS[inner].label
        if part in STARTS:
            # Where keys show it differently, what they show does not fit every place.
            _add_start(part, schema, shown[part][0] if len(shown[part]) == 1 else {})


def _add_start(part: type[Part], schema: dict[str, Any], example: dict[str, Any]) -> None:
    # The blank of a single key shows what fits this part, not what fits all parts that share the key.
    for name, value in example.items():
        if "examples" in schema["properties"][name]:
            schema["properties"][name]["examples"] = [value]
    start = {
        "label": STARTS[part].label,
        "description": schema["description"],
        "sortText": " ",  # before the single keys
        "body": snippet(_start(part, example), part),
    }
    schema["defaultSnippets"] = [start, *schema.get("defaultSnippets", ())]


def _is_by_id(part: type[Part], example: Any) -> bool:
    return isinstance(example, dict) and not example.keys() <= part.keys.keys()


def _shown(parts: list[type[Part]]) -> dict[type[Part], list[dict[str, Any]]]:
    """Give the different examples that the keys of the file show of each part."""
    shown: dict[type[Part], list[dict[str, Any]]] = {part: [] for part in parts}
    for part in parts:
        for key in part.keys.values():
            inner = key.kind.part
            if inner is not None:
                example = _one(inner, key.example)
                if example not in shown[inner]:
                    shown[inner].append(example)
    return shown


def _one(part: type[Part], example: Any) -> dict[str, Any]:
    """Give the first item of an example: of a list, of a set by id, or itself."""
    one: dict[str, Any] = example[0] if isinstance(example, list) else example
    return next(iter(one.values())) if _is_by_id(part, one) else one


def _whole(part: type[Part], example: Any) -> Any:
    whole = _start(part, _one(part, example))
    if isinstance(example, list):
        return [whole]
    return {next(iter(example)): whole} if _is_by_id(part, example) else whole


def _start(part: type[Part], example: dict[str, Any]) -> dict[str, Any]:
    """Give a part as it is started: from an example of it, else from those of its keys and of the parts inside it."""
    started = {}
    for name in STARTS[part].keys.split():
        key = part.keys[name]
        value = example.get(name, key.example)
        started[name] = _whole(key.kind.part, value) if key.kind.part in STARTS else value
    return started
