"""The chain of case files that lie beside one in its folder."""

from __future__ import annotations

import os
import stat
from collections import OrderedDict
from typing import NamedTuple

from sostool.case.read import ReadCase, read_case
from sostool.caseload.find import STANDARD_INPUT
from sostool.story.chain import NO_CHAIN, CannotFollowError, Chain, ReadFile, chain_of, followed

# So many bytes of earlier files are kept as they were read: enough for a chain of fifty usual ones.
_MOST_KEPT = 2_000_000


def chain_beside(path: str, read: ReadCase) -> Chain:
    """Give the chain of files that a case follows, each read only when it is asked for.

    Args:
        path: the case's file; what comes by standard input stands alone.
        read: the case.
    """
    if path == STANDARD_INPUT or not followed(read.case):
        return NO_CHAIN
    return chain_of(read, reader_in(os.path.dirname(path)))  # noqa: PTH120 - a Path costs more


def reader_in(folder: str) -> ReadFile:
    """Give what reads case files of one folder by their name.

    A file that is read again and has not changed since is not read twice. A link to a file in another folder is not
    followed: what lies elsewhere may be another family's, or not be meant to be read here.
    """

    def read(name: str) -> ReadCase:
        return _KEPT.read(os.path.join(folder, name))  # noqa: PTH118

    return read


class _Stamp(NamedTuple):
    """What changes when a file does."""

    device: int
    number: int
    size: int
    changed: int


class _Kept:
    """The earlier files read last."""

    def __init__(self) -> None:
        self._reads: OrderedDict[str, tuple[_Stamp, ReadCase]] = OrderedDict()
        self._bytes = 0

    def read(self, path: str) -> ReadCase:
        """Read a file, or give what was read of it last.

        Raises:
            CannotFollowError: there is no such file, it is a link out of its folder, or it cannot be read.
        """
        stamp = _stamp(path)
        kept = self._reads.get(path)
        if kept is not None and kept[0] == stamp:
            self._reads.move_to_end(path)
            return kept[1]
        read = _read(path)
        self.forget(path)
        if stamp.size <= _MOST_KEPT:
            self._reads[path] = stamp, read
            self._bytes += stamp.size
        while self._bytes > _MOST_KEPT:
            self.forget(next(iter(self._reads)))
        return read

    def forget(self, path: str) -> None:
        """Let go of what was read of a file."""
        kept = self._reads.pop(path, None)
        if kept is not None:
            self._bytes -= kept[0].size


_KEPT = _Kept()


def _stamp(path: str) -> _Stamp:
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            _look_where_it_leads(path)
            status = os.stat(path)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        raise CannotFollowError("missing") from None
    except (OSError, ValueError):
        raise CannotFollowError("unreadable") from None
    return _Stamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _look_where_it_leads(path: str) -> None:
    folder = os.path.realpath(os.path.dirname(path))  # noqa: PTH120
    if os.path.dirname(os.path.realpath(path)) != folder:  # noqa: PTH120
        raise CannotFollowError("outside")


def _read(path: str) -> ReadCase:
    from sostool.caseload.check_file import CannotReadError, bytes_of  # noqa: PLC0415 - it imports this module

    try:
        return read_case(bytes_of(path), path)
    except CannotReadError:
        raise CannotFollowError("unreadable") from None
