"""People and their dates (PE)."""

from sostool.checks.check import Check
from sostool.checks.people.gives_each_parent_a_place import gives_each_parent_a_place
from sostool.checks.people.has_possible_dates import has_possible_dates
from sostool.checks.people.says_when_each_child_was_seen import says_when_each_child_was_seen
from sostool.checks.people.says_who_each_person_is import says_who_each_person_is
from sostool.checks.people.says_whose_parent_each_is import says_whose_parent_each_is

PEOPLE: tuple[Check, ...] = (
    says_who_each_person_is,
    gives_each_parent_a_place,
    says_when_each_child_was_seen,
    has_possible_dates,
    says_whose_parent_each_is,
)
