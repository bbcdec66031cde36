"""The outcome of a meeting (OU)."""

from sostool.checks.check import Check
from sostool.checks.outcome.accounts_for_those_expected import accounts_for_those_expected
from sostool.checks.outcome.acts_before_the_review import acts_before_the_review
from sostool.checks.outcome.decides_about_plans_at_conferences import decides_about_plans_at_conferences
from sostool.checks.outcome.decides_for_each_child import decides_for_each_child
from sostool.checks.outcome.explains_the_quorum import explains_the_quorum
from sostool.checks.outcome.gives_reasons import gives_reasons
from sostool.checks.outcome.leaves_no_action_to_a_child import leaves_no_action_to_a_child
from sostool.checks.outcome.names_the_category import names_the_category
from sostool.checks.outcome.names_who_leads import names_who_leads
from sostool.checks.outcome.plans_for_each_child import plans_for_each_child
from sostool.checks.outcome.says_how_each_child_took_part import says_how_each_child_took_part
from sostool.checks.outcome.says_what_if_nothing_changes import says_what_if_nothing_changes
from sostool.checks.outcome.says_whether_the_test_is_met import says_whether_the_test_is_met
from sostool.checks.outcome.says_who_came import says_who_came
from sostool.checks.outcome.says_who_did_not_agree import says_who_did_not_agree
from sostool.checks.outcome.says_who_when_and_how_we_know import says_who_when_and_how_we_know
from sostool.checks.outcome.sets_the_next_dates import sets_the_next_dates

OUTCOME: tuple[Check, ...] = (
    decides_for_each_child,
    gives_reasons,
    says_whether_the_test_is_met,
    names_the_category,
    plans_for_each_child,
    says_who_when_and_how_we_know,
    leaves_no_action_to_a_child,
    says_what_if_nothing_changes,
    sets_the_next_dates,
    names_who_leads,
    says_who_did_not_agree,
    explains_the_quorum,
    says_who_came,
    accounts_for_those_expected,
    says_how_each_child_took_part,
    decides_about_plans_at_conferences,
    acts_before_the_review,
)
