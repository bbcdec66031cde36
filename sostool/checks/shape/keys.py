"""Keys of the case file (CF)."""

from __future__ import annotations

from sostool.checks.check import told_by_reader


@told_by_reader("CF101", "unknown-key")
def has_known_keys() -> None:
    """Every key is one the case file has.

    What it checks
        The keys of every part.

    Why it matters
        A misspelt key would be passed over, and what stands under it would be in no report. A misspelt mark of holding
        back would hold nothing back.

    Fails
        dangers:
          - {statement: Priya is worried about Mia., gaol: Mia sleeps well.}

    Passes
        dangers:
          - {statement: Priya is worried about Mia., goal: Mia sleeps well.}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF102", "wrong-type")
def has_the_right_type() -> None:
    """A text, a list or a set of keys stands where one is wanted.

    What it checks
        What kind of value each key has.

    Why it matters
        A list where a sentence is wanted cannot be printed as the sentence that was meant.

    Fails
        meeting: {kind: mapping, date: 2026-03-17, why: [a, b]}

    Passes
        meeting: {kind: mapping, date: 2026-03-17, why: a and b}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF108", "newer-format")
def is_not_too_new() -> None:
    """The file is not written for a newer sostool.

    What it checks
        The number after `sostool:`.

    Why it matters
        A newer file may hold marks that this version does not know, and would show what they hold back.

    Fails
        sostool: 2

    Passes
        sostool: 1

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF109", "missing-key")
def has_what_is_required() -> None:
    """The four keys that every file needs are there.

    What it checks
        `sostool`, `reference`, `meeting.kind` and `meeting.date`. Everything else may be missing and is asked for.

    Why it matters
        Without them nobody knows which family and which meeting this is.

    Fails
        meeting: {kind: mapping}

    Passes
        meeting: {kind: mapping, date: 2026-03-17}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF111", "unfinished-mark")
def has_finished_marks() -> None:
    """A mark of holding back says what it means.

    What it checks
        `withhold`, `must_not_see`, `protected`, `cleared`, `sensitive` and `subject` are not left empty, and name
        whom they are about.

    Why it matters
        An empty mark looks as if something were held back, and it is not.

    Fails
        dangers:
          - {statement: Priya is worried about Mia., withhold: }

    Passes
        dangers:
          - {statement: Priya is worried about Mia., withhold: {from: [lisa]}}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """
