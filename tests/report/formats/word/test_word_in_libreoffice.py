"""Another program opens what is made for Word, and finds in it what a reader of the screen needs."""

from __future__ import annotations

import functools
import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from report.formats.copies import documents, workshop
from report.formats.word.authority import template
from report.making.hostile import HOSTILE
from report.making.made_of_every_key import marker, read_with
from report.making.made_of_every_key import workshop as durham
from report.proof.made import EXAMPLES, example, read_plain

from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

OFFICE = shutil.which("soffice")
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None and not os.environ.get("CI"), reason="LibreOffice Writer is not here"),
]


@functools.cache
def _profile_of_its_own() -> str:
    return Path(tempfile.mkdtemp()).as_uri()


def exported(folder: Path, made: dict[str, bytes]) -> dict[str, Path]:
    """Let LibreOffice open documents and save them as tagged PDF."""
    for name, data in made.items():
        folder.joinpath(name).write_bytes(data)
    command = [str(OFFICE), f"-env:UserInstallation={_profile_of_its_own()}", "--headless", "--convert-to", TAGGED, "--outdir", str(folder)]  # fmt: skip
    done = subprocess.run(
        [*command, *(str(folder / name) for name in made)], capture_output=True, text=True, check=True
    )
    assert "Error" not in done.stdout + done.stderr
    found = {name: folder / f"{Path(name).stem}.pdf" for name in made}
    assert [name for name, file in found.items() if not file.is_file()] == []
    return found


class Tree:
    """What a PDF tells whoever does not see it."""

    def __init__(self, file: Path) -> None:
        with pikepdf.open(file) as pdf:
            self.language = str(pdf.Root.get("/Lang", ""))
            self.title = str(pdf.docinfo.get("/Title", ""))
            self.pages = len(pdf.pages)
            self.sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages]
            self.roles = {str(key): str(value) for key, value in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()}
            self.parts: list[tuple[str, str]] = []
            self._walk(pdf.Root.StructTreeRoot.get("/K"))

    def _walk(self, part: Any) -> None:
        if isinstance(part, pikepdf.Array):
            for one in part:
                self._walk(one)
        elif isinstance(part, pikepdf.Dictionary) and "/S" in part:
            name = str(part.S)
            self.parts.append((self.roles.get(name, name).lstrip("/"), str(part.get("/Alt", ""))))
            self._walk(part.get("/K"))

    def count(self, *names: str) -> int:
        return sum(name in names for name, _ in self.parts)

    @property
    def headings(self) -> list[int]:
        return [int(name[1]) for name, _ in self.parts if re.fullmatch("H[1-6]", name)]


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_every_document_opens_and_tells_what_it_holds(name: str, tmp_path: Path) -> None:
    made: dict[str, bytes] = {}
    for who in ("chair", next(id_ for id_, person in example(name)["people"].items() if person["role"] == "parent")):
        made |= documents(read_plain(example(name)), who, "docx")
    assert len(made) > 8
    for file, pdf in exported(tmp_path, made).items():
        tree = Tree(pdf)
        assert tree.language == "en-GB", file
        assert example(name)["reference"] in tree.title, file
        assert tree.headings[:1] == [1], file
        assert all(after <= before + 1 for before, after in pairwise(tree.headings)), file
        body = made[file]
        pictures = _count(body, b"<wp:inline")
        assert [bool(told) for part, told in tree.parts if part == "Figure"].count(True) >= pictures, file
        tables = _count(body, b"<w:tbl>")
        assert tree.count("Table") == tables, file
        assert tree.count("TH") >= tables, file
        if b'w:val="ListBullet"' in _body(body):
            assert tree.count("L") > 0, file
            assert tree.count("LI") > 0, file
            assert tree.count("LBody") > 0, file


def _body(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml")


def _count(data: bytes, wanted: bytes) -> int:
    return _body(data).count(wanted)


def _report(who: str, kind: str, language: str = "", templates: Path | None = None) -> bytes:
    read = read_plain(example("mia-and-noah-review"))
    assert read.case is not None
    by = Workshop(workshop(read.case.profile or "england").profile, templates, language)
    maker = Maker(read, by)
    return maker.make(KINDS[kind], find_reader(maker.case, by.profile, who), ("docx",))[0].data


def test_the_map_lies_on_its_side_and_the_wall_has_one_sheet_of_a3(tmp_path: Path) -> None:
    found = exported(tmp_path, {"report.docx": _report("chair", "report"), "map.docx": _report("practitioners", "map")})
    sizes = Tree(found["report.docx"]).sizes
    assert set(sizes) == {(595, 842), (842, 595)}
    assert sizes[0] == sizes[-1] == (595, 842)
    assert set(Tree(found["map.docx"]).sizes) == {(1191, 842)}


@pytest.mark.parametrize(("language", "named"), [("cy", "cy-GB"), ("pl", "pl-PL"), ("ar", "ar-SA")])
def test_other_languages_are_told(language: str, named: str, tmp_path: Path) -> None:
    tree = Tree(exported(tmp_path, {"a.docx": _report("chair", "minutes", language)})["a.docx"])
    assert tree.language in (named, "en-GB")
    assert tree.headings[:1] == [1]


def test_a_document_in_an_authoritys_template_opens_too(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    folder.joinpath("word.docx").write_bytes(template())
    tree = Tree(exported(tmp_path, {"a.docx": _report("chair", "report", templates=folder)})["a.docx"])
    assert tree.headings[:2] == [1, 2]
    assert tree.count("TH") > 0


@pytest.mark.parametrize("turn", [0, 60, 130])
def test_a_document_of_hostile_texts_opens_too(turn: int, tmp_path: Path) -> None:
    read, _ = read_with(lambda _, number: f"{HOSTILE[(number + turn) % len(HOSTILE)]} {marker(number)}")
    maker = Maker(read, durham())
    document = maker.document(KINDS["report"], find_reader(maker.case, durham().profile, "chair"))
    tree = Tree(exported(tmp_path, {"a.docx": durham().draw(document, "docx")})["a.docx"])
    assert tree.headings[:1] == [1]
    assert tree.pages > 5
