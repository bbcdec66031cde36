"""What may stand in a log: message, mend and path name nobody and quote nothing; only the detail does."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.running import EXAMPLES
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.model import Case
from sostool.case.paths import by_position
from sostool.case.read import ReadCase, read_case
from sostool.yamlfile.parts import all_keys

KNOWN = all_keys(Case)
MARKER = re.compile(r"zq\w*qz", re.IGNORECASE)
SLIPS = (
    ": ",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "\t",
    " #x",
    "@",
    "*",
    "&",
    "!",
    "|",
    "\n",
    ",",
    "%",
    "<<",
    "? ",
    "- ",
    "\\",
    "\x1b",
)


def marked(text: str, chance: random.Random) -> str:
    """Put a word of its own into every value, and make some keys and ids such words too."""
    root = read_case(text.encode(), "case.yaml").source.root
    assert root is not None
    lines = text.split("\n")
    spots = sorted(singles(root), key=lambda node: (node.start_mark.line, node.start_mark.column), reverse=True)
    for number, node in enumerate(spots):
        start, end = node.start_mark, node.end_mark
        # A list or keys that stand in for a value keep the file readable more often than a random slip does.
        if start.line == end.line and node.value and chance.random() < 0.7:
            line = lines[start.line]
            lines[start.line] = f"{line[: start.column]}zq{number}{chance.choice('abcdef')}qz{line[end.column :]}"
    return "\n".join(lines)


def singles(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and (key.value not in KNOWN or key.start_mark.index % 17 == 0):
                yield key
            yield from singles(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from singles(item)
    elif isinstance(node, ScalarNode):
        yield node


def assert_private(read: ReadCase) -> None:
    for finding in read.findings:
        in_public = f"{finding.message} {finding.mend} {finding.path}"
        assert not MARKER.search(in_public), finding
        assert all(isinstance(step, int) or step in KNOWN for step in finding.path), finding.path


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("example", EXAMPLES, ids=[example.stem for example in EXAMPLES])
def test_no_marker_of_a_broken_file_is_in_what_may_be_logged(example: Path, seed: int) -> None:
    chance = random.Random(seed)
    text = marked(example.read_text("utf-8"), chance)
    read = read_case(text.encode(), "case.yaml")
    assert len(read.findings) > 20
    assert any(MARKER.search(finding.detail) for finding in read.findings)
    assert_private(read)
    for _ in range(12):
        at = chance.randrange(len(text))
        broken = text[:at] + chance.choice(SLIPS) + text[at + chance.randrange(3) :]
        assert_private(read_case(broken.encode(), "case.yaml"))


def test_a_persons_id_is_a_position_in_a_private_path() -> None:
    text = "people:\n  ann: {name: Ann, role: chair}\n  zqmiaqz: {name: Mia, role: chlid, contact: {telephone: 1}}\n"
    findings = read_case(text.encode(), "case.yaml").findings
    paths = {finding.code: (finding.path, finding.shown_path) for finding in findings}
    assert paths["CF103"] == (("people", 1, "role"), ("people", "zqmiaqz", "role"))
    assert paths["CF101"] == (("people", 1, "contact"), ("people", "zqmiaqz", "contact"))


@pytest.mark.parametrize("key", ["Zqmiaqz", "zqmia qz", "'zq ''mia qz'", "? [zqmiaqz]\n  ", "chair", "null", "~", '""'])
def test_an_id_that_is_none_is_a_position_too(key: str) -> None:
    text = f"people:\n  ann: {{name: Ann, role: chair}}\n  {key}: {{name: Mia, role: chlid}}\n"
    read = read_case(text.encode(), "case.yaml")
    assert {"CF110", "CF103"} <= {finding.code for finding in read.findings}
    assert_private(read)


def test_an_unknown_key_is_in_no_path() -> None:
    read = read_case(b"dangers: [{zqmiaqz: 1, id: drinking}]\n", "case.yaml")
    (finding,) = [finding for finding in read.findings if finding.code == "CF101"]
    assert (finding.path, finding.shown_path) == (("dangers", 0), ("dangers", "drinking"))
    assert finding.detail == "“zqmiaqz”"


def test_an_item_is_shown_by_its_id_and_kept_by_its_position() -> None:
    read = read_case(b"dangers: [{id: zqdrinkqz, children: [lisa]}]\n", "case.yaml")
    (finding,) = [finding for finding in read.findings if finding.code == "CF106"]
    assert finding.path == ("dangers", 0, "children", 0)
    assert finding.shown_path == ("dangers", "zqdrinkqz", "children", 0)


def test_a_path_of_nobody_keeps_nothing() -> None:
    source = read_case(b"people: {mia: {name: Mia}}\n", "case.yaml").source
    assert by_position(("people", "mia", "name"), source) == ("people", 0, "name")
    assert by_position(("people", "nobody", "name"), source) == ("people",)
    assert by_position(("people",), source) == ("people",)
    assert by_position(("dangers", 0), source) == ("dangers", 0)


def test_what_was_typed_is_quoted_cut() -> None:
    read = read_case(f"reference: {'a b ' * 500}\n".encode(), "case.yaml")
    (finding,) = [finding for finding in read.findings if finding.code == "CF112"]
    assert len(finding.detail) < 100
    assert finding.detail.startswith("“a b ")
    assert finding.detail.endswith("…”")
