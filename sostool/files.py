"""Writing a file so that it is there whole or not at all, and readable by its owner only."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path


class CannotPlaceError(Exception):
    """A file cannot be put where it should go; the text says why, for a person, and nothing was changed."""


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
            # A file system without hard links: the name is claimed first, then filled.
            _claim_and_fill(path, data)


def replace(path: Path, data: bytes) -> None:
    """Write a file in one step over an ordinary file of that name, or where there is none.

    Raises:
        CannotPlaceError: something else than an ordinary file has that name, or the folder takes no file.
    """
    with _placing(path):
        with contextlib.suppress(FileNotFoundError):
            if not stat.S_ISREG(path.lstat().st_mode):
                raise CannotPlaceError(f"{path.name} is there and is not an ordinary file, so it is left alone")
        with _written_beside(path, data) as whole:
            whole.replace(path)


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    Raises:
        CannotPlaceError: it cannot be made.
    """
    with _placing(path):
        path.mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def _placing(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise CannotPlaceError(f"{path.name} is there already, and nothing is ever written over it") from None
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
    """Write the data to a temporary file in the same folder, safe on the disk; take it away afterwards if it is still there."""
    descriptor, name = tempfile.mkstemp(prefix=".sostool-", suffix=".part", dir=path.parent)
    whole = Path(name)
    try:
        _fill(descriptor, data)
        yield whole
        _settle(path.parent)
    finally:
        with contextlib.suppress(OSError):
            whole.unlink(missing_ok=True)


def _fill(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _claim_and_fill(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        _fill(descriptor, data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Ask the disk to remember the folder's new entry; Windows has no such call."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
