"""Mend a case file as the command does, without a command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sostool.case.read import read_case
from sostool.findings.finding import Path
from sostool.mend.edits import edited
from sostool.mend.mending import Mended, mend_case
from sostool.profile.load import load_profile
from sostool.profile.profile import Profile

TODAY = dt.date(2026, 11, 22)
HEAD = "sostool: 1\nreference: EX-1\nmeeting: {kind: mapping, date: 2026-03-17}\n"


def england() -> Profile:
    """Give the profile that files have that name none."""
    profile = load_profile("england").profile
    assert profile is not None
    return profile


def mended_bytes(data: bytes, chosen: Mapping[Path, str] | None = None, profile: Profile | None = None) -> Mended:
    """Mend a whole file, and look at what holds for every file."""
    mended = mend_case(data, read_case(data, "case.yaml"), profile or england(), TODAY, chosen)
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    assert bom + mended.text.encode() == data
    assert bom + edited(mended.text, mended.edits).encode() == mended.after
    assert bool(mended.edits) == bool(mended.done) == (mended.after != data)
    again = mend_case(mended.after, read_case(mended.after, "case.yaml"), profile or england(), TODAY, chosen)
    assert again.after == mended.after
    assert (again.questions, len(again.left)) == (mended.questions, len(mended.left)) or again.edits == ()
    return mended


def mended_text(rest: str, chosen: Mapping[Path, str] | None = None) -> str:
    """Mend a file that goes on like this after its first lines, and give how it goes on then."""
    after = mended_bytes((HEAD + rest).encode(), chosen).after.decode()
    assert after.startswith(HEAD)
    return after[len(HEAD) :]
