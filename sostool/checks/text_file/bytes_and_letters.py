"""The bytes and letters of a file (YA)."""

from __future__ import annotations

from sostool.checks.check import told_by_reader


@told_by_reader("YA101", "not-utf-8")
def is_utf8() -> None:
    """The file is saved as UTF-8.

    What it checks
        The bytes of the file are UTF-8, with or without a byte order mark.

    Why it matters
        Word and old editors save quotation marks and accents in another way. On another computer Zoë then becomes
        ZoÃ«, and a family reads its own name wrong.

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA102", "control-character")
def has_no_control_characters() -> None:
    r"""There are no invisible control characters.

    What it checks
        No control characters, also not written as an escape such as \x1b.

    Why it matters
        They come in with text pasted from other programs, are not seen on the screen, and break reports, Word files
        and terminals.

    Fails
        reference: "EX-\x07"

    Passes
        reference: EX-0042

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA103", "too-large")
def is_not_too_large() -> None:
    """The file is not larger than 1 MB.

    What it checks
        The size of the file.

    Why it matters
        A case file is a few pages of text. What is larger is a wrong file, or one that was made to stop the program.

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA110", "empty-file")
def is_not_empty() -> None:
    """There is something in the file.

    What it checks
        The file is not empty, and not all comments.

    Why it matters
        Nothing to check is not the same as nothing wrong. An empty file is most often one that was not saved, and the
        work of an afternoon may still stand in the editor.

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA111", "direction-override")
def keeps_its_direction() -> None:
    r"""No invisible mark turns the direction of text.

    What it checks
        No overrides, and no isolates that are left open. Arabic, Urdu and Hebrew need neither.

    Why it matters
        With such a mark a line shows something other than what it says.

    Fails
        priorities: ["neg\u202elect"]

    Passes
        priorities: [neglect]

    Source
        Trojan Source (CVE-2021-42574).
    """
