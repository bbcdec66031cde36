"""DS113: a person who worries, and not an agency."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.statement_words import Mark, Words, statements, what_to_say_instead
from sostool.checks.look import Look

_FARTHEST = 8
# What may stand between an agency and its worry; anything else starts to tell of something else.
_BETWEEN = frozenset(
    (
        "is are was were has have had remain remains continue continues been also both all and , the very really "
        "extremely quite so still now more most increasingly significantly deeply seriously particularly share shared "
        "express expressed raise raised raising note noted some many serious significant grave ongoing these a"
    ).split()
)
_CONTINUE, _TO_BE = frozenset(("continue", "continues")), ("to", "be")
# “Concerns raised by school.”
_RAISED = frozenset(("raised", "expressed", "shared", "reported", "noted"))
# After these the agency only says where somebody works.
_AT = frozenset("at from of in for with by to into near that if when because".split())


@check("DS113", "agency-that-worries", "advice")
def has_a_person_who_worries(look: Look) -> Iterator[Found]:
    """A person is worried, not an agency.

    What it checks
        No agency (the profile's list `agencies`) stands in a statement as the one who is worried (the list
        `worry-words`): “Children's Services are worried”, “the school has concerns”. Where an agency only says where
        somebody works, it does not count.

    Why it matters
        A school cannot be rung up, be told that things are better, or say sorry. Mr Cole can. When his
        name stands there, Mia's mum knows whom to ask, and Mr Cole stands by what he says.

    Fails
        dangers:
          - statement: Priya and the school are worried that Mia could come hungry again.

    Passes
        dangers:
          - statement: Priya and Mr Cole from the school are worried that Mia could come hungry again.

    Source
        Names people, such as the social worker, the teacher and the grandmother (examples in training material on
        danger statements); start with who is worried (a council's how-to guide).
    """
    for danger, words in statements(look):
        worries = {mark.start for mark in words.of("worry-words")}
        agencies = words.of("agencies")
        if not worries or not agencies:
            continue
        named = {place for mark in agencies for place in range(mark.start, mark.end)}
        worried = [mark for mark in agencies if _is_worried(words, mark, worries, named)]
        if worried:
            yield Found(
                danger.at("statement"),
                "An agency is worried here, and not a person.",
                "Name the person there who is worried, as the family knows them.",
                what_to_say_instead(words, worried),
                words=words.as_written(worried[0]),
            )


def _is_worried(words: Words, agency: Mark, worries: set[int], named: set[int]) -> bool:
    """Tell whether an agency is the one who worries: `worries` are the places of worry, `named` those of agencies."""
    before = words.small[: agency.start][-2:]
    if before and before[-1].endswith("'s"):
        # “head of Mia's school” is a person, “Mia's school” is not.
        before.pop()
    if before[-1:] == ["by"] and before[0] in _RAISED:
        return bool(words.between("worry-words", words.start_of_sentence(agency.start), agency.start))
    if (before and before[-1] in _AT) or _is_told_of_somebody(words, agency.start):
        return False
    for place in range(agency.end, min(agency.end + _FARTHEST, len(words.tokens))):
        if place in worries:
            return place > agency.end or words.small[place] in ("worries", "worry", "fear", "fears")
        goes_on_to_be = words.small[place] in _TO_BE and not _CONTINUE.isdisjoint(words.small[agency.end : place])
        if words.small[place] not in _BETWEEN and place not in named and not goes_on_to_be:
            return False
    return False


def _is_told_of_somebody(words: Words, at: int) -> bool:
    """Tell whether a word stands in brackets, or in “who runs the nursery”."""
    before = words.small[words.start_of_sentence(at) : at]
    if before.count("(") > before.count(")"):
        return True
    since_comma = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return "who" in since_comma
