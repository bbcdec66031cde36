"""An approval holds for exactly what its reader gets: any change in that voids it, and no other change does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from builders import FEARED, Data, family, profile, put, read
from report.proof.made import EXAMPLES, example, held, read_plain
from report.proof.plain import reworded, without

from sostool.case.model import Case
from sostool.release.copies import Copy, undrawn_copy
from sostool.release.judging import Judged, Standing, judge, newest, standing_approvals, why_not
from sostool.release.record import Approval, Record
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import Reader, find_reader

DAY = dt.date(2026, 3, 16)
HARMS = "map.worried.past_harm"


def copy_of(
    case: Data,
    name: str = "lisa",
    kind: str = "report",
    templates: Path | None = None,
    language: str = "",
    **changes: Any,
) -> Copy:
    used = profile()._replace(**changes) if changes else profile()
    found, workshop = read(case), Workshop(used, templates, language)
    return undrawn_copy(Maker(found, workshop), workshop.templates, KINDS[kind], reader_of(found.case, name))


def reader_of(case: Case | None, name: str) -> Reader:
    assert case is not None
    reader = find_reader(case, profile(), name)
    assert reader is not None
    return reader


def approval_of(copy: Copy, by: str = "ann") -> Approval:
    return Approval(copy.kind.name, copy.reader.name, copy.document.language, by, DAY, copy.content)


def judged(case: Data, copy: Copy, *approvals: Approval) -> Judged:
    found = read(case).case
    assert found is not None
    return judge(Record("EX-0900", approvals), found, copy.reader, copy.document, copy.content)


def base() -> Data:
    return put(
        family(),
        HARMS,
        [{"what": "Police came to the flat."}, {"what": "It was loud.", "withhold": {"from": ["lisa"]}}],
    )


class TestWhatChangesACopy:
    @pytest.mark.parametrize(
        ("path", "value"),
        [
            (f"{HARMS}.0.what", "Police came to the flat!"),
            ("people.lisa.relation", "Mam"),
            ("people.mia.born", "2019-06-03"),
            ("meeting.date", "2026-03-18"),
            ("meeting.why", "Because."),
            ("reference", "EX-0901"),
            ("dangers.0.statement", "Priya is very worried."),
            (f"{HARMS}.1.withhold", {"from": ["dean"]}),
            ("language", "cy"),
        ],
    )
    def test_what_the_reader_gets(self, path: str, value: Any) -> None:
        assert copy_of(put(base(), path, value)).content != copy_of(base()).content

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            (f"{HARMS}.1.what", "Something else that is held back."),
            (f"{HARMS}.1.withhold", {"from": ["lisa"], "why": "x", "agreed_by": "ann", "date": "2026-03-12"}),
            ("people.lisa.contact", {}),
            ("people.jo.contact", {"phone": "07700 900123"}),
            ("answers", [{"check": "DS104", "at": "dangers", "reason": "x", "who": "ann", "date": "2026-03-12"}]),
            ("shared", [{"document": "report", "with": "dean", "date": "2026-03-12"}]),
            ("held_by_chair", [{"note": "The chair holds a note."}]),
            ("meeting.attendance", [{"who": "dean", "part": "separately", "why": "x"}]),
        ],
    )
    def test_nothing_else(self, path: str, value: Any) -> None:
        assert copy_of(put(base(), path, value)).content == copy_of(base()).content

    def test_what_is_held_back_taken_out_or_worded_otherwise(self) -> None:
        one = base()
        del one["map"]["worried"]["past_harm"][1]
        assert copy_of(one).content == copy_of(base()).content

    def test_the_profile_the_language_and_the_authoritys_templates(self, tmp_path: Path) -> None:
        contents = [copy_of(base()).content, copy_of(base(), language="pl").content]
        contents.append(copy_of(base(), labels={"document.report": "Our report"}).content)
        for name, text in {
            "labels/en.yaml": "words: {document.report: Their report}\n",
            "html/style.css": "p { color: black }\n",
            "authority.yaml": "name: Example County\n",
        }.items():
            folder = tmp_path / name.replace("/", "-")
            (folder / name).parent.mkdir(parents=True)
            (folder / name).write_text(text, encoding="utf-8")
            contents.append(copy_of(base(), templates=folder).content)
        empty = tmp_path / "empty"
        empty.mkdir()
        assert len(set(contents)) == len(contents)
        assert copy_of(base(), templates=empty).content == contents[0]

    def test_a_person_added_before_moves_the_code_on_the_page_and_at_the_end_of_the_file_does_not(self) -> None:
        person = {"name": "Zed", "role": "other"}
        first, last = base(), base()
        first["people"] = {"zed": person, **first["people"]}
        last["people"]["zed"] = person
        assert copy_of(first).content != copy_of(base()).content
        assert copy_of(last).content == copy_of(base()).content

    def test_a_draft_and_a_final_copy_are_the_same_copy(self) -> None:
        found, workshop = read(base()), Workshop(profile())
        makers = (
            Maker(found, workshop),
            Maker(found, workshop, unfinished=True),
            Maker(found, workshop, final=lambda _reader, _document: ""),
        )
        copies = [
            undrawn_copy(maker, workshop.templates, KINDS["report"], reader_of(found.case, "lisa")) for maker in makers
        ]
        assert len({copy.content for copy in copies}) == 1
        assert len({copy.document.fingerprint for copy in copies}) == 1
        assert [copy.document.stamps for copy in copies] == [("Draft",), ("Not finished",), ()]
        assert copies[0].content.startswith(copies[0].document.fingerprint)


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
@pytest.mark.parametrize("change", [without, reworded])
def test_what_is_held_back_from_a_reader_neither_voids_an_approval_nor_changes_a_final_copy(
    name: str, change: Any
) -> None:
    compared = 0
    for who in ("room", "practitioners", *example(name)["people"]):
        before = contents_of(example(name), who)
        after = contents_of(change(example(name), set(held(name, who))), who)
        assert after == before, who
        compared += len(before)
    assert compared > 10


def contents_of(data: Data, name: str) -> dict[str, tuple[str, str]]:
    """Give of each final copy the hash that an approval holds, and all that its bytes in any format are made of."""
    found = read_plain(data)
    workshop = Workshop(profile())
    maker, contents = Maker(found, workshop, final=lambda _reader, _document: ""), {}
    for kind in KINDS.values():
        try:
            copy = undrawn_copy(maker, workshop.templates, kind, reader_of(found.case, name))
        except Refused:
            continue
        assert "Draft" not in copy.document.stamps
        contents[kind.name] = (copy.content, repr(copy.document))
    return contents


class TestStanding:
    def test_never_approved_voided_and_withdrawn(self) -> None:
        copy = copy_of(base())
        good = approval_of(copy)
        back = good._replace(content="", withdrawn=True)
        other = good._replace(content="0" * 64)
        for approvals, standing in (
            ((), Standing.NEVER),
            ((good,), Standing.APPROVED),
            ((other,), Standing.CHANGED),
            ((other, good), Standing.APPROVED),
            ((good, other), Standing.CHANGED),
            ((good, back), Standing.WITHDRAWN),
            ((back, good), Standing.APPROVED),
        ):
            assert judged(base(), copy, *approvals) == Judged(standing, approvals[-1] if approvals else None)

    def test_an_approval_is_of_one_document_one_reader_and_one_language(self) -> None:
        copy = copy_of(base())
        good = approval_of(copy)
        for other in (good._replace(document="summary"), good._replace(reader="dean"), good._replace(language="pl")):
            assert judged(base(), copy, other).standing is Standing.NEVER

    @pytest.mark.parametrize("by", ["priya", "dean", "lisa", "jo", "nobody"])
    def test_a_line_written_by_hand_for_somebody_who_may_not_does_not_count(self, by: str) -> None:
        copy = copy_of(base())
        found = judged(base(), copy, approval_of(copy, by))
        assert found.standing is Standing.NOT_THEIRS
        assert found.is_void

    def test_it_does_not_count_any_more_once_the_approver_is_the_author(self) -> None:
        copy = copy_of(base())
        assert judged(base(), copy, approval_of(copy)).standing is Standing.APPROVED
        now = put(base(), "meeting.author", "ann")
        assert judged(now, copy_of(now), approval_of(copy_of(now))).standing is Standing.NOT_THEIRS

    def test_the_newest_line_counts_and_what_was_taken_back_is_not_standing(self) -> None:
        first, second = approval_of(copy_of(base())), approval_of(copy_of(base()), "max")
        back = second._replace(content="", withdrawn=True)
        assert newest(Record("x", (first, second)), "report", "lisa", "en") == second
        assert newest(Record("x", (first, second)), "report", "dean", "en") is None
        assert standing_approvals(Record("x", (first, second))) == [second]
        assert standing_approvals(Record("x", (first, second, back))) == []


class TestWhoMayApprove:
    @pytest.mark.parametrize(
        ("by", "may"),
        [("ann", True), ("max", True), ("cole", True), ("priya", False), ("lisa", False), ("sal", False),
         ("mia", False), ("una", False), ("jo", False), ("nobody", False), ("", False)],
    )  # fmt: skip
    def test_a_second_practitioner(self, by: str, may: bool) -> None:
        found = read(base()).case
        assert found is not None
        assert (why_not(found, reader_of(found, "lisa"), by) == "") is may

    def test_nobody_where_the_file_does_not_say_who_wrote_it(self) -> None:
        one = base()
        del one["meeting"]["author"]
        found = read(one).case
        assert found is not None
        assert "meeting.author" in why_not(found, reader_of(found, "lisa"), "ann")

    def test_nobody_reads_more_than_they_may_have(self) -> None:
        one = put(base(), f"{HARMS}.0.withhold", {"from": ["cole"]})
        found = read(one).case
        assert found is not None
        assert why_not(found, reader_of(found, "lisa"), "cole")
        assert why_not(found, reader_of(found, "lisa"), "max") == ""
        assert why_not(found, reader_of(found, "practitioners"), "cole") == ""
        for who in ("chair", "ann"):
            assert why_not(found, reader_of(found, who), "max")
            assert why_not(found, reader_of(found, who), "ann") == ""

    def test_nobody_reads_words_that_are_protected_from_them(self) -> None:
        for from_, may in ((["cole"], False), (["cole", "lisa"], True), (["everyone"], True), (["dean"], True)):
            one = put(base(), "protected", [{"words": ["Fern Court"], "from": from_}])
            assert may_approve(one, "cole") is may, from_
            assert may_approve(one, "max")
            assert may_approve(one, "ann")

    @pytest.mark.parametrize("mark", [{"must_not_see": FEARED}, {"side_of": "dean"}])
    def test_nobody_reads_the_words_of_those_who_fear_them_or_theirs(self, mark: Data) -> None:
        one = put(base(), "people.dean.must_not_see", FEARED)
        one["people"]["cole"] |= mark
        assert may_approve(one, "cole")  # nothing of those words is in the file
        put(one, f"{HARMS}.0.said_by", ["lisa"])
        assert not may_approve(one, "cole")
        assert may_approve(one, "max")
        assert may_approve(one, "cole", "dean")  # from whom the same is held back

    def test_nobody_reads_beside_a_danger_who_of_those_who_fear_them_is_worried(self) -> None:
        one = put(base(), "people.cole.must_not_see", FEARED)
        assert may_approve(one, "cole")
        put(one, "dangers.0.worried", ["priya", "lisa"])
        assert not may_approve(one, "cole")
        assert may_approve(one, "max")

    def test_what_was_cleared_for_the_room_may_be_read_on_its_sheet(self) -> None:
        one = put(base(), "people.cole.must_not_see", FEARED)
        one["map"]["worried"]["past_harm"] = [
            {
                "what": "Police came.",
                "said_by": ["lisa"],
                "cleared": {"for": ["room"], "by": "ann", "date": "2026-03-12"},
            }
        ]
        assert may_approve(one, "cole", "room")
        assert not may_approve(one, "cole", "lisa")

    def test_a_mark_that_comes_later_means_that_it_was_not_theirs_to_approve(self) -> None:
        copy = copy_of(base())
        assert judged(base(), copy, approval_of(copy, "cole")).standing is Standing.APPROVED
        now = put(base(), "protected", [{"words": ["Fern Court"], "from": ["cole"]}])
        assert copy_of(now).content == copy.content
        assert judged(now, copy, approval_of(copy, "cole")).standing is Standing.NOT_THEIRS


def may_approve(case: Data, by: str, name: str = "lisa") -> bool:
    found = read(case).case
    assert found is not None
    return why_not(found, reader_of(found, name), by) == ""
