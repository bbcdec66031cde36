"""Our own words: filled in, dated and listed, with an authority's own laid over them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from sostool.profile import Profile
from sostool.profile.load import load_profile, profile_names
from sostool.report.blocks import Run, typed
from sostool.report.labels import LabelMistakeError, read_labels
from sostool.report.templates import Templates
from sostool.yamlfile.kinds import When

TEXT = Templates().text("labels/en.yaml")
WORDS = read_labels(TEXT, Profile("test"))
SOURCES = Path(__file__).parents[2] / "sostool"


def test_a_blank_is_filled_in() -> None:
    assert WORDS("scale.describe_person", name="Mia", score="4") == "Mia: 4 out of 10."


def test_a_missing_blank_is_a_mistake() -> None:
    with pytest.raises(LabelMistakeError):
        WORDS("scale.describe_person", name="Mia")


def test_typed_text_in_a_label_stays_apart_from_our_words() -> None:
    assert WORDS.line("reader.person", name=typed("Lisa")) == (
        Run("This copy is for "),
        Run("Lisa", typed=True),
        Run("."),
    )


def test_braces_in_a_name_do_nothing() -> None:
    assert WORDS.line("reader.person", name=typed("{name}"))[1] == Run("{name}", typed=True)


def test_dates_are_written_out_as_exactly_as_they_are_known() -> None:
    day, month_end, year_end = dt.date(2026, 3, 17), dt.date(2026, 3, 31), dt.date(2026, 12, 31)
    assert WORDS.date(day) == "17 March 2026"
    assert WORDS.when(When(day, day, "2026-03-17")) == "17 March 2026"
    assert WORDS.when(When(dt.date(2026, 3, 1), month_end, "2026-03")) == "March 2026"
    assert WORDS.when(When(dt.date(2026, 1, 1), year_end, "2026")) == "2026"


@pytest.mark.parametrize(
    ("names", "listed"),
    [([], ""), (["Lisa"], "Lisa"), (["Lisa", "Jo"], "Lisa and Jo"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_listed_as_people_list_them(names: list[str], listed: str) -> None:
    assert "".join(run.text for run in WORDS.names(names)) == listed


@pytest.mark.parametrize("name", profile_names())
def test_a_shipped_profile_changes_only_labels_that_exist(name: str) -> None:
    profile = load_profile(name).profile
    assert profile is not None
    changed = read_labels(TEXT, profile)
    assert {label: changed.words[label] for label in profile.labels} == profile.labels


def test_a_profile_that_changes_an_unknown_label_is_told() -> None:
    with pytest.raises(LabelMistakeError, match=re.escape("goal.titel")):
        read_labels(TEXT, Profile("ours", labels={"goal.titel": "Goal"}))


def test_a_profile_that_uses_a_blank_nobody_fills_is_told() -> None:
    with pytest.raises(LabelMistakeError, match="blank"):
        read_labels(TEXT, Profile("ours", labels={"goal.title": "Goal for {child}"}))


def test_every_label_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (SOURCES / "report").rglob("*.py"))
    templates = Templates()
    shell = "".join(
        templates.text(name) for name in ("html/page.html.j2", "html/blocks.html.j2", "markdown/page.md.j2")
    )
    stems = {re.sub(r"\{.*", "", stem) for stem in re.findall(r"f\"([a-z_.]+\{[^\"]*)\"", code)}
    unused = [
        name
        for name in WORDS.words
        if f'"{name}"' not in code
        and not name.startswith(tuple(stem for stem in stems if stem))
        and not (name.startswith("page.") and name.removeprefix("page.") in shell + code)
    ]
    assert unused == []
