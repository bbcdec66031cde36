"""Who gets what, rule by rule, each with the tests that hold it. The rows of the table itself are in test_policy.py."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
_READERS, _HOLDING, _CLOSED = "share/test_readers.py", "share/test_holding_back.py", "share/test_fails_closed.py"
_TABLE, _HEARING = "share/test_who_gets_what.py", "report/making/test_not_in_front_of.py"
_EQUAL, _RANDOM = "report/proof/test_equal_bytes.py", "report/proof/test_random_families.py"
_COMMAND, _KINDS = "cli/test_render_report.py", "report/making/test_kinds_of_document.py"
_ROWS = "test_a_row_of_the_table_goes_to_whom_it_names_and_to_nobody_else"

HELD_BY = {
    "Without a reader it is the room, only where all may hear all; else the command stops and lists the readers": (
        (_READERS, "test_without_a_reader_it_is_the_room_where_everyone_may_hear_everything"),
        (_READERS, "test_without_a_reader_it_is_the_room_only_where_all_may_hear_all"),
        (_READERS, "test_the_command_stops_and_lists_the_readers_where_it_matters"),
    ),
    "A person without a row gets an empty copy, which still is one": (
        (_READERS, "test_somebody_without_a_row_gets_an_empty_copy_that_still_is_one"),
    ),
    "A practitioner's copy is that of practitioners, less what is withheld from that person": (
        (_HOLDING, "test_withholding_from_a_practitioner_bars_the_group_and_that_one"),
        (_READERS, "test_a_practitioner_of_a_feared_persons_side_is_barred_like_them"),
    ),
    "A supporter, an advocate, an interpreter gets that person's copy, and is as feared": (
        (_READERS, "test_somebody_there_for_another_gets_that_persons_copy"),
        (_READERS, "test_somebody_there_for_nobody_who_has_a_copy_gets_nothing"),
        (_READERS, "test_an_interpreter_for_two_gets_the_copy_of_the_one_they_are_there_for"),
        (_READERS, "test_who_is_there_for_somebody_brings_what_that_person_must_not_see"),
    ),
    "Practitioners are told beside an item in front of whom it must not be said": (
        (_HEARING, "test_what_is_withheld_from_one_of_the_family_says_so_wherever_practitioners_read_it"),
        (_HEARING, "test_what_never_reaches_a_feared_person_says_so_unless_it_was_cleared"),
        (_HEARING, "test_only_practitioners_and_the_chair_are_told"),
    ),
    "The room is for all who are not kept away; the room of one person for them and those with them": (
        (_READERS, "test_the_room_holds_all_who_are_not_kept_away"),
        (_READERS, "test_the_room_with_one_person_holds_them_and_those_with_them"),
        (_READERS, "test_two_fathers_in_one_room_are_several_families_and_each_alone_is_not"),
        (_COMMAND, "test_a_room_of_several_families_is_told"),
    ),
    "A young person from the profile's age up gets a copy as a parent would, if somebody agreed it": (
        (_READERS, "test_a_report_goes_to_a_young_person_who_is_old_enough_and_for_whom_it_was_agreed"),
        (_READERS, "test_a_small_child_gets_no_report"),
    ),
    "Every row and column of the table": (
        (_TABLE, _ROWS),
        ("share/test_policy.py", "test_no_rule_of_the_table_can_be_another_and_nobody_notices"),
    ),
    "About the family where there is one set of parents": (
        (_READERS, "test_children_whose_parents_nobody_has_written_down_are_not_taken_for_one_family"),
        (_READERS, "test_whoever_is_a_childs_parent_makes_a_family_of_their_own"),
        (_READERS, "test_a_parent_of_no_child_in_the_file_gets_nothing_of_the_children"),
    ),
    "Minutes hold no part of the meeting that their reader missed": (
        (_TABLE, _ROWS),
        (_HEARING, "test_what_was_said_in_one_part_is_not_for_those_who_were_not_in_it"),
        (_RANDOM, "test_documents_are_the_same_without_what_is_held_back"),
    ),
    "Withheld from some, from all but some, or from everyone; with all that stands under it and points to it": (
        (_HOLDING, "test_withholding_bars_whom_it_names_and_everybody_who_stands_beside_them"),
        (_HOLDING, "test_a_withheld_part_takes_along_all_that_stands_under_it"),
        (_HOLDING, "test_a_withheld_danger_takes_along_its_goal_its_scale_and_its_steps"),
        (_HOLDING, "test_a_danger_stays_where_the_harm_it_rests_on_is_held_back"),
    ),
    "What the frightened say stays from a feared reader, and from their side, unless an adult cleared it": (
        (_HOLDING, "test_an_item_is_cleared_by_a_practitioner_on_a_day_for_whom_it_says"),
        (_HOLDING, "test_what_is_withheld_from_the_feared_person_is_withheld_from_their_side"),
        (_HOLDING, "test_beside_a_statement_a_feared_reader_finds_no_name_of_those_who_fear_them"),
        (_HOLDING, "test_in_the_room_with_a_feared_person_nobodys_help_is_told"),
    ),
    "A map is for a wall, a page for a child, an outline plan for a parent; minutes need an outcome": (
        (_READERS, "test_a_map_is_for_a_wall_and_not_for_one_person"),
        (_READERS, "test_the_outline_plan_is_for_a_parent"),
        (_KINDS, "test_a_kind_is_made_for_its_readers_and_for_nobody_else"),
        (_KINDS, "test_before_the_meeting_there_are_no_papers_of_after_it"),
        (_KINDS, "test_a_child_of_a_family_with_someone_feared_gets_a_page_once_its_words_are_agreed"),
    ),
    "A copy is the same when what is held back is deleted, and when it says something else": (
        (_EQUAL, "test_a_copy_is_the_same_when_what_is_held_back_is_deleted"),
        (_EQUAL, "test_a_copy_is_the_same_when_what_is_held_back_says_something_else"),
        (_RANDOM, "test_documents_of_many_families_are_the_same_without_what_is_held_back"),
    ),
    "A misspelt mark, an odd value, an unknown id: no document": (
        (_CLOSED, "test_a_misspelt_mark_is_an_error_and_never_nothing"),
        (_CLOSED, "test_a_mark_with_an_odd_value_is_an_error_and_never_nothing"),
        (_CLOSED, "test_any_error_in_a_file_stops_every_document"),
    ),
    "A file is named by a code for its reader, never by a name": (
        (_READERS, "test_no_file_is_named_by_a_name_or_an_id"),
        (_READERS, "test_a_file_is_named_by_reference_document_reader_and_date"),
    ),
    "The chair's copy says so on every page": (
        ("report/making/test_documents.py", "test_the_chairs_copy_says_so_and_nobody_elses_does"),
        ("report/formats/test_html.py", "test_stamps_stand_once_on_the_screen_and_on_every_printed_page"),
    ),
    "A pack holds each reader once, and what lies there from before is pointed to": (
        (_READERS, "test_a_pack_is_for_each_reader_once_and_the_chairs_copy_is_the_chairs"),
        (_COMMAND, "test_a_copy_from_before_is_pointed_to_where_it_is_not_made_anew"),
    ),
}


@functools.cache
def _tests_of(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("rule", HELD_BY)
def test_a_rule_has_tests_that_hold_it(rule: str) -> None:
    for file, name in HELD_BY[rule]:
        assert name in _tests_of(file), f"{file} has no {name}"
