"""The only network code: a server that nothing but this computer can reach, for as long as a preview is looked at.

It writes no log. It reads one short request a connection, within seconds, and answers from memory.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from types import TracebackType
from typing import Self

from sostool.preview.answers import Answers
from sostool.preview.request import END, MOST_BYTES, read_request
from sostool.preview.stage import Stage

LOOPBACK = "127.0.0.1"
# How long a browser may take to send a request or to take an answer, and how many may be connected.
SECONDS, MOST_CONNECTIONS = 5.0, 64
# How often to look whether the server should end, or whether a listener has gone.
_GLANCE = 0.25
_LISTENER_GLANCE = 1.0
# How long to wait for a thread at the end; none of them is ever busy for longer.
_FAREWELL = 2.0


class Preview:
    """A preview of what stands on a stage. It is open inside a `with`, and all its threads end there."""

    def __init__(self, stage: Stage) -> None:
        """Take a free port of this computer.

        Raises:
            OSError: there is none.
        """
        self._stage = stage
        self._listener = socket.create_server((LOOPBACK, 0), backlog=MOST_CONNECTIONS)
        self._listener.settimeout(_GLANCE)
        host, port = self._listener.getsockname()[:2]
        self._answers = Answers(stage, f"{host}:{port}")
        self._closing = threading.Event()
        self._guests: dict[socket.socket, threading.Thread] = {}
        self._guests_change = threading.Lock()
        self._door = threading.Thread(target=self._let_in, name="preview", daemon=True)

    @property
    def address(self) -> str:
        """The address for a person at the terminal; it holds the token."""
        return self._answers.address

    @property
    def first_address(self) -> str:
        """The address to start a browser with; it works once."""
        return self._answers.first_address

    def __enter__(self) -> Self:
        self._door.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closing.set()
        self._stage.end()
        self._door.join(_FAREWELL)
        self._listener.close()
        with self._guests_change:
            guests = dict(self._guests)
        for thread in guests.values():
            # Listeners are told of the end first; whoever is slower than that is cut off.
            thread.join(_GLANCE)
        for guest, thread in guests.items():
            with contextlib.suppress(OSError):
                guest.shutdown(socket.SHUT_RDWR)
            thread.join(_FAREWELL)

    def _let_in(self) -> None:
        while not self._closing.is_set():
            try:
                guest, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:  # whoever knocked has gone, or this process has too many files open
                self._closing.wait(_GLANCE)
                continue
            with self._guests_change:
                if len(self._guests) >= MOST_CONNECTIONS:
                    guest.close()
                    continue
                thread = threading.Thread(target=self._serve, args=(guest,), name="preview guest", daemon=True)
                self._guests[guest] = thread
                thread.start()

    def _serve(self, guest: socket.socket) -> None:
        # Whoever hangs up has seen enough.
        try:
            with contextlib.suppress(OSError), guest:
                answer = self._answers.answer(read_request(_head(guest)))
                guest.settimeout(SECONDS)
                guest.sendall(answer.head() + answer.body)
                if answer.goes_on:
                    self._tell_news(guest)
                guest.shutdown(socket.SHUT_WR)
        finally:
            with self._guests_change:
                del self._guests[guest]

    def _tell_news(self, guest: socket.socket) -> None:
        known, last = 0, False
        while not last and _listens(guest):
            news = self._stage.news(known, _LISTENER_GLANCE)
            if news is not None:
                guest.sendall(f"data: {news.text}\n\n".encode("ascii"))
                known, last = news.number, news.last


def _head(guest: socket.socket) -> bytes:
    """Receive the head of a request: no more than is allowed, and not for ever."""
    until = time.monotonic() + SECONDS
    head = b""
    while END not in head and len(head) <= MOST_BYTES:
        guest.settimeout(max(0.01, until - time.monotonic()))
        more = guest.recv(4096)
        if not more:
            break
        head += more
    return head


def _listens(guest: socket.socket) -> bool:
    """Tell whether a listener is still there; it has nothing more to say."""
    guest.settimeout(0)
    try:
        there = guest.recv(1, socket.MSG_PEEK) != b""
    except BlockingIOError:
        there = True
    guest.settimeout(SECONDS)
    return there
