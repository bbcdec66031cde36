"""LA106: the same text repeated for brothers and sisters."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.wording.passages import Passage

_A_SENTENCE = 4


@check("LA106", "same-text-for-brothers-and-sisters", "advice")
def is_written_for_each_child(look: Look) -> Iterator[Found]:
    """What is written about one child is not written again about a brother or sister.

    What it checks
        Two texts of the same kind (what it was like, past harm, a strength, a statement, the reasons for a
        decision and so on), each about one child, say the same but for the children's names. Texts of fewer
        than four words are left alone, and so is an item with `same_for_all: true`.

    Why it matters
        A baby in the next room and a boy on the stairs do not live through the same night. Words that were copied
        tell both of them that nobody looked twice. Where it truly was the same, one sentence about both says so.

    Fails
        people:
          mia: {name: Mia, role: child}
          noah: {name: Noah, role: child}
        map:
          worried:
            past_harm:
              - what: Police came to the flat.
                impact:
                  - {child: mia, what: Mia was very upset by it.}
                  - {child: noah, what: Noah was very upset by it.}

    Passes
        people:
          mia: {name: Mia, role: child}
          noah: {name: Noah, role: child}
        map:
          worried:
            past_harm:
              - what: Police came to the flat.
                impact:
                  - {child: mia, what: Mia hid on the stairs until they had gone.}
                  - {child: noah, what: Noah woke up and cried for an hour.}

    Source
        Each child is considered in their own right, and reports do not repeat themselves (Bromley's and Bolton's
        guidance on conference reports; Wales's practice guides).
    """
    children = children_of_the_case(look.case)
    if len(children) <= 1:
        return
    names = {word for child in children for word in child.name.lower().split()}
    for passages in look.passages.values():
        yield from _repeated([(_the_child(passage), passage) for passage in passages], names)


def _the_child(passage: Passage) -> str:
    """Give the one child that a text is about; nobody where it is about several, or the same for all."""
    # Only what was typed stands in a part itself.
    typed = passage.part.__dict__
    if "child" in typed:
        return str(typed["child"])
    children: tuple[str, ...] = typed.get("children", ())
    return children[0] if len(children) == 1 and not typed.get("same_for_all") else ""


def _repeated(about: list[tuple[str, Passage]], names: set[str]) -> Iterator[Found]:
    if len({child for child, _ in about if child}) <= 1:
        return
    # Names apart, the same text has the same number of words, and counting them first costs little.
    sizes: dict[int, set[str]] = {}
    for child, passage in about:
        if child:
            sizes.setdefault(passage.text.count(" "), set()).add(child)
    first: dict[tuple[str, ...], str] = {}
    for child, passage in about:
        if not child or len(sizes[passage.text.count(" ")]) <= 1:
            continue
        words = tuple("…" if (word := _bare(typed)) in names else word for typed in passage.text.lower().split())
        if len(words) >= _A_SENTENCE and first.setdefault(words, child) != child:
            yield Found(
                passage.path,
                "This says the same as the text about a brother or sister.",
                _mend(passage),
            )


def _mend(passage: Passage) -> str:
    if passage.kind == "impact":
        return (
            "Write what it was like for this child. If it was the same, write it once as one sentence under impact:, "
            "and same_for_all: true beside it."
        )
    if "same_for_all" in passage.part.keys:
        return (
            "Write how it is for this child. If it is the same, write it once about all of them: "
            "children: [their-ids], same_for_all: true."
        )
    return "Write how it is for this child, also where much is the same."


def _bare(word: str) -> str:
    return word.strip(".,;:!?()").replace("’", "'").removesuffix("'s")
