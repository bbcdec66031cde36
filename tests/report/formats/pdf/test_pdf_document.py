"""What a PDF looks like and says of itself: its pages, what frames them, its dates, and the same bytes each time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Literal

import pytest
from browser.sample_document import REPORT
from examples.example_families import NAMES, family
from report.formats.pdf.opened_pdf import Opened
from report.templating.test_bare_picture import piece
from support.running import ROOT

from sostool.report.blocks import Columns, Document, Group, Item, Items, Line, Run, Section, Space, Table, own, typed
from sostool.report.formats.not_drawn import NotDrawn
from sostool.report.formats.pdf import pdf
from sostool.report.templating.our_templates import our_names
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


DOT = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\0\x80")),
        _chunk(b"IEND", b""),
    )
)
SQUARE = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><path d='M0 0h40v20z'/></svg>"
AGAIN = """
import sys
from browser.sample_document import REPORT
from sostool.report.formats.not_drawn import NotDrawn
from sostool.report.formats.pdf import pdf
from sostool.report.templating.templates import Templates
sys.stdout.buffer.write(pdf(REPORT, Templates()))
"""


def opened(**changes: object) -> Opened:
    return Opened(pdf(dataclasses.replace(REPORT, **changes), TEMPLATES))  # type: ignore[arg-type]


def one_section(*blocks: object) -> tuple[Section, ...]:
    return (Section("one", own("One"), blocks),)  # type: ignore[arg-type]


def test_the_same_document_gives_the_same_bytes_here_and_in_another_process() -> None:
    data = pdf(REPORT, TEMPLATES)
    assert pdf(REPORT, TEMPLATES) == data
    command = [sys.executable, "-c", AGAIN]
    other = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, env={"PYTHONPATH": f"{ROOT}:{ROOT}/tests"}
    )
    assert other.stdout == data


def test_it_says_nothing_of_this_computer_and_no_time_but_the_documents_own_date() -> None:
    file = opened().file
    assert dict(file.docinfo) == {
        "/Title": "Report for the meeting: Mia and Noah · EX-0042",
        "/Creator": file.docinfo["/Creator"],
        "/CreationDate": "D:20260317000000Z",
        "/ModDate": "D:20260317000000Z",
    }
    data = pdf(REPORT, TEMPLATES)
    today = dt.datetime.now(dt.UTC).date()
    for word in (str(Path.home()), str(ROOT), f"{today:%Y%m%d}", today.isoformat()):
        assert word.encode() not in data


@pytest.mark.parametrize(
    ("page", "size"), [("a4-portrait", (210, 297)), ("a4-landscape", (297, 210)), ("a3-landscape", (420, 297))]
)
def test_a_page_has_its_size(
    page: Literal["a4-portrait", "a4-landscape", "a3-landscape"], size: tuple[int, int]
) -> None:
    assert opened(page=page).sizes() == {size}


def test_each_page_says_whose_copy_it_is_how_far_it_has_come_and_which_page_it_is() -> None:
    texts = opened(stamps=("Draft", "Chair's copy")).texts()
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert "EX-0042 · practitioners" in text
        assert "Draft · Chair's copy" in text
        assert "7f3a91c2" in text
        assert f"page {number} of {len(texts)}" in text


def test_a_long_document_has_contents_with_pages_and_a_letter_has_none() -> None:
    sections = tuple(Section(f"part-{number}", own(f"Part {number}"), (Space(8), Space(8))) for number in range(1, 10))
    long = opened(sections=sections)
    assert len(long.links()) == 9
    assert long.texts()[0].count("Part ") > 8
    assert opened(sections=sections, kind="decision-letter").links() == []


def test_the_map_of_an_ordinary_family_and_a_summary_fill_one_sheet() -> None:
    one = family("mia-and-noah")
    for kind, size in (("map", (420, 297)), ("summary", (210, 297))):
        for reader in one.readers(kind):
            made = Opened(one.make(kind, reader, ("pdf",))[0].data)
            assert made.sizes() == {size}
            assert len(made.file.pages) == 1, (kind, reader.name)


@pytest.mark.parametrize("name", NAMES)
def test_a_summary_is_one_sheet_of_paper_at_most(name: str) -> None:
    one = family(name)
    pages = [len(Opened(one.make("summary", reader, ("pdf",))[0].data).file.pages) for reader in one.readers("summary")]
    assert all(count <= 2 for count in pages)


def _wall(entries: int) -> Document:
    columns = tuple(
        Group(
            own(heading), (Items(tuple(Item(f"Something that somebody said, number {at}.") for at in range(entries))),)
        )
        for heading in ("Worried", "Well", "Needed")
    )
    return dataclasses.replace(REPORT, kind="map", page="a3-landscape", sections=one_section(Columns(columns)))


def test_the_type_on_the_wall_is_as_large_as_fits_and_then_flows_on() -> None:
    pages = {entries: len(Opened(pdf(_wall(entries), TEMPLATES)).file.pages) for entries in (3, 12, 30, 200)}
    assert pages[3] == pages[12] == pages[30] == 1
    assert pages[200] > 1
    assert Opened(pdf(_wall(200), TEMPLATES)).letters_outside() == []


def test_every_part_of_the_flip_chart_has_a_sheet_of_its_own_and_lines_to_write_on() -> None:
    sections = tuple(Section(f"s{number}", own(f"Sheet {number}"), (Space(3),)) for number in range(3))
    texts = opened(kind="flip-chart", sections=sections).texts()
    assert [f"Sheet {number}" in text for number, text in enumerate(texts)] == [True] * 3


def test_no_row_of_a_small_table_is_left_alone_on_the_next_page() -> None:
    for before in range(20, 60, 3):
        rows = tuple((own(f"Row {number}"), own("4")) for number in range(6))
        lines = Items(tuple(Item(f"Line {number}") for number in range(before)))
        texts = opened(sections=one_section(lines, Table(own("Told"), ("Who", "What"), rows))).texts()
        assert len([text for text in texts if "Row " in text]) == 1, before


def test_a_form_to_fill_in_by_hand_is_one_sheet_of_two_sides() -> None:
    (made,) = family("mia-and-noah-review").make("my-views", None, ("pdf",))
    assert len(Opened(made.data).file.pages) == 2


def test_a_logo_that_cannot_be_drawn_is_named(tmp_path: Path) -> None:
    # Each piece of it is whole, and what is packed in one is not: only who draws it finds out.
    (tmp_path / "logo.png").write_bytes(DOT[:33] + piece(b"IDAT", b"xxxx") + piece(b"IEND", b""))
    with pytest.raises(NotDrawn, match="the logo in your templates folder"):
        pdf(REPORT, Templates(tmp_path))


@pytest.mark.parametrize(("name", "content"), [("logo.png", DOT), ("logo.svg", SQUARE.encode())])
def test_an_authoritys_logo_stands_at_the_head_and_is_told_by_its_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    document = dataclasses.replace(REPORT, authority="Example County Council")
    made = Opened(pdf(document, Templates(tmp_path)))
    assert made.of("Figure")[0].alt == "Example County Council"
    assert len(made.of("Figure")) == 2
    without = Opened(pdf(document, TEMPLATES))
    assert "Example County Council" in without.texts()[0]
    assert len(without.of("Figure")) == 1


def test_an_address_in_the_pack_is_a_link_below_the_page_itself() -> None:
    line: Line = (Run("Lisa's report", link="p3/EX-0042-report-p3-2026-03-17.pdf"),)
    made = opened(sections=one_section(Group(line, ())))
    (link,) = made.links()
    assert str(link.A.URI) == "p3/EX-0042-report-p3-2026-03-17.pdf"


def test_a_document_that_runs_from_right_to_left_is_a_mirror_image() -> None:
    def places(direction: Literal["ltr", "rtl"]) -> list[float]:
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

        data = pdf(dataclasses.replace(REPORT, direction=direction), TEMPLATES)
        with pypdfium2.PdfDocument(data) as document:
            page = document[0]
            text = page.get_textpage()
            at = text.get_text_range().replace("\r\n", "\r\n").index("EX-0042 ·")
            return list(text.get_charbox(at))

    assert places("ltr")[0] < 100 < places("rtl")[0]


def test_nobody_is_offered_the_template_of_a_pdf_to_change() -> None:
    assert [
        name
        for name in our_names()
        if name.startswith(("pdf/", "fonts/")) or name.endswith((".typ", ".ttf", "OFL.txt"))
    ] == []


def test_our_template_asks_for_nothing_and_reads_nothing() -> None:
    sources = sorted((ROOT / "templates" / "pdf").glob("*.typ"))
    assert len(sources) == 3
    for source in sources:
        text = source.read_text("utf-8")
        assert not [word for word in ("@preview", "@local", "read(", "eval(", "plugin(", "http") if word in text], (
            source
        )


def test_each_shipped_font_may_be_shipped_and_all_are_small() -> None:
    folder = ROOT / "templates" / "fonts"
    fonts = sorted(folder.glob("*.ttf"))
    assert len(fonts) == 5
    assert sum(font.stat().st_size for font in fonts) < 2_500_000
    licence = (folder / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(font.stem in licence for font in fonts)


def test_typed_text_of_another_direction_runs_its_own_way() -> None:
    made = opened(sections=one_section(Items((Item("مرحبا بك"),)), Group(typed("שלום"), ())))
    assert made.letters_outside() == []
    assert b"ReversedChars" in made.file.pages[0].Contents.read_bytes()
