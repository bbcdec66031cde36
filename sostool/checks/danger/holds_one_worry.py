"""DS111: one worry in each statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.statement_words import Words, statements
from sostool.checks.look import Look

_LINE_OF_A_LIST = re.compile(r"^[ \t]*(?:[-*•–]|\(?\w[.)])\s", re.MULTILINE)
_FIRST, _SECOND = re.compile(r"(?<!\S)\(?[1a]\)"), re.compile(r"(?<!\S)\(?[2b]\)")
_FEW_LABELS = 2


@check("DS111", "several-worries-in-one", "advice")
def holds_one_worry(look: Look) -> Iterator[Found]:
    """A danger statement holds one worry.

    What it checks
        A statement has no wording that starts another worry, such as “in addition” or “another worry” (the profile's
        list `more-worries`), counts no worries up and lists none line by line, and holds no more than two different
        labels (the list `labels`). Statements in other languages than English are left alone.

    Why it matters
        Each worry has its own goal and its own scale. With three worries in one statement a mother who has put
        two of them right still sees the same low number, and nobody can say what would be enough.

    Fails
        dangers:
          - statement: >-
              Priya is worried that Dean could hit Lisa again. In addition, Noah could lose his hearing if he misses
              the clinic again.

    Passes
        dangers:
          - statement: Priya is worried that Dean could hit Lisa again, and that Mia or Noah could be hit too.

    Source
        One statement for each issue (a council's how-to guide on danger statements and safety goals).
    """
    with_labels = {heard.passage.path for heard in look.heard("labels", "statement")}
    for danger, words in statements(look):
        more = words.of("more-worries")
        if more or _counts_up(words) or (danger.at("statement") in with_labels and _holds_many_labels(words)):
            yield Found(
                danger.at("statement"),
                "This statement seems to hold several worries.",
                "Give each worry a statement, a goal and a scale of its own. What only makes a worry harder to deal "
                "with stands under `complicating:`.",
                words=words.as_written(more[0]) if more else "",
            )


def _counts_up(words: Words) -> bool:
    worry = words.of("worry-words")
    if not worry:
        return False
    if "\n" in words.text and len(_LINE_OF_A_LIST.findall(words.text)) > 1:
        # Lines that follow “Mia could:” list what could happen, not worries.
        before = _LINE_OF_A_LIST.split(words.text, maxsplit=1)[0]
        return len(words.tokens) > worry[0].start and words.as_written(worry[0]) in before and "could" not in before
    first = _FIRST.search(words.text) if ")" in words.text else None
    return first is not None and _SECOND.search(words.text, first.end()) is not None


def _holds_many_labels(words: Words) -> bool:
    return len({mark.saying.say for mark in words.of("labels")}) > _FEW_LABELS
