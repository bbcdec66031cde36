"""The pre-commit hook, run by the real pre-commit in a repository that points at this one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.running import ROOT, environment

from ci.conftest import BAD_NAMES, git, nothing_was_run_or_told
from sostool.caseload.find import find_cases

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def takes(name: str) -> bool:
    return bool(re.search(HOOK["files"], name)) and not re.search(HOOK["exclude"], name)


@pytest.mark.parametrize(
    "name",
    [
        "EX-0042.yaml", "cases/EX-0042.YML", "cases/it's one.yaml", "cases/profiles.yaml", "a/sostool.yaml.yaml",
        "sostool.yaml", "cases/sostool.yml", ".pre-commit-config.yaml", ".github/workflows/x.yml", "cases/.hidden.yaml",
        "profiles/ours.yaml", "cases/profiles/ours.yaml", "web/node_modules/a/b.yaml", "cases/EX.approvals.yaml",
        "README.md", "case.schema.json",
    ],
)  # fmt: skip
def test_it_takes_the_files_that_validate_takes_in_a_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text("sostool: 1\n", encoding="utf-8")
    assert takes(name) == (list(find_cases(["."])) == [name])


def test_it_gets_file_names_and_no_name_is_an_option() -> None:
    assert HOOK["id"] == "sostool-validate"
    assert HOOK["entry"] == "sostool validate"
    assert HOOK["args"][-1] == "--"
    assert HOOK["language"] == "python"
    assert HOOK.get("pass_filenames", True)


def pre_commit(repository: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "-m", "pre_commit", *arguments],
        cwd=repository,
        env=environment(PYTHONPATH="", PRE_COMMIT_HOME=str(home)),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
def test_it_stops_a_commit_of_a_bad_file_and_lets_a_good_one_through(
    scratch: Path, project: Path, tmp_path: Path
) -> None:
    pytest.importorskip("pre_commit")
    home = tmp_path / "home"
    head = git(project, "rev-parse", "HEAD").strip()
    hook: dict[str, Any] = {"id": "sostool-validate"}
    config = {"repos": [{"repo": project.as_uri(), "rev": head, "hooks": [hook]}]}
    git(scratch, "init", "--quiet")
    (scratch / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (scratch / "cases" / "profiles").mkdir()
    shutil.copy(ROOT / "sostool" / "profiles" / "england.yaml", scratch / "cases" / "profiles" / "ours.yaml")
    bad = scratch / "bad"
    bad.mkdir()
    for name in BAD_NAMES:
        (scratch / "cases" / name).rename(bad / name)
    (bad / "-strict.yaml").rename(scratch / "--strict.yaml")

    git(scratch, "add", ".pre-commit-config.yaml", "cases")
    good = pre_commit(scratch, "run", "--all-files", "--verbose", home=home)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "1 file checked" in good.stdout

    git(scratch, "add", "bad", "./--strict.yaml")
    found = pre_commit(scratch, "run", "--all-files", home=home)
    assert found.returncode == 1
    assert f"{len(BAD_NAMES) + 1} files checked" in found.stdout
    assert found.stdout.count("CF101 error") == len(BAD_NAMES)
    assert "exit code: 1" in found.stdout

    # What git itself starts is pre-commit without -I, which would take these for modules of its own.
    for module in scratch.glob("*.py"):
        module.unlink()
    assert pre_commit(scratch, "install", home=home).returncode == 0
    with pytest.raises(subprocess.CalledProcessError):
        git(scratch, "commit", "--message", "A bad file")
    nothing_was_run_or_told(scratch, good.stdout, found.stdout, found.stderr)
