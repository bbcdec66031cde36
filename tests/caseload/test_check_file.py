from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.cases import BASE, TODAY

from sostool.caseload.check_file import CannotReadError, CheckRun, bytes_of, check_file
from sostool.checks.run import Wanted
from sostool.yamlfile.source import MOST_BYTES

OPEN, PRIVATE = CheckRun(TODAY, private=False), CheckRun(TODAY, private=True)


def test_a_file_is_read_to_one_byte_more_than_a_case_may_have(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * (MOST_BYTES + 100))
    assert len(bytes_of(str(tmp_path / "x"))) == MOST_BYTES + 1


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"x")
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("this system does not list them")
    before = len(list(descriptors.iterdir()))
    for name in ("pipe", ".", "gone") * 5:
        bytes_of(str(tmp_path / "file"))
        with pytest.raises(CannotReadError):
            bytes_of(str(tmp_path / name))
    assert len(list(descriptors.iterdir())) == before


def test_the_lines_of_findings_are_handed_over_only_in_the_open(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(BASE + "dangers: [{statemnt: Priya}]\n", encoding="utf-8")
    [open_] = check_file(str(tmp_path / "x.yaml"), OPEN)
    [private] = check_file(str(tmp_path / "x.yaml"), PRIVATE)
    assert open_.lines[13] == "dangers: [{statemnt: Priya}]"
    assert private.lines == {}
    # In private not even what could be shown at a terminal leaves this room.
    assert private.findings == tuple(finding._replace(detail="", shown_path=finding.path) for finding in open_.findings)


def test_a_profile_with_a_mistake_comes_first_and_asks_nothing(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "ours.yaml").write_text("sostool_profile: 1\ncolums: []\n", encoding="utf-8")
    (tmp_path / "x.yaml").write_text(BASE + "profile: ours\n", encoding="utf-8")
    profile, case = check_file(str(tmp_path / "x.yaml"), PRIVATE)
    assert profile.file == str(tmp_path / "profiles" / "ours.yaml")
    assert [finding.code for finding in profile.findings] == ["CF101"]
    assert [(finding.code, finding.path) for finding in case.findings] == [("CF113", ("profile",))]
    assert case.findings[0].place.line == 13


@pytest.mark.parametrize(("name", "meant"), [("surey-2018", "surrey-2018"), ("qqq", "")])
def test_an_unknown_profile_is_an_error_at_its_place(tmp_path: Path, name: str, meant: str) -> None:
    (tmp_path / "x.yaml").write_text(BASE + f"profile: {name}\n", encoding="utf-8")
    [case] = check_file(str(tmp_path / "x.yaml"), PRIVATE)
    [finding] = [finding for finding in case.findings if finding.code == "CF113"]
    assert finding.place[:2] == (13, 10)
    assert meant in finding.message
    assert name not in finding.message


def test_a_file_that_is_no_case_at_all_gets_the_default_profile(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("- x\n", encoding="utf-8")
    [case] = check_file(str(tmp_path / "x.yaml"), CheckRun(TODAY, private=True, wanted=Wanted(("CF",))))
    assert [finding.code for finding in case.findings] == ["CF102"]
