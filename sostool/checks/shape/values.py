"""Values of the case file (CF)."""

from __future__ import annotations

from sostool.checks.check import told_by_reader


@told_by_reader("CF103", "not-one-of")
def has_a_known_word() -> None:
    """A word of a short list is one of that list.

    What it checks
        Roles, kinds of meeting, how we know, and other words that come from a list; true and false.

    Why it matters
        A role that nobody knows gets nothing, and a mark that says `yes` might be read as no.

    Fails
        people:
          mia: {name: Mia, role: chlid}

    Passes
        people:
          mia: {name: Mia, role: child}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF104", "out-of-range")
def is_in_range() -> None:
    """A number lies between its two ends.

    What it checks
        Scores from 0 to 10; whole numbers where halves make no sense.

    Why it matters
        An 11 on a scale from 0 to 10 is a slip, and the picture would show it somewhere else.

    Fails
        scale: {ratings: [{who: lisa, score: 11}]}

    Passes
        scale: {ratings: [{who: lisa, score: 10}]}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF105", "not-a-date")
def is_a_date() -> None:
    """A date is written year, month, day.

    What it checks
        Dates such as 2026-03-17; where less may be known, 2026-03 or 2026.

    Why it matters
        03/04/2026 is April in England and March in other places. Deadlines are counted from these dates.

    Fails
        meeting: {kind: mapping, date: 17/03/2026}

    Passes
        meeting: {kind: mapping, date: 2026-03-17}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF112", "wrong-form")
def has_the_right_form() -> None:
    """A reference, a profile's name and a check's code have the form they need.

    What it checks
        `reference`, `profile` and the codes under `answers`.

    Why it matters
        The reference names the files that are made. A slash or a name in it would end in a file name.

    Fails
        reference: Smith / Mia

    Passes
        reference: EX-0042

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF113", "unknown-profile")
def has_a_known_profile() -> None:
    """The profile is there.

    What it checks
        The name after `profile:`, shipped with sostool or in a folder `profiles` beside the file.

    Why it matters
        Without its profile a report would have the wrong words, and checks the wrong limits.

    Fails
        profile: surey-2018

    Passes
        profile: surrey-2018

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """
