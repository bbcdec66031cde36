"""Reading a request: what a browser sends is read, and whatever is unusual is nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.preview.request import MOST_BYTES, Request, read_request

HOST = b"\r\nHost: 127.0.0.1:9"
END = b"\r\n\r\n"


def test_a_browsers_request() -> None:
    head = b"GET /token/document/3?v=1&w=%20 HTTP/1.1\r\nhost:\t127.0.0.1:40123 \r\nUser-Agent: M\xfcller (x)\r\nEmpty:\r\n\r\nrest"
    assert read_request(head) == Request("GET", "/token/document/3", "127.0.0.1:40123")


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\r\n\r\n",
        b"GET / HTTP/1.1" + HOST,  # not whole
        b"GET / HTTP/1.1" + HOST + b"\r\n",
        b"GET / HTTP/1.1" + END,  # for nobody
        b"GET / HTTP/1.1" + HOST + HOST + END,  # for two
        b"GET / HTTP/1.1\r\nHost: a\r\nhOST: a" + END,
        b"GET / HTTP/2" + HOST + END,
        b"GET / HTTP/1.1 " + HOST + END,
        b"GET  / HTTP/1.1" + HOST + END,
        b"GET /\xc3\xa9 HTTP/1.1" + HOST + END,
        b"GET /a b HTTP/1.1" + HOST + END,
        b"GET http://127.0.0.1:9/ HTTP/1.1" + HOST + END,
        b"GET * HTTP/1.1" + HOST + END,
        b"get / HTTP/1.1" + HOST + END,
        b"GET / HTTP/1.1\r\n Host: 127.0.0.1:9" + END,
        b"GET / HTTP/1.1" + HOST + b"\r\n folded" + END,
        b"GET / HTTP/1.1" + HOST + b"\r\nName : x" + END,
        b"GET / HTTP/1.1" + HOST + b"\r\nno colon" + END,
        b"GET / HTTP/1.1" + HOST + b"\r\nX: a\x00b" + END,
        b"GET / HTTP/1.1" + HOST + b"\r\nX: a\nY: b" + END,
        b"GET / HTTP/1.1\nHost: 127.0.0.1:9\n\n",
        b"GET / HTTP/1.1" + HOST + b"\r\nX: " + b"x" * MOST_BYTES + END,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + END,  # the beginning of TLS
    ],
)
def test_what_is_nothing(head: bytes) -> None:
    assert read_request(head) is None


@given(st.binary(max_size=200) | st.text("GETPOS /.%:?#\r\nHosthtp10127", max_size=200).map(str.encode))
def test_nothing_makes_it_fail(head: bytes) -> None:
    request = read_request(head)
    assert request is None or request.path.startswith("/")
