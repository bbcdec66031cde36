"""Where a record of approvals lies, and how it is read and added to without ever losing a line."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sostool.files import AlreadyThereError, CannotPlaceError, create, rewrite
from sostool.findings.finding import Finding
from sostool.release.record import Approval, Record, read_record, written
from sostool.yamlfile.source import MOST_BYTES

_CASES = (".yaml", ".yml")


class CannotKeepError(Exception):
    """The record cannot be opened, or not be written; the text says why, for a person, and nothing was changed."""


class WrongRecordError(Exception):
    """The record has mistakes, or is another family's. `findings` are its mistakes, each with its place."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class Kept(NamedTuple):
    """A record and the bytes it was read from, None where there is no file yet."""

    record: Record
    was: bytes | None


def record_path(case_file: str) -> Path:
    """Give the place of a case file's record: beside it, `NAME.approvals.yaml` for `NAME.yaml`.

    Where the case file is named by a link, it is beside the file that the link leads to.
    """
    path = Path(case_file)
    if path.is_symlink():
        path = path.resolve()
    name = path.stem if path.suffix.lower() in _CASES else path.name
    return path.with_name(f"{name}.approvals.yaml")


def load(path: Path, reference: str) -> Kept:
    """Read the record of a case file; an empty one where there is none yet.

    Args:
        path: where it lies.
        reference: of the case file.

    Raises:
        CannotKeepError: it cannot be opened.
        WrongRecordError: it has mistakes, or belongs to a file of another reference.
    """
    data = _bytes(path)
    if data is None:
        return Kept(Record(reference), None)
    record, reading = read_record(data, str(path))
    if record is None:
        raise WrongRecordError("This record of approvals has mistakes.", tuple(reading.findings))
    if record.reference != reference:
        raise WrongRecordError("This record of approvals belongs to another reference than the case file's.")
    return Kept(record, data)


def add(path: Path, reference: str, approvals: Iterable[Approval]) -> None:
    """Add approvals to a record, all of them or none; what others have added meanwhile stays.

    Args:
        path: where it lies.
        reference: of the case file.
        approvals: to stand after those that are there.

    Raises:
        CannotKeepError: it cannot be opened or written, or would be too large to be read again.
        WrongRecordError: it has mistakes, or belongs to a file of another reference.
    """
    with _alone(path.parent):
        kept = load(path, reference)
        data = written(Record(reference, (*kept.record.approvals, *approvals)))
        if len(data) > MOST_BYTES:
            raise CannotKeepError(f"{path.name} would be too large to be read again; put it away, and start a new one")
        try:
            if kept.was is None:
                create(path, data)
            else:
                rewrite(path, kept.was, data)
        except AlreadyThereError:
            raise CannotKeepError(f"{path.name} has appeared meanwhile; try again") from None
        except CannotPlaceError as error:
            raise CannotKeepError(str(error)) from None


def _bytes(path: Path) -> bytes | None:
    try:
        there = path.lstat()
        if not stat.S_ISREG(there.st_mode):
            raise CannotKeepError(f"{path.name} is there and is not an ordinary file, so it is left alone")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except PermissionError:
        raise CannotKeepError(f"{path.name} may not be opened (no permission)") from None
    except (OSError, ValueError):
        raise CannotKeepError(f"{path.name} could not be read") from None


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else adds to a record in a folder. The computer lets go of it also when it ends by force.

    Where a system or a disk has no such thing, two who approve in the same instant are told apart by `rewrite` alone.
    """
    with contextlib.ExitStack() as until_done:
        with contextlib.suppress(ImportError, OSError, ValueError):
            import fcntl  # noqa: PLC0415 - Windows has none

            descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
            until_done.callback(_let_go, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


def _let_go(descriptor: int) -> None:
    # By now the record is written, or it has been told why not.
    with contextlib.suppress(OSError):
        os.close(descriptor)
