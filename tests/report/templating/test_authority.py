"""The authority's names and numbers, from its profile and from its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from browser.sample_document import REPORT
from support.profiles import own_profile, sound

from sostool.profile.declared import Authority as Keys
from sostool.profile.load import load_profile
from sostool.report.blocks import Run, own
from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.templating.authority import authority_of
from sostool.report.templating.templates import TemplateMistake, Templates

ENGLAND = sound(load_profile("england"))
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>alert(1)</script></svg>"


def folder(path: Path, text: str = "", logo: str = "") -> Templates:
    path.mkdir(exist_ok=True)
    if text:
        (path / "authority.yaml").write_text(text, encoding="utf-8")
    if logo:
        (path / "logo.svg").write_text(logo, encoding="utf-8")
    return Templates(path)


def test_england_names_nobody_but_the_lines_that_everybody_can_ring() -> None:
    authority = authority_of(ENGLAND, Templates())
    assert (authority.name, authority.logo, authority.accent) == ("", "", ENGLAND.accent)
    assert set(authority.values.values()) == {()}
    assert [(line.name, line.telephone) for line in authority.helplines] == [
        ("Police", "999"),
        ("Childline", "0800 1111"),
        ("NSPCC", "0808 800 5000"),
        ("National Domestic Abuse Helpline", "0808 2000 247"),
    ]
    assert authority.lists["helplines"][0] == (
        Run("Police", strong=True),
        Run(": 999, when somebody is in danger now"),
    )


def test_every_key_can_be_named_and_the_name_is_called_authority() -> None:
    assert set(authority_of(ENGLAND, Templates()).values) == {*Keys.keys, "authority"} - {"name", "helplines"}


def test_the_folder_is_laid_over_the_profile_key_by_key(tmp_path: Path) -> None:
    profile = own_profile(tmp_path, "authority: {name: Ours, telephone: '1', email: a@b.c}\n")
    templates = folder(
        tmp_path / "own", "telephone: '2'\naddress: |\n  County Hall,\n  Example Street\naccent: '#123456'\n"
    )
    authority = authority_of(profile, templates)
    assert authority.name == "Ours"
    assert authority.values["authority"] == own("Ours")
    assert authority.values["telephone"] == own("2")
    assert authority.values["email"] == own("a@b.c")
    assert authority.values["address"] == own("County Hall, Example Street")
    assert authority.values["website"] == ()
    assert authority.accent == "#123456"
    assert [line.name for line in authority.helplines] == [line.name for line in ENGLAND.helplines]


def test_its_own_helplines_take_the_place_of_ours(tmp_path: Path) -> None:
    templates = folder(tmp_path / "own", "helplines: [{name: Local line}, {name: B, telephone: '5'}]")
    assert authority_of(ENGLAND, templates).lists["helplines"] == (
        (Run("Local line", strong=True),),
        (Run("B", strong=True), Run(": 5")),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: A\ntelefone: '1'\n", "line 2: This key is not known here. Did you mean “telephone”?"),
        ("name: A\naccent: red\n", 'line 2: This is not a colour. Write it like "#1d5c63".'),
        ("name: [a\n", "line 1: A square bracket opens here and is never closed. Put ] at its end."),
        ("- a\n", "line 1: Here a set of keys is wanted, and a list stands here."),
        ("", "line 1: There is nothing in this file. `sostool templates copy authority.yaml` starts one."),
        ("# a\n", "line 1: There is nothing in this file. `sostool templates copy authority.yaml` starts one."),
        ("a: 1\nname: A\nname: B\n", "line 1: This key is not known here."),
        ("name: A\nname: B\n", "line 2: This key stands here a second time."),
        ("name: {a: b}\n", "line 1: Here a text is wanted, and a set of keys stands here."),
        ("\nhelplines: [{number: 1}]\n", "line 2: This key is not known here. Known here: name, telephone, who_for."),
        ('name: "\\e[31m"\n', "line 1: Here stands an invisible control character (U+001B). Delete it."),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "authority.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateMistake) as caught:
        authority_of(ENGLAND, Templates(tmp_path))
    assert str(caught.value).startswith(f"authority.yaml, {message}")
    assert len(str(caught.value).splitlines()) == 1


def test_a_logo_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake, match=r"^authority\.yaml: A logo needs words"):
        authority_of(ENGLAND, folder(tmp_path / "own", logo=SVG))
    assert authority_of(ENGLAND, folder(tmp_path / "own", "name: A", SVG)).logo.startswith("data:image/svg+xml;base64,")


def test_the_logo_stands_at_the_head_and_runs_nothing(tmp_path: Path) -> None:
    templates = folder(tmp_path / "own", "name: A", SVG)
    page = html(replace(REPORT, authority='Our "County" & <b>'), templates).decode()
    [head] = [line for line in page.splitlines() if 'class="logo"' in line]
    assert head == (
        f'<p class="authority"><img class="logo" src="{templates.logo}" alt="Our &#34;County&#34; &amp; &lt;b&gt;"></p>'
    )
    assert "alert" not in page
    assert "img-src data:" in page


def test_without_a_logo_the_name_stands_there(tmp_path: Path) -> None:
    page = html(replace(REPORT, authority="Our County"), Templates()).decode()
    assert page.count('<p class="authority">Our County</p>') == 1
    assert "<img" not in page
    assert 'class="authority"' not in html(REPORT, Templates()).decode()


def test_in_markdown_the_name_stands_under_the_title() -> None:
    text = markdown(replace(REPORT, authority="Our *County*"), Templates()).decode()
    assert text.splitlines()[1:4] == ["", "Our \\*County\\*", ""]
    assert text.startswith("# ")
