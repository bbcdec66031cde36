"""Guess from an English sentence whether it holds services and nothing else that happens.

“Mum will attend a course and work openly with us” is services; “Mum takes Leo to the clinic and gives him his
inhaler” is what a child lives with. What is a service is covered, and then it is asked whether anything else
happens. It would rather believe that something does than tell a worker wrongly that nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sostool.checks.goal.happenings import something_happens
from sostool.profile.phrases import Near

_COVER = "covered"
_COVERED = re.compile(rf"\b{_COVER}\b")
_CLAUSE_END = re.compile(r"[,;:–—.!?]|\s(?:and|but|or|so|then)\s")
# “continues to fully covered”: words that only lead up to what is covered.
_LEADS_UP = re.compile(rf"\b(?:(?:continues?|agrees?|starts?|begins?|need|needs|also|both|to|\w+ly)\s+)+(?={_COVER}\b)")
# “Mum to attend”, as plans are often written, means that she will.
_WILL_BE_SAID_AS_TO = re.compile(r"^([^,;:]{0,60}?|.*[,;]|.*\band)\s*\bto\b(?=\s+\w)")
# “… and maintain a safe home”: what follows “and” is something done if somebody or something comes after it.
_ALSO_DONE = re.compile(
    r"\b(?:and|but|then)\s+(?:to\s+)?(?!the\b|a\b|an\b|his\b|her\b|their\b|covered\b)[a-z]+\s+(?:a|an|the|all)\s"
)
# “goes to his Tuesday group”, but not “goes to Ray's after his group”.
_AT_MOST_A_FEW_WORDS = re.compile(r"\W+(?:(?!after|before|during|from|when|instead|until|for)[\w'-]+\W+){0,6}")
_NEAR = len(" Mia or Noah")


class ServiceWords(NamedTuple):
    """The profile's lists: what people do with a service, what services are called, and what stands alone."""

    takes_part: Near
    services: Near
    works_with: Near


def are_only_services(sentences: list[str], words: ServiceWords, stops: Near, children: re.Pattern[str]) -> bool:
    """Tell whether there are services in some sentences, and nothing else that happens.

    Args:
        sentences: the sentences, with straight apostrophes.
        words: what is said of services.
        stops: what says that something stops, which is nothing that happens.
        children: finds a child; “attends all of Mia's appointments” is what she lives with.
    """
    covered = [_without(sentence, words, children) for sentence in sentences]
    return covered != sentences and not any(_something_else_happens(sentence, stops) for sentence in covered)


def _something_else_happens(covered: str, stops: Near) -> bool:
    if stops:
        covered = stops.pattern.sub(_COVER, covered)
    covered = _LEADS_UP.sub("", covered.replace("so that", "so"))
    if _COVER in covered and "will" not in covered:
        covered = _WILL_BE_SAID_AS_TO.sub(r"\1 will", covered, count=1)
    return something_happens(covered, _COVERED) or bool(_ALSO_DONE.search(covered))


def _without(sentence: str, words: ServiceWords, children: re.Pattern[str]) -> str:
    """Cover what is said of services, but not where a child comes with it."""
    parts, at = [], 0
    for start, end in sorted(_services(sentence, words, children)):
        before = _CLAUSE_END.split(sentence[at:start])[-1]
        if (
            start >= at
            and not children.search(_clause(sentence[end : end + _NEAR]))
            and not _is_who_does(before, children)
        ):
            parts += [sentence[at:start], _COVER]
            at = end
    return "".join([*parts, sentence[at:]]) if parts else sentence


def _is_who_does(before: str, children: re.Pattern[str]) -> bool:
    """Tell whether a child does it: “the children will join a group”, but not “Mia's mum will join a group”."""
    return any(before[child.end() : child.end() + 1] != "'" for child in children.finditer(before))


def _services(sentence: str, words: ServiceWords, children: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    if words.works_with:
        yield from (found.span() for found in words.works_with.pattern.finditer(sentence))
    if words.takes_part and words.services:
        for part in words.takes_part.pattern.finditer(sentence):
            clause = _clause(sentence[part.end() :])
            service = words.services.pattern.search(clause)
            between = clause[: service.start()] if service else ""
            if service and _AT_MOST_A_FEW_WORDS.fullmatch(between) and not children.search(between):
                yield part.start(), part.end() + service.end()


def _clause(text: str) -> str:
    """Cut a text where its first clause ends."""
    end = _CLAUSE_END.search(text)
    return text[: end.start()] if end else text
