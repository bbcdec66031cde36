"""Opening the person's browser: only on what lies on this computer, and never in the terminal."""

from __future__ import annotations

import sys
import time
import webbrowser
from pathlib import Path

import pytest

from sostool.cli import opening
from sostool.cli.opening import open_in_browser

ADDRESS = "http://127.0.0.1:40123/key"


class Browser:
    """A browser that remembers what it was asked to open."""

    def __init__(self, name: str = "firefox", answer: bool = True, seconds: float = 0) -> None:
        self.name, self.answer, self.seconds = name, answer, seconds
        self.opened: list[str] = []

    def open(self, address: str) -> bool:
        self.opened.append(address)
        time.sleep(self.seconds)
        return self.answer


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")


@pytest.mark.parametrize("address", [ADDRESS, "file:///tmp/a.html"])
def test_what_is_here_is_opened(address: str, screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    assert open_in_browser(address)
    assert browser.opened == [address]


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://127.0.0.1.example.org:80/", "http://localhost:80/", "file://server/share", "javascript:x"],
)  # fmt: skip
def test_nothing_else_is_opened(address: str, screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    with pytest.raises(ValueError, match="only files and the preview"):
        open_in_browser(address)
    assert browser.opened == []


def test_without_a_screen_nothing_is_tried(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY")
    assert not open_in_browser(ADDRESS)
    assert browser.opened == []
    monkeypatch.setattr(sys, "platform", "darwin")
    assert open_in_browser(ADDRESS)


@pytest.mark.parametrize("name", ["www-browser", "links", "elinks", "lynx", "w3m"])
def test_a_browser_in_the_terminal_is_opened_only_for_who_asks_for_it(
    name: str, screen: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser(name)
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    assert not open_in_browser(ADDRESS)
    assert browser.opened == []
    monkeypatch.setenv("BROWSER", name)
    assert open_in_browser(ADDRESS)


def test_a_browser_that_fails_or_is_not_there(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: Browser(answer=False))
    assert not open_in_browser(ADDRESS)

    def none() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert not open_in_browser(ADDRESS)


def test_nobody_waits_for_a_browser_that_says_nothing(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: Browser(seconds=2))
    monkeypatch.setattr(opening, "_SECONDS", 0.05)
    start = time.monotonic()
    assert open_in_browser(ADDRESS)
    assert time.monotonic() - start < 1


def test_a_browser_that_is_named_in_the_environment_gets_the_address(
    tmp_path: Path, screen: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/asked"\n', encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    assert open_in_browser(ADDRESS)
    assert (tmp_path / "asked").read_text(encoding="utf-8") == ADDRESS
