"""What in the free texts of a case can lead to somebody, but for the numbers that are everybody's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sostool.checks.wording.free_texts import FreeText, free_texts
from sostool.identity.signs import as_compared, signs

if TYPE_CHECKING:
    from sostool.checks.look import Look
    from sostool.profile import Profile


class SignIn(NamedTuple):
    """A sign in a text of the case: its kind, the text, and the words as they stand there."""

    kind: str
    text: FreeText
    words: str


def signs_in_texts(look: Look) -> list[SignIn]:
    """Give the signs in the free texts of a case; ask for them with `look.once`.

    The numbers and addresses that the profile gives to families, its helplines among them, are left out.
    """
    texts = look.once(free_texts)
    found: list[SignIn] = []
    for kind, start, end in signs(texts.joined):
        text, _ = texts.at(start)
        words = texts.joined[start:end]
        if as_compared(kind, words) not in _everybodys(look.profile):
            found.append(SignIn(kind, text, words))
    return found


@lru_cache(maxsize=100)
def _everybodys(profile: Profile) -> frozenset[str]:
    """Give the signs that stand in the profile, as they are compared."""
    given = ". ".join([*(line.telephone for line in profile.helplines), *profile.authority.values()])
    return frozenset(as_compared(kind, given[start:end]) for kind, start, end in signs(given))
