"""Where the files that are not Python stand: inside the package once installed, beside it in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def resource_root(kind: Literal["templates", "examples"]) -> Traversable:
    """Find one of our own folders.

    Args:
        kind: the folder's name at the top of the project.

    Returns:
        The folder inside the package (a wheel, or a zip), else the one beside the package (`pip install -e .`, which
        maps no folders, and a plain checkout).

    Raises:
        FileNotFoundError: the tool was installed without it.
    """
    packaged = files("sostool") / kind
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[1] / kind
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError(f"sostool was installed without its {kind} folder; please reinstall it")
