"""The map (MA)."""

from sostool.checks.check import Check
from sostool.checks.family_map.asks_when_it_was_managed import asks_when_it_was_managed
from sostool.checks.family_map.considers_each_child import considers_each_child
from sostool.checks.family_map.fills_each_category import fills_each_category
from sostool.checks.family_map.names_who_acted_and_when import names_who_acted_and_when
from sostool.checks.family_map.says_each_thing_once import says_each_thing_once
from sostool.checks.family_map.says_who_told import says_who_told
from sostool.checks.family_map.tells_past_harm_whole import tells_past_harm_whole
from sostool.checks.family_map.tells_what_the_child_lived_through import tells_what_the_child_lived_through
from sostool.checks.family_map.weighs_both_sides import weighs_both_sides

FAMILY_MAP: tuple[Check, ...] = (
    fills_each_category,
    tells_past_harm_whole,
    says_each_thing_once,
    weighs_both_sides,
    names_who_acted_and_when,
    asks_when_it_was_managed,
    tells_what_the_child_lived_through,
    says_who_told,
    considers_each_child,
)
