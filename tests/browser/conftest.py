"""What the browser tests need: a browser, its driver, and pages to look at."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from examples.example_families import NAMES, family

from browser.look import looker
from browser.sample_document import REPORT, SCALE
from sostool.report.blocks import Figure, Mark, ScalePicture, Section, Space, own, typed
from sostool.report.documents import KINDS
from sostool.report.formats.html import html
from sostool.report.templates import Templates

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
def rendered_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of web pages; every one of them is looked at."""
    folder = tmp_path_factory.mktemp("pages")
    templates = Templates()
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.html").write_bytes(html(document, templates))
    for name in NAMES:
        one = family(name)
        readers = [reader for reader in one.readers("report") if reader.name in ("practitioners", "lisa", "dean")]
        for kind, chosen in (("report", readers), ("map", one.readers("map")[1:2])):
            for reader in chosen:
                made = one.workshop.make(one.read, KINDS[kind], reader, ("html",))[0]
                (folder / f"{kind}-{name}-{reader.code}.html").write_bytes(made.data)
    return folder


@pytest.fixture(scope="session")
def look(rendered_pages: Path) -> Look:
    """Look at all pages in one way; what is found stands under each page's name."""
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
    return looker(rendered_pages, CHROMIUM)
