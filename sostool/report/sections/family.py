"""The family and the network, and people's own words."""

from __future__ import annotations

import datetime as dt

from sostool.case.people import FAMILY_ROLES
from sostool.profile import Profile
from sostool.report.blocks import Block, Fact, Facts, Group, Line, OwnWords, Run, Section, WordsGroup, own, typed
from sostool.report.sections.family_pictures import family_tree
from sostool.report.sections.writing import FactList, marks, numbered, with_marks
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewPerson, ViewVoice

_GROUPS = (
    ("people.children", lambda role: role == "child"),
    ("people.family", lambda role: role in ("parent", "carer", "partner")),
    ("people.network", lambda role: role == "network"),
    ("people.practitioners", lambda role: role not in FAMILY_ROLES),
)


def people(view: View, words: Labels, profile: Profile) -> Section | None:
    """List the people the reader may know of: the children, the parents and carers, the network, the practitioners."""
    groups: list[Block] = []
    for label, belongs in _GROUPS:
        members = [person for person in view.people if belongs(person.role)]
        if not members:
            continue
        blocks: tuple[Block, ...] = tuple(
            _person(words, person, view.meeting_date, several=len(view.dangers) > 1)
            for person in members
            if _more(person)
        )
        brief = tuple(_brief(words, person) for person in members if not _more(person))
        groups.append(Group(own(words(label)), (*blocks, *((Facts(brief),) if brief else ()))))
    return Section("people", own(words("people.title")), (*family_tree(view, words), *groups)) if groups else None


def _more(person: ViewPerson) -> bool:
    """Tell whether there is more to say of somebody than who they are."""
    return any(
        (
            person.lives_with, person.born, person.due, person.language, person.interpreter, person.disability,
            person.ethnicity, person.faith, person.seen, person.ring, person.knows_about, person.will, person.contact,
        )
    )  # fmt: skip


def _brief(words: Labels, person: ViewPerson) -> Fact:
    return Fact(person.name, _who(words, person))


def _who(words: Labels, person: ViewPerson) -> Line:
    said = typed(person.relation) or (own(words(f"role.{person.role}")) if person.role else ())
    return (*said, Run(words.comma), *typed(person.agency)) if person.agency and said else said or typed(person.agency)


def _born(words: Labels, person: ViewPerson, meeting: dt.date) -> Line:
    """Write a child's day of birth with their age at the meeting; a grown-up's alone."""
    if person.born is None:
        return ()
    born = words.date(person.born)
    if person.role != "child":
        return own(born)
    return own(words("people.born_and_age", date=born, age=words.age(person.born, meeting)))


def _person(words: Labels, person: ViewPerson, meeting: dt.date, *, several: bool) -> Group:
    facts = FactList(words)
    who = _who(words, person) if person.role != "child" or person.relation else ()
    facts.line("people.born", _born(words, person, meeting))
    facts.date("people.due", person.due)
    facts.names("people.lives_with", person.lives_with)
    for seen in person.seen:
        if seen.date and seen.who:
            label = "people.seen_alone" if seen.alone else "people.seen_with_others"
            when = words.line(label, date=own(words.date(seen.date)), who=typed(seen.who))
            facts.line("people.seen", with_marks(words, when, seen.hearing))
    ring = own(words(f"people.ring.{person.ring}")) if person.ring else ()
    # Said once: beside what they will do, where there is that.
    facts.line("people.ring", with_marks(words, ring, person.hearing) if ring and not person.will else ring)
    facts.line("people.knows_about", _statements(words, person.knows_about, several=several))
    facts.line("people.will", with_marks(words, typed(person.will), person.hearing) if person.will else ())
    known = f"language.{person.language.partition('-')[0].lower()}"
    facts.line("people.language", own(words(known)) if words.has(known) else typed(person.language))
    for name in ("interpreter", "disability", "ethnicity", "faith"):
        facts.typed(f"people.{name}", getattr(person, name))
    for name, value in person.contact:
        facts.typed(f"people.{name}", value)
    heading = (*typed(person.name), *((Run(" – "), *who) if who else ()))
    return Group(heading, facts.block())


def _statements(words: Labels, numbers: tuple[int, ...], *, several: bool) -> Line:
    texts = [run.text for number in numbers for run in numbered(words, "danger.title", number if several else 0)]
    return own(words.comma.join(texts))


def voices(view: View, words: Labels, profile: Profile) -> Section | None:
    """Give people's own words, the children's first."""
    if not view.voices:
        return None
    ordered = sorted(view.voices, key=lambda voice: voice.role != "child")
    return Section("voices", own(words("voices.title")), tuple(_voice(words, voice) for voice in ordered))


def _voice(words: Labels, voice: ViewVoice) -> OwnWords:
    groups = [
        WordsGroup(words(f"voices.{name}"), getattr(voice, name))
        for name in ("worries", "good_things", "dreams", "words")
        if getattr(voice, name)
    ]
    facts = FactList(words)
    facts.typed("voices.observed", voice.observed)
    facts.typed("voices.not_asked", voice.not_asked)
    facts.date("voices.date", voice.date)
    known = f"voices.how.{voice.how}"
    facts.line("voices.how", own(words(known)) if words.has(known) else typed(voice.how))
    facts.typed("voices.written_by", voice.written_by)
    if voice.read_back is not None:
        facts.line("voices.read_back", own(words("voices.read_back.yes" if voice.read_back else "voices.read_back.no")))
    return OwnWords(typed(voice.name), tuple(groups), tuple(facts.facts), marks(words, voice.hearing))
