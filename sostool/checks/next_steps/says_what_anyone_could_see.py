"""NX102: a step in which anyone could see whether it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import whose_words_are_held_back
from sostool.checks.look import Look
from sostool.checks.next_steps.steps import next_steps
from sostool.checks.wording.quotes import without_quotes
from sostool.profile.phrases import Phrases

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_DOUBLED = 4
_MEND = "Say who does what, so that anyone could see it: rings, writes, brings, goes with."
# A vague step may be vague so that it does not show how a frightened person gets help.
_HOLD_BACK = (
    "If that would show how somebody gets help, hold the step back with `withhold:`, or give this as your reason."
)


@check("NX102", "vague-step", "query")
def says_what_anyone_could_see(look: Look) -> Iterator[Found]:
    """A next step says something that anyone could see being done.

    What it checks
        An open step holds a vague verb, such as “monitor”, “support” or “ensure” (the profile's list `vague`), and
        nothing beside it that anyone could see (the list `visible`). Names such as “support worker” are left alone
        (the list `not-vague`), and so are steps in other languages than English.

    Why it matters
        “Support family re housing” can be true for a year without anything happening. When a mother can tell
        what will be done, she can tell whether it was, and so can everybody else.

    Fails
        map:
          needs_to_happen:
            next_steps: [{what: SW to support family re housing, who: [priya], due: 2026-03-24}]

    Passes
        map:
          needs_to_happen:
            next_steps: [{what: Priya and Mum fill in the housing form together., who: [priya, lisa], due: 2026-03-24}]

    Source
        Vague actions without a time or a measure (learning from serious case reviews, Social Care Institute for
        Excellence; reporting on a review of plans for children by the Children's Commissioner).
    """
    vague = look.list_of("vague")
    if not vague:
        return
    somebody_is_feared = bool(whose_words_are_held_back(look.case))
    names, visible = look.list_of("not-vague"), look.profile.list_of("visible")
    for step in next_steps(look.case):
        if step.done is not None or not vague.stand_in(step.what):
            continue
        text = without_quotes(step.what)
        if names:
            text = names.pattern.sub(_blank, text)
        said = next(vague.in_(text), None)
        if said and not _holds_something_to_see(vague.pattern.sub(_blank, text), visible):
            yield Found(
                step.at("what"),
                "Nobody could see whether this step is done.",
                _MEND if not somebody_is_feared else f"{_MEND} {_HOLD_BACK}",
                detail=f"“{step.what[said.start : said.end]}”: write {said.saying.instead} instead."
                if said.saying.instead
                else "",
                words=step.what[said.start : said.end],
            )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _holds_something_to_see(text: str, visible: Phrases) -> bool:
    return any(form in visible for word in _WORD.findall(text.lower()) for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    """Give a word, and what it could come from: rings and ringing from ring, carries from carry, sitting from sit."""
    yield word
    for ending in ("s", "es", "ing", "ed"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem
            yield f"{stem}e"
            if len(stem) >= _SHORTEST_DOUBLED and stem[-1] == stem[-2]:
                yield stem[:-1]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
