"""What the browser tests need: a browser, its driver, and pages to look at."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from browser.look import looker, once
from browser.pages import all_pages, some_pages, write_pages
from browser.sample_document import REPORT, SCALE
from browser.sample_pictures import CROWDS, HOSTILE, ORDINARY
from sostool.report.blocks import Figure, Mark, ScalePicture, Section, Space, own, typed
from sostool.report.formats.html import html
from sostool.report.templating.templates import Templates

CHROMIUM = Path("/usr/bin/chromium")
HERE = Path(__file__).parent

Look: TypeAlias = Callable[[str], dict[str, Any]]

CROWD = dataclasses.replace(
    SCALE,
    picture=ScalePicture(
        typed("All is well."),
        typed("All is not well."),
        tuple(
            Mark(f"Bartholomew Featherstonehaugh-Wolmsley {number}", "Mia's great-grandmother", 7, 4.5)
            for number in range(10)
        ),
    ),
)
DOCUMENTS = {
    "report": REPORT,
    "wall-map": dataclasses.replace(
        REPORT,
        kind="map",
        page="a3-landscape",
        sections=(
            REPORT.sections[1],
            Section("scale", own("How safe is it?"), (dataclasses.replace(SCALE, table=None),)),
        ),
    ),
    "right-to-left": dataclasses.replace(
        REPORT,
        language="ar",
        direction="rtl",
        title=(*own("تقرير الاجتماع: "), *typed("Mia and Noah")),
        accent="#5b2c6f",
    ),
    "pale-accent": dataclasses.replace(REPORT, accent="#ffdd00"),
    "crowd": dataclasses.replace(REPORT, sections=(Section("scale", own("How safe is it?"), (CROWD,)),)),
    "pictures": ORDINARY,
    "pictures-crowds": CROWDS,
    "pictures-hostile": HOSTILE,
    "pictures-right-to-left": dataclasses.replace(CROWDS, language="ar", direction="rtl"),
    "blank": dataclasses.replace(
        REPORT,
        kind="my-views",
        stamps=(),
        sections=(
            Section("worried", own("What am I worried about?"), (Space(6),)),
            Section(
                "number",
                own("My number"),
                (
                    Figure(
                        own("Put a cross on the line"),
                        ScalePicture(own("Safe"), own("Not safe"), ()),
                        "A line from 0 to 10.",
                    ),
                ),
            ),
        ),
    ),
}


@pytest.fixture(scope="session")
def browser_is_there() -> None:
    """Skip where there is no browser to look with, but never where everything is tested."""
    missing = [
        what
        for what, is_there in {
            "node": shutil.which("node") is not None,
            str(CHROMIUM): CHROMIUM.is_file(),
            "node_modules (run `npm ci` in tests/browser)": (HERE / "node_modules").is_dir(),
        }.items()
        if not is_there
    ]
    if missing:
        reason = f"the browser tests need {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session", params=["some", pytest.param("all", marks=pytest.mark.slow)])
def look(request: pytest.FixtureRequest, browser_is_there: None, tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Look at pages in one way; what is found stands under each page's name.

    A quick run looks at each kind of document once and at made-up ones that are hard to draw; a slow one at all.
    """
    chosen: str = request.param
    base = tmp_path_factory.getbasetemp()
    # What one process has looked at, the other does not look at again.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = once(shared / f"pages-{chosen}", some if chosen == "some" else everything)
    return looker(folder, CHROMIUM)


def some(folder: Path) -> None:
    """Write the pages of a quick run."""
    folder.mkdir()
    templates = Templates()
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.html").write_bytes(html(document, templates))
    write_pages(some_pages(), folder)


def everything(folder: Path) -> None:
    """Write the pages of a slow run."""
    folder.mkdir()
    write_pages(all_pages(), folder)
