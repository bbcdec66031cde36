"""The files that a case follows, in its folder: read once, again when they change, and never from elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.cases import TODAY, laid_over, read

from sostool.case.read import ReadCase, read_case
from sostool.caseload import check_file, earlier
from sostool.caseload.check_file import CheckRun
from sostool.caseload.earlier import chain_beside, reader_in
from sostool.caseload.neighbours import known_of
from sostool.story.chain import NO_CHAIN, CannotFollowError

MARCH = laid_over("meeting: {kind: initial-conference, date: 2026-03-17}")
JUNE = laid_over("meeting: {kind: review-conference, date: 2026-06-09, follows: march.yaml}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "family").mkdir()
    (tmp_path / "family" / "march.yaml").write_text(MARCH, encoding="utf-8")
    (tmp_path / "family" / "june.yaml").write_text(JUNE, encoding="utf-8")
    return tmp_path / "family"


def codes(file: Path) -> list[tuple[str, str]]:
    (checked,) = check_file.check_file(str(file), CheckRun(TODAY, private=False))
    return [(finding.code, finding.message) for finding in checked.findings if finding.code.startswith("CH")]


def test_the_file_beside_is_found(folder: Path) -> None:
    june = str(folder / "june.yaml")
    before = chain_beside(june, read(JUNE)).before
    assert before is not None
    assert before.source.name == str(folder / "march.yaml")
    assert codes(folder / "june.yaml") == []


def test_in_the_folder_that_sostool_is_started_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    before = chain_beside("june.yaml", read_case(JUNE.encode(), "june.yaml")).before
    assert before is not None
    assert before.source.name == "march.yaml"


def test_standard_input_and_a_case_that_follows_none_stand_alone(folder: Path) -> None:
    assert chain_beside("-", read(JUNE)) is NO_CHAIN
    assert chain_beside(str(folder / "march.yaml"), read(MARCH)) is NO_CHAIN


def test_what_is_missing_or_no_file_or_shut_is_told(folder: Path) -> None:
    (folder / "march.yaml").unlink()
    assert codes(folder / "june.yaml") == [("CH101", "The file of the meeting before is not in this folder.")]
    (folder / "march.yaml").mkdir()
    assert codes(folder / "june.yaml") == [("CH103", "The file of the meeting before cannot be read as a case file.")]
    (folder / "march.yaml").rmdir()
    os.mkfifo(folder / "march.yaml")
    assert codes(folder / "june.yaml") == [("CH103", "The file of the meeting before cannot be read as a case file.")]


def test_a_file_that_is_far_too_large_is_told(folder: Path) -> None:
    (folder / "march.yaml").write_bytes(b"#" * 3_000_000)
    assert [code for code, _ in codes(folder / "june.yaml")] == ["CH103"]


def test_a_link_within_the_folder_is_followed_and_one_out_of_it_is_not(folder: Path) -> None:
    (folder / "march.yaml").rename(folder / "first.yaml")
    (folder / "march.yaml").symlink_to("first.yaml")
    assert codes(folder / "june.yaml") == []
    (folder / "march.yaml").unlink()
    (folder / "first.yaml").rename(folder.parent / "first.yaml")
    (folder / "march.yaml").symlink_to(folder.parent / "first.yaml")
    assert codes(folder / "june.yaml") == [("CH101", "The file of the meeting before is not in this folder.")]


def test_a_link_to_itself_is_told(folder: Path) -> None:
    (folder / "march.yaml").unlink()
    (folder / "march.yaml").symlink_to("march.yaml")
    assert codes(folder / "june.yaml") == [("CH103", "The file of the meeting before cannot be read as a case file.")]


def test_the_folder_itself_may_be_reached_by_a_link(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder, target_is_directory=True)
    assert codes(folder.parent / "link" / "june.yaml") == []


def test_a_name_that_no_file_can_have(folder: Path) -> None:
    with pytest.raises(CannotFollowError) as error:
        reader_in(str(folder))("a" * 300)
    assert error.value.kind == "unreadable"


def test_a_file_is_read_once_and_again_when_it_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def counting(data: bytes, name: str) -> ReadCase:
        opened.append(Path(name).name)
        return read_case(data, name)

    monkeypatch.setattr(earlier, "read_case", counting)
    read_file = reader_in(str(folder))
    assert read_file("march.yaml") is read_file("march.yaml")
    assert reader_in(str(folder))("march.yaml") is read_file("march.yaml")
    assert opened == ["march.yaml"]
    (folder / "march.yaml").write_text(MARCH + "# now with a note\n", encoding="utf-8")
    assert read_file("march.yaml").source.text.endswith("note\n")
    assert opened == ["march.yaml"] * 2


def test_only_so_much_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "_MOST_KEPT", 3 * len(MARCH))
    kept = earlier._Kept()
    for number in range(5):
        (folder / f"{number}.yaml").write_text(MARCH, encoding="utf-8")
    first = [kept.read(str(folder / f"{number}.yaml")) for number in range(3)]
    assert kept.read(str(folder / "0.yaml")) is first[0]
    kept.read(str(folder / "3.yaml"))
    assert kept.read(str(folder / "0.yaml")) is first[0], "what was read last stays"
    assert kept.read(str(folder / "1.yaml")) is not first[1]
    monkeypatch.setattr(earlier, "_MOST_KEPT", 1)
    (folder / "4.yaml").write_text(MARCH + "#\n", encoding="utf-8")
    assert kept.read(str(folder / "4.yaml")) is not kept.read(str(folder / "4.yaml"))


def test_a_changed_name_is_found_by_what_the_folder_holds(folder: Path) -> None:
    (folder / "march.yaml").rename(folder / "EX-0042-2026-03-17.yaml")
    known_of.cache_clear()
    (checked,) = check_file.check_file(str(folder / "june.yaml"), CheckRun(TODAY, private=False))
    (found,) = [finding for finding in checked.findings if finding.code == "CH101"]
    assert found.elsewhere is not None
    assert found.elsewhere.file == str(folder / "EX-0042-2026-03-17.yaml")
    assert found.detail == "Did you mean “EX-0042-2026-03-17.yaml”?"


def test_two_files_that_follow_one_are_both_told(folder: Path) -> None:
    (folder / "june copy.yaml").write_text(JUNE, encoding="utf-8")
    # It says “follows:” and follows nothing.
    (folder / "note.yaml").write_text(MARCH + "# follows: march.yaml\n", encoding="utf-8")
    known_of.cache_clear()
    for file in ("june.yaml", "june copy.yaml"):
        assert codes(folder / file) == [("CH107", "Another file of this folder follows the same one.")]
    assert codes(folder / "note.yaml") == []


def test_in_private_nothing_of_either_file_is_told(folder: Path) -> None:
    march = MARCH + "dangers: [{id: hitting, statement: Priya is worried that Dean hits Lisa.}]\n"
    (folder / "march.yaml").write_text(march, encoding="utf-8")
    (checked,) = check_file.check_file(str(folder / "june.yaml"), CheckRun(TODAY, private=True))
    (found,) = [finding for finding in checked.findings if finding.code == "CH111"]
    assert found.elsewhere is not None
    assert (found.detail, found.shown_path) == ("", found.path)
    assert found.elsewhere.path == found.elsewhere.shown_path == ("dangers", 0)
