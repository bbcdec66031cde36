"""What the checks of the chain look at: the file before, only when one is followed, and compared once."""

from __future__ import annotations

import pytest
from support.cases import TODAY, england, laid_over, read, read_beside

from sostool.checks.chain import CHAIN
from sostool.checks.chain.before import before
from sostool.checks.look import Look
from sostool.checks.neighbours import Known, Neighbours
from sostool.checks.run import ask_checks
from sostool.story import chain as story

MARCH = laid_over(
    "meeting: {kind: initial-conference, date: 2026-03-17}\n"
    "dangers: [{id: zebra, statement: Wombat is worried., scale: {ratings: [{who: dean, date: 2026-03-13, score: 4}]}}]\n"
    "map: {worried: {complicating: [{what: The giraffe is tall and yellow., withhold: {from: ray}}]}}\n"
)
JUNE = laid_over(
    "meeting: {kind: review-conference, date: 2026-06-09, follows: march.yaml, followed_as: abcd-0000-0000-0000}\n"
    "dangers: [{id: zebra, statement: Wombat is worried., scale: {ratings: [{who: dean, date: 2026-03-13, score: 5}]}}]\n"
    "map: {worried: {complicating: [The giraffe is tall and yellow.]}}\n"
)


def look(text: str, **files: str) -> Look:
    one = read(text)
    assert one.case is not None
    chain = story.chain_of(one, read_beside({f"{name}.yaml": text for name, text in files.items()}))
    return Look(one.case, england(), chain=chain)


def test_the_two_files_are_compared_once() -> None:
    one = look(JUNE, march=MARCH)
    found = before(one)
    assert found is not None
    assert found is before(one)
    assert found.case.meeting.kind == "initial-conference"  # type: ignore[union-attr]
    assert len(found.pairs.same_of("dangers")) == 1
    assert found.at(("dangers", 0)).read.source.name == "march.yaml"


def test_without_a_file_before_there_is_nothing_to_compare() -> None:
    assert before(look(MARCH)) is None
    assert before(look(JUNE)) is None
    assert before(look(JUNE, march=MARCH.replace("statement", "statemnt"))) is None


def test_a_file_that_follows_none_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> Known:
        raise AssertionError("the folder was looked at")

    def no_file(name: str) -> None:
        raise AssertionError(name)

    one = read(MARCH)
    chain = story.chain_of(one, no_file)  # type: ignore[arg-type]
    neighbours = Neighbours("case.yaml", never)
    assert ask_checks(one, england(), TODAY, checks=CHAIN, neighbours=neighbours, chain=chain).findings == ()


def test_no_message_holds_a_word_of_either_file() -> None:
    one = read(JUNE)
    files = {"march.yaml": MARCH, "other.yaml": JUNE}
    neighbours = Neighbours("case.yaml", lambda: Known({}, {}, {"other.yaml": "march.yaml"}))
    chain = story.chain_of(one, read_beside(files))
    found = ask_checks(one, england(), TODAY, checks=CHAIN, neighbours=neighbours, chain=chain).findings
    assert {finding.code for finding in found} == {"CH106", "CH107", "CH108", "CH110"}
    for finding in found:
        private = finding.in_private()
        told = f"{private.message} {private.mend} {private.detail} {private.path} {private.shown_path}"
        assert private.elsewhere is not None
        told += f" {private.elsewhere.path} {private.elsewhere.shown_path}"
        assert not [word for word in ("zebra", "Wombat", "giraffe", "dean", "ray", "march", "abcd") if word in told]
