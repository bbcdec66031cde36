"""The server of the preview: on this computer only, for strangers as good as not there, and gone when it ends."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from typing import Any

import pytest

from preview.conftest import DOCUMENT, Open, asked, everything, get, knock, taken_apart
from sostool.preview import Page, Preview, Stage, server


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("preview")]


def heard(guest: socket.socket, until: str) -> list[Any]:
    """Listen until something is told, and give all that was told."""
    got = b""
    while until.encode() not in got:
        more = guest.recv(65_536)
        assert more, got
        got += more
    return [json.loads(line) for line in re.findall(rb"^data: (.*)$", got, re.MULTILINE)]


def test_it_listens_on_this_computer_only(opened: Open) -> None:
    assert opened.preview._listener.getsockname() == ("127.0.0.1", opened.port)
    assert not opened.preview._listener.get_inheritable()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{43}/", opened.preview.address)


def test_no_name_is_looked_up(monkeypatch: pytest.MonkeyPatch, loopback: None) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a name was looked up")

    for name in ("getfqdn", "gethostbyaddr", "gethostbyname", "getnameinfo", "gethostname"):
        monkeypatch.setattr(socket, name, refuse)
    with Preview(Stage()) as preview:
        assert get(int(preview.address.split(":")[2].split("/")[0]), "/").status == 404


def test_a_document_comes_whole(opened: Open) -> None:
    large = Page("large.html", b"<p>" + bytes(range(256)) * 40_000)
    opened.stage.show((DOCUMENT, large))
    for number, page in ((1, DOCUMENT), (2, large)):
        got = get(opened.port, f"/{opened.token}/document/{number}/{page.name}")
        assert got.status == 200
        assert got.body == page.data
        assert got.headers["Content-Length"] == str(len(page.data))


@pytest.mark.parametrize(
    ("path", "method", "host", "status"),
    [
        ("/", "GET", None, 404),
        ("/{token}/", "GET", None, 200),
        ("/{token}/document/1/a.html", "POST", None, 403),
        ("/{token}/document/1/a.html", "GET", "evil.example", 403),
        ("/{token}/document/1/a.html", "GET", "localhost:{port}", 403),
        ("/{token}/../../../../etc/passwd", "GET", None, 404),
        ("/{token}/document/..%2f..%2fetc%2fpasswd", "GET", None, 404),
        ("http://127.0.0.1:{port}/{token}/", "GET", None, 403),
        ("/wrong/document/1/a.html", "GET", None, 404),
    ],
)
def test_strangers_get_an_empty_answer(opened: Open, path: str, method: str, host: str | None, status: int) -> None:
    named = host.format(port=opened.port) if host else None
    got = get(opened.port, path.format(token=opened.token, port=opened.port), method, named)
    assert got.status == status
    assert (got.body == b"") == (status != 200)
    assert {name.lower() for name in got.headers} & {
        "server",
        "set-cookie",
        "date",
        "access-control-allow-origin",
    } == set()


def test_the_token_is_in_no_answer_but_the_one_that_leads_to_it(opened: Open) -> None:
    for path in ("/", f"/{opened.token}/", f"/{opened.token}/shell.js", f"/{opened.token}/document/1/a.html"):
        assert opened.token.encode() not in everything(knock(opened.port, asked(opened.port, path)))
    first = "/" + opened.preview.first_address.rpartition("/")[2]
    assert get(opened.port, first).headers["Location"] == f"/{opened.token}/"
    assert get(opened.port, first).status == 404


@pytest.mark.parametrize("sent", [b"\x00" * 100 + b"\r\n\r\n", b"GET\r\n\r\n", b"\r\n\r\n"])
def test_rubbish_is_refused(opened: Open, sent: bytes) -> None:
    assert taken_apart(everything(knock(opened.port, sent))).status == 403
    assert get(opened.port, f"/{opened.token}/").status == 200


def test_a_request_without_an_end_is_cut_off(opened: Open) -> None:
    guest = knock(opened.port)
    try:
        for _ in range(100):
            guest.sendall(b"X" * 100_000)
        answer = guest.recv(100)
    except OSError:
        answer = b""  # it was hung up on before all was sent
    assert answer[:12] in (b"", b"HTTP/1.1 403")
    guest.close()
    assert get(opened.port, f"/{opened.token}/").status == 200


def test_a_slow_request_is_cut_off_however_it_dribbles(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "SECONDS", 0.4)
    start = time.monotonic()
    with knock(opened.port, b"GET / HT") as guest:
        with pytest.raises(OSError, match=r"."):  # noqa: PT012 - it takes several sends until the end is noticed
            while time.monotonic() - start < 8:
                guest.sendall(b"T")
                time.sleep(0.05)
        assert time.monotonic() - start < 5
    silent = knock(opened.port)
    assert everything(silent) == b""


def test_nobody_waits_for_a_slow_one(opened: Open) -> None:
    slow = [knock(opened.port, b"GET /") for _ in range(20)]
    start = time.monotonic()
    assert get(opened.port, f"/{opened.token}/document/1/a.html").body == DOCUMENT.data
    assert time.monotonic() - start < 2
    for guest in slow:
        guest.close()


def test_too_many_are_turned_away_and_later_ones_are_served(opened: Open) -> None:
    guests = [knock(opened.port) for _ in range(server.MOST_CONNECTIONS + 20)]
    time.sleep(0.3)
    assert len(threads()) <= server.MOST_CONNECTIONS + 1
    for guest in guests:
        guest.close()
    until = time.monotonic() + 5
    while len(threads()) > 1 and time.monotonic() < until:
        time.sleep(0.02)
    assert get(opened.port, f"/{opened.token}/document/1/a.html").body == DOCUMENT.data


def test_every_listener_hears_of_a_save_at_once(opened: Open) -> None:
    guests = [knock(opened.port, asked(opened.port, f"/{opened.token}/news")) for _ in range(30)]
    for guest in guests:
        (first,) = heard(guest, '"ended"')
        assert first["pages"] == [{"name": "a.html", "number": 1}]
    start = time.monotonic()
    opened.stage.tell("a.yaml:1:1: CF101")
    for guest in guests:
        assert heard(guest, "CF101")[-1]["wrong"] == ["a.yaml:1:1: CF101"]
    assert time.monotonic() - start < 1
    for guest in guests:
        guest.close()


def test_news_are_for_those_who_know_the_token(opened: Open) -> None:
    assert get(opened.port, "/news").status == 404
    assert get(opened.port, f"/{opened.token}/news", host="evil.example").status == 403


def test_a_listener_who_has_gone_leaves_no_thread(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_LISTENER_GLANCE", 0.05)
    for _ in range(5):
        with knock(opened.port, asked(opened.port, f"/{opened.token}/news")) as guest:
            heard(guest, '"ended"')
    until = time.monotonic() + 5
    while len(threads()) > 1 and time.monotonic() < until:
        time.sleep(0.02)
    assert [thread.name for thread in threads()] == ["preview"]


def test_at_its_end_listeners_are_told_and_no_thread_is_left(loopback: None) -> None:
    stage = Stage()
    with Preview(stage) as preview:
        _, _, host, token, _ = preview.address.split("/")
        port = int(host.partition(":")[2])
        listener = knock(port, asked(port, f"/{token}/news"))
        silent = knock(port, b"GET")
        time.sleep(0.1)
        start = time.monotonic()
    assert time.monotonic() - start < 3
    assert threads() == []
    assert heard(listener, '"ended": true')[-1]["ended"] is True
    assert listener.recv(10) == b""
    listener.close()
    silent.close()
    with pytest.raises(ConnectionRefusedError):
        knock(port)


def test_it_ends_also_when_something_fails(loopback: None) -> None:
    with pytest.raises(KeyboardInterrupt), Preview(Stage()):
        raise KeyboardInterrupt
    assert threads() == []


def test_it_says_nothing(opened: Open, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    for path, method in (("/", "GET"), (f"/{opened.token}/", "GET"), ("/x", "POST")):
        get(opened.port, path, method)
    everything(knock(opened.port, b"rubbish\r\n\r\n"))
    knock(opened.port, b"GET").close()
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
