"""Over every check: in private not one marker out of a file reaches any output, and all else is as it is in the open.

Each check is met by the cases it is tested with, in which every name, id and sentence holds a marker of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support.cases import laid_over, read, several

from sostool.checks.answers import ANSWERS
from sostool.checks.registry import PRACTICE
from sostool.findings.printers import PRINTERS

if TYPE_CHECKING:
    from cli.conftest import Sostool

CASES = Path(__file__).parents[1] / "checks" / "cases"
CODES = sorted(check.code for check in (*PRACTICE, *ANSWERS))
MARKER = re.compile(r"(?i)qz\d+x")
# Texts of any length that a person types; what is one word may be an id, a date or a word of a list.
SENTENCE = re.compile(r"[^\W\d_].*\s|\w{3,}[.!?]\s*$", re.DOTALL)


def with_markers(text: str, *beside: str) -> list[str]:
    """Put a marker into every name, id and sentence of a case, and of the files beside it."""
    files = [_loaded(one) for one in (text, *beside)]
    numbers = count()
    ids = {id_: f"{id_}-qz{next(numbers)}x" for id_ in dict.fromkeys(id_ for data in files for id_ in _ids(data))}
    # The same sentence keeps the same marker, so that it is still the same.
    markers: dict[str, str] = {}

    def marked(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {ids.get(name, name) if key == "people" else name: marked(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [marked(one, key) for one in value]
        if key == "at":
            return re.sub(r"[a-z][a-z0-9-]*", lambda word: ids.get(word.group(), word.group()), value)
        if value in ids and key != "kind":
            return ids[value]
        if key == "name":
            return f"{value} {markers.setdefault(f'the name {value}', f'Qz{next(numbers)}x')}"
        # Before the last mark, so that the sentence still ends where it did.
        if not SENTENCE.search(value):
            return value
        marker = markers.setdefault(value, f"qz{next(numbers)}x")
        return re.sub(r"(\W*)$", rf" {marker}\1", value, count=1)

    return [
        json.dumps(marked(data), ensure_ascii=False, indent=1) if isinstance(data, dict) else one
        for one, data in zip((text, *beside), files, strict=True)
    ]


def _loaded(text: str) -> Any:
    """Give what a file says; None for one that is broken on purpose."""
    try:
        return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - safe: strings only
    except yaml.YAMLError:
        return None


def _ids(data: Any) -> list[str]:
    if not isinstance(data, dict):
        return []
    found = list((data.get("people") or {}) if isinstance(data.get("people"), dict) else {})

    def look(value: Any) -> None:
        if isinstance(value, dict):
            found.extend([value["id"]] if isinstance(value.get("id"), str) else [])
            for one in value.values():
                look(one)
        elif isinstance(value, list):
            for one in value:
                look(one)

    look(data)
    return found


@pytest.fixture(scope="module")
def marked_cases() -> dict[str, str]:
    """Give, by path, each failing case of each check with markers, where it can be read and needs no profile.

    One with files beside it stands in a folder with them.
    """
    texts: dict[str, str] = {}

    def put(name: str, text: str, beside: Mapping[str, str]) -> None:
        marked, *others = with_markers(text, *beside.values())
        if not beside:
            texts[f"{name}.yaml"] = marked
        elif not read(marked).findings:
            texts[f"{name}/case.yaml"] = marked
            texts.update({f"{name}/{file}": other for file, other in zip(beside, others, strict=True)})

    for check in (*PRACTICE, *ANSWERS):
        put(check.code, *several(check.rule().fails))
    for code in CODES:
        cases = yaml.load((CASES / f"{code}.yaml").read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506
        for name, case in cases.items():
            if "expected" in case and "profile" not in case and "broken" not in case:
                text = laid_over(case["fragment"])
                beside = {file: laid_over(fragment) for file, fragment in case.get("beside", {}).items()}
                if not read(with_markers(text)[0]).findings:
                    put(f"{code}-{name}"[:80], text, beside)
    return texts


@pytest.fixture
def folder(tmp_path: Path, marked_cases: dict[str, str]) -> Path:
    for name, text in marked_cases.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def places(out: str) -> list[str]:
    return re.findall(r"--> (\S+:\d+:\d+)", out.replace("\n", " "))


def test_every_check_is_met_with_markers(sostool: Sostool, folder: Path, marked_cases: dict[str, str]) -> None:
    done = sostool("validate", "--format", "json", "--today", "2026-04-01")
    met = {
        finding["code"]
        for file in json.loads(done.out)["files"]
        for finding in file["findings"]
        if file["file"].startswith(finding["code"])
    }
    assert set(CODES) - met == set()
    whole = [text for path, text in marked_cases.items() if "/" not in path]
    assert min(len(set(MARKER.findall(text))) for text in whole) >= 2


@pytest.mark.parametrize(
    "options", [["--format", name] for name in PRINTERS] + [["--explain-open"], ["--profile-checks"]]
)
def test_no_marker_is_printed_in_private(sostool: Sostool, folder: Path, options: list[str]) -> None:
    done = sostool("validate", "--private", *options)
    assert MARKER.search(done.out + done.err) is None
    assert len(done.out) > 5_000
    # The places and the exit code are those of the open mode.
    in_the_open = sostool("validate", "--no-private", *options)
    assert in_the_open.code == done.code
    assert places(in_the_open.out) == places(done.out)


def test_markers_are_seen_in_the_open(sostool: Sostool, folder: Path) -> None:
    seen = set(MARKER.findall(sostool("validate", "--no-private").out))
    assert len(seen) > 15


def test_nothing_is_printed_of_a_file_that_is_not_private_but_its_team_is(sostool: Sostool, folder: Path) -> None:
    (folder / "sostool.yaml").write_text("sostool_settings: 1\nprivate: true\n", encoding="utf-8")
    for options in ([], ["--explain-open"], ["--format", "concise"]):
        assert MARKER.search(sostool("validate", "--no-private", *options).out) is None
