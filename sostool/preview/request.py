"""What a browser asks for, read from the head of its request. Anything unusual is nothing."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_BYTES = 16_384
END = b"\r\n\r\n"
_FIRST_LINE = re.compile(rb"([A-Z]{1,16}) (/[!-~]*) HTTP/1\.[01]")
_FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")


class Request(NamedTuple):
    """A request: its method, its path without what follows a question mark, and the host that it is meant for."""

    method: str
    path: str
    host: str


def read_request(head: bytes) -> Request | None:
    """Read a request up to its empty line; what comes after that is not looked at.

    Returns:
        The request; None if it is not one that a browser sends, or is not whole.
    """
    lines, end, _ = head.partition(END)
    first, *fields = lines.split(b"\r\n")
    asked = _FIRST_LINE.fullmatch(first)
    if not end or len(lines) > MOST_BYTES or asked is None:
        return None
    hosts = []
    for line in fields:
        field = _FIELD.fullmatch(line)
        if field is None:
            return None
        if field[1].lower() == b"host":
            hosts.append(field[2].strip().decode("latin-1"))
    if len(hosts) != 1:
        return None
    return Request(asked[1].decode("ascii"), asked[2].partition(b"?")[0].decode("ascii"), hosts[0])
