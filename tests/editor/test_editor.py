"""A case file in an editor: what it offers, explains and underlines, asked of the server that VS Code and others use."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support.running import EXAMPLES

from editor.language_server import LanguageServer, Offer
from editor.places import EXAMPLE, PLACES, Place, typed, with_line
from sostool.case.model import Case
from sostool.case.new import NewCase, NewPerson, new_case_text
from sostool.case.read import read_case
from sostool.case.schema import EDITOR_HEADER, all_parts
from sostool.case.snippets import STARTS
from sostool.yamlfile.kinds import Choice, YesNo
from sostool.yamlfile.kinds.numbers import Number
from sostool.yamlfile.parts import Part

START = f"{EDITOR_HEADER}\nsostool: 1\nreference: EX-0042\nmeeting: {{kind: mapping, date: 2026-03-17}}\n"
NEW = NewCase(
    "EX-0100",
    "england",
    "initial-conference",
    dt.date(2026, 12, 1),
    (NewPerson("Mia", "child"), NewPerson("Lisa", "parent"), NewPerson("Priya", "social-worker")),
    "Priya is worried: Mia could be hurt.",
)
# What only a whole family can tell: whether an id is somebody's.
OF_ANOTHER_FAMILY = {"CF106", "CF107"}


def offered(server: LanguageServer, file: Path, text: str) -> list[Offer]:
    """Give what is offered at the mark | in a text."""
    before, after = text.split("|", 1)
    line = before.count("\n")
    return server.offers(file, before + after, line, len(before) - (before.rfind("\n") + 1))


def in_place(server: LanguageServer, file: Path, place: Place) -> list[Offer]:
    text = with_line(EXAMPLE, place.line, " " * place.column)
    return server.offers(file, text, place.line, place.column)


def words(markdown: str) -> str:
    """Give a text without the signs of Markdown and with single spaces."""
    return " ".join(re.sub(r"\\(.)", r"\1", markdown).split())


def test_there_are_places_to_look_at() -> None:
    assert len(PLACES) > 30
    assert len({place.part for place in PLACES}) > 15


def test_the_example_names_its_schema_as_new_case_does() -> None:
    assert EXAMPLE.splitlines()[0] == EDITOR_HEADER == new_case_text(NEW).splitlines()[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_nothing_is_underlined_in_a_good_file(server: LanguageServer, case_file: Path, example: Path) -> None:
    assert server.complaints(case_file, example.read_text("utf-8")) == []


def test_nothing_is_underlined_in_a_new_file(server: LanguageServer, case_file: Path) -> None:
    assert server.complaints(case_file, new_case_text(NEW)) == []
    assert server.complaints(case_file, new_case_text(NewCase("EX-0100", "england", "mapping", NEW.date))) == []


def test_it_needs_no_network(case_file: Path) -> None:
    alone = ("unshare", "--net", "--map-root-user")
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine cannot start a program without a network")
    if shutil.which("node") is None:
        pytest.skip("needs node")
    with LanguageServer(before=alone) as server:
        assert server.complaints(case_file, EXAMPLE) == []
        assert server.complaints(case_file, f"{START}meetng: {{}}\n") == [(5, "Property meetng is not allowed.")]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path or "top")
def test_a_misspelt_key_is_underlined_where_it_stands(server: LanguageServer, case_file: Path, place: Place) -> None:
    wrong = "peopel: Something."
    found = server.complaints(case_file, with_line(EXAMPLE, place.line, " " * place.column + wrong))
    assert [line for line, message in found] == [place.line + 1]
    assert wrong.partition(":")[0] in found[0][1] or "Incorrect type" in found[0][1]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("people: {mia: {role: chid}}", "child"),
        ("dangers: 4", "array"),
        ("scale: {ratings: [{who: mia, score: 11}]}", "10"),
        ("voices: [{who: mia, read_back: perhaps}]", "boolean"),
    ],
)
def test_what_is_wrong_is_said_with_what_would_be_right(
    server: LanguageServer, case_file: Path, wrong: str, said: str
) -> None:
    (found,) = server.complaints(case_file, f"{START}{wrong}\n")
    assert found[0] == 5
    assert said in found[1]
    assert "null" not in found[1]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path or "top")
def test_every_key_that_can_stand_in_a_place_is_offered_and_explained(
    server: LanguageServer, case_file: Path, place: Place
) -> None:
    offers = {offer.label: offer for offer in in_place(server, case_file, place)}
    start = {STARTS[place.part].label} if place.part in STARTS else set()
    keys = {label.partition(":")[0] for label in set(offers) - start}
    assert keys == set(place.part.keys) - set(place.keys)
    assert keys <= set(offers)
    for name, offer in offers.items():
        assert offer.is_snippet
        if name not in start:
            assert words(place.part.keys[name.partition(":")[0]].doc) in words(offer.about)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path or "top")
def test_whatever_is_taken_from_the_list_is_right_where_it_stands(
    server: LanguageServer, case_file: Path, place: Place
) -> None:
    indent = " " * place.column
    for offer in in_place(server, case_file, place):
        puts = indent + typed(offer.puts, indent)
        findings = read_case(with_line(EXAMPLE, place.line, puts).encode(), "case.yaml").findings
        assert {finding.code for finding in findings} <= OF_ANOTHER_FAMILY, (offer, findings)
        assert "[object" not in puts


STARTED = {
    "a danger": ("dangers:\n  - |", "id statement worried about children rests_on goal scale ratings score"),
    "a first danger": ("dan|", "id statement goal who_does who_sees how_long scale ten zero"),
    "a goal": ("dangers:\n  - id: x\n    goal:\n      |", "statement who_does who_sees how_long"),
    "a scale": ("dangers:\n  - id: x\n    scale:\n      |", "ten zero ratings who date score reason"),
    "a rating": ("dangers:\n  - id: x\n    scale:\n      ratings:\n        - |", "who date score reason one_higher"),
    "a person": ("people:\n  |", "name role"),
    "a voice": ("voices:\n  - |", "who date how worries good_things dreams may_share"),
    "a next step": ("map:\n  needs_to_happen:\n    next_steps:\n      - |", "what who due"),
    "past harm": ("map:\n  worried:\n    past_harm:\n      - |", "what date children said_by how_we_know impact child"),
    "a grey area": ("map:\n  worried:\n    grey_areas:\n      - |", "what who due"),
    "safety so far": ("map:\n  working_well:\n    existing_safety:\n      - |", "what danger who dates seen_by"),
    "a strength": ("map:\n  working_well:\n    stre|", "what"),
    "a rule": ("safety_plan:\n  rules:\n    - |", "what who when danger meets check how if_not"),
    "a bottom line": ("safety_plan:\n  bottom_lines:\n    - |", "id what danger why"),
    "something held back": ("voices:\n  - who: mia\n    with|", "from why agreed_by date"),
    "words for nobody": ("protected:\n  - |", "words from why agreed_by date"),
    "somebody feared": ("people:\n  dean:\n    must|", "words_of why agreed_by date"),
    "a reason": ("answers:\n  - |", "check at reason who date"),
}


@pytest.mark.parametrize("what", STARTED)
def test_a_part_is_put_in_whole_with_every_value_a_blank(server: LanguageServer, case_file: Path, what: str) -> None:
    text, keys = STARTED[what]
    offers = offered(server, case_file, START + text)
    word = re.search(r"\w*(?=\|)", text)
    assert word is not None
    wanted = [offer for offer in offers if (offer.label.startswith(word[0]) if word[0] else offer.label in _LABELS)]
    whole = max(wanted, key=lambda offer: len(offer.puts))
    assert whole.about
    for key in keys.split():
        assert re.search(rf"^[\s-]*{key}:", whole.puts, re.MULTILINE), (key, whole.puts)
    blanks = re.findall(r"\$\{(\d+):", whole.puts)
    assert [int(number) for number in blanks] == list(range(1, len(blanks) + 1))
    assert len(blanks) >= len(re.findall(r"^\s*[^:]+: \S", whole.puts, re.MULTILINE))
    indent = re.search(r"\n( *)[^\n]*\|", f"\n{text}")
    assert indent is not None
    before = text[: -len(word[0]) - 1]
    full = START + before + typed(whole.puts, indent[1]) + "\n"
    assert {one.code for one in read_case(full.encode(), "case.yaml").findings} <= OF_ANOTHER_FAMILY, full


_LABELS = {start.label for start in STARTS.values()}


def test_no_two_starts_are_called_the_same() -> None:
    assert len(_LABELS) == len(STARTS)


@pytest.mark.parametrize("part", all_parts(Case), ids=lambda part: part.__name__)
def test_the_schema_lists_every_choice_for_the_list_of_the_editor(part: type[Part]) -> None:
    for name, key in part.keys.items():
        if isinstance(key.kind, Choice):
            assert key.example in key.kind.values, name


CHOICES = [
    ("meeting:\n  kind: |", "initial-conference"),
    ("people:\n  mia:\n    role: |", "child"),
    ("people:\n  ray:\n    ring: |", "inner"),
    ("map:\n  worried:\n    past_harm:\n      - how_we_know: |", "recorded"),
    ("dangers:\n  - id: x\n    scale:\n      direction: |", "ten-is-safe"),
    ("dangers:\n  - id: x\n    scale:\n      ratings:\n        - given: |", "alone"),
    ("safety_plan:\n  kind: |", "immediate"),
    ("shared:\n  - document: |", "report"),
    ("voices:\n  - read_back: |", "true"),
]


@pytest.mark.parametrize(("text", "one"), CHOICES)
def test_the_words_of_a_list_are_offered_and_no_other(
    server: LanguageServer, case_file: Path, text: str, one: str
) -> None:
    start = START.replace("meeting: {kind: mapping, date: 2026-03-17}\n", "") if text.startswith("meeting") else START
    labels = [offer.label for offer in offered(server, case_file, start + text)]
    keys = re.findall(r"(\w+):", text)
    kind = next(
        key.kind
        for part in all_parts(Case)
        for name, key in part.keys.items()
        if name == keys[-1] and _holds(key.kind, one)
    )
    wanted = kind.values if isinstance(kind, Choice) else ("true", "false")
    assert sorted(labels) == sorted(wanted)


def _holds(kind: object, value: str) -> bool:
    return value in kind.values if isinstance(kind, Choice) else isinstance(kind, YesNo) and value in ("true", "false")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path or "top")
def test_the_mouse_on_a_key_shows_what_it_is_for_and_an_example(
    server: LanguageServer, case_file: Path, place: Place
) -> None:
    for name, (line, column) in place.keys.items():
        key = place.part.keys[name]
        shown = server.hover(case_file, EXAMPLE, line, column + 1)
        assert words(key.doc) in words(shown), name
        assert "```yaml\n" in shown, name
        assert "||" not in shown
        if isinstance(key.kind, Number) and isinstance(key.example, float):
            assert str(key.example) in shown
