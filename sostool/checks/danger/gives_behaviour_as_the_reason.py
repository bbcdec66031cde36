"""DS108: what somebody does is the reason to worry, not what they are or have."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Danger, Person
from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import children_of
from sostool.checks.danger.statement_words import (
    Mark,
    Words,
    is_name_of_a_service,
    texts_with,
    what_to_say_instead,
)
from sostool.checks.look import Look
from sostool.checks.wording.text import names_somebody

_NEAR = 4
_PUNCTUATION = frozenset(".!?;,:()…")


@check("DS108", "diagnosis-as-reason", "query")
def gives_behaviour_as_the_reason(look: Look) -> Iterator[Found]:
    """A danger statement gives what somebody does as the reason, not a diagnosis or a trait.

    What it checks
        A statement holds no diagnosis and no trait of character (the profile's list `diagnoses`). It does not count
        in quotation marks, in the name of a job or a service, where it is the child's own (“Mia is autistic”), or
        where it is what could happen (“Mia could become depressed”) unless it stands as the reason (the list
        `reasons`).

    Why it matters
        Many parents with depression look after their children well; what worries people is the morning nobody got up.
        “Aggressive” tells a man what he is and leaves him nothing to change. A parent's illness is also their own
        matter: everyone at the table reads the statement.

    Fails
        dangers:
          - statement: Priya is worried that because of Lisa's depression Mia could go hungry again.

    Passes
        dangers:
          - statement: Priya is worried that on days when Lisa cannot get up Mia could go hungry again.

    Source
        General and diagnostic terms come across as telling people what they are (a description of Signs of Safety of
        2014); behaviour that can be observed (training material on danger statements).
    """
    for passage, words in texts_with("diagnoses", look):
        danger = passage.part
        if not isinstance(danger, Danger):
            continue
        marks = words.of("diagnoses")
        if not marks:
            continue
        children = children_of(look.case, danger)
        asked = [mark for mark in marks if _is_asked_about(words, mark, children, look)]
        if asked:
            yield Found(
                danger.at("statement"),
                "A diagnosis or a trait stands here where behaviour should.",
                "Say what the person does or does not do at such times, and what that is like for the child. An "
                "illness belongs under `complicating:`, marked `sensitive: true`.",
                what_to_say_instead(words, asked),
                words=words.as_written(asked[0]),
            )


def _is_asked_about(words: Words, mark: Mark, children: list[Person], look: Look) -> bool:
    if is_name_of_a_service(words, mark, look):
        return False
    start = words.start_of_sentence(mark.start)
    could = words.between("may-happen", start, mark.start)
    reason = words.between("reasons", start, mark.start)
    if could and not (reason and reason[-1].start > could[-1].start):
        return False
    return not _is_a_childs_own(words.tokens[start : mark.start], children)


def _is_a_childs_own(before: list[str], children: list[Person]) -> bool:
    """Tell whether the words just before a diagnosis say that it is a child's: “Mia is”, “Mia's severe”."""
    near = [token for token in before if token not in _PUNCTUATION][-_NEAR:]
    for distance, token in enumerate(reversed(near)):
        of_somebody = token.lower().endswith("'s")
        if (not of_somebody or distance <= 1) and any(names_somebody(token, child) for child in children):
            return True
    return False
