"""What the reader tells of the text itself (YA)."""

from __future__ import annotations

from sostool.checks.check import Check, told_by_reader


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


@told_by_reader("YA104", "not-yaml")
def can_be_read() -> None:
    """The file can be read as YAML.

    What it checks
        Colons, dashes, quotation marks and spaces stand where YAML wants them.

    Why it matters
        A colon or an apostrophe in a sentence is the most common slip. It is told with the mend, and reading goes on so
        that one run tells everything.

    Fails
        dangers:
          - statement: Priya said: I am worried about Mia.

    Passes
        dangers:
          - statement: 'Priya said: I am worried about Mia.'

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA105", "second-case")
def holds_one_case() -> None:
    """One file holds one family at one meeting.

    What it checks
        There is one YAML document in the file.

    Why it matters
        Two families in one file is how the wrong child's words reach a parent.

    Fails
        map: {}
        ---
        reference: EX-0099

    Passes
        map: {}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA106", "link-in-the-file")
def has_no_links() -> None:
    """There are no links inside the file.

    What it checks
        No anchors (&), aliases (*) and merge keys (<<).

    Why it matters
        One text that stands in two places by a link changes in both when it is changed in one, and a few lines of
        links can fill a computer's memory.

    Fails
        reference: &one EX-0042

    Passes
        reference: EX-0042

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA107", "tag-in-the-file")
def has_no_tags() -> None:
    """There are no tags and no instructions to YAML.

    What it checks
        No tags (!) and no lines that start with %.

    Why it matters
        A tag tells other programs to run something or to read a text as something else.

    Fails
        priorities: [!secret neglect]

    Passes
        priorities: [neglect]

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA108", "doubled-key")
def has_each_key_once() -> None:
    """No key stands twice in one part.

    What it checks
        Each key stands once; each person has an id of their own.

    Why it matters
        Most programs take the second and drop the first without a word. Somebody's words would be lost.

    Fails
        people:
          mia: {name: Mia, role: child}
          mia: {name: Mia Rose, role: child}

    Passes
        people:
          mia: {name: Mia, role: child}
          rose: {name: Mia Rose, role: child}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA109", "too-deep")
def is_not_too_deep() -> None:
    """Nothing nests more than 20 levels deep.

    What it checks
        How deep lists and keys stand inside each other.

    Why it matters
        No case file needs it, and a file that nests without end can stop the program.

    Fails
        priorities: [[[[[[[[[[[[[[[[[[[[[neglect]]]]]]]]]]]]]]]]]]]]]

    Passes
        priorities: [neglect]

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA110", "empty-file")
def is_not_empty() -> None:
    """There is something in the file.

    What it checks
        The file is not empty, and not all comments.

    Why it matters
        Nothing to check is not the same as nothing wrong.

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


TEXT_FILE: tuple[Check, ...] = (
    is_utf8,
    has_no_control_characters,
    is_not_too_large,
    can_be_read,
    holds_one_case,
    has_no_links,
    has_no_tags,
    has_each_key_once,
    is_not_too_deep,
    is_not_empty,
    keeps_its_direction,
)
