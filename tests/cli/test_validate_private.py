"""Nothing that a family or a worker has typed gets into a log: no name, no id, no sentence, in any format.

Each example is broken in many places, so that findings stand on nearly everything in it. Then no word that stands in
the file, and not in sostool itself, may stand in what is printed.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support.mutants import VALUES, changed, load, places, renamed, without
from support.running import EXAMPLES, ROOT

from sostool.findings.printers import PRINTERS

if TYPE_CHECKING:
    from cli.conftest import Sostool

FORMATS = list(PRINTERS)
WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")
# Names that sostool's own examples use too, and what they are called here instead.
RENAMED = {
    name: f"{name[0]}zq{number:02}".replace("0", "o").replace("1", "i")
    for number, name in enumerate(
        "Mia Noah Lisa Dean Jo Ray Priya Shah Cole Ann Obi Aunt Grandad Sam Theo Zoë Bean Nan Fern Alder "
        "Surrey Thurrock".split()
    )
}


@cache
def our_own_words() -> frozenset[str]:
    files = [*(ROOT / "sostool").rglob("*.py"), *(ROOT / "sostool" / "profiles").glob("*.yaml")]
    words = {word.lower() for file in files for word in WORD.findall(file.read_text("utf-8"))}
    return frozenset(words | {str(number) for number in range(2_000)} | {f"{number:02}" for number in range(10)})


def strange(text: str) -> str:
    """Give an example in which nobody has a name that sostool knows, neither as a name nor as an id."""
    for name, other in RENAMED.items():
        text = re.sub(rf"\b{name}\b", other, text)
        text = re.sub(rf"\b{name.lower()}\b", other.lower(), text)
    return re.sub(r"(?m)^profile: .*$", "profile: england", text)


def typed_words(data: Any) -> set[str]:
    """Give every word that stands in a value or an id, and is none of our own."""
    if isinstance(data, dict):
        return set().union(*(typed_words(key) | typed_words(value) for key, value in data.items()), set())
    if isinstance(data, list):
        return set().union(*map(typed_words, data), set())
    return {word.lower() for word in WORD.findall(str(data))} - our_own_words()


def broken(data: Any, chance: random.Random) -> Any:
    """Break a file in a dozen places."""
    for _ in range(12):
        path = chance.choice(list(places(data)))
        kind = chance.randrange(4)
        if kind == 0:
            data = changed(data, path, chance.choice(VALUES))
        elif kind == 1:
            data = without(data, path)
        elif isinstance(path[-1], str):
            data = renamed(data, path, path[-1] + "x")
    return data


def as_text(data: Any) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=200))


def raw_slips(text: str) -> list[str]:
    """Give the text with the mistakes that people make when they type YAML."""
    lines = text.splitlines(keepends=True)
    somewhere = len(lines) // 2
    return [
        text.replace("what: ", "what:\t", 3),
        text.replace("statement: >-\n", "statement: \n", 1),
        text + "  out of place\n",
        text + "\n---\n" + text,
        text.replace(": ", ": '", 1),
        text.replace("who: ", "who: *", 1),
        text.replace("who: ", "who: &", 1),
        text.replace("name: ", "name: !", 1),
        text.replace("name: ", 'name: "\\x07', 1),
        "".join([*lines[:somewhere], lines[somewhere], *lines[somewhere:]]),
        "".join(lines[:somewhere]) + '"never closed\n' + "".join(lines[somewhere:]),
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
class TestNoWordOfAFile:
    def test_is_printed_in_private(self, sostool: Sostool, tmp_path: Path, example: Path) -> None:
        text = strange(example.read_text("utf-8"))
        data = load(text)
        secret = typed_words(data)
        assert len(secret) > 20
        chance = random.Random(example.stem)
        texts = [as_text(broken(data, chance)) for _ in range(3)] + raw_slips(text)
        for number, one in enumerate(texts):
            (tmp_path / f"{number}.yaml").write_text(one, encoding="utf-8")
        told = 0
        for output in FORMATS:
            done = sostool("validate", "--format", output, "--private")
            assert done.code == 1
            printed = {word.lower() for word in WORD.findall(done.out + done.err)}
            assert printed & secret == set()
            told += len(re.findall(r"\b(?:YA|CF|DS|SC|SG|VO|NX|PE)\d{3}\b", done.out))
        assert told > 150

    def test_would_be_seen_in_the_open(self, sostool: Sostool, tmp_path: Path, example: Path) -> None:
        text = strange(example.read_text("utf-8"))
        (tmp_path / "case.yaml").write_text(text.replace("name: ", "nmae: "), encoding="utf-8")
        out = sostool("validate", "--no-private").out
        assert {word.lower() for word in WORD.findall(out)} & typed_words(load(text))

    def test_is_in_a_format_for_programs_even_in_the_open(
        self, sostool: Sostool, tmp_path: Path, example: Path
    ) -> None:
        text = strange(example.read_text("utf-8"))
        secret = typed_words(load(text))
        (tmp_path / "case.yaml").write_text(
            text.replace("name: ", "nmae: ").replace("who: ", "who: x"), encoding="utf-8"
        )
        for output in ("json", "github", "sarif", "junit", "concise"):
            done = sostool("validate", "--format", output, "--no-private")
            assert done.code == 1
            assert {word.lower() for word in WORD.findall(done.out)} & secret == set()


@pytest.mark.parametrize("more", [{"CI": "true"}, {"CI": "1"}, {}])
def test_it_is_private_in_ci_and_where_nobody_looks(
    sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, str]
) -> None:
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "case.yaml").write_text("people: {zqx: {nmae: Zqy Zqz}}\n", encoding="utf-8")
    for output in FORMATS:
        assert "zq" not in sostool("validate", "--format", output).out.lower()
    assert "zqy" in sostool("validate", "--no-private").out.lower()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_private_changes_words_only(sostool: Sostool, tmp_path: Path, example: Path) -> None:
    chance = random.Random(example.stem)
    data = load(example.read_text("utf-8"))
    for number in range(4):
        (tmp_path / f"{number}.yaml").write_text(as_text(broken(data, chance)), encoding="utf-8")
    place = re.compile(r"\b\d\.yaml:\d+:\d+|\b[A-Z]{2}\d{3}\b")
    open_, private = (sostool("validate", option) for option in ("--no-private", "--private"))
    assert open_.code == private.code == 1
    assert re.findall(r"\d+ (?:errors?|open quer|file)", open_.out) == re.findall(
        r"\d+ (?:errors?|open quer|file)", private.out
    )
    one, other = (sostool("validate", option, "--format", "concise") for option in ("--no-private", "--private"))
    assert place.findall(one.out) == place.findall(other.out)
    assert len(place.findall(one.out)) > 20
