"""DS104: what could happen, and not only what has."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.statement_words import statements
from sostool.checks.look import Look


@check("DS104", "danger-without-a-look-ahead", "query")
def looks_ahead(look: Look) -> Iterator[Found]:
    """A danger statement says what could happen, not only what has happened.

    What it checks
        The text holds at least one word that looks ahead, such as “if”, “could”, “again” or “keeps” (the profile's
        list `ahead`). “Will” and “May” with a capital letter are taken for names. Statements in other languages than
        English are left alone.

    Why it matters
        What has happened stands under past harm. The statement is about what people fear next: it is what a mother
        has to be able to answer (“that will not happen, because…”), and what the goal turns round. If it only
        looks back, she reads it as a charge.

    Fails
        dangers:
          - statement: Priya is worried about Mia. On 21 February Dean hit Lisa and Mia saw it.

    Passes
        dangers:
          - statement: Priya is worried that Dean will hit Lisa again and that Mia could be knocked over.

    Source
        A danger statement tells what people are worried will happen if nothing changes (North Yorkshire's summary
        of danger statements; York's protocol for assessment).
    """
    if not look.profile.list_of("ahead"):
        return
    for danger, words in statements(look):
        if not words.of("ahead"):
            yield Found(
                danger.at("statement"),
                "This tells what has happened or how things are, and not what could happen.",
                "Say what people are worried could happen if nothing changes. What has happened stands under "
                "`past_harm:`; one example of it may stay here.",
            )
