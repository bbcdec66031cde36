"""`sostool templates`: the list of what an authority can make its own, and a folder to start with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.cases import BASE
from support.running import is_one_line

from sostool.cli.templates import about
from sostool.profile.declared import Authority
from sostool.report.templating.our_templates import our_names, our_text

if TYPE_CHECKING:
    from cli.conftest import Sostool

# Nothing is held back in it, so everyone may have the same copy.
OPEN = BASE.replace("born: 2019-06-02", "born: 2019-06-02, lives_with: [lisa, dean]") + (
    "voices: [{who: mia, not_asked: She was asleep.}]\n"
)


def test_the_list_says_of_each_name_what_it_is_for(sostool: Sostool) -> None:
    done = sostool("templates")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.partition(": ")[0] for line in lines][:3] == ["authority.yaml", "logo.svg", "word.docx"]
    assert {line.partition(": ")[0] for line in lines} == {"authority.yaml", "logo.svg", "word.docx", *our_names()}
    assert all(len(line.partition(": ")[2]) > 15 and len(line) < 120 for line in lines)


@pytest.mark.parametrize("name", our_names())
def test_every_template_has_its_line(name: str) -> None:
    assert about(name).endswith(".")


def test_copies_start_a_folder(sostool: Sostool, tmp_path: Path) -> None:
    done = sostool("templates", "copy", "html/style.css", "html/blocks/table.html.j2", "html/style.css")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Copied: templates/html/style.css\n"
        "Copied: templates/html/blocks/table.html.j2\n"
        "Use the folder with: sostool render-report CASE --templates templates\n"
    )
    assert (tmp_path / "templates" / "html" / "style.css").read_text("utf-8") == our_text("html/style.css")
    assert "{% macro table(block) %}" in (tmp_path / "templates/html/blocks/table.html.j2").read_text("utf-8")


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_another_folder(sostool: Sostool, tmp_path: Path, option: str) -> None:
    assert sostool("templates", "copy", "html/style.css", option, "our/own").code == 0
    assert (tmp_path / "our" / "own" / "html" / "style.css").is_file()
    assert not (tmp_path / "templates").exists()


def test_a_file_is_never_replaced(sostool: Sostool, tmp_path: Path) -> None:
    file = tmp_path / "templates" / "html" / "style.css"
    file.parent.mkdir(parents=True)
    file.write_text("ours", encoding="utf-8")
    done = sostool("templates", "copy", "html/style.css", "html/paper.css")
    assert done.code == 2
    assert done.err == "Not copied: templates/html/style.css is there already, and is left as it is.\n"
    assert file.read_text("utf-8") == "ours"
    assert (tmp_path / "templates" / "html" / "paper.css").is_file()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("html/stlye.css", "Did you mean html/style.css?"),
        ("style.css", "Did you mean html/style.css?"),
        ("authority.yml", "Did you mean authority.yaml?"),
        ("table.html.j2", "Did you mean html/blocks/table.html.j2?"),
        ("qqqq", "`sostool templates` lists them."),
        ("", "`sostool templates` lists them."),
        ("../pyproject.toml", "`sostool templates` lists them."),
        ("/etc/passwd", "`sostool templates` lists them."),
        ("html", "`sostool templates` lists them."),
        ("\x1b[31m", "`sostool templates` lists them."),
        ("logo.svg", "Put your own into the folder"),
    ],
)
def test_a_wrong_name_copies_nothing(sostool: Sostool, tmp_path: Path, name: str, hint: str) -> None:
    done = sostool("templates", "copy", "html/style.css", name)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err
    assert is_one_line(done.err)
    assert "\x1b" not in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["copy"], ["cpoy", "html/style.css"], ["html/style.css"], ["copy", "--force", "x"]]
)
def test_wrong_use(sostool: Sostool, tmp_path: Path, arguments: list[str]) -> None:
    done = sostool("templates", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_takes_no_file(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("x", encoding="utf-8")
    done = sostool("templates", "copy", "html/style.css")
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)


def test_a_whole_folder_of_copies_makes_the_same_documents(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(OPEN, encoding="utf-8")
    names = [name for name in our_names() if our_text(name) is not None]
    assert sostool("templates", "copy", "authority.yaml", *names).code == 0
    for options in ([], ["--templates", "templates"]):
        to = "two" if options else "one"
        done = sostool("render-report", "case.yaml", "-o", f"{to}/", *options)
        assert done.code == 0, done.err
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("html/stlye.css", "", "html/stlye.css: This is no template of ours. Did you mean html/style.css?"),
        ("html/page.html.j2", "\n{{ nothing }}", "html/page.html.j2, line 2: 'nothing' is undefined"),
        (
            "authority.yaml",
            "name: A\ntelefone: 1\n",
            "authority.yaml, line 2: This key is not known here. Did you mean",
        ),
        ("logo.png", "x", "logo.png: This should be a PNG picture and is no picture of this kind."),
        ("labels/en.yaml", "words:\n  map.wored: x\n", "labels/en.yaml, line 2: "),
        ("html/blocks/table.html.j2", "x", "html/blocks/table.html.j2: It has to hold the drawing"),
    ],
)
def test_a_mistake_in_the_folder_is_told_before_anything_is_made(
    sostool: Sostool, tmp_path: Path, name: str, text: str, line: str
) -> None:
    (tmp_path / "case.yaml").write_text(OPEN, encoding="utf-8")
    file = tmp_path / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    done = sostool("render-report", "case.yaml", "--templates", "templates", "-o", "out/")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(line)
    assert is_one_line(done.err)
    assert not list((tmp_path / "out").glob("*"))


def test_a_folder_is_used_only_if_the_command_line_names_it(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(OPEN, encoding="utf-8")
    assert sostool("render-report", "case.yaml", "-o", "one/").code == 0
    for folder in (".", "templates", "sostool", "sostool/templates"):
        for name in ("html/page.html.j2", "markdown/page.md.j2", "html/style.css", "labels/en.yaml", "authority.yaml"):
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("{{ not ours }}", encoding="utf-8")
    assert sostool("render-report", "case.yaml", "-o", "two/").code == 0
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
    assert len(list((tmp_path / "two").iterdir())) == 2


@pytest.mark.parametrize("key", ["templates: templates", "template: {{ x }}", "labels: {map.worried: x}"])
def test_no_case_file_and_no_settings_name_a_folder(sostool: Sostool, tmp_path: Path, key: str) -> None:
    (tmp_path / "case.yaml").write_text(f"{OPEN}{key}\n", encoding="utf-8")
    assert sostool("render-report", "case.yaml", "-o", "out/").code == 1
    (tmp_path / "case.yaml").write_text(OPEN, encoding="utf-8")
    (tmp_path / "sostool.yaml").write_text(f"sostool_settings: 1\n{key}\n", encoding="utf-8")
    assert sostool("render-report", "case.yaml", "-o", "out/").code == 1
    assert not (tmp_path / "out").exists()


def test_the_file_of_names_and_numbers_waits_for_every_key(sostool: Sostool, tmp_path: Path) -> None:
    assert sostool("templates", "copy", "authority.yaml").code == 0
    text = (tmp_path / "templates" / "authority.yaml").read_text("utf-8")
    for name, key in Authority.keys.items():
        assert f"{name}:" in text
        assert name == "helplines" or f"# {key.doc} Such as: {key.example}\n{name}:\n" in text
