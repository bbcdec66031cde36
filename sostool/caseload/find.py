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
        for file in _inside(path) if path != STANDARD_INPUT and Path(path).is_dir() else (path,):
            key = os.path.normpath(file)
            if key not in seen:
                seen.add(key)
                yield file


def _inside(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _OTHER_FOLDERS)
        for name in sorted(files):
            if name.lower().endswith(_ENDINGS) and not name.startswith(".") and name not in _NOT_CASES and not name.endswith(_APPROVALS):
                yield os.path.normpath(os.path.join(here, name))  # noqa: PTH118 - Path costs more than reading the file
