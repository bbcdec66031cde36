"""The page of the preview by itself: several documents, and a document that should never have come to be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from browser.conftest import CHROMIUM
from browser.previewed import hosts, watch_preview
from sostool.preview import Page, Preview, Stage

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("browser_is_there")]

ROWS = "".join(f"<p>Row {number} of this document" for number in range(200))
PLAIN = "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><h1>{title}</h1><main>{body}</main>"


def page(name: str, body: str = ROWS) -> Page:
    return Page(f"{name}.html", PLAIN.format(title=name, body=body).encode())


def shown(*pages: Page, steps: list[dict[str, Any]], wrong: tuple[str, ...] = ()) -> dict[str, Any]:
    stage = Stage()
    stage.show(pages)
    if wrong:
        stage.tell(*wrong)
    with Preview(stage) as preview:
        return watch_preview(CHROMIUM, preview.address, steps)


def test_of_several_documents_one_is_chosen_and_each_keeps_its_place() -> None:
    told = shown(
        page("room/a"),
        page("p1/<b>&amp;", f"<p>The other one{ROWS}"),
        steps=[
            {"do": "open", "until": "room/a"},
            {"do": "scroll", "text": "Row 120 ", "to": 50},
            {"do": "choose", "name": "p1/<b>&amp;.html", "until": "The other one"},
            {"do": "where", "text": "Row 0 "},
            {"do": "scroll", "text": "Row 60 ", "to": 70},
            {"do": "choose", "name": "room/a.html", "until": "room/a"},
            {"do": "where", "text": "Row 120 "},
            {"do": "choose", "name": "p1/<b>&amp;.html", "until": "The other one"},
            {"do": "look"},
            {"do": "look", "width": 320, "scheme": "dark"},
            {"do": "where", "text": "Row 60 "},
        ],
    )["told"]
    assert told[3] > 0, "a document that is new to the reader begins at its beginning"
    assert abs(told[6] - 50) < 1
    assert told[8]["choices"] == ["room/a", "p1/<b>&amp;"]
    assert told[8]["violations"] == told[9]["violations"] == []
    assert told[8]["overflow"] == told[9]["overflow"] == 0
    assert abs(told[10] - 70) < 1


def test_a_link_leads_from_one_document_to_another_and_nowhere_leads_back() -> None:
    links = '<p><a href="p1/Zo%C3%AB.html">Zoë</a> <a href="gone.html">Gone</a> <a href="#end">End</a></p>'
    seen = shown(
        page("list", f"{links}{ROWS}<p id=end>The end"),
        page("p1/Zoë", ROWS),
        steps=[
            {"do": "open", "until": "Zoë"},
            {"do": "follow", "link": "End", "until": "The end"},
            {"do": "look"},
            {"do": "follow", "link": "Zoë", "until": "p1/Zoë"},
            {"do": "look"},
            {"do": "choose", "name": "list.html", "until": "The end"},
            {"do": "follow", "link": "Gone", "until": "The end"},
            {"do": "look"},
        ],
    )
    told, complaints = seen["told"], seen["messages"]
    assert [line for line in complaints if "404" not in line] == []
    assert [told[at]["frameTitle"] for at in (2, 4, 7)] == ["list", "p1/Zoë", "list"]
    assert [told[at]["title"] for at in (2, 4, 7)] == ["Preview: list", "Preview: p1/Zoë", "Preview: list"]
    assert [told[at]["chosen"] for at in (2, 4, 7)] == ["list.html", "p1/Zoë.html", "list.html"]
    assert told[7]["frames"] == 1


def test_without_a_document_the_notice_stands_alone() -> None:
    _, told = shown(
        steps=[{"do": "openEmpty", "until": "<i>wrong"}, {"do": "look"}],
        wrong=("a.yaml:1:1: <i>wrong</i> &amp; ${x}", "  a.yaml:2:1 in map"),
    )["told"]
    assert [line for line in told["notice"].splitlines() if line] == [
        "The last save cannot be shown yet",
        "a.yaml:1:1: <i>wrong</i> &amp; ${x}",
        "  a.yaml:2:1 in map",
    ]
    assert (told["frames"], told["title"], told["violations"]) == (0, "Not up to date. Preview", [])


EVIL = """<p id=seen>Before</p>
<script>document.getElementById("seen").textContent = "Run"; parent.document.title = "Run"</script>
<img src="x" onerror="parent.document.title = 'Run'"><img src="https://example.org/a.png">
<meta http-equiv=refresh content="0;url=https://example.org/">
<a href="javascript:parent.document.title='Run'">a</a><iframe src="https://example.org/"></iframe>
<form action="https://example.org/"><input name=a autofocus></form><link rel=stylesheet href="https://example.org/a.css">
<svg onload="parent.document.title = 'Run'"></svg><object data="https://example.org/"></object>"""


def test_what_should_never_be_in_a_document_does_not_run_and_asks_for_nothing() -> None:
    told = shown(
        page("evil", EVIL),
        steps=[{"do": "open", "until": "Before"}, {"do": "where", "text": "Before"}, {"do": "look"}],
    )
    assert told["told"][2]["title"] == "Preview: evil"
    assert {host.partition(":")[0] for host in hosts(told["answered"])} == {"127.0.0.1"}
    assert "Run" not in json.dumps(told["told"])
    refused = [message for message in told["messages"] if "example.org" in message or "script" in message]
    assert len(refused) > 3, "the browser says what it did not let through"
