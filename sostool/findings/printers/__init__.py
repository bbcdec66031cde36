"""The ways to print findings, one module a printer; each is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule

    Printer: TypeAlias = Callable[[Iterable[Checked], Callable[[str], Rule], PrintOptions], Iterator[str]]

# What a person writes after `--format`, and the module that holds its `printer`.
PRINTERS = {
    "full": "full",
    "concise": "concise",
    "json": "machine_json",
    "github": "github",
    "sarif": "sarif",
    "junit": "junit",
}


def printer(name: str) -> Printer:
    """Give the printer of a name out of `PRINTERS`, or of a module here that has an option of its own.

    Returns:
        A function from the results, a look-up of rules by code, and the options to pieces of text. It takes
        one result after another and keeps none, so that the number of files does not matter.
    """
    found: Printer = import_module(f"{__name__}.{PRINTERS.get(name, name)}").printer
    return found
