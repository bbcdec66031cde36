"""Pages made from the code are as the code makes them, and lead where they say."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from sostool.checks.registry import all_checks
from sostool.profile.load import load_profile

DOCS = Path(__file__).parents[2] / "docs"


PAGES = runpy.run_path(str(DOCS / "make_pages.py"))["PAGES"]


@pytest.mark.parametrize("target", PAGES, ids=lambda target: target.name)
def test_a_made_page_is_fresh(target: Path) -> None:
    assert target.read_text("utf-8") == PAGES[target](), "run: make docs"


def test_every_check_is_on_its_page_with_a_place_to_link_to() -> None:
    page = (DOCS / "checks.md").read_text("utf-8")
    for code, check in all_checks().items():
        assert f"\n### {code} {check.name}\n" in page
        assert f"[{code}](#{code.lower()}-{check.name})" in page


def test_every_entry_of_a_word_list_has_a_source_and_what_is_said_of_has_something_to_say_instead() -> None:
    profile = load_profile("england").profile
    assert profile is not None
    lists = {name: list(phrases.values()) for name, phrases in profile.words.items()}
    assert len(lists) > 30
    assert [name for name, sayings in lists.items() if not all(saying.source for saying in sayings)] == []
    with_advice = {name for name, sayings in lists.items() if any(saying.instead for saying in sayings)}
    assert [name for name in with_advice if not all(saying.instead for saying in lists[name])] == []
    assert with_advice >= {
        "abbreviations",
        "agencies",
        "blame",
        "diagnoses",
        "labels",
        "plain",
        "services",
        "stops",
        "vague",
    }


def test_every_link_in_the_docs_leads_somewhere() -> None:
    pages = [*DOCS.glob("*.md"), *(DOCS.parent / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))]
    assert len(links) > 15
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
