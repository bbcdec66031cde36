"""Who gets what holds for PDF too: the same bytes without what is held back, and no word of it anywhere in the file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from examples.example_families import family
from report.formats.copies import SOME, assert_same_bytes, documents
from report.formats.pdf.opened_pdf import Opened
from report.proof.every_leaf import numbered_case, places_in
from report.proof.made import all_pairs, example, read_plain
from report.proof.plain import under
from report.proof.readers import reader
from report.proof.redact import held_back

from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Leaking, Maker
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

PAIRS = all_pairs()


@pytest.mark.parametrize(("name", "who"), SOME)
def test_some_copies_are_the_same_without_what_is_held_back(name: str, who: str) -> None:
    assert_same_bytes(name, who, "pdf")


@pytest.mark.slow
@pytest.mark.parametrize(("name", "who"), PAIRS)
def test_every_copy_is_the_same_without_what_is_held_back(name: str, who: str) -> None:
    assert_same_bytes(name, who, "pdf")


@pytest.mark.parametrize("who", ["dean", "room:dean", "lisa"])
def test_no_word_of_what_is_held_back_stands_anywhere_in_a_file(who: str) -> None:
    data = numbered_case()[0]
    texts = {}
    for file, made in documents(read_plain(data), who, "pdf").items():
        opened = Opened(made)
        texts[file] = "\n".join([opened.text, *opened.strings()]).encode("utf-8", "replace") + made
    found = places_in(texts)
    held_places = held_back(data, reader(data, who))
    assert {path: where for path, where in found.items() if under(path, held_places)} == {}
    assert len(found) > 20


def test_nothing_of_this_computer_stands_in_a_document(tmp_path: Path) -> None:
    for data in documents(read_plain(example("mia-and-noah")), "chair", "pdf").values():
        everything = "\n".join([*Opened(data).strings(), data.decode("latin-1")])
        for said in (str(tmp_path), str(Path.home()), os.uname().nodename, "/tmp"):  # noqa: S108 - looked for
            assert said not in everything or len(said) < 5


def test_the_second_net_catches_a_protected_word_of_an_authoritys_own_wording(tmp_path: Path) -> None:
    folder = tmp_path / "words" / "en"
    folder.mkdir(parents=True)
    (folder / "leaflet-parents.md").write_text("# Hello\n\nWrite to us at Elm Grove.\n", "utf-8")
    one = family("mia-and-noah")
    data = dict(example("mia-and-noah"))
    protected = {"words": ["Elm Grove"], "from": ["dean"], "why": "x", "agreed_by": "ann", "date": "2026-03-12"}
    data["protected"] = [*data.get("protected", []), protected]
    maker = Maker(read_plain(data), Workshop(one.profile, tmp_path))
    readers = {name: find_reader(maker.case, one.profile, name) for name in ("dean", "lisa")}
    with pytest.raises(Leaking):
        maker.make(KINDS["leaflet"], readers["dean"], ("pdf",))
    assert maker.make(KINDS["leaflet"], readers["lisa"], ("pdf",))
