"""Waiting for saves, for the commands that answer each of them with `--watch`."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain
from typing import NamedTuple, TypeAlias

import watchfiles

from sostool.caseload.neighbours import files_followed, known_of
from sostool.cli.console import WRONG_USE, stop
from sostool.profile.load import OWN_FOLDER, load_profile
from sostool.settings import FILE_NAME, load_settings, settings_above

# Editors write a file in several steps, within a few milliseconds of each other.
_QUIET_MS, _LONGEST_MS = 25, 100
# Some disks of an office network tell nobody that a file was saved. Looking now and then finds it out.
_LOOK_MS = 1000

_Stamps: TypeAlias = dict[str, tuple[int, int, int] | None]


class Places(NamedTuple):
    """Files whose saves are answered, and the folders to watch for that."""

    files: frozenset[str]
    folders: frozenset[str]


def saves(folders: Iterable[str], *, recursive: bool, now_and_then: bool = False) -> Generator[set[str], None, None]:
    """Wait for saves in folders, for ever.

    Args:
        folders: where to watch.
        recursive: whether to watch the folders in them too.
        now_and_then: whether to give an empty set each second in which nothing was heard of.

    Yields:
        The absolute paths of what was written, moved or taken away.
    """
    try:
        with _told_to_end() as end:
            yield from _saves(folders, end, recursive=recursive, now_and_then=now_and_then)
    except OSError:
        stop(WRONG_USE, "This folder cannot be watched (any longer).")


def _saves(
    folders: Iterable[str], end: threading.Event, *, recursive: bool, now_and_then: bool
) -> Generator[set[str], None, None]:
    for changes in watchfiles.watch(
        *folders,
        watch_filter=None,
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        recursive=recursive,
        stop_event=end,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=now_and_then,
    ):
        yield {os.path.abspath(path) for _, path in changes}  # noqa: PTH100


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """Give what is set once the computer asks the program to end; watchfiles would take that for Ctrl-C."""
    end = threading.Event()
    before = signal.signal(signal.SIGTERM, lambda _signal, _frame: end.set())
    try:
        yield end
    finally:
        signal.signal(signal.SIGTERM, before)
        if end.is_set():
            signal.raise_signal(signal.SIGTERM)


def saves_of(places: Callable[[], Places], known: _Stamps) -> Iterator[set[str]]:
    """Wait for saves of certain files, for ever.

    Args:
        places: says which they are; it is asked again each time, since a template or a profile may be new.
        known: how the files were when they were last read, as `stamps` gives it.

    Yields:
        The paths of the files that are new, gone, or other than before.
    """
    while True:
        watched = places()
        with closing(saves(watched.folders, recursive=False, now_and_then=True)) as saved:
            # The first look is at once: something may have been saved before the watching began.
            for _ in chain([set[str]()], saved):
                there = places()
                now = stamps(there.files)
                changed = {path for path in now.keys() | known.keys() if now.get(path) != known.get(path)}
                known = now
                if changed:
                    yield changed
                if there.folders != watched.folders:
                    break


def stamps(files: Iterable[str]) -> _Stamps:
    """Say how files are, so that a save shows: when each was written, how long it is, and which file it is."""
    return {file: _stamp(file) for file in files}


def read_anew() -> None:
    """Forget the profiles, settings and neighbours that were read, since one of them may have been saved."""
    for kept in (load_profile, load_settings, settings_above, known_of):
        kept.cache_clear()


def places_of(case_file: str, templates: str = "") -> Places:
    """Say what a document is made of: the case file, those it follows, its folder's profiles, settings, templates.

    Args:
        case_file: the path of the case file.
        templates: the authority's folder of templates, if one is used.
    """
    # A link is saved where it leads to.
    files = {os.path.abspath(case_file), os.path.realpath(case_file), *files_followed(case_file)}  # noqa: PTH100
    folder = os.path.dirname(case_file)  # noqa: PTH120
    # The team's settings; where there are none, or none so near, they may come.
    for settings in (settings_above(folder).settings.file, os.path.join(folder, FILE_NAME)):  # noqa: PTH118
        if settings:
            files.add(os.path.abspath(settings))  # noqa: PTH100
    folders = {os.path.dirname(file) for file in files}  # noqa: PTH120
    for laid_in in (os.path.join(folder, OWN_FOLDER), templates):  # noqa: PTH118
        if laid_in and os.path.isdir(laid_in):  # noqa: PTH112
            for inside, _, names in os.walk(os.path.abspath(laid_in)):  # noqa: PTH100
                folders.add(inside)
                files.update(os.path.join(inside, name) for name in names)  # noqa: PTH118
    return Places(frozenset(files), frozenset(folder for folder in folders if os.path.isdir(folder)))  # noqa: PTH112


def _stamp(file: str) -> tuple[int, int, int] | None:
    try:
        there = os.stat(file)  # noqa: PTH116
    except OSError:
        return None
    return there.st_mtime_ns, there.st_size, there.st_ino
