"""Wording as Markdown: what becomes which block, and what is refused, with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.blocks import Block, Group, Line, Note, PageBreak, Prose, Run, Space, Ticks, own
from sostool.report.templating.our_templates import our_names
from sostool.report.templating.templates import TemplateMistake, Templates
from sostool.report.words.boilerplate import read_boilerplate
from sostool.report.words.wording import read_wording

NAME = "words/en/letter.md"
VALUES = {"telephone": own("01632 960000"), "website": own("www.example.gov.uk")}


def read(text: str) -> tuple[Block, ...]:
    return read_boilerplate(NAME, text, VALUES)


def tried(text: str) -> tuple[Block, ...] | TemplateMistake:
    """Give the blocks of a text, or why there are none."""
    try:
        return read(text)
    except TemplateMistake as mistake:
        return mistake


def prose(*lines: str) -> Prose:
    return Prose(tuple(map(own, lines)))


def bullets(*lines: str) -> Prose:
    return Prose(tuple(map(own, lines)), "bullets")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("\n\n \n", ()),
        ("One.\nStill one.\n\nTwo.", (prose("One. Still one."), prose("Two."))),
        ("One.  \nOn a line of its own.", (prose("One.", "On a line of its own."),)),
        ("a   b\t c", (prose("a b c"),)),
        ("- a\n- b", (bullets("a", "b"),)),
        ("* a\n+ b", (bullets("a", "b"),)),
        ("We will:\n- a\n- b\n\nThen.", (prose("We will:"), bullets("a", "b"), prose("Then."))),
        ("- a\n  goes on\n- b\nlazy", (bullets("a goes on", "b lazy"),)),
        ("- a\n\n- b", (bullets("a", "b"),)),
        ("1. a\n2. b", (Prose((own("a"), own("b")), "numbers"),)),
        ("1) a\n2) b", (Prose((own("a"), own("b")), "numbers"),)),
        ("- a\n1. b\n- c", (bullets("a"), Prose((own("b"),), "numbers"), bullets("c"))),
        ("In\n2026. a", (prose("In 2026. a"),)),
        ("2026\\. a", (prose("2026. a"),)),
        ("**a**", (Prose(((Run("a", strong=True),),)),)),
        ("a **b** c", (Prose(((Run("a "), Run("b", strong=True), Run(" c")),)),)),
        ("*a* _b_ __c__", (Prose(((Run("a b "), Run("c", strong=True)),)),)),
        ("# A", (Group(own("A"), ()),)),
        ("# A #\na", (Group(own("A"), (prose("a"),)),)),
        ("# A\na\n## B\nb\n# C\nc", (Group(own("A"), (prose("a"), Group(own("B"), (prose("b"),)))), Group(own("C"), (prose("c"),)))),
        ("## A\n# B", (Group(own("A"), ()), Group(own("B"), ()))),
        ("# A\n### B\n## C", (Group(own("A"), (Group(own("B"), ()), Group(own("C"), ()))),)),
        ("# **A** b", (Group((Run("A", strong=True), Run(" b")), ()),)),
        ("a\n---\nb", (prose("a"), PageBreak(), prose("b"))),
        ("- - -\n***", (PageBreak(), PageBreak())),
        ("_____", (Space(1),)),
        ("a\n______\n_______\n\n_____\nb", (prose("a"), Space(3), prose("b"))),
        ("Name: ________ Date: _____", (prose("Name: ________ Date: _____"),)),
        ("- [ ] yes\n- [ ] **no**", (Ticks((), (own("yes"), (Run("no", strong=True),))),)),
        ("* [] yes", (Ticks((), (own("yes"),)),)),
        ("> Take care.\n> Really.\n>\n> Ring.", (Note(own("Take care. Really.")), Note(own("Ring.")))),
        ("[our page](https://a.b/c_d_e)", (prose("our page (https://a.b/c_d_e)"),)),
        ("[https://a.b](https://a.b)", (prose("https://a.b"),)),
        ("[a@b.c](mailto:a@b.c) [ring](tel:999)", (prose("a@b.c ring (999)"),)),
        ("<https://a_b_.c> <x.y@z.org>", (prose("https://a_b_.c x.y@z.org"),)),
        ("[x]({website}) {telephone}.", (Prose(((Run("x ("), Run("www.example.gov.uk"), Run(") "), Run("01632 960000"), Run(".")),)),)),
        ("[x](javascript:alert)", (prose("x (javascript:alert)"),)),
        ("[not a link] (really)", (prose("[not a link] (really)"),)),
        ("5 < 6 & 7 > 2", (prose("5 < 6 & 7 > 2"),)),
        ("\\*a\\* \\{b\\} \\# \\_c\\_", (prose("*a* {b} # _c_"),)),
        ("{{ 7*191 }}"[1:-1].replace("{ ", "\\{ "), (prose("{ 7*191 }"),)),
        ("**Ring {telephone}**", (Prose(((Run("Ring ", strong=True), Run("01632 960000", strong=True)),)),)),
        ("Dydd Gŵyl Dewi – “ŵyn” 日本 🙂 ﷽", (prose("Dydd Gŵyl Dewi – “ŵyn” 日本 🙂 ﷽"),)),
    ],
)  # fmt: skip
def test_markdown_becomes_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    assert read(text) == blocks
    assert read(text.replace("\n", "\r\n")) == blocks


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n\n<b>x</b>", 3, "HTML cannot stand here"),
        ("a <br> b", 1, "HTML cannot stand here"),
        ("<script>alert(1)</script>", 1, "HTML cannot stand here"),
        ("a\n</div>", 2, "HTML cannot stand here"),
        ("<?php", 1, "HTML cannot stand here"),
        ("a<b", 1, "put a space after the sign <"),
        ("a\n<!-- b", 2, "A comment cannot stand here"),
        ("[//]: # (hidden)", 1, "Write the address beside its words"),
        ("[a]: https://b.c", 1, "Write the address beside its words"),
        ("&nbsp;", 1, "Type the character itself"),
        ("a &#60;b&#x3e;", 1, "Type the character itself"),
        ("a\n![b](c.png)", 2, "A picture cannot stand here"),
        ("![b][c]", 1, "A picture cannot stand here"),
        ("a\n`b`", 2, "Code cannot stand here"),
        ("```\nx\n```", 1, "Code cannot stand here"),
        ("~~~\nx\n~~~", 1, "Code cannot stand here"),
        ("a\n\n    b", 3, "Code cannot stand here"),
        ("\tb", 1, "Code cannot stand here"),
        ("| a | b |\n|---|---|", 1, "A table cannot stand here"),
        ("a | b\n--|--", 2, "A table cannot stand here"),
        ("a | b\n--- | ---", 2, "A table cannot stand here"),
        ("a\n:-: | :-:", 2, "A table cannot stand here"),
        ("- a\n- b\n    - c", 3, "A list within a list cannot stand here"),
        ("- a\n  - b", 2, "A list within a list cannot stand here"),
        ("- a\n\n\t1. b", 3, "A list within a list cannot stand here"),
        ("- a\n\n    b", 3, "An entry of a list is one paragraph"),
        ("- a\n-", 2, "An entry of a list has words"),
        ("- # a", 1, "In a list only plain words can stand"),
        ("- > a", 1, "In a list only plain words can stand"),
        ("> - a", 1, "After the sign > only plain paragraphs can stand"),
        ("a\n\n3. b", 3, "A list with numbers starts with 1"),
        ("- [ ] a\n- b", 1, "each entry starts with - [ ]"),
        ("1. [ ] a", 1, "each entry starts with - [ ]"),
        ("#a", 1, "A heading is one to six signs #"),
        ("a\n##", 2, "A heading is one to six signs #"),
        ("####### a", 1, "A heading is one to six signs #"),
        ("A\n===", 2, "Write a heading with # before it"),
        ("___", 1, "at least five underscores"),
        ("a\n\nb **c", 3, "Here stands ** without another"),
        ("**a\n\nb**", 1, "Here stands ** without another"),
        ("b\n*a**a*", 2, "Stars cross each other here"),
        ("a\nb\x07", 2, "a character that nobody sees"),
        ("\ue0000\ue001", 1, "a character that nobody sees"),
        ("a\n\u202eb", 2, "a character that nobody sees"),
        ("\x020\x03", 1, "a character that nobody sees"),
        ("a {telephone", 1, "This { has no } after it"),
        ("{{telephone}", 1, "This { has no } after it"),
        ("a\n\n{telefone}", 3, "There is no value called {telefone}. Did you mean {telephone}?"),
        ("{ qqqqqqqq }", 1, "There is no value called {qqqqqqqq}."),
        ("{}", 1, "There is no value called {}."),
        ("{{ 7*191 }}", 1, "This { has no } after it"),
        ("# {telefone}", 1, "Did you mean {telephone}?"),
        ("- [ ] a\n- [ ] {telefone}", 2, "Did you mean {telephone}?"),
        ("[x]({telefone})", 1, "Did you mean {telephone}?"),
        ("> a\n> {telefone}", 2, "Did you mean {telephone}?"),
    ],
)
def test_what_a_document_cannot_show_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(TemplateMistake) as caught:
        read(text)
    assert (caught.value.name, caught.value.line) == (NAME, line)
    assert message in caught.value.message


@pytest.mark.parametrize("name", [name for name in our_names() if name.startswith("words/")])
def test_our_own_wordings_can_be_read(name: str) -> None:
    assert read_wording(name, Templates().text(name)).blocks


@pytest.mark.parametrize(
    "text",
    [
        "> " * 5_000 + "a",
        "*" * 20_000,
        "[" * 5_000,
        "(" * 20_000,
        "{a" * 5_000,
        "-" * 20_000,
        "# " * 10_000,
        "_" * 20_000,
        "**a" * 3_000,
        "[a](" * 3_000,
        "\\" * 20_000,
        "<a@" * 3_000,
    ],
)
def test_what_nests_or_repeats_for_ever_ends(text: str) -> None:
    assert isinstance(tried(text), tuple | TemplateMistake)


_LETTERS = st.sampled_from(["a", " ", "\n", "\n\n", "# ", "- ", "1. ", "*", "**", "_", "_____", "---", "[ ] ", "[", "](", ")", "> ", "\\", "{telephone}", "{", "}", "<", "&", "`", "|", "    ", ":", "!", "\ue000", "ŵ", "0", "~~~", "https://a.b"])  # fmt: skip


@settings(max_examples=400)
@given(st.lists(_LETTERS, max_size=25).map("".join))
def test_any_text_becomes_blocks_of_plain_words_or_is_told(text: str) -> None:
    read_or_told = tried(text)
    if isinstance(read_or_told, TemplateMistake):
        assert read_or_told.name == NAME
        assert len(read_or_told.message.splitlines()) == 1
        assert 0 < read_or_told.line <= len(text.splitlines())
    else:
        for line in lines_of(read_or_told):
            words = "".join(run.text for run in line)
            assert words == words.strip()
            assert "  " not in words
            assert "\n" not in words
            assert not any("\ue000" <= letter <= "\uf8ff" or letter < " " for letter in words)
            assert all(run.text for run in line)


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["one", "two.", "three,", "ŵy", "(four)", "5", "six-seven", "“eight”"]), min_size=1, max_size=30
    )
)
def test_words_come_out_as_they_went_in(words: list[str]) -> None:
    text = " ".join(words)
    assert read(f"{text}\n\n- {text}\n\n# x {text}\n") == (prose(text), bullets(text), Group(own(f"x {text}"), ()))


def lines_of(blocks: tuple[Block, ...]) -> list[Line]:
    found: list[Line] = []
    for block in blocks:
        match block:
            case Group():
                found += [block.heading, *lines_of(block.blocks)]
            case Prose():
                assert block.lines
                found += block.lines
            case Ticks():
                found += block.choices
            case Note():
                found.append(block.text)
            case Space():
                assert block.lines > 0
            case _:
                assert isinstance(block, PageBreak)
    return found
