"""What only a real browser can say of a page on a screen, each way a reader may have it."""

from __future__ import annotations

import pytest

from browser.conftest import Look

pytestmark = pytest.mark.browser

ON_A_SCREEN = pytest.mark.parametrize("way", ["light", "dark", "forced", "contrast", "phone", "zoom"])
BY_KEYBOARD = pytest.mark.parametrize("way", ["light", "forced"])
LETTERS_AT_LEAST = 12
SEEN_THROUGH = ", 0)"


@ON_A_SCREEN
def test_axe_finds_nothing(look: Look, way: str) -> None:
    found = look(way)
    assert {name: page["violations"] for name, page in found.items() if page["violations"]} == {}
    assert all(page["rulesPassed"] > 20 for page in found.values())


@ON_A_SCREEN
def test_nothing_scrolls_sideways(look: Look, way: str) -> None:
    assert {name: page["overflow"] for name, page in look(way).items() if page["overflow"]} == {}


@ON_A_SCREEN
def test_letters_in_pictures_can_be_read_and_no_label_meets_another(look: Look, way: str) -> None:
    found = look(way)
    assert {name: page["labelsThatMeet"] for name, page in found.items() if page["labelsThatMeet"]} == {}
    assert min(page["smallestLetters"] for page in found.values()) >= LETTERS_AT_LEAST


@ON_A_SCREEN
def test_the_security_policy_lets_the_style_in_and_nothing_is_asked_for(look: Look, way: str) -> None:
    for name, page in look(way).items():
        assert page["styled"], name
        assert page["messages"] == [], name
        assert page["requests"] == 1, name


@BY_KEYBOARD
def test_the_tab_key_stops_at_every_link_and_scrolling_part_in_order_and_each_stop_is_seen(
    look: Look, way: str
) -> None:
    assert {name: page["byKeyboard"] for name, page in look(way).items() if page["byKeyboard"]} == {}


@BY_KEYBOARD
def test_the_skip_link_leads_to_the_report_and_does_not_paint_all_of_it(look: Look, way: str) -> None:
    for focused, colour in (page["skipped"] for page in look(way).values()):
        assert focused == "main"
        assert colour.endswith(SEEN_THROUGH)


def test_headings_landmarks_tables_pictures_and_languages_are_as_a_screen_reader_needs_them(look: Look) -> None:
    assert {name: page["build"] for name, page in look("light").items() if page["build"]} == {}
