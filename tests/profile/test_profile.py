"""What a profile says, laid over the one it is built on."""

from __future__ import annotations

from pathlib import Path

from support.profiles import sound, write_profile

from sostool.profile.load import load_profile, profile_names


def test_an_authoritys_own_lies_beside_the_case_files(tmp_path: Path) -> None:
    own = sound(
        write_profile(
            tmp_path,
            "our-town",
            """\
sostool_profile: 1
title: Our town
based_on: england
columns: [needs_to_happen, worried, working_well]
halves: true
recommendation: false
accent: "#123abc"
limits: {network_people: 5}
labels: {danger.title: Main fear}
retired: [{term: Old Words, instead: new words}]
checks: [{check: DS102, severity: advice}]
must_be_closed: [DS101]
words:
  - {name: stops, add: [{say: Desist, instead: what people do}], remove: [No Longer]}
  - {name: ours, add: [jargon]}
""",
        )
    )
    england = sound(load_profile("england"))
    assert own.name == "our-town"
    assert own.based_on == ("england",)
    assert own.columns == ("needs_to_happen", "worried", "working_well")
    assert own.halves
    assert not own.recommendation
    assert own.accent == "#123abc"
    assert own.limits == {**england.limits, "network_people": 5}
    assert own.required == england.required
    assert own.labels["danger.title"] == "Main fear"
    assert [term.term for term in own.retired] == ["Old Words"]
    assert own.severities == {"DS102": "advice"}
    assert own.must_be_closed == {"NX101", "CH110", "CH112", "DS101"}
    assert own.words["stops"].keys() - england.words["stops"].keys() == {"desist"}
    assert england.words["stops"].keys() - own.words["stops"].keys() == {"no longer"}
    assert set(own.words["ours"]) == {"jargon"}
    assert sorted(profile_names(tmp_path)) == ["durham", "england", "our-town", "surrey-2018", "thurrock", "wellbeing"]


def test_names_and_numbers_are_laid_over_key_by_key_and_helplines_as_a_whole(tmp_path: Path) -> None:
    england = sound(load_profile("england"))
    text = "sostool_profile: 1\nbased_on: england\nauthority: {name: A, telephone: '1', helplines: [{name: H}]}\n"
    write_profile(tmp_path, "team", text)
    own = sound(write_profile(tmp_path, "own", "sostool_profile: 1\nbased_on: team\nauthority: {telephone: '2'}\n"))
    assert (england.authority, len(england.helplines)) == ({}, 4)
    assert own.authority == {"name": "A", "telephone": "2"}
    assert [line.name for line in own.helplines] == ["H"]


def test_what_is_laid_over_leaves_the_base_as_it_was(tmp_path: Path) -> None:
    before = {name: list(entries) for name, entries in sound(load_profile("england")).words.items()}
    write_profile(tmp_path, "own", "sostool_profile: 1\nbased_on: england\nwords: [{name: stops, remove: [not]}]\n")
    assert {name: list(entries) for name, entries in sound(load_profile("england")).words.items()} == before


def test_one_may_be_built_on_another_that_is_built_on_another(tmp_path: Path) -> None:
    write_profile(tmp_path, "team", "sostool_profile: 1\nbased_on: surrey-2018\nlimits: {network_people: 4}\n")
    own = sound(write_profile(tmp_path, "team-b", "sostool_profile: 1\nbased_on: team\ntitle: Team B\n"))
    assert own.based_on == ("england", "surrey-2018", "team")
    assert own.limits["network_people"] == 4
    assert own.labels["document.report"] == "Report to Conference"
    assert own.retired


def test_one_that_is_built_on_nothing_has_only_what_it_says(tmp_path: Path) -> None:
    own = sound(write_profile(tmp_path, "bare", "sostool_profile: 1\ntitle: Bare\n"))
    assert own.based_on == ()
    assert (own.words, own.limits) == ({}, sound(load_profile("england")).limits)
    assert own.columns == ("worried", "working_well", "needs_to_happen")
