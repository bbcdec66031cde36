"""SH103: what somebody frightened has said reaches the person they fear, word for word or retold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TypeAlias

from sostool.case.model import Impact, Person
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.sharing.keeps_held_words_back import by_place, who_gets_it
from sostool.checks.sharing.tellers import People, Word, is_anothers, is_told_by, names_in_list, tells, words_of
from sostool.checks.sharing.texts import as_written, caught_for_everyone, quotes_of, reaches
from sostool.checks.wording.passages import Kind, Passage
from sostool.checks.wording.quotes import without_quotes
from sostool.findings.finding import Path
from sostool.profile.phrases import Said
from sostool.share.bars import is_cleared
from sostool.share.why import Why

_WORD_FOR_WORD = (
    "Words of somebody who is frightened stand here, where the person they fear gets them.",
    "List whoever said this in `said_by`, and it stays from that person; or write it without these words.",
)
_RETOLD = (
    "This tells what somebody has said whose words must not reach a person who gets it.",
    "List whoever said it in `said_by`, and it stays from that person; in a statement, write what others saw instead.",
)
_WORRIED = (
    "This statement names somebody as worried whose words must not reach a person who gets it.",
    "Name others who are worried. In `worried:` they can stay: that person's copy leaves them out there.",
)
_ONLY_THEY = (
    "Only somebody whose words must not reach a person who gets this can have told it.",
    "List them in `said_by`, and it stays from that person; or write what others saw.",
)
_QUOTED = (
    "These few words in quotation marks are those of somebody whose words must not reach a person who gets them.",
    "List whoever said them in `said_by`, and this stays from that person; or leave the quotation out.",
)
_KEPT = (
    "This shows how somebody who is frightened gets help, or where they stay, and the person they fear gets it.",
    "Hold it back with `withhold`, and ask the chair. It works at once.",
)
_TOLD_BY_THE_ERROR = frozenset((_RETOLD[0], _ONLY_THEY[0], _QUOTED[0]))
# What is yet to come is nobody's account.
_TOLD: tuple[Kind, ...] = (
    "why", "past harm", "impact", "complicating", "grey area", "strength", "existing safety", "statement",
    "differences", "involvement", "event", "recommendation", "core group", "outcome",
)  # fmt: skip
_KEPT_IN: tuple[Kind, ...] = (*_TOLD, "goal", "next step", "bottom line", "trajectory", "words for child")
Hit: TypeAlias = Callable[[Passage, list[Word], int, int, People], bool]


@check("SH103", "frightened-account-shared", "error")
def keeps_accounts_from_the_feared(look: Look) -> Iterator[Found]:
    """What somebody frightened has said never reaches the person they fear, word for word or retold.

    What it checks
        Where a person has `must_not_see: {words_of: …}`, no text that reaches them, those of their side or a room they
        are in holds eight words in a row of somebody listed there; that is an error, unless it was cleared. It asks
        where such a text retells an account (“Mia told Mr Cole”, “according to Lisa”), names one of them as worried in
        a statement, quotes a few of their words in quotation marks, tells of a child what only that child could know,
        or shows how they get help or where they stay. What names them in `said_by` stays from that person anyway, and
        nothing is asked about it. Only texts in English are asked about.

    Why it matters
        A child who has told a teacher what happens at night goes home on the same day. If dad reads at the meeting
        “Mia said”, she pays for it, and she will not tell anybody again. The danger can nearly always be said from
        what others saw, and then the statement is no weaker and the child no less safe.

    Fails
        people:
          mia: {name: Mia, role: child, born: 2019-06-02}
          lisa: {name: Lisa, role: parent, parent_of: [mia]}
          dean: {name: Dean, role: parent, parent_of: [mia], must_not_see: {words_of: [lisa, mia]}}
          priya: {name: Priya Shah, role: social-worker}
        dangers:
          - {statement: Priya is worried that Dad comes up and turns the lamp on and off., children: [mia]}
        voices:
          - {who: mia, date: 2026-03-10, worries: [Dad comes up and turns the lamp on and off.]}

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02}
          lisa: {name: Lisa, role: parent, parent_of: [mia]}
          dean: {name: Dean, role: parent, parent_of: [mia], must_not_see: {words_of: [lisa, mia]}}
          priya: {name: Priya Shah, role: social-worker}
        dangers:
          - {statement: Priya is worried that Dean could wake Mia at night again and hurt her., children: [mia]}
        voices:
          - {who: mia, date: 2026-03-10, worries: [Dad comes up and turns the lamp on and off.]}

    Source
        A worry statement must not carry what came from a mother or a child who could be made to pay for it
        (Queensland's practice manual on worry statements); the identity of anyone who might be harmed is protected
        (the government's advice on information sharing).
    """
    error_at: set[Path] = set()
    for path, found in by_place(caught_for_everyone(look)).items():
        held = [one for one in found if Why.WORDS_OF in one.caught.runs.values()]
        if held:
            error_at.add(path)
            run = next(run for run, why in held[0].caught.runs.items() if why is Why.WORDS_OF)
            words = as_written(held[0].caught.text, run)
            yield Found(path, *_WORD_FOR_WORD, detail=who_gets_it(look, held), words=words)
    if not look.english:
        return
    asked: set[tuple[Path, str]] = set()
    for feared in look.case.people.values():
        if feared.must_not_see is None:
            continue
        for passage, (message, mend), words in _doubtful(look, feared):
            is_told = passage.path in error_at and message in _TOLD_BY_THE_ERROR
            if is_told or (passage.path, message) in asked:
                continue
            if not is_cleared(look.case, passage.part, feared.id) and reaches(look, passage, feared.id):
                asked.add((passage.path, message))
                yield Found(passage.path, message, mend, severity="query", words=words)


def _doubtful(look: Look, feared: Person) -> Iterator[tuple[Passage, tuple[str, str], str]]:
    """Give passages that may carry an account, what is asked about them, and the words it is about."""
    mark = feared.must_not_see
    sought = frozenset(mark.words_of if mark is not None else ()) - {feared.id}
    people = look.once(_people).seeking(sought, feared.id)
    yield from _by_list(look, people, "retells", _TOLD, _RETOLD, _is_retold)
    yield from _by_list(look, people, "retold-by", _TOLD, _RETOLD, _is_told_by)
    yield from _by_list(look, people, "who-worries", ("statement",), _WORRIED, _is_worried)
    yield from _by_list(look, people, "only-they-know", ("impact",), _ONLY_THEY, _is_of_a_frightened_child)
    yield from _by_list(look, people, "kept-from-knowing", _KEPT_IN, _KEPT, _always)
    yield from _by_list(look, people, "stays-where", _KEPT_IN, _KEPT, _is_retold)
    for passage, quote in quotes_of(look, feared.id):
        yield passage, _QUOTED, quote


def _people(look: Look) -> People:
    return People(look.case)


def _by_list(
    look: Look, people: People, name: str, kinds: tuple[Kind, ...], asks: tuple[str, str], is_hit: Hit
) -> Iterator[tuple[Passage, tuple[str, str], str]]:
    """Give each passage of some kinds in which an entry of a list is a hit, once, with its words."""
    told: set[Path] = set()
    taken: dict[Path, list[Word]] = {}
    for heard in look.heard(name, *kinds):
        passage = heard.passage
        if passage.path in told:
            continue
        plain = without_quotes(passage.text)
        if passage.path not in taken:
            taken[passage.path] = words_of(plain)
        words = taken[passage.path]
        starts = [word.start for word in words]
        for said in _places(plain, heard.words, heard.saying):
            at = bisect_left(starts, said.start)
            if is_hit(passage, words, at, bisect_left(starts, said.end), people):
                told.add(passage.path)
                yield passage, asks, plain[said.start : said.end]
                break


def _places(text: str, words: str, saying: object) -> Iterator[Said]:
    start = text.find(words)
    while start >= 0:
        yield Said(saying, start, start + len(words))  # type: ignore[arg-type]  # the entry it was heard by
        start = text.find(words, start + 1)


def _is_retold(passage: Passage, words: list[Word], at: int, after: int, people: People) -> bool:
    return tells(words, at, after, people)


def _is_told_by(passage: Passage, words: list[Word], at: int, after: int, people: People) -> bool:
    return is_told_by(words, after, people)


def _is_worried(passage: Passage, words: list[Word], at: int, after: int, people: People) -> bool:
    return names_in_list(words, at, people)


def _is_of_a_frightened_child(passage: Passage, words: list[Word], at: int, after: int, people: People) -> bool:
    part = passage.part
    return isinstance(part, Impact) and part.child in people.sought and not is_anothers(words, at, people)


def _always(passage: Passage, words: list[Word], at: int, after: int, people: People) -> bool:
    return True
