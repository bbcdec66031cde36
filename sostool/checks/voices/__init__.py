"""Voices (VO)."""

from sostool.checks.check import Check
from sostool.checks.voices.hears_each_child import hears_each_child
from sostool.checks.voices.hears_each_parent import hears_each_parent
from sostool.checks.voices.keeps_the_childs_own_words import keeps_the_childs_own_words
from sostool.checks.voices.says_who_wrote_and_who_may_have import says_who_wrote_and_who_may_have

VOICES: tuple[Check, ...] = (
    hears_each_child,
    says_who_wrote_and_who_may_have,
    keeps_the_childs_own_words,
    hears_each_parent,
)
