"""The deadlines of many files: the newest speaks for its family, and what cannot be told is named."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from builders import Data, family, put, written

from sostool.caseload.timelines import NotRead, timelines
from sostool.timeline.timeline import Timeline

TODAY = dt.date(2026, 3, 12)


def save(folder: Path, name: str, data: Data) -> str:
    file = folder / name
    file.write_bytes(written(data))
    return str(file)


def at(date: str, follows: str = "", reference: str = "EX-0900") -> Data:
    data = put(put(family(), "meeting.date", date), "reference", reference)
    return put(data, "meeting.follows", follows) if follows else data


def names(*files: str) -> list[str]:
    return [Path(one.file).name for one in timelines(files, TODAY, 14)]


def test_the_newest_file_of_a_chain_speaks_for_its_family(tmp_path: Path) -> None:
    files = [
        save(tmp_path, "a.yaml", at("2026-03-17")),
        save(tmp_path, "b.yaml", at("2026-06-09", "a.yaml")),
        save(tmp_path, "c.yaml", at("2026-12-01", "b.yaml")),
        save(tmp_path, "d.yaml", at("2026-03-17", reference="EX-0901")),
    ]
    assert names(*files) == ["c.yaml", "d.yaml"]
    assert names(*reversed(files)) == ["d.yaml", "c.yaml"]
    assert names(*files[:2]) == ["b.yaml"]


def test_a_file_that_is_followed_by_one_with_errors_speaks_itself(tmp_path: Path) -> None:
    first = save(tmp_path, "a.yaml", at("2026-03-17"))
    broken = save(tmp_path, "b.yaml", put(at("2026-06-09", "a.yaml"), "meeting.strategy_discussion", "2026-13-01"))
    found = timelines([first, broken], TODAY, 14)
    assert [type(one) for one in found] == [Timeline, NotRead]
    last = found[1]
    assert isinstance(last, NotRead)
    assert (last.file, last.is_content) == (broken, True)
    assert ": CF" in last.reason


def test_a_file_that_is_followed_by_one_whose_profile_is_not_there_speaks_itself(tmp_path: Path) -> None:
    first = save(tmp_path, "a.yaml", at("2026-03-17"))
    strange = save(tmp_path, "b.yaml", put(at("2026-06-09", "a.yaml"), "profile", "nowhere"))
    assert names(first, strange) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_file_that_is_followed_by_a_later_one_and_an_earlier_one_is_left_out(tmp_path: Path, turned: bool) -> None:
    files = [
        save(tmp_path, "a.yaml", at("2026-03-17")),
        save(tmp_path, "b.yaml", at("2026-06-09", "a.yaml")),
        save(tmp_path, "c.yaml", at("2026-01-09", "a.yaml")),
    ]
    assert sorted(names(*(reversed(files) if turned else files))) == ["b.yaml", "c.yaml"]


def test_two_files_that_follow_the_same_one_both_speak(tmp_path: Path) -> None:
    files = [
        save(tmp_path, "a.yaml", at("2026-03-17")),
        save(tmp_path, "b.yaml", at("2026-06-09", "a.yaml")),
        save(tmp_path, "c.yaml", at("2026-06-10", "a.yaml")),
    ]
    assert names(*files) == ["b.yaml", "c.yaml"]


@pytest.mark.parametrize(("date", "both"), [("2026-06-10", False), ("2026-06-09", True), ("2026-04-09", True)])
def test_a_core_group_beside_a_later_conference_is_left_out(tmp_path: Path, date: str, both: bool) -> None:
    files = [
        save(tmp_path, "a.yaml", at("2026-03-17")),
        save(tmp_path, "b.yaml", put(at("2026-06-09", "a.yaml"), "meeting.kind", "core-group")),
        save(tmp_path, "c.yaml", put(at(date, "a.yaml"), "meeting.kind", "review-conference")),
        save(tmp_path, "d.yaml", put(at("2026-08-09", "a.yaml", "EX-0901"), "meeting.kind", "review-conference")),
    ]
    assert names(*files) == (["b.yaml", "c.yaml", "d.yaml"] if both else ["c.yaml", "d.yaml"])
    assert names(files[0], files[1]) == ["b.yaml"]


@pytest.mark.parametrize("dates", [("2026-03-17", "2026-06-09"), ("2026-03-17", "2026-03-17")])
def test_of_files_that_follow_each_other_in_a_circle_one_stays(tmp_path: Path, dates: tuple[str, str]) -> None:
    files = [
        save(tmp_path, "a.yaml", at(dates[0], "b.yaml")),
        save(tmp_path, "b.yaml", at(dates[1], "a.yaml")),
        save(tmp_path, "c.yaml", at(dates[0], "c.yaml", "EX-0901")),
    ]
    assert names(*files) == ["b.yaml", "c.yaml"]


def test_a_file_of_another_reference_or_another_folder_leaves_none_out(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    files = [
        save(tmp_path, "a.yaml", at("2026-03-17")),
        save(tmp_path, "b.yaml", at("2026-06-09", "a.yaml", "EX-0901")),
        save(tmp_path / "other", "c.yaml", at("2026-06-09", "a.yaml")),
        save(tmp_path / "other", "d.yaml", at("2026-09-09", "../a.yaml")),
    ]
    assert names(*files) == ["a.yaml", "b.yaml", "c.yaml", "d.yaml"]


def test_the_same_folder_in_two_spellings_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save(tmp_path, "a.yaml", at("2026-03-17"))
    second = save(tmp_path, "b.yaml", at("2026-06-09", "a.yaml"))
    assert names("a.yaml", second) == ["b.yaml"]
    assert names("./a.yaml", second) == ["b.yaml"]


def test_a_review_counts_from_the_file_that_it_follows(tmp_path: Path) -> None:
    first = put(at("2026-03-17"), "outcome", {"decisions": [{"child": "mia", "decision": "plan-starts"}]})
    review = put(at("2026-06-09", "a.yaml"), "meeting.kind", "review-conference")
    files = [save(tmp_path, "a.yaml", first), save(tmp_path, "b.yaml", review)]
    [found] = timelines(files, TODAY, 14)
    assert isinstance(found, Timeline)
    due = {one.entry.deadline.id: one.entry.due for one in found.standings}
    assert due["first-review"] == dt.date(2026, 6, 17)


def test_what_cannot_be_opened_and_what_cannot_be_used_are_told_apart(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.yaml")
    strange = save(tmp_path, "strange.yaml", put(family(), "profile", "nowhere"))
    assert timelines([gone, strange], TODAY, 14) == [
        NotRead(gone, "there is no such file", is_content=False),
        NotRead(strange, "its profile cannot be used: `sostool validate` says why"),
    ]
    team = tmp_path / "team"
    team.mkdir()
    (team / "sostool.yaml").write_text("colour: red\n", encoding="utf-8")
    fine = save(team, "fine.yaml", family())
    assert timelines([fine], TODAY, 14) == [
        NotRead(fine, "the settings of its folder cannot be used: `sostool validate` says why")
    ]


def test_a_profile_that_is_not_there_is_no_fault_of_the_file(tmp_path: Path) -> None:
    file = save(tmp_path, "a.yaml", family())
    assert timelines([file], TODAY, 14, "surey-2018") == [
        NotRead(file, "there is no profile of the name that was asked for; did you mean surrey-2018?", is_content=False)
    ]


def test_another_profile_can_be_asked_for(tmp_path: Path) -> None:
    file = save(tmp_path, "a.yaml", family())
    [england], [surrey] = (timelines([file], TODAY, 14, name) for name in ("england", "surrey-2018"))
    assert isinstance(england, Timeline)
    assert isinstance(surrey, Timeline)
    ids = [{one.entry.deadline.id for one in found.standings} for found in (england, surrey)]
    assert ids[0] < ids[1]
