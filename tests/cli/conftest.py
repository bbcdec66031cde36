from __future__ import annotations

import io
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from support import running
from support.running import Done

from sostool.cli.run import run
from sostool.profile.load import load_profile
from sostool.settings import load_settings, settings_above


class Sostool(Protocol):
    """Runs a command in this process and gives how it ended."""

    def __call__(self, *arguments: str | Path, typed: bytes = b"") -> Done: ...


@pytest.fixture
def sostool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Sostool]:
    """Run commands in an empty folder, with nothing of this machine's environment."""
    for name in ("CI", "NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def call(*arguments: str | Path, typed: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        for kept in (load_profile, load_settings, settings_above):
            kept.cache_clear()
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    yield call
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def powerless() -> tuple[str, ...]:
    """Give what to put before a command so that permissions hold for it."""
    before = running.powerless()
    if before is None:
        pytest.skip("root may open everything, and setpriv is not here")
    return before
