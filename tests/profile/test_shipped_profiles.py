"""The five profiles that come with sostool."""

from __future__ import annotations

import ast
import re

import pytest
import yaml
from support.running import ROOT

from sostool.checks.registry import all_checks
from sostool.profile.declared import CATEGORIES, COLUMNS, Limits
from sostool.profile.load import SHIPPED, load_profile, profile_names
from sostool.profile.profile import Profile

NAMES = ["durham", "england", "surrey-2018", "thurrock", "wellbeing"]


def shipped(name: str) -> Profile:
    profile = load_profile(name).profile
    assert profile is not None
    return profile


def test_all_are_there() -> None:
    assert sorted(profile_names()) == NAMES
    assert sorted(file.stem for file in SHIPPED.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
class TestEachProfile:
    def test_loads_without_a_finding(self, name: str) -> None:
        loaded = load_profile(name)
        assert loaded.findings == ()
        assert loaded.profile is not None
        assert loaded.profile.name == name

    def test_has_a_title_and_sources(self, name: str) -> None:
        profile = shipped(name)
        assert profile.title
        assert profile.sources
        assert all(len(source.what) > 10 for source in profile.sources)
        assert any(source.about for source in profile.sources)

    def test_is_built_on_england(self, name: str) -> None:
        assert shipped(name).based_on == (() if name == "england" else ("england",))

    def test_has_everything_filled_in(self, name: str) -> None:
        profile = shipped(name)
        assert sorted(profile.columns) == sorted(COLUMNS)
        assert set(profile.required) <= set(CATEGORIES)
        assert re.fullmatch("#[0-9a-f]{6}", profile.accent)
        assert set(profile.limits) == set(Limits.keys)
        assert profile.words["stops"]

    def test_names_only_checks_that_exist(self, name: str) -> None:
        profile = shipped(name)
        assert set(profile.severities) <= set(all_checks())
        assert profile.must_be_closed <= set(all_checks())
        assert "NX101" in profile.must_be_closed


def test_columns_stand_in_the_order_each_authority_uses() -> None:
    working_first = [name for name in NAMES if shipped(name).columns[0] == "working_well"]
    assert working_first == ["thurrock", "wellbeing"]


def test_words_of_early_help() -> None:
    labels = shipped("wellbeing").labels
    assert labels["danger.title"] == "Main worry"
    assert labels["goal.title"] == "Wellbeing goal"
    assert shipped("thurrock").labels["danger.title"] == "Worry statement"


def test_surrey_has_its_retired_term_and_its_themes() -> None:
    surrey = shipped("surrey-2018")
    assert [term.term for term in surrey.retired] == ["Safer Surrey"]
    assert surrey.retired[0].instead == "Signs of Safety"
    assert {priority.name for priority in surrey.priorities} >= {"mental-health", "self-harm"}


def test_every_label_is_one_that_documents_use() -> None:
    known = set(yaml.safe_load((ROOT / "templates" / "labels" / "en.yaml").read_text("utf-8"))["words"])
    used = {label for name in NAMES for label in shipped(name).labels}
    assert len(used) >= 8
    assert used <= known


AUTHORITIES = re.compile(r"surrey|thurrock|durham|yorkshire|norfolk|knowsley|southwark|ealing", re.IGNORECASE)


def strings_of_code(source: str) -> list[str]:
    """Give the text constants of a module that are not documentation: neither docstrings nor a key's example."""
    tree = ast.parse(source)
    left_out = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            left_out.add(id(node.body[0].value))  # type: ignore[attr-defined]
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and getattr(node.func.value, "id", "") == "key"
        ):
            left_out |= {id(inner) for inner in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out
    ]


def test_no_authority_is_named_in_code() -> None:
    files = sorted((ROOT / "sostool").rglob("*.py"))
    assert len(files) > 80
    named = {
        str(file.relative_to(ROOT)): text
        for file in files
        for text in strings_of_code(file.read_text("utf-8"))
        if AUTHORITIES.search(text)
    }
    assert named == {}


def test_no_authority_is_named_in_a_template() -> None:
    files = [file for file in (ROOT / "templates").rglob("*") if file.is_file() and file.parent.name != "fonts"]
    assert len(files) >= 6
    assert [file.name for file in files if AUTHORITIES.search(file.read_text("utf-8"))] == []
