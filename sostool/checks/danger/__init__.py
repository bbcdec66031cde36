"""Danger statements (DS)."""

from sostool.checks.check import Check
from sostool.checks.danger.asks_something_of_who_hurts import asks_something_of_who_hurts
from sostool.checks.danger.blames_nobody import blames_nobody
from sostool.checks.danger.gives_behaviour_as_the_reason import gives_behaviour_as_the_reason
from sostool.checks.danger.has_a_goal import has_a_goal
from sostool.checks.danger.has_a_person_who_worries import has_a_person_who_worries
from sostool.checks.danger.has_a_scale import has_a_scale
from sostool.checks.danger.has_few_for_each_child import has_few_for_each_child
from sostool.checks.danger.holds_one_worry import holds_one_worry
from sostool.checks.danger.looks_ahead import looks_ahead
from sostool.checks.danger.names_the_child import names_the_child
from sostool.checks.danger.names_who_is_worried import names_who_is_worried
from sostool.checks.danger.rests_on_past_harm import rests_on_past_harm
from sostool.checks.danger.says_what_could_happen_to_the_child import says_what_could_happen_to_the_child
from sostool.checks.danger.says_what_was_done import says_what_was_done
from sostool.checks.danger.shows_a_known_dispute import shows_a_known_dispute

DANGER: tuple[Check, ...] = (
    has_a_goal,
    has_a_scale,
    names_who_is_worried,
    looks_ahead,
    says_what_could_happen_to_the_child,
    names_the_child,
    says_what_was_done,
    gives_behaviour_as_the_reason,
    has_few_for_each_child,
    shows_a_known_dispute,
    holds_one_worry,
    blames_nobody,
    has_a_person_who_worries,
    rests_on_past_harm,
    asks_something_of_who_hurts,
)
