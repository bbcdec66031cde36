"""What only the chair gets: how the meeting runs, what must not be said in front of whom, and the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sostool.case.people import FAMILY_ROLES
from sostool.profile import Profile
from sostool.report.blocks import Block, Group, Line, Note, Prose, Run, Section, Table, own, typed
from sostool.report.sections.about import part_line
from sostool.report.sections.writing import FactList, marks, score_text, table_of
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewPart, ViewRating, ViewScale
from sostool.share.view_after import ViewHeld
from sostool.share.view_item import NO_LIMIT, Hearing

_EVERYONE, _ROOM = "everyone", "room"
_WHAT = {
    "must_not_see": "register.words_of",
    "side_of": "register.as_for",
    "separately": "running.with",
    "not-invited": "running.with",
    "protected": "register.words",
}


def parts(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say who comes to which part, when and where, and why anyone comes apart; None where nobody is named."""
    columns = ("running.who", "running.part", "cover.time", "cover.place", "running.with", "cover.why_apart")
    rows = tuple(_part(view, words, part) for part in _everybodys_part(view))
    if not rows:
        return None
    table = table_of(own(words("running.parts_caption")), map(words, columns), rows)
    return Section("parts", own(words("running.parts")), (table,))


def _everybodys_part(view: View) -> Iterator[ViewPart]:
    """Give each part that is told, then all others of the family, who come together."""
    # Father and son may have one name: as many of a name are told of as stand in the parts, and no more.
    told = Counter(name for part in view.parts for name in (part.who, *part.with_))
    yield from view.parts
    for person in view.people:
        if person.role not in FAMILY_ROLES or person.role == "child":
            continue
        if told[person.name]:
            told[person.name] -= 1
        else:
            yield ViewPart(person.name, "together")


def _part(view: View, words: Labels, part: ViewPart) -> tuple[Line, ...]:
    together = part.part == "together"
    return (
        typed(part.who),
        own(words(f"running.part.{part.part}")),
        typed(part.time or (view.time if together else "")),
        typed(part.place or (view.place if together else "")),
        words.names(part.with_),
        typed(part.why),
    )


def order(view: View, words: Labels, profile: Profile) -> Section:
    """Give the order of the meeting: who speaks first at each step, with room for the time."""
    apart = [part for part in view.parts if part.part == "separately"]
    steps = ["before", "welcome", "why", *profile.columns, "voices", "statements", "scale", "plan", "decision", "dates"]
    rows = tuple(_step(words, step) for step in steps)
    columns = ("running.time", "running.step", "running.first")
    blocks: list[Block] = []
    if apart:
        names = words.names([part.who for part in apart])
        blocks.append(Note(words.line("running.apart", names=names)))
    blocks.append(Table(own(words("running.order_caption")), tuple(words(column) for column in columns), rows))
    return Section("order", own(words("running.order")), tuple(blocks))


def _step(words: Labels, step: str) -> tuple[Line, ...]:
    title = words(f"map.{step}") if step in ("worried", "working_well", "needs_to_happen") else words(f"running.{step}")
    return (own(words("page.to_fill_short")), own(title), own(words(f"running.{step}.first")))


def not_in_front_of(view: View, words: Labels, profile: Profile) -> Section | None:
    """List what must not be said in front of whom, under each person or group of people it is kept from."""
    limits: dict[Line, list[Line]] = {}
    for text, hearing in _heard(view, words):
        for heading in marks(words, hearing):
            limits.setdefault(heading, []).append(text)
    groups = tuple(Group(heading, (Prose(tuple(texts), "bullets"),)) for heading, texts in limits.items())
    return Section("careful", own(words("running.careful")), groups) if groups else None


def _heard(view: View, words: Labels) -> Iterator[tuple[Line, Hearing]]:
    """Give every entry that not everyone may hear, in the order of a report."""
    for part in view.parts:
        yield part_line(words, part), part.hearing
    yield from _heard_entries(view)
    for danger in view.dangers:
        yield typed(danger.statement), danger.hearing
        for other in danger.sees_it_differently:
            if other.hearing != danger.hearing:
                yield _said_by(other.who, other.says), other.hearing
        if danger.goal is not None and danger.goal.hearing != danger.hearing:
            yield typed(danger.goal.statement), danger.goal.hearing
        if danger.scale is not None:
            yield from _heard_of_scale(words, danger.scale, danger.hearing)
    if view.overall is not None:
        yield from _heard_of_scale(words, view.overall, NO_LIMIT)
    yield from _heard_from_others(view, words)


def _heard_of_scale(words: Labels, scale: ViewScale, around: Hearing) -> Iterator[tuple[Line, Hearing]]:
    if scale.hearing != around:
        yield typed(_joined((scale.ten, scale.zero))), scale.hearing
    if scale.differences and scale.differences_hearing != around:
        yield typed(scale.differences), scale.differences_hearing
    for rating in scale.ratings:
        if rating.hearing != around:
            yield _number(words, rating), rating.hearing


def _heard_entries(view: View) -> Iterator[tuple[Line, Hearing]]:
    family_map, plan = view.map, view.plan
    for entry in (
        *family_map.past_harm,
        *family_map.complicating,
        *family_map.grey_areas,
        *family_map.strengths,
        *family_map.existing_safety,
        *family_map.next_steps,
        *plan.bottom_lines,
        *plan.rules,
        *plan.trajectory,
        *view.chronology,
        *((view.recommendation,) if view.recommendation is not None else ()),
    ):
        yield typed(entry.what), entry.hearing
        for impact in entry.impact:
            if impact.hearing != entry.hearing:
                yield typed(impact.what), impact.hearing
        if (entry.check or entry.check_how) and entry.check_hearing != entry.hearing:
            yield typed(entry.check_how or _joined(entry.check)), entry.check_hearing
        for used in entry.used:
            if used.what and used.hearing != entry.hearing:
                yield typed(used.what), used.hearing


def _heard_from_others(view: View, words: Labels) -> Iterator[tuple[Line, Hearing]]:
    for voice in view.voices:
        said = (*voice.worries, *voice.good_things, *voice.dreams, *voice.words, voice.observed)
        yield _said_by(voice.name, _joined(said)), voice.hearing
    for person in view.people:
        if person.will:
            yield _said_by(person.name, person.will), person.hearing
    for work in view.involvement:
        yield typed(_joined((work.who, work.offered, work.did_it_help))), work.hearing
    for report in view.agency_reports:
        sender = typed(report.sender) or own(words("agency.unnamed"))
        yield (*own(words("agency.sender")), Run(": "), *sender), report.hearing
    for group in view.core_groups:
        yield typed(group.what) or words.names(group.attended), group.hearing
    if view.consent is not None and view.consent.what:
        yield typed(view.consent.what), view.consent.hearing


def _said_by(name: str, said: str) -> Line:
    return (*typed(name), Run(": "), *typed(said))


def _joined(texts: Iterable[str]) -> str:
    return " / ".join(text for text in texts if text)


def _number(words: Labels, rating: ViewRating) -> Line:
    if rating.score is None:
        return words.line("running.no_number", name=typed(rating.name))
    return words.line("running.number", name=typed(rating.name), score=own(score_text(rating.score)))


def register(view: View, words: Labels, profile: Profile) -> Section:
    """List everything held back or let through: from whom, why, who agreed, when, until when."""
    entries = tuple(_entry(words, held) for held in view.register)
    blocks: tuple[Block, ...] = entries or (Prose((own(words("register.nothing")),)),)
    return Section("register", own(words("register.title")), blocks)


def _entry(words: Labels, held: ViewHeld) -> Group:
    names: list[Line] = [
        own(words(f"register.{name}")) if name in (_EVERYONE, _ROOM) else typed(name) for name in held.from_
    ]
    facts = FactList(words)
    facts.typed(_WHAT.get(held.kind, "register.what"), held.what)
    facts.typed("register.why", held.why)
    facts.typed("register.agreed_by", held.agreed_by)
    facts.date("register.date", held.date)
    facts.date("register.review_on", held.review_on)
    return Group(words.line(f"register.kind.{held.kind}", names=_listed(words, names)), facts.block())


def _listed(words: Labels, names: list[Line]) -> Line:
    line: Line = ()
    for index, name in enumerate(names):
        joint = words.last_comma if index == len(names) - 1 else words.comma
        line = (*line, *((Run(joint),) if index else ()), *name)
    return line
