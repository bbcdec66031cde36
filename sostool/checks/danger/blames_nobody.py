"""DS112: what was done, without blame."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.statement_words import Mark, Words, texts_with, what_to_say_instead
from sostool.checks.look import Look

_NOT = frozenset(("not", "never", "no"))
_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


@check("DS112", "blame-wording", "query")
def blames_nobody(look: Look) -> Iterator[Found]:
    """Danger statements and past harm tell what was done, without blame.

    What it checks
        Danger statements, past harm and what it was like for the child hold none of the wordings of the profile's list
        `blame`, such as “failed to protect”, “exposed the children to” or “volatile relationship”. What is in
        quotation marks or denied (“has never failed to protect”, “is not allowed to come”) does not count.

    Why it matters
        “She failed to protect” hides who did what, and puts one person's violence on the one who was hurt. Mia's mum
        reads it as: it was your fault. She then tells nobody the next time. Where it says who hit whom, everyone
        knows who has to change. It does not ask for what she did in secret to keep them safe.

    Fails
        dangers:
          - statement: Priya is worried that Lisa failed to protect Mia and that it could happen again.

    Passes
        dangers:
          - statement: Priya is worried that Dean will hit Lisa again and that Mia could be hurt.

    Source
        No blame wording (a family agency's advice on danger statements; a guide for First Nations agencies on harm
        and danger statements); records that turn one person's pattern of violence into another's poor choices (work
        on domestic abuse and child protection).
    """
    for passage, words in texts_with("blame", look):
        blame = [mark for mark in words.of("blame") if not _is_denied(words, mark)]
        if blame:
            yield Found(
                passage.path,
                "This wording blames where it could tell what was done.",
                "Say who did what to whom, as somebody in the room would have seen it.",
                what_to_say_instead(words, blame),
                words=words.as_written(blame[0]),
            )


def _is_denied(words: Words, mark: Mark) -> bool:
    before = words.small[mark.start - 1] if mark.start else ""
    is_passive = before in _PASSIVE and words.small[mark.start].startswith("allow")
    return before in _NOT or before.endswith("n't") or is_passive
