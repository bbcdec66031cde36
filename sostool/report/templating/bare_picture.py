"""A picture with nothing in it but what is seen: no note, no author, no camera, no place, no earlier state of it.

Whatever stands beside the dots of a picture goes with every copy of a document, and nobody sees it on the page. So what
is known to be picture is kept, and all else is left out. The kinds of pieces are those of the standards: PNG, third
edition (W3C 2025), and JPEG (ITU-T T.81).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

# Size, colours, dots, how transparent they are, how large a dot is: each with the most bytes that it may have.
_PNG_PIECES = {
    b"IHDR": 13,
    b"PLTE": 768,
    b"IDAT": 2**31,
    b"IEND": 0,
    b"tRNS": 256,
    b"cHRM": 32,
    b"gAMA": 4,
    b"sRGB": 1,
    b"pHYs": 9,
}
_AROUND = 12  # length, kind and sum
_REQUIRED = {b"IHDR", b"IDAT", b"IEND"}

# Tables, the frame of each of the kinds that every program shows, and how often a scan may begin anew.
_TABLES = frozenset((0xC4, 0xDB, 0xDD))
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_SCAN, _END, _TEM = 0xDA, 0xD9, 0x01
_OTHER_FRAMES = frozenset(range(0xC0, 0xD0)) - _FRAMES - {0xC4, 0xC8, 0xCC}
_BEGINS_ANEW = frozenset(range(0xD0, 0xD8))
# How large a dot is, without the small picture of the picture that may follow; and what its colours mean.
_JFIF, _JFIF_LENGTH = b"JFIF\0", 12
_ADOBE, _ADOBE_LENGTH = b"Adobe", 12


class NoPictureError(ValueError):
    """The picture is damaged, or of a kind that is not known well enough to leave nothing in it unseen."""


def bare_picture(data: bytes) -> bytes:
    """Leave out of a PNG or JPEG picture all that is not seen.

    Args:
        data: the picture.

    Returns:
        The same picture, of the same dots.

    Raises:
        NoPictureError: it is damaged, or of another kind.
    """
    if data.startswith(PNG):
        return PNG + b"".join(_png(data))
    if data.startswith(JPEG):
        return JPEG[:2] + b"".join(_jpeg(data))
    raise NoPictureError


def _png(data: bytes) -> Iterator[bytes]:
    found: set[bytes] = set()
    at = len(PNG)
    while b"IEND" not in found:
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        piece = data[at : at + length + _AROUND]
        if len(piece) != length + _AROUND or zlib.crc32(piece[4:-4]) != int.from_bytes(piece[-4:]):
            raise NoPictureError
        if not found and kind != b"IHDR":
            raise NoPictureError
        if length <= _PNG_PIECES.get(kind, -1):
            found.add(kind)
            yield piece
        elif kind[:1].isupper():  # a picture cannot be drawn without such a piece
            raise NoPictureError
        at += len(piece)
    if not found >= _REQUIRED:
        raise NoPictureError


def _jpeg(data: bytes) -> Iterator[bytes]:
    at, has_frame, has_scan = 2, False, False
    while True:
        kind, start = _marker(data, at)
        if kind == _END:
            break
        if kind == _TEM or kind in _BEGINS_ANEW:
            at = start
            continue
        at = start + int.from_bytes(data[start : start + 2])
        piece = data[start + 2 : at]
        if at < start + 2 or at > len(data) or kind in _OTHER_FRAMES:
            raise NoPictureError
        if kind in _TABLES or kind in _FRAMES:
            has_frame = has_frame or kind in _FRAMES
            yield _segment(kind, piece)
        elif kind == 0xE0 and piece.startswith(_JFIF):  # noqa: PLR2004 - the standard's number for it
            yield _segment(kind, piece[:_JFIF_LENGTH].ljust(_JFIF_LENGTH, b"\0") + b"\0\0")
        elif kind == 0xEE and piece.startswith(_ADOBE):  # noqa: PLR2004
            yield _segment(kind, piece[:_ADOBE_LENGTH])
        elif kind == _SCAN:
            has_scan = True
            end = _end_of_scan(data, at)
            yield _segment(kind, piece) + data[at:end]
            at = end
    if not (has_frame and has_scan):
        raise NoPictureError
    yield bytes((0xFF, _END))


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Give the kind of the piece that begins here, and where what stands in it begins."""
    if data[at : at + 1] != b"\xff":
        raise NoPictureError
    while data[at : at + 1] == b"\xff":  # any number of them may stand before the kind
        at += 1
    if at >= len(data):
        raise NoPictureError
    return data[at], at + 1


def _end_of_scan(data: bytes, at: int) -> int:
    """Find where the dots end: at the next marker that is not one of those that stand among them."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise NoPictureError
        following = data[at + 1]
        if following == 0xFF:  # noqa: PLR2004 - it fills up
            at += 1
        elif following == 0 or following in _BEGINS_ANEW:
            at += 2
        else:
            return at


def _segment(kind: int, piece: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(piece) + 2).to_bytes(2) + piece
