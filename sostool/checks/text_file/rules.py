"""What the reader tells of the text itself (YA)."""

from __future__ import annotations

from sostool.checks.check import Check
from sostool.checks.text_file.as_yaml import (
    can_be_read,
    has_each_key_once,
    has_no_key_inside_a_text,
    has_no_links,
    has_no_tags,
    has_no_text_cut_off,
    holds_one_case,
    is_not_too_deep,
)
from sostool.checks.text_file.bytes_and_letters import (
    has_no_control_characters,
    is_not_empty,
    is_not_too_large,
    is_utf8,
    keeps_its_direction,
)

TEXT_FILE: tuple[Check, ...] = (
    is_utf8,
    has_no_control_characters,
    is_not_too_large,
    can_be_read,
    holds_one_case,
    has_no_links,
    has_no_tags,
    has_each_key_once,
    is_not_too_deep,
    is_not_empty,
    keeps_its_direction,
    has_no_key_inside_a_text,
    has_no_text_cut_off,
)
