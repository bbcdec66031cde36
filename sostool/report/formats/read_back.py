"""What stands in the bytes of a finished document: every text of it, seen or unseen."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

_STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_VALUE = re.compile(r'="([^"]*)"')
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def texts_in(format_: str, data: bytes) -> list[str]:
    """Give the texts of a document: what is shown in its order, then what only programs see of it.

    Args:
        format_: `html` or `md`.
        data: the document.
    """
    return _READERS[format_](data.decode("utf-8"))


def _html(page: str) -> list[str]:
    unseen = [html.unescape(value) for tag in _TAG.findall(page) for value in _VALUE.findall(tag)]
    shown = _TAG.sub(" ", _STYLE.sub(" ", page))
    # A word may be set in two styles: without a space in place of the tag it is whole again.
    return [html.unescape(shown), html.unescape(_TAG.sub("", page)), *unseen]


def _markdown(page: str) -> list[str]:
    return [html.unescape(_ESCAPED.sub(r"\1", page)), page]


_READERS: dict[str, Callable[[str], list[str]]] = {"html": _html, "md": _markdown}
