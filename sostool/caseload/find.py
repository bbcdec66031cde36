"""Find the case files under some paths."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

STANDARD_INPUT = "-"
_ENDINGS = (".yaml", ".yml")
_NOT_CASES = frozenset(("sostool.yaml", "sostool.yml"))
_APPROVALS = (".approvals.yaml", ".approvals.yml")
_OTHER_FOLDERS = frozenset(("profiles", "node_modules"))


def find_cases(paths: list[str]) -> Iterator[str]:
    """Give the files to check, each once, folders in the order of their names.

    A path that is not a folder is given as it is, also where there is nothing: whoever opens it says so. In a
    folder every `*.yaml` and `*.yml` is a case file but `sostool.yaml`, what lies in `profiles`, hidden files
    and approval records.
    """
    seen: set[str] = set()
    for path in paths:
        # A name that no file can have is no folder either; whoever opens it says so.
        is_folder = path != STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112
        for file in _inside(path) if is_folder else (path,):
            key = os.path.normpath(file)
            if key not in seen:
                if len(paths) > 1:  # one folder gives each file once by itself, however many there are
                    seen.add(key)
                yield file


def _inside(folder: str) -> Iterator[str]:
    if Path(folder).name in _OTHER_FOLDERS:
        return
    barred: list[str] = []
    for here, folders, files in os.walk(folder, onerror=lambda error: barred.append(error.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _OTHER_FOLDERS)
        for name in sorted(filter(is_case, files)):
            yield os.path.normpath(os.path.join(here, name))  # noqa: PTH118 - Path costs more than reading the file
    # A folder that may not be looked into is told like a file that may not be opened, never passed over.
    yield from barred


def is_case(name: str) -> bool:
    """Tell by its name whether a file is a case file."""
    plain = name.lower()
    return (
        plain.endswith(_ENDINGS)
        and not plain.startswith(".")
        and plain not in _NOT_CASES
        and not plain.endswith(_APPROVALS)
    )
