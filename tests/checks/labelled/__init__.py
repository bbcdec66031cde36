"""Texts of the kind that text checks look at, each list with what a check should make of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def labelled(name: str) -> dict[str, list[Any]]:
    """Give the lists of a file."""
    lists: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"))
    return lists
