"""Any bytes at all: findings with a place in the text and a plain sentence, never an exception."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.running import EXAMPLES

from sostool.case.read import ReadCase, read_case

FILES = [example.read_bytes() for example in EXAMPLES]
SHORT = b"""\
sostool: 1
reference: EX-0042
meeting: {kind: mapping, date: 2026-03-17}
people:
  mia: {name: Mia, role: child}
dangers:
  - statement: >-
      Lisa's "flat" is cold.
    children: [mia]
    withhold: {from: everyone}
"""
# Whatever means something in YAML or to the reader, and what people paste.
PIECES = """- |? |: |[|]|{|}|,|'|"|#| #|# |&a |*a |!x |!!str |%|>-|@|`|---|...|<<: |what: |withhold: {from: [mia]}|mia|a|\\
\\x1b|é|“|null|~|true|2026-03-17|date:|-|--|dangers:|said_by|x y z|🙂|0""".replace("\\\n", "|").split("|")
PIECES += [
    "|",
    "|\n",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\n      ",
    "\n  - ",
    "\t",
    "\r",
    "\r\n",
    "\u00a0",
    "\ufeff",
    "\u2028",
]
PIECES += ["\x00", "\x85", "\x1b", "\u202e", "\u2066", "\u2069", "\ufffe", "\\ud800", "\\U00110000", "\\u202e"]


def assert_told(data: bytes) -> ReadCase:
    read = read_case(data, "case.yaml")
    assert read.case is not None or read.findings
    lines = read.source.lines
    for finding in read.findings:
        place = finding.place
        assert finding.message.endswith((".", "?")), finding.message
        assert finding.severity == "error"
        # A key that is missing at the end is told behind the last line.
        line = read.source.line(place.line)
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(line) + 1
        assert (place.end_line, place.end_column) >= (place.line, place.column)
        assert place.end_column <= max(len(line), len(read.source.line(place.end_line))) + 2
    return read


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=300)
def test_bytes(data: bytes) -> None:
    assert_told(data)


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=300)
def test_letters(text: str) -> None:
    assert_told(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(deadline=None, max_examples=600)
def test_what_looks_like_yaml(pieces: list[str]) -> None:
    assert_told("".join(pieces).encode())


@given(
    st.sampled_from([SHORT, *FILES]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), st.sampled_from(PIECES)), min_size=1, max_size=5),
)
@settings(deadline=None, max_examples=300)
def test_a_case_file_with_a_few_slips(data: bytes, slips: list[tuple[float, int, str]]) -> None:
    text = data.decode()
    for where, gone, piece in slips:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + gone :]
    assert_told(text.encode())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_many_case_files_with_a_few_slips(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(400):
        data = bytearray(chance.choice([SHORT, *FILES]))
        for _ in range(chance.randrange(1, 7)):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(8)] = chance.choice(PIECES).encode()
        assert_told(bytes(data))


@pytest.mark.parametrize("end", [0.1, 0.35, 0.5, 0.77, 0.999])
@pytest.mark.parametrize("data", FILES, ids=[example.stem for example in EXAMPLES])
def test_a_file_that_was_not_saved_to_its_end(data: bytes, end: float) -> None:
    assert_told(data[: int(len(data) * end)])


BOMBS = {
    "alias bomb": "a: &a [x, x]\n"
    + "".join(f"{two}: &{two} [*{one}, *{one}]\n" for one, two in zip("abcdefgh", "bcdefghi", strict=True)),
    "merge bomb": "a: &a {x: y}\n"
    + "".join(f"{two}: &{two} {{<<: [*{one}, *{one}]}}\n" for one, two in zip("abcdefgh", "bcdefghi", strict=True)),
    "recursive alias": "a: &a [*a]\n",
    "recursive alias as key": "&a {*a : b}\n",
    "alias to nothing": "a: *b\n",
    "anchor twice": "a: &b c\nd: &b e\n",
    "tag of Python": "a: !!python/object/apply:os.system [ls]\n",
    "binary tag": "a: !!binary ====\n",
    "tag handle": "%TAG ! tag:x,2026:\n---\na: !b c\n",
    "unknown directive": "%FOO bar\n---\na: b\n",
    "two documents": "a: b\n---\na: c\n",
    "three dots": "a: b\n...\n",
    "mark in the middle": "a: b\ufeffc\n",
    "escape": "a: \x1b[31mred\n",
    "nothing": "a: \x00b\n",
    "lone surrogate": '"\\ud800": "\\udfff"\n',
    "beyond Unicode": '"\\U00110000": b\n',
    "override in a key": "a\u202eb: c\n",
    "override in a key by escape": '"a\\u202eb": c\n',
    "isolates closed": "language: \u2066ar\u2069\n",
    "isolate over two lines": "language: >-\n  \u2066ar\n  \u2069\n",
    "list as key": "[a, b]: c\n? - a\n: b\n",
    "mapping as key": "{a: b}: c\n",
    "key without an end": "? " + "a" * 2000 + "\n: b\n",
    "long key": "a" * 2000 + ": b\n",
    "null as key": "~: b\n: c\nnull: d\n",
    "numbers and words as keys": "1: a\ntrue: b\n1.0: c\nTrue: d\nyes: e\n",
    "merge key": "<<: {a: b}\n",
    "people without a shape": "people: [mia, lisa]\n",
    "person twice": "people:\n  mia: {}\n  mia: {}\n",
    "ids that are none": "people:\n  ? [a]\n  : {name: Mia}\n  ? {a: b}\n  : {}\n  : {}\n  1: {}\n  null: {}\n",
    "old Mac line ends": "a: b\rc: d\r- e\r",
    "only a quotation mark": '"',
    "only a bracket": "[",
    "list": "- a\n- b\n",
    "word": "Mia",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_what_is_sent_to_break_a_reader(text: str) -> None:
    read = assert_told(text.encode())
    assert read.findings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"])
@pytest.mark.parametrize("data", [SHORT, *FILES])
def test_other_encodings_are_read_all_the_same(data: bytes, encoding: str) -> None:
    text = data.decode() + "# Zoë\n"
    saved = text.encode(encoding, "replace")
    codes = [finding.code for finding in assert_told(saved).findings]
    expected = {"utf-8-sig": [], "utf-32-be": None}.get(encoding, ["YA101"])
    assert expected is None or codes == expected


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"{\\rtf1", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_text_is_told_as_that(start: bytes) -> None:
    (finding,) = assert_told(start + bytes(range(256))).findings
    assert finding.code == "YA101"
    assert "not a plain text file" in finding.message
