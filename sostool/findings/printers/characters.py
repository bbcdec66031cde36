"""Text that came from outside, made fit to be printed: nothing in it drives a terminal or a CI runner."""

from __future__ import annotations

import re

# CI runners act on ##[, ##vso[ and ##teamcity[: GitHub and Azure wherever in a line they stand.
RUNNER_COMMAND = re.compile(r"##(?=\w{0,20}\[)")

# Control characters, both other line ends, marks that turn the direction of text, bytes that were not UTF-8,
# and what XML forbids.
_UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]|"
    + RUNNER_COMMAND.pattern
)
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "##": r"#\x23"}


def visible(text: str) -> str:
    """Write everything that cannot be seen as an escape; what is left fits on one line."""
    return _UNSHOWN.sub(_escape, text)


def one_line(text: str) -> str:
    """Join a text that may be wrapped over lines into one, and make it visible."""
    return visible(" ".join(text.split()))


def file_name(name: str) -> str:
    """Write a file name so that a line may start with it: none is taken for a command such as `::error::`."""
    if name.lstrip().startswith((":", "#")):
        name = "./" + name
    return visible(name)


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    if found in _SHORT:
        return _SHORT[found]
    number = ord(found)
    if "\udc80" <= found <= "\udcff":
        number -= 0xDC00  # Python's way to keep a byte of a file name that is not UTF-8
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"  # noqa: PLR2004 - two hexadecimal digits
