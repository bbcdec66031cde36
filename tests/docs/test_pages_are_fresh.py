"""Pages made from the code are as the code makes them."""

import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_keys_is_fresh(monkeypatch):
    monkeypatch.syspath_prepend(DOCS)
    from make_pages import TARGET, page

    assert TARGET.read_text("utf-8") == page(), "run: make docs"
    sys.modules.pop("make_pages")


def test_every_link_in_the_docs_leads_somewhere():
    import re

    pages = [*DOCS.glob("*.md"), *(DOCS.parent / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))]
    assert len(links) > 15
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
