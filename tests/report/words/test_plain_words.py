"""Our own words keep what our own language checks ask of a case file: everyday words, short sentences, easy reading.

The lists of words are those that the checks LA101, LA102, LA104 and LA105 read, in the profile of England; sentences
and reading ages are counted as LA103 counts them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sostool.checks.language.abbreviations import is_written_out, may_hold_capitals, short_forms
from sostool.checks.language.readability import counts, long_sentences, reading_age
from sostool.profile import Profile
from sostool.profile.load import load_profile
from sostool.report.blocks import Block, Group, Line, Note, Prose, Ticks
from sostool.report.making.kinds import KINDS
from sostool.report.words.wording import read_wording
from sostool.report.words.wording_lines import BLANK

TEMPLATES = Path(__file__).parents[3] / "templates"
NAMES = sorted(file.stem for file in (TEMPLATES / "words" / "en").glob("*.md"))
OLDEST = 11  # the age at which a child should be able to read each of our texts
LONGEST = 25  # words in a sentence
LISTS = ("plain", "plain-unsourced", "case", "abbreviations", "blame")
# The law's own name for a kind of harm: the census wants it, and another word would not be true.
LEGAL = {("category.neglect", "neglect")}
_FILLED_IN = "Jo"
_ENDS = re.compile(r"[.!?:]$")


@functools.cache
def profile() -> Profile:
    loaded = load_profile("england").profile
    assert loaded is not None
    return loaded


def said(line: Line) -> str:
    return BLANK.sub(_FILLED_IN, "".join(run.text for run in line))


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the texts of a wording, one for each heading, paragraph and entry."""
    for block in blocks:
        match block:
            case Group():
                yield said(block.heading)
                yield from texts(block.blocks)
            case Prose():
                yield from map(said, block.lines)
            case Note():
                yield said(block.text)
            case Ticks():
                yield from map(said, (block.question, *block.choices))


@functools.cache
def wording(name: str) -> tuple[str, ...]:
    file = TEMPLATES / "words" / "en" / f"{name}.md"
    found = tuple(texts(read_wording(file.name, file.read_text("utf-8")).blocks))
    assert found
    return found


@functools.cache
def labels() -> dict[str, str]:
    """Give every label with its blanks filled in; of a counted one the form for most numbers."""
    words = yaml.load((TEMPLATES / "labels" / "en.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)["words"]  # noqa: S506 - it makes text alone
    forms = {name: value if isinstance(value, str) else value["other"] for name, value in words.items()}
    return {name: re.sub(r"\{[a-z_]+\}", _FILLED_IN, text) for name, text in forms.items()}


def all_texts() -> list[tuple[str, str]]:
    return [*labels().items(), *((name, text) for name in NAMES for text in wording(name))]


@pytest.mark.parametrize("name", LISTS)
def test_no_word_of_a_list_that_the_checks_ask_about_is_ours(name: str) -> None:
    phrases = profile().list_of(name)
    assert phrases
    assert [(place, one.saying.say) for place, text in all_texts() for one in phrases.in_(text)] == []


def test_no_label_in_place_of_behaviour_is_ours_but_the_laws_own() -> None:
    phrases = profile().list_of("labels")
    assert phrases
    assert {(place, one.saying.say) for place, text in all_texts() for one in phrases.in_(text)} == LEGAL


def test_no_short_form_is_ours() -> None:
    known = profile().list_of("known-abbreviations")
    asked = [
        (place, form.letters)
        for place, text in all_texts()
        if may_hold_capitals(text)
        for form in short_forms(text)
        if form.letters.lower() not in known and not is_written_out(text, form)
    ]
    assert asked == []


def test_nobody_is_a_case_in_our_words() -> None:
    assert [place for place, text in all_texts() if re.search(r"\bcases?\b", text, re.IGNORECASE)] == []


def test_no_sentence_of_ours_is_long() -> None:
    assert [(place, found) for place, text in all_texts() for found in long_sentences(text, LONGEST)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_child_of_eleven_can_read_each_wording(name: str) -> None:
    assert reading_age(counts(wording(name))) <= OLDEST


def _group(name: str) -> str:
    return name.partition(".")[0]


@pytest.mark.parametrize("group", sorted({_group(name) for name in labels()}))
def test_a_child_of_eleven_can_read_the_sentences_of_each_group_of_labels(group: str) -> None:
    # Names of things are no sentences, and the number says nothing of them.
    sentences = [text for name, text in labels().items() if _group(name) == group and _ENDS.search(text)]
    assert reading_age(counts(sentences)) <= OLDEST


# What of our own words stands in a document: its wordings, and its groups of labels.
WORDS_OF = {
    "report": ("", "cover people family_tree network why map item hearing voices danger goal scale plan unknown steps agency before recommendation shared held glossary"),
    "map": ("", "map item danger goal scale"),
    "summary": ("", "map steps item"),
    "flip-chart": ("", "map danger goal scale steps"),
    "child": ("child", "child"),
    "my-views": ("my-views my-views-child", "my_views scale"),
    "agency-report": ("agency-report", "agency_report map my_views"),
    "running-sheet": ("", "running hearing"),
    "withheld-register": ("", "register held"),
    "minutes": ("", "cover after decision test category participation danger goal scale glossary"),
    "decision-letter": ("decision-letter after-the-meeting", "after decision test category letter"),
    "plan": ("", "after glossary"),
    "safety-plan": ("safety-plan", "plan item safety_plan"),
    "invitation": ("invitation-family invitation-practitioner invitation-child how-the-meeting-runs", "cover invitation"),
    "leaflet": ("leaflet-parents leaflet-partners leaflet-young-people leaflet-children", "leaflet"),
}  # fmt: skip


@pytest.mark.parametrize("kind", WORDS_OF)
def test_a_child_of_eleven_can_read_our_words_of_each_document(kind: str) -> None:
    wordings, groups = WORDS_OF[kind]
    ours = [text for name in wordings.split() for text in wording(name)]
    ours += [text for name, text in labels().items() if _group(name) in groups.split()]
    assert len(ours) >= 8
    assert reading_age(counts(ours)) <= OLDEST


def test_every_document_and_every_wording_is_read() -> None:
    assert set(WORDS_OF) == set(KINDS)
    read = {name for wordings, _ in WORDS_OF.values() for name in wordings.split()}
    assert set(NAMES) - read == {"pack"}  # it stands in the chair's list of a pack
