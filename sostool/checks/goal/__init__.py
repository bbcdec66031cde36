"""Safety goals (SG)."""

from sostool.checks.check import Check
from sostool.checks.goal.has_people_of_the_network import has_people_of_the_network
from sostool.checks.goal.is_more_than_services import is_more_than_services
from sostool.checks.goal.says_for_how_long import says_for_how_long
from sostool.checks.goal.says_what_will_happen import says_what_will_happen
from sostool.checks.goal.says_who_does_lives_and_sees import says_who_does_lives_and_sees

GOAL: tuple[Check, ...] = (
    says_what_will_happen,
    says_who_does_lives_and_sees,
    says_for_how_long,
    has_people_of_the_network,
    is_more_than_services,
)
