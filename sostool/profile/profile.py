"""A profile as the rest of the program uses it: everything it says, with what it is built on filled in."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import NamedTuple

from sostool.profile.deadlines import Deadline, laid_over_deadlines
from sostool.profile.declared import (
    CATEGORIES,
    COLUMNS,
    Authority,
    Helpline,
    Limits,
    Priority,
    ProfileFile,
    Retired,
    Source,
    WordList,
)
from sostool.profile.phrases import NO_PHRASES, Phrases, Saying

DEFAULT = "england"
# What a profile says that is built on no other and says nothing of its own.
_LIMITS: dict[str, int] = {name: key.example for name, key in Limits.keys.items()}


class Profile(NamedTuple):
    """An authority's words, order, limits and lists.

    `words` has each list by name, `retired` among them; `severities` the checks that are asked in another way,
    `off` for not at all; `limits` are whole numbers by name; `authority` are its names and numbers, as far as it
    says any; `deadlines` are those in force by their ids, one that is switched off among them; `closing_days` are
    working days on which the office is shut.
    """

    name: str
    title: str = ""
    based_on: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    labels: dict[str, str] = {}  # noqa: RUF012 - never changed
    columns: tuple[str, ...] = COLUMNS
    required: tuple[str, ...] = CATEGORIES
    accent: str = "#1d5c63"
    halves: bool = False
    recommendation: bool = False
    escalation: bool = False
    limits: dict[str, int] = _LIMITS
    words: dict[str, Phrases] = {}  # noqa: RUF012 - never changed
    retired: tuple[Retired, ...] = ()
    priorities: tuple[Priority, ...] = ()
    authority: dict[str, str] = {}  # noqa: RUF012 - never changed
    helplines: tuple[Helpline, ...] = ()
    severities: dict[str, str] = {}  # noqa: RUF012 - never changed
    must_be_closed: frozenset[str] = frozenset()
    deadlines: dict[str, Deadline] = {}  # noqa: RUF012 - never changed
    closing_days: frozenset[dt.date] = frozenset()

    # A profile is never changed, so it is itself and no other: what is worked out from it can be kept by it.
    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def list_of(self, name: str) -> Phrases:
        """Give a word list by its name; an empty one if the profile has none of that name."""
        return self.words.get(name, NO_PHRASES)


def laid_over(base: Profile, name: str, file: ProfileFile) -> Profile:
    """Lay what a profile file says over the profile it is built on."""
    return Profile(
        name=name,
        title=file.title or base.title,
        based_on=(*base.based_on, base.name) if base.name else (),
        sources=file.sources,
        labels={**base.labels, **file.labels},
        columns=file.columns or base.columns,
        required=file.required or base.required,
        accent=file.accent or base.accent,
        halves=base.halves if file.halves is None else file.halves,
        recommendation=base.recommendation if file.recommendation is None else file.recommendation,
        escalation=base.escalation if file.escalation is None else file.escalation,
        limits={**base.limits, **_limits(file)},
        words=_words(base, file),
        retired=(*base.retired, *file.retired),
        priorities=file.priorities or base.priorities,
        authority={**base.authority, **texts_of(file.authority)},
        helplines=(file.authority.helplines if file.authority else ()) or base.helplines,
        severities={**base.severities, **{override.check: override.severity for override in file.checks}},
        must_be_closed=base.must_be_closed | frozenset(file.must_be_closed),
        deadlines=laid_over_deadlines(base.deadlines, file.deadlines),
        closing_days=base.closing_days | frozenset(file.closing_days),
    )


def texts_of(authority: Authority | None) -> dict[str, str]:
    """Give the names and numbers that an authority says, by their keys; its helplines are not among them."""
    if authority is None:
        return {}
    return {name: getattr(authority, name) for name in Authority.keys if name != "helplines" and authority.has(name)}


def _limits(file: ProfileFile) -> dict[str, int]:
    if file.limits is None:
        return {}
    limits = file.limits
    return {name: getattr(limits, attribute) for name, attribute in limits.attributes.items() if limits.has(name)}


def _changed(before: Phrases, change: WordList) -> dict[str, Saying]:
    entries = dict(before)
    for phrase in change.remove:
        entries.pop(phrase.lower(), None)
    for added in change.add:
        instead, source = added.instead or change.instead, added.source or change.source
        says = [say.strip() for text in added.say for say in text.split(",")]
        entries.update({say.lower(): Saying(say, instead, source) for say in says if say})
    return entries


def _words(base: Profile, file: ProfileFile) -> dict[str, Phrases]:
    words = dict(base.words)
    for change in file.words:
        words[change.name] = Phrases(partial(_changed, words.get(change.name, NO_PHRASES), change))
    if file.retired:
        retired = {one.term.lower(): Saying(one.term, one.instead, one.source) for one in file.retired}
        words["retired"] = Phrases({**words.get("retired", {}), **retired})
    return words
