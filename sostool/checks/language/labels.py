"""Words that are asked about as labels or as blame: one question about a word is enough."""

from __future__ import annotations

from sostool.checks.look import Look
from sostool.checks.wording.passages import Passage

_KINDS = frozenset(("statement", "past harm"))


def is_asked_as_label(look: Look, passage: Passage, words: str) -> bool:
    """Tell whether DS107 or DS112 asks about some words, where a label stands in place of what somebody did."""
    return passage.kind in _KINDS and any(words.lower() in look.profile.list_of(name) for name in ("labels", "blame"))
