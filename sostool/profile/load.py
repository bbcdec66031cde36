"""Find a profile by its name, shipped or beside the case files, and read it with what it is built on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sostool.findings.finding import Finding
from sostool.profile.deadlines import report_mistakes
from sostool.profile.declared import ProfileFile
from sostool.profile.profile import Profile, laid_over
from sostool.yamlfile.part_file import read_part_file
from sostool.yamlfile.reading import nearest

SHIPPED = Path(__file__).parent.parent / "profiles"
OWN_FOLDER = "profiles"


class LoadedProfile(NamedTuple):
    """A profile, or why there is none: an unknown name (with the nearest known), or what is wrong in its file."""

    profile: Profile | None
    unknown: str = ""
    near: str | None = None
    findings: tuple[Finding, ...] = ()


def profile_names(beside: Path | None = None) -> dict[str, Path]:
    """Give the names of all profiles with their files: the shipped ones, and those beside the case files."""
    names = {path.stem: path for path in sorted(SHIPPED.glob("*.yaml"))}
    if beside is not None:
        names |= {path.stem: path for path in sorted((beside / OWN_FOLDER).glob("*.yaml")) if path.is_file()}
    return names


@lru_cache(maxsize=1000)
def load_profile(name: str, beside: Path | str | None = None) -> LoadedProfile:
    """Load a profile.

    Args:
        name: the profile's name, that of its file without `.yaml`.
        beside: the folder of the case file; its `profiles` folder may hold the authority's own.
    """
    if beside is None:
        return _load(name, None, ())
    # Most folders have no profiles of their own; they share what is read once.
    beside = Path(beside)
    return _load(name, beside, ()) if (beside / OWN_FOLDER).is_dir() else load_profile(name)


def _load(name: str, beside: Path | None, built_on_this: tuple[str, ...]) -> LoadedProfile:
    known = profile_names(beside)
    # Looked up among the names there are: a name out of a file never becomes a path of its own making.
    path = known.get(name)
    if path is None:
        return LoadedProfile(None, unknown=name, near=nearest(name, known))
    file, reading = read_part_file(path, _shown(path), ProfileFile)
    if path.parent != SHIPPED and (SHIPPED / path.name).is_file():
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
        if file.based_on in (name, *built_on_this):
            reading.report("CF113", ("based_on",), "These profiles are built on each other in a circle.")
            return LoadedProfile(None, findings=tuple(reading.findings))
        loaded = _load(file.based_on, beside, (name, *built_on_this))
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
    report_mistakes(base.deadlines, file.deadlines, reading)
    if reading.findings:
        return LoadedProfile(None, findings=tuple(reading.findings))
    return LoadedProfile(laid_over(base, name, file))


def _shown(path: Path) -> str:
    """Name a profile's file in messages: where ours lie on this computer helps nobody."""
    return f"{OWN_FOLDER}/{path.name}" if path.parent == SHIPPED else str(path)
