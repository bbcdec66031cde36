"""What the reader tells of the shape of the case file (CF)."""

from __future__ import annotations

from sostool.checks.check import Check
from sostool.checks.shape.ids import has_a_plain_id, has_ids_of_its_own, points_to_something
from sostool.checks.shape.keys import (
    has_finished_marks,
    has_known_keys,
    has_the_right_type,
    has_what_is_required,
    is_not_too_new,
)
from sostool.checks.shape.values import (
    has_a_known_profile,
    has_a_known_word,
    has_the_right_form,
    is_a_date,
    is_in_range,
)

SHAPE: tuple[Check, ...] = (
    has_known_keys,
    has_the_right_type,
    has_a_known_word,
    is_in_range,
    is_a_date,
    points_to_something,
    has_ids_of_its_own,
    is_not_too_new,
    has_what_is_required,
    has_a_plain_id,
    has_finished_marks,
    has_the_right_form,
    has_a_known_profile,
)
