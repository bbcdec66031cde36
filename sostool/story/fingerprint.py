"""A short fingerprint of what a case file says."""

from __future__ import annotations

import hashlib

from sostool.case.model import Case
from sostool.story.said import as_json, plain

_FIGURES, _TOGETHER = 16, 4
# Written after the meeting, when the file of the next one may have been started; or about files, not the family.
_LEFT_OUT = frozenset(("sostool", "profile", "outcome", "shared", "answers"))
_LEFT_OUT_OF_THE_MEETING = frozenset(("follows", "followed_as", "plan_started", "delays"))


def fingerprint(case: Case) -> str:
    """Give four groups of figures and letters that change when what a case file says changes: `9f86-d081-884c-7d65`.

    Comments, layout, quotation marks, the order of keys and that of items change nothing; nor does what is rightly
    written into a file once its meeting is over: the outcome, who was shown what, answers to queries, reasons for a
    delay, when the plan started, the name of the file it follows. What a later file carries on counts, and with it
    every mark of holding back: if something is held back afterwards, the file that was started before then has to
    know.

    It is the start of a SHA-256, too short to be safe from somebody who wants two files to have the same: it finds
    slips, not forgeries.
    """
    said = {name: value for name, value in plain(case).items() if name not in _LEFT_OUT}
    if "meeting" in said:
        said["meeting"] = {
            name: value for name, value in said["meeting"].items() if name not in _LEFT_OUT_OF_THE_MEETING
        }
    text = as_json(said)
    figures = hashlib.sha256(text.encode("ascii")).hexdigest()[:_FIGURES]
    return "-".join(figures[start : start + _TOGETHER] for start in range(0, _FIGURES, _TOGETHER))
