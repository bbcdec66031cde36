from __future__ import annotations

import pytest
from report.pictures.measuring import lines_of

from sostool.report.pictures.drawing import (
    Signs,
    extent,
    height_of,
    label,
    meet,
    moved,
    moved_label,
    number_text,
    share_of,
    width_of,
    written,
)


@pytest.mark.parametrize(("score", "text"), [(7.0, "7"), (7.5, "7.5"), (10.0, "10"), (0.0, "0")])
def test_numbers_are_written_as_people_say_them(score: float, text: str) -> None:
    assert number_text(score) == text


@pytest.mark.parametrize(("score", "share"), [(0, 0), (5, 0.5), (10, 1), (-3, 0), (12, 1)])
def test_a_number_beyond_the_ends_is_at_the_end(score: float, share: float) -> None:
    assert share_of(score) == share


def test_parts_stand_side_by_side_while_they_fit() -> None:
    assert lines_of(written(("dad", "was 3"), 0, "start", 20, 0, 200)) == ["dad · was 3"]
    assert lines_of(written(("dad", "", "was 3"), 0, "start", 20, 0, 90)) == ["dad", "was 3"]


def test_a_text_moves_as_a_whole() -> None:
    text = written(("Mia and Noah",), 5, "start", 20, 0, 100)
    assert moved(text, 10, 7).x == 15
    assert [y for y, _ in moved(text, 10, 7).lines] == [y + 7 for y, _ in text.lines]
    one = moved_label(label("Mia", "6 years old", "start", (20, 18), 200), 3, 4)
    assert one.name.x == one.detail.x == 3


def test_a_detail_stands_under_its_name() -> None:
    one = label("Grandad Ray", "Dean's dad, who lives by the sea", "middle", (20, 18), 120)
    assert extent(one.name)[3] <= extent(one.detail)[1] + 1
    assert height_of(one.name, one.detail) == height_of(one.name) + height_of(one.detail)


def test_a_label_is_broader_rather_than_break_a_word_while_there_is_room() -> None:
    assert lines_of(label("Great-Auntie Vi", "", "middle", (20, 18), 100, 200).name) == ["Great-Auntie", "Vi"]
    assert lines_of(label("Great-Auntie Vi", "", "middle", (20, 18), 100, 110).name) == ["Great-A", "untie Vi"]


def test_bold_letters_take_more_room() -> None:
    plain, bold = (written(("Mia",), 0, "start", 20, 0, 200, bold=bold) for bold in (False, True))
    assert width_of(bold) > width_of(plain)
    assert width_of() == 0


def test_boxes_that_only_touch_do_not_meet() -> None:
    assert meet((0, 0, 10, 10), (9, 9, 20, 20))
    assert not meet((0, 0, 10, 10), (10, 0, 20, 10))


def test_a_person_keeps_one_mark_in_all_pictures_of_a_document() -> None:
    signs = Signs()
    mia, dean = signs.of([("Mia", "child"), ("Dean", "dad")])
    assert signs.of([("Dean", "dad"), ("Ray", "grandad"), ("Mia", "child")])[::2] == (dean, mia)


def test_namesakes_in_one_picture_have_a_mark_each_and_keep_it() -> None:
    signs = Signs()
    first = signs.of([("Sam", ""), ("Sam", "")])
    assert len(set(first)) == 2
    assert signs.of([("Sam", ""), ("Sam", "")]) == first


def test_thirty_six_people_each_have_a_mark_of_their_own() -> None:
    assert len(set(Signs().of((str(number), "") for number in range(36)))) == 36
