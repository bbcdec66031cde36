"""From bytes to text and places: encodings, characters nobody sees, mended lines, words that are near."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.running import ROOT, environment
from yaml.nodes import ScalarNode

from sostool.findings.finding import START, Place
from sostool.yamlfile.characters import unwanted_characters, without_control_characters
from sostool.yamlfile.composer import DEEPEST, compose, compose_mended
from sostool.yamlfile.decoding import decode
from sostool.yamlfile.opening import open_source
from sostool.yamlfile.source import MOST_BYTES, Source
from sostool.yamlfile.spelling import edits, edits_apart, nearest
from sostool.yamlfile.trouble import place_of_offset


def no_keys() -> frozenset[str]:
    return frozenset()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_with_and_without_a_mark(mark: bytes) -> None:
    assert decode(mark + "Zoë 🙂".encode()) == ("Zoë 🙂", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_told_and_read(encoding: str) -> None:
    text, (trouble,) = decode("name: Zoë\n".encode(encoding))
    assert text == "name: Zoë\n"
    assert (trouble.code, trouble.place) == ("YA101", START)
    assert f"saved as {encoding[:6].upper()}" in trouble.message


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"name: Zo\xeb", Place(1, 9, 1, 10)),
        (b"a: b\nname: \x93Mia\x94\n", Place(2, 7, 2, 8)),
        ("ë: ".encode() + b"\x93", Place(1, 4, 1, 5)),
        (b"\xef\xbb\xbfa: \x93", Place(1, 4, 1, 5)),
        (b"a: b\r\nc: d\re: \x93", Place(3, 4, 3, 5)),
        (b"a: \xc3", Place(1, 4, 1, 5)),
        (b"\x81\x8d", Place(1, 1, 1, 2)),
    ],
)
def test_windows_1252_is_told_at_its_first_letter(data: bytes, place: Place) -> None:
    text, (trouble,) = decode(data)
    assert (trouble.code, trouble.place) == ("YA101", place)
    assert text
    assert "\ufffd" not in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\tb\r\nc é \u200d\u200c\u200e\u200f \u061c", []),
        ("a\x00", [("YA102", 1, 2)]),
        ("ab\n\x1b", [("YA102", 2, 1)]),
        ("a\x7f\x85\u2028\u2029\ufeff\ufffe\uffff", [("YA102", 1, column) for column in range(2, 9)]),
        ("a\r\u202eb", [("YA111", 2, 1)]),
        ("\u202a\u202b\u202c\u202d", [("YA111", 1, column) for column in range(1, 5)]),
        ("\u2066a\u2069", []),
        ("\u2067\u2068a\u2069\u2069", []),
        ("\u2066a", [("YA111", 1, 1)]),
        ("\u2066a\nb\u2069", [("YA111", 1, 1), ("YA111", 2, 2)]),
        ("a\u2069", [("YA111", 1, 2)]),
        ("\u2066\u2067a\u2069", [("YA111", 1, 1)]),
    ],
)
def test_characters_nobody_sees(text: str, told: list[tuple[str, int, int]]) -> None:
    found = unwanted_characters(text)
    assert [(one.code, one.place.line, one.place.column) for one in found] == told


def test_only_so_many_characters_are_told() -> None:
    for letter in "\x00\u202e\u2066\u2069":
        assert len(unwanted_characters(letter * 100_000)) == 20


@given(st.text())
def test_taking_characters_out_leaves_every_place(text: str) -> None:
    cleaned = without_control_characters(text)
    assert len(cleaned) == len(text)
    assert not [one for one in unwanted_characters(cleaned) if one.code == "YA102"]


@given(st.text("a\r\n", max_size=30), st.integers(0, 30))
def test_places_of_offsets(text: str, offset: int) -> None:
    before = text[: min(offset, len(text))]
    if before.endswith("\r") and text[len(before) : len(before) + 1] == "\n":
        return
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    place = place_of_offset(text, len(before))
    assert (place.line, place.column) == (len(lines), len(lines[-1]) + 1)


def test_a_file_that_is_too_large_is_not_read() -> None:
    source, (trouble,) = open_source(b"a" * (MOST_BYTES + 1), "case.yaml", no_keys)
    assert (source.root, source.text, trouble.code) == (None, "", "YA103")
    _, troubles = open_source(b"a" * MOST_BYTES, "case.yaml", no_keys)
    assert troubles == []


def test_the_rest_is_read_without_control_characters() -> None:
    source, (trouble,) = open_source(b"a: b\x07c\nd: e\n", "case.yaml", no_keys)
    assert trouble.place == Place(1, 5, 1, 6)
    assert source.place(("d",)) == Place(2, 4, 2, 5)
    assert source.text == "a: b\x07c\nd: e\n"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "-\t"])
def test_depth_is_limited(opening: str) -> None:
    closing = {"[": "]", "{a: ": "}"}.get(opening, "")
    for depth in (5_000, 200_000 // len(opening)):
        root, troubles = compose(opening * depth + "x" + closing * depth)
        assert root is None
        assert troubles
    root, troubles = compose(opening * (DEEPEST - 1) + "x" + closing * (DEEPEST - 1))
    assert root is not None or opening == "-\t"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_depth_is_limited_whatever_ends_a_line(end: str) -> None:
    root, (trouble,) = compose(f"# Mia{end}" + "- " * 60_000)
    assert (root, trouble.code) == (None, "YA109")


@pytest.mark.parametrize(
    ("typed", "read", "columns"),
    [
        ("a: b: c", "a: 'b: c'", {1: 1, 4: 4, 10: 8}),
        ("\ta: b", "    a: b", {5: 2, 8: 5}),
        ("     a: b", "    a: b", {5: 6, 8: 9}),
        ("{a: b: c, d: e}", "{a: 'b: c', d: e}", {2: 2, 5: 5, 13: 11, 16: 14}),
        ("a:b", "a: b", {1: 1, 4: 3}),
        ("[a]]", "[a]", {2: 2}),
    ],
)
def test_places_in_a_mended_line_are_those_that_were_typed(typed: str, read: str, columns: dict[int, int]) -> None:
    source = Source("case.yaml", f"x: y\n{typed}\nz: 1", None, f"x: y\n{read}\nz: 1")
    for column, wanted in columns.items():
        assert source.as_typed(Place(2, column, 2, column)).column == wanted
        assert source.as_typed(Place(1, column, 1, column)).column == column
        assert source.as_typed(Place(3, column, 3, column)).column == column


@given(
    st.text("ab: ", max_size=12), st.text("ab'", max_size=12), st.text("ab: ", max_size=12), st.text("ab'", max_size=12)
)
def test_places_around_a_mend_are_exact(start: str, typed: str, end: str, read: str) -> None:
    source = Source("case.yaml", f"{start}{typed}{end}", None, f"{start}{read}{end}")
    for at in range(len(start)):
        assert source.as_typed(Place(1, at + 1, 1, at + 1)).column == at + 1
    behind = source.as_typed(Place(1, len(start) + len(read) + len(end) + 1, 1, 1)).column
    assert behind == len(start) + len(typed) + len(end) + 1
    for at in range(len(start) + len(read) + len(end) + 1):
        assert 1 <= source.as_typed(Place(1, at + 1, 1, at + 1)).column <= len(start) + len(typed) + len(end) + 1


def test_lines_of_a_source() -> None:
    source = Source("case.yaml", "a\r\nb\rc\nd", None)
    assert [source.line(number) for number in range(6)] == ["", "a", "b", "c", "d", ""]
    assert source.place(("a",)) == START
    assert source.node(("a",)) is None


def test_paths_that_lead_nowhere_stop_where_they_end() -> None:
    source, _ = open_source(b"a: [{b: c}, d]\ne: f\n", "case.yaml", no_keys)
    assert source.place(("a", 0, "x")) == Place(1, 5, 1, 11)
    assert source.place(("a", 7)) == Place(1, 4, 1, 15)
    assert source.place(("x", "y")) == Place(1, 1, 1, 1)
    assert source.place(("a", 0, "b"), key=True) == Place(1, 6, 1, 7)
    assert source.node(("a", 0, "x")) is None
    assert isinstance(source.node(("a", 1)), ScalarNode)


def test_every_mend_is_a_reading_on() -> None:
    composed = compose_mended("a: b: c\nd: [e\nf: 'g\nh: @i\n")
    assert [trouble.place.line for trouble in composed.troubles] == [1, 2, 3, 4]
    assert composed.text == "a: 'b: c'\nd: [e]\nf: 'g'\nh: '@i'\n"
    assert composed.root is not None


def test_not_every_file_can_be_read_on() -> None:
    composed = compose_mended("a: b\n}{ x\n  - : ] [\n")
    assert composed.troubles
    assert composed.troubles[-1].message.endswith(".")


@pytest.mark.parametrize(
    ("word", "known", "wanted"),
    [
        ("statment", ["statement", "goal"], "statement"),
        ("Statements", ["statement", "goal"], "statement"),
        ("gaol", ["goal", "who"], "goal"),
        ("safety-plan", ["safety_plan"], "safety_plan"),
        ("socialworker", ["social-worker"], "social-worker"),
        ("zebra", ["goal", "who"], None),
        ("whom", ["who", "how"], "who"),
        ("", ["id"], None),
        ("a" * 1000, ["a"], None),
    ],
)
def test_the_word_that_was_probably_meant(word: str, known: list[str], wanted: str | None) -> None:
    assert nearest(word, known) == wanted


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 7))
def test_edits_are_counted_as_far_as_anybody_asks(first: str, second: str, most: int) -> None:
    whole = edits(first, second, 20)
    assert edits(second, first, 20) == whole
    assert edits(first, second, most) == min(whole, most + 1)
    assert edits_apart(first, second, most) is (whole <= most)
    assert (whole == 0) is (first == second)


@pytest.mark.parametrize(
    ("first", "second", "wanted"), [("abcd", "abdc", 1), ("abc", "ab", 1), ("abc", "axc", 1), ("ab", "abx", 1)]
)
def test_one_slip_is_one_edit(first: str, second: str, wanted: int) -> None:
    assert edits(first, second, 5) == wanted


def test_reading_a_sound_file_imports_nothing_it_does_not_need() -> None:
    program = (
        "import sys; from sostool.case.read import read_case; "
        "read_case(open('examples/mia-and-noah.yaml', 'rb').read(), 'x'); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=ROOT, env=environment(), check=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "sostool.case.read" in loaded
    unwanted = {"difflib", "json", "inspect", "dataclasses", "typer", "rich", "jinja2", "sostool.yamlfile.mends"}
    assert loaded & unwanted == set()
