"""Opens loopback, and nothing else, for the tests of the preview."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from sostool.preview import Page, Preview, Stage

_CONNECT = socket.socket.connect
DOCUMENT = Page("a.html", "<!doctype html><title>Mia’s report</title><p>Mia".encode())


class Open(NamedTuple):
    """A preview that is open, with what stands on its stage, its port and its token."""

    preview: Preview
    stage: Stage
    port: int
    token: str


class Got(NamedTuple):
    """An answer, taken apart."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def loopback(_sockets_are_shut: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests connect to this computer by its number, and to nothing else."""

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        assert self.family is socket.AF_INET
        assert address[0] == "127.0.0.1"
        _CONNECT(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def opened(loopback: None) -> Iterator[Open]:
    """Open a preview that shows one document."""
    stage = Stage()
    stage.show((DOCUMENT,))
    with Preview(stage) as preview:
        _, _, host, token, _ = preview.address.split("/")
        yield Open(preview, stage, int(host.partition(":")[2]), token)


def knock(port: int, sent: bytes = b"") -> socket.socket:
    """Connect and send something."""
    guest = socket.socket()
    guest.settimeout(10)
    try:
        guest.connect(("127.0.0.1", port))
        guest.sendall(sent)
    except OSError:
        guest.close()
        raise
    return guest


def asked(port: int, path: str, method: str = "GET", host: str | None = None, more: str = "") -> bytes:
    """Spell a request."""
    named = f"127.0.0.1:{port}" if host is None else host
    return f"{method} {path} HTTP/1.1\r\nHost: {named}\r\n{more}\r\n".encode("latin-1")


def everything(guest: socket.socket) -> bytes:
    """Receive until the other side hangs up."""
    got = b""
    with guest:
        while more := guest.recv(65_536):
            got += more
    return got


def taken_apart(answer: bytes) -> Got:
    """Take an answer apart."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *fields = head.decode("ascii").split("\r\n")
    return Got(int(first.split()[1]), dict(field.split(": ", 1) for field in fields), body)


def get(port: int, path: str, method: str = "GET", host: str | None = None, more: str = "") -> Got:
    """Ask for something, and give what comes."""
    return taken_apart(everything(knock(port, asked(port, path, method, host, more))))
