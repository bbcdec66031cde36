"""What all tests share: sockets that are shut, and comparing whole outputs with reference files."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, NoReturn

import pytest
from support.reference import Reference

if TYPE_CHECKING:
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-references",
        action="store_true",
        help="write what is produced now over the reference files; look at the difference before you keep it",
    )


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> Reference:
    """Compare a text with `references/NAME` beside the test file; --refresh-references writes it there."""
    folder: Path = request.path.parent / "references"
    refresh = bool(request.config.getoption("--refresh-references"))

    def compare(name: str, text: str) -> None:
        file = folder / name
        if refresh:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        if not file.is_file():
            pytest.fail(f"{file} is missing; run pytest with --refresh-references and look at what it holds.")
        with file.open(encoding="utf-8", newline="") as stream:
            assert text == stream.read(), f"not as in {file}; if it should be, run with --refresh-references"

    return compare


@pytest.fixture(autouse=True)
def _sockets_are_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing leave the machine: whatever tries to connect or to look up a name fails."""

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("something tried to reach the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
