"""An authority's folder: what is in it is used, and whatever is wrong in it is told before anything is made."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from report.templating.test_bare_picture import PNGS

from sostool.report.templating.our_templates import our_names
from sostool.report.templating.overlay import MOST_BYTES, Overlay, near_name, read_overlay
from sostool.report.templating.templates import TemplateMistake

OURS = [*our_names(), "words/en/leaflet-parents.md"]
NAMES_WITH_A_SLIP = [
    ("html/stlye.css", "html/style.css"),
    ("style.css", "html/style.css"),
    ("html/Style.css", "html/style.css"),
    ("HTML", "html"),
    ("html/style.css.bak", "html/style.css"),
    ("html/style.css~", "html/style.css"),
    ("html/style (2).css", "html/style.css"),
    ("html\\style.css", "html/style.css"),
    ("authority.yml", "authority.yaml"),
    ("Authority.yaml", "authority.yaml"),
    ("logo.PNG", "logo.png"),
    ("labels/en.yml", "labels/en.yaml"),
    ("words/en/leaflet-parent.md", "words/en/leaflet-parents.md"),
    ("words/leaflet-parents.md", "words/en/leaflet-parents.md"),
    ("html/blocks/tabel.html.j2", "html/blocks/table.html.j2"),
    ("table.html.j2", "html/blocks/table.html.j2"),
]


def put(folder: Path, name: str, data: bytes = b"x") -> Path:
    file = folder.joinpath(*name.split("/"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def told(folder: Path) -> str:
    with pytest.raises(TemplateMistake) as caught:
        read_overlay(folder, OURS)
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def test_files_of_our_names_are_read(tmp_path: Path) -> None:
    put(tmp_path, "html/style.css", b"p {}\r\nq {}\r")
    put(tmp_path, "words/en/leaflet-parents.md", "\ufeffŵyneb".encode())
    put(tmp_path, "authority.yaml", b"name: A")
    overlay = read_overlay(tmp_path, OURS)
    assert overlay.texts == {"html/style.css": "p {}\nq {}\n", "words/en/leaflet-parents.md": "ŵyneb"}
    assert overlay.authority == tmp_path / "authority.yaml"
    assert overlay.logo == ""


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert read_overlay(tmp_path, OURS) == Overlay()


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "desktop.ini", "README.md", "readme.txt", "html/.git/config", "~$a.docx", ".hidden/x"],
)
def test_what_computers_and_people_leave_beside_is_left_alone(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, b"\xff")
    assert read_overlay(tmp_path, OURS) == Overlay()


@pytest.mark.parametrize(("name", "meant"), NAMES_WITH_A_SLIP)
def test_a_name_with_a_slip_is_told_with_the_one_that_was_meant(tmp_path: Path, name: str, meant: str) -> None:
    put(tmp_path, f"{name}/x" if name == "HTML" else name)
    assert told(tmp_path) == f"{name}: This is no template of ours. Did you mean {meant}?"


@pytest.mark.parametrize(
    "name", ["qqqqqq", "src/main.py", "labels/english.yaml", "words/xx/leaflet-parents.md", "CON", "a b", "é.css"]
)
def test_a_name_that_is_nobodys_is_told(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    assert "This is no template of ours." in told(tmp_path)


@pytest.mark.parametrize("name", ["photos", "x"])
def test_a_folder_that_has_nothing_to_do_with_it_is_not_walked_through(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"{name}/2026/a.jpg")
    assert told(tmp_path) == f"{name}: This is no template of ours. `sostool templates` lists them."


def test_a_language_of_the_authoritys_own_has_its_labels_and_wordings(tmp_path: Path) -> None:
    put(tmp_path, "labels/ur.yaml")
    put(tmp_path, "words/ur/leaflet-parents.md")
    assert set(read_overlay(tmp_path, OURS).texts) == {"labels/ur.yaml", "words/ur/leaflet-parents.md"}
    put(tmp_path, "words/ur/leaflet-parent.md")
    assert told(tmp_path).startswith("words/ur/leaflet-parent.md: This is no template of ours. Did you mean words/")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a\nb \xe9\n", ", line 2"),
        (b"\xff\xfep\x00 \x00", ", line 1"),
        ("p { }".encode("utf-16-le"), ", line 1"),
        (b"\x80", ", line 1"),
        (b"\n\n\xed\xa0\x80", ", line 3"),
    ],
)
def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path, data: bytes, line: str) -> None:
    put(tmp_path, "html/style.css", data)
    assert told(tmp_path) == f"html/style.css{line}: The file is not saved as UTF-8."


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = put(tmp_path, "html/style.css")
    os.truncate(file, 50_000_000_000)
    assert told(tmp_path) == "html/style.css: This file is larger than 1000 kB."
    put(tmp_path, "html/style.css", b"x" * MOST_BYTES)
    assert len(read_overlay(tmp_path, OURS).texts["html/style.css"]) == MOST_BYTES


def test_a_huge_logo_is_told(tmp_path: Path) -> None:
    put(tmp_path, "logo.png", b"\x89PNG\r\n\x1a\n" + b"x" * 200_000)
    assert told(tmp_path) == "logo.png: This file is larger than 200 kB."


def test_two_logos_are_told(tmp_path: Path) -> None:
    put(tmp_path, "logo.png", PNGS["ordinary"])
    put(tmp_path, "logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert told(tmp_path) == "logo.svg: There is a logo.png too. Keep one of the two."


def test_a_folder_named_like_a_file_and_a_file_named_like_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "html/style.css/x")
    assert told(tmp_path) == "html/style.css: This is a folder, and a file of ours has this name."
    other = tmp_path / "other"
    put(other, "html")
    assert told(other).startswith("html: This is no template of ours.")


def test_links_stay_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    outside = put(tmp_path, "secret.css", b"secret")
    put(folder, "html/style.css", b"p {}")
    (folder / "html" / "paper.css").symlink_to("style.css")
    assert read_overlay(folder, OURS).texts == {"html/style.css": "p {}", "html/paper.css": "p {}"}
    (folder / "html" / "page.html.j2").symlink_to(outside)
    assert told(folder) == "html/page.html.j2: This is a link that leads out of the folder."


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("html", "."),
        ("html", "html"),
        ("html/blocks", ".."),
        ("words", ".."),
        ("labels", "/"),
        ("html/style.css", "style.css"),
    ],
)
def test_links_in_a_circle_or_out_end(tmp_path: Path, name: str, to: str) -> None:
    folder = tmp_path / "own"
    link = folder.joinpath(*name.split("/"))
    link.parent.mkdir(parents=True)
    link.symlink_to(to)
    assert "Traceback" not in told(folder)


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    put(tmp_path, "own/html/style.css", b"p {}")
    (tmp_path / "link").symlink_to("own")
    assert read_overlay(tmp_path / "link", OURS).texts == {"html/style.css": "p {}"}


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    assert told(put(tmp_path, "file")).endswith("This is not a folder of templates.")
    assert told(tmp_path / "none").endswith("This is not a folder of templates.")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names in folders")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    os.mkfifo(tmp_path / "html" / "style.css")
    assert told(tmp_path) == "html/style.css: This is not an ordinary file."


def test_names_that_no_computer_can_spell_are_told(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"html-\xff"))
    assert "This is no template of ours." in told(tmp_path)


@pytest.mark.parametrize(
    ("name", "near"),
    [("", None), ("q" * 10_000, None), ("html/style.css", "html/style.css"), ("../html/style.css", "html/style.css")],
)
def test_the_nearest_name(name: str, near: str | None) -> None:
    assert near_name(name, OURS) == near
