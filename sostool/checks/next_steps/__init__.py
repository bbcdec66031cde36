"""Next steps (NX)."""

from sostool.checks.check import Check
from sostool.checks.next_steps.closes_what_was_due import closes_what_was_due
from sostool.checks.next_steps.leaves_it_to_no_child import leaves_it_to_no_child
from sostool.checks.next_steps.says_what_anyone_could_see import says_what_anyone_could_see
from sostool.checks.next_steps.says_who_and_by_when import says_who_and_by_when
from sostool.checks.next_steps.serves_each_goal import serves_each_goal

NEXT_STEPS: tuple[Check, ...] = (
    says_who_and_by_when,
    says_what_anyone_could_see,
    serves_each_goal,
    leaves_it_to_no_child,
    closes_what_was_due,
)
