"""While anything in a file is wrong, above all a mark for holding back, no document is made of it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

import pytest
from builders import Data, family, put, written

from sostool.case.read import ReadCase, read_case
from sostool.profile.load import load_profile
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS, Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

STRENGTHS = "map.working_well.strengths"


def made(found: ReadCase) -> int:
    """Try to make every document for every reader, and give how many came out."""
    profile = load_profile("england").profile
    assert profile is not None
    workshop = Workshop(profile)
    count = 0
    if found.case is None:
        return 0
    for unfinished in (False, True):
        with contextlib.suppress(Refused):
            maker = Maker(found, workshop, unfinished=unfinished)
            for name in ("room", "practitioners", "chair", *found.case.people):
                who = find_reader(found.case, profile, name)
                assert who is not None
                for kind in KINDS.values():
                    with contextlib.suppress(Refused):
                        maker.document(kind, who)
                        count += 1
    return count


def read_text(text: str) -> ReadCase:
    return read_case(text.encode(), "case.yaml")


def with_key(path: str, key: str, value: str) -> str:
    """Write a case with one more key of any spelling, and a value as it is typed."""
    case = put(family(), STRENGTHS, [{"what": "Zqmark", "said_by": ["cole"], "about": ["lisa"]}])
    put(case, "voices", [{"who": "mia", "date": "2026-03-10", "words": ["Zqmark"]}])
    put(case, "meeting.attendance", [{"who": "dean"}])
    put(case, f"{path}.ZQKEY" if path else "ZQKEY", "ZQVALUE")
    return written(case).decode().replace('ZQKEY: "ZQVALUE"', f"{key}: {value}")


MARKS = {
    "withhold": (f"{STRENGTHS}.0", "{from: [dean]}"),
    "cleared": (f"{STRENGTHS}.0", "{for: [dean], by: ann, date: 2026-03-12}"),
    "sensitive": (f"{STRENGTHS}.0", "true"),
    "may_share": ("voices.0", "[lisa]"),
    "must_not_see": ("people.dean", "{words_of: [lisa]}"),
    "side_of": ("people.ray", "dean"),
    "subject": ("people.mia", "true"),
    "protected": ("", "[{words: [Fern Court], from: [dean]}]"),
    "held_by_chair": ("", "[{note: A note.}]"),
    "young_person_copy": ("people.mia", "{agreed_by: ann, date: 2026-03-12}"),
    "part": ("meeting.attendance.0", "separately"),
    "with": ("meeting.attendance.0", "[ray]"),
    "with_person": ("people.una", "lisa"),
}


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_is_spelt_right_is_no_error(mark: str) -> None:
    path, value = MARKS[mark]
    found = read_text(with_key(path, mark, value))
    assert not found.findings
    assert made(found)


def misspelt(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at + 1 < len(word) and word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    yield from (
        word.title(),
        word.upper(),
        word + "s",
        word + " ",
        " " + word,
        word.replace("_", "-"),
        word.replace("_", ""),
    )
    for letter, alike in (("o", "\u043e"), ("e", "\u0435"), ("i", "\u0131"), ("c", "\u0441")):
        yield word.replace(letter, alike)


@pytest.mark.parametrize("mark", MARKS)
def test_a_misspelt_mark_is_an_error_and_never_nothing(mark: str) -> None:
    path, value = MARKS[mark]
    wrong = {word for word in misspelt(mark) if word != mark}
    assert len(wrong) > 15
    for word in wrong:
        found = read_text(with_key(path, json.dumps(word, ensure_ascii=False), value))
        assert any(finding.severity == "error" for finding in found.findings), word
        assert found.case is not None
        _refuses(found)


def _refuses(found: ReadCase) -> None:
    profile = load_profile("england").profile
    assert profile is not None
    assert found.case is not None
    who = find_reader(found.case, profile, "chair")
    assert who is not None
    with pytest.raises(Refused) as refused:
        Maker(found, Workshop(profile), unfinished=True).make(KINDS["report"], who, FORMATS)
    assert not refused.value.leaks
    assert "Zqmark" not in str(refused.value)


ODD = {
    "withhold": [
        "true",
        "dean",
        "[dean]",
        "{}",
        "",
        "null",
        "{from: []}",
        "{from: }",
        "{from: [deen]}",
        "{from: everybody}",
        "{from: all}",
        "{from: [room]}",
        "{form: [dean]}",
        "{all_but: []}",
        "{all_but: [everyone]}",
        "{why: Because.}",
        "{from: [dean], all-but: [lisa]}",
        "{from: [Dean]}",
        "{from: {dean: true}}",
        "{from: [[dean]]}",
        "{from: [dean], FROM: [ray]}",
    ],
    "cleared": [
        "true",
        "[dean]",
        "dean",
        "{for: [everyone]}",
        "{for: [deen], by: ann, date: 2026-03-12}",
        "{for: [dean], by: nobody}",
        "{for: [dean], by: ann, date: yesterday}",
        "{for: [dean], by: ann, date: 2026-02-30}",
        "{for: [dean], From: [ray], by: ann, date: 2026-03-12}",
        "{four: [dean]}",
        "",
    ],
    "sensitive": ["yes", '"true"', "1", "on", "True", "", "[true]"],
    "may_share": ["everyone", "[all]", "{lisa: true}", "[lissa]"],
    "must_not_see": [
        "true",
        "[lisa]",
        "{words_of: []}",
        "{word_of: [lisa]}",
        "{words_of: [lissa]}",
        "",
        "{agreed_by: ann}",
        "{words_of: everyone}",
    ],
    "side_of": ["deen", "[[dean]]", "{id: dean}", "", "~"],
    "part": [
        "seperately",
        "Separately",
        "SEPARATELY",
        "not invited",
        "no",
        "true",
        "[separately]",
        "",
        "{separately: true}",
    ],
    "with": ["rayy", "[rayy]", "{ray: true}", "everyone", ""],
    "with_person": ["lissa", "[[lisa]]", "{id: lisa}"],
    "young_person_copy": [
        "true",
        "yes",
        "ann",
        "{agreed_by: nobody, date: 2026-03-12}",
        "{agreed_by: ann, date: soon}",
        "{agreed_by: ann, date: 12.03.2026}",
        "{agreed: ann, date: 2026-03-12}",
        "[{agreed_by: ann, date: 2026-03-12}]",
    ],
    "held_by_chair": ["true", "[{nots: A note.}]", "{notes: [A note.]}"],
    "subject": ["no", '"false"', "False", "", "0"],
    "protected": [
        "[{words: [Fern Court]}]",
        "[{from: [dean]}]",
        "[Fern Court]",
        "[{words: [Fern Court], from: [deen]}]",
        "[{words: [Fern Court], form: [dean]}]",
        "[{words: [], from: [dean]}]",
        "[{words: , from: [dean]}]",
    ],
}


@pytest.mark.parametrize(("mark", "value"), [(mark, value) for mark, values in ODD.items() for value in values])
def test_a_mark_with_an_odd_value_is_an_error_and_never_nothing(mark: str, value: str) -> None:
    found = read_text(with_key(MARKS[mark][0], mark, value))
    assert any(finding.severity == "error" for finding in found.findings)
    assert made(found) == 0


def test_a_mark_twice_is_an_error() -> None:
    found = read_text(with_key(f"{STRENGTHS}.0", "withhold", "{from: [dean]}\n        withhold: {from: [kim]}"))
    assert any(finding.severity == "error" for finding in found.findings)
    assert made(found) == 0


@pytest.mark.parametrize(
    "change",
    [
        ("dangers.0.children", ["nobody"]),
        ("dangers.0.worried", ["lissa"]),
        ("people.jo.knows_about", ["hurtin"]),
        ("meeting.date", "17.03.2026"),
        ("people.lisa.role", "mother"),
        ("people.lisa.withhold", {"from": ["dean"]}),
        ("sostool", 2),
        ("unknown", "x"),
    ],
    ids=lambda change: change[0],
)
def test_any_error_in_a_file_stops_every_document(change: tuple[str, object]) -> None:
    case: Data = put(family(), *change)
    found = read_case(written(case), "case.yaml")
    assert any(finding.severity == "error" for finding in found.findings)
    assert made(found) == 0


@pytest.mark.parametrize(
    ("path", "mark", "value"),
    [
        ("map.working_well.strengths.0", "cleared", "{for: [], by: ann, date: 2026-03-12}"),
        ("map.working_well.strengths.0", "cleared", "{for: [dean], by: , date: 2026-03-12}"),
        ("map.working_well.strengths.0", "cleared", "{for: [dean], by: ann, date: }"),
        ("people.mia", "young_person_copy", ""),
        ("people.mia", "young_person_copy", "{agreed_by: , date: 2026-03-12}"),
        ("people.mia", "young_person_copy", "{agreed_by: ann, date: }"),
        ("people.una", "with_person", ""),
        ("voices.0", "may_share", ""),
        ("voices.0", "may_share", "[]"),
    ],
    ids=str,
)
def test_what_would_open_something_opens_nothing_where_it_is_not_finished(path: str, mark: str, value: str) -> None:
    text = with_key(path, mark, value)
    text = text.replace('    relation: "Dad"', '    relation: "Dad"\n    must_not_see: {words_of: [cole, mia]}')
    text = text.replace('born: "2019-06-02"', 'born: "2010-06-02"')
    found = read_text(text)
    assert "must_not_see" in text
    if found.findings:
        assert made(found) == 0
        return
    assert found.case is not None
    profile = load_profile("england").profile
    assert profile is not None
    maker = Maker(found, Workshop(profile), unfinished=True)
    for name in ("dean", "una", "room", "lisa"):
        who = find_reader(found.case, profile, name)
        assert who is not None
        for kind in KINDS.values():
            with contextlib.suppress(Refused):
                # The strength is about Lisa; Mia's words are nobody's yet.
                assert repr(maker.document(kind, who)).count("Zqmark") <= (name == "lisa"), (name, kind.name)
    young = find_reader(found.case, profile, "mia")
    assert young is not None
    with pytest.raises(Refused):
        maker.document(KINDS["report"], young)
