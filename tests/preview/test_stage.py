"""What the preview shows: the last good documents, what is wrong, and who is told of it when."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import pytest

from sostool.preview.stage import Page, Stage

ONE, OTHER, NEWER = Page("a.html", b"one"), Page("b.html", b"other"), Page("a.html", b"newer")


def told(stage: Stage, after: int = 0) -> Any:
    news = stage.news(after, 0)
    return news and json.loads(news.text)


def test_nothing_is_told_before_anything_is_shown() -> None:
    assert Stage().news(0, 0) is None


def test_a_document_keeps_its_number_until_its_bytes_change() -> None:
    stage = Stage()
    stage.show((ONE, OTHER))
    assert told(stage) == {
        "pages": [{"name": "a.html", "number": 1}, {"name": "b.html", "number": 1}],
        "wrong": [],
        "ended": False,
    }
    stage.show((NEWER, OTHER))
    assert told(stage)["pages"] == [{"name": "a.html", "number": 2}, {"name": "b.html", "number": 1}]
    assert [stage.page(name) for name in ("a.html", "b.html", "c.html", "")] == [NEWER, OTHER, None, None]


def test_what_is_wrong_is_told_and_the_documents_stay() -> None:
    stage = Stage()
    stage.show((ONE,))
    stage.tell("a.yaml:3:1: CF101", "  a place")
    assert told(stage) == {
        "pages": [{"name": "a.html", "number": 1}],
        "wrong": ["a.yaml:3:1: CF101", "  a place"],
        "ended": False,
    }
    assert stage.page("a.html") == ONE
    stage.show((ONE,))
    assert told(stage) == {"pages": [{"name": "a.html", "number": 1}], "wrong": [], "ended": False}


def test_what_is_wrong_before_there_is_a_document() -> None:
    stage = Stage()
    stage.tell("no such file")
    assert told(stage) == {"pages": [], "wrong": ["no such file"], "ended": False}


def test_what_is_known_is_not_told_again() -> None:
    stage = Stage()
    stage.show((ONE,))
    news = stage.news(0, 0)
    assert news is not None
    assert stage.news(news.number, 0) is None
    stage.show((ONE,))
    assert stage.news(news.number, 0) is not None, "that a save was good is news, also where nothing looks different"


@pytest.mark.parametrize("change", ["show", "tell", "end"])
def test_who_waits_is_told_at_once(change: str) -> None:
    stage = Stage()
    changes = {"show": lambda: stage.show((ONE,)), "tell": lambda: stage.tell("x"), "end": stage.end}
    later = threading.Timer(0.05, changes[change])
    later.start()
    start = time.monotonic()
    news = stage.news(0, 20)
    assert time.monotonic() - start < 5
    assert news is not None
    assert news.last == (change == "end")
    assert json.loads(news.text)["ended"] == (change == "end")
    later.join()


def test_the_text_is_one_line_of_ascii() -> None:
    stage = Stage()
    stage.show((Page("Zoë\n\u2028.html", b""),))
    news = stage.news(0, 0)
    assert news is not None
    assert news.text.isascii()
    assert len(news.text.splitlines()) == 1
