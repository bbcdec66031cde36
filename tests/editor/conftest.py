"""What the editor tests need: the language server, and a folder as `new-case` leaves it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.language_server import SERVER, LanguageServer
from sostool.case.schema import FILE_NAME, shipped_schema


@pytest.fixture(scope="session")
def server() -> Iterator[LanguageServer]:
    """Give a running language server."""
    missing = [
        what
        for what, is_there in {
            "node": shutil.which("node") is not None,
            "yaml-language-server (run `npm ci` in tests/editor)": SERVER.is_file(),
        }.items()
        if not is_there
    ]
    if missing:
        reason = f"the editor tests need {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with LanguageServer() as running:
        yield running


@pytest.fixture(scope="session")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the name of a case file with the schema beside it, where `new-case` puts it."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / FILE_NAME).write_bytes(shipped_schema())
    return folder / "EX-0042.yaml"
