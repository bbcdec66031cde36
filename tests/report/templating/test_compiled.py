from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.sample_document import REPORT
from jinja2 import Environment

from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.templating import templates as templates_module
from sostool.report.templating.templates import Templates


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let Python keep its byte code in a folder of the test's own."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    templates_module._compiled.cache_clear()
    yield tmp_path / "kept"
    templates_module._compiled.cache_clear()


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the names of the templates that are compiled."""
    names: list[str] = []
    compile_ = Environment.compile

    def compile_and_tell(self: Environment, source: str, name: str, filename: str) -> object:
        names.append(name)
        return compile_(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", compile_and_tell)
    return names


def draw(*, in_a_new_process: bool = True, own: Path | None = None) -> tuple[bytes, bytes]:
    if in_a_new_process:
        templates_module._compiled.cache_clear()
    templates = Templates(own)
    return html(REPORT, templates), markdown(REPORT, templates)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("template-*"))


def test_a_second_process_compiles_nothing_and_makes_the_same(folder: Path, compiled: list[str]) -> None:
    first = draw()
    assert {"html/page.html.j2", "html/blocks.html.j2", "markdown/page.md.j2", "markdown/blocks.md.j2"} <= {*compiled}
    assert len(kept(folder)) == len(compiled)
    compiled.clear()
    assert draw() == first
    assert compiled == []


def test_a_second_document_of_a_process_reads_nothing_from_the_disk(folder: Path, compiled: list[str]) -> None:
    first = draw()
    compiled.clear()
    for file in kept(folder):
        file.unlink()
    assert draw(in_a_new_process=False) == first
    assert compiled == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[:40],
        lambda data: data[:-1],
        lambda data: data[:100] + bytes((data[100] ^ 1,)) + data[101:],
        lambda data: bytes((data[0] ^ 1,)) + data[1:],
        lambda data: data + b"\0",
    ],
)
def test_code_that_was_cut_off_or_changed_is_never_read(folder: Path, compiled: list[str], spoil: object) -> None:
    first = draw()
    before = {file: file.read_bytes() for file in kept(folder)}
    for file, data in before.items():
        file.write_bytes(spoil(data))  # type: ignore[operator]
    names = [*compiled]
    compiled.clear()
    assert draw() == first
    assert compiled == names
    assert {file: file.read_bytes() for file in kept(folder)} == before


def test_code_of_another_version_is_never_read(
    folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draw()
    compiled.clear()
    monkeypatch.setattr("sostool.report.templating.compiled.__version__", "0.0.0")
    draw()
    assert compiled


def test_nothing_is_kept_where_python_is_told_to_keep_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    draw()
    assert kept(folder) == []


def test_an_authoritys_templates_are_never_kept_on_the_disk(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "html"
    own.mkdir(parents=True)
    (own / "page.html.j2").write_text("<p>{{ reference }}</p>", encoding="utf-8")
    assert draw(own=tmp_path / "own")[0] == f"<p>{REPORT.reference}</p>".encode()
    assert kept(folder) == []


def test_what_we_kept_is_not_used_for_an_authoritys_templates(
    folder: Path, tmp_path: Path, compiled: list[str]
) -> None:
    draw()
    compiled.clear()
    (tmp_path / "own").mkdir()
    draw(own=tmp_path / "own")
    assert "html/page.html.j2" in compiled


def test_without_a_place_to_keep_code_documents_are_made_all_the_same(folder: Path, compiled: list[str]) -> None:
    first = draw()
    shutil.rmtree(folder)
    folder.write_bytes(b"")
    assert draw() == first
    assert folder.read_bytes() == b""


def test_pages_tell_nothing_of_where_code_is_kept(folder: Path) -> None:
    assert not [data for data in draw() if str(folder).encode() in data]
    assert not [file for file in kept(folder) if str(folder).encode() in file.read_bytes()]
