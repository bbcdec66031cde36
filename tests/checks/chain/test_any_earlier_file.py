"""Whatever stands in the earlier file, or in this one: nothing raises, and each place told is one of that file."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report.proof.families import families
from report.proof.plain import Data, dump
from support.cases import TODAY, england
from support.mutants import VALUES, changed, load, places
from support.running import ROOT

from sostool.case.read import ReadCase, read_case
from sostool.checks.chain import CHAIN
from sostool.checks.neighbours import Known, Neighbours
from sostool.checks.run import Asked, ask_checks
from sostool.story.chain import CannotFollowError, chain_of

_SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def example(name: str) -> Any:
    return load((ROOT / "examples" / name).read_text("utf-8"))


def asked(earlier: bytes, later: bytes) -> Asked:
    def read_file(name: str) -> ReadCase:
        if name != "mia-and-noah.yaml":
            raise CannotFollowError("missing")
        return read_case(earlier, name)

    one = read_case(later, "later.yaml")
    known = Known({}, {"mia-and-noah.yaml": "EX-0042"}, {"mia-and-noah.yaml": "mia-and-noah.yaml"})
    neighbours = Neighbours("later.yaml", lambda: known)
    return ask_checks(one, england(), TODAY, checks=CHAIN, neighbours=neighbours, chain=chain_of(one, read_file))


def looked_over(earlier: bytes, later: bytes) -> None:
    lines = {"mia-and-noah.yaml": earlier.count(b"\n") + 1, "later.yaml": later.count(b"\n") + 1}
    for finding in asked(earlier, later).findings:
        if not finding.code.startswith("CH"):
            continue
        assert 1 <= finding.place.line <= lines[finding.file]
        if finding.elsewhere is not None:
            assert 1 <= finding.elsewhere.place.line <= lines[finding.elsewhere.file]


@_SETTINGS
@given(st.data())
def test_a_slip_anywhere_in_either_file(data: st.DataObject) -> None:
    files = [example("mia-and-noah.yaml"), example("mia-and-noah-review.yaml")]
    which = data.draw(st.integers(0, 1))
    path = data.draw(st.sampled_from(list(places(files[which]))))
    files[which] = changed(files[which], path, data.draw(st.sampled_from(VALUES)))
    looked_over(*(json.dumps(file, indent=1).encode() for file in files))


@_SETTINGS
@given(families(), families())
def test_any_two_families(earlier: Data, later: Data) -> None:
    meeting = {**later["meeting"], "date": "2026-06-09", "follows": "mia-and-noah.yaml"}
    looked_over(dump(earlier), dump({**later, "meeting": meeting}))


@_SETTINGS
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes(earlier: bytes) -> None:
    later = json.dumps(example("mia-and-noah-review.yaml")).encode()
    codes = {finding.code for finding in asked(earlier, later).findings}
    assert codes & {"CH103", "CH102", "CH104"}
