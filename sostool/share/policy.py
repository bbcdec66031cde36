"""The table: what each kind of reader may have. A chair can be walked through it row by row.

Each row names a kind of thing; each column says when a reader of that column may have it. Before a row is
asked, what is held back from the reader by a mark is out (`bars`). The chair gets everything. What no row
names does not go in. For the room with one person in it (`room:ID`) both columns have to say yes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from sostool.share.bars import Bar
from sostool.share.readers import Column
from sostool.share.standing import Standing
from sostool.yamlfile.parts import Part

Rule: TypeAlias = Callable[[Standing, Part], bool]


def always(standing: Standing, item: Part) -> bool:
    """Every reader of this column."""
    return True


def never(standing: Standing, item: Part) -> bool:
    """Nothing to any reader of this column."""
    return False


def own(standing: Standing, item: Part) -> bool:
    """Only what is the reader's own: their number, their words, their line."""
    return standing.is_own(item)


def own_or_shared(standing: Standing, item: Part) -> bool:
    """The reader's own, and whose `may_share` names the reader."""
    return standing.is_own(item) or standing.shares(item)


def if_shared(standing: Standing, item: Part) -> bool:
    """Only where `may_share` names the reader."""
    return standing.shares(item)


def about_their_children(standing: Standing, item: Part) -> bool:
    """About the reader's own children only; about the family where there is one set of parents; about the reader."""
    return standing.about_own_children(item)


def says_whom_it_is_about(standing: Standing, item: Part) -> bool:
    """As far as it says whom it is about or who said it: about the reader's own children only, or about the reader."""
    names_somebody = any(getattr(item, name, ()) for name in ("children", "about", "said_by"))
    return names_somebody and standing.about_own_children(item)


def of_own_dangers(standing: Standing, item: Part) -> bool:
    """Of dangers about the reader's own children."""
    return standing.of_own_childrens_danger(item)


def of_their_dangers(standing: Standing, item: Part) -> bool:
    """Of dangers about the reader's own children; and the reader's own step or rule, which they have to know."""
    return standing.of_own_childrens_danger(item) or standing.is_named_in(item)


def said_did_or_saw(standing: Standing, item: Part) -> bool:
    """What the reader said, did or saw."""
    return standing.is_named_in(item)


def names_them(standing: Standing, item: Part) -> bool:
    """What names the reader as one who does it, or who looks whether it is done."""
    return standing.is_named_in(item) or standing.is_in(standing.who_checks(item))


def said_did_saw_or_knows(standing: Standing, item: Part) -> bool:
    """What the reader said, did or saw, and what belongs to a danger they know about."""
    return standing.is_named_in(item) or standing.knows_about(item)


def knows_about(standing: Standing, item: Part) -> bool:
    """Dangers the reader has been told, and what belongs to them."""
    return standing.knows_about(item)


def theirs_unless_feared(standing: Standing, item: Part) -> bool:
    """About the reader's own children; a feared reader only if it was cleared."""
    return standing.about_own_children(item) and (not standing.is_feared or standing.is_cleared(item))


def theirs_if_together(standing: Standing, item: Part) -> bool:
    """About the reader's own children, if the reader was there with everyone; a feared one only if it was cleared."""
    return theirs_unless_feared(standing, item) and standing.all_came_together


def if_all_together(standing: Standing, item: Part) -> bool:
    """Only if all who will see it were there with everyone, and nobody of them is feared."""
    return not standing.is_feared and standing.all_came_together


def of_their_part(standing: Standing, item: Part) -> bool:
    """What was said in the reader's own part of the meeting; a feared reader only if it was cleared."""
    return standing.was_in_the_part(item) and unless_feared(standing, item)


def unless_feared(standing: Standing, item: Part) -> bool:
    """Anyone but a feared reader; a feared one only if it was cleared."""
    return not standing.is_feared or standing.is_cleared(item)


def unless_feared_there(standing: Standing, item: Part) -> bool:
    """Only if nobody who is there is feared."""
    return not standing.is_feared


def not_kept_from(standing: Standing, person: Part) -> bool:
    """Anyone, but for a feared reader nobody whose words are barred."""
    return not standing.is_kept_from(person)


def side_by_side(standing: Standing, person: Part) -> bool:
    """Practitioners and the reader; others of the family where there is one set of parents; nobody kept from them."""
    return not standing.is_kept_from(person) and standing.may_know_beside(person)


def own_unless_feared(standing: Standing, item: Part) -> bool:
    """Only what is the reader's own; of a feared reader only if it was cleared."""
    return standing.is_own(item) and unless_feared(standing, item)


def impact_for_theirs(standing: Standing, item: Part) -> bool:
    """What it was like for the reader's own child; for a feared reader only if it says who told us."""
    return standing.about_own_children(item) and standing.impact_says_who_told(item)


def impact_for_the_room(standing: Standing, item: Part) -> bool:
    """What it was like for a child; where a feared person is there, only if it says who told us."""
    return standing.impact_says_who_told(item)


def own_adults_or_shared(standing: Standing, item: Part) -> bool:
    """The reader's own number, other adults', and a child's as its words are shared."""
    return standing.is_own(item) or not standing.is_a_childs(item) or standing.child_shares(item)


def as_the_child_is_heard(standing: Standing, item: Part) -> bool:
    """How the reader's own child took part goes where any of the child's words go; to a feared reader only cleared."""
    return standing.hears_the_child(item) and unless_feared(standing, item)


def adults_or_cleared(standing: Standing, item: Part) -> bool:
    """Adults' numbers; a child's only if cleared for the room."""
    return not standing.is_a_childs(item) or standing.is_cleared_for_room(item)


def a_childs_if_cleared(standing: Standing, item: Part) -> bool:
    """A child's, and only if cleared for the room."""
    return standing.is_a_childs(item) and standing.is_cleared_for_room(item)


def agreed_with_them(standing: Standing, item: Part) -> bool:
    """Whom `agreed_with` names."""
    return standing.is_in(getattr(item, "agreed_with", ()))


def for_this_child(standing: Standing, item: Part) -> bool:
    """Words that were agreed for the child who reads them: with whom and when is written down."""
    is_agreed = bool(getattr(item, "agreed_with", ())) and getattr(item, "date", None) is not None
    return is_agreed and getattr(item, "child", "") in ("", standing.reader.person)


def own_and_shared_at_home(standing: Standing, item: Part) -> bool:
    """The child's own words, and only those that everyone they live with may have: the page goes home with them."""
    return standing.is_own(item) and standing.shares_at_home(item)


def if_one_family(standing: Standing, item: Part) -> bool:
    """What all children of the file share, where they have the same parents."""
    return standing.one_set_of_parents


class Row(NamedTuple):
    """One row of the table: the rule of each column."""

    practitioners: Rule
    family: Rule
    network: Rule
    room: Rule


TABLE: dict[str, Row] = {
    #                              practitioners  parent or carer        network, partner       room
    "meeting":                 Row(always,        always,                always,                always),
    "names beside it":         Row(always,        not_kept_from,         not_kept_from,         not_kept_from),
    "part of the meeting":     Row(always,        own,                   own,                   never),
    "reasons and registers":   Row(never,         never,                 never,                 never),
    "ring, knows, will":       Row(always,        always,                own,                   always),
    "contact":                 Row(if_shared,     own_or_shared,         own,                   never),
    "born, seen, language":    Row(always,        about_their_children,  own,                   never),
    "map":                     Row(always,        about_their_children,  said_did_or_saw,       always),
    "existing safety":         Row(always,        about_their_children,  said_did_saw_or_knows, always),
    "impact":                  Row(always,        impact_for_theirs,     never,                 impact_for_the_room),
    "grey areas":              Row(always,        theirs_unless_feared,  never,                 unless_feared_there),
    "statements and goals":    Row(always,        about_their_children,  knows_about,           always),
    "sees it differently":     Row(always,        always,                own,                   always),
    "trajectory":              Row(always,        of_own_dangers,        knows_about,           always),
    "recommendation":          Row(always,        about_their_children,  never,                 always),
    "overall scale":           Row(always,        about_their_children,  never,                 always),
    "ratings":                 Row(always,        own_adults_or_shared,  own,                   adults_or_cleared),
    "reasons for ratings":     Row(always,        always,                own,                   never),
    "differences":             Row(always,        unless_feared,         never,                 never),
    "own words":               Row(always,        own_or_shared,         own_or_shared,         a_childs_if_cleared),
    "observed":                Row(always,        about_their_children,  never,                 never),
    "bottom lines":            Row(always,        of_own_dangers,        knows_about,           always),
    "rules and next steps":    Row(always,        of_their_dangers,      names_them,            always),
    "what happened before":    Row(always,        says_whom_it_is_about, never,                 never),
    "consent and core groups": Row(always,        about_their_children,  never,                 never),
    "shared log":              Row(always,        own,                   own,                   never),
    "words for a child":       Row(always,        agreed_with_them,      never,                 never),
    "what the children know":  Row(always,        agreed_with_them,      never,                 never),
    "decision and plan":       Row(always,        about_their_children,  never,                 always),
    "tasks of the plan":       Row(always,        of_their_dangers,      said_did_or_saw,       always),
    "dates agreed":            Row(always,        always,                always,                always),
    "who came":                Row(always,        unless_feared,         never,                 never),
    "how a child took part":   Row(always,        as_the_child_is_heard, never,                 never),
    "the core group":          Row(always,        side_by_side,          never,                 unless_feared_there),
    "the chair's summary":     Row(always,        theirs_if_together,    never,                 if_all_together),
    "summary of one part":     Row(always,        of_their_part,         never,                 never),
    "dissent":                 Row(always,        own_unless_feared,     own,                   never),
    "contingency":             Row(always,        theirs_unless_feared,  never,                 never),
    "quorum":                  Row(always,        never,                 never,                 never),
    "corrections":             Row(always,        own,                   own,                   never),
}  # fmt: skip

_PLACES = {Column.PRACTITIONERS: 0, Column.FAMILY: 1, Column.NETWORK: 2, Column.ROOM: 3}

# The child's column: all rows that are not here are closed to it.
FOR_A_CHILD: dict[str, Rule] = {
    "meeting": always,
    "part of the meeting": own,
    "own words": own_and_shared_at_home,
    "words for a child": for_this_child,
    "what the children know": if_one_family,
}


class Refusal(NamedTuple):
    """Why a reader may not have an item: a mark; or the rule of a row and a column; or that it is sensitive (neither).

    Somebody who gets nothing at all is refused by the rule `never`.
    """

    row: str
    column: Column
    bar: Bar | None = None
    rule: Rule | None = None


def may_have(standing: Standing, row: str, item: Part) -> bool:
    """Tell whether a reader may have an item, by its row of the table, after all marks of holding back."""
    return why_not(standing, row, item) is None


def why_not(standing: Standing, row: str, item: Part) -> Refusal | None:
    """Tell why a reader may not have an item, by its row of the table, after all marks of holding back; None: may."""
    column, own_column = standing.reader.column, standing.reader.own_column
    if column is Column.CHAIR:
        return None
    if column in (Column.NOTHING, Column.BLANK):
        return Refusal(row, column, rule=never)
    bar = standing.bar(item)
    if bar is not None:
        return Refusal(row, column, bar)
    for each in (column,) if own_column is None else (column, own_column):
        rule = rule_of(row, each)
        if not rule(standing, item):
            return Refusal(row, each, rule=rule)
    return None if standing.may_have_sensitive(item) else Refusal(row, column)


def rule_of(row: str, column: Column) -> Rule:
    """Give the rule of a row for a column of the table."""
    if column is Column.CHILD:
        return FOR_A_CHILD.get(row, never)
    if column is Column.CHAIR:
        return always
    place = _PLACES.get(column)
    return never if place is None else TABLE[row][place]
