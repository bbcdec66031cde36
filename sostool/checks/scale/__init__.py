"""Scales (SC)."""

from sostool.checks.check import Check
from sostool.checks.scale.acts_at_once_on_low_numbers import acts_at_once_on_low_numbers
from sostool.checks.scale.asks_again_at_a_review import asks_again_at_a_review
from sostool.checks.scale.asks_the_family_too import asks_the_family_too
from sostool.checks.scale.lets_each_give_their_own import lets_each_give_their_own
from sostool.checks.scale.numbers_were_given_by_the_meeting import numbers_were_given_by_the_meeting
from sostool.checks.scale.says_what_its_ends_mean import says_what_its_ends_mean
from sostool.checks.scale.says_what_one_higher_is import says_what_one_higher_is
from sostool.checks.scale.says_who_when_why import says_who_when_why
from sostool.checks.scale.says_why_numbers_differ import says_why_numbers_differ
from sostool.checks.scale.uses_whole_numbers import uses_whole_numbers

SCALE: tuple[Check, ...] = (
    says_what_its_ends_mean,
    uses_whole_numbers,
    says_who_when_why,
    asks_the_family_too,
    says_what_one_higher_is,
    asks_again_at_a_review,
    acts_at_once_on_low_numbers,
    says_why_numbers_differ,
    numbers_were_given_by_the_meeting,
    lets_each_give_their_own,
)
