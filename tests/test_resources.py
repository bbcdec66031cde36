from __future__ import annotations

from pathlib import Path

import pytest
from support.running import ROOT

from sostool import resources
from sostool.resources import resource_root


@pytest.mark.parametrize("kind", ["templates", "examples"])
def test_a_checkout_has_them_beside_the_package(kind: str) -> None:
    assert resource_root(kind) == ROOT / kind  # type: ignore[arg-type]


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").mkdir()
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    assert resource_root("examples") == tmp_path / "examples"


def test_an_installation_without_them_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "a" / "b.py"))
    with pytest.raises(FileNotFoundError, match="please reinstall"):
        resource_root("templates")
