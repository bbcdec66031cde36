"""The record lies beside its case file, is read whole or not at all, and no line of it is ever lost."""

from __future__ import annotations

import datetime as dt
import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.running import environment

from sostool import files
from sostool.release import keeping
from sostool.release.keeping import CannotKeepError, WrongRecordError, add, load, record_path
from sostool.release.record import Approval, Record, read_record, written
from sostool.yamlfile.source import MOST_BYTES

ONE = Approval("report", "lisa", "en", "ann", dt.date(2026, 3, 16), "a1" * 32)
OTHERS = tuple(ONE._replace(reader=f"p-{number}") for number in range(8))


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.approvals.yaml"


@pytest.mark.parametrize(
    ("case", "record"),
    [
        ("case.yaml", "case.approvals.yaml"),
        ("case.YML", "case.approvals.yaml"),
        ("EX-0042.2026.yaml", "EX-0042.2026.approvals.yaml"),
        ("case", "case.approvals.yaml"),
        ("case.txt", "case.txt.approvals.yaml"),
        ("a b/ë.yaml", "a b/ë.approvals.yaml"),
    ],
)
def test_it_lies_beside_its_case_file(case: str, record: str) -> None:
    assert record_path(case) == Path(record)


def test_a_link_to_a_case_file_has_no_record_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "case.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "there" / "case.yaml")
    assert record_path(str(tmp_path / "link.yaml")) == (tmp_path / "there" / "case.approvals.yaml").resolve()


def test_the_first_approval_makes_it_for_its_owner_only(path: Path) -> None:
    assert load(path, "EX-0042").record == Record("EX-0042")
    add(path, "EX-0042", [ONE])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load(path, "EX-0042").record == Record("EX-0042", (ONE,))
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_later_ones_are_added_and_the_history_stays(path: Path) -> None:
    for number in range(1, 5):
        add(path, "EX-0042", OTHERS[number - 1 : number])
        assert load(path, "EX-0042").record.approvals == OTHERS[:number]


def test_another_familys_record_is_not_believed_and_not_touched(path: Path) -> None:
    add(path, "EX-0042", [ONE])
    before = path.read_bytes()
    with pytest.raises(WrongRecordError, match="another reference"):
        load(path, "EX-0043")
    with pytest.raises(WrongRecordError, match="another reference"):
        add(path, "EX-0043", [ONE])
    assert path.read_bytes() == before


def test_a_record_with_a_mistake_is_not_added_to(path: Path) -> None:
    path.write_bytes(written(Record("EX-0042", (ONE,))).replace(b"by:", b"bye:"))
    before = path.read_bytes()
    with pytest.raises(WrongRecordError) as told:
        add(path, "EX-0042", [ONE])
    assert [(finding.place.line, finding.code) for finding in told.value.findings][:1] == [(11, "CF101")]
    assert path.read_bytes() == before


@pytest.mark.parametrize("there", [False, True])
def test_a_record_that_could_not_be_read_again_is_not_written(path: Path, there: bool) -> None:
    if there:
        add(path, "EX-0042", [ONE])
    before = everything_in(path.parent)
    each = len(written(Record("EX-0042", (ONE, ONE)))) - len(written(Record("EX-0042", (ONE,))))
    with pytest.raises(CannotKeepError, match=r"^case\.approvals\.yaml would be too large"):
        add(path, "EX-0042", [ONE] * (MOST_BYTES // each + 1))
    assert everything_in(path.parent) == before


def link(path: Path) -> None:
    path.with_name("elsewhere").write_bytes(written(Record("EX-0042", (ONE,))))
    path.symlink_to(path.with_name("elsewhere"))


@pytest.mark.parametrize("make", [link, Path.mkdir, os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_what_is_no_ordinary_file_is_neither_read_nor_written(path: Path, make: Callable[[Path], object]) -> None:
    make(path)
    before = everything_in(path.parent)
    for attempt in (lambda: load(path, "EX-0042"), lambda: add(path, "EX-0042", [ONE])):
        with pytest.raises(CannotKeepError, match=r"^case\.approvals\.yaml is there and is not an ordinary file"):
            attempt()
    assert everything_in(path.parent) == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotKeepError, match="there is no folder"):
        add(tmp_path / "no" / "case.approvals.yaml", "EX-0042", [ONE])


class Failing:
    """Makes the n-th call of some functions fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> None:
        self.left, self.error, self.failed = number, error, False
        for name in ("open", "fdopen", "fsync", "link", "close"):
            monkeypatch.setattr(os, name, self.wrapped(getattr(os, name)))
        for name in ("replace", "lstat", "open", "chmod"):
            monkeypatch.setattr(Path, name, self.wrapped(getattr(Path, name)))

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any, **more: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                self.failed = True
                raise self.error
            return call(*arguments, **more)

        return counting


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("number", range(1, 18))
@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left"), OSError(errno.EROFS, "Read-only"), KeyboardInterrupt()]
)
def test_whatever_fails_the_record_is_as_it_was_or_has_it_all(
    path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, number: int, error: BaseException
) -> None:
    if there:
        add(path, "EX-0042", [ONE])
    before = everything_in(path.parent)
    told = None
    with monkeypatch.context() as patch:
        failing = Failing(patch, number, error)
        try:
            add(path, "EX-0042", OTHERS)
        except (CannotKeepError, KeyboardInterrupt) as refused:
            told = refused
    now = everything_in(path.parent)
    whole = {path.name: written(Record("EX-0042", (*((ONE,) if there else ()), *OTHERS)))}
    if told is None:
        assert now == whole
    else:
        assert failing.failed
        assert "\n" not in str(told)
        # Ctrl-C may come after the new file has taken its place: then it is whole.
        assert now in ((before, whole) if isinstance(told, KeyboardInterrupt) else (before,))


def test_of_many_at_once_none_is_lost(path: Path) -> None:
    start = threading.Barrier(len(OTHERS))

    def approve(one: Approval) -> None:
        start.wait()
        add(path, "EX-0042", [one])

    threads = [threading.Thread(target=approve, args=(one,)) for one in OTHERS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(load(path, "EX-0042").record.approvals) == sorted(OTHERS)


def test_where_nothing_can_be_locked_a_change_meanwhile_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, "EX-0042", [ONE])
    rewrite = files.rewrite

    def somebody_else_first(where: Path, was: bytes, data: bytes) -> None:
        path.write_bytes(written(Record("EX-0042", OTHERS)))
        rewrite(where, was, data)

    monkeypatch.setattr(keeping, "rewrite", somebody_else_first)
    with pytest.raises(CannotKeepError, match="was changed meanwhile"):
        add(path, "EX-0042", [ONE])
    assert load(path, "EX-0042").record.approvals == OTHERS


@pytest.mark.slow
def test_killed_at_any_moment_the_record_is_whole_and_the_next_one_need_not_wait(path: Path) -> None:
    code = (
        "import sys, pathlib, datetime\n"
        "from sostool.release.keeping import add\n"
        "from sostool.release.record import Approval\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    add(pathlib.Path(sys.argv[1]), 'EX-0042',\n"
        "        [Approval('report', 'lisa', 'en', 'ann', datetime.date(2026, 3, 16), 'a1' * 32)])\n"
    )
    for wait in range(15):
        child = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, env=environment())
        assert child.stdout is not None
        child.stdout.readline()
        threading.Event().wait(0.004 * wait)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        approvals = load(path, "EX-0042").record.approvals
        assert set(approvals) <= {ONE}
        add(path, "EX-0042", [ONE])
        assert len(load(path, "EX-0042").record.approvals) == len(approvals) + 1
        path.unlink()
    assert read_record(written(Record("EX-0042", (ONE,))), "x")[0] is not None
