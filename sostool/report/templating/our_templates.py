"""Our own files of templates by their names, read without what draws them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sostool.resources import resource_root

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# Where each format that has templates draws its blocks, and where the drawing of a single one may stand.
BLOCK_FILES = {"html/blocks.html.j2": "html/blocks/{}.html.j2", "markdown/blocks.md.j2": "markdown/blocks/{}.md.j2"}

# A PDF is drawn by our own templates alone: a compiler's template could read files and ask the network for parts. Our
# fonts are no text.
_OURS_ALONE = ("pdf/", "fonts/")

_NAME = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)+")
_DRAWING = re.compile(r'^  "([a-z_]+)": [a-z_]+,$', re.MULTILINE)


def our_text(name: str, root: Traversable | None = None) -> str | None:
    """Read one of our own files by its name; None if there is none of this name."""
    if not _NAME.fullmatch(name):
        return None
    file = (root or resource_root("templates")).joinpath(*name.split("/"))
    return file.read_text("utf-8").replace("\r\n", "\n") if file.is_file() else None


def our_names() -> list[str]:
    """Give the names of all our files, and those that the drawing of a single block may have."""
    root = resource_root("templates")
    names = [name for name in _below(root, "") if not name.startswith(_OURS_ALONE)]
    for blocks, one in BLOCK_FILES.items():
        names += [one.format(kind) for kind in _DRAWING.findall(our_text(blocks, root) or "")]
    return sorted(names)


def _below(folder: Traversable, above: str) -> Iterator[str]:
    for entry in folder.iterdir():
        name = above + entry.name
        if entry.is_dir():
            yield from _below(entry, f"{name}/")
        elif _NAME.fullmatch(name):
            yield name
