"""A word of its own in every place of the file: those that a reader must not get stand nowhere, in no form.

In order of risk: words of people who are afraid, withheld parts, the chair's own, a child's, adults' matters; then the
terminal. A failure names the places.
"""

from __future__ import annotations

import base64
import functools
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

import pytest
from report.proof.every_leaf import marked, numbered_case, places_in, takers, words_in
from report.proof.made import documents, read_plain
from report.proof.plain import Data, Path, at, dump, mappings, shape, under
from report.proof.readers import BLANK, reader
from report.proof.redact import held_back

if TYPE_CHECKING:
    from cli.conftest import Sostool

READERS = (
    "dean", "ray", "room", "room:dean", "room:ray", "lisa", "jo", "sal", "mia", "bump", "cole", "priya", "practitioners",
    "room:lisa", "room:jo", BLANK,
)  # fmt: skip
NAMING = ("said_by", "who", "who_does", "who_sees", "worried", "seen_by", "written_by")
NAMING_INSIDE = ("sees_it_differently", "check", "used")


def assert_no_word(data: Data, who: str, *, drawn: bool = False, never: tuple[Path, ...] = ()) -> dict[Path, str]:
    """Find no word of a place that is held back, nor of one under `never`; give the places that were found."""
    found = places_in(documents(read_plain(data), who, drawn=drawn))
    held = held_back(data, reader(data, who)) | set(never)
    leaked = {path: name for path, name in found.items() if under(path, held)}
    assert not leaked, f"{who} must not get: {leaked}"
    return found


@functools.cache
def _withhold_places() -> tuple[Path, ...]:
    """Give one place of each shape that takes `withhold`, and all that hold others."""
    shapes: dict[str, Path] = {}
    for path in takers(numbered_case()[0], "withhold"):
        shapes.setdefault(shape(path), path)
    return tuple(shapes.values())


# --- as it is: somebody is feared, something withheld, words are protected ------------------------------------


@pytest.mark.parametrize("who", READERS)
def test_nothing_held_back_stands_in_any_document(who: str) -> None:
    found = assert_no_word(numbered_case()[0], who, drawn=True)
    few = who == BLANK or who in ("mia", "bump")
    assert len(found) > (0 if few else 20) or who == BLANK


def test_the_chair_gets_nearly_everything() -> None:
    # A search that finds nothing would find no leak.
    data, words = numbered_case()
    found = places_in(documents(read_plain(data), "chair", drawn=True))
    assert len(found) > 0.9 * len(words), sorted(set(words) - set(found), key=str)


# --- words of people who are afraid ------------------------------------------------------------------------------


def _said_by_one(key: str, whose: str) -> Data:
    """Make everything somebody's by one key, and somebody else's by all others."""
    data = numbered_case()[0]
    data["people"]["dean"]["must_not_see"] = {"words_of": [whose]}
    data["people"]["ray"]["side_of"] = "dean"
    for _path, item in mappings(data):
        for naming in NAMING:
            if _ids(item.get(naming)):
                item[naming] = _named(item[naming], whose if naming == key else "cole")
    for _path, item in mappings(data):
        for naming in NAMING_INSIDE:
            inner = item.get(naming)
            for part in inner if isinstance(inner, list) else [inner]:
                if isinstance(part, dict) and "who" in part:
                    part["who"] = _named(part["who"], whose if naming == key else "cole")
    return data


def _named(value: Any, id_: str) -> Any:
    return [id_] if isinstance(value, list) else id_


@pytest.mark.parametrize("key", [*NAMING, *NAMING_INSIDE])
@pytest.mark.parametrize("whose", ["jo", "lisa"])
def test_words_of_somebody_who_is_afraid_stand_nowhere_by_whatever_key(key: str, whose: str) -> None:
    data = _said_by_one(key, whose)
    named = [path for path, item in mappings(data) if whose in _ids(item.get(key))]
    assert named or key in NAMING_INSIDE
    for who in ("dean", "ray", "room", "room:dean"):
        assert_no_word(data, who)


def _ids(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


# --- withheld, by each mark and at each place ----------------------------------------------------------------------

# Each mark, and who must get nothing of the part that carries it; the first few are looked at in a quick run.
WITHHELD: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "from lisa": ({"from": ["lisa"]}, ("lisa", "room:lisa", "sal", "room")),
    "from everyone": ({"from": ["everyone"]}, ("lisa", "practitioners", "jo", "priya", "room", "mia")),
    "from all but priya": ({"all_but": ["priya"]}, ("cole", "dean", "lisa", "practitioners", "room")),
}
_QUICK = 2
_IN_TURN = [(path, list(WITHHELD)[number % len(WITHHELD)]) for number, path in enumerate(_withhold_places())]


@pytest.mark.parametrize(("path", "mark"), _IN_TURN, ids=lambda one: one if isinstance(one, str) else shape(one))
def test_a_withheld_part_and_all_under_it_stand_nowhere(path: Path, mark: str) -> None:
    value, readers = WITHHELD[mark]
    data = marked(numbered_case()[0], path, "withhold", value)
    for who in readers[:_QUICK]:
        assert_no_word(data, who, never=(path,))


@pytest.mark.slow
@pytest.mark.parametrize("mark", WITHHELD)
@pytest.mark.parametrize("path", takers(numbered_case()[0], "withhold"), ids=lambda path: ".".join(map(str, path)))
def test_a_withheld_part_stands_in_no_format_for_anyone(path: Path, mark: str) -> None:
    data = marked(numbered_case()[0], path, "withhold", WITHHELD[mark][0])
    for who in READERS:
        assert_no_word(data, who, drawn=True, never=(path,) if who in WITHHELD[mark][1] else ())


@pytest.mark.parametrize("path", _withhold_places(), ids=shape)
def test_no_mark_inside_opens_what_is_withheld(path: Path) -> None:
    # Whatever is inside, cleared or withheld from nobody else, what stands around it decides.
    data = marked(numbered_case()[0], path, "withhold", {"from": ["dean", "lisa"]})
    for inside in takers(data, "cleared"):
        if inside[: len(path)] == path:
            item = at(data, inside)
            item["cleared"] = {"for": ["dean", "lisa", "room"], "by": "ann", "date": "2026-03-12"}
            if inside != path:
                item["withhold"] = {"from": ["jo"]}
                if "may_share" in item:
                    item["may_share"] = ["dean", "lisa"]
    assert_no_word(data, "lisa", never=(path,))


# --- the chair's own, a child's, adults' matters -------------------------------------------------------------------


def test_reasons_for_holding_back_and_what_the_chair_holds_stand_nowhere() -> None:
    data, words = numbered_case()
    for path in takers(data, "withhold"):
        at(data, path)["withhold"] = {"from": ["bump"], "why": "Zq9000z"}
        at(data, path)["cleared"] = {"for": ["ray"], "by": "ann", "date": "2026-03-12", "why": "Zq9001z"}
    for who in READERS:
        assert_no_word(data, who)
        made = b"".join(documents(read_plain(data), who).values())
        assert b"Zq9000z" not in made
        assert b"Zq9001z" not in made
        register = [path for path in words if path[0] in ("held_by_chair", "protected") or "must_not_see" in path]
        assert len(register) >= 4
        assert not [path for path in register if words[path].encode() in made]


def test_a_childs_words_that_are_shared_with_nobody_stand_in_no_copy_of_the_family() -> None:
    data = numbered_case()[0]
    for voice in data["voices"]:
        voice["may_share"] = []
        voice.pop("may_share")
    spoken = tuple(
        ("voices", number, key)
        for number, voice in enumerate(data["voices"])
        for key in ("words", "worries", "good_things", "dreams")
        if voice["who"] == "mia"
    )
    assert spoken
    for who in ("lisa", "dean", "jo", "room", "sal", "room:lisa"):
        assert_no_word(data, who, never=spoken)


def test_what_is_sensitive_stands_only_in_the_copy_of_whom_it_is_about() -> None:
    data = numbered_case()[0]
    places = takers(data, "sensitive")
    for path in places:
        at(data, path).update(sensitive="true", about=["lisa"])
    for who in ("dean", "ray", "jo", "room", "mia", "room:lisa"):
        assert_no_word(data, who, never=tuple(places))
    assert [path for path in assert_no_word(data, "lisa") if under(path, set(places))]


@pytest.mark.parametrize("person", ["lisa", "jo", "dean", "mia"])
def test_how_to_reach_somebody_stands_only_in_their_own_copy(person: str) -> None:
    data = numbered_case()[0]
    for one in data["people"].values():
        if "contact" in one:
            one["contact"].pop("may_share", None)
    for who in READERS:
        theirs = who in (person, {"lisa": "sal"}.get(person))
        assert_no_word(data, who, never=() if theirs else (("people", person, "contact"),))


# --- the terminal --------------------------------------------------------------------------------------------------

# A new command is one line here: what is typed after `sostool`, in private.
COMMANDS: tuple[tuple[str, ...], ...] = (
    *(("render-report", "case.yaml", "--document", "all", "--unfinished", "-o", "out", "--for", who) for who in ("dean", "lisa", "everyone", "chair", "nobody", "Zq")),
    ("render-report", "case.yaml"),
    ("render-report", "case.yaml", "--final", "--for", "dean"),
    *(("validate", "case.yaml", "--private", "--format", name) for name in ("text", "json", "sarif", "junit", "github")),
    ("who-sees", "case.yaml", "--private"),
    ("who-sees", "case.yaml", "--private", "--for", "dean"),
    ("who-sees", "case.yaml", "--private", "--format", "json"),
    ("status", "case.yaml"),
    *(("compare", "case.yaml", "case.yaml", "--format", name) for name in ("table", "json")),
    ("status", "case.yaml", "--format", "json"),
    ("approve", "case.yaml", "--for", "dean", "--by", "ann", "--yes"),
    ("approve", "case.yaml", "--document", "all", "--for", "everyone", "--by", "ann", "--yes"),
    ("pseudonymise", "case.yaml", "-o", "copy.yaml"),
    ("mend", "case.yaml", "--private"),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_word_of_the_file_is_told_where_nobody_looks(
    sostool: Sostool,
    tmp_path: FilePath,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    monkeypatch.setenv("CI", "true")
    (tmp_path / "case.yaml").write_bytes(dump(numbered_case()[0]))
    done = sostool(*command)
    assert done.code in (0, 1, 2), done.err
    assert words_in(done.out) == words_in(done.err) == []
    assert "Traceback" not in done.err
    names = [path.name for path in tmp_path.rglob("*")]
    assert words_in(" ".join(names)) == []


def test_a_familys_reader_is_told_nothing_at_the_terminal_either(sostool: Sostool, tmp_path: FilePath) -> None:
    (tmp_path / "case.yaml").write_bytes(dump(numbered_case()[0]))
    data = numbered_case()[0]
    for who in ("dean", "ray", "room", "lisa"):
        done = sostool("render-report", "case.yaml", "--document", "all", "--unfinished", "-o", who, "--for", who)
        held = held_back(data, reader(data, who))
        assert [path for path in words_in(done.out + done.err) if under(path, held)] == []


# --- the search itself -----------------------------------------------------------------------------------------------

HIDDEN: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda word: word.encode(),
    "in capital letters": lambda word: word.upper().encode(),
    "in full width": lambda word: "".join(chr(ord(letter) + 0xFEE0) for letter in word).encode(),
    "by numbers": lambda word: "".join(f"&#{ord(letter)};" for letter in word).encode(),
    "in percent signs": lambda word: "".join(f"%{ord(letter):02x}" for letter in word).encode(),
    "in UTF-16": lambda word: word.encode("utf-16-le"),
    "in UTF-16, the other way": lambda word: word.encode("utf-16-be"),
    "in base64": lambda word: base64.b64encode(f"it says: {word} there".encode()),
    "in base64 from another place": lambda word: base64.b64encode(f"it says:{word} there".encode()),
    "in base64 of UTF-16": lambda word: base64.b64encode(f"it says {word} there".encode("utf-16-le")),
    "in a file's name": lambda word: word.encode(),
}


@pytest.mark.parametrize("form", HIDDEN)
def test_a_word_is_found_in_every_form(form: str) -> None:
    path, word = next(iter(numbered_case()[1].items()))
    data = b"<p>before " + HIDDEN[form](word) + b" after</p>"
    made = {data.decode(): b"x"} if form == "in a file's name" else {"x": data}
    assert path in places_in(made)
