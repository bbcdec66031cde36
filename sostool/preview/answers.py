"""What the preview answers: the shell page with its style and script, the documents, and news of them.

Whoever does not know the token, or was sent here under another name, gets an empty answer.
"""

from __future__ import annotations

import re
import secrets
import threading
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import unquote

from sostool.preview.request import Request
from sostool.preview.stage import Stage

_SHELL = {
    "": ("shell.html", "text/html; charset=utf-8"),
    "shell.css": ("shell.css", "text/css; charset=utf-8"),
    "shell.js": ("shell.js", "text/javascript; charset=utf-8"),
}
_DOCUMENT = re.compile(r"document/[0-9]+/(.+)")
_ALWAYS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Connection": "close",
}
# The shell page may run its own script and nothing else; nobody may hold it in a frame.
_SHELL_POLICY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
}
# A document has no script. Should one ever get into it, then it does not run here either.
_DOCUMENT_POLICY = {
    "Content-Security-Policy": (
        "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'"
    ),
    "X-Frame-Options": "SAMEORIGIN",
}


class Answer(NamedTuple):
    """An answer to a request. With `goes_on`, news follow the head for as long as somebody listens."""

    status: str
    headers: dict[str, str]
    body: bytes = b""
    goes_on: bool = False

    def head(self) -> bytes:
        """Give the head as it is sent."""
        fields = self.headers if self.goes_on else {**self.headers, "Content-Length": str(len(self.body))}
        return "\r\n".join(
            [f"HTTP/1.1 {self.status}", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
        ).encode("ascii")


FORBIDDEN = Answer("403 Forbidden", _ALWAYS)
NOT_FOUND = Answer("404 Not Found", _ALWAYS)


class Answers:
    """Who may see what.

    The token opens everything. A browser is sent to it by way of a key that fits once: other people on the same
    computer may be able to see with which address a browser was started.
    """

    def __init__(self, stage: Stage, host: str) -> None:
        """Draw the token and the key.

        Args:
            stage: what is shown.
            host: the one name under which this may be asked, such as `127.0.0.1:40123`.
        """
        self._stage = stage
        self._host = host
        self._token = secrets.token_urlsafe(32)
        self._key = secrets.token_urlsafe(32)
        self._turning = threading.Lock()

    @property
    def address(self) -> str:
        """The address for a person at the terminal."""
        return f"http://{self._host}/{self._token}/"

    @property
    def first_address(self) -> str:
        """The address to start a browser with; it leads to the other one, once."""
        return f"http://{self._host}/{self._key}"

    def answer(self, request: Request | None) -> Answer:
        """Answer a request."""
        if request is None or request.method != "GET" or not _same(request.host, self._host):
            return FORBIDDEN
        if self._fits_once(request.path):
            return Answer("303 See Other", {**_ALWAYS, "Location": f"/{self._token}/"})
        token, _, rest = request.path.removeprefix("/").partition("/")
        if not _same(token, self._token) or not request.path.startswith(f"/{self._token}/"):
            return NOT_FOUND
        return self._inside(rest)

    def _inside(self, rest: str) -> Answer:
        if rest in _SHELL:
            name, kind = _SHELL[rest]
            return Answer("200 OK", {**_ALWAYS, **_SHELL_POLICY, "Content-Type": kind}, _own_file(name))
        if rest == "news":
            return Answer("200 OK", {**_ALWAYS, **_SHELL_POLICY, "Content-Type": "text/event-stream"}, goes_on=True)
        # The number is there for the browser, which shows a document anew where its address is new.
        document = _DOCUMENT.fullmatch(rest)
        page = self._stage.page(unquote(document[1])) if document else None
        if page is None:
            return NOT_FOUND
        return Answer("200 OK", {**_ALWAYS, **_DOCUMENT_POLICY, "Content-Type": "text/html; charset=utf-8"}, page.data)

    def _fits_once(self, path: str) -> bool:
        with self._turning:
            fits = bool(self._key) and _same(path, f"/{self._key}")
            if fits:
                self._key = ""
            return fits


def _same(one: str, other: str) -> bool:
    """Compare so that the time it takes tells nothing."""
    return secrets.compare_digest(one.encode(), other.encode())


def _own_file(name: str) -> bytes:
    # Never from an authority's templates: a script may come from nowhere but here.
    return (files("sostool.preview") / name).read_bytes()
