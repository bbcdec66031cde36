"""What docs/templates.md shows works as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.profiles import sound

from sostool.profile.load import load_profile
from sostool.report.blocks import own
from sostool.report.templating.authority import authority_of
from sostool.report.templating.our_templates import our_names
from sostool.report.templating.templates import TemplateMistake, Templates
from sostool.report.words.boilerplate import read_boilerplate

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
ENGLAND = sound(load_profile("england"))


def test_the_file_of_names_and_numbers_can_be_read(tmp_path: Path) -> None:
    [example] = re.findall(r"(?s)```yaml\n(name: .*?)```", PAGE)
    (tmp_path / "authority.yaml").write_text(example, encoding="utf-8")
    authority = authority_of(ENGLAND, Templates(tmp_path))
    assert authority.name == "Example County Council"
    assert [name for name, value in authority.values.items() if not value] == ["address"]


def test_every_name_that_is_copied_is_there() -> None:
    names = re.findall(r"sostool templates copy ([^\s`]+)", PAGE)
    assert len(names) >= 3
    assert set(names) <= {"authority.yaml", "word.docx", *our_names()}


def test_every_row_of_the_table_of_wording_can_be_written() -> None:
    rows = re.findall(r"(?m)^\| (`.*?) \| .*\|$", PAGE.partition("| you write |")[2].partition("\n\n")[0])
    written = [text for row in rows for text in re.findall(r"`([^`]+)`", row)]
    assert len(written) > 10
    for text in written:
        assert read_boilerplate("x.md", text, {"telephone": own("1")}, {"helplines": (own("2"),)})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("html/stlye.css", b"x"),
        ("authority.yaml", b"name: A\n\ntelefone: 1\n"),
        ("html/style.css", b"\n\n\n\xe9"),
        ("logo.png", b"\xff\xd8\xff"),
    ],
)
def test_what_is_said_to_be_told_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    with pytest.raises(TemplateMistake) as caught:
        authority_of(ENGLAND, Templates(tmp_path))
    assert f"| `{caught.value}` |" in PAGE
