"""An authority's own template: what it looks like is kept, and nothing else of it."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser.sample_document import REPORT
from report.formats.word.authority import JPEG, PNG, as_dotx, chunk, part, template, with_header
from report.formats.word.opened import WP, Opened, R, W, faults, repacked, shown
from support.running import ROOT

from sostool.report.formats.word import word, word_to_start_from
from sostool.report.templating.template_mistake import TemplateMistake
from sostool.report.templating.templates import Templates

if TYPE_CHECKING:
    from cli.conftest import Sostool

EXAMPLE = str(ROOT / "examples" / "mia-and-noah.yaml")
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def templates(folder: Path, data: bytes, name: str = "word.docx") -> Templates:
    folder.joinpath(name).write_bytes(data)
    return Templates(folder)


def drawn(folder: Path, data: bytes, name: str = "word.docx", **changes: Any) -> bytes:
    return word(replace(REPORT, **changes), templates(folder, data, name))


def mistake(folder: Path, data: bytes, name: str = "word.docx") -> str:
    with pytest.raises(TemplateMistake) as found:
        drawn(folder, data, name)
    return str(found.value)


# --- what is kept --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["word.docx", "word.dotx"])
def test_header_footer_logo_margins_and_fonts_are_kept(tmp_path: Path, name: str) -> None:
    data = drawn(tmp_path, as_dotx(template()) if name.endswith("x") and "dot" in name else template(), name)
    opened = Opened(data)
    assert sorted(opened.framing("hdr")) == [
        "Example Children's ServicesEX-0042 · practitioners · Draft",
        "Example County CouncilEX-0042 · practitioners · Draft",
    ]
    assert sorted(opened.framing("ftr")) == ["7f3a91c2 · page 1 of 1", "OFFICIAL-SENSITIVE7f3a91c2 · page 1 of 1"]
    section = next(opened.document.iter(f"{W}sectPr"))
    margin = section.find(f"{W}pgMar")
    assert margin is not None
    assert margin.get(f"{W}left") == "1701"
    assert section.find(f"{W}titlePg") is not None
    heading = opened.trees["word/styles.xml"].find(f"{W}style[@{W}styleId='Heading1']/{W}rPr")
    assert heading is not None
    assert heading.find(f"{W}color").get(f"{W}val") == "800040"  # type: ignore[union-attr]
    assert [name for name in opened.parts if name.startswith("word/media/framing")] == ["word/media/framing1.png"]
    assert faults(data) == []


def test_its_body_its_properties_and_who_made_it_are_not_kept(tmp_path: Path) -> None:
    data = drawn(tmp_path, template())
    opened = Opened(data)
    everything = b"".join(opened.parts.values())
    for word_ in (b"Jane Smith", b"Quality Team", b"01632 960999", b"Write here"):
        assert word_ not in everything
    assert not [name for name in opened.parts if "thumbnail" in name or "custom" in name or "comments" in name]
    assert [text for _, text in opened.headings()][:2] == ["Report for the meeting: Mia and Noah", "About this report"]


def test_what_it_lacks_is_added_under_names_that_are_free(tmp_path: Path) -> None:
    styles = part(template(), "word/styles.xml").decode()
    # As another language's Word writes it: the id is translated, the name is not.
    for old, new in (('w:styleId="Heading2"', 'w:styleId="berschrift2"'), ('"Heading2Char"', '"berschrift2Zchn"')):
        assert old in styles
        styles = styles.replace(old, new)
    styles = styles.replace('w:val="Heading2"', 'w:val="berschrift2"')
    start = styles.index('<w:style w:type="paragraph" w:styleId="Caption"')
    without = styles[:start] + styles[styles.index("</w:style>", start) + len("</w:style>") :]
    without = without.replace('w:val="Quote"/>', 'w:val="Something"/>', 1)
    # A style that no document uses stays when one that documents use is based on it.
    bullets = without.index('w:styleId="ListBullet"')
    without = without[:bullets] + without[bullets:].replace(
        '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Quote"/>', 1
    )
    data = drawn(tmp_path, repacked(template(), {"word/styles.xml": without.encode()}))
    opened = Opened(data)
    assert faults(data) == []
    ids = {name: style_id for style_id, name in opened.styles.items()}
    assert ids["heading 2"] == "berschrift2"
    assert {"caption", "sostool Fact", "sostool Goal", "Quote"} <= set(ids)
    assert ids["Quote"] != "Quote"
    assert len(opened.styles) == len({style_id.lower() for style_id in opened.styles})
    assert (2, "About this report") in opened.headings()


def test_a_style_of_ours_that_it_has_is_its_own(tmp_path: Path) -> None:
    def with_goal(made: Any) -> None:
        goal = made.styles.add_style("sostool Goal", 1)
        goal.font.italic = True

    opened = Opened(drawn(tmp_path, template(with_goal)))
    (goal,) = [
        one
        for one in opened.trees["word/styles.xml"].findall(f"{W}style")
        if one.find(f"{W}name").get(f"{W}val") == "sostool Goal"  # type: ignore[union-attr]
    ]
    assert goal.find(f"{W}rPr/{W}i") is not None
    assert opened.in_style("sostool Goal") == ["Dean is calm and kind at home."]


def test_without_any_styles_all_are_ours(tmp_path: Path) -> None:
    bare = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    data = drawn(tmp_path, repacked(template(), {"word/styles.xml": bare}))
    assert faults(data) == []
    assert (1, "Report for the meeting: Mia and Noah") in Opened(data).headings()


def test_the_language_is_that_of_the_document(tmp_path: Path) -> None:
    opened = Opened(drawn(tmp_path, template(), language="pl"))
    (language,) = opened.trees["word/styles.xml"].iter(f"{W}lang")
    assert language.get(f"{W}val") == "pl-PL"


def test_lists_of_a_template_stay_and_ours_are_added(tmp_path: Path) -> None:
    opened = Opened(drawn(tmp_path, template()))
    numbers = [one.get(f"{W}numId") for one in opened.trees["word/numbering.xml"].findall(f"{W}num")]
    assert len(set(numbers)) == len(numbers)
    entry = next(one for one in opened.paragraphs if one.style == "List Bullet")
    # Its own style draws the mark.
    assert entry.element.find(f"{W}pPr/{W}numPr") is None


def test_a_footer_that_counts_pages_is_not_made_to_count_them_twice(tmp_path: Path) -> None:
    fields = "".join(
        f'<w:p><w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
        for name in ("PAGE", "NUMPAGES")
    )
    data = with_header(template(), fields)
    opened = Opened(drawn(tmp_path, data))
    assert sorted(opened.framing("ftr")) == ["7f3a91c2 · page 1 of 1", "OFFICIAL-SENSITIVE7f3a91c2"]


def test_large_type_is_large_in_a_template_too_and_the_wall_has_its_sheet(tmp_path: Path) -> None:
    opened = Opened(drawn(tmp_path, template(), kind="flip-chart"))
    normal = opened.trees["word/styles.xml"].find(f"{W}style[@{W}styleId='Normal']/{W}rPr/{W}sz")
    assert normal is not None
    assert normal.get(f"{W}val") == "48"
    wall = Opened(drawn(tmp_path, template(), page="a3-landscape", sections=REPORT.sections[1:2]))
    (size,) = wall.document.iter(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("23811", "16838")


def test_left_and_right_pages_are_framed_as_the_template_frames_them(tmp_path: Path) -> None:
    def facing(made: Any) -> None:
        made.settings.odd_and_even_pages_header_footer = True
        made.sections[0].even_page_header.paragraphs[0].text = "Left"

    data = drawn(tmp_path, template(facing))
    opened = Opened(data)
    assert faults(data) == []
    assert opened.trees["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None
    assert all(text.endswith("EX-0042 · practitioners · Draft") for text in opened.framing("hdr"))
    assert len(opened.framing("hdr")) == len(opened.framing("ftr")) == 3


def test_the_last_pages_have_the_header_of_those_before_them(tmp_path: Path) -> None:
    def two_sections(made: Any) -> None:
        made.sections[0].different_first_page_header_footer = False
        made.add_section()

    opened = Opened(drawn(tmp_path, template(two_sections)))
    (reference,) = [
        one
        for one in next(opened.document.iter(f"{W}sectPr")).findall(f"{W}headerReference")
        if one.get(f"{W}type") == "default"
    ]
    relations = opened.trees["word/_rels/document.xml.rels"]
    (target,) = [one.get("Target") for one in relations if one.get("Id") == reference.get(f"{R}id")]
    assert shown(opened.trees[f"word/{target}"]).startswith("Example Children's Services")


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    data = template()
    assert drawn(tmp_path, data) == drawn(tmp_path, data)


# --- the logo alone ---------------------------------------------------------------------------------------------------

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><desc>Jane</desc><rect width="300" height="100"/></svg>'


@pytest.mark.parametrize(("name", "data"), [("logo.svg", SVG), ("logo.png", PNG), ("logo.jpg", JPEG)])
def test_without_a_template_the_logo_stands_at_the_head(tmp_path: Path, name: str, data: bytes) -> None:
    made = drawn(tmp_path, data, name, authority="Example County Council")
    opened = Opened(made)
    assert faults(made) == []
    picture = next(opened.document.iter(f"{WP}inline"))
    assert picture.find(f"{WP}docPr").get("descr") == "Example County Council"  # type: ignore[union-attr]
    size = picture.find(f"{WP}extent")
    assert size is not None
    shape = int(str(size.get("cx"))) / int(str(size.get("cy")))
    assert shape == pytest.approx(3 if name == "logo.svg" else 1, rel=0.01)
    assert b"Jane" not in b"".join(opened.parts.values())
    assert opened.paragraphs[1].style == "heading 1"
    assert "Example County Council" not in opened.text


def test_without_a_logo_the_authoritys_name_stands_there() -> None:
    assert Opened(word(replace(REPORT, authority="Example County Council"), Templates())).paragraphs[0].text == (
        "Example County Council"
    )


def test_a_logo_that_word_cannot_show_is_told_in_one_line(tmp_path: Path) -> None:
    nothing = b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>"
    said = "logo.svg: This picture is damaged, or is of a kind that Word cannot show."
    assert mistake(tmp_path, nothing, "logo.svg") == said


# --- what reaches out ------------------------------------------------------------------------------------------------


def test_a_link_in_a_header_becomes_its_words(tmp_path: Path) -> None:
    link = f'<w:p xmlns:r="{RELATION}"><w:hyperlink r:id="rId77"><w:r><w:t>www.example.gov.uk</w:t></w:r></w:hyperlink></w:p>'
    relation = f'<Relationship Id="rId77" Type="{RELATION}/hyperlink" Target="http://www.example.gov.uk" TargetMode="External"/>'
    data = drawn(tmp_path, with_header(template(), link, relation))
    opened = Opened(data)
    assert any("www.example.gov.uk" in text for text in opened.framing("hdr"))
    assert [one for one in opened.relations() if one.get("TargetMode")] == []
    assert not [
        one for tree in opened.trees.values() for one in tree.iter(f"{W}hyperlink") if not one.get(f"{W}anchor")
    ]
    assert faults(data) == []


def test_where_the_template_itself_came_from_is_forgotten(tmp_path: Path) -> None:
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/attachedTemplate" Target="file:///Z:/jane.smith/x.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    data = drawn(tmp_path, repacked(template(), {"word/_rels/settings.xml.rels": rels.encode()}))
    assert b"jane.smith" not in b"".join(Opened(data).parts.values())


def test_who_changed_a_header_and_what_was_there_before_is_forgotten(tmp_path: Path) -> None:
    changed = (
        '<w:p><w:ins w:id="1" w:author="Jane Smith" w:date="2026-01-01T00:00:00Z"><w:r><w:t>new</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="Jane Smith" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'
    )
    data = drawn(tmp_path, with_header(template(), changed))
    opened = Opened(data)
    assert any("Servicesnew" in text for text in opened.framing("hdr"))
    assert b"Jane Smith" not in b"".join(opened.parts.values())
    assert b"delText" not in b"".join(opened.parts.values())


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
IN_PIECES = FIELD.format(
    "<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE x </w:instrText></w:r>"
)
INNER = FIELD.format(
    "<w:r><w:instrText>IF 1 = </w:instrText></w:r>" + FIELD.format("<w:r><w:instrText>DDEAUTO x</w:instrText></w:r>")
)
EXTERNAL = (
    f'<Relationship Id="rId77" Type="{RELATION}/image" Target="http://example.invalid/x.png" TargetMode="External"/>'
)
EMBEDDED = f'<Relationship Id="rId77" Type="{RELATION}/oleObject" Target="../word/styles.xml"/>'


@pytest.mark.parametrize(
    ("content", "relation", "said"),
    [
        ("", EXTERNAL, "only linked"),
        ("", EMBEDDED, "more than text and pictures"),
        ('<w:p><w:fldSimple w:instr=" INCLUDETEXT x "><w:r/></w:fldSimple></w:p>', "", "field INCLUDETEXT"),
        (f"<w:p>{IN_PIECES}</w:p>", "", "field INCLUDEPICTURE"),
        (f"<w:p>{INNER}</w:p>", "", "field DDEAUTO"),
        ("<w:p><w:r><w:instrText>LINK x</w:instrText></w:r></w:p>", "", "field LINK"),
        ('<w:p><w:fldSimple w:instr="IF 1 = 2 &quot;Fern Court&quot;"><w:r/></w:fldSimple></w:p>', "", "field IF,"),
        ('<w:p><w:fldSimple w:instr="a&#10;::error::b c"><w:r/></w:fldSimple></w:p>', "", "field A,"),
        ('<w:p><w:fldSimple w:instr="::error:: b"><w:r/></w:fldSimple></w:p>', "", "field with another name,"),
    ],
)
def test_what_reaches_out_of_a_template_is_refused(tmp_path: Path, content: str, relation: str, said: str) -> None:
    told = mistake(tmp_path, with_header(template(), content, relation))
    assert said in told
    assert told.startswith("word.docx: ")
    assert "header or footer" in told
    assert "\n" not in told


def test_fields_that_count_and_tell_the_day_may_stay(tmp_path: Path) -> None:
    content = "<w:p>" + FIELD.format("<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>") + "</w:p>"
    assert faults(drawn(tmp_path, with_header(template(), content))) == []


# --- what nobody sees ---------------------------------------------------------------------------------------------------

HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Fern Court</w:t></w:r>"
MARK = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NEWER = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@pytest.mark.parametrize(
    "content",
    [
        f"<w:p>{HIDDEN}</w:p>",
        '<w:p><w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>Fern Court</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="SecretLines"/></w:pPr><w:r><w:t>Fern Court</w:t></w:r></w:p>',
        '<w:p><w:bookmarkStart w:id="9" w:name="Fern_Court"/><w:bookmarkEnd w:id="9"/></w:p>',
        "<w:p><!-- Fern Court --><?fern Fern Court?></w:p>",
        '<w:p w:rsidR="00FE4A11"><w:r><w:t>x</w:t></w:r></w:p>',
        '<w:sdt><w:sdtPr><w:alias w:val="Fern Court"/><w:tag w:val="Fern Court"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
        '<w:p><w:smartTag w:uri="urn:fern" w:element="Court"><w:r><w:t>x</w:t></w:r></w:smartTag></w:p>',
        '<w:p><w:hyperlink w:anchor="Fern" w:tooltip="Fern Court"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Fern Court"/></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:tbl><w:tblPr><w:tblDescription w:val="Fern Court"/></w:tblPr><w:tblGrid/><w:tr><w:trPr><w:del w:id="3" w:author="Fern"/></w:trPr><w:tc><w:p><w:r><w:t>Court</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>',
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="Fern Court" alt="Fern Court" style="width:1pt"/></w:pict></w:r></w:p>',
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MARK}" xmlns:s="{NEWER}"><mc:Choice Requires="s"><w:t>x</w:t></mc:Choice><mc:Fallback><w:t>Fern Court</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MARK}" xmlns:s="urn:fern"><mc:Choice Requires="s"><w:t>Court</w:t></mc:Choice></mc:AlternateContent></w:r></w:p>',
        '<fern:court xmlns:fern="urn:fern-court">Fern Court</fern:court>',
        '<w:p xmlns:fern="urn:fern-court" fern:court="Fern Court">Fern Court</w:p>',
        '<w:p><w:r><w:commentReference w:id="7"/></w:r></w:p>',
    ],
)  # fmt: skip
def test_what_nobody_sees_in_a_header_is_in_no_copy(tmp_path: Path, content: str) -> None:
    def with_secrets(made: Any) -> None:
        made.styles.add_style("Secret", 2).font.hidden = True
        made.styles.add_style("Secret Base", 1).font.hidden = True
        made.styles.add_style("Secret Lines", 1).base_style = made.styles["Secret Base"]

    data = drawn(tmp_path, with_header(template(with_secrets), content))
    everything = b"".join(Opened(data).parts.values()).lower()
    for word_ in (b"fern", b"court", b"rsid", b"vanish", b"commentref"):
        assert word_ not in everything
    assert faults(data) == []


def test_what_is_seen_stays_where_something_unseen_stood_around_it(tmp_path: Path) -> None:
    content = (
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:smartTag w:uri='urn:a' w:element='b'><w:r><w:t>one </w:t></w:r>"
        "</w:smartTag><w:ins w:id='1' w:author='J'><w:r><w:t>two </w:t></w:r></w:ins><w:hyperlink w:anchor='x'><w:r>"
        "<w:rPr><w:vanish w:val='0'/></w:rPr><w:t>three</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>"
    )
    opened = Opened(drawn(tmp_path, with_header(template(), content)))
    assert any("Servicesone two three" in text for text in opened.framing("hdr"))


def test_a_text_box_stays_with_its_words_and_its_place(tmp_path: Path) -> None:
    box = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MARK}"><mc:Choice xmlns:box="{NEWER}" Requires="box"><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="5" name="Fern" descr="Court"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="{NEWER}"><box:wsp><box:cNvSpPr/><box:spPr/><box:txbx><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r>'
        f"{HIDDEN}</w:p></w:txbxContent></box:txbx><box:bodyPr/></box:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r></w:p>"
    )
    data = drawn(tmp_path, with_header(template(), box))
    opened = Opened(data)
    assert any("In a box" in text for text in opened.framing("hdr"))
    everything = b"".join(opened.parts.values())
    assert b'Requires="wps"' in everything
    assert not [word_ for word_ in (b"Fern", b"Court", b"xmlns:box") if word_ in everything]
    assert faults(data) == []


def test_styles_and_lists_that_no_document_uses_are_not_named(tmp_path: Path) -> None:
    def with_more(made: Any) -> None:
        made.styles.add_style("Jane's letter to Fern Court", 1)
        made.styles.add_style("Council base", 1)
        made.styles.add_style("Council header", 1).base_style = made.styles["Council base"]
        made.sections[0].header.paragraphs[0].style = made.styles["Council header"]

    lists = part(template(), "word/numbering.xml").replace(
        b"</w:numbering>",
        b'<w:abstractNum w:abstractNumId="900"><w:name w:val="Fern Court"/><w:lvl w:ilvl="0"><w:lvlText w:val="Fern Court"/></w:lvl>'
        b'</w:abstractNum><w:num w:numId="900"><w:abstractNumId w:val="900"/></w:num></w:numbering>',
    )
    data = drawn(tmp_path, repacked(template(with_more), {"word/numbering.xml": lists}))
    opened = Opened(data)
    assert {"Council header", "Council base", "heading 1", "List Bullet"} <= set(opened.styles.values())
    everything = b"".join(opened.parts.values())
    assert not [word_ for word_ in (b"Jane", b"Fern", b"Light Shading", b"latentStyles") if word_ in everything]
    assert faults(data) == []


def test_headers_that_no_page_shows_are_not_kept(tmp_path: Path) -> None:
    def without_first(made: Any) -> None:
        made.sections[0].even_page_header.paragraphs[0].text = "Left"
        made.sections[0].different_first_page_header_footer = False

    opened = Opened(drawn(tmp_path, template(without_first)))
    assert opened.framing("hdr") == ["Example Children's ServicesEX-0042 · practitioners · Draft"]
    everything = b"".join(opened.parts.values())
    assert b"Left" not in everything
    assert b"Example County Council" not in everything


def test_the_theme_holds_its_colours_and_fonts_and_no_names(tmp_path: Path) -> None:
    name = next(name for name in zipfile.ZipFile(io.BytesIO(template())).namelist() if "theme" in name)
    theme = part(template(), name).decode()
    theme = theme.replace('name="Office Theme"', 'name="Jane Smith"').replace('name="Office"', 'name="Jane Smith"')
    theme = theme.replace("</a:theme>", "<a:custClrLst><a:custClr name='Jane Smith'><a:srgbClr val='000000'/></a:custClr></a:custClrLst></a:theme>")  # fmt: skip
    data = drawn(tmp_path, repacked(template(), {name: theme.encode()}))
    made = Opened(data).parts["word/theme/theme1.xml"]
    assert b"Jane Smith" in theme.encode()
    assert b"Jane Smith" not in made
    assert theme.count("<a:srgbClr") - 1 == made.count(b"<a:srgbClr")
    assert faults(data) == []


def test_fonts_that_stand_in_a_template_stay_under_names_of_ours_and_others_are_not_named(tmp_path: Path) -> None:
    fonts = (
        f'<w:fonts xmlns:w="{W[1:-1]}" xmlns:r="{RELATION}"><w:font w:name="Council Sans"><w:altName w:val="Jane"/>'
        '<w:family w:val="swiss"/><w:embedRegular r:id="JaneSmith" w:fontKey="{00000000-0000-0000-0000-000000000001}"/></w:font>'
        '<w:font w:name="Jane Smith\'s own"/></w:fonts>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="JaneSmith" Type="{RELATION}/font" Target="fonts/JaneSmith.odttf"/></Relationships>'
    )
    source = template()
    settings = part(source, "word/settings.xml").decode()
    at = settings.index(">", settings.index("<w:settings")) + 1
    types = part(source, "[Content_Types].xml").decode()
    kind = '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/></Types>'
    data = drawn(
        tmp_path,
        repacked(
            source,
            {
                "word/fontTable.xml": fonts.encode(),
                "word/_rels/fontTable.xml.rels": rels.encode(),
                "word/fonts/JaneSmith.odttf": b"the font",
                "word/settings.xml": f"{settings[:at]}<w:embedTrueTypeFonts/>{settings[at:]}".encode(),
                "[Content_Types].xml": types.replace("</Types>", kind).encode(),
            },
        ),
    )
    opened = Opened(data)
    assert opened.parts["word/fonts/font1.odttf"] == b"the font"
    assert [one.get(f"{W}name") for one in opened.trees["word/fontTable.xml"]] == ["Council Sans"]
    assert opened.trees["word/settings.xml"].find(f"{W}embedTrueTypeFonts") is not None
    assert [name for name, content in opened.parts.items() if b"Jane" in content or "Jane" in name] == []


def test_a_picture_in_a_header_is_its_dots_and_the_authoritys_name(tmp_path: Path) -> None:
    noted = PNG[:33] + chunk(b"tEXt", b"Comment\0Fern Court") + PNG[33:] + b"Fern Court"

    def with_picture(made: Any) -> None:
        run = made.sections[0].header.paragraphs[0].add_run()
        run.add_picture(io.BytesIO(noted))
        for one in run._r.iter("{*}docPr", "{*}cNvPr"):
            one.set("name", "Fern Court.png")
            one.set("descr", "Fern Court")

    source = template(with_picture)
    assert b"Fern Court" in b"".join(part(source, name) for name in zipfile.ZipFile(io.BytesIO(source)).namelist())
    opened = Opened(drawn(tmp_path, source, authority="Example County Council"))
    assert b"Fern" not in b"".join(opened.parts.values())
    told = {
        one.get("descr") for name, tree in opened.trees.items() if "framing" in name for one in tree.iter(f"{WP}docPr")
    }
    assert told == {"Example County Council"}


@pytest.mark.parametrize("picture", [b"GIF89a;Fern Court", b"\x01\0\0\0 EMF", PNG[:40]])
def test_a_picture_that_cannot_be_looked_through_is_refused(tmp_path: Path, picture: bytes) -> None:
    names = [name for name in zipfile.ZipFile(io.BytesIO(template())).namelist() if name.startswith("word/media/")]
    assert mistake(tmp_path, repacked(template(), dict.fromkeys(names, picture))) == (
        "word.docx: A picture in its header or footer is damaged, or of a kind that may hold what nobody sees. Copy it in "
        "Word, and paste it as a picture (PNG) in its place."
    )


# --- what is no template ---------------------------------------------------------------------------------------------


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


MACRO = repacked(template(), {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
TYPES = part(template(), "[Content_Types].xml")
CALLED_MACRO = repacked(
    template(),
    {
        "[Content_Types].xml": TYPES.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
    },
)
DOCTYPE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:styles xmlns:w="x">&a;</w:styles>'
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (MACRO, "holds macros"),
        (CALLED_MACRO, "holds macros"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "has a password, or is of an old kind"),
        (b"", "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"%PDF-1.7", "damaged"),
        (b"A letter to Lisa", "damaged"),
        (template()[:5000], "damaged"),
        (packed(a=b"x"), "damaged"),
        (packed(**{"[Content_Types].xml": b"x"}), "damaged"),
        (repacked(template(), {"word/document.xml": b"<w:document"}), "damaged"),
        (repacked(template(), {"word/document.xml": b"<html/>"}), "damaged"),
        (repacked(template(), {"word/document.xml": None}), "damaged"),
        (repacked(template(), {"word/styles.xml": b"<w:x xmlns:w='y'/>"}), "damaged"),
        (repacked(template(), {"word/styles.xml": DOCTYPE}), "damaged"),
        (repacked(template(), {"word/styles.xml": DOCTYPE.decode().replace("?xml version", "?xml encoding='utf-16' version").encode("utf-16")}), "damaged"),
        (repacked(template(), {"word/styles.xml": DOCTYPE.decode().encode("utf-16-be")}), "damaged"),
        (repacked(template(), {"word/_rels/document.xml.rels": b"<x/>"}), "damaged"),
        (repacked(template(), {"word/media/big.png": b"\0" * 31_000_000}), "far too large"),
        (packed(**{f"f{number}": b"" for number in range(2100)}, **{"[Content_Types].xml": b"x"}), "far too large"),
        (repacked(template(), {"word/document.xml": b"<a>" * 100_000}), "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_told_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    told = mistake(tmp_path, data)
    assert said in told
    assert told.startswith("word.docx: ")
    assert "\n" not in told


def test_a_damaged_template_is_told_or_used_but_breaks_nothing(tmp_path: Path) -> None:
    # Each byte of a template may be wrong: the program says so, or what it makes can be opened.
    data = template()
    chance = random.Random(7)
    told = 0
    for _ in range(120):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 1, 5, 50))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            Opened(drawn(tmp_path, bytes(broken)))
        except TemplateMistake as mistaken:
            told += "\n" not in str(mistaken)
    assert told > 20


def test_there_is_one_template_for_word(tmp_path: Path) -> None:
    tmp_path.joinpath("word.docx").write_bytes(template())
    with pytest.raises(TemplateMistake, match=r"word.dotx: There is a word.docx too"):
        templates(tmp_path, template(), "word.dotx")


@pytest.mark.parametrize("name", ["word.docm", "word.dotm", "Word.docx", "letter.docx", "word.doc"])
def test_a_template_of_another_name_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateMistake, match=name):
        templates(tmp_path, template(), name)


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake, match="larger than 10000 kB"):
        templates(tmp_path, b"PK" + b"\0" * 10_000_001)


# --- on the command line --------------------------------------------------------------------------------------------


def test_a_document_is_made_of_the_template_in_the_authoritys_folder(sostool: Sostool, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    folder.joinpath("word.docx").write_bytes(template())
    run = sostool("render-report", EXAMPLE, "--for", "lisa", "--format", "docx", "--templates", str(folder), "-o", str(tmp_path / "a.docx"))  # fmt: skip
    assert run.code == 0, run.err
    assert any("Example County Council" in text for text in Opened((tmp_path / "a.docx").read_bytes()).framing("hdr"))


def test_a_template_that_cannot_be_used_leaves_no_file(sostool: Sostool, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    folder.joinpath("word.docx").write_bytes(MACRO)
    run = sostool("render-report", EXAMPLE, "--for", "lisa", "--format", "docx", "--format", "html", "--templates", str(folder), "-o", str(tmp_path / "out"))  # fmt: skip
    assert (run.code, run.out) == (2, "")
    assert run.err == "word.docx: It holds macros. Save it in Word as .docx or .dotx, without them.\n"
    assert not (tmp_path / "out").exists()
    assert shown(Opened(word(REPORT, Templates())).document)


def test_plainly_is_only_for_word(sostool: Sostool, tmp_path: Path) -> None:
    run = sostool("render-report", EXAMPLE, "--for", "lisa", "--plain", "--format", "md", "-o", str(tmp_path / "out"))
    assert (run.code, run.out) == (2, "")
    assert run.err == "--plain is for Word documents: add --format docx.\n"
    assert not (tmp_path / "out").exists()
    run = sostool(
        "render-report", EXAMPLE, "--for", "lisa", "--plain", "--format", "docx", "-o", str(tmp_path / "a.docx")
    )
    assert run.code == 0
    assert [one.style for one in Opened((tmp_path / "a.docx").read_bytes()).paragraphs].count("heading 3") > 3


@pytest.mark.parametrize(
    "said",
    [
        "<w:t>Ask at Fern Court.</w:t>",
        '<w:t>FERN</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> Co</w:t></w:r><w:r><w:t>urt</w:t>',
    ],
)
def test_a_protected_word_in_a_template_leaves_no_file(sostool: Sostool, tmp_path: Path, said: str) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    folder.joinpath("word.docx").write_bytes(with_header(template(), f"<w:p><w:r>{said}</w:r></w:p>"))
    example = str(ROOT / "examples" / "mia-and-noah-review.yaml")
    common = ("render-report", example, "--document", "report", "--format", "docx", "--templates", str(folder))
    run = sostool(*common, "--for", "dean", "-o", str(tmp_path / "dean.docx"))
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("Words that this reader must not get stand in what they would get")
    assert "Fern" not in run.err
    assert not (tmp_path / "dean.docx").exists()
    run = sostool(*common, "--for", "lisa", "-o", str(tmp_path / "lisa.docx"))
    assert (run.code, run.err.count("Words that")) == (0, 0)


# --- one to start from --------------------------------------------------------------------------------------------------


def test_a_template_to_start_from_changes_nothing_but_what_is_changed_in_it(sostool: Sostool, tmp_path: Path) -> None:
    run = sostool("templates", "copy", "word.docx", "-o", str(tmp_path / "own"))
    assert (run.code, run.err) == (0, "")
    data = (tmp_path / "own" / "word.docx").read_bytes()
    assert faults(data) == []
    told = Opened(data)
    assert told.text.startswith("Put your letterhead into the header and the footer")
    assert {one.style for one in told.paragraphs} >= {"heading 1", "List Bullet", "Quote", "sostool Goal"}
    assert [one.text for one in told.paragraphs[1:]] == [one.style for one in told.paragraphs[1:]]
    accent = "#1d5c63"
    with_it = Opened(word(replace(REPORT, accent=accent), Templates(tmp_path / "own")))
    without = Opened(word(replace(REPORT, accent=accent), Templates()))
    assert with_it.parts["word/styles.xml"] == without.parts["word/styles.xml"]
    assert [(one.style, one.text) for one in with_it.paragraphs] == [
        (one.style, one.text) for one in without.paragraphs
    ]


def test_the_same_template_to_start_from_is_made_each_time() -> None:
    assert word_to_start_from("#1d5c63") == word_to_start_from("#1d5c63")
