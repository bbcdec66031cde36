"""The GitLab template: its script runs in the shells a runner may use, on a repository full of odd names."""

from __future__ import annotations

import json
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from jsonschema import Draft7Validator
from support.running import ROOT, environment

from ci.conftest import BAD_NAMES, nothing_was_run_or_told

TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / "ci" / "gitlab" / "sostool.gitlab-ci.yml").read_text("utf-8"))
JOB: dict[str, Any] = TEMPLATE["sostool-validate"]
SHELLS = (["bash", "-eo", "pipefail"], ["sh", "-e"])
GOOD = "cases/good.yaml"


def run_job(
    script: list[str], scratch: Path, room: Path, shell: list[str], **variables: str
) -> tuple[int, str, str | None]:
    """Run the job's script; give its exit code, its log and its report."""
    (scratch / "sostool-junit.xml").unlink(missing_ok=True)
    done = subprocess.run(
        [*shell, "-c", "\n".join(script)],
        cwd=scratch,
        env=environment(PYTHONPATH="", CI="true")
        | {"GITLAB_CI": "true", "SOSTOOL_ROOM": str(room)}
        | {name: str(value) for name, value in JOB["variables"].items()}
        | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
    )
    report = scratch / "sostool-junit.xml"
    return done.returncode, done.stdout.decode(), report.read_text("utf-8") if report.is_file() else None


@pytest.fixture
def gitlab_room(room: Path) -> Path:
    (room / "venv").symlink_to(room / "sostool-venv", target_is_directory=True)
    return room


def test_it_agrees_with_the_published_schema() -> None:
    package = pytest.importorskip("check_jsonschema.builtin_schemas.vendor", reason="it holds the published schema")
    schema = json.loads(resources.files(package).joinpath("gitlab-ci.json").read_text("utf-8"))
    Draft7Validator(schema).validate(TEMPLATE)
    assert not Draft7Validator(schema).is_valid({"sostool-validate": {**JOB, "script": 4}})


@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell[0])
def test_a_good_file_passes_and_bad_ones_fail(scratch: Path, gitlab_room: Path, shell: list[str]) -> None:
    code, log, report = run_job(JOB["script"][1:], scratch, gitlab_room, shell, SOSTOOL_PATHS=GOOD)
    assert code == 0, log
    assert "1 file checked" in log
    assert report is not None
    assert len(ET.fromstring(report)) == 1  # noqa: S314 - our own
    code, log, report = run_job(JOB["script"][1:], scratch, gitlab_room, shell, SOSTOOL_PATHS="cases")
    assert code == 1, log
    assert log.count("CF101 error") == len(BAD_NAMES)
    assert f"{len(BAD_NAMES) + 1} files checked" in log
    assert report is not None
    suites = ET.fromstring(report)  # noqa: S314 - our own
    assert len(suites) == len(BAD_NAMES) + 1
    assert JOB["artifacts"]["reports"]["junit"] == "sostool-junit.xml"
    nothing_was_run_or_told(scratch, log, report)


@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell[0])
def test_names_and_options_are_no_commands(scratch: Path, gitlab_room: Path, shell: list[str]) -> None:
    names = "\n".join(f"cases/{name}" for name in BAD_NAMES if "\n" not in name)
    code, log, _ = run_job(JOB["script"][1:], scratch, gitlab_room, shell, SOSTOOL_PATHS=names, SOSTOOL_STRICT="true")
    assert code == 1, log
    assert f"{len(BAD_NAMES) - 1} files checked" in log
    for variable in ("SOSTOOL_PATHS", "SOSTOOL_SELECT", "SOSTOOL_IGNORE"):
        typed = {"SOSTOOL_PATHS": GOOD, variable: "$(touch hacked); `touch hacked` * \" '"}
        code, log, _ = run_job(JOB["script"][1:], scratch, gitlab_room, shell, **typed)
        assert code == 2, log
    nothing_was_run_or_told(scratch, log)


@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell[0])
def test_options_reach_it(scratch: Path, gitlab_room: Path, shell: list[str]) -> None:
    said = {"SOSTOOL_PATHS": "cases\n", "SOSTOOL_SELECT": "CF103,CF104"}
    assert run_job(JOB["script"][1:], scratch, gitlab_room, shell, **said)[0] == 0
    said = {"SOSTOOL_PATHS": "cases", "SOSTOOL_IGNORE": "CF,YA"}
    assert run_job(JOB["script"][1:], scratch, gitlab_room, shell, **said)[0] == 0


def test_without_a_source_it_says_what_to_set(scratch: Path, room: Path) -> None:
    code, log, report = run_job(JOB["script"], scratch, room, SHELLS[0])
    assert (code, report) == (2, None)
    assert log == "Set SOSTOOL_SOURCE: where pip finds sostool.\n"


@pytest.mark.slow
def test_it_installs_what_it_is_told_and_checks(scratch: Path, room: Path, project: Path) -> None:
    code, log, report = run_job(
        JOB["script"], scratch, room, SHELLS[1], SOSTOOL_SOURCE=str(project), SOSTOOL_PATHS="cases"
    )
    assert code == 1, log
    assert report is not None
    nothing_was_run_or_told(scratch, log, report)
