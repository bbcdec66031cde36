"""Whether something may be about violence at home, where some things are better not asked for in writing."""

from __future__ import annotations

from collections.abc import Iterable

from sostool.checks.look import Look

_LISTS = ("violence", "violence-at-home")


class Violence:
    """Tells whether an entry may be about somebody who is feared, or about violence at home.

    It would rather believe that it is: then nothing is asked, and nobody is brought to write down what could be
    dangerous for the one who is hurt.
    """

    def __init__(self, look: Look) -> None:
        people = look.case.people
        self._feared = {id_ for id_, person in people.items() if person.must_not_see}
        self._lists = [look.list_of(name) for name in _LISTS]

    def may_be_about(self, about: Iterable[str], text: str) -> bool:
        """Tell whether an entry may be about violence at home.

        Args:
            about: the ids of those whom the entry is about; nobody where it does not say.
            text: what the entry says.
        """
        named = frozenset(about)
        if self._feared and (not named or not self._feared.isdisjoint(named)):
            return True
        return any(phrases.stand_in(text) for phrases in self._lists)
