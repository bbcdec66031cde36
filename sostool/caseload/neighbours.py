"""What the other case files of a folder hold that can tell a family, without reading them as case files."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from sostool.caseload.find import STANDARD_INPUT, is_case
from sostool.checks.neighbours import BORN, NAME, NO_NEIGHBOURS, REFERENCE, SIGN, Known, Neighbours
from sostool.identity.signs import ADDRESS, EMAIL, POSTCODE, TELEPHONE, as_compared, signs
from sostool.story.chain import is_a_name
from sostool.yamlfile.source import MOST_BYTES

# So much is looked at in a folder; what lies beyond is not known.
_MOST_FILES = 2_000
_MOST_BYTES_TOGETHER = 20_000_000
_VALUE = rb"[ \t]*(\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[^\n,}#\"'][^\n,}#]{0,200})"
_NAME = re.compile(rb"name[\"']?:" + _VALUE)
_BORN = re.compile(rb"born[\"']?:[ \t]*[\"']?(\d{4}-\d\d-\d\d)")
_REFERENCE = re.compile(rb"reference[\"']?:" + _VALUE)
_FOLLOWS = re.compile(rb"follows[\"']?:" + _VALUE)
_PHONE = re.compile(rb"phone[\"']?:[ \t]*[\"']?([+(\d][\d ()./+-]{5,30})")
_EMAIL = re.compile(rb"email[\"']?:[ \t]*[\"']?([^\s\"',}]{3,100})")
_ADDRESS = re.compile(rb"address[\"']?:([^\n}]{1,200})")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OF_A_HOME = frozenset((ADDRESS, POSTCODE))


def neighbours_of(path: str) -> Neighbours:
    """Give the case files beside one; what comes by standard input has none.

    They are looked at once for each folder, and only when a check asks about them.
    """
    if path == STANDARD_INPUT:
        return NO_NEIGHBOURS
    folder, file = os.path.split(path)
    return Neighbours(file, lambda: known_of(os.path.abspath(folder)))  # noqa: PTH100 - a Path costs more


@lru_cache(maxsize=20)
def known_of(folder: str) -> Known:
    """Give what is known of the case files of a folder; nothing of those that cannot be read."""
    holders: dict[tuple[str, str], dict[str, None]] = {}
    reference_of: dict[str, str] = {}
    follows: dict[str, str] = {}
    left = _MOST_BYTES_TOGETHER
    for file in _case_files(folder):
        data = _bytes_of(os.path.join(folder, file))  # noqa: PTH118 - a Path costs more
        left -= len(data)
        if left < 0:
            break
        reference_of[file] = _first(_REFERENCE, data)
        follows[file] = _first(_FOLLOWS, data)
        for thing in _things(data, reference_of[file]):
            holders.setdefault(thing, {})[file] = None
    return Known({thing: tuple(files) for thing, files in holders.items()}, reference_of, follows)


def files_followed(path: str) -> frozenset[str]:
    """Give the paths of the files that a case file follows: the one before it, the one before that, and so on.

    One that is named and not there is among them, since it may come.
    """
    folder, file = os.path.split(os.path.abspath(path))  # noqa: PTH100 - a Path costs more
    follows, found = known_of(folder).follows, set[str]()
    while (file := follows.get(file, "")) and file not in found:
        found.add(file)
    return frozenset(os.path.join(folder, one) for one in found if is_a_name(one))  # noqa: PTH118


def _case_files(folder: str) -> list[str]:
    try:
        return sorted(filter(is_case, os.listdir(folder)))[:_MOST_FILES]  # noqa: PTH208 - a Path costs more
    except (OSError, ValueError):
        return []


def _bytes_of(path: str) -> bytes:
    from sostool.caseload.check_file import CannotReadError, bytes_of  # noqa: PLC0415 - it imports this module

    try:
        data = bytes_of(path)
    except CannotReadError:
        return b""
    return data if len(data) <= MOST_BYTES else b""


def _first(pattern: re.Pattern[bytes], data: bytes) -> str:
    found = pattern.search(data)
    return _text(found[1]) if found else ""


def _things(data: bytes, reference: str) -> set[tuple[str, str]]:
    things = {(BORN, found[1].decode()) for found in _BORN.finditer(data)}
    for found in _NAME.finditer(data):
        things.update((NAME, word.casefold()) for word in _WORD.findall(_text(found[1])))
    if reference:
        things.add((REFERENCE, reference.casefold()))
    for kind, pattern in ((TELEPHONE, _PHONE), (EMAIL, _EMAIL)):
        things.update((SIGN, as_compared(kind, _text(found[1]))) for found in pattern.finditer(data))
    homes = "\n".join(_text(found[1]) for found in _ADDRESS.finditer(data))
    things.update(
        (SIGN, as_compared(kind, homes[start:end])) for kind, start, end in signs(homes) if kind in _OF_A_HOME
    )
    return things


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip().strip("\"'")
