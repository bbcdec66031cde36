"""What the reader tells of the shape of the case file (CF)."""

from __future__ import annotations

from sostool.checks.check import Check, told_by_reader


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


@told_by_reader("CF106", "unknown-id")
def points_to_something() -> None:
    """An id points to somebody or something in the file.

    What it checks
        Every id of a person, a child, a danger, a past harm or a bottom line.

    Why it matters
        An id that nobody has would drop a name from a report, or let something reach a person it was held back from.

    Fails
        dangers:
          - {statement: Priya is worried about Mia., worried: [pryia]}

    Passes
        dangers:
          - {statement: Priya is worried about Mia., worried: [priya]}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF107", "doubled-id")
def has_ids_of_its_own() -> None:
    """Each id is given once.

    What it checks
        The ids of dangers, of past harm and of bottom lines.

    Why it matters
        What points to an id has to point to one thing.

    Fails
        dangers:
          - {id: drink, statement: Priya is worried about Mia.}
          - {id: drink, statement: Priya is worried about Noah.}

    Passes
        dangers:
          - {id: drink, statement: Priya is worried about Mia.}
          - {id: alone, statement: Priya is worried about Noah.}

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


@told_by_reader("CF110", "not-an-id")
def has_a_plain_id() -> None:
    """An id is made of small letters, digits and hyphens.

    What it checks
        The ids of people and items, and that none is a word with a meaning of its own, such as everyone.

    Why it matters
        Ids stand in many places of a file. One that has spaces or capitals is soon written in two ways.

    Fails
        people:
          Aunt Jo: {name: Aunt Jo, role: network}

    Passes
        people:
          jo: {name: Aunt Jo, role: network}

    Source
        The reader of the case file; sources and measurements behind it are in docs/case-file.md.
    """


@told_by_reader("CF111", "unfinished-mark")
def has_finished_marks() -> None:
    """A mark of holding back says what it means.

    What it checks
        `withhold`, `must_not_see`, `protected`, `cleared`, `sensitive` and `subject` are not left empty, and name whom they are about.

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


SHAPE: tuple[Check, ...] = (
    has_known_keys,
    has_the_right_type,
    has_a_known_word,
    is_in_range,
    is_a_date,
    points_to_something,
    has_ids_of_its_own,
    is_not_too_new,
    has_what_is_required,
    has_a_plain_id,
    has_finished_marks,
    has_the_right_form,
    has_a_known_profile,
)
