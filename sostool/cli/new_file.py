"""Where a new case file goes, and putting it there with the schema beside it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sostool.cli.console import WRONG_USE, stop, write


def is_folder(path: str) -> bool:
    """Tell whether a path as it was typed stands for a folder; nothing typed is this folder."""
    return not path or path.endswith((os.sep, os.altsep or os.sep)) or Path(path).is_dir()


def folder_of(path: str) -> Path:
    """Give the folder in which the file will lie."""
    return Path(path) if is_folder(path) else Path(path).parent


def target_of(path: str, file_name: str) -> Path:
    """Give the file's own path; `file_name` is its name where a path stands for a folder."""
    target = Path(path)
    if is_folder(path):
        return target / file_name
    # In a folder, only files that end so are taken for case files.
    return target if target.suffix.lower() in (".yaml", ".yml") else target.with_name(f"{target.name}.yaml")


def put(target: Path, data: bytes, *, keep: bool = False, started: str = "") -> None:
    """Put a new file in place with the schema beside it.

    Args:
        target: where it goes.
        data: its bytes.
        keep: whether to show what would else be lost.
        started: what to say first about how it was started.
    """
    from sostool.case.schema import FILE_NAME, shipped_schema  # noqa: PLC0415
    from sostool.cli.next_steps import what_to_do_next  # noqa: PLC0415
    from sostool.files import AlreadyThereError, CannotPlaceError, create, make_folder  # noqa: PLC0415

    try:
        make_folder(target.parent)
        create(target, data)
    except CannotPlaceError as error:
        if keep:
            write(f"This is what you have said, so that it is not lost:\n\n{data.decode()}\n")
        stop(WRONG_USE, f"Not written: {error}.")
    try:
        create(target.parent / FILE_NAME, shipped_schema())
    except AlreadyThereError:
        pass
    except CannotPlaceError as error:
        stop(WRONG_USE, f"{target} is written, but not the schema beside it: {error}.")
    write(what_to_do_next(target, started))


def reference_from(path: str) -> str:
    """Take the reference from the name of the file that is asked for, if it looks like a number and not like a name."""
    from sostool.case.model import Case  # noqa: PLC0415

    stem = "" if is_folder(path) else re.sub(r"-\d{4}-\d{2}-\d{2}$", "", target_of(path, "").stem)
    fits = Case.keys["reference"].kind.pattern.match(stem)  # type: ignore[attr-defined]
    return stem if fits and any(letter.isdigit() for letter in stem) else ""
