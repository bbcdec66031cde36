"""The other case files of a folder, as far as a check may know them: whose names, births, addresses and references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

# What is looked up: a word of a name, a date of birth, an address or number, a reference; each as it is compared.
Index: TypeAlias = Mapping[tuple[str, str], tuple[str, ...]]

NAME, BORN, SIGN, REFERENCE = "name", "born", "sign", "reference"


class Known(NamedTuple):
    """What is known of the other files of a folder: which files hold a thing, and which family each is about."""

    holders: Index
    reference_of: Mapping[str, str]
    follows: Mapping[str, str]


NOTHING_KNOWN = Known({}, {}, {})


class Neighbours:
    """The case files beside one, looked at only when something is asked about them."""

    def __init__(self, file: str = "", look: Callable[[], Known] = lambda: NOTHING_KNOWN) -> None:
        self._file, self._look = file, look

    @cached_property
    def _known(self) -> Known:
        return self._look()

    def holder(self, kind: str, what: str, reference: str, follows: str = "") -> str:
        """Give the name of another family's file that holds something; "" if none does.

        Args:
            kind: NAME, BORN, SIGN or REFERENCE.
            what: the thing as it is compared.
            reference: the reference of the file that asks: files with the same one are about the same family.
            follows: the file that the asking one follows, whose family is the same even if its reference was another.
        """
        known = self._known
        for file in known.holders.get((kind, what), ()):
            if (
                file != self._file
                and known.reference_of.get(file, "") != reference
                and not self._chained(file, follows)
            ):
                return file
        return ""

    def of_family(self, reference: str) -> tuple[str, ...]:
        """Give the other files of the folder that have a reference."""
        return tuple(
            file
            for file, held in self._known.reference_of.items()
            if file != self._file and reference and held.casefold() == reference.casefold()
        )

    def followers(self, file: str) -> tuple[str, ...]:
        """Give the other files of the folder that seem to follow one."""
        return tuple(
            other
            for other, followed in self._known.follows.items()
            if other != self._file and followed.casefold() == file.casefold()
        )

    def _chained(self, file: str, follows: str) -> bool:
        """Tell whether one of two files follows the other, over however many meetings."""
        return file in self._chain(follows) or self._file in self._chain(self._known.follows.get(file, ""))

    def _chain(self, file: str) -> list[str]:
        chain: list[str] = []
        while file and file not in chain:
            chain.append(file)
            file = self._known.follows.get(file, "")
        return chain


NO_NEIGHBOURS = Neighbours()
