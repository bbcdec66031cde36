"""Wording in a document's language, with its blanks filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from sostool.report.blocks import Group, Note, Prose, Run, Ticks, own, typed
from sostool.report.templating.templates import TemplateMistake, Templates
from sostool.report.words.boilerplate import BY_HAND, Boilerplate, Missing, read_boilerplate

VALUES = {"authority": own("Example County Council"), "telephone": own("01632 960000"), "email": ()}
LINES = ((Run("Childline", strong=True), Run(": 0800 1111")), own("NSPCC: 0808 800 5000"))


def folder(path: Path, **files: str) -> Templates:
    """Lay wordings over ours; `cy` is the invitation to a practitioner in Welsh."""
    for language, text in files.items():
        file = path / "words" / language / "invitation-practitioner.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Templates(path)


def wording(path: Path, language: str = "en", **files: str) -> Boilerplate:
    return Boilerplate(folder(path, **files), language, VALUES, {"helplines": LINES, "none": ()})


def test_blanks_are_filled_in_everywhere() -> None:
    text = "# For {child}\n\n{child} **{telephone}**\n\n- [ ] {child}\n\n> {authority}"
    assert read_boilerplate("x.md", text, VALUES | {"child": typed("Mia *x* <b>")}) == (
        Group(
            (Run("For "), Run("Mia *x* <b>", typed=True)),
            (
                Prose((((Run("Mia *x* <b>", typed=True)), Run(" "), Run("01632 960000", strong=True)),)),
                Ticks((), (typed("Mia *x* <b>"),)),
                Note(own("Example County Council")),
            ),
        ),
    )


def test_what_a_family_typed_stays_as_it_was_typed() -> None:
    hostile = "{telephone} **b** <b> # [x](y)\n\ue0000\ue001"
    [prose] = read_boilerplate("x.md", "**a {child} b**", {"child": typed(hostile), "telephone": own("1")})
    assert prose == Prose(((Run("a ", strong=True), Run(hostile, typed=True), Run(" b", strong=True)),))


def test_a_value_that_there_is_not_leaves_a_line_to_write_on(tmp_path: Path) -> None:
    words = wording(tmp_path, en="Ring {telephone}\nor write to {email}.\n\n**{email}**")
    [first, second] = words("invitation-practitioner")
    assert first == Prose(((Run("Ring "), Run("01632 960000"), Run(" or write to "), Run(BY_HAND), Run(".")),))
    assert second == Prose(((Run(BY_HAND),),))
    file = "words/en/invitation-practitioner.md"
    assert words.missing == (Missing(file, 2, "email"), Missing(file, 4, "email"))
    words("invitation-practitioner")
    assert len(words.missing) == 2


def test_a_documents_own_values_go_before_the_authoritys(tmp_path: Path) -> None:
    words = wording(tmp_path, en="{telephone} {place}")
    assert words("invitation-practitioner", telephone=own("1"), place=typed("Hall")) == (
        Prose(((Run("1"), Run(" "), Run("Hall", typed=True)),)),
    )
    with pytest.raises(TemplateMistake, match=r"no value called \{place\}"):
        words("invitation-practitioner")


def test_a_paragraph_can_be_a_list(tmp_path: Path) -> None:
    words = wording(tmp_path, en="Ring:\n\n{helplines}\n\n{none}\n\nEnd.")
    assert words("invitation-practitioner") == (Prose((own("Ring:"),)), Prose(LINES, "bullets"), Prose((own("End."),)))
    assert words.missing == ()


@pytest.mark.parametrize("text", ["Ring {helplines}.", "- {helplines}", "# {helplines}", "**{helplines}** a"])
def test_a_list_stands_in_a_paragraph_of_its_own(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateMistake) as caught:
        wording(tmp_path, en=f"\n{text}")("invitation-practitioner")
    assert caught.value.line == 2
    assert caught.value.message == "{helplines} is a list: it stands in a paragraph of its own."


def test_the_language_is_used_if_it_has_the_wording(tmp_path: Path) -> None:
    words = wording(tmp_path, "cy", cy="Croeso", en="Welcome")
    assert words("invitation-practitioner") == (Prose((own("Croeso"),)),)
    assert words.fallen_back == ()


def test_without_it_the_english_wording_is_used_and_remembered(tmp_path: Path) -> None:
    words = wording(tmp_path, "xx", en="Welcome")
    assert words.has("invitation-practitioner")
    assert not words.has("nothing-of-this-name")
    for _ in range(2):
        assert words("invitation-practitioner") == (Prose((own("Welcome"),)),)
    assert words.fallen_back == ("invitation-practitioner",)


def test_a_wording_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake, match=r"^words/en/nothing\.md: There is no such file\.$"):
        wording(tmp_path, "cy")("nothing")


@pytest.mark.parametrize("name", ["../labels/en", "/etc/passwd", "", "..", "x\\..\\y"])
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateMistake, match="There is no such file"):
        wording(tmp_path)(name)
