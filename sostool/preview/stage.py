"""What the preview shows at this moment, and a way to wait for something newer."""

from __future__ import annotations

import json
import threading
from typing import NamedTuple


class Page(NamedTuple):
    """A document as a web page: the name of its file, and its bytes."""

    name: str
    data: bytes


class News(NamedTuple):
    """What to tell whoever looks: its number, and a text for the shell page. The last one says so."""

    number: int
    text: str
    last: bool


class Stage:
    """What is shown: the last good documents, and what is wrong with the last save, if anything is.

    One thread changes it and many wait for it. With each document goes a number, a new one each time its bytes change,
    so that nobody loads anew what is as it was.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._pages: dict[str, Page] = {}
        self._numbers: dict[str, int] = {}
        self._wrong: tuple[str, ...] = ()
        self._ended = False

    def show(self, pages: tuple[Page, ...]) -> None:
        """Show documents in the place of those before."""
        with self._changed:
            self._number += 1
            known, before = self._numbers, self._pages
            self._pages = {page.name: page for page in pages}
            self._numbers = {
                name: known[name] if before.get(name) == page else self._number for name, page in self._pages.items()
            }
            self._wrong = ()
            self._changed.notify_all()

    def tell(self, *wrong: str) -> None:
        """Keep what is shown, and say what is wrong with the last save.

        Args:
            wrong: lines that the terminal shows too, so no more of the file than may stand there.
        """
        with self._changed:
            self._number += 1
            self._wrong = wrong
            self._changed.notify_all()

    def end(self) -> None:
        """Send everybody home: there will be nothing newer."""
        with self._changed:
            self._number += 1
            self._ended = True
            self._changed.notify_all()

    def page(self, name: str) -> Page | None:
        """Give one of the documents that are shown now."""
        with self._changed:
            return self._pages.get(name)

    def news(self, after: int, seconds: float) -> News | None:
        """Wait for something newer.

        Args:
            after: the number of what is known already; 0 for nothing.
            seconds: how long to wait at most.

        Returns:
            What is shown now; None if that is known already.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._number > after, seconds)
            if not self._ended and self._number <= after:
                return None
            pages = [{"name": name, "number": number} for name, number in self._numbers.items()]
            text = json.dumps({"pages": pages, "wrong": self._wrong, "ended": self._ended})
            return News(self._number, text, self._ended)
