"""Waiting for saves: which files they are of, that none is missed, and how the waiting ends."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import watchfiles

from sostool.caseload.neighbours import known_of
from sostool.cli.console import Stop
from sostool.cli.saves import Places, places_of, read_anew, saves, saves_of, stamps
from sostool.profile.load import load_profile
from sostool.settings import settings_above


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> Iterator[None]:
    read_anew()
    yield
    read_anew()


def inside(places: Places, folder: Path) -> tuple[set[str], set[str]]:
    """Give the files and folders, as they are called from a folder."""
    return (
        {Path(os.path.relpath(file, folder)).as_posix() for file in places.files},
        {Path(os.path.relpath(one, folder)).as_posix() for one in places.folders},
    )


def test_a_case_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    (tmp_path / "b.yaml").touch()
    assert inside(places_of(str(tmp_path / "a.yaml")), tmp_path) == ({"a.yaml", "sostool.yaml"}, {"."})


def test_its_settings_above_its_profiles_and_the_templates(tmp_path: Path) -> None:
    for file in (
        "sostool.yaml",
        "team/a.yaml",
        "team/profiles/ours.yaml",
        "look/html/style.css",
        "look/labels/cy.yaml",
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("sostool_settings: 1\n", encoding="utf-8")
    assert inside(places_of(str(tmp_path / "team" / "a.yaml"), str(tmp_path / "look")), tmp_path) == (
        {
            "sostool.yaml",
            "team/sostool.yaml",
            "team/a.yaml",
            "team/profiles/ours.yaml",
            "look/html/style.css",
            "look/labels/cy.yaml",
        },
        {".", "team", "team/profiles", "look", "look/html", "look/labels"},
    )


def test_the_files_that_it_follows_also_one_that_is_not_there_yet(tmp_path: Path) -> None:
    for name, follows in (("c", "b.yaml"), ("b", "a.yaml"), ("x", "y.yaml")):
        (tmp_path / f"{name}.yaml").write_text(f"meeting: {{follows: {follows}}}\n", encoding="utf-8")
    read_anew()
    found = places_of(str(tmp_path / "c.yaml")).files
    assert {Path(one).name for one in found if one.endswith("yaml")} == {
        "a.yaml", "b.yaml", "c.yaml", "sostool.yaml",
    }  # fmt: skip
    (tmp_path / "a.yaml").write_text("meeting: {follows: c.yaml}\n", encoding="utf-8")
    read_anew()
    assert places_of(str(tmp_path / "c.yaml")).files == found


def test_a_link_is_watched_where_it_lies_and_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real.yaml").touch()
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "a.yaml").symlink_to(tmp_path / "far" / "real.yaml")
    files, folders = inside(places_of(str(tmp_path / "near" / "a.yaml")), tmp_path)
    assert {"near/a.yaml", "far/real.yaml"} < files
    assert folders == {"near", "far"}


def test_a_file_that_was_named_from_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert inside(places_of("a.yaml"), tmp_path) == ({"a.yaml", "sostool.yaml"}, {"."})


def test_a_stamp_tells_a_save_also_of_the_same_length_and_at_the_same_time(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    assert stamps([str(file)]) == {str(file): None}
    file.write_text("one", encoding="utf-8")
    first = stamps([str(file)])
    assert stamps([str(file)]) == first
    (tmp_path / "b").write_text("two", encoding="utf-8")
    at = file.stat().st_mtime_ns
    (tmp_path / "b").replace(file)
    os.utime(file, ns=(at, at))
    assert stamps([str(file)]) != first


def steps_of(monkeypatch: pytest.MonkeyPatch, *steps: object) -> list[tuple[str, ...]]:
    """Let watchfiles do some steps, and give the folders that it was asked to watch."""
    watched: list[tuple[str, ...]] = []
    left = list(steps)

    def watch(*folders: str, **_: object) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        watched.append(folders)
        while left:
            step = left.pop(0)
            if callable(step):
                step()
            yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", watch)
    return watched


def told_by(places: Callable[[], Places], known: dict[str, tuple[int, int, int] | None]) -> list[set[str]]:
    """Give the names of the files that each save was of, until Ctrl-C."""
    told = []
    with suppress(KeyboardInterrupt):
        for changed in saves_of(places, known):
            told.append({Path(one).name for one in changed})
            read_anew()
    return told


def test_only_what_is_other_than_before_is_told_and_nothing_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, beside = tmp_path / "a.yaml", tmp_path / "report.html"
    case.write_text("1", encoding="utf-8")
    known = stamps(places_of(str(case)).files)
    # Saved before the watching began.
    case.write_text("22", encoding="utf-8")
    steps_of(
        monkeypatch,
        lambda: beside.write_text("a document", encoding="utf-8"),
        lambda: case.write_text("333", encoding="utf-8"),
        lambda: None,
        case.unlink,
        lambda: (tmp_path / "sostool.yaml").write_text("sostool_settings: 1\n", encoding="utf-8"),
    )
    told = told_by(lambda: places_of(str(case)), known)
    assert told == [{"a.yaml"}, {"a.yaml"}, {"a.yaml"}, {"sostool.yaml"}]


def test_a_folder_that_is_new_is_watched_from_then_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look, case = tmp_path / "look", tmp_path / "a.yaml"
    look.mkdir()
    case.touch()

    def lay_in() -> None:
        (look / "html").mkdir()
        (look / "html" / "style.css").touch()

    watched = steps_of(monkeypatch, lay_in, lambda: (look / "html" / "style.css").write_text("p{}", encoding="utf-8"))
    told = told_by(lambda: places_of(str(case), str(look)), stamps(places_of(str(case), str(look)).files))
    assert told == [{"style.css"}, {"style.css"}]
    assert [{Path(one).name for one in folders} for folders in watched] == [
        {tmp_path.name, "look"},
        {tmp_path.name, "look", "html"},
    ]


def test_profiles_and_settings_are_read_anew(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    assert load_profile("ours", str(tmp_path)).unknown == "ours"
    assert settings_above(str(tmp_path)).settings.profile == ""
    (tmp_path / "profiles" / "ours.yaml").write_text("name: Ours\n", encoding="utf-8")
    (tmp_path / "sostool.yaml").write_text("sostool_settings: 1\nprofile: ours\n", encoding="utf-8")
    assert load_profile("ours", str(tmp_path)).unknown == "ours"
    read_anew()
    assert load_profile("ours", str(tmp_path)).unknown == ""
    assert settings_above(str(tmp_path)).settings.profile == "ours"


def test_neighbours_are_read_anew(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("reference: EX-0001\n", encoding="utf-8")
    assert known_of(str(tmp_path)).reference_of == {"a.yaml": "EX-0001"}
    (tmp_path / "a.yaml").write_text("reference: EX-0002\n", encoding="utf-8")
    read_anew()
    assert known_of(str(tmp_path)).reference_of == {"a.yaml": "EX-0002"}


def test_a_folder_that_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(Stop) as end:
        next(saves([str(tmp_path / "gone")], recursive=False))
    assert (end.value.code, end.value.line) == (2, "This folder cannot be watched (any longer).")


def test_a_save_is_told_with_its_path(tmp_path: Path) -> None:
    later = threading.Timer(0.3, (tmp_path / "a.yaml").touch)
    later.start()
    assert next(saves([str(tmp_path)], recursive=False)) == {str(tmp_path / "a.yaml")}
    later.join()


class Ended(Exception):  # noqa: N818 - it is an end
    """The computer asked the program to end."""


def test_a_signal_to_end_is_no_ctrl_c(tmp_path: Path) -> None:
    def end(*_: object) -> None:
        raise Ended

    before = signal.signal(signal.SIGTERM, end)
    try:
        later = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM))
        later.start()
        start = time.monotonic()
        with pytest.raises(Ended):
            list(saves([str(tmp_path)], recursive=False))
        assert time.monotonic() - start < 5
        later.join()
        assert signal.getsignal(signal.SIGTERM) is end
    finally:
        signal.signal(signal.SIGTERM, before)
