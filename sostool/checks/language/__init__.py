"""Language (LA)."""

from sostool.checks.check import Check
from sostool.checks.language.calls_nobody_a_case import calls_nobody_a_case
from sostool.checks.language.is_written_for_each_child import is_written_for_each_child
from sostool.checks.language.keeps_sentences_short import keeps_sentences_short
from sostool.checks.language.uses_everyday_words import uses_everyday_words
from sostool.checks.language.uses_terms_of_today import uses_terms_of_today
from sostool.checks.language.writes_out_abbreviations import writes_out_abbreviations

LANGUAGE: tuple[Check, ...] = (
    writes_out_abbreviations,
    uses_everyday_words,
    keeps_sentences_short,
    uses_terms_of_today,
    calls_nobody_a_case,
    is_written_for_each_child,
)
