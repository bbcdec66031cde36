"""One finding: what is wrong or missing, and where."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Severity: TypeAlias = Literal["error", "query", "advice"]

# The way from the top of the file to a value: keys and zero-based positions.
Path: TypeAlias = tuple[str | int, ...]


class Place(NamedTuple):
    """A stretch of a text file; lines and columns count characters from 1, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 1)


class Elsewhere(NamedTuple):
    """A place in another file that a finding is about too: the file of the meeting before, say.

    `path` and `shown_path` are as those of a finding.
    """

    file: str
    place: Place
    path: Path
    shown_path: Path


class Finding(NamedTuple):
    """One thing to put right, to answer, or to think about.

    `message` and `mend` hold no text of the case and may stand in any log. `detail` may quote the case
    file and is shown only where a person at a terminal is looking. `path` is by position throughout, so
    that it names nobody; `shown_path` is the same with ids, for that person at the terminal. `elsewhere` is the place
    in another file that it is about too, if there is one.
    """

    code: str
    severity: Severity
    message: str
    file: str
    place: Place
    path: Path
    shown_path: Path
    detail: str = ""
    mend: str = ""
    elsewhere: Elsewhere | None = None

    def in_private(self) -> Finding:
        """Give the finding without anything of the case: no detail, no ids."""
        elsewhere = self.elsewhere._replace(shown_path=self.elsewhere.path) if self.elsewhere else None
        return self._replace(detail="", shown_path=self.path, elsewhere=elsewhere)


def path_text(path: Path) -> str:
    """Write a path as people write it: `dangers[0].goal.statement`."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        else:
            parts.append(f".{step}" if parts else step)
    return "".join(parts)
