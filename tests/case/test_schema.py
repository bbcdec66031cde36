"""The JSON Schema says what the reader says, as far as a JSON Schema can."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.mutants import VALUES, changed, load, places, renamed, without
from support.running import EXAMPLES, ROOT, run

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.case.schema import EDITOR_HEADER, FILE_NAME, case_schema, schema_text, shipped_schema
from sostool.yamlfile.composer import compose
from sostool.yamlfile.kinds import ID
from sostool.yamlfile.parts import ByIdKind, ItemsKind, Part, PartKind, part_schema
from sostool.yamlfile.reading import Reading
from sostool.yamlfile.source import Source

SCHEMA = case_schema()
SHIPPED = ROOT / "sostool" / "case" / FILE_NAME
# What only the whole file can tell: whether an id is somebody's, whether it is given twice, which profiles there are.
BEYOND_A_SCHEMA = {"CF106", "CF107", "CF113"}


def parts(top: type[Part]) -> dict[str, type[Part]]:
    """Give every part of the file by the name of its class."""
    found: dict[str, type[Part]] = {}
    waiting = [top]
    while waiting:
        part = waiting.pop()
        assert found.setdefault(part.__name__, part) is part, "two parts of one name would be one definition"
        waiting += [
            key.kind.part
            for key in part.keys.values()
            if isinstance(key.kind, (PartKind, ItemsKind, ByIdKind)) and key.kind.part.__name__ not in found
        ]
    return found


PARTS = parts(Case)


@cache
def validator(name: str) -> Draft202012Validator:
    schema = SCHEMA if name == "Case" else {**part_schema(PARTS[name], {}), "$defs": SCHEMA["$defs"]}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def told_by_reader(part: type[Part], data: Any) -> set[str]:
    text = json.dumps(data)
    root, troubles = compose(text)
    assert root is not None
    assert troubles == []
    reading = Reading(Source("case.yaml", text, root))
    part.read(root, (), reading)
    codes = {finding.code for finding in reading.findings}
    # What is no id can be the id of nobody.
    if any(not ID.match(one.value) and not one.free_text_allowed for one in reading.references):
        codes.add("CF106")
    return codes


def least(part: type[Part]) -> dict[str, Any]:
    """Give as little as makes a part whole."""
    needed = [name for name, key in part.keys.items() if key.required]
    needed += [group[0] for group in part.one_of]
    return {name: part.keys[name].example for name in needed}


def test_the_shipped_schema_is_fresh(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh-references"):
        SHIPPED.write_text(schema_text(), encoding="utf-8", newline="\n")
    assert SHIPPED.read_text("utf-8") == schema_text(), "run: make docs"
    assert shipped_schema().decode() == schema_text()


def test_the_command_prints_it() -> None:
    done = run("schema")
    assert (done.code, done.err) == (0, "")
    assert done.out == schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_nothing_in_it_is_fetched() -> None:
    addresses = re.findall(r"https?://[^\"]+", schema_text())
    assert addresses == ["https://json-schema.org/draft/2020-12/schema"]
    assert re.findall(r'"\$ref": "(?!#/\$defs/)', schema_text()) == []


def test_the_editors_header_names_the_file_beside() -> None:
    assert f"# yaml-language-server: $schema={FILE_NAME}" == EDITOR_HEADER


@pytest.mark.parametrize("name", PARTS)
def test_every_key_has_a_description_and_an_example(name: str) -> None:
    schema = SCHEMA if name == "Case" else SCHEMA["$defs"][name]
    assert schema["description"]
    assert list(schema["properties"]) == list(PARTS[name].keys)
    for key, said in schema["properties"].items():
        assert re.search(r"[.?:”]$|\w$", said["description"]), key
        assert len(said["description"]) > 3
        shown = said.get("examples") or re.findall(r"```yaml\n(.+?)\n```", said["markdownDescription"], re.DOTALL)
        assert len(shown) == 1, "an editor puts an example in only where there is one"
        assert shown[0] not in ("", [], {}, None)


def test_there_are_as_many_definitions_as_parts() -> None:
    assert len(PARTS) > 40
    assert set(SCHEMA["$defs"]) | {"Case"} == set(PARTS)


@pytest.mark.parametrize("name", PARTS)
def test_every_example_is_right_for_both(name: str) -> None:
    part = PARTS[name]
    for key, said in part.keys.items():
        data = {**least(part), key: said.example}
        assert told_by_reader(part, data) <= BEYOND_A_SCHEMA, key
        validator(name).validate(data)


@pytest.mark.parametrize("name", PARTS)
def test_every_value_at_every_key_means_the_same_to_both(name: str) -> None:
    part = PARTS[name]
    assert told_by_reader(part, least(part)) <= BEYOND_A_SCHEMA
    for key in part.keys:
        for value in VALUES:
            compare(name, {**least(part), key: value})
        compare(name, {word: said for word, said in least(part).items() if word != key})
    compare(name, {**least(part), "no_such_key": "x"})
    for value in VALUES:
        if value is not None:
            compare(name, value)


# Where a JSON Schema says less or more than the reader, with the reason.
def beyond(data: Any, codes: set[str]) -> bool:
    values = list(data.values()) if isinstance(data, dict) else [data]
    typed = [inner for value in values for inner in (value if isinstance(value, list) else [value])]
    return (
        bool(codes & BEYOND_A_SCHEMA)
        # A number in quotation marks is a number to the reader; an editor asks for it without.
        or any(isinstance(value, str) and re.fullmatch(r"\d+", value) for value in typed)
        # The 30th of February, where a date may also be a month or a year.
        or "2026-02-30" in typed
        # A list of nothing names nobody; only a count of what is left could tell.
        or [None] in values
    )


def compare(name: str, data: Any) -> None:
    codes = told_by_reader(PARTS[name], data)
    valid = validator(name).is_valid(data)
    if valid != (not codes):
        assert beyond(data, codes), (name, data, codes, "valid" if valid else "not valid")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_examples_are_valid(example: Any) -> None:
    validator("Case").validate(load(example.read_text("utf-8")))


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 6


def both(data: Any) -> tuple[set[str], bool]:
    codes = {finding.code for finding in read_case(json.dumps(data).encode(), "case.yaml").findings}
    return codes, validator("Case").is_valid(data)


def mutants(count: int) -> list[Any]:
    chance = random.Random(42)
    files = [load(example.read_text("utf-8")) for example in EXAMPLES]
    changed_files: list[Any] = []
    while len(changed_files) < count:
        data = chance.choice(files)
        path = chance.choice(list(places(data)))
        kind = chance.randrange(3)
        if kind == 0:
            changed_files.append(changed(data, path, chance.choice(VALUES)))
        elif kind == 1:
            changed_files.append(without(data, path))
        elif isinstance(path[-1], str):
            changed_files.append(renamed(data, path, path[-1][:-1] + "x"))
    return changed_files


def check_mutants(count: int) -> None:
    seen = {True: 0, False: 0}
    for data in mutants(count):
        codes, valid = both(data)
        if codes - BEYOND_A_SCHEMA and valid:
            assert "2026-02-30" in json.dumps(data), codes
        if not codes:
            assert valid or re.search(r'"(score|sostool)": "\d+"', json.dumps(data))
        seen[valid] += 1
    assert min(seen.values()) > count / 10


def test_a_changed_file_means_the_same_to_both() -> None:
    check_mutants(120)


@pytest.mark.slow
def test_many_changed_files_mean_the_same_to_both() -> None:
    check_mutants(1_000)


@pytest.mark.slow
def test_check_jsonschema_accepts_the_examples() -> None:
    pytest.importorskip("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SHIPPED), *map(str, EXAMPLES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
