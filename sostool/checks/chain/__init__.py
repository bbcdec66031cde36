"""From meeting to meeting: the file this one follows (CH)."""

from sostool.checks.chain.agrees_with_earlier_numbers import agrees_with_earlier_numbers
from sostool.checks.chain.carries_open_things_on import carries_open_things_on
from sostool.checks.chain.finds_the_file_it_follows import finds_the_file_it_follows
from sostool.checks.chain.follows_a_file_without_errors import follows_a_file_without_errors
from sostool.checks.chain.follows_an_earlier_meeting import follows_an_earlier_meeting
from sostool.checks.chain.follows_no_circle import follows_no_circle
from sostool.checks.chain.follows_the_same_family import follows_the_same_family
from sostool.checks.chain.follows_what_was_written_then import follows_what_was_written_then
from sostool.checks.chain.is_followed_once import is_followed_once
from sostool.checks.chain.keeps_all_numbers import keeps_all_numbers
from sostool.checks.chain.keeps_holding_back import keeps_holding_back
from sostool.checks.chain.keeps_who_is_who import keeps_who_is_who
from sostool.checks.check import Check

CHAIN: tuple[Check, ...] = (
    finds_the_file_it_follows,
    follows_no_circle,
    follows_a_file_without_errors,
    follows_the_same_family,
    follows_an_earlier_meeting,
    follows_what_was_written_then,
    is_followed_once,
    agrees_with_earlier_numbers,
    keeps_all_numbers,
    keeps_holding_back,
    carries_open_things_on,
    keeps_who_is_who,
)
