"""What the tests of documents share with those of commands: running one in this process."""

from __future__ import annotations

from cli.conftest import sostool

__all__ = ["sostool"]
