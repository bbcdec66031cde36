"""Check many files, in this process or side by side, and hand on each result as it comes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from sostool.caseload.check_file import CheckRun, check_file
from sostool.caseload.find import STANDARD_INPUT
from sostool.findings.result import Checked

_CHUNK = 50


def check_files(paths: Iterable[str], run: CheckRun, jobs: int = 1) -> Iterator[Checked]:
    """Check files and yield their results in the order of the paths; a profile's own mistakes only once.

    Args:
        paths: the files.
        run: how to check.
        jobs: how many processes to use.
    """
    told: set[str] = set()
    results = _side_by_side(paths, run, jobs) if jobs > 1 else _in_turn(paths, run)
    for checked in results:
        for result in checked:
            if result is not checked[-1]:
                if result.file in told:
                    continue
                told.add(result.file)
            yield result


def _in_turn(paths: Iterable[str], run: CheckRun) -> Iterator[list[Checked]]:
    # Reading makes no cycles worth collecting, and the collector would walk every node again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        for path in paths:
            yield check_file(path, run)
    finally:
        if collecting:
            gc.enable()


def _check_chunk(paths: list[str], run: CheckRun) -> list[list[Checked]]:
    return list(_in_turn(paths, run))


def _side_by_side(paths: Iterable[str], run: CheckRun, jobs: int) -> Iterator[list[Checked]]:
    from collections import deque  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - dear to import, seldom used

    left = iter(paths)
    pool = ProcessPoolExecutor(jobs, initializer=_leave_signals_to_the_parent)
    waiting: deque[Callable[[], list[list[Checked]]]] = deque()
    try:
        while True:
            # Never more than a few chunks ahead, so that memory does not grow with the number of files.
            while len(waiting) < jobs * 3 and (chunk := list(islice(left, _CHUNK))):
                if STANDARD_INPUT in chunk:
                    # Only this process has the standard input.
                    waiting.append(partial(_check_chunk, chunk, run))
                else:
                    waiting.append(pool.submit(_check_chunk, chunk, run).result)
            if not waiting:
                return
            yield from waiting.popleft()()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_signals_to_the_parent() -> None:
    """Let Ctrl-C and the end of the computer's day reach only the process that can say something about it."""
    import signal  # noqa: PLC0415

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
