"""Every PDF can be read aloud and kept: by the rules of PDF/UA-1 and PDF/A-2a, and by our own walk through it."""

from __future__ import annotations

import dataclasses
import io
import re
from itertools import pairwise

import pytest
from browser.sample_document import REPORT
from examples.example_families import NAMES, family
from report.formats.pdf.opened_pdf import Opened, faults

from sostool.report.blocks import Figure, Group, ScalePicture, Section, Table, own, typed
from sostool.report.formats.pdf import pdf
from sostool.report.making.kinds import KINDS
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()
DATA = pdf(REPORT, TEMPLATES)
SAMPLE = Opened(DATA)
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def assert_readable(data: bytes) -> Opened:
    assert faults(data) == []
    opened = Opened(data)
    root = opened.file.Root
    assert str(root.Lang)
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    levels = [HEADINGS.index(part.kind) + 1 for part in opened.of(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(part.alt.strip() for part in opened.of("Figure"))
    assert all(part.scope == "Column" for part in opened.of("TH"))
    assert opened.kinds().count("THead") == opened.kinds().count("Table")
    assert all(part.inside[-1] == "L" for part in opened.of("LI"))
    return opened


def test_the_checker_finds_what_is_wrong() -> None:
    # A gate that lets everything pass is none.
    spoilt = Opened(DATA)
    del spoilt.file.Root.Lang
    del spoilt.file.Root.ViewerPreferences
    data = io.BytesIO()
    spoilt.file.save(data)
    assert len(faults(data.getvalue())) >= 2


def test_a_document_with_every_kind_of_block_is_readable() -> None:
    opened = assert_readable(DATA)
    assert str(opened.file.Root.Lang) == "en"
    assert opened.file.docinfo["/Title"] == "Report for the meeting: Mia and Noah · EX-0042"
    assert opened.kinds().count("H2") == len(REPORT.sections)
    assert opened.kinds().count("Table") == 1
    assert opened.kinds().count("TH") == 3
    assert opened.kinds().count("BlockQuote") == 3
    assert len(opened.of("Caption")) == 1


def test_a_picture_has_its_sentences_and_the_table_beside_it() -> None:
    (picture,) = SAMPLE.of("Figure")
    assert picture.alt.startswith("Mia says 4, before it was 3.")
    kinds = SAMPLE.kinds()
    assert kinds.index("Figure") < kinds.index("Table")


def test_a_picture_that_says_nothing_is_told_by_its_caption_and_its_ends() -> None:
    blank = Figure(own("Put a cross"), ScalePicture(typed("Safe."), typed("Not safe."), ()), "")
    alone = Figure((), ScalePicture((), (), ()), "")
    document = dataclasses.replace(REPORT, sections=(Section("one", own("One"), (blank, alone)),))
    opened = assert_readable(pdf(document, TEMPLATES))
    assert [part.alt for part in opened.of("Figure")] == ["Put a cross – Safe. – Not safe.", "0–10"]


def test_the_outline_holds_the_headings_in_their_order() -> None:
    titles = SAMPLE.outline()
    assert titles[0] == "Report for the meeting: Mia and Noah"
    headings = ["About this report", "The map", "In their own words", "Our worries", "Room to write"]
    assert [title for title in titles if title in headings] == headings


def test_nothing_on_paper_looks_as_if_it_could_be_clicked() -> None:
    assert SAMPLE.links() == []
    assert "\n".join(SAMPLE.texts()).count("What we want to see") == 1


def test_what_somebody_typed_says_its_own_language() -> None:
    document = dataclasses.replace(REPORT, text_language="pl")
    opened = Opened(pdf(document, TEMPLATES))
    assert _languages(opened) == {"en", "pl"}
    assert _languages(SAMPLE) == {"en"}


def _languages(opened: Opened) -> set[str]:
    in_parts = {part.language for part in opened.parts} - {""}
    pages = [page.Contents.read_bytes() for page in opened.file.pages]
    return in_parts | {found.decode() for page in pages for found in re.findall(rb"/Lang\((\w+)\)", page)}


def test_the_head_of_a_table_stands_again_on_each_page_and_is_read_once() -> None:
    rows = tuple((typed(f"Row {number}"), own("4")) for number in range(90))
    table = Table(own("Long"), ("Who exactly", "Number"), rows)
    document = dataclasses.replace(REPORT, sections=(Section("one", own("One"), (Group(own("A"), (table,)),)),))
    opened = assert_readable(pdf(document, TEMPLATES))
    texts = [text for text in opened.texts() if "Row " in text]
    assert len(texts) > 2
    assert all("Who exactly" in text for text in texts)
    assert opened.kinds().count("TH") == 2


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("page", ["a4-portrait", "a4-landscape", "a3-landscape"])
@pytest.mark.parametrize("kind", ["report", "flip-chart", "child", "summary", "leaflet"])
def test_every_page_can_be_read_in_either_direction(kind: str, page: str, direction: str) -> None:
    document = dataclasses.replace(REPORT, kind=kind, page=page, direction=direction, one_page=kind == "summary")  # type: ignore[arg-type]
    opened = assert_readable(pdf(document, TEMPLATES))
    assert opened.letters_outside() == []


def assert_family_is_readable(name: str, kind: str, every: int) -> int:
    one = family(name)
    readers = one.readers(kind)
    for reader in readers[::every]:
        (made,) = one.make(kind, reader, ("pdf",))
        assert made.file_name.endswith(".pdf")
        opened = assert_readable(made.data)
        assert opened.letters_outside() == []
    return len(readers)


@pytest.mark.parametrize("kind", KINDS)
def test_one_copy_of_each_document_of_two_families_is_readable(kind: str) -> None:
    assert sum(assert_family_is_readable(name, kind, 100) for name in ("mia-and-noah-review", "early-help")) > 0


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_copy_of_every_family_is_readable(name: str, kind: str) -> None:
    assert_family_is_readable(name, kind, 1)
