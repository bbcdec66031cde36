"""Danger statements (DS)."""

from sostool.checks.check import Check
from sostool.checks.danger.has_a_goal import has_a_goal
from sostool.checks.danger.has_a_scale import has_a_scale
from sostool.checks.danger.names_the_child import names_the_child
from sostool.checks.danger.names_who_is_worried import names_who_is_worried

DANGER: tuple[Check, ...] = (
    has_a_goal,
    has_a_scale,
    names_who_is_worried,
    names_the_child,
)
