"""The shape of the fixture `reference`, for tests that say its type."""

from __future__ import annotations

from typing import Protocol


class Reference(Protocol):
    """Compares a text with the reference file of a name."""

    def __call__(self, name: str, text: str) -> None: ...
