"""`sostool render-report --watch` and `--open`: make documents again after each save, and show them in a browser."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sostool.caseload.neighbours import known_of
from sostool.cli.console import OK, WRONG_USE, CannotWriteError, Stop, at_terminal, complain, flush, shown, stop, write
from sostool.cli.opening import open_in_browser
from sostool.cli.saves import places_of, read_anew, saves_of, stamps

if TYPE_CHECKING:
    from sostool.cli.documents import Done
    from sostool.cli.placing import Written
    from sostool.preview import Page, Stage

# More names than these make no line that anybody reads.
_MOST_NAMES = 4


def open_written(written: Sequence[Written]) -> None:
    """Open the first web page of what was written; where that cannot be, say so."""
    page = next((one for one in written if one.format == "html"), None)
    if page is None:
        stop(WRONG_USE, "--open shows web pages: add --format html.")
    if not open_in_browser(Path(page.path).absolute().as_uri()):
        complain(f"No browser could be opened here. Open this file yourself: {page.path}")


def keep_showing(make: Callable[[], Done], case_file: str, templates: str = "", *, opens: bool = False) -> int:
    """Make documents now, and again after each save, until Ctrl-C.

    Args:
        make: writes the documents and gives what was written. It raises `Stop` with a line for the person where it
            cannot, and says nothing itself.
        case_file: the path of the case file.
        templates: the authority's folder of templates, if one is used.
        opens: whether to show the web pages among the documents in the browser.

    Returns:
        The exit code, if it ends otherwise than by Ctrl-C.

    Raises:
        Stop: the command was called wrongly, so that no save could put it right.
    """
    known = stamps(places_of(case_file, templates).files)
    with contextlib.ExitStack() as until_the_end:
        stage = _stage()
        notes = _answer(make, stage, (), first=True)
        if opens:
            _open_preview(stage, until_the_end)
        write(f"Watching {shown(case_file)}. Ctrl-C ends it.\n")
        flush()
        for changed in saves_of(lambda: places_of(case_file, templates), known):
            if changed != {os.path.abspath(case_file)}:  # noqa: PTH100
                read_anew()
            known_of.cache_clear()  # the case may follow another file now
            notes = _answer(make, stage, notes)
            flush()
    return OK


def _stage() -> Stage:
    from sostool.preview import Stage  # noqa: PLC0415 - a server is not needed where nobody watches

    return Stage()


def _answer(make: Callable[[], Done], stage: Stage, notes: Sequence[str], *, first: bool = False) -> Sequence[str]:
    """Make the documents once, and say in one line what came of it. No save ends the command.

    Args:
        make: as above.
        stage: where the documents are shown.
        notes: what was said about them the last time; that is not said again.
        first: whether what no save puts right ends the command.

    Returns:
        What there is to say about them now.
    """
    try:
        done = make()
    except Stop as end:
        if first and end.code == WRONG_USE:
            raise
        wrong = _lines(end.line)
    except CannotWriteError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the next save may be better
        from sostool.cli.run import what_ended_it  # noqa: PLC0415 - it stands above all commands

        wrong = [what_ended_it(error)[1]]
    else:
        stage.show(_pages(done.written))
        _say(f"Written: {_named([one.path for one in done.written])}")
        for note in done.notes:
            if note not in notes:
                write(f"{shown(note)}\n")
        return done.notes
    stage.tell(*wrong)
    _say("\n".join(wrong))
    return notes


def _lines(told: str) -> list[str]:
    """Give what is wrong and, indented, its places; what a person could type instead is no news at a save."""
    first, *more = shown(told).splitlines() or [""]
    return [first, *(line for line in more if line.startswith("  "))]


def _say(what: str) -> None:
    now = dt.datetime.now().astimezone().strftime("%H:%M:%S")
    write(f"{now}  {what}\n")


def _named(paths: list[str]) -> str:
    if len(paths) <= _MOST_NAMES:
        return ", ".join(map(shown, paths))
    return f"{len(paths)} documents in {shown(_common_folder(paths))}"


def _pages(written: Sequence[Written]) -> tuple[Page, ...]:
    """Give the web pages, each named by its file, and by its folder below the one that holds them all."""
    from sostool.preview import Page  # noqa: PLC0415

    pages = [one for one in written if one.format == "html"]
    if not pages:
        return ()
    folder = _common_folder([one.path for one in pages])
    return tuple(Page(Path(os.path.relpath(one.path, folder)).as_posix(), one.data) for one in pages)


def _common_folder(paths: list[str]) -> str:
    return os.path.commonpath([os.path.dirname(path) for path in paths]) or "."  # noqa: PTH120


def _open_preview(stage: Stage, until_the_end: contextlib.ExitStack) -> None:
    from sostool.preview import Preview  # noqa: PLC0415

    try:
        preview = until_the_end.enter_context(Preview(stage))
    except OSError:
        stop(WRONG_USE, "The preview cannot be shown: this computer gives no port for it.")
    opened = open_in_browser(preview.first_address)
    if at_terminal():
        # Whoever has this address sees the documents, so it is in no log.
        write(f"Preview, on this computer only: {preview.address}\n")
        if not opened:
            write("No browser could be opened here. Open this address yourself.\n")
    elif not opened:
        complain("No browser could be opened here. At a terminal, the preview's address would be shown.")
