"""The record of approvals: what is written is read again, and with anything wrong in it nothing of it is believed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.release.record import Approval, Record, read_record, written

DAY = dt.date(2026, 3, 16)
ONE = Approval("report", "lisa", "en", "ann", DAY, "a1" * 32)
BACK = Approval("report", "room:dean", "pl", "ann", DAY, "", withdrawn=True)
RECORD = Record("EX-0042", (ONE, BACK))


def wrong(text: bytes) -> list[tuple[int, str]]:
    record, reading = read_record(text, "case.approvals.yaml")
    assert record is None
    assert reading.findings
    return [(finding.place.line, finding.code) for finding in reading.findings]


def test_it_says_of_itself_what_it_is_and_what_it_is_not() -> None:
    text = written(RECORD).decode()
    top = text.partition("sostool_approvals")[0]
    assert "integrity record, not a legal signature" in " ".join(top.split())
    assert all(line.startswith("# ") for line in top.splitlines())


def test_what_is_written_is_read_again() -> None:
    for record in (Record("EX-0042"), RECORD, Record("007", (BACK, ONE, ONE))):
        assert read_record(written(record), "case.approvals.yaml")[0] == record


_CODES = st.from_regex(r"[a-z]{2,3}(-[A-Z]{2})?", fullmatch=True)
_IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).filter(lambda id_: id_ not in ("true", "false", "null"))
_APPROVALS = st.builds(
    lambda reader, room, language, by, date, content: Approval(
        "report", f"room:{reader}" if room else reader, language, by, date, content, not content
    ),
    _IDS,
    st.booleans(),
    _CODES,
    _IDS,
    st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1)),
    st.one_of(st.just(""), st.from_regex(r"[0-9a-f]{64}", fullmatch=True)),
)


@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", fullmatch=True), st.lists(_APPROVALS))
def test_whatever_it_holds_it_is_read_again(reference: str, approvals: list[Approval]) -> None:
    """Also where a language is `no`, a reference a number or a date, and a hash all digits or 1e5."""
    record = Record(reference, tuple(approvals))
    assert read_record(written(record), "case.approvals.yaml")[0] == record


def test_line_ends_of_another_system_change_nothing() -> None:
    assert read_record(written(RECORD).replace(b"\n", b"\r\n"), "x")[0] == RECORD


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("withdrawn", "withdrwan", "CF101"),
        ("by: ann", "by: Ann", "CF112"),
        ("2026-03-16", "16.03.26x", "CF105"),
        ("document: report", "document: repotr", "CF103"),
        ('for: "lisa"', 'for: "lisa!"', "CF112"),
        ('language: "en"', 'language: ""', "CF112"),
        ("a1a1", "a1a", "CF112"),
        ("a1a1", "A1a1", "CF112"),
        ("sostool_approvals: 1", "sostool_approvals: 2", "CF104"),
        ("withdrawn: true", "withdrawn: false", "CF112"),
        ("withdrawn: true", f'withdrawn: true\n    content: "{"b" * 64}"', "CF112"),
        ("    withdrawn: true\n", "", "CF112"),
        ('reference: "EX-0042"\n', "", "CF109"),
        ("  - document", " - document", ""),
        ("approvals:", "aprovals:", ""),
    ],
)
def test_a_mistake_is_told_with_its_place_and_nothing_is_believed(old: str, new: str, code: str) -> None:
    text = written(RECORD).decode()
    assert old in text
    found = wrong(text.replace(old, new, 1 if old != "2026-03-16" else -1).encode())
    assert code in ("", *(of for _line, of in found))


@pytest.mark.parametrize("text", [b"", b"[]", b"x", b"\xff\xfe", b"a: &a [*a]", b"\0", b"approvals: 3\n"])
def test_what_is_no_record(text: bytes) -> None:
    wrong(text)


@given(st.integers(0, 700))
def test_a_record_that_breaks_off_never_says_more(length: int) -> None:
    """Whatever of it is left, an approval that was taken back does not come to life."""
    approvals = (ONE, ONE._replace(content="", withdrawn=True))
    record, reading = read_record(written(Record("EX-0042", approvals))[:length], "x")
    if record is None:
        assert reading.findings
    else:
        assert record.approvals in ((), approvals[1:], approvals)
