"""Profiles of a test's own."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from sostool.findings.finding import Finding
from sostool.profile import Profile
from sostool.profile.load import LoadedProfile, load_profile

_NUMBERS = count()


def own_profile(folder: Path, text: str) -> Profile:
    """Load a profile that is built on england and says besides what the text says."""
    return sound(write_profile(folder, f"own-{next(_NUMBERS)}", f"sostool_profile: 1\nbased_on: england\n{text}"))


def write_profile(folder: Path, name: str, text: str) -> LoadedProfile:
    """Write a profile beside the case files of a folder, and load it."""
    file = folder / "profiles" / f"{name}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    load_profile.cache_clear()
    return load_profile(name, folder)


def sound(loaded: LoadedProfile) -> Profile:
    """Give a profile that has loaded."""
    assert loaded.findings == ()
    assert loaded.profile is not None
    return loaded.profile


def only(loaded: LoadedProfile) -> Finding:
    """Give the one mistake of a profile that has not."""
    assert loaded.profile is None
    assert len(loaded.findings) == 1
    return loaded.findings[0]
