"""A copy is the same whatever else is said in what is held back: at length, in another script, with signs that mean something.

And it is the same in every language, in a pack as by itself, and by a reader's code as by their id.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import Any

import pytest
from report.making.hostile import ACTIVE, MARKDOWN
from report.proof.every_leaf import numbered_case
from report.proof.made import EXAMPLES, all_pairs, documents, example, held, original, read_plain, readers
from report.proof.plain import Data, Path, at, is_text, leaves, under, without
from report.proof.readers import BLANK, reader
from report.proof.redact import held_back

from sostool.profile.load import load_profile
from sostool.report.blocks import Document
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker, Refused
from sostool.report.making.pack import make_index, make_pack
from sostool.report.making.workshop import Workshop
from sostool.share.readers import everyone, find_reader

PAIRS = all_pairs()
OTHER_WORDS: dict[str, Callable[[int], str]] = {
    "one letter": lambda _: "x",
    "a number": str,
    "at great length": lambda number: f"A long tale number {number}, of this and that and what came of it. " * 40,
    "one long word": lambda number: f"w{number}" * 200,
    "several lines": lambda number: f"- one {number}\n- two\n\nthree\n\nfour",
    "in Arabic": lambda number: f"قيل شيء آخر تماما هنا في المكان {number}",
    "in Polish": lambda number: f"Żółta łódź stoi tu zamiast tego, numer {number}",
    "signs of HTML": lambda number: ACTIVE[number % len(ACTIVE)],
    "signs of Markdown": lambda number: MARKDOWN[number % len(MARKDOWN)],
    "what stands elsewhere": lambda _: "Mia goes to school.",
}


def reworded(data: Data, places: set[Path], words: str) -> Data:
    """Say something else in every text that is held back."""
    other = copy.deepcopy(data)
    people = set(data["people"])
    for number, (path, value) in enumerate(leaves(data)):
        if is_text(path, value, people) and under(path, places):
            # A protected word is looked for everywhere, so it stays one that stands nowhere.
            said = f"Zqword {number}" if path[0] == "protected" and "words" in path else OTHER_WORDS[words](number)
            at(other, path[:-1])[path[-1]] = said
    return other


_READERS = ("dean", "ray", "room", "lisa", "jo", "mia", "practitioners", "cole", BLANK)
_IN_TURN = [(who, words) for number, who in enumerate(_READERS) for words in list(OTHER_WORDS)[number % 3 :: 3]]


@pytest.mark.parametrize(("who", "words"), _IN_TURN)
def test_what_is_held_back_may_say_anything(who: str, words: str) -> None:
    _assert_may_say(who, words, drawn=False)


@pytest.mark.slow
@pytest.mark.parametrize("words", OTHER_WORDS)
@pytest.mark.parametrize("who", _READERS)
def test_what_is_held_back_may_say_anything_in_every_format(who: str, words: str) -> None:
    _assert_may_say(who, words, drawn=True)


def _assert_may_say(who: str, words: str, *, drawn: bool) -> None:
    data = numbered_case()[0]
    other = reworded(data, held_back(data, reader(data, who)), words)
    if other != data:
        assert documents(read_plain(other), who, drawn=drawn) == documents(read_plain(data), who, drawn=drawn)


@pytest.mark.slow
@pytest.mark.parametrize("words", OTHER_WORDS)
@pytest.mark.parametrize(("name", "who"), PAIRS)
def test_what_an_example_holds_back_may_say_anything(name: str, who: str, words: str) -> None:
    other = reworded(example(name), set(held(name, who)), words)
    if other != example(name):
        assert documents(read_plain(other), who, drawn=True) == original(name, who, drawn=True)


# --- languages --------------------------------------------------------------------------------------------------


class _Undrawn(Workshop):
    """Gives what a document is made of: formats know nothing else."""

    def draw(self, document: Document, format_: str) -> bytes:
        return repr(document).encode()


@functools.cache
def _workshop(profile: str, language: str) -> Workshop:
    loaded = load_profile(profile).profile
    assert loaded is not None
    return _Undrawn(loaded, None, language)


def _in(language: str, data: Data, who: str) -> dict[str, bytes]:
    read = read_plain(data)
    assert read.case is not None
    workshop = _workshop(read.case.profile or "england", language)
    maker = Maker(read, workshop)
    found = find_reader(read.case, workshop.profile, who)
    made: dict[str, bytes] = {}
    for kind in KINDS.values():
        try:
            made |= {one.file_name: one.data for one in maker.make(kind, found, ("html",))}
        except Refused as refused:
            made[kind.name] = str(refused).encode()
    return made


@pytest.mark.parametrize("language", ["cy", "pl", "ar"])
@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_a_copy_in_any_language_is_the_same_without_what_is_held_back(name: str, language: str) -> None:
    for who in [who for who in readers(name) if who not in (BLANK, "chair")][("cy", "pl", "ar").index(language) :: 6]:
        left = without(example(name), set(held(name, who)))
        assert _in(language, left, who) == _in(language, example(name), who), who


@pytest.mark.parametrize("language", ["cy", "pl", "ar", "xx", "Polish", "English"])
@pytest.mark.parametrize("who", ["dean", "room", "lisa"])
def test_the_language_somebody_else_speaks_changes_no_copy(who: str, language: str) -> None:
    data = numbered_case()[0]
    before = documents(read_plain(data), who)
    theirs = {"dean": "jo", "room": "dean", "lisa": "dean"}[who]
    data["people"][theirs]["language"] = language
    assert documents(read_plain(data), who) == before


# --- packs and codes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_a_folder_of_a_pack_holds_what_its_reader_would_be_made_alone(name: str) -> None:
    read = read_plain(example(name))
    assert read.case is not None
    workshop = _workshop(read.case.profile or "england", "")
    maker = Maker(read, workshop)
    pack = make_pack(maker, KINDS.values(), everyone(read.case, workshop.profile), ("html",))
    assert len(pack.places) > 20
    alone: dict[str, dict[str, bytes]] = {}
    for who in everyone(read.case, workshop.profile):
        alone.setdefault(who.code, {}).update(original(name, who.name) | original(name, BLANK))
    for place in pack.places:
        assert alone[place.folder][place.made.file_name] == place.made.data
    # The list of who gets what is the chair's alone, and says so on its pages.
    (index,) = make_index(maker, pack, everyone(read.case, workshop.profile), lambda _: 0, ("html",))
    assert index.file_name.split("-index-")[1].startswith("chair-")


@pytest.mark.parametrize(("name", "who"), PAIRS[::5])
def test_a_code_means_the_same_reader_as_the_id(name: str, who: str) -> None:
    read = read_plain(example(name))
    assert read.case is not None
    profile = _workshop(read.case.profile or "england", "").profile
    if who == BLANK:
        return
    by_id = find_reader(read.case, profile, who)
    assert by_id is not None
    code = by_id.code.replace("room-", "room:")
    assert find_reader(read.case, profile, code) == by_id
    assert documents(read, code) == original(name, who)


# --- what may not even influence ----------------------------------------------------------------------------------


def _put(path: str, value: Any) -> Any:
    def change(data: Data) -> None:
        *steps, last = path.split(".")
        here = data
        for step in steps:
            here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
        if isinstance(here, list):
            here.append(value)
        else:
            here[last] = value

    return change


# Something is added to the file that Dean must not get: his copies stay what they were, to the last byte.
ADDED: dict[str, Callable[[Data], object]] = {
    "a withheld harm before all others": lambda data: data["map"]["worried"]["past_harm"].insert(
        0, {"what": "Another harm.", "said_by": ["cole"], "children": ["mia"], "date": "2025-01-01", "withhold": {"from": ["dean"]}}
    ),
    "a withheld danger before all others": lambda data: data["dangers"].insert(
        0, {"id": "other", "statement": "Priya is worried.", "children": ["mia"], "withhold": {"from": ["dean"]}}
    ),
    "a number of hers": lambda data: data["dangers"][0]["scale"]["ratings"].insert(
        0, {"who": "jo", "date": "2026-03-01", "score": "9", "reason": "Because."}
    ),
    "a withheld strength of great length": _put(
        "map.working_well.strengths.0", {"what": "Long words. " * 300, "children": ["mia"], "withhold": {"from": ["dean"]}}
    ),
    "words of hers in the record": _put(
        "chronology.0", {"date": "2026-01-01", "what": "She rang.", "said_by": ["jo"], "children": ["mia"]}
    ),
    "a voice of hers": _put("voices.0", {"who": "jo", "date": "2026-03-14", "words": ["I saw it."], "may_share": ["lisa"]}),
    "a withheld report": _put("agency_reports.0", {"from": "cole", "received": "2026-03-10", "withhold": {"from": ["dean"]}}),
    "what was shared with others": _put("shared.0", {"document": "report", "with": "jo", "date": "2026-03-15", "how": "By hand."}),
    "what the chair holds": _put("held_by_chair.0", {"note": "Another note."}),
    "protected words": _put("protected.0", {"words": ["Elm Grove"], "from": ["dean"], "why": "Hers."}),
    "somebody nobody names": lambda data: data["people"].__setitem__("zed", {"name": "Zed Quill", "role": "network"}),
    "her telephone": lambda data: data["people"]["jo"]["contact"].__setitem__("phone", "07700 900999"),
    "what she will do": lambda data: data["people"]["jo"].__setitem__("will", "Fetch them " * 60),
    "where she stands in the picture": lambda data: data["people"]["jo"].__setitem__("ring", "outer"),
    "a dissent of hers": _put("outcome.dissent.0", {"who": "jo", "says": "I do not agree."}),
    "her part of the meeting": _put(
        "meeting.attendance.0", {"who": "jo", "part": "separately", "time": "9.00", "place": "Another room", "why": "She fears him."}
    ),
}  # fmt: skip


@pytest.mark.parametrize("added", ADDED)
def test_what_is_added_for_others_changes_no_copy_of_his(added: str) -> None:
    data = numbered_case()[0]
    before = documents(read_plain(data), "dean", drawn=True)
    ADDED[added](data)
    after = documents(read_plain(data), "dean", drawn=True)
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == []


def test_what_is_added_for_others_does_change_theirs() -> None:
    data = numbered_case()[0]
    before = documents(read_plain(data), "chair")
    for change in ADDED.values():
        other = copy.deepcopy(data)
        change(other)
        assert documents(read_plain(other), "chair") != before
