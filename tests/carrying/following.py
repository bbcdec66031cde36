"""Start the next file as the command does, without a command line."""

from __future__ import annotations

import datetime as dt

from sostool.carrying.following import Followed, follow
from sostool.carrying.meeting import NextMeeting
from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.profile.load import load_profile

DAY = dt.date(2026, 6, 9)
HEAD = "sostool: 1\nreference: EX-1\nmeeting: {kind: mapping, date: 2026-03-17}\n"
PEOPLE = """\
people:
  mia: {name: Mia, role: child}
  lisa: {name: Lisa, role: parent, parent_of: [mia]}
  dean: {name: Dean, role: parent, parent_of: [mia]}
  priya: {name: Priya, role: social-worker}
  ann: {name: Ann, role: chair}
"""


def followed(data: bytes, day: dt.date = DAY, kind: str = "review-conference") -> Followed:
    """Start the file of the next meeting; the earlier one has to be without errors, and so has the new one."""
    read = read_case(data, "earlier.yaml")
    assert read.case is not None
    assert read.findings == []
    profile = load_profile(read.case.profile or "england").profile
    assert profile is not None
    done = follow(data, read, profile, NextMeeting(kind, day, "earlier.yaml"))
    assert read_case(done.data, "new.yaml").findings == []
    return done


def case_of(data: bytes) -> Case:
    """Read a case without errors."""
    read = read_case(data, "case.yaml")
    assert read.findings == []
    assert read.case is not None
    return read.case


def rest(text: str, day: dt.date = DAY) -> str:
    """Follow a file that goes on like this after its meeting and its people; give how the new one goes on."""
    after = followed((HEAD + PEOPLE + text).encode(), day).data.decode()
    _, end, new = after.partition("ann: {name: Ann, role: chair}\n")
    assert end
    assert after.startswith("sostool: 1\nreference: EX-1\nmeeting: {kind: review-conference, date: 2026-06-09")
    return new
