"""What is answered to whom: whoever knows the token sees the documents, and nobody else sees anything."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from preview.conftest import DOCUMENT
from sostool.preview.answers import FORBIDDEN, NOT_FOUND, Answer, Answers
from sostool.preview.request import Request
from sostool.preview.stage import Stage

HOST = "127.0.0.1:40123"
ALWAYS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Connection": "close",
}


@pytest.fixture
def answers() -> Answers:
    stage = Stage()
    stage.show((DOCUMENT,))
    return Answers(stage, HOST)


def token(answers: Answers) -> str:
    return answers.address.split("/")[3]


def ask(answers: Answers, rest: str, method: str = "GET", host: str = HOST) -> Answer:
    return answers.answer(Request(method, f"/{token(answers)}/{rest}", host))


def test_the_shell_page_its_style_and_its_script(answers: Answers) -> None:
    kinds = {"": "text/html", "shell.css": "text/css", "shell.js": "text/javascript"}
    for name, kind in kinds.items():
        answer = ask(answers, name)
        assert answer.status == "200 OK"
        assert answer.headers == {
            **ALWAYS,
            "Content-Security-Policy": (
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
                "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            ),
            "X-Frame-Options": "DENY",
            "Content-Type": f"{kind}; charset=utf-8",
        }
        assert len(answer.body) > 500


def test_a_document_is_given_as_it_was_written_and_can_run_nothing(answers: Answers) -> None:
    answer = ask(answers, "document/1/a.html")
    assert answer == Answer(
        "200 OK",
        {
            **ALWAYS,
            "Content-Security-Policy": (
                "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
                "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
            ),
            "X-Frame-Options": "SAMEORIGIN",
            "Content-Type": "text/html; charset=utf-8",
        },
        DOCUMENT.data,
    )


def test_news_go_on(answers: Answers) -> None:
    answer = ask(answers, "news")
    assert (answer.status, answer.goes_on, answer.body) == ("200 OK", True, b"")
    assert b"Content-Length" not in answer.head()


@pytest.mark.parametrize(
    "rest",
    [
        "/", "document", "document/", "document/1", "document/1/", "document/1/b.html", "document/x/a.html", "document/-1/a.html",
        "document//a.html", "document/a.html", "a.html", "document/1/a.html/", "document/1//a.html", "document/1/./a.html",
        "document/1/%61.html%00", "document/1/%ff", "document/1/../../shell.js", "document/1/%2e%2e%2fshell.js", "shell.html", "./shell.js", "../", "..",
        "../../etc/passwd", "%2e%2e/shell.js", "shell.js/", "SHELL.JS", "news/", "//", "server.py", "__init__.py",
    ],
)  # fmt: skip
def test_nothing_else_is_there(answers: Answers, rest: str) -> None:
    assert ask(answers, rest) == NOT_FOUND


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "",
        "/{token}",  # without its end it is not the folder of the page's own files
        "/{token}x/",
        "/x{token}/",
        "/{shorter}/",
        "/{swapped}/",
        "//{token}/",
        "/x/../{token}/",
        "/%{escaped}/",
        "/" + "x" * 43 + "/document/1/a.html",
        "/favicon.ico",
        "/\xff/",
    ],
)
def test_without_the_token_nothing_is_there(answers: Answers, path: str) -> None:
    own = token(answers)
    asked = path.format(token=own, shorter=own[:-1], swapped=own.swapcase(), escaped=f"{ord(own[0]):x}{own[1:]}")
    assert answers.answer(Request("GET", asked, HOST)) == NOT_FOUND


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost:40123", "127.0.0.1", "127.0.0.1:80", f"{HOST}.evil.example", f"x@{HOST}", "[::1]:40123", "", "\xff"],
)  # fmt: skip
def test_another_host_is_refused_also_with_the_token(answers: Answers, host: str) -> None:
    assert ask(answers, "document/1/a.html", host=host) == FORBIDDEN
    assert answers.answer(Request("GET", answers.first_address.removeprefix(f"http://{HOST}"), host)) == FORBIDDEN


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "PUT", "DELETE", "CONNECT", "TRACE"])
def test_another_method_is_refused(answers: Answers, method: str) -> None:
    assert ask(answers, "document/1/a.html", method=method) == FORBIDDEN


def test_what_is_no_request_is_refused(answers: Answers) -> None:
    assert answers.answer(None) == FORBIDDEN


def test_who_gets_nothing_is_told_nothing() -> None:
    for answer in (FORBIDDEN, NOT_FOUND):
        assert answer.body == b""
        assert answer.headers == ALWAYS
        assert b"Content-Length: 0\r\n" in answer.head()


def test_a_browser_is_led_to_the_page_once(answers: Answers) -> None:
    request = Request("GET", answers.first_address.removeprefix(f"http://{HOST}"), HOST)
    assert token(answers) not in answers.first_address
    assert answers.answer(request) == Answer("303 See Other", {**ALWAYS, "Location": f"/{token(answers)}/"})
    assert answers.answer(request) == NOT_FOUND


def test_tokens_are_long_and_never_the_same() -> None:
    drawn = {token(Answers(Stage(), HOST)) for _ in range(50)}
    assert len(drawn) == 50
    assert {len(one) for one in drawn} == {43}


def test_the_shell_page_says_its_language_and_asks_for_its_own_files_only(answers: Answers) -> None:
    asked_for: list[str | None] = []
    starts: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            starts.append((tag, dict(attrs)))
            asked_for.extend(value for name, value in attrs if name in ("src", "href"))

    Reader().feed(ask(answers, "").body.decode("utf-8"))
    assert ("html", {"lang": "en"}) in starts
    assert [tag for tag, _ in starts].count("title") == [tag for tag, _ in starts].count("h1") == 1
    assert asked_for == ["data:,", "shell.css", "shell.js"]
    assert not [name for _, attrs in starts for name in attrs if name.startswith("on") or name == "style"]
