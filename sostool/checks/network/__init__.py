"""The network and the safety plan (NW)."""

from sostool.checks.check import Check
from sostool.checks.network.dates_its_steps_in_order import dates_its_steps_in_order
from sostool.checks.network.knows_the_dangers import knows_the_dangers
from sostool.checks.network.meets_each_bottom_line import meets_each_bottom_line
from sostool.checks.network.says_who_when_and_who_looks import says_who_when_and_who_looks

NETWORK: tuple[Check, ...] = (
    says_who_when_and_who_looks,
    meets_each_bottom_line,
    dates_its_steps_in_order,
    knows_the_dangers,
)
