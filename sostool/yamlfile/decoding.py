"""From bytes to text: UTF-8, and a plain word on what else a file may have been saved as."""

from __future__ import annotations

import codecs

from sostool.findings.finding import START
from sostool.yamlfile.trouble import Trouble, place_of_offset

MOST_BYTES = 1_000_000

_SAVE_AGAIN = "Save it again and choose the encoding UTF-8 (in Notepad: File, Save as, Encoding)."
_NO_TEXT = {
    b"PK\x03\x04": "a Word document or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich text document, as WordPad saves it",
    b"%PDF": "a PDF",
}
# The longer marks first: that of UTF-16 is the start of that of UTF-32.
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(data: bytes) -> tuple[str, list[Trouble]]:
    """Decode a file's bytes as UTF-8.

    A file that Word or an old editor saved in another way is read as that all the same, so that its other
    mistakes can be told in the same run.

    Returns:
        The text without its byte order mark, and what was wrong with the bytes. The text is empty where the
        file is no text at all.
    """
    for start, what in _NO_TEXT.items():
        if data.startswith(start):
            message = f"This is {what}, not a plain text file."
            return "", [Trouble("YA101", message, "Copy its text into a new plain text file.", START)]
    if wide := _wide_encoding(data):
        message = f"This file is saved as {wide[:6].upper()}, not as UTF-8."
        return data.decode(wide, "replace").removeprefix("\ufeff"), [Trouble("YA101", message, _SAVE_AGAIN, START)]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        trouble = Trouble(
            "YA101",
            "This file is not saved as UTF-8: here stands a letter or a quotation mark that UTF-8 writes otherwise.",
            f"It looks saved as Windows-1252, as Word does. {_SAVE_AGAIN}",
            place_of_offset(before, len(before)),
        )
        return data.decode("cp1252", "replace").replace("\ufffd", "?"), [trouble]


def _wide_encoding(data: bytes) -> str:
    """Name the encoding with two or four bytes a letter that this is in, by its mark or its empty bytes."""
    for mark, encoding in _WIDE.items():
        if data.startswith(mark):
            return encoding
    first, second = data[0:8:2], data[1:8:2]
    if len(second) > 1 and not any(second) and all(first):
        return "utf-16-le"
    if len(second) > 1 and not any(first) and all(second):
        return "utf-16-be"
    return ""
