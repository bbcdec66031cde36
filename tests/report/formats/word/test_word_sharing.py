"""Who gets what holds for Word too: the same bytes without what is held back, and no word of it in any part."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from report.formats.copies import SOME, assert_same_bytes, documents
from report.formats.word.opened import Opened, faults
from report.proof.every_leaf import numbered_case, places_in
from report.proof.made import EXAMPLES, all_pairs, example, read_plain
from report.proof.plain import Data, under
from report.proof.readers import BLANK, reader
from report.proof.redact import held_back

PAIRS = all_pairs()


@pytest.mark.parametrize(("name", "who"), SOME)
def test_some_copies_are_the_same_without_what_is_held_back(name: str, who: str) -> None:
    assert_same_bytes(name, who, "docx")


@pytest.mark.slow
@pytest.mark.parametrize(("name", "who"), PAIRS[::3])
def test_a_third_of_all_copies_are_the_same_without_what_is_held_back(name: str, who: str) -> None:
    assert_same_bytes(name, who, "docx")


def assert_no_word(data: Data, who: str) -> int:
    """Find no word of a place that is held back in any part of any document; give how many others stand there."""
    parts = {
        f"{file}/{name}": content
        for file, made in documents(read_plain(data), who, "docx").items()
        for name, content in Opened(made).parts.items()
    }
    found = places_in(parts)
    held_places = held_back(data, reader(data, who))
    assert {path: where for path, where in found.items() if under(path, held_places)} == {}
    return len(found)


@pytest.mark.parametrize("who", ["dean", "room:dean", "lisa"])
def test_no_word_of_what_is_held_back_stands_in_any_part(who: str) -> None:
    assert assert_no_word(numbered_case()[0], who) > 20


@pytest.mark.slow
@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_every_document_of_every_example_keeps_to_the_standard(name: str) -> None:
    made: dict[str, bytes] = {}
    for who in ("room", "practitioners", "chair", BLANK, *example(name)["people"]):
        made |= documents(read_plain(example(name)), who, "docx")
    assert len(made) > 20
    assert {file: found for file, data in made.items() if (found := faults(data))} == {}


def test_nothing_of_this_computer_stands_in_a_document(tmp_path: Path) -> None:
    everything = b"".join(
        part
        for data in documents(read_plain(example("mia-and-noah")), "chair", "docx").values()
        for part in Opened(data).parts.values()
    ).decode("utf-8", "replace")
    for said in (str(tmp_path), str(Path.home()), os.uname().nodename, "python-docx", "/tmp"):  # noqa: S108 - looked for
        assert said not in everything or len(said) < 6
