"""The preview in a real browser: a save is shown within a second, at the place where the reader was."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Any

import pytest
from examples.example_families import EXAMPLES

from browser.conftest import CHROMIUM
from browser.previewed import hosts, previewed, watch_preview

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("browser_is_there")]

EXAMPLE = (EXAMPLES / "mia-and-noah.yaml").read_text(encoding="utf-8")
BROKEN = EXAMPLE.replace("how_long:", "how_lnog:", 1)
READ = "what Dean does and who he rings"
FAR_DOWN = 200.0
WITHIN_MS = 1000
NAME = "EX-0042-report-practitioners-2026-03-17"
TITLE = "Report to Conference: Mia and Noah – EX-0042"


def longer(number: int) -> str:
    """Put more and more words before what is being read."""
    words = f"Saved {number} times. " + "More words stand here now than before. " * (12 * number)
    return EXAMPLE.replace("    Police came", f"    {words}\n    Police came", 1)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, Any]], dict[str, Any], str]:
    """Take the steps of somebody who writes and looks; give them, what was seen after each, and the terminal."""
    folder = tmp_path_factory.mktemp("preview")
    file = str(folder / "a.yaml")
    (folder / "a.yaml").write_text(EXAMPLE, encoding="utf-8")
    steps: list[dict[str, Any]] = [
        {"do": "open", "until": "Police came"},
        {"do": "look", "as": "opened"},
        {"do": "scroll", "text": READ, "to": FAR_DOWN},
        {"do": "focus"},
    ]
    for number in range(1, 9):
        steps += [
            {"do": "save", "as": "saved", "file": file, "text": longer(number), "where": "document", "until": f"Saved {number} times"},
            {"do": "where", "as": "place", "text": READ},
        ]  # fmt: skip
    steps += [
        {"do": "look", "as": "after the saves"},
        {"do": "save", "as": "saved", "file": file, "text": BROKEN, "where": "notice", "until": "CF101"},
        {"do": "where", "as": "place", "text": READ},
        {"do": "look", "as": "broken"},
        {"do": "look", "as": "broken in the dark", "scheme": "dark"},
        {"do": "look", "as": "broken on a phone", "width": 320},
        {"do": "look", "as": "broken again"},
        {"do": "save", "as": "saved", "file": file, "text": EXAMPLE, "where": "notice", "until": ""},
        {"do": "look", "as": "mended"},
    ]
    with previewed(folder, "a.yaml", "--for", "practitioners") as (child, address):
        told = watch_preview(CHROMIUM, address, steps)
        child.sendintr()
        child.expect("Stopped.")
        terminal = str(child.before)
    return steps, told, terminal


def named(seen: tuple[list[dict[str, Any]], dict[str, Any], str], name: str) -> list[Any]:
    found = [told for step, told in zip(seen[0], seen[1]["told"], strict=True) if step.get("as") == name]
    assert found
    return found


def test_a_save_is_shown_within_a_second(seen: Any) -> None:
    assert len(named(seen, "saved")) == 10
    # The median: a busy machine may be late once.
    assert median(named(seen, "saved")) < WITHIN_MS


def test_the_place_of_the_reader_is_kept(seen: Any) -> None:
    places = named(seen, "place")
    assert len(places) == 9
    assert max(abs(place - FAR_DOWN) for place in places) < 2


def test_the_page_says_what_it_shows_and_the_keyboard_stays_where_it_was(seen: Any) -> None:
    (opened,), (after,) = named(seen, "opened"), named(seen, "after the saves")
    assert opened == {
        "violations": [],
        "title": f"Preview: {TITLE}",
        "state": "Up to date at HH:MM:SS",
        "notice": "",
        "chosen": f"{NAME}.html",
        "choices": [NAME],
        "frames": 1,
        "frameTitle": TITLE,
        "focused": "body",
        "overflow": 0,
    }
    assert after == {**opened, "focused": "iframe"}


@pytest.mark.parametrize("way", ["broken", "broken in the dark", "broken on a phone"])
def test_a_broken_save_keeps_the_document_and_says_calmly_what_is_wrong(seen: Any, way: str) -> None:
    (broken,) = named(seen, way)
    assert broken == {
        "violations": [],
        "title": f"Not up to date. Preview: {TITLE}",
        "state": "Not up to date since HH:MM:SS",
        "notice": broken["notice"],
        "chosen": f"{NAME}.html",
        "choices": [NAME],
        "frames": 1,
        "frameTitle": TITLE,
        "focused": "iframe",
        "overflow": 0,
    }
    assert [line for line in broken["notice"].splitlines() if line] == [
        "The last save cannot be shown yet",
        "a.yaml:155:7: CF101 This key is not known here. Did you mean “how_long”?",
        "Until that is put right, the document is shown as it was before.",
    ]
    (mended,) = named(seen, "mended")
    assert (mended["notice"], mended["state"]) == ("", "Up to date at HH:MM:SS")


def test_nothing_is_asked_of_anybody_else_and_nothing_is_complained_of(seen: Any) -> None:
    assert seen[1]["messages"] == []
    assert len(hosts(seen[1]["requests"])) == 1
    assert hosts(seen[1]["requests"]).pop().startswith("127.0.0.1:")
    assert len(seen[1]["requests"]) > 10


def test_the_terminal_tells_each_save_and_no_request(seen: Any) -> None:
    lines = [line for line in seen[2].splitlines() if line.strip(" .^C")]
    assert len(lines) == 10
    assert {line.split("  ")[1].split(" ")[0] for line in lines} == {"Written:", "a.yaml:155:7:"}


def test_the_page_says_when_the_preview_has_ended(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EXAMPLE, encoding="utf-8")
    with previewed(tmp_path, "a.yaml", "--for", "practitioners") as (child, address):
        steps: list[dict[str, object]] = [
            {"do": "open", "until": "Police came"},
            {"do": "end", "process": child.pid},
            {"do": "wait", "where": "notice", "until": "The preview has ended"},
            {"do": "look"},
        ]
        told = watch_preview(CHROMIUM, address, steps)["told"][-1]
    assert told["state"] == "Ended at HH:MM:SS"
    assert told["title"] == f"Not up to date. Preview: {TITLE}"
    assert told["violations"] == []
    assert "To go on, start the command again." in told["notice"]
