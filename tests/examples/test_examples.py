"""The made-up families are as good as we ask of others, and show everything."""

from __future__ import annotations

import datetime as dt

import pytest
from examples.example_families import EXAMPLES, NAMES, family

from sostool.checks.run import ask_checks
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS


def test_there_are_at_least_seven_families() -> None:
    assert len(NAMES) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_a_family_has_no_error_and_no_open_question(name: str) -> None:
    one = family(name)
    assert ask_checks(one.read, one.profile, dt.date(2026, 11, 22)).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_family_says_that_nobody_in_it_exists(name: str) -> None:
    lines = (EXAMPLES / f"{name}.yaml").read_text("utf-8").splitlines()
    assert lines[:2] == [
        "# yaml-language-server: $schema=case.schema.json",
        "# A made-up family. Nobody in this file exists.",
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_family_is_rendered_for_every_reader_in_every_format(name: str, kind: str) -> None:
    one = family(name)
    made = [
        (document.file_name, document.data)
        for reader in one.readers(kind)
        for document in one.make(kind, reader, FORMATS)
    ]
    if made:
        assert one.case.outcome is not None or KINDS[kind].needs in ("", "plan")
    else:
        # Nothing of after the meeting before it, and no page for a child before its words are agreed.
        assert one.case.outcome is None or kind == "child"
        assert kind in ("minutes", "decision-letter", "plan", "child")
    assert len({file_name for file_name, _ in made}) == len(made)
    assert all(len(data) > 300 for _, data in made)


@pytest.mark.parametrize("name", NAMES)
def test_no_file_name_holds_a_name_or_an_id(name: str) -> None:
    one = family(name)
    for reader in one.readers("report"):
        file_name = one.make("report", reader, ("md",))[0].file_name.lower()
        assert [id_ for id_ in one.case.people if f"-{id_}-" in file_name] == []


def test_the_families_together_use_every_profile_but_the_one_for_early_help_in_general() -> None:
    assert {family(name).case.profile for name in NAMES} >= {"england", "surrey-2018", "thurrock", "durham"}
