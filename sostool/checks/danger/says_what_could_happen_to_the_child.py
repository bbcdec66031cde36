"""DS105: what could happen to the child, soon and later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import children_of
from sostool.checks.danger.statement_words import Words, statements
from sostool.checks.look import Look
from sostool.checks.wording.text import names_somebody

_NEAR = 3


@check("DS105", "danger-without-what-it-means-for-the-child", "query")
def says_what_could_happen_to_the_child(look: Look) -> Iterator[Found]:
    """A danger statement says what could happen to the child, soon and later.

    What it checks
        A statement that looks ahead (DS104) names a child, says after “could”, “might” or “will” (the list
        `may-happen`) what could happen in words that can be pictured (other than the list `vague-harm`), and holds
        something that is later or lasts (the list `later`). Where somebody could die (the list `final`), nothing
        later is asked for. Statements in other languages than English are left alone.

    Why it matters
        “Impact on emotional wellbeing” frightens nobody and helps nobody. What Mia could see, feel and miss, tonight
        and as she grows up, is what makes a father want to do something. It can be said from what is known of
        such things, and never needs what a frightened child or parent has told in private.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            children: [mia]

    Passes
        dangers:
          - statement: >-
              Priya is worried that Mia could be hurt again if Dean drinks. If it goes on, she could grow up scared.
            children: [mia]

    Source
        The impact on the child in the short and the long term (a council's how-to guide on danger statements and
        safety goals); the impact on the child is kept in view throughout (North Yorkshire's summary of danger
        statements).
    """
    profile = look.profile
    for danger, words in statements(look):
        if not words.of("ahead"):
            continue
        children = children_of(look.case, danger)
        if not words.of("child-words") and children and not any(names_somebody(words.text, one) for one in children):
            yield Found(
                danger.at("statement"),
                "The text does not say what could happen to a child.",
                "Say which child, and what could happen to them: what they could see, feel or miss.",
                also=(danger.at("children"),),
            )
        elif (lack := _lack(words, asks_for_later=bool(profile.list_of("later")))) is not None:
            yield Found(danger.at("statement"), *lack)


def _lack(words: Words, *, asks_for_later: bool) -> tuple[str, str] | None:
    """Tell what is missing, and how to mend it."""
    if words.of("final"):
        return None
    spans = list(_spans(words))
    if not spans:
        return (
            "The text does not say what could happen to the child.",
            "Say what the child could see, feel or miss: “Mia could…”.",
        )
    pictured = [span for span in spans if not words.between("vague-harm", *span)]
    if not pictured:
        return (
            "What could happen to the child is said in words that nobody can picture.",
            "Say what the child could see, feel or miss, in words that the family would use.",
        )
    if not asks_for_later:
        return None
    if not words.of("later"):
        return (
            "The text does not say what could happen to the child later, if it goes on.",
            "Add what it could come to with time: what the child could come to fear, miss or believe.",
        )
    if len(pictured) == 1 and words.between("later", pictured[0][0], pictured[0][0] + _NEAR):
        return (
            "The text says what could happen to the child later, and not what could happen soon.",
            "Add what could happen to the child the next time.",
        )
    return None


def _spans(words: Words) -> Iterator[tuple[int, int]]:
    """Give the places of what could happen: from each “could” to the next, or to the end of its sentence."""
    starts = [mark.start for mark in words.of("may-happen")]
    for start, following in pairwise((*starts, len(words.tokens))):
        yield start, min(following, words.end_of_sentence(start))
