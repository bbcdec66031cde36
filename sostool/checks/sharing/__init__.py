"""Sharing (SH)."""

from sostool.checks.check import Check
from sostool.checks.sharing.keeps_accounts_from_the_feared import keeps_accounts_from_the_feared
from sostool.checks.sharing.keeps_contact_details_out import keeps_contact_details_out
from sostool.checks.sharing.keeps_held_words_back import keeps_held_words_back
from sostool.checks.sharing.says_why_it_is_held_back import says_why_it_is_held_back
from sostool.checks.sharing.shares_before_the_meeting import shares_before_the_meeting
from sostool.checks.sharing.speaks_of_this_family import speaks_of_this_family

SHARING: tuple[Check, ...] = (
    says_why_it_is_held_back,
    keeps_held_words_back,
    keeps_accounts_from_the_feared,
    keeps_contact_details_out,
    shares_before_the_meeting,
    speaks_of_this_family,
)
