"""Find the settings that hold for a case file, and read them."""

from __future__ import annotations

import pathlib
from functools import lru_cache
from typing import NamedTuple

from sostool.findings.finding import Finding, Path
from sostool.settings.declared import SettingsFile
from sostool.yamlfile.part_file import read_part_file
from sostool.yamlfile.reading import Reading

FILE_NAME = "sostool.yaml"


class Settings(NamedTuple):
    """A team's settings; `paths` and `output` are found from where the settings file lies."""

    file: str = ""
    profile: str = ""
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    output: str = ""
    private: bool = False


NONE = Settings()


class LoadedSettings(NamedTuple):
    """Settings, and what is wrong in their file; with anything wrong in it they say only that all stays private."""

    settings: Settings
    findings: tuple[Finding, ...] = ()


@lru_cache(maxsize=10_000)
def settings_above(folder: str) -> LoadedSettings:
    """Load the settings of a folder: those of the nearest `sostool.yaml` in it or above it.

    Args:
        folder: the folder of a case file; "" is the current one.
    """
    here = pathlib.Path(folder).absolute()
    for level in (here, *here.parents):
        if (level / FILE_NAME).is_file():
            return load_settings(_as_called(level, folder) / FILE_NAME)
    return LoadedSettings(NONE)


def _as_called(level: pathlib.Path, folder: str) -> pathlib.Path:
    """Name a folder in the way in which the case file was named, so that messages show no more than was typed."""
    typed = pathlib.Path(folder)
    for part in (typed, *typed.parents):
        if part.absolute() == level:
            return part
    return level


@lru_cache(maxsize=1000)
def load_settings(path: pathlib.Path) -> LoadedSettings:
    """Load one settings file.

    Returns:
        The settings; all at once what is wrong in the file.
    """
    file, reading = read_part_file(path, str(path), SettingsFile)
    if file is not None:
        _look_at_places(file, path.parent, reading)
        _look_at_codes(file, reading)
    if file is None or reading.findings:
        return LoadedSettings(Settings(file=str(path), private=True), tuple(reading.findings))
    return LoadedSettings(
        Settings(
            file=str(path),
            profile=file.profile,
            paths=tuple(str(path.parent / one) for one in file.paths),
            select=file.select,
            ignore=file.ignore,
            severities=tuple((override.check, override.severity) for override in file.checks),
            output=str(path.parent / file.output) if file.output else "",
            private=bool(file.private),
        )
    )


def _look_at_places(file: SettingsFile, folder: pathlib.Path, reading: Reading) -> None:
    """Whoever can write a settings file must not be able to send a family's documents somewhere else."""
    places: list[tuple[Path, str]] = [(("paths", index), one) for index, one in enumerate(file.paths)]
    places += [(("output",), file.output)] if file.output else []
    for at, place in places:
        inside = folder.resolve()
        if not place.strip() or not (inside / place).resolve().is_relative_to(inside):
            reading.report(
                "CF112",
                at,
                "This is no place inside the folder of this file.",
                mend="Write a folder below it, such as: reports",
            )


def _look_at_codes(file: SettingsFile, reading: Reading) -> None:
    """A misspelt code would leave a check on, or off, without a word."""
    codes: list[tuple[Path, str]] = [(("select", index), code) for index, code in enumerate(file.select)]
    codes += [(("ignore", index), code) for index, code in enumerate(file.ignore)]
    codes += [(override.at("check"), override.check) for override in file.checks if override.check]
    if not codes:
        return
    from sostool.checks.registry import all_checks  # noqa: PLC0415 - long texts that only few settings need

    known = all_checks()
    for at, code in codes:
        if not any(one.startswith(code) for one in known):
            reading.report(
                "CF112", at, "There is no check of this code.", mend="`sostool checks` lists them.", detail=code
            )
        elif at[0] == "checks" and code[:2] in ("YA", "CF"):
            reading.report(
                "CF112",
                at,
                "What is wrong with the file itself cannot be weighed.",
                mend="Only the questions about practice can be.",
            )
