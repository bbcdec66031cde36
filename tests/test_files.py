"""A file that is written is there whole or not at all, and only its owner can read it."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.running import environment

from sostool.files import AlreadyThereError, CannotPlaceError, create, make_folder, replace, rewrite

OLD, NEW = b"the old file\n", b"the new file\n" * 1_000
WRITERS = [create, replace]


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_new_file_is_whole_and_its_owners_only(
    tmp_path: Path, umask: Callable[[int], int], write: Any, mask: int
) -> None:
    umask(mask)
    write(tmp_path / "case.yaml", NEW)
    assert everything_in(tmp_path) == {"case.yaml": NEW}
    assert stat.S_IMODE((tmp_path / "case.yaml").stat().st_mode) == 0o600


def test_create_never_writes_over_a_file(tmp_path: Path) -> None:
    target = tmp_path / "case.yaml"
    target.write_bytes(OLD)
    before = target.stat()
    with pytest.raises(AlreadyThereError, match=r"^case.yaml is there already, and nothing is ever written over it$"):
        create(target, NEW)
    after = target.stat()
    assert everything_in(tmp_path) == {"case.yaml": OLD}
    assert (before.st_mtime_ns, before.st_ino, before.st_mode) == (after.st_mtime_ns, after.st_ino, after.st_mode)


def test_replace_takes_the_place_of_an_ordinary_file(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(OLD)
    replace(target, NEW)
    assert everything_in(tmp_path) == {"report.html": NEW}


@pytest.mark.parametrize(("before", "after"), [(0o644, 0o600), (0o600, 0o600), (0o400, 0o400)])
def test_replace_never_makes_a_file_easier_to_read(tmp_path: Path, before: int, after: int) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(OLD)
    target.chmod(before)
    replace(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == after


def link_to(path: Path) -> None:
    path.with_name("elsewhere").write_bytes(OLD)
    path.symlink_to(path.with_name("elsewhere"))


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


ODD = [link_to, link_to_nothing, Path.mkdir, os.mkfifo]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("make", ODD)
def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path, write: Any, make: Any) -> None:
    target = tmp_path / "case.yaml"
    make(target)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(CannotPlaceError, match=r"case\.yaml is there"):
        write(target, NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert not target.is_file() or target.read_bytes() == OLD
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("no-folder/case.yaml", "there is no folder "),
        ("a-file/case.yaml", "a-file is not a folder"),
        ("x" * 300, "could not be written: File name too long"),
        ("a\0b", "this name cannot be the name of a file"),
        ("\ud800", "this name cannot be the name of a file"),
    ],
)
def test_a_place_that_cannot_be_is_told_in_a_line(tmp_path: Path, write: Any, name: str, told: str) -> None:
    (tmp_path / "a-file").write_bytes(OLD)
    with pytest.raises(CannotPlaceError) as told_of:
        write(tmp_path / name, NEW)
    assert told in str(told_of.value)
    assert "\n" not in str(told_of.value)
    assert everything_in(tmp_path) == {"a-file": OLD}


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b c" / "ë")
    make_folder(tmp_path / "a" / "b c" / "ë")
    assert (tmp_path / "a" / "b c" / "ë").is_dir()


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(CannotPlaceError, match=r"file is not a folder$"):
            make_folder(path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    with pytest.raises(CannotPlaceError, match=r"gone is not a folder$"):
        make_folder(tmp_path / "gone")


CALLS = ["open", "fdopen", "fsync", "link", "close"]
ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EPERM]


class Failing:
    """Makes the n-th call of some functions of `os` fail, and counts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> None:
        self.left, self.error, self.failed = number, error, False
        for name in CALLS:
            monkeypatch.setattr(os, name, self.wrapped(getattr(os, name)))
        monkeypatch.setattr(Path, "replace", self.wrapped(Path.replace))

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any, **more: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                self.failed = True
                raise self.error
            return call(*arguments, **more)

        return counting


@pytest.mark.parametrize("number", range(1, 12))
@pytest.mark.parametrize(
    "error", [OSError(code, os.strerror(code)) for code in ERRORS], ids=lambda error: errno.errorcode[error.errno]
)
@pytest.mark.parametrize("write", WRITERS)
def test_whatever_fails_the_file_is_old_or_new_and_nothing_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Any, error: OSError, number: int
) -> None:
    target = tmp_path / "case.yaml"
    before = {} if write is create else {"case.yaml": OLD}
    if before:
        target.write_bytes(OLD)
    told = ""
    with monkeypatch.context() as patch:
        failing = Failing(patch, number, error)
        try:
            write(target, NEW)
        except CannotPlaceError as refused:
            told = str(refused)
    if told:
        assert failing.failed
        assert "\n" not in told
        assert everything_in(tmp_path) == before
        return
    # What failed was not needed: a second way was there, or the disk had been asked only to hurry.
    assert everything_in(tmp_path) == {"case.yaml": NEW}


@pytest.mark.parametrize("number", range(1, 8))
@pytest.mark.parametrize("write", WRITERS)
def test_ctrl_c_at_any_moment_leaves_nothing_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Any, number: int
) -> None:
    with monkeypatch.context() as patch:
        failing = Failing(patch, number, KeyboardInterrupt())
        try:
            write(tmp_path / "case.yaml", NEW)
        except KeyboardInterrupt:
            assert failing.failed
    assert everything_in(tmp_path) in ({}, {"case.yaml": NEW})


@pytest.mark.parametrize("write", WRITERS)
def test_a_file_gets_its_name_only_once_it_is_safe_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Any
) -> None:
    done: list[str] = []

    def noted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def calling(*given: Any) -> Any:
            done.append(name)
            return call(*given)

        return calling

    monkeypatch.setattr(os, "fsync", noted("fsync", os.fsync))
    monkeypatch.setattr(os, "link", noted("link", os.link))
    monkeypatch.setattr(Path, "replace", noted("replace", Path.replace))
    write(tmp_path / "case.yaml", NEW)
    assert done == ["fsync", "link" if write is create else "replace", "fsync"]


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


class TestWithoutHardLinks:
    """A memory stick or a network folder may have none."""

    def test_a_file_is_created_all_the_same(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "link", no_links)
        create(tmp_path / "case.yaml", NEW)
        assert everything_in(tmp_path) == {"case.yaml": NEW}
        assert stat.S_IMODE((tmp_path / "case.yaml").stat().st_mode) == 0o600

    def test_and_never_over_another(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "link", no_links)
        (tmp_path / "case.yaml").write_bytes(OLD)
        with pytest.raises(AlreadyThereError):
            create(tmp_path / "case.yaml", NEW)
        assert everything_in(tmp_path) == {"case.yaml": OLD}

    def test_and_what_was_claimed_is_given_back(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "link", no_links)
        monkeypatch.setattr(Path, "replace", no_links)
        with pytest.raises(CannotPlaceError):
            create(tmp_path / "case.yaml", NEW)
        assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    target = tmp_path / "case.yaml"
    link = os.link

    def too_late(whole: Path, path: Path) -> None:
        target.write_bytes(OLD)
        (link if links else no_links)(whole, path)

    monkeypatch.setattr(os, "link", too_late)
    with pytest.raises(AlreadyThereError):
        create(target, NEW)
    assert everything_in(tmp_path) == {"case.yaml": OLD}


def test_of_many_at_once_one_wins_and_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "case.yaml"
    start = threading.Barrier(8)
    won: list[int] = []

    def write(number: int) -> None:
        start.wait()
        try:
            create(target, bytes([number]) * 100_000)
        except AlreadyThereError:
            return
        won.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert everything_in(tmp_path) == {"case.yaml": bytes(won) * 100_000}


def test_a_disk_that_takes_only_so_much(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from sostool.files import create, CannotPlaceError\n"
        "try: create(pathlib.Path(sys.argv[1]), b'x' * 100_000)\n"
        "except CannotPlaceError as told: print(told); sys.exit(2)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "case.yaml")],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
        capture_output=True,
        text=True,
        # Byte code is cut off at that size too, and whoever reads it next would fail over it.
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "case.yaml could not be written: File too large\n")
    assert everything_in(tmp_path) == {}


@pytest.mark.slow
@pytest.mark.parametrize("write", ["create", "replace"])
def test_killed_at_any_moment_the_file_is_old_or_new(tmp_path: Path, write: str) -> None:
    target = tmp_path / "case.yaml"
    target.write_bytes(OLD.rjust(200_000))
    code = (
        "import sys, pathlib, itertools\n"
        "from sostool import files\n"
        "print('ready', flush=True)\n"
        "for number in itertools.count():\n"
        "    path = pathlib.Path(sys.argv[1])\n"
        f"    if {write!r} == 'create': path.unlink(missing_ok=True)\n"
        f"    files.{write}(path, str(number).encode().rjust(200_000))\n"
    )
    for wait in range(30):
        child = subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE, env=environment())
        assert child.stdout is not None
        child.stdout.readline()
        threading.Event().wait(0.003 * wait)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        if target.exists() or write == "replace":
            assert target.stat().st_size == 200_000
        for left in tmp_path.glob(".sostool-*"):
            left.unlink()


class TestRewriting:
    """A file of somebody's that is mended in its place."""

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o700])
    def test_it_is_new_in_one_step_and_who_may_read_it_stays(self, tmp_path: Path, mode: int) -> None:
        target = tmp_path / "case.yaml"
        target.write_bytes(OLD)
        target.chmod(mode)
        rewrite(target, OLD, NEW)
        assert everything_in(tmp_path) == {"case.yaml": NEW}
        assert stat.S_IMODE(target.stat().st_mode) == mode

    def test_whose_it_is_stays_too(self, tmp_path: Path) -> None:
        if os.geteuid() != 0:
            pytest.skip("only root can give a file away")
        target = tmp_path / "case.yaml"
        target.write_bytes(OLD)
        os.chown(target, 12, 34)
        rewrite(target, OLD, NEW)
        assert (target.stat().st_uid, target.stat().st_gid) == (12, 34)

    def test_nobody_elses_file_is_taken_over(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        target = tmp_path / "case.yaml"
        target.write_bytes(OLD)
        if os.geteuid() == 0:
            os.chown(target, 12, 34)

        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "chown", refuse)
        if os.geteuid() == 0:
            with pytest.raises(CannotPlaceError, match="belongs to somebody else"):
                rewrite(target, OLD, NEW)
            assert everything_in(tmp_path) == {"case.yaml": OLD}

    def test_what_the_file_system_knows_of_it_stays(self, tmp_path: Path) -> None:
        target = tmp_path / "case.yaml"
        target.write_bytes(OLD)
        try:
            os.setxattr(target, "user.note", b"x")
        except OSError:
            pytest.skip("this file system keeps no notes")
        rewrite(target, OLD, NEW)
        assert os.getxattr(target, "user.note") == b"x"

    @pytest.mark.parametrize("now", [b"", OLD[:-1], OLD + b"x", OLD.upper()])
    def test_one_that_was_changed_meanwhile_is_left(self, tmp_path: Path, now: bytes) -> None:
        target = tmp_path / "case.yaml"
        target.write_bytes(now)
        with pytest.raises(CannotPlaceError, match=r"^case\.yaml was changed meanwhile"):
            rewrite(target, OLD, NEW)
        assert everything_in(tmp_path) == {"case.yaml": now}

    @pytest.mark.parametrize("make", ODD)
    def test_what_is_no_ordinary_file_is_left_alone(self, tmp_path: Path, make: Any) -> None:
        target = tmp_path / "case.yaml"
        make(target)
        before = sorted(path.name for path in tmp_path.iterdir())
        with pytest.raises(CannotPlaceError, match=r"^case\.yaml is (?:a link|not an ordinary)"):
            rewrite(target, OLD, NEW)
        assert sorted(path.name for path in tmp_path.iterdir()) == before

    def test_nor_one_that_has_a_second_name_or_may_only_be_read(self, tmp_path: Path) -> None:
        target = tmp_path / "case.yaml"
        target.write_bytes(OLD)
        target.chmod(0o444)
        with pytest.raises(CannotPlaceError, match="may only be read"):
            rewrite(target, OLD, NEW)
        target.chmod(0o644)
        os.link(target, tmp_path / "other.yaml")
        with pytest.raises(CannotPlaceError, match="the same file as one of another name"):
            rewrite(target, OLD, NEW)
        assert everything_in(tmp_path) == {"case.yaml": OLD, "other.yaml": OLD}

    def test_one_that_is_gone_is_not_made_again(self, tmp_path: Path) -> None:
        with pytest.raises(CannotPlaceError, match="is not there any more"):
            rewrite(tmp_path / "case.yaml", OLD, NEW)
        assert everything_in(tmp_path) == {}

    @pytest.mark.parametrize("number", range(1, 12))
    @pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), OSError(errno.EACCES, "no"), KeyboardInterrupt()])
    def test_whatever_fails_it_is_old_or_new_and_nothing_is_left_over(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, number: int
    ) -> None:
        target = tmp_path / "case.yaml"
        target.write_bytes(OLD)
        target.chmod(0o640)
        with monkeypatch.context() as patch:
            failing = Failing(patch, number, error)
            try:
                rewrite(target, OLD, NEW)
            except (CannotPlaceError, KeyboardInterrupt):
                assert failing.failed
        assert everything_in(tmp_path) in ({"case.yaml": OLD}, {"case.yaml": NEW})
        assert stat.S_IMODE(target.stat().st_mode) == 0o640
