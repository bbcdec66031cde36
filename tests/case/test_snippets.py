from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from sostool.case.model import Case
from sostool.case.schema import all_parts, case_schema
from sostool.case.snippets import STARTS
from sostool.yamlfile.parts import Part

SCHEMA = case_schema()
BLANK = re.compile(r"\$\{(\d+):((?:\\.|[^}\\])+)\}")


def schema_of(part: type[Part]) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMA if part is Case else SCHEMA["$defs"][part.__name__]
    return found


def bodies(part: type[Part]) -> dict[str, Any]:
    """Give every snippet of a part and of its keys by its label."""
    schema = schema_of(part)
    found = {one["label"]: one["body"] for one in schema.get("defaultSnippets", ())}
    for said in schema["properties"].values():
        for one in said.get("defaultSnippets", ()):
            found[f"= {one['label']}"] = one["body"]
    return found


def leaves(body: Any) -> list[str]:
    if isinstance(body, dict):
        return [leaf for key, value in body.items() for leaf in ([key] if "$" in key else []) + leaves(value)]
    if isinstance(body, list):
        return [leaf for value in body for leaf in leaves(value)]
    return [body]


@pytest.mark.parametrize("part", STARTS, ids=lambda part: part.__name__)
def test_a_part_is_started_with_its_own_keys_in_the_order_that_is_said(part: type[Part]) -> None:
    keys = STARTS[part].keys.split()
    assert set(keys) <= set(part.keys)
    assert list(bodies(part)[STARTS[part].label]) == keys
    assert all(group[0] in keys for group in part.one_of)
    assert all(name in keys for name in part.must_have)


@pytest.mark.parametrize("part", all_parts(Case), ids=lambda part: part.__name__)
def test_every_value_is_a_blank_and_the_blanks_count_upwards(part: type[Part]) -> None:
    for label, body in bodies(part).items():
        text = " ".join(leaves(body))
        assert [int(number) for number, _ in BLANK.findall(text)] == list(range(1, len(BLANK.findall(text)) + 1)), label
        for leaf in leaves(body):
            assert re.fullmatch(r"[\[\], ]*", BLANK.sub("", leaf)), (label, leaf)


def examples(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {one for inner in value.values() for one in examples(inner)}
    if isinstance(value, list):
        return {one for inner in value for one in examples(inner)}
    return {str(value).lower() if isinstance(value, bool) else str(value)}


def test_nothing_stands_in_a_snippet_that_no_key_shows_as_its_example() -> None:
    shown = {one for part in all_parts(Case) for key in part.keys.values() for one in examples(key.example)}
    count = 0
    for part in all_parts(Case):
        for body in bodies(part).values():
            for _, value in BLANK.findall(" ".join(leaves(body))):
                assert re.sub(r"\\(.)", r"\1", value).strip("'").replace("''", "'") in shown
                count += 1
    assert count > 500


def test_every_list_of_parts_can_be_begun_from_the_part_that_has_it() -> None:
    for part in all_parts(Case):
        begun = {label.partition(":")[0] for label in bodies(part) if ":" in label}
        lists = {name for name, key in part.keys.items() if key.kind.part is not None and isinstance(key.example, list)}
        assert begun == lists


def as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("part", all_parts(Case), ids=lambda part: part.__name__)
def test_the_example_that_is_shown_is_the_one_that_the_key_is_declared_with(part: type[Part]) -> None:
    for name, key in part.keys.items():
        shown = re.findall(
            r"```yaml\n(.+?)\n```", schema_of(part)["properties"][name].get("markdownDescription", ""), re.DOTALL
        )
        assert len(shown) == isinstance(key.example, list | dict)
        for text in shown:
            assert yaml.load(text, yaml.BaseLoader) == {name: as_text(key.example)}  # noqa: S506 - nothing but texts
