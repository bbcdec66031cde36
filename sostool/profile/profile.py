"""A profile as the rest of the program uses it: everything it says, with what it is built on filled in."""

from __future__ import annotations

from typing import NamedTuple

from sostool.profile.declared import CATEGORIES, COLUMNS, Phrase, Priority, ProfileFile, Retired, Source

DEFAULT = "england"


class Profile(NamedTuple):
    """An authority's words, order, limits and lists.

    `words` has each list by name, its entries by the phrase in small letters; `severities` the checks that
    are asked in another way, `off` for not at all; `limits` are whole numbers by name.
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
    limits: dict[str, int] = {}  # noqa: RUF012 - never changed
    words: dict[str, dict[str, Phrase]] = {}  # noqa: RUF012 - never changed
    retired: tuple[Retired, ...] = ()
    priorities: tuple[Priority, ...] = ()
    severities: dict[str, str] = {}  # noqa: RUF012 - never changed
    must_be_closed: frozenset[str] = frozenset()


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
        limits={**base.limits, **_limits(file)},
        words=_words(base, file),
        retired=(*base.retired, *file.retired),
        priorities=file.priorities or base.priorities,
        severities={**base.severities, **{override.check: override.severity for override in file.checks}},
        must_be_closed=base.must_be_closed | frozenset(file.must_be_closed),
    )


def _limits(file: ProfileFile) -> dict[str, int]:
    if file.limits is None:
        return {}
    limits = file.limits
    return {name: getattr(limits, attribute) for name, attribute in limits.attributes.items() if limits.has(name)}


def _words(base: Profile, file: ProfileFile) -> dict[str, dict[str, Phrase]]:
    words = {name: dict(entries) for name, entries in base.words.items()}
    for change in file.words:
        entries = words.setdefault(change.name, {})
        for phrase in change.remove:
            entries.pop(phrase.lower(), None)
        entries.update({phrase.say.lower(): phrase for phrase in change.add})
    return words
