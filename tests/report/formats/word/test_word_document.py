"""A document in Word: every kind of block as what it is, with its language, its description and its links."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from browser.sample_document import REPORT
from report.formats.word.opened import WP, Opened, R, W, faults, repacked, shown

from sostool.report.blocks import (
    Block,
    Document,
    Fact,
    Figure,
    Item,
    Items,
    Panel,
    Panels,
    Paragraphs,
    Prose,
    ScalePicture,
    Section,
    Space,
    Table,
    Ticks,
    own,
    typed,
)
from sostool.report.formats.not_drawn import NotInstalledError
from sostool.report.formats.word import word
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()
MADE = word(REPORT, TEMPLATES)
OPENED = Opened(MADE)


def made(*blocks: Block, **changes: object) -> Opened:
    document: Document = replace(REPORT, sections=(Section("one", own("One"), blocks),), **changes)  # type: ignore[arg-type]
    return Opened(word(document, TEMPLATES))


# --- what it is made of ------------------------------------------------------------------------------------------


def test_headings_are_headings_in_their_order() -> None:
    assert OPENED.headings()[:8] == [
        (1, "Report for the meeting: Mia and Noah"),
        (2, "About this report"),
        (2, "The map"),
        (3, "What are we worried about?"),
        (3, "What's working well?"),
        (3, "What needs to happen?"),
        (4, "What has happened"),
        (2, "In their own words"),
    ]
    levels = [level for level, _ in OPENED.headings()]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_cover_stands_at_the_beginning() -> None:
    assert [(one.style, one.text) for one in OPENED.paragraphs[:4]] == [
        ("heading 1", "Report for the meeting: Mia and Noah"),
        ("Subtitle", "First child protection conference, 17 March 2026"),
        ("sostool Notice", "This copy is for practitioners."),
        ("sostool Quiet", "If anything here is wrong, say so at the meeting."),
    ]


def test_facts_have_their_label_beside_them() -> None:
    assert OPENED.in_style("sostool Fact") == ["Children:\tMia, Noah", "Chair:\tAnn Obi"]
    assert "When: 21 February 2026 · Said by: Surrey Police, Priya Shah" in OPENED.in_style("sostool Facts in a list")


def test_typed_lists_are_lists() -> None:
    assert OPENED.in_style("sostool Lead") == ["Police came to the flat:"]
    assert OPENED.in_style("List Bullet")[:3] == [
        "Lisa was hurt",
        "the children were at home",
        "Police came to the flat on 21 February. Lisa had a cut lip.",
    ]
    entry = next(one for one in OPENED.paragraphs if one.text == "Lisa was hurt")
    number = entry.element.find(f"{W}pPr/{W}numPr/{W}numId")
    assert number is not None
    assert number.get(f"{W}val") in {
        one.get(f"{W}numId") for one in OPENED.trees["word/numbering.xml"].findall(f"{W}num")
    }


def test_a_list_in_an_entry_of_a_list_is_an_inner_list() -> None:
    opened = made(Items((Item("Two things:\n- one\n- two\n\nand more"),)))
    styles = [(one.style, one.text) for one in opened.paragraphs if one.style.startswith("List")]
    assert styles == [
        ("List Bullet", "Two things:"),
        ("List Bullet 2", "one"),
        ("List Bullet 2", "two"),
        ("List Continue", "and more"),
    ]


def test_each_list_that_counts_begins_with_one() -> None:
    opened = made(Prose((own("a"), own("b")), "numbers"), Prose((own("c"),), "numbers"), Prose((own("d"),), "bullets"))
    used = [
        (one.text, one.element.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"))  # type: ignore[union-attr]
        for one in opened.paragraphs
        if one.style == "List Number"
    ]
    assert [text for text, _ in used] == ["a", "b", "c"]
    assert used[0][1] == used[1][1] != used[2][1]
    numbers = opened.trees["word/numbering.xml"]
    starts = {one.get(f"{W}numId"): one.find(f"{W}lvlOverride/{W}startOverride") for one in numbers.findall(f"{W}num")}
    assert all(starts[str(number)] is not None for _, number in used)


def test_own_words_are_quotations_line_by_line() -> None:
    assert OPENED.in_style("Quote") == [
        "I don't like it when Dad shouts.",
        "I hide on the stairs.",
        "Mum and Dad are friends\nand nobody shouts.",
    ]


def test_marks_stand_in_a_frame_of_their_own() -> None:
    look = OPENED.trees["word/styles.xml"].find(f"{W}style[@{W}styleId='sostoolTag']/{W}rPr/{W}bdr")
    assert look is not None
    marked = [
        one.text
        for one in OPENED.paragraphs
        if one.element.find(f"{W}r/{W}rPr/{W}rStyle[@{W}val='sostoolTag']") is not None
    ]
    assert marked == ["\u00a0not in front of Dean\u00a0"] * 2


def test_notices_and_warnings_have_styles_of_their_own() -> None:
    assert OPENED.in_style("sostool Careful") == ["Read the tags before you speak."]
    assert "This is a draft." in OPENED.in_style("sostool Notice")


def test_a_statement_and_its_goal_can_be_told_apart() -> None:
    assert OPENED.in_style("sostool Statement") == ["Dean could hurt Lisa again.", "Dean says that it happened once."]
    assert OPENED.in_style("sostool Goal") == ["Dean is calm and kind at home."]


def test_the_heading_of_a_statement_leads_to_its_goal() -> None:
    (link,) = OPENED.document.iter(f"{W}hyperlink")
    assert (shown(link), link.get(f"{W}tooltip"), link.get(f"{R}id")) == ("Worry 1", "What we want to see", None)
    start = OPENED.document.find(f".//{W}bookmarkStart[@{W}name='{link.get(f'{W}anchor')}']")
    assert start is not None
    heading = start.getparent()
    assert heading is not None
    assert shown(heading) == "What we want to see"


def test_nothing_on_paper_looks_as_if_it_could_be_clicked() -> None:
    (link,) = OPENED.document.iter(f"{W}hyperlink")
    assert link.find(f".//{W}rStyle") is None
    assert OPENED.document.find(f".//{W}u") is None


def test_a_page_break_is_that_of_the_paragraph_after_it() -> None:
    broken = [one.text for one in OPENED.paragraphs if one.element.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert broken == ["After the break."]


def test_there_is_room_to_write_and_to_draw() -> None:
    opened = made(Space(3), Panels((Panel(typed("Dad lives at Ray's."), own("A house")),)))
    assert opened.in_style("sostool Writing line") == ["\t"] * 3
    assert opened.in_style("sostool Drawing frame") == ["A house"]
    assert opened.in_style("List Number") == ["Dad lives at Ray's."]


def test_boxes_to_tick_have_their_box() -> None:
    opened = made(Ticks(own("Did you come?"), (own("yes"), own("no"))))
    assert opened.in_style("sostool Tick box") == ["\u2610 yes", "\u2610 no"]


# --- tables -------------------------------------------------------------------------------------------------------


def _table_with(opened: Opened, text: str) -> object:
    return next(one for one in opened.document.iter(f"{W}tbl") if text in shown(one))


def test_the_header_row_of_a_table_is_repeated() -> None:
    table = _table_with(OPENED, "Why this number")
    rows = table.findall(f"{W}tr")  # type: ignore[attr-defined]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert [[shown(cell) for cell in row.findall(f"{W}tc")] for row in rows] == [
        ["Who", "Number", "Why this number"],
        ["Mia", "4", "It is quiet now."],
        ["Dean", "8", "I went to Dad's when I got wound up."],
        ["Aunt Jo", "would not say", ""],
    ]


def test_a_table_says_what_it_is() -> None:
    look = _table_with(OPENED, "Why this number").find(f"{W}tblPr")  # type: ignore[attr-defined]
    assert look.find(f"{W}tblCaption").get(f"{W}val") == "The numbers, and why"
    assert look.find(f"{W}tblDescription").get(f"{W}val") == "Who, Number, Why this number"
    assert look.find(f"{W}tblLook").get(f"{W}firstRow") == "1"
    assert look.find(f"{W}tblLook").get(f"{W}firstColumn") == "1"
    assert OPENED.in_style("caption") == ["Where everybody stands on 17 March 2026", "The numbers, and why"]


def test_a_column_is_as_broad_as_its_longest_word() -> None:
    rows = tuple((typed("Grandad"), own("17 March 2026"), typed("very long words " * 30)) for _ in range(3))
    opened = made(Table(own("Who"), ("Name", "Day", "Why"), rows))
    widths = [int(str(one.get(f"{W}w"))) for one in opened.document.iter(f"{W}gridCol")]
    assert widths[1] > 1500
    assert widths[2] > 2 * widths[1]
    assert sum(widths) == 9866


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ((), ()),
        (("One",), ()),
        (("One",), ((),)),
        (("One", "Two"), ((own("a"),), (own("a"), own("b"), own("c")))),
        ((), ((own("a"), own("b")),)),
        (tuple(str(number) for number in range(100)), ((own("a"),),)),
        (("W" * 300, "x"), ((own("W" * 300), own("y" * 300)),)),
    ],
)
def test_a_table_of_any_shape_is_a_sound_table(
    columns: tuple[str, ...], rows: tuple[tuple[tuple[object, ...], ...], ...]
) -> None:
    document = replace(REPORT, sections=(Section("one", own("One"), (Table((), columns, rows),)),))  # type: ignore[arg-type]
    data = word(document, TEMPLATES)
    assert faults(data) == []
    for row in Opened(data).document.iter(f"{W}tr"):
        assert len(row.findall(f"{W}tc")) == len(list(Opened(data).document.iter(f"{W}gridCol")))


def test_a_row_longer_than_a_page_may_break() -> None:
    rows = ((typed("Mia"), typed("word " * 3000)), (typed("Noah"), typed("word")))
    opened = made(Table((), ("Who", "What"), rows))
    together = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in opened.document.iter(f"{W}tr")]
    assert together == [True, False, True]


# --- the map ------------------------------------------------------------------------------------------------------


def _sections(opened: Opened) -> list[tuple[int, int]]:
    return [
        (int(str(one.get(f"{W}w"))), int(str(one.get(f"{W}h"))))
        for section in opened.document.iter(f"{W}sectPr")
        for one in section.findall(f"{W}pgSz")
    ]


def test_the_map_is_a_table_on_pages_that_lie_on_their_side() -> None:
    assert _sections(OPENED) == [(11906, 16838), (16838, 11906), (11906, 16838)]
    table = _table_with(OPENED, "What are we worried about?")
    rows = table.findall(f"{W}tr")  # type: ignore[attr-defined]
    assert [[shown(cell) for cell in row] for row in rows[:1]] == [
        ["", "What are we worried about?", "What's working well?", "What needs to happen?"]
    ]
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert rows[1].find(f"{W}trPr/{W}cantSplit") is None
    assert len(rows[1].findall(f"{W}tc")) == 3
    caption = table.find(f"{W}tblPr/{W}tblCaption")  # type: ignore[attr-defined]
    assert caption.get(f"{W}val") == "The map"


def test_what_frames_the_first_pages_frames_the_others_too() -> None:
    first, *others = OPENED.document.iter(f"{W}sectPr")
    assert first.find(f"{W}headerReference") is not None
    assert first.find(f"{W}footerReference") is not None
    assert [one.tag for other in others for one in other if one.tag.endswith("Reference")] == []


def test_plainly_the_map_is_headings_and_lists() -> None:
    opened = Opened(word(REPORT, TEMPLATES, plain_columns=True))
    assert _sections(opened) == [(11906, 16838)]
    assert [text for level, text in opened.headings() if level == 3][:3] == [
        "What are we worried about?",
        "What's working well?",
        "What needs to happen?",
    ]
    tables = [shown(one) for one in opened.document.iter(f"{W}tbl")]
    assert not any("bedtime" in text for text in tables)
    assert "Dean reads to both children at bedtime." in opened.in_style("List Bullet")
    assert opened.document.find(f".//{W}hyperlink") is None


def test_the_map_for_the_wall_is_a_sheet_of_a3_and_plainly_pages_of_a4() -> None:
    wall = replace(REPORT, page="a3-landscape", sections=REPORT.sections[1:2])
    assert _sections(Opened(word(wall, TEMPLATES))) == [(23811, 16838)]
    assert _sections(Opened(word(wall, TEMPLATES, plain_columns=True))) == [(11906, 16838)]


def test_the_scales_stand_beside_the_maps_columns_on_the_sheet_for_the_wall() -> None:
    scales = Section("scales", own("Safety scale"), (Paragraphs("Here are the numbers."),))
    wall = replace(REPORT, page="a3-landscape", kind="map", sections=(REPORT.sections[1], scales))
    (table,) = Opened(word(wall, TEMPLATES)).document.iter(f"{W}tbl")
    last = [row.findall(f"{W}tc")[-1] for row in table.findall(f"{W}tr")]
    assert [shown(cell) for cell in last] == ["", "Safety scaleHere are the numbers."]
    plainly = Opened(word(wall, TEMPLATES, plain_columns=True))
    assert (2, "Safety scale") in plainly.headings()
    assert len(list(plainly.document.iter(f"{W}tbl"))) == 0


def test_several_scales_stand_one_below_the_other_beside_the_map() -> None:
    scales = tuple(Section(f"s{n}", own(f"Scale {n}"), (Paragraphs(f"Numbers {n}."),)) for n in (1, 2))
    wall = replace(REPORT, page="a3-landscape", kind="map", sections=(REPORT.sections[1], *scales))
    opened = Opened(word(wall, TEMPLATES))
    texts = [one.text for one in opened.paragraphs]
    assert texts[texts.index("Numbers 1.") + 1 :][:2] == ["Scale 2", "Numbers 2."]


@pytest.mark.parametrize(
    "kept", [[False], [True, False], [True, True, False], [True, False, True, False], [True, False, False, True, False]]
)
def test_neither_the_first_nor_the_last_row_of_a_table_is_left_alone_on_a_page(kept: list[bool]) -> None:
    rows = tuple((own("Mia"), own("4")) for _ in kept)
    head, *body = made(Table(own("Told"), ("Who", "What"), rows)).document.iter(f"{W}tr")
    assert head.find(f".//{W}keepNext") is not None
    assert [row.find(f".//{W}keepNext") is not None for row in body] == kept


def test_dots_to_write_a_time_on_stay_on_one_line() -> None:
    rows = ((own("……:……"), own("A sentence that needs all the room there is. " * 9)),)
    grid = made(Table(own("Order"), ("Time", "Step"), rows)).document.find(f".//{W}gridCol")
    assert grid is not None
    # Six letters of their full size, the colon, and what stands beside a cell's text.
    assert int(str(grid.get(f"{W}w"))) >= (4 * 12 + 3) * 20 + 200


# --- pictures -----------------------------------------------------------------------------------------------------


def test_a_picture_has_its_words_its_dots_and_its_drawing() -> None:
    (picture,) = OPENED.document.iter(f"{WP}inline")
    figure = REPORT.sections[3].blocks[0].blocks[2].blocks[0]  # type: ignore[union-attr]
    assert isinstance(figure, Figure)
    told = picture.find(f"{WP}docPr")
    assert told is not None
    assert told.get("descr") == figure.description
    assert told.get("title") is None
    assert OPENED.parts["word/media/picture1001.png"].startswith(b"\x89PNG")
    drawing = OPENED.parts["word/media/picture1001.svg"].decode()
    assert drawing.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "Grandad Ray" in drawing
    # Not every program draws a rim below what it is around when it is told so.
    assert "paint-order" not in drawing
    rim, number = re.findall(r'(<g[^>]*stroke-width="7"[^>]*>)(?:(?!</g>).)*</g><g>(.*?)</g>', drawing, re.DOTALL)[0]
    assert 'fill="#ffffff"' in rim
    assert ">4</text>" in number
    targets = {str(one.get("Target")): one.get("TargetMode") for one in OPENED.relations()}
    assert targets["media/picture1001.svg"] is None


def test_both_ends_of_a_scale_and_who_gave_no_number_stand_below_it() -> None:
    assert [text[:17] for text in OPENED.in_style("sostool End of a scale")] == [
        "10\tNobody at home",
        "0\tSomeone will be",
    ]
    assert "Aunt Jo Lisa's sister: would not say" in OPENED.in_style("List Bullet")


def test_what_a_picture_shows_stands_below_it_where_it_has_no_table() -> None:
    picture = ScalePicture(own("ten"), own("zero"), REPORT.sections[3].blocks[0].blocks[2].blocks[0].picture.marks)  # type: ignore[union-attr]
    figure = Figure(own("A scale"), picture, "Mia says 4.")
    assert "Mia says 4." in made(figure).in_style("sostool Quiet")
    assert "Mia says 4." not in made(replace(figure, picture=replace(picture, marks=()))).in_style("sostool Quiet")
    on_the_wall = made(figure, kind="flip-chart")
    assert "Mia says 4." not in on_the_wall.text
    assert 'descr="Mia says 4."' in on_the_wall.parts["word/document.xml"].decode()


# --- the frame of each page, and what the file says of itself -----------------------------------------------------------


def test_each_page_says_whose_it_is_and_how_many_there_are() -> None:
    assert OPENED.framing("hdr") == ["EX-0042 · practitioners · Draft"]
    assert OPENED.framing("ftr") == ["7f3a91c2 · page 1 of 1"]
    fields = [one.text for one in OPENED.trees["word/footer1.xml"].iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_no_field_and_no_link_to_elsewhere_is_made_of_what_somebody_typed() -> None:
    hostile = 'HYPERLINK "http://evil.example" { INCLUDETEXT C:\\x } =1+1'
    opened = made(Paragraphs(hostile), Items((Item(hostile, (Fact("F", typed(hostile)),)),)))
    assert opened.text.count(hostile) == 3
    assert list(opened.document.iter(f"{W}instrText", f"{W}fldSimple", f"{W}hyperlink")) == []
    assert [one.get("TargetMode") for one in opened.relations() if one.get("TargetMode")] == []


def test_a_link_to_another_paper_of_the_pack_stays_words() -> None:
    link = replace(own("Mum's copy")[0], link="p3/EX-0042.html")
    opened = made(Prose(((link,),)))
    assert "Mum's copy" in opened.text
    assert "p3/EX-0042" not in str(opened.parts)


def test_properties_say_title_language_and_the_documents_own_date_and_nothing_else() -> None:
    said = {str(one.tag).rpartition("}")[2]: one.text or "" for one in OPENED.trees["docProps/core.xml"]}
    assert said == {
        "title": "Report for the meeting: Mia and Noah – EX-0042",
        "creator": "",
        "lastModifiedBy": "",
        "revision": "1",
        "created": "2026-03-17T00:00:00Z",
        "modified": "2026-03-17T00:00:00Z",
        "language": "en-GB",
    }
    assert [one.text for one in OPENED.trees["docProps/app.xml"]] == ["sostool"]
    assert OPENED.dates == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in OPENED.parts if re.search("comment|thumbnail|custom|vba", name, re.IGNORECASE)]


def test_the_same_document_has_the_same_bytes() -> None:
    assert word(REPORT, Templates()) == MADE


def test_what_is_made_keeps_to_the_standard() -> None:
    assert faults(MADE) == []
    assert faults(word(REPORT, TEMPLATES, plain_columns=True)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'<w:pStyle w:val="Heading2"/></w:pPr>', b'<w:jc w:val="left"/><w:pStyle w:val="Heading2"/></w:pPr>'),
        (b"<w:tblHeader/>", b"<w:tblHeadings/>"),
        (b"<w:sectPr", b'<w:p w:wrong="1"/><w:sectPr'),
    ],
)
def test_the_judge_of_the_standard_finds_what_is_wrong(right: bytes, wrong: bytes) -> None:
    body = OPENED.parts["word/document.xml"]
    assert right in body
    assert faults(repacked(MADE, {"word/document.xml": body.replace(right, wrong, 1)}))


# --- size of type ---------------------------------------------------------------------------------------------------


def _size(opened: Opened, name: str) -> float:
    style = opened.trees["word/styles.xml"].find(f"{W}style[@{W}styleId='{name}']/{W}rPr/{W}sz")
    found = style if style is not None else opened.trees["word/styles.xml"].find(f"{W}docDefaults//{W}sz")
    assert found is not None
    return int(str(found.get(f"{W}val"))) / 2


@pytest.mark.parametrize(("kind", "size"), [("report", 12), ("child", 16), ("flip-chart", 24)])
def test_type_is_as_large_as_who_reads_it_needs(kind: str, size: float) -> None:
    opened = made(Paragraphs("x"), kind=kind)
    assert _size(opened, "none") == size
    assert min(_size(opened, style) for style in opened.styles) == size
    assert _size(opened, "Heading1") >= 26


def test_on_a_flip_chart_each_part_begins_a_page() -> None:
    parts = tuple(Section(f"s{number}", own(f"Part {number}"), (Space(2),)) for number in range(3))
    opened = Opened(word(replace(REPORT, kind="flip-chart", sections=parts), TEMPLATES))
    broken = [one.text for one in opened.paragraphs if one.element.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert broken == ["Part 1", "Part 2"]


# --- what is not installed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["docx", "lxml", "resvg_py"])
def test_without_the_extra_it_says_how_to_get_it(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("sostool.report.formats.word.", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(NotInstalledError, match=r"Word files need an extra.*\[word\].*--format html"):
        word(REPORT, TEMPLATES)
