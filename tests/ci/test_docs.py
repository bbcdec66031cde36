"""What docs/ci.md tells people to copy: it is whole, and names what there is."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from support.running import ROOT

from sostool.case.schema import EDITOR_HEADER

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS: list[Any] = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.+?)```", PAGE, re.DOTALL)]
WORKFLOWS = [block for block in BLOCKS if block and "jobs" in block]
OURS = "OWNER/sostool"


def published(name: str) -> Draft7Validator:
    package = pytest.importorskip("check_jsonschema.builtin_schemas.vendor", reason="it holds the published schemas")
    return Draft7Validator(json.loads(resources.files(package).joinpath(f"{name}.json").read_text("utf-8")))


def test_the_editors_line_is_the_one_that_new_case_writes() -> None:
    assert f"```yaml\n{EDITOR_HEADER}\n```" in PAGE


def test_workflows_agree_with_the_published_schema_and_with_our_action() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    assert len(WORKFLOWS) == 2
    for workflow in WORKFLOWS:
        # YAML 1.1 reads the key `on` as true.
        workflow["on"] = workflow.pop(True)
        published("github-workflows").validate(workflow)
        (ours,) = (step for step in workflow["jobs"]["validate"]["steps"] if step["uses"].startswith(OURS))
        assert set(ours["with"]) <= set(inputs)
    for name in inputs:
        assert f"`{name}`" in PAGE


def test_the_hook_is_the_one_that_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    ((repository,),) = (block["repos"] for block in BLOCKS if block and "repos" in block)
    assert OURS in repository["repo"]
    assert [one["id"] for one in repository["hooks"]] == [hook["id"]]


def test_the_template_is_included_by_its_path_with_variables_that_it_has() -> None:
    (block,) = (block for block in BLOCKS if block and "include" in block)
    (included,) = block["include"]
    template = yaml.safe_load((ROOT / included["file"]).read_text("utf-8"))
    for name, job in block.items():
        if name != "include":
            assert set(job["variables"]) <= set(template[name]["variables"])
    published("gitlab-ci").validate(block)


def test_no_address_looks_like_a_home_of_ours() -> None:
    addresses = re.findall(r"https?://[^\s)`]*", PAGE)
    assert set(addresses) <= {"https://pre-commit.com", "https://github.com/OWNER/sostool", "https://"}
    assert not re.findall(r"(?<!OWNER/)sostool@|\bpypi\b|npmjs", PAGE)
