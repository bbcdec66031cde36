"""The parts of a PDF as its compiler writes them: one table of places, and streams that are packed or plain.

It reads the one compiler's files and no others. Whatever it does not know it refuses: a part that nobody has read is a
part that nobody has searched.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_PLACE = re.compile(rb"(\d{10}) \d{5} ([nf])\s?\s")
_HEAD = re.compile(rb"(\d+) 0 obj\s")
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)")
_FILTERS = re.compile(rb"/Filter\s*(/\w+|\[[^\]]*\])")
_STRING = re.compile(rb"<(?!<)[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\)|[()]|<<|>>", re.DOTALL)
_KNOWN_ESCAPES = re.compile(rb"(?:[^\\]++|\\[0-7nrtbf()\\])*+")
_UTF16 = b"\xfe\xff"


class UnknownPdfError(Exception):
    """The file is not written the way the compiler writes: it cannot be searched, and so it is not handed out."""


class Part(NamedTuple):
    """One object of a file: its dictionary or value as written, and its stream, unpacked; None without one."""

    head: bytes
    stream: bytes | None


def parts_of(data: bytes) -> dict[int, Part]:
    """Give all objects of a file by their numbers.

    Raises:
        UnknownPdfError: the file is written in another way than the compiler's.
    """
    start = _START.search(data[-64:])
    if start is None or not data.startswith(b"%PDF-"):
        raise UnknownPdfError("no table of places")
    table = int(start[1])
    head, trailer, _ = data[table:].partition(b"trailer")
    if not head.startswith(b"xref") or not trailer:
        raise UnknownPdfError("no table of places")
    starts = sorted(int(place) for place, kind in _PLACE.findall(head) if kind == b"n")
    ends = [*starts[1:], table]
    parts = {}
    for begin, end in zip(starts, ends, strict=True):
        found = _HEAD.match(data, begin, end)
        if found is None:
            raise UnknownPdfError("an object is not at its place")
        parts[int(found[1])] = _part(data[found.end() : end])
    parts[0] = Part(data[table:], None)
    return parts


def strings_in(written: bytes) -> Iterator[str]:
    """Give the strings in what is written of an object, in their order, as text."""
    at = 0
    while (found := _STRING.search(written, at)) is not None:
        at = found.end()
        sign = found[0]
        if sign == b"(":  # a bracket inside the string, which is not escaped where it has its other half
            at = _end_of_string(written, found.start())
            sign = written[found.start() : at]
        if sign[:1] == b"(":
            yield text_of(unescaped(sign[1:-1]))
        elif sign[:1] == b"<" and sign != b"<<":
            yield text_of(bytes.fromhex(_even(sign[1:-1])))


def unescaped(written: bytes) -> bytes:
    """Give the bytes that stand between a string's brackets.

    Raises:
        UnknownPdfError: something in it is written in a way that is not the compiler's.
    """
    if b"\\" not in written:
        return written
    if _KNOWN_ESCAPES.fullmatch(written) is None:
        raise UnknownPdfError("a sign that is written in another way")
    # Python writes these signs as PDF does, brackets excepted; and what stands for a backslash is none of them.
    pieces = (piece.replace(b"\\(", b"(").replace(b"\\)", b")") for piece in written.split(b"\\\\"))
    return b"\\".join(piece.decode("unicode_escape").encode("latin-1", "replace") for piece in pieces)


def text_of(string: bytes) -> str:
    """Read a string that is meant as text."""
    if string.startswith(_UTF16):
        return string[2:].decode("utf-16-be", "replace")
    return string.decode("latin-1")


def _part(body: bytes) -> Part:
    if not body.rstrip().endswith(b"endstream\nendobj"):
        return Part(body, None)
    found = _STREAM.search(body)
    length = _LENGTH.search(body, 0, found.start()) if found else None
    if found is None or length is None:
        raise UnknownPdfError("a stream without its length")
    head, stream = body[: found.start()], body[found.end() : found.end() + int(length[1])]
    filters = _FILTERS.search(head)
    if filters is None:
        return Part(head, stream)
    names = re.findall(rb"/(\w+)", filters[1])
    if names == [b"DCTDecode"]:
        return Part(head, stream)
    if names != [b"FlateDecode"]:
        raise UnknownPdfError("a stream that is packed in another way")
    try:
        return Part(head, zlib.decompress(stream))
    except zlib.error as error:
        raise UnknownPdfError("a stream that cannot be unpacked") from error


def _end_of_string(written: bytes, start: int) -> int:
    depth, at = 0, start
    while at < len(written):
        sign = written[at : at + 1]
        if sign == b"\\":
            at += 1
        elif sign == b"(":
            depth += 1
        elif sign == b")":
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    raise UnknownPdfError("a string without an end")


def _even(digits: bytes) -> str:
    written = b"".join(digits.split()).decode()
    return written + "0" * (len(written) % 2)
