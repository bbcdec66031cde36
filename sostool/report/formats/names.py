"""The names of a page's parts: anchors that nothing else has, and which parts may be landmarks."""

from __future__ import annotations

import re

_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9]+")


class Names:
    """Remembers which names are taken."""

    def __init__(self) -> None:
        self._anchors: set[str] = set()
        self._landmarks: set[str] = set()

    def anchor(self, wanted: str) -> str:
        """Give an anchor that no other part has: the wanted one, or that with a number."""
        base = anchor = slug(wanted)
        number = 2
        while anchor in self._anchors:
            anchor = f"{base}-{number}"
            number += 1
        self._anchors.add(anchor)
        return anchor

    def may_be_landmark(self, heading: str) -> bool:
        """Tell whether a part of this heading may be a landmark: two of one name cannot be told apart by ear."""
        is_new = bool(heading) and heading not in self._landmarks
        self._landmarks.add(heading)
        return is_new


def slug(text: str) -> str:
    """Make an anchor. It never holds two hyphens together, so `--` is free for ids made from it."""
    return _NOT_IN_ANCHORS.sub("-", text.lower()).strip("-") or "part"
