"""Pages made from the code are as the code makes them, and lead where they say."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_keys_is_fresh() -> None:
    maker = runpy.run_path(str(DOCS / "make_pages.py"))
    assert maker["TARGET"].read_text("utf-8") == maker["page"](), "run: make docs"


def test_every_link_in_the_docs_leads_somewhere() -> None:
    pages = [*DOCS.glob("*.md"), *(DOCS.parent / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))]
    assert len(links) > 15
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
