"""A file as YAML (YA)."""

from __future__ import annotations

from sostool.checks.check import told_by_reader


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
        dangers:
          - statement: &first Priya is worried about Mia.

    Passes
        dangers:
          - statement: Priya is worried about Mia.

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
        dangers:
          - statement: !!! Priya is worried about Mia.

    Passes
        dangers:
          - statement: "!!! Priya is worried about Mia."

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


@told_by_reader("YA112", "key-inside-a-text")
def has_no_key_inside_a_text() -> None:
    """No key stands inside a text.

    What it checks
        The lines of texts over several lines: whether one looks like a key of the case file.

    Why it matters
        A key that starts as far right as the text above it is read as part of that text. A mark of holding back then
        holds nothing back, and is printed for the very person it was meant to protect from.

    Fails
        map:
          worried:
            complicating:
              - what: >-
                  Lisa texted Jo.
                  withhold: {from: [dean]}

    Passes
        map:
          worried:
            complicating:
              - what: >-
                  Lisa texted Jo.
                withhold: {from: [dean]}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("YA113", "text-cut-off")
def has_no_text_cut_off() -> None:
    """No text is cut off at a number sign.

    What it checks
        Whether a number sign with a letter or digit right behind it stands in a text after a space.

    Why it matters
        YAML takes what follows for a comment and drops it without a word: of “Flat #3 is not safe” only “Flat” is left.
        A comment has a space after its sign.

    Fails
        dangers:
          - statement: Priya is worried about Flat #3 where Mia sleeps.

    Passes
        dangers:
          - statement: "Priya is worried about Flat #3 where Mia sleeps."

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """
