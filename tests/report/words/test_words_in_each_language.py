"""The longer texts in each language: as many as in English, with the same parts and the same blanks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sostool.report.blocks import Block, Group, Prose, Ticks
from sostool.report.words.languages import available_languages
from sostool.report.words.wording import read_wording

WORDS = Path(__file__).parents[3] / "templates" / "words"
NAMES = sorted(file.name for file in (WORDS / "en").glob("*.md"))
OTHERS = [language.code for language in available_languages() if language.code != "en"]


def outline(blocks: tuple[Block, ...]) -> list[object]:
    """Say what a text is made of, without its words: what stands in which group, and how many entries a list has."""
    made_of: list[object] = []
    for block in blocks:
        match block:
            case Group():
                made_of.append(("group", outline(block.blocks)))
            case Prose(listed=listed, lines=lines):
                made_of.append((listed, len(lines)))
            case Ticks(choices=choices):
                made_of.append(("ticks", len(choices)))
            case _:
                made_of.append(type(block).__name__)
    return made_of


@pytest.mark.parametrize("language", OTHERS)
def test_there_are_as_many_texts_as_in_english(language: str) -> None:
    assert sorted(file.name for file in (WORDS / language).glob("*.md")) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", OTHERS)
def test_a_text_has_the_parts_and_blanks_of_the_english_one(language: str, name: str) -> None:
    english = read_wording(name, (WORDS / "en" / name).read_text("utf-8"))
    theirs = read_wording(name, (WORDS / language / name).read_text("utf-8"))
    assert outline(theirs.blocks) == outline(english.blocks)
    assert Counter(blank.name for blank in theirs.blanks) == Counter(blank.name for blank in english.blanks)
