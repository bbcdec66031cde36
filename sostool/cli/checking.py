"""What `sostool validate` does, once it is known what to check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from sostool.cli.console import (
    FOUND,
    OK,
    WRONG_USE,
    at_terminal,
    complain,
    day_of,
    flush,
    is_private,
    stop,
    wants_colour,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sostool.caseload.check_file import CheckRun
    from sostool.findings.result import Checked, PrintOptions

Output: TypeAlias = Literal["full", "concise", "json", "github", "sarif", "junit"]
_MACHINES = frozenset(("json", "github", "sarif", "junit"))


class Order(NamedTuple):
    """What to check and how to print it. The defaults are those of the command line."""

    paths: tuple[str, ...] = ()
    output: Output = "full"
    strict: bool = False
    private: bool | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str = ""
    today: str = ""
    jobs: int = 1
    quiet: bool = False
    explain_open: bool = False
    watch: bool = False
    profile_checks: bool = False


def plain_order(arguments: list[str]) -> Order | None:
    """Read the command line where it is no more than `sostool validate FILE…`, as editors and hooks call it at every save.

    Returns:
        The order; None if there is an option in it, or another command.
    """
    if arguments[:1] != ["validate"] or any(one.startswith("-") and one != "-" for one in arguments):
        return None
    return Order(tuple(arguments[1:]))


def check(order: Order) -> int:
    """Check case files and print what was found.

    Returns:
        The exit code.
    """
    from sostool.caseload.check_many import check_files  # noqa: PLC0415
    from sostool.caseload.find import find_cases  # noqa: PLC0415
    from sostool.checks.registry import rule_of  # noqa: PLC0415
    from sostool.findings.printers import printer  # noqa: PLC0415

    run, options = _run_of(order), print_options(order)
    if order.watch:
        from sostool.cli.watching import watch  # noqa: PLC0415

        return watch(order, run, options)
    worst = _Worst(strict=order.strict)
    # The seconds that checks take add up in one process only.
    jobs = 1 if order.profile_checks else order.jobs
    results = worst.watch(check_files(find_cases(paths_of(order)), run, jobs))
    if order.quiet:
        for _ in results:
            pass
    else:
        for chunk in printer("supervision" if order.explain_open else order.output)(results, rule_of, options):
            write(chunk)
        flush()
    if not worst.files:
        complain("There is no case file here to check.")
        return WRONG_USE
    if run.spent is not None:
        _tell_times(run.spent, worst.files)
    return worst.code


def paths_of(order: Order) -> list[str]:
    """Give the paths to check: those of the command line, else those of the team's settings, else this folder."""
    from sostool.settings import settings_above  # noqa: PLC0415

    return list(order.paths or settings_above("").settings.paths) or ["."]


def print_options(order: Order) -> PrintOptions:
    """Say how an order is printed."""
    from sostool import __version__  # noqa: PLC0415
    from sostool.findings.result import PrintOptions  # noqa: PLC0415

    return PrintOptions(
        private=_hides(order), colour=wants_colour() and order.output == "full", width=_width(), version=__version__
    )


def _run_of(order: Order) -> CheckRun:
    from sostool.caseload.check_file import CheckRun  # noqa: PLC0415
    from sostool.checks.run import Wanted  # noqa: PLC0415

    return CheckRun(
        today=day_of(order.today),
        private=_hides(order),
        wanted=Wanted(_codes(order.select), _codes(order.ignore)),
        profile=order.profile,
        topics=order.explain_open,
        spent={} if order.profile_checks else None,
    )


def _hides(order: Order) -> bool:
    return order.output in _MACHINES or is_private(chosen=order.private)


def _tell_times(spent: dict[str, float], files: int) -> None:
    from sostool.checks.registry import FAMILIES  # noqa: PLC0415
    from sostool.checks.timing import SHARED  # noqa: PLC0415

    names = {SHARED: "Taking the words apart", **FAMILIES}
    complain(f"Time for the checks of {files} file{'s' if files != 1 else ''}, in milliseconds a file:")
    for family, seconds in sorted(spent.items(), key=lambda row: row[1], reverse=True):
        complain(f"  {seconds / files * 1000:8.3f}  {names[family]}")
    complain(f"  {sum(spent.values()) / files * 1000:8.3f}  together")


class _Worst:
    """Looks at results as they pass and remembers the worst exit code."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.files = 0
        self.code = OK

    def watch(self, results: Iterable[Checked]) -> Iterator[Checked]:
        for result in results:
            self.files += 1
            if result.unreadable:
                self.code = WRONG_USE
            elif result.count("error") or (self.strict and result.count("query")):
                self.code = max(self.code, FOUND)
            yield result


def _codes(options: tuple[str, ...]) -> tuple[str, ...]:
    from sostool.checks.registry import all_checks  # noqa: PLC0415

    codes = tuple(code.strip().upper() for option in options for code in option.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in all_checks()):
            stop(WRONG_USE, f"There is no check {code}. `sostool checks` lists them.")
    return codes


def _width() -> int:
    if not at_terminal():
        return 100
    import shutil  # noqa: PLC0415

    return max(40, shutil.get_terminal_size().columns)
