"""DS107: what somebody did, and not a label for it."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.statement_words import is_name_of_a_service, texts_with, what_to_say_instead
from sostool.checks.look import Look


@check("DS107", "label-for-behaviour", "query")
def says_what_was_done(look: Look) -> Iterator[Found]:
    """Danger statements and past harm say what somebody does, not a label for it.

    What it checks
        Danger statements, past harm and what it was like for the child hold no label (the profile's list `labels`)
        unless the same text also tells something that somebody did (the list `behaviour`). Labels in quotation marks
        and in the names of jobs and services (the list `service-words`) do not count.

    Why it matters
        “Domestic abuse” can be a shove or a hand round the throat, and “neglect” a missed breakfast or a child alone
        at night. A father cannot change a label, and Mia will not find her own life in it. What was done can be seen,
        talked about and stopped. It does not have to come from the one who was hurt: what police, school or a
        doctor saw is enough.

    Fails
        dangers:
          - statement: Priya is worried that Mia could suffer from domestic abuse again.

    Passes
        dangers:
          - statement: Priya is worried that Dean will hit Lisa again, and that Mia could be knocked over.

    Source
        Behaviour and not labels such as “domestic violence” or “neglect” (a council's how-to guide on danger
        statements and safety goals); “insight” says nothing of the harm itself (a paper on family preservation from
        Australia).
    """
    for passage, words in texts_with("labels", look):
        labels = [mark for mark in words.of("labels") if not is_name_of_a_service(words, mark, look)]
        if labels and not words.of("behaviour"):
            yield Found(
                passage.path,
                "A label stands here in place of what somebody did.",
                "Say what was done or not done, as somebody in the room would have seen it.",
                what_to_say_instead(words, labels),
                words=words.as_written(labels[0]),
            )
