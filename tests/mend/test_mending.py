"""A whole file: every byte outside the edits stays, it says the same but for the mends, and once is enough."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.mending import HEAD, TODAY, england, mended_bytes
from support.running import EXAMPLES

from sostool.case.read import read_case
from sostool.mend.mending import CannotMendError, TooLargeError, mend_case
from sostool.yamlfile.source import MOST_BYTES

BROKEN = """\
sostool: 1
reference: EX-1  # the authority's own number
meeting: {kind: mapping, date: 17/3/2026, why: The LAC review: we meet}
people:
  mia: {name: Mia, role: child, born: 3/5/2019}

map:
  worried:
    past_harm:
      - what: no   \t# a comment
        date: 2026-03
      - A plain sentence.
dangers:
  - statement: |
      The HV is worried.

    goal: 12:30
voices:
  - {who: mia, date: 3rd March 2026, words: ["The HV came", no]}
"""
MENDED = """\
sostool: 1
reference: EX-1  # the authority's own number
meeting: {kind: mapping, date: 2026-03-17, why: 'The looked-after child (LAC) review: we meet'}
people:
  mia: {name: Mia, role: child, born: 2019-05-03}

map:
  worried:
    past_harm:
      - id: past-harm-1
        what: "no"   \t# a comment
        date: 2026-03
      - A plain sentence.
dangers:
  - id: danger-1
    statement: |
      The health visitor (HV) is worried.

    goal: "12:30"
voices:
  - {who: mia, date: 2026-03-03, words: ["The HV came", "no"]}
"""
BORN = ("people", "mia", "born")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("closed", [True, False])
def test_all_kinds_together_in_files_of_every_kind(end: str, bom: bytes, closed: bool) -> None:
    before, after = (text if closed else text.rstrip("\n") for text in (BROKEN, MENDED))
    mended = mended_bytes(bom + before.replace("\n", end).encode(), {BORN: "2019-05-03"})
    assert mended.after == bom + after.replace("\n", end).encode()
    assert sorted({one.what for one in mended.done}) == ["abbreviation", "date", "id", "quotation marks"]
    assert list(mended.done) == sorted(mended.done, key=lambda one: one.place)
    assert (mended.left, mended.questions) == ((), ())


def test_places_are_those_of_the_file_as_it_was() -> None:
    mended = mended_bytes(BROKEN.encode(), {BORN: "2019-05-03"})
    lines = BROKEN.splitlines()
    dates = [one.place for one in mended.done if one.what == "date"]
    assert [lines[place.line - 1][place.column - 1 : place.end_column - 1] for place in dates] == [
        "17/3/2026",
        "3/5/2019",
        "3rd March 2026",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "YA110"),
        (b"\xff\xfe\x00", "YA101"),
        (HEAD.encode("utf-16"), "YA101"),
        (HEAD.encode() + b"language: \xe9\n", "YA101"),
        (HEAD.encode() + b"language: a\x07\n", "YA102"),
        (HEAD.encode() + "language: a\u202e\n".encode(), "YA111"),
        (HEAD.encode() + b"language: en\nlanguage: en\n", "YA108"),
        (HEAD.encode() + b"---\na: b\n", "YA105"),
        (b"%YAML 1.2\n---\n" + HEAD.encode(), "YA107"),
        (HEAD.encode() + b"people: " + b"[" * 30 + b"]" * 30 + b"\n", "YA109"),
        (b"- a\n", "CF102"),
        (b"# " + b"a" * MOST_BYTES, "YA103"),
        (HEAD.encode() + b"map:\n  worried:\n    past_harm: |\n     a\n     withhold: {from: [dean]}\n", "YA112"),
    ],
)
def test_a_file_that_a_person_has_to_put_right_first_is_left(data: bytes, code: str) -> None:
    with pytest.raises(CannotMendError) as stopped:
        mended_bytes(data)
    assert stopped.value.finding.code == code


def test_a_file_with_other_mistakes_is_mended_all_the_same() -> None:
    text = (
        HEAD + "dangers: [{statement: x, nobody: knows, children: [who]}]\nscale: {ten: no, ratings: [{score: 99}]}\n"
    )
    assert mended_bytes(text.encode()).after.decode() == text.replace("ten: no", 'ten: "no"')


def test_a_text_that_is_cut_off_at_a_number_sign_stays_and_the_rest_is_mended() -> None:
    text = HEAD + "map: \n  worried:\n    complicating:\n      - They live in Flat #3\n      - no\n"
    assert mended_bytes(text.encode()).after.decode() == text.replace("- no", '- "no"')


def test_a_file_that_would_grow_too_large_is_left() -> None:
    data = (HEAD + "chronology: [no]\n# ").encode()
    data += b"a" * (MOST_BYTES - len(data))
    with pytest.raises(TooLargeError):
        mended_bytes(data)


WORDS = [
    "no",
    "LAC",
    "HV",
    "the HV came",
    "it's",
    "é 😀",
    "محمد",
    "12:30",
    "17/3/2026",
    "a, b",
    "x #y",
    "a: b",
    "[sic]",
    "“LAC”",
    "\t",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
STYLES = ["{}", "'{}'", '"{}"', "|\n      {}\n", ">-\n      {}\n", "{}  # a comment", "{}\n      goes on", "{} \t"]
ITEMS = [
    "  - {}\n", "  - what: {}\n", "  - what: {}\n    date: 17.3.2026\n", "  - date: 3/5/2026\n    what: {}\n",
    "  - id:\n    what: {}\n", "  - {{what: {}, date: 3rd May 2026}}\n", "  - {{ id: , 'what': {} }}\n", "  -   what:   {}\n",
    "  # what: no\n  - ? what\n    : {}\n",
]  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> bytes:
    parts = [HEAD]
    for section in ("map:\n worried:\n  past_harm:\n", "safety_plan:\n  bottom_lines:\n", "chronology:\n", "voices:\n"):
        parts.append(section)
        for item in draw(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4)):
            typed = draw(st.sampled_from(STYLES)).format(draw(TEXTS))
            parts.append(item.format(typed))
    text = "".join(parts).replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


@settings(max_examples=150, deadline=None)
@given(files())
def test_whatever_is_typed_nothing_is_lost_and_once_is_enough(data: bytes) -> None:
    try:
        mended_bytes(data)
    except CannotMendError as error:
        assert error.finding.code.startswith("YA")  # noqa: PT017 - which error it is depends on the file


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"-:#'\"[]{}|>&*!?,\n\r\t ", "no", "id", "what", "LAC", "  ", "dangers"]), max_size=40
    ).map("".join)
)
def test_no_file_makes_it_fail(rest: str) -> None:
    try:
        mended_bytes((HEAD + rest).encode())
    except CannotMendError as error:
        assert error.finding.code  # noqa: PT017 - which error it is depends on the file


def test_a_file_of_a_megabyte_takes_a_few_seconds() -> None:
    item = "  - {what: no, date: 3rd May 2026, children: [mia]}\n  - what: The HV came\n    date: 3/5/2026\n"
    data = (
        HEAD + "people: {mia: {role: child}}\nmap:\n worried:\n  past_harm:\n" + item * 5_000 + "# " + "a" * 250_000
    ).encode()
    assert 700_000 < len(data) < MOST_BYTES
    start = time.perf_counter()
    mended = mend_case(data, read_case(data, ""), england(), TODAY)
    assert time.perf_counter() - start < 20
    assert len(mended.done) == 20_001
    assert len(mended.questions) == 5_000


SLIPS = [*"'\"\t[]{},@\n*&!|>", ": ", " #", "- ", "LAC ", "#3 ", "no", "12:30"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_examples_with_slips_in_them_are_mended_or_left_whole(seed: int) -> None:
    chance = random.Random(seed)
    done = 0
    for number in range(150):
        lines = EXAMPLES[number % len(EXAMPLES)].read_text("utf-8").split("\n")
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(lines))
            inside = chance.randint(0, len(lines[at]))
            lines[at] = lines[at][:inside] + chance.choice(SLIPS) + lines[at][inside + chance.randint(0, 1) :]
        try:
            done += bool(mended_bytes("\n".join(lines).encode()).edits)
        except CannotMendError as error:
            assert error.finding.code.startswith("YA")  # noqa: PT017 - which error it is depends on the slip
    assert done > 5
