from __future__ import annotations

from sostool.report.pictures.drawing import label
from sostool.report.pictures.family import Card, Union
from sostool.report.pictures.family_lines import tree_lines


def card(x: int, y: int) -> Card:
    return Card(x, y, 100, 50, 1, again=False, label=label("", "", "middle", (20, 18), 80))


def test_one_level_line_joins_the_drops_of_parents_and_children() -> None:
    (link,) = tree_lines(
        [Union((0, 1), (2,))], {0: (card(0, 0), 0), 1: (card(200, 0), 0), 2: (card(100, 150), 0)}, [50, 50, 200]
    )
    assert link.dots == ((50, 50), (250, 50))
    assert link.tips == ((150, 150),)
    assert set(link.strokes) == {
        (50, 50, 50, 80),
        (250, 50, 250, 80),
        (150, 80, 150, 142),
        (50, 80, 150, 80),
        (150, 80, 250, 80),
    }


def test_a_line_comes_down_beside_stacked_siblings() -> None:
    (link,) = tree_lines(
        [Union((0,), (1, 2))], {0: (card(0, 0), 0), 1: (card(20, 150), 10), 2: (card(20, 220), 10)}, [50, 200, 270]
    )
    assert link.tips == ()
    assert link.side_tips == ((20, 175), (20, 245))
    assert (10, 80, 10, 245) in link.strokes


def test_a_parent_of_several_unions_has_a_place_for_each() -> None:
    spots = {0: (card(0, 0), 0), 1: (card(200, 150), 0), 2: (card(400, 150), 0)}
    first, second = tree_lines([Union((0,), (1,)), Union((0,), (2,))], spots, [50, 200, 200])
    assert abs(first.dots[0][0] - second.dots[0][0]) >= 12
    assert first.strokes[0][3] != second.strokes[0][3]
