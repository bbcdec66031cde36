"""Any text in any field of a case file, in every document: shown as typed, and nothing more than shown.

The case fills every key that there is. A document of it with a marker in each place says which texts it shows, and
where; with any other texts it has the same parts, and shows those texts in those places.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path as Path_

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report.formats.test_escape import EVERY_RENDERER
from report.making.every_key import LOOKED_UP, PEOPLE, every_key, read_every_key
from report.making.hostile import HOSTILE, LISTED, SEVERAL_LINES
from report.making.made_of_every_key import (
    FOR_OTHERS,
    OF_EACH_KIND,
    Key,
    Sheet,
    Shown,
    bare,
    differs,
    draw,
    marker,
    places,
    plain,
    plain_case,
    read_with,
    shown_plain,
    with_texts,
    workshop,
)
from report.proof.plain import Path, dump

from sostool.case.read import ReadCase, read_case
from sostool.report.blocks import Block, Section, own
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker
from sostool.report.making.workshop import Workshop
from sostool.report.templating.template_mistake import TemplateMistake
from sostool.report.words.boilerplate import read_boilerplate
from sostool.yamlfile.characters import unwanted_characters

TEMPLATES = Path_(__file__).parents[3] / "templates"
ALL = (*OF_EACH_KIND, *FOR_OTHERS)
BEFORE, AFTER, ALONE = "before", "after", "alone"
# Free text that may be an id, and words that must stand nowhere else: a marker stands beside what is typed there.
_SOURCES = {"said_by", "seen_by", "from", "who", "present", "attended", "apologies", "protected"}
# No document asks for these; what each is for is said in the schema.
SHOWN_TO_NOBODY = {
    "meeting.transfer.from_authority",
    "meeting.delays.what",
    "meeting.delays.reason",
    "meeting.languages",
    "voices.present",
    "agency_reports.said_by",
    "shared.how",  # where it was not shared, only why is said
    "answers.reason",
}


# A source that is typed freely and has a word of this name carries this person's words: what else it says must not.
NAME_OF_WHO_IS_AFRAID = ("people", "jo", "name")


def has_marker_beside(path: Path) -> bool:
    return bool(_SOURCES.intersection(map(str, (*path[-2:], path[0]))))


@functools.cache
def hostile_case(turn: int, how: str) -> tuple[ReadCase, dict[int, str]]:
    """Put another hostile text into each place; another turn, and each place has another one."""

    def text(path: Path, number: int) -> str:
        if path == NAME_OF_WHO_IS_AFRAID:
            return marker(number)
        typed = HOSTILE[(number + turn) % len(HOSTILE)]
        if how == ALONE and not has_marker_beside(path):
            return typed
        return f"{marker(number)} {typed}" if how == AFTER else f"{typed} {marker(number)}"

    return read_with(text)


# One of each family of rules; the long proofs ask them all.
SOME_RENDERERS = [name for name in EVERY_RENDERER if name in ("Python-Markdown extended", "cmark-gfm")]


def assert_shown_and_no_more(
    read: ReadCase, texts: dict[int, str], key: Key, renderers: Iterable[str] = EVERY_RENDERER
) -> None:
    """Compare a document with the plain one: the same parts, and the same words but for the texts."""
    drawn, before = draw(read, key), plain(key)
    sheet = Sheet(drawn.html)
    assert differs(before.sheet.parts, sheet.parts) == "", f"{key}: the parts of the page"
    assert differs(with_texts(before.sheet.words, texts), bare(sheet.words)) == "", f"{key}: the words of the page"
    assert differs(with_texts(before.sheet.told, texts), bare(sheet.told)) == "", f"{key}: what pictures are called"
    # In a picture people stand in other places where their names are longer; its list says the same in order.
    assert sheet.style == before.sheet.style
    assert_harmless(sheet, drawn.html)
    for name in renderers:
        shown, shown_before = Shown(EVERY_RENDERER[name](drawn.markdown)), shown_plain(key, name)
        assert differs(shown_before.parts, shown.parts) == "", f"{key}: the parts of the Markdown, by {name}"
        assert differs(with_texts(shown_before.words, texts), bare(shown.words)) == "", f"{key}: by {name}"


ELEMENTS = frozenset(
    "html head meta title style body a header div p h1 h2 h3 h4 h5 h6 nav ol ul li main section article span strong br "
    "dl dt dd table caption thead tbody tr th td figure figcaption blockquote footer "
    "svg desc g path text rect circle".split()
)
ATTRIBUTES = frozenset(
    "lang dir charset http-equiv content name class href id aria-labelledby aria-hidden role tabindex scope data-column "
    "viewbox width height direction font-family fill stroke stroke-width stroke-linejoin stroke-linecap "
    "stroke-dasharray paint-order d transform x y cx cy r rx font-size font-weight text-anchor unicode-bidi "
    "fill-opacity".split()
)
_DRAWING_VALUE = re.compile(r"[\w\s.,#()'-]*")


def assert_harmless(sheet: Sheet, html: str) -> None:
    """Find nothing on a page that runs, loads, leads elsewhere or hides."""
    assert {element.name for element in sheet.elements} <= ELEMENTS
    assert {name for element in sheet.elements for name in element.attributes} <= ATTRIBUTES
    assert [
        one.attributes["href"] for one in sheet.elements if not one.attributes.get("href", "#").startswith("#")
    ] == []
    metas = [element.attributes for element in sheet.named("meta") if "http-equiv" in element.attributes]
    assert [meta["http-equiv"] for meta in metas] == ["Content-Security-Policy"]
    assert metas[0]["content"].startswith("default-src 'none'; style-src '")
    assert len(sheet.named("style")) == len(sheet.named("h1")) == len(sheet.named("main")) == 1
    pictures = [one for one in sheet.named("svg", "g", "path", "text", "rect", "circle") if one.attributes]
    assert [one.attributes for one in pictures if not all(map(_DRAWING_VALUE.fullmatch, one.attributes.values()))] == []
    languages = {element.attributes["lang"] for element in sheet.elements if "lang" in element.attributes}
    assert [tag for tag in languages if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag)] == []
    assert len({*sheet.ids}) == len(sheet.ids)


@pytest.mark.parametrize("key", OF_EACH_KIND)
@pytest.mark.parametrize(("turn", "how"), [(0, ALONE), (70, BEFORE), (140, AFTER)])
def test_a_hostile_text_is_shown_and_no_more(turn: int, how: str, key: Key) -> None:
    assert_shown_and_no_more(*hostile_case(turn, how), key, SOME_RENDERERS)


@pytest.mark.slow
@pytest.mark.parametrize("how", [BEFORE, AFTER, ALONE])
@pytest.mark.parametrize("turn", range(3, len(HOSTILE), 11))
def test_every_hostile_text_is_shown_to_every_reader_and_no_more(turn: int, how: str) -> None:
    for key in ALL:
        assert_shown_and_no_more(*hostile_case(turn, how), key)


_LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).filter(
    lambda text: not unwanted_characters(text) and text.strip() and not text.strip().startswith("- ")
)
_PIECES = st.lists(st.sampled_from((*HOSTILE[:150], *"*_`[](){}<>#+-.!|~:\\&\"'= ")), max_size=6).map("".join)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(_LETTERS, _PIECES), min_size=1, max_size=40), st.sampled_from(ALL))
def test_any_text_is_shown_and_no_more(typed: list[str], key: Key) -> None:
    read, texts = read_with(lambda _, number: f"x{typed[number % len(typed)]} {marker(number)}")
    assert_shown_and_no_more(read, texts, key)


@pytest.mark.parametrize("typed", [LISTED[0], *SEVERAL_LINES[::9]])
@pytest.mark.parametrize("key", [("lisa", "minutes"), ("mia", "child"), ("chair", "safety-plan")])
def test_lines_and_lists_stay_where_they_are_typed(key: Key, typed: str) -> None:
    assert_lines_stay(typed, key, SOME_RENDERERS)


@pytest.mark.slow
@pytest.mark.parametrize("typed", [*LISTED, *SEVERAL_LINES])
def test_lines_and_lists_stay_where_they_are_typed_in_every_document(typed: str) -> None:
    for key in ALL:
        assert_lines_stay(typed, key, EVERY_RENDERER)


def assert_lines_stay(typed: str, key: Key, renderers: Iterable[str]) -> None:
    """Find as many lists more in Markdown as in HTML, and nothing else more: no list ran into another."""
    read, texts = read_with(lambda _, number: f"{typed} {marker(number)}")
    drawn, before = draw(read, key), plain(key)
    sheet = Sheet(drawn.html)
    assert sheet.big_parts == before.sheet.big_parts
    assert_harmless(sheet, drawn.html)
    more = sheet.count("ul", "li")
    more.subtract(before.sheet.count("ul", "li"))
    said = [bare(line).replace("-", "") for text in texts.values() for line in text.splitlines()]
    wanted = [words for words in said if words and words in bare(sheet.words).replace("-", "")]
    for name in renderers:
        shown, shown_before = Shown(EVERY_RENDERER[name](drawn.markdown)), shown_plain(key, name)
        assert shown.big_parts == shown_before.big_parts, name
        longer = shown.count("ul", "li")
        longer.subtract(shown_before.count("ul", "li"))
        assert longer == more, name
        words = bare(shown.words).replace("-", "")
        assert [line for line in wanted if line not in words] == []


@pytest.mark.parametrize("typed", ["\u200b", "\u00ad", "\u3164", "\u00a0x", "\u2003.\u2003", "\u200f\u061c", "\u0301"])
@pytest.mark.parametrize("key", [("chair", "report"), ("lisa", "report"), ("mia", "child")])
def test_what_can_hardly_be_seen_takes_no_part_away(key: Key, typed: str) -> None:
    read, _ = read_with(lambda _, number: f"{typed}{marker(number)}")
    sheet = Sheet(draw(read, key).html)
    assert sheet.parts == plain(key).sheet.parts


def test_every_text_of_a_case_file_is_shown_to_somebody() -> None:
    shown = "".join(plain(key).drawn.html for key in ALL)
    unshown = {path for path, number in places().items() if marker(number) not in shown}
    assert {".".join(step for step in path if isinstance(step, str)) for path in unshown} == SHOWN_TO_NOBODY


def test_every_kind_is_tried() -> None:
    assert {kind for _, kind in OF_EACH_KIND} == set(KINDS)


@pytest.mark.parametrize("key", [("chair", "minutes"), ("chair", "plan"), ("lisa", "decision-letter")])
def test_people_of_one_name_are_as_many_as_people_of_several(key: Key) -> None:
    names = {places()[("people", id_, "name")] for id_ in PEOPLE}
    read, _ = read_with(lambda _, number: "Sam Hill" if number in names else marker(number))
    sheet, before = Sheet(draw(read, key).html), plain(key).sheet
    rows = ("tr", "dt", "h2", "h3", "h4", "section", "article")
    assert sheet.count(*rows) == before.count(*rows)


def test_a_father_and_a_son_of_one_name_both_stand_in_the_running_sheet() -> None:
    names = [("people", id_, "name") for id_ in ("dean", "jo")]
    read = read_every_key(lambda path: "Sam Hill" if path in names else marker(places()[path]))
    who = [cell.words for cell in Sheet(draw(read, ("chair", "running-sheet")).html).named("th")]
    assert (
        who.count("Sam Hill")
        == [cell.words for cell in plain(("chair", "running-sheet")).sheet.named("th")].count(
            marker(places()[("people", "dean", "name")])
        )
        + 1
    )


@pytest.mark.parametrize(
    "letter", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2067", "\ufeff", "\ufffe"]
)
@pytest.mark.parametrize("path", [("people", "mia", "name"), ("meeting", "why"), ("voices", 0, "worries", 0)])
def test_a_character_that_is_no_text_makes_no_document(path: Path, letter: str) -> None:
    case = every_key(lambda at: f"Mi{letter}a" if at == path else "x")
    read = read_case(dump(case), "case.yaml")
    assert [finding.code[:2] for finding in read.findings][:1] == ["YA"]


@pytest.mark.parametrize(
    "typed", ['x" onload="alert(1)', "../../etc/passwd", "<script>alert(1)</script>", "en\tx", "zz"]
)
@pytest.mark.parametrize("key", [("chair", "report"), ("lisa", "report"), ("mia", "child")])
def test_what_the_program_looks_up_can_be_any_text_too(key: Key, typed: str) -> None:
    def filled(part: object) -> object:
        if isinstance(part, dict):
            return {
                name: typed if name in LOOKED_UP and isinstance(value, str) else filled(value)
                for name, value in part.items()
            }
        return [filled(one) for one in part] if isinstance(part, list) else part

    read = read_case(dump(filled(every_key(lambda path: marker(places()[path])))), "case.yaml")
    assert read.findings == []
    drawn = draw(read, key)
    assert_harmless(Sheet(drawn.html), drawn.html)


# N7: what is typed bare, where YAML of old reads a number, a truth or a time.
TYPED_BARE = (
    "no yes on off y n True FALSE 7 7.0 7.50 010 017 0x1F 0o17 1_000 1e3 .5 1.10 12:30 1:30:20 2026-03 2026-03-17 "
    "2018-02-30 0000-00-00 +44 .inf .nan £5 07700900123 =x 100%"
).split()  # fmt: skip


@pytest.mark.parametrize("typed", [*TYPED_BARE, "2018-04-01 10:00"])
def test_a_text_that_looks_like_something_else_stays_a_text(typed: str) -> None:
    text = f"""\
sostool: 1
reference: EX-0042
meeting: {{kind: initial-conference, date: 2026-03-17, place: {typed}}}
people:
  mia: {{name: {typed}, role: child, born: 2019-06-02}}
  lisa: {{name: Lisa, role: parent, parent_of: [mia]}}
map:
  worried:
    past_harm:
      - what: {typed}
        date: 2026-03
  working_well:
    strengths: [{typed}]
"""
    read = read_case(text.encode(), "case.yaml")
    assert read.findings == []
    drawn = draw(read, ("chair", "report"))
    entries = [" ".join(one.text.split()) for one in Sheet(drawn.html).named("span", "p", "dd", "h3")]
    assert entries.count(typed) >= 3
    assert "March 2026" in drawn.html
    shown = Shown(EVERY_RENDERER["markdown-it CommonMark"](drawn.markdown))
    assert bare(shown.words).count(bare(typed)) >= 3


@pytest.mark.parametrize(("typed", "shown"), [("7", "7"), ("7.5", "7.5"), ("0", "0"), ("10", "10"), ("7.0", "7")])
def test_a_score_is_shown_as_typed(typed: str, shown: str) -> None:
    text = f"""\
sostool: 1
reference: EX-0042
meeting: {{kind: initial-conference, date: 2026-03-17}}
people: {{lisa: {{name: Lisa, role: parent}}}}
scale: {{ten: Safe., zero: Not safe., ratings: [{{who: lisa, date: 2026-03-10, score: {typed}, reason: Quiet.}}]}}
"""
    read = read_case(text.encode(), "case.yaml")
    assert read.findings == []
    drawn = draw(read, ("chair", "report"))
    cells = [cell.words for cell in Sheet(drawn.html).named("td")]
    assert shown in cells
    assert f"| Lisa | {shown} |" in drawn.markdown


def test_an_almost_empty_file_makes_documents_too() -> None:
    read = read_case(b"sostool: 1\nreference: A\nmeeting: {kind: mapping, date: 2026-03-17}\n", "case.yaml")
    assert read.findings == []
    made = {
        kind: draw(read, ("chair", kind))
        for kind in ("report", "map", "flip-chart", "running-sheet", "withheld-register")
    }
    assert Counter(len(Sheet(drawn.html).named("h1")) for drawn in made.values()) == {1: 5}


# An authority's own words are trusted, but a slip in them breaks no document either.
_NO_BRACES = [text for text in HOSTILE if not re.search(r"[{}]", text) and len(text) < 200]


AUTHORITY = ("name", "service", "telephone", "out_of_hours", "email", "complaints", "advocacy")


def own_workshop(folder: Path_, slip: Callable[[int], str]) -> Workshop:
    """Give what makes the documents of an authority whose every label, name and number ends in a slip."""
    ours = yaml.load((TEMPLATES / "labels" / "en.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)["words"]  # noqa: S506 - it makes text alone
    words = {
        name: f"{text} {slip(number)}"
        for number, (name, text) in enumerate(ours.items())
        if isinstance(text, str) and "{" not in text
    }
    folder.joinpath("labels").mkdir(parents=True)
    folder.joinpath("labels", "en.yaml").write_bytes(dump({"language": "en", "words": words}))
    folder.joinpath("authority.yaml").write_bytes(dump({name: slip(place * 7) for place, name in enumerate(AUTHORITY)}))
    return Workshop(workshop().profile, folder, "en")


@pytest.fixture(scope="module")
def without_slips(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return own_workshop(tmp_path_factory.mktemp("plain") / "own", lambda _: "x")


@pytest.mark.parametrize("turn", [50])
@pytest.mark.parametrize("key", OF_EACH_KIND)
def test_an_authoritys_own_words_are_shown_and_no_more(
    without_slips: Workshop, tmp_path: Path_, key: Key, turn: int
) -> None:
    drawn = draw(
        plain_case(),
        key,
        own_workshop(tmp_path / "own", lambda number: _NO_BRACES[(number + turn) % len(_NO_BRACES)]),
    )
    before = draw(plain_case(), key, without_slips)
    sheet = Sheet(drawn.html)
    assert differs(names_of(Sheet(before.html).parts), names_of(sheet.parts)) == ""
    assert [one.name for one in sheet.elements if one.name not in ELEMENTS] == []
    assert [name for one in sheet.elements for name in one.attributes if name not in ATTRIBUTES] == []
    for name in SOME_RENDERERS:
        parts, parts_before = (Shown(EVERY_RENDERER[name](one.markdown)).parts for one in (drawn, before))
        assert differs(names_of(parts_before), names_of(parts)) == "", name


def names_of(parts: list[tuple[object, ...]]) -> list[object]:
    return [part[0] for part in parts]


@pytest.mark.parametrize("typed", [*HOSTILE[:140:5], *SEVERAL_LINES[::4]])
def test_an_authoritys_wording_is_told_as_wrong_or_shown_as_words(typed: str) -> None:
    blocks, told = wording(f"One.\n\n{typed}\n\nTwo.")
    assert bool(blocks) != told.startswith("words/en/leaflet-parents.md")
    section = Section("leaflet", own("About"), blocks)
    document = replace(Maker(plain_case(), workshop()).document(KINDS["leaflet"], None), sections=(section,))
    page = workshop().draw(document, "html").decode()
    assert_harmless(Sheet(page), page)
    markdown = workshop().draw(document, "md").decode()
    plain_parts = set("h1 h2 h3 h4 h5 h6 p ul ol li strong blockquote br hr".split())
    for name in SOME_RENDERERS:
        assert set(names_of(Shown(EVERY_RENDERER[name](markdown)).parts)) <= plain_parts


def wording(text: str) -> tuple[tuple[Block, ...], str]:
    """Read a wording; give its blocks, or what is wrong in it."""
    try:
        return read_boilerplate("words/en/leaflet-parents.md", text, {}), ""
    except TemplateMistake as mistake:
        return (), str(mistake)
