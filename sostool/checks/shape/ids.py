"""Ids of the case file (CF)."""

from __future__ import annotations

from sostool.checks.check import told_by_reader


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
        What points to an id has to point to one thing. Otherwise a goal could be read as the answer to another worry,
        and somebody be told of the wrong one.

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
