"""Why something of a file reaches a reader or not, as plain data that any language can put into words."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from sostool.case.model import AgencyReport, Danger, Person
from sostool.case.model.marks import MustNotSee, Protected
from sostool.case.model.meeting import Attendance
from sostool.case.model.outcome import Outcome
from sostool.case.model.records import HeldByChair
from sostool.findings.finding import Path
from sostool.share.bars import Bar, bars_on
from sostool.share.policy import Refusal
from sostool.share.readers import Column
from sostool.share.standing import Standing
from sostool.yamlfile.parts import Part

Kind: TypeAlias = Literal[
    "withheld",  # from those in `whom`
    "only-for",  # held back from all but those in `whom`
    "words",  # it carries words, a number or help of those in `whom`, which `feared` must not see
    "side",  # the same, for somebody of the side of `feared`
    "feared",  # it never goes to anybody feared
    "sensitive",  # an adult's own matter, about those in `whom`
    "rule",  # by the `rule` of a `row` and a `column` of the table
    "nobody",  # a person who stands in nothing that the reader gets
    "chair",  # for the chair alone
    "child",  # not of what a child's page holds
    "unnamed",  # nothing that the reader gets holds it
    "nothing",  # the reader gets nothing at all
    "protected",  # protected words stand in it
    "repeats",  # it repeats what is held back
    "cleared",  # let through for those in `whom`
    "shared",  # those in `whom` may have it
]
# Rows that decide about some keys of an item only; any other row decides about the whole item.
_KEYS_OF_ROW = {
    "own words": ("worries", "good_things", "dreams", "words"),
    "observed": ("observed", "not_asked"),
    "reasons for ratings": ("reason", "one_higher"),
    "differences": ("differences",),
    "who came": ("attended", "apologies"),
    "the chair's summary": ("summary",),
    "contingency": ("contingency",),
    "quorum": ("quorum",),
    "dates agreed": ("dates",),
    "ring, knows, will": ("ring", "knows_about", "will"),
    "born, seen, language": ("born", "due", "language", "interpreter", "disability", "ethnicity", "faith", "seen"),
    "what the children know": ("children_know",),
    "reasons and registers": ("why", "held_by_chair", "protected"),
    # Asked about a person whose name stands elsewhere; they decide about nothing of that person.
    "names beside it": (),
    "the core group": (),
}
_OF_THE_OUTCOME = {**_KEYS_OF_ROW, "decision and plan": ("core_group",)}
_REGISTERS = (MustNotSee, Protected, HeldByChair)
_FOR_THE_CHAIR: dict[type[Part], tuple[str, ...]] = {
    Attendance: ("why", "decided_by", "date"),
    Person: ("side_of",),
}


class Reason(NamedTuple):
    """Why something reaches a reader or not.

    `by` is who agreed a mark, "" while nobody has. `rule` is what a rule of the table says of itself, in English.
    `place` is what it goes with, where that is not the item itself: the danger it belongs to, or what it stands under.
    """

    kind: Kind
    whom: tuple[str, ...] = ()
    feared: str = ""
    by: str = ""
    row: str = ""
    column: str = ""
    rule: str = ""
    place: Path = ()


def concerns(row: str, part: Part, key: str) -> bool:
    """Tell whether a row that was asked about a part decides about one of its keys; "" stands for the whole of it.

    Rows that are asked about a person decide about their name in some other place.
    """
    keys = (_OF_THE_OUTCOME if isinstance(part, Outcome) else _KEYS_OF_ROW).get(row)
    return key in keys if keys is not None else not isinstance(part, Person)


def is_about_a_person(row: str) -> bool:
    """Tell whether a row decides about what is told of a person, and not about their name in some other place."""
    return row in ("ring, knows, will", "born, seen, language")


def of_refusal(refusal: Refusal, part: Part, path: Path) -> Reason:
    """Give the reason why a reader may not have a part, as it was told when their View was made."""
    if refusal.bar is not None:
        return of_bar(refusal.bar, path)
    place = part.path if part.path != path else ()
    if refusal.rule is None:
        return Reason("sensitive", tuple(getattr(part, "about", ())), place=place)
    if refusal.column in (Column.NOTHING, Column.BLANK):
        return Reason("nothing")
    rule = (refusal.rule.__doc__ or "").partition("\n")[0].strip()
    return Reason("rule", row=refusal.row, column=refusal.column.value, rule=rule, place=place)


def of_bar(bar: Bar, path: Path) -> Reason:
    """Give the reason why a mark holds back what stands at a path."""
    place = bar.part.path if bar.part.path != path else ()
    if bar.words_of:
        kind: Kind = "words" if bar.feared == bar.falls_on else "side"
        return Reason(kind, tuple(sorted(bar.words_of)), bar.feared, place=place)
    mark = bar.part.withhold  # type: ignore[attr-defined]  # what is withheld has the mark
    agreed_by = mark.agreed_by if mark.date is not None else ""
    if mark.from_:
        return Reason("withheld", tuple(mark.from_), by=agreed_by, place=place)
    return Reason("only-for", tuple(mark.all_but), by=agreed_by, place=place)


def is_for_the_chair_alone(part: Part, key: str) -> bool:
    """Tell whether a part, or a key of it, is a reason or a register that nobody but the chair reads."""
    # Whose matter it is stands beside nothing but the chair's list of marks.
    if isinstance(part, _REGISTERS) or key == "about":
        return True
    return any(isinstance(part, kind) and key in keys for kind, keys in _FOR_THE_CHAIR.items())


def of_names_left_out(standing: Standing, part: Part, key: str) -> Reason | None:
    """Give the reason why names, or what somebody will do, are left out of what goes to a feared reader."""
    kept: set[str] = set()
    if isinstance(part, Danger) and key == "worried":
        kept = set(part.worried)
    elif isinstance(part, Person) and key in ("ring", "knows_about", "will"):
        kept = {part.id}
    elif standing.is_feared and key in ("from", "core_group") and isinstance(part, AgencyReport | Outcome):
        return Reason("feared")
    for id_ in sorted(standing.reader.members):
        for feared, words_of in bars_on(standing.case, id_):
            if kept & words_of:
                kind: Kind = "words" if feared.id == id_ else "side"
                return Reason(kind, tuple(sorted(kept & words_of)), feared.id)
    return None


def of_what_is_given(standing: Standing, part: Part) -> Reason | None:
    """Give the reason why something reaches a reader that would not, had nobody said so; None where it would."""
    cleared = getattr(part, "cleared", None)
    in_the_room = standing.reader.column is Column.ROOM and standing.is_cleared_for_room(part)
    if cleared is not None and (standing.is_cleared(part) or in_the_room):
        if standing.is_feared or standing.is_a_childs(part):
            return Reason("cleared", tuple(cleared.for_), by=cleared.by)
        return None
    if getattr(part, "may_share", ()) and standing.shares(part) and not standing.is_own(part):
        return Reason("shared", tuple(part.may_share))  # type: ignore[attr-defined]
    return None
