"""The mistakes people make, each told in one sentence at its place, while the rest of the file is read on.

The files in `mistakes/` hold them: `text` stands between HEAD and TAIL unless it is the whole file (`alone`), lines
are counted from its first, `read` is what stands at some paths after the mend in memory.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from yaml.nodes import ScalarNode

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.findings.finding import Finding, Place
from sostool.yamlfile.composer import compose_mended
from sostool.yamlfile.parts import all_keys
from sostool.yamlfile.trouble import LINE_END

HEAD = """\
sostool: 1
reference: EX-0042
meeting: {kind: mapping, date: 2026-03-17}
people:
  mia: {name: Mia, role: child}
  lisa: {name: Lisa, role: parent}
  dean: {name: Dean, role: parent}
"""
# This has a mistake of its own, which has to be told in the same run, at its own place.
TAIL = """\
voices:
  - {who: lisa, words: [I am tired.], may_share: [nobody-here]}
"""
FILES = sorted((Path(__file__).parent / "mistakes").glob("*.yaml"))


def load(file: Path) -> dict[str, dict[str, Any]]:
    # With the resolver off, everything stays as typed.
    cases: dict[str, dict[str, Any]] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only
    return cases


CASES = [pytest.param(case, id=f"{file.stem}-{name}") for file in FILES for name, case in load(file).items()]


def whole(case: dict[str, Any]) -> str:
    return str(case["text"]) if "alone" in case else HEAD + case["text"] + TAIL


def node_at(case: dict[str, Any], dotted: str) -> str:
    steps = tuple(int(step) if step.isdigit() else step for step in dotted.split("."))
    node = read_case(whole(case).encode(), "case.yaml").source.node(steps)
    assert isinstance(node, ScalarNode), dotted
    return str(node.value)


def test_there_are_many() -> None:
    assert len(FILES) >= 10
    assert len(CASES) >= 200


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_once_and_reading_goes_on(case: dict[str, Any]) -> None:
    findings = read_case(whole(case).encode(), "case.yaml").findings
    if "alone" not in case:
        *findings, last = findings
        assert_tail(last, case)
    (finding,) = findings
    line = int(case["line"]) + (0 if "alone" in case else HEAD.count("\n"))
    assert (finding.code, finding.place.line, finding.place.column) == (case["code"], line, int(case["column"]))
    assert finding.severity == "error"
    assert (finding.message, finding.mend) == (case["message"], case.get("mend", ""))


def assert_tail(finding: Finding, case: dict[str, Any]) -> None:
    line = (HEAD + case["text"]).count("\n") + 2
    column = TAIL.splitlines()[1].index("nobody-here") + 1
    assert (finding.code, finding.place) == ("CF106", Place(line, column, line, column + len("nobody-here")))


@pytest.mark.parametrize("case", [case for case in CASES if "read" in case.values[0]])  # type: ignore[operator]
def test_a_mend_in_memory_reads_what_was_meant(case: dict[str, Any]) -> None:
    assert {path: node_at(case, path) for path in case["read"]} == case["read"]


@pytest.mark.parametrize("case", CASES)
def test_a_mend_keeps_the_number_of_lines(case: dict[str, Any]) -> None:
    text = whole(case)
    composed = compose_mended(text, lambda: all_keys(Case))
    lines = len(LINE_END.findall(text))
    # A second case is not read, so its lines are gone.
    assert len(LINE_END.findall(composed.text)) == lines or case["code"] == "YA105"


@pytest.mark.parametrize("case", [case for case in CASES if "\r" not in case.values[0]["text"]])  # type: ignore[index]
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing(case: dict[str, Any], end: str) -> None:
    text = whole(case)
    usual = read_case(text.encode(), "case.yaml").findings
    other = read_case(text.replace("\n", end).encode(), "case.yaml").findings
    assert other == usual


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0]["code"] != "YA105"])  # type: ignore[index]
def test_a_file_saved_by_word_has_its_other_mistakes_told_too(case: dict[str, Any]) -> None:
    text = whole(case) + "# “Zoë”\n"
    if not encodes(text):
        pytest.skip("Windows-1252 has no such letter")
    usual = read_case(text.encode(), "case.yaml").findings
    saved = read_case(text.encode("cp1252"), "case.yaml").findings
    assert sorted(finding.code for finding in saved) == sorted(["YA101", *(finding.code for finding in usual)])


def encodes(text: str) -> bool:
    try:
        return text.encode("cp1252").decode("cp1252") == text
    except UnicodeError:
        return False


@pytest.mark.parametrize(
    "fragments",
    [
        (
            "dangers:\n  - statement: Dean said: stop\n    children: [mia\n    goal: {statement: it's: fine}\n",
            [(9, "A colon"), (10, "A square bracket"), (11, "A colon")],
        ),
        (
            'dangers:\n\t- statement: "Stop" she said\n\t  goal\n\t    statement: @home\nlanguage:en\n',
            [
                (9, "This line starts with a tab"),
                (9, "Text goes on"),
                (10, "There is no colon"),
                (11, "A text may not"),
                (12, "There is no space after the colon."),
            ],
        ),
    ],
)
def test_several_mistakes_are_told_in_one_run(fragments: tuple[str, list[tuple[int, str]]]) -> None:
    text, wanted = fragments
    found = read_case((HEAD + text + TAIL).encode(), "case.yaml").findings
    assert [finding.place.line for finding in found] == [line for line, _ in wanted] + [found[-1].place.line]
    for finding, (_, start) in zip(found, wanted, strict=False):
        assert finding.message.startswith(start)
    assert found[-1].code == "CF106"
