"""The proofs find what they are there for: text that is lost or changed, and what would reach somebody anew."""

from __future__ import annotations

import pytest

from carrying.following import HEAD, PEOPLE, case_of, followed
from sostool.adding.layout import Layout
from sostool.carrying import following
from sostool.carrying.agreed import Agreed, agreed_actions
from sostool.carrying.cutting import Cuts
from sostool.carrying.entries import entry_at
from sostool.carrying.proof import NotProvenError, prove_cuts
from sostool.case.model import Case
from sostool.mend.edits import edited
from sostool.profile.load import load_profile
from sostool.share.make_view import make_view
from sostool.share.readers import find_reader
from sostool.yamlfile.composer import compose

TEXT = "a: [1, 2, 3]\nb: {c: d}\ne: |\n  f\n"
PLAN = (
    "outcome:\n  plans:\n    - child: mia\n      withhold: {from: [dean]}\n"
    "      actions: [{what: Ring Jo., who: [lisa]}, {what: Write., who: [priya]}]\n"
)


@pytest.mark.parametrize(
    "wrong",
    [
        "", "a: [1, 3]\n", "a: [1, 2, 3]\nb: {c: d}\ne: |\n  f\n", "a: [1, 3]\nb: {c: d}\ne: |\n  g\n",
        "a: [3, 1]\nb: {c: d}\ne: |\n  f\n", "a: [1, 3]\nb: {x: d}\ne: |\n  f\n", "a: [1, 3]\nb: d\ne: |\n  f\n",
        "a: [1, '3']\nb: {c: d}\ne: |\n  f\n", "a: [1, 3]\nb: {c: d}\ne: |\n  f\ng: h\n",
    ],
)  # fmt: skip
def test_another_text_than_was_meant_is_found(wrong: str) -> None:
    root, _ = compose(TEXT)
    assert root is not None
    cuts = Cuts(Layout(TEXT, root))
    cuts.cut(entry_at(root, ("a", 1)))
    prove_cuts(root, cuts, compose("a: [1, 3]\nb: {c: d}\ne: |\n  f\n")[0])
    with pytest.raises(NotProvenError):
        prove_cuts(root, cuts, compose(wrong)[0])


def test_an_action_that_has_lost_its_mark_does_not_become_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_marks(case: Case) -> tuple[Agreed, ...]:
        return tuple(
            one._replace(step={key: value for key, value in one.step.items() if key != "withhold"})
            for one in agreed_actions(case)
        )

    whole = followed((HEAD + PEOPLE + PLAN).encode())
    assert (whole.agreed, whole.not_agreed) == (2, 0)
    monkeypatch.setattr(following, "agreed_actions", without_marks)
    done = followed((HEAD + PEOPLE + PLAN).encode())
    assert (done.agreed, done.not_agreed) == (0, 2)
    assert b"Ring Jo" not in done.data


def test_a_carried_item_that_has_lost_its_mark_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + PEOPLE + "map: {working_well: {strengths: [{what: W, withhold: {from: [dean]}}]}}\n"
    monkeypatch.setattr(
        following, "edited", lambda text, edits: edited(text, edits).replace(", withhold: {from: [dean]}", "")
    )
    monkeypatch.setattr(following, "prove_cuts", lambda *_: None)
    with pytest.raises(NotProvenError):
        followed(text.encode())


def test_a_childs_number_stays_as_closed_as_the_words_of_its_day_whatever_the_child_says_next() -> None:
    text = (
        "dangers: [{id: one, statement: S, children: [mia], scale: {ratings: [{who: mia, date: 2026-03-10, score: 4}]}}]\n"
        "voices:\n  - {who: mia, date: 2026-03-10, words: [W], may_share: [lisa]}\n"
    )
    new = followed((HEAD + PEOPLE + text).encode()).data.decode()
    new += "  - {who: mia, date: 2026-06-01, words: [New], may_share: [lisa, dean]}\n"
    case, profile = case_of(new.encode()), load_profile("england").profile
    assert profile is not None
    numbers = {}
    for name in ("lisa", "dean"):
        reader = find_reader(case, profile, name)
        assert reader is not None
        scale = make_view(case, profile, reader).dangers[0].scale
        assert scale is not None
        numbers[name] = [rating.score for rating in scale.ratings]
    assert numbers == {"lisa": [4], "dean": []}
