"""Find a profile by its name, shipped or beside the case files, and read it with what it is built on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from sostool.findings.finding import Finding
from sostool.profile.declared import ProfileFile
from sostool.profile.profile import Profile, laid_over
from sostool.yamlfile.composer import compose
from sostool.yamlfile.kinds import MISSING
from sostool.yamlfile.reading import Reading, nearest
from sostool.yamlfile.source import MOST_BYTES, Source, decode, unwanted_characters

SHIPPED = Path(__file__).parent.parent / "profiles"
OWN_FOLDER = "profiles"
_DEEPEST = 10


class LoadedProfile(NamedTuple):
    """A profile, or why there is none: an unknown name (with the nearest known), or what is wrong in its file."""

    profile: Profile | None
    unknown: str = ""
    near: str | None = None
    findings: tuple[Finding, ...] = ()


def profile_names(beside: Path | None = None) -> dict[str, Path]:
    """Give the names of all profiles with their files: the shipped ones, then those beside the case files."""
    names = {path.stem: path for path in sorted(SHIPPED.glob("*.yaml"))}
    if beside is not None:
        for path in sorted((beside / OWN_FOLDER).glob("*.yaml")):
            names.setdefault(path.stem, path)
    return names


@cache
def load_profile(name: str, beside: Path | None = None) -> LoadedProfile:
    """Load a profile.

    Args:
        name: the profile's name, that of its file without `.yaml`.
        beside: the folder of the case file; its `profiles` folder may hold the authority's own.
    """
    return _load(name, beside, 0)


def _load(name: str, beside: Path | None, depth: int) -> LoadedProfile:
    shipped = SHIPPED / f"{name}.yaml"
    own = beside / OWN_FOLDER / f"{name}.yaml" if beside is not None else None
    is_own = own is not None and own.is_file()
    path = own if own is not None and is_own else shipped
    if not path.is_file():
        return LoadedProfile(None, unknown=name, near=nearest(name, profile_names(beside)))
    file, reading = _read(path)
    if is_own and shipped.is_file():
        reading.report(
            "CF113",
            (),
            "A profile of this name comes with sostool.",
            mend=f"Give yours a name of its own, and write in it: based_on: {name}",
        )
    if file is None or reading.findings:
        return LoadedProfile(None, findings=tuple(reading.findings))
    base = Profile("")
    if file.based_on:
        if depth == _DEEPEST or file.based_on == name:
            reading.report("CF113", ("based_on",), "These profiles are built on each other in a circle.")
            return LoadedProfile(None, findings=tuple(reading.findings))
        loaded = _load(file.based_on, beside, depth + 1)
        if loaded.profile is None:
            if loaded.unknown:
                reading.report(
                    "CF113",
                    ("based_on",),
                    "There is no profile of this name.",
                    mend=f"Did you mean “{loaded.near}”?" if loaded.near else "`sostool profiles` lists them.",
                )
            return LoadedProfile(None, findings=(*reading.findings, *loaded.findings))
        base = loaded.profile
    return LoadedProfile(laid_over(base, name, file))


def _read(path: Path) -> tuple[ProfileFile | None, Reading]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        data = b""
    text, troubles = decode(data[:MOST_BYTES])
    troubles += unwanted_characters(text)
    root, syntax = (None, []) if troubles else compose(text)
    reading = Reading(Source(f"{OWN_FOLDER}/{path.name}", text, root))
    for trouble in [*troubles, *syntax]:
        reading.trouble(trouble)
    if root is None:
        return None, reading
    part = ProfileFile.read(root, (), reading)
    return (None if part is MISSING else part), reading
