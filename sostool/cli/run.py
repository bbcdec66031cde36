"""Run one command and turn whatever happens into an exit code and, at most, one clear line."""

from __future__ import annotations

import _thread
import io
import signal
import sys
import time
from types import FrameType
from typing import TYPE_CHECKING

from sostool.cli.checking import check, plain_order
from sostool.cli.console import (
    ENDED,
    OK,
    OUR_FAULT,
    STOPPED,
    WRONG_USE,
    CannotWriteError,
    Stop,
    complain,
    flush,
    give_up_on,
    make_safe,
)

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


class _Ended(BaseException):
    """The computer asked the program to end."""


def run(arguments: list[str]) -> int:
    """Run the command line.

    Args:
        arguments: what stands after `sostool`.

    Returns:
        The exit code.
    """
    make_safe()
    at_the_end = signal.signal(signal.SIGTERM, _end)
    unheard, sys.unraisablehook = sys.unraisablehook, _hear_again
    try:
        return _run_to_the_end(arguments)
    finally:
        sys.unraisablehook = unheard
        signal.signal(signal.SIGTERM, at_the_end or signal.SIG_DFL)


def _hear_again(unraisable: UnraisableHookArgs) -> None:
    """Ask to end once more where that went unheard: in what Python itself calls in between, nothing can be raised."""
    if issubclass(unraisable.exc_type, (_Ended, KeyboardInterrupt)):
        is_stopped = issubclass(unraisable.exc_type, KeyboardInterrupt)
        _thread.start_new_thread(_ask_soon, (signal.SIGINT if is_stopped else signal.SIGTERM,))
    else:
        sys.__unraisablehook__(unraisable)


def _ask_soon(number: signal.Signals) -> None:
    time.sleep(0.01)
    _thread.interrupt_main(number)


def _run_to_the_end(arguments: list[str]) -> int:
    code = OK
    try:
        code = _run(arguments)
        flush()
    except CannotWriteError as error:
        give_up_on(sys.stdout)
        # Whoever closes a pipe, such as `head`, knows why nothing more comes; and what went wrong before has been told.
        if code != WRONG_USE and not isinstance(error.__cause__, BrokenPipeError):
            complain(f"The output could not be written{_why(error.__cause__)}.")
        return WRONG_USE
    except KeyboardInterrupt:
        complain("Stopped.")
        return STOPPED
    except _Ended:
        return ENDED
    return code


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise _Ended


def _run(arguments: list[str]) -> int:
    try:
        result = _call(arguments)
    except Stop as end:
        if end.line:
            flush()
            complain(end.line)
        return end.code
    except (CannotWriteError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, no traceback may show what the file holds
        asked = _end_inside(error)
        if asked is not None:
            raise asked from None
        return _explain(error)
    if result == STOPPED:  # typer turns Ctrl-C into this number, without a word
        complain("Stopped.")
    return result if isinstance(result, int) else OK


def _end_inside(error: BaseException | None) -> BaseException | None:
    """Give the asking to end that an error comes from: Python 3.11 wraps whatever is raised while a class is made."""
    while error is not None and not isinstance(error, (_Ended, KeyboardInterrupt)):
        error = error.__cause__
    return error


def _call(arguments: list[str]) -> object:
    order = plain_order(arguments)
    if order is not None:
        # Without an option there is nothing to read for typer, whose import takes as long as all the rest.
        return check(order)
    from sostool.cli.app import command  # noqa: PLC0415

    return command(arguments).main(arguments, prog_name="sostool", standalone_mode=False)


def _explain(error: Exception) -> int:
    # typer's own errors about wrong options know how to show themselves; its classes are private to it.
    show = getattr(error, "show", None)
    if show is not None and hasattr(error, "exit_code"):
        text = io.StringIO()
        show(file=text)
        complain(text.getvalue().rstrip("\n"))
        return WRONG_USE
    if type(error).__name__ == "Abort":
        complain("Stopped.")
        return STOPPED
    code, line = what_ended_it(error)
    complain(line)
    return code


def what_ended_it(error: Exception) -> tuple[int, str]:
    """Give the exit code and the line for what nobody foresaw: the computer's fault or our own, and no case text."""
    if isinstance(error, OSError):
        return WRONG_USE, f"sostool could not go on{_why(error)}."
    return OUR_FAULT, (
        f"Something went wrong inside sostool ({_error_id(error)}). Nothing was changed. "
        "Please report this id; it holds nothing of your file."
    )


def _why(error: BaseException | None) -> str:
    return f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""


def _error_id(error: Exception) -> str:
    """Name the place in our own code and the kind of error: enough to find it, and nothing of the file."""
    trace = error.__traceback__
    where = "?"
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("sostool"):
            where = f"{name.removeprefix('sostool.')}-{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}-{where}"
