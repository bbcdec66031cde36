"""A repository as a team might have it, with names that try to be more than names, and this project as it stands now."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.running import ROOT, environment

# Nothing that leaves a run may hold any of these.
MARKERS = ("Zqmia", "zqid", "Zqharm")
_BAD = """sostool: 1
reference: EX-1
meeting: {kind: mapping, date: 2026-03-17}
people:
  zqid: {name: Zqmia Zqsurname, rol: child}
dangers:
  - {id: zqid-danger, statement: Zqharm was done to Zqmia.}
"""
BAD_NAMES = (
    "two words.yaml",
    "it's.yaml",
    'a "quoted" one.yaml',
    "$(touch hacked).yaml",
    "`touch hacked`.yaml",
    "; touch hacked ;.yaml",
    "line\n::error::end.yaml",
    "::stop-commands::x.yaml",
    "##[group]x.yaml",
    "-strict.yaml",
    "50%0A,a:b.yaml",
    "фёдор.yaml",
)


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """Give a repository with a good case file, and bad ones whose names are commands; a run must leave `hacked` unmade."""
    repository = tmp_path / "team repository"
    cases = repository / "cases"
    cases.mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "mia-and-noah.yaml", cases / "good.yaml")
    for name in BAD_NAMES:
        (cases / name).write_text(_BAD, encoding="utf-8")
    for module in ("yaml", "json", "typer", "sostool", "encodings"):
        (repository / f"{module}.py").write_text("open('hacked', 'w').close(); raise SystemExit(0)\n", encoding="utf-8")
    return repository


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Give a folder in which `sostool-venv` has sostool as it is tested here, so that no test has to install it."""
    command = [sys.executable, "-I", "-c", "import sostool, sys; sys.exit(not sys.prefix != sys.base_prefix)"]
    if subprocess.run(
        command, check=False, capture_output=True, cwd=tmp_path, env=environment(PYTHONPATH="")
    ).returncode:
        pytest.skip("sostool is not installed in a virtual environment here")
    folder = tmp_path / "runner temp"
    folder.mkdir()
    (folder / "sostool-venv").symlink_to(sys.prefix, target_is_directory=True)
    return folder


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give this project as a git repository of its own: what is committed and what is not yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git repository")
    folder = tmp_path_factory.mktemp("project")
    for name in filter(None, listed.stdout.decode().split("\0")):
        source = ROOT / name
        if source.is_file() and not name.startswith("tests/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "As it is")
    return folder


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def nothing_was_run_or_told(scratch: Path, *texts: str) -> None:
    """Hold that no name was taken for a command, and that nothing of a case file is in a text."""
    assert not list(scratch.parent.rglob("hacked*"))
    for text in texts:
        assert not [marker for marker in MARKERS if marker in text]
