"""What an item says of itself, so that a chair knows which one is meant."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sostool.yamlfile.parts import Part

# The first of these that an item has.
_SAYING = (
    "what",
    "statement",
    "words",
    "worries",
    "good_things",
    "dreams",
    "observed",
    "reasons",
    "reason",
    "says",
    "summary",
    "needs_to_change",
    "offered",
)
# Where nothing of those is there.
_BESIDE = ("text", "name", "ten", "why", "note")


def says(part: Part) -> tuple[str, ...]:
    """Give what an item says, in one text or several; none where it says nothing by itself."""
    return _first(part, _SAYING, part.attributes)


def says_or_is_called(part: Part, keys: Collection[str]) -> str:
    """Give the start of what an item says, or what it is called; "" where it is neither.

    Args:
        part: the item.
        keys: only what stands at these of its keys.
    """
    return next(iter(_first(part, (*_SAYING, *_BESIDE), keys)), "")


def _first(part: Part, names: tuple[str, ...], keys: Collection[str]) -> tuple[str, ...]:
    for name in names:
        said: Any = getattr(part, name, "") if name in keys else ""
        if said:
            return (said,) if isinstance(said, str) else tuple(map(str, said))
    return ()
