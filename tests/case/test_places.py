"""Each value of a sound file points at exactly its own text, and each mistake put into one is told at its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from support.running import EXAMPLES
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.findings.finding import Path, Place
from sostool.yamlfile.kinds import When
from sostool.yamlfile.parts import Part

DATA = {example.stem: example.read_bytes() for example in EXAMPLES}


def leaves(value: Any) -> Iterator[tuple[Path, Any]]:
    """Give the path and the value of everything that was read."""
    if not isinstance(value, Part):
        return
    for name, attribute in value.attributes.items():
        if attribute not in value.__dict__:
            continue
        inner = value.__dict__[attribute]
        path = (*value.path, name)
        if isinstance(inner, dict):
            for part in inner.values():
                yield from leaves(part)
        elif isinstance(inner, Part):
            yield from leaves(inner)
        elif isinstance(inner, tuple) and not isinstance(inner, When):
            for index, item in enumerate(inner):
                if isinstance(item, Part):
                    yield from leaves(item)
                else:
                    yield (*path, index), item
        else:
            yield path, inner


def typed(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.typed if isinstance(value, When) else str(value)


def unquoted(text: str) -> str:
    """Take away quotation marks around a text; the examples have no escapes."""
    if text[:1] == "'":
        return text[1:-1].replace("''", "'")
    return text[1:-1] if text[:1] == '"' else text


def text_at(lines: list[str], place: Place) -> str:
    assert place.end_line == place.line
    return lines[place.line - 1][place.column - 1 : place.end_column - 1]


@pytest.mark.parametrize("name", DATA)
def test_each_value_points_at_its_text(name: str) -> None:
    read = read_case(DATA[name], "case.yaml")
    assert read.findings == []
    seen = 0
    for path, value in leaves(read.case):
        place = read.source.place(path)
        text = text_at(read.source.lines, place)
        seen += 1
        if text == "":
            # A text over several lines: where it starts.
            first = read.source.line(place.line)[place.column - 1 :]
            assert first.startswith((">", "|")) or typed(value).startswith(first.strip("\"'")), path
        else:
            assert unquoted(text).removesuffix(".0") == typed(value).removesuffix(".0"), path
    assert seen > 100


@pytest.mark.parametrize("name", DATA)
def test_each_key_points_at_its_text(name: str) -> None:
    source = read_case(DATA[name], "case.yaml").source
    assert source.root is not None
    for path, _ in keys(source.root):
        assert text_at(source.lines, source.place(path, key=True)) == path[-1]


def keys(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Give the path of every key in a tree, with its value."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield (*path, key.value), value
            yield from keys(value, (*path, key.value))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from keys(item, (*path, index))


def without_lines(data: bytes, first: int, last: int) -> bytes:
    lines = data.split(b"\n")
    return b"\n".join(lines[: first - 1] + lines[last:])


REQUIRED: list[Path] = [("sostool",), ("reference",), ("meeting", "kind"), ("meeting", "date"), ("meeting",)]


@pytest.mark.parametrize("path", REQUIRED, ids=str)
@pytest.mark.parametrize("name", DATA)
def test_a_required_value_that_is_deleted_is_missed_at_its_part(name: str, path: Path) -> None:
    source = read_case(DATA[name], "case.yaml").source
    node = source.node(path)
    assert node is not None
    first = source.place(path, key=True).line
    last = first if isinstance(node, ScalarNode) else node.end_mark.line
    read = read_case(without_lines(DATA[name], first, last), "case.yaml")
    (finding,) = [finding for finding in read.findings if finding.code == "CF109"]
    assert finding.path == path
    assert finding.message == f"The key “{path[-1]}” is missing."
    wanted = read.source.place(("meeting",), key=True) if len(path) > 1 else read.source.place(())
    assert finding.place == wanted


RETYPED = [
    "",
    "~",
    "[]",
    "{}",
    "[a]",
    "{a: b}",
    "- a",
    "'",
    '"',
    "yes",
    "-1",
    "1e3",
    "2026-02-30",
    "17/03/2026",
    "a b/c",
]

REFERENCES = ("yes", "1e3", "2026-02-30")


@pytest.mark.parametrize("value", RETYPED)
@pytest.mark.parametrize("path", REQUIRED, ids=str)
@pytest.mark.parametrize("name", ["mia-and-noah", "early-help"])
def test_a_required_value_that_is_retyped_is_told_at_its_line(name: str, path: Path, value: str) -> None:
    if path == ("reference",) and value in REFERENCES:
        pytest.skip("this can be a reference")
    source = read_case(DATA[name], "case.yaml").source
    node = source.node(path)
    assert node is not None
    line = source.place(path, key=True).line
    last = line if isinstance(node, ScalarNode) else node.end_mark.line
    lines = DATA[name].decode().split("\n")
    indent = " " * (2 * (len(path) - 1))
    mutant = "\n".join([*lines[: line - 1], f"{indent}{path[-1]}: {value}", *lines[last:]])
    findings = read_case(mutant.encode(), "case.yaml").findings
    assert line in {finding.place.line for finding in findings}, findings[:3]


@pytest.mark.slow
@pytest.mark.parametrize("name", DATA)
def test_each_value_that_is_retyped_is_told_at_its_line_or_read_as_typed(name: str) -> None:
    """A list, keys or nothing in place of each single value in turn: never a silent change anywhere else."""
    read = read_case(DATA[name], "case.yaml")
    before = dict(leaves(read.case))
    lines = DATA[name].decode().split("\n")
    for path, value in before.items():
        node = read.source.node(path)
        if not isinstance(node, ScalarNode) or node.start_mark.line != node.end_mark.line:
            continue
        number, start, end = node.start_mark.line, node.start_mark.column, node.end_mark.column
        mutant = list(lines)
        mutant[number] = f"{mutant[number][:start]}{{a: b}}{mutant[number][end:]}"
        again = read_case("\n".join(mutant).encode(), "case.yaml")
        assert number + 1 in {finding.place.line for finding in again.findings}, (path, value)


def test_a_single_value_in_place_of_a_list_and_a_sentence_in_place_of_a_part_have_places() -> None:
    data = b"""\
sostool: 1
reference: EX-0042
meeting: {kind: mapping, date: 2026-03-17}
people: {lisa: {name: Lisa, role: parent}}
priorities: neglect
dangers:
  id: drinking
  statement: Lisa is worried.
  worried: lisa
  goal: Calm evenings.
"""
    read = read_case(data, "case.yaml")
    assert read.findings == []
    assert isinstance(read.case, Case)
    wanted = {
        ("priorities", 0): "neglect",
        ("dangers", 0, "id"): "drinking",
        ("dangers", 0, "worried", 0): "lisa",
        ("dangers", 0, "goal", "statement"): "Calm evenings.",
    }
    assert {path: text_at(read.source.lines, read.source.place(path)) for path in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("why: One two three.", "two", (1, 10, 1, 13)),
        ("why: 'One two three.'", "two three", (1, 11, 1, 20)),
        ("why: |\n  One\n  two three.", "two", (3, 3, 3, 6)),
        ("why: >-\n  One two\n  three.", "two three", (2, 7, 2, 7)),
        ('why: "One \\u0074wo"', "two", (1, 6, 1, 20)),
        ("why: One\nplace: two", "two", (1, 6, 1, 9)),
    ],
)
def test_words_are_found_where_they_stand_in_a_text(text: str, words: str, place: tuple[int, ...]) -> None:
    body = "\n".join("  " + line for line in text.splitlines())
    source = read_case(f"meeting:\n{body}\n".encode(), "case.yaml").source
    found = source.place_of_words(("meeting", "why"), words)
    line, column, end_line, end_column = place
    # The texts stand one line lower and two columns further in than they are written above.
    assert found == Place(line + 1, column + 2, end_line + 1, end_column + 2)
