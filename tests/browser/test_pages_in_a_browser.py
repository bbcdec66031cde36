"""What only a real browser can say of a page. Every page of the folder is looked at, each way a reader may have it."""

from __future__ import annotations

import pytest

from browser.conftest import Look

pytestmark = pytest.mark.browser

ON_A_SCREEN = pytest.mark.parametrize("way", ["light", "dark", "forced", "phone", "zoom"])
LETTERS_AT_LEAST = 12
SEEN_THROUGH = ", 0)"
A3_LANDSCAPE = [1191, 842]
A4 = [595, 842]


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


@ON_A_SCREEN
def test_the_first_stop_of_the_keyboard_skips_to_the_report(look: Look, way: str) -> None:
    found = look(way).values()
    assert {page["firstStop"] for page in found} == {"#main"}
    for focused, colour in (page["afterSkipping"] for page in found):
        assert focused == "main"
        assert colour.endswith(SEEN_THROUGH), "the whole page would be painted"


def test_an_ordinary_map_fills_one_a3_sheet(look: Look) -> None:
    assert look("paper")["wall-map"] == {"pages": 1, "size": A3_LANDSCAPE}
    assert look("paper")["map-mia-and-noah-practitioners"] == {"pages": 1, "size": A3_LANDSCAPE}


def test_everything_else_is_printed_on_a4(look: Look) -> None:
    sizes = {name: page["size"] for name, page in look("paper").items() if "map" not in name}
    assert sizes
    assert set(map(tuple, sizes.values())) == {tuple(A4)}
