"""Writing a file so that it is there whole or not at all, and readable by its owner only."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_OWNER_ONLY = 0o600


class CannotPlaceError(Exception):
    """A file cannot be put where it should go; the text says why, for a person, and nothing was changed."""


class AlreadyThereError(CannotPlaceError):
    """Something of that name is there already."""


def create(path: Path, data: bytes) -> None:
    """Write a new file; what is there already is never touched.

    Raises:
        CannotPlaceError: something of that name exists, or the folder takes no file.
    """
    with _placing(path), _written_beside(path, data) as whole:
        try:
            os.link(whole, path)
        except FileExistsError:
            raise
        except OSError:
            # A file system without hard links: the name is claimed first, then the whole file takes it.
            os.close(_claim(path))
            try:
                whole.replace(path)
            except BaseException:
                path.unlink(missing_ok=True)
                raise


def replace(path: Path, data: bytes) -> None:
    """Write a file in one step over an ordinary file of that name, or where there is none.

    A file that was stricter than readable and writable by its owner stays so.

    Raises:
        CannotPlaceError: something else than an ordinary file has that name, or the folder takes no file.
    """
    with _placing(path):
        mode = _OWNER_ONLY
        with contextlib.suppress(FileNotFoundError):
            there = path.lstat().st_mode
            if not stat.S_ISREG(there):
                raise CannotPlaceError(f"{path.name} is there and is not an ordinary file, so it is left alone")
            mode &= there
        with _written_beside(path, data) as whole:
            if mode != _OWNER_ONLY:
                whole.chmod(mode)
            whole.replace(path)


def look_before_rewriting(path: Path) -> os.stat_result:
    """Tell whether a file may be written anew in its place, before anybody is asked about it.

    Returns:
        What the file system says of the file.

    Raises:
        CannotPlaceError: it is a link, has a second name, may not be written, or is no ordinary file.
    """
    with _placing(path):
        try:
            there = path.lstat()
        except FileNotFoundError:
            raise CannotPlaceError(f"{path.name} is not there any more") from None
        if stat.S_ISLNK(there.st_mode):
            raise CannotPlaceError(f"{path.name} is a link to another file: name that file itself")
        if not stat.S_ISREG(there.st_mode):
            raise CannotPlaceError(f"{path.name} is not an ordinary file, so it is left alone")
        if there.st_nlink > 1:
            raise CannotPlaceError(f"{path.name} is the same file as one of another name, so it is left alone")
        if not there.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
            raise CannotPlaceError(f"{path.name} may only be read")
        return there


def rewrite(path: Path, was: bytes, data: bytes) -> None:
    """Write a file anew in one step; who may read it, and whose it is, stays as it was.

    Args:
        path: the file.
        was: what it held when it was read.
        data: what it will hold.

    Raises:
        CannotPlaceError: it holds something else by now, or may not be rewritten.
    """
    with _placing(path):
        there = look_before_rewriting(path)
        with _written_beside(path, data) as whole:
            _take_over(whole, path, there)
            with path.open("rb") as file:
                now = file.read(len(was) + 1)
            if now != was:
                raise CannotPlaceError(f"{path.name} was changed meanwhile, so it is left as it is now")
            whole.replace(path)


def _take_over(whole: Path, path: Path, there: os.stat_result) -> None:
    """Give a file the owner, the rules of access and the mode of another."""
    if hasattr(os, "chown"):
        own = whole.lstat()
        if (own.st_uid, own.st_gid) != (there.st_uid, there.st_gid):
            try:
                os.chown(whole, there.st_uid, there.st_gid)
            except PermissionError:
                raise CannotPlaceError(f"{path.name} belongs to somebody else, and would not any more") from None
    if hasattr(os, "listxattr"):
        for name in os.listxattr(path):
            os.setxattr(whole, name, os.getxattr(path, name))
    whole.chmod(stat.S_IMODE(there.st_mode))


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    Raises:
        CannotPlaceError: it cannot be made.
    """
    with _placing(path):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise CannotPlaceError(f"{path} is not a folder") from None


@contextlib.contextmanager
def _placing(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise AlreadyThereError(f"{path.name} is there already, and nothing is ever written over it") from None
    except FileNotFoundError:
        raise CannotPlaceError(f"there is no folder {path.parent}") from None
    except NotADirectoryError:
        raise CannotPlaceError(f"{path.parent} is not a folder") from None
    except PermissionError:
        raise CannotPlaceError(f"the folder {path.parent} may not be written to (no permission)") from None
    except OSError as error:
        raise CannotPlaceError(f"{path.name} could not be written: {error.strerror or 'the disk failed'}") from None
    except ValueError:
        raise CannotPlaceError("this name cannot be the name of a file") from None


@contextlib.contextmanager
def _written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """Write the data to a new file in the same folder, safe on the disk, and take it away again if it is left over."""
    whole = path.parent / f".sostool-{os.urandom(8).hex()}.part"
    try:
        with os.fdopen(_claim(whole), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield whole
        _settle(path.parent)
    finally:
        with contextlib.suppress(OSError):
            whole.unlink(missing_ok=True)


def _claim(path: Path) -> int:
    """Open a file that was not there before, for its owner only."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWNER_ONLY)


def _settle(folder: Path) -> None:
    """Ask the disk to remember the folder's new entry; Windows has no such call."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
