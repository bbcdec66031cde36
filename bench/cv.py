"""A file for RenderCV with the words of one of our reports."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import NamedTuple

_WORDS_IN_AN_ENTRY = 25
_ENTRIES_IN_A_SECTION = 8


class Curriculum(NamedTuple):
    """The file, and how many words it holds."""

    path: Path
    words: int


def curriculum(folder: Path, text: str) -> Curriculum:
    """Write the words of a report, in Markdown, into a file for RenderCV."""
    words = re.findall(r"[A-Za-z0-9]+(?:['’-][A-Za-z]+)*[.,]?", text)
    entries = [" ".join(words[at : at + _WORDS_IN_AN_ENTRY]) for at in range(0, len(words), _WORDS_IN_AN_ENTRY)]
    parts = [entries[at : at + _ENTRIES_IN_A_SECTION] for at in range(0, len(entries), _ENTRIES_IN_A_SECTION)]
    sections = {f"part {number}": part for number, part in enumerate(parts, 1)}
    path = folder / "Jo_Example_CV.yaml"
    path.write_text(json.dumps({"cv": {"name": "Jo Example", "sections": sections}}), encoding="utf-8")
    return Curriculum(path, len(words))


def keep_off_the_network() -> None:
    """RenderCV asks at each start whether there is a newer one. Nothing here leaves this computer."""
    os.environ |= dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
