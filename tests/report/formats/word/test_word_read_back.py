"""What the second net sees of a Word document: every text of every part, however it is cut."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from browser.sample_document import REPORT
from report.formats.word.authority import template
from report.formats.word.opened import Opened, repacked

from sostool.identity.folded_text import FoldedText
from sostool.report.blocks import Figure, ScalePicture, Section, Table, own, typed
from sostool.report.formats.read_back import texts_in
from sostool.report.formats.word import word
from sostool.report.formats.word.read_back import texts_of
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()
MADE = word(REPORT, TEMPLATES)


def holds(data: bytes, wanted: str) -> bool:
    """Tell whether the letters of a text stand together in one of the texts that are read back."""
    letters = FoldedText.of(wanted).letters
    return any(letters in text.letters for text in texts_of(data))


@pytest.mark.parametrize(
    "part",
    [
        "word/document.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/theme/theme1.xml",
        "word/fontTable.xml",
        "word/_rels/document.xml.rels",
        "docProps/core.xml",
        "docProps/app.xml",
        "[Content_Types].xml",
        "word/media/picture1001.svg",
    ],
)
def test_each_part_is_read(part: str) -> None:
    content = Opened(MADE).parts[part]
    hidden = (
        content.rstrip()[: content.rstrip().rindex(b"</")] + b"<!-- Rowan Lodge -->" + content[content.rindex(b"</") :]
    )
    assert not holds(MADE, "Rowan Lodge")
    assert holds(repacked(MADE, {part: hidden}), "Rowan Lodge")


@pytest.mark.parametrize(
    "part", ["word/comments.xml", "customXml/item1.xml", "docProps/custom.xml", "word/footnotes.xml", "Rowan Lodge.bin"]
)
def test_a_part_that_is_not_ours_is_read_too(part: str) -> None:
    assert holds(repacked(MADE, {part: b"<a><b c='Rowan'/><d>Rowan Lodge</d></a>"}), "Rowan Lodge")


@pytest.mark.parametrize("written", ["ascii", "utf-16-le", "utf-16-be"])
def test_what_can_be_read_in_a_font_or_a_picture_is_read(written: str) -> None:
    part = bytes(range(128, 256)) + "Rowan Lodge".encode(written) + bytes(range(128, 256))
    assert holds(repacked(MADE, {"word/fonts/font1.odttf": part}), "Rowan Lodge")
    assert holds(repacked(MADE, {"word/media/picture1001.png": part}), "Rowan Lodge")


@pytest.mark.parametrize(
    "cut",
    [
        "<w:t>Rowan Lodge</w:t>",
        "<w:t>Row</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>an Lodge</w:t>",
        "<w:t>R</w:t></w:r><w:r><w:t>o</w:t></w:r><w:r><w:t>wan&#x20;Lo&#100;ge</w:t>",
        "<w:t>Rowan</w:t><w:br/><w:t>Lodge</w:t>",
        "<w:t>Rowan</w:t><w:tab/><w:t>Lodge</w:t>",
        '<w:t xml:space="preserve">Rowan </w:t></w:r></w:p><w:p><w:r><w:t>Lodge</w:t>',
        "<w:instrText>Rowan Lodge</w:instrText>",
        "<w:delText>Rowan Lodge</w:delText>",
    ],
)
def test_a_word_is_found_however_it_is_cut_into_runs(cut: str) -> None:
    body = Opened(MADE).parts["word/document.xml"].decode()
    run = body.index("<w:r><w:t>Dean reads")
    changed = f"{body[:run]}<w:r>{cut}</w:r>{body[run:]}".encode()
    assert holds(repacked(MADE, {"word/document.xml": changed}), "Rowan Lodge")


def test_a_run_of_words_is_found_across_runs_of_text() -> None:
    said = "she told the teacher that she hid on the stairs"
    pieces = "".join(f'<w:r><w:t xml:space="preserve">{word_} </w:t></w:r>' for word_ in said.split())
    body = Opened(MADE).parts["word/document.xml"].decode().replace("</w:body>", f"<w:p>{pieces}</w:p></w:body>")
    words = said.split()
    found = [text.words for text in texts_of(repacked(MADE, {"word/document.xml": body.encode()}))]
    assert any(words == text[at : at + len(words)] for text in found for at in range(len(text)))


def test_what_is_not_shown_is_read_too() -> None:
    picture = ScalePicture(own("ten"), own("zero"), ())
    table = Table(typed("Called Rowan Lodge"), ("Elm Road",), ())
    document = replace(
        REPORT,
        title=typed("At Beech Court"),
        reference="Ash-42",
        sections=(Section("x", own("x"), (Figure((), picture, "Told of Oak Street.", table),)),),
    )
    data = word(document, TEMPLATES)
    for wanted in ("Rowan Lodge", "Elm Road", "Beech Court", "Ash-42", "Oak Street"):
        assert holds(data, wanted), wanted


def test_what_a_template_brings_is_read(tmp_path: Path) -> None:
    tmp_path.joinpath("word.docx").write_bytes(template())
    data = word(REPORT, Templates(tmp_path))
    for wanted in ("Example County Council", "OFFICIAL-SENSITIVE", "Georgia"):
        assert holds(data, wanted), wanted


def test_a_part_in_another_encoding_is_read() -> None:
    part = '<?xml version="1.0" encoding="utf-16"?><a>Rowan Lodge</a>'
    for encoding in ("utf-16", "utf-8-sig"):
        assert holds(repacked(MADE, {"word/theme/theme1.xml": part.encode(encoding)}), "Rowan Lodge")


def test_letters_of_other_shapes_are_the_same() -> None:
    document = replace(REPORT, title=typed("Ｒｏｗａｎ\u200b Lódge’s"))
    assert holds(word(document, TEMPLATES), "Rowan Lodge's")


def test_the_standards_own_words_are_no_texts_of_a_document() -> None:
    # Somebody called Val, whose name is protected, could have no document else.
    words = {word_ for text in texts_of(MADE) for word_ in text.words}
    assert "lisa" in words
    assert not words & {"val", "mark", "pict", "ind", "tab", "docpr"}


@pytest.mark.parametrize(
    "written",
    [b"<a>Rowan <b>Lodge</b></a>", b"<a b='Rowan Lodge'/>", b"<a/><!-- Rowan Lodge -->", b"<?x Rowan Lodge?><a/>",
     b"<a><!--Rowan Lodge--></a>", b"<a><![CDATA[Rowan Lodge]]></a>", b"<a>Rowan Lodge", b"Rowan Lodge"],
)  # fmt: skip
def test_wherever_it_stands_in_a_part_it_is_read(written: bytes) -> None:
    assert holds(repacked(MADE, {"customXml/item1.xml": written}), "Rowan Lodge")


def test_the_net_asks_for_word_as_for_every_format() -> None:
    assert [text.text for text in texts_in("docx", MADE)] == [text.text for text in texts_of(MADE)]


def test_what_is_no_document_is_not_taken_for_an_empty_one() -> None:
    with pytest.raises(zipfile.BadZipFile):
        list(texts_of(b"not a document"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("Rowan Lodge.txt", b"")
    assert holds(buffer.getvalue(), "Rowan Lodge")
