"""What the reader carries through one file: the findings so far, and the ids to be looked up at the end."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.findings.finding import Finding, Path, Place
from sostool.yamlfile.composer import DEEPEST, too_deep
from sostool.yamlfile.source import Source, Trouble, place_of_node, unwanted_characters

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_FINDINGS = 500


class Reference(NamedTuple):
    """An id written somewhere in the file, to be looked up once all ids are known."""

    kind: str
    value: str
    path: Path
    free_text_allowed: bool


class Reading:
    """The state of reading one file. `report` collects; nothing raises for what a user typed."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.broken: set[Path] = set()
        self.references: list[Reference] = []
        self.may_hold_escapes = "\\" in source.text

    def report(
        self,
        code: str,
        path: Path,
        message: str,
        *,
        mend: str = "",
        detail: str = "",
        place: Place | None = None,
        whole_part: bool = False,
    ) -> None:
        """Record an error at a path; what looks at the part around it should not guess further.

        With `whole_part` the path is that of the part itself: a key that nobody knows is not put into a path,
        since it may be somebody's name.
        """
        self.broken.add(path if whole_part else path[:-1])
        if len(self.findings) >= MOST_FINDINGS:
            return
        self.findings.append(
            Finding(
                code=code,
                severity="error",
                message=message,
                file=self.source.name,
                place=place or self.source.place(path),
                path=path,
                shown_path=path,
                detail=detail,
                mend=mend,
            )
        )

    def has_error_under(self, path: Path) -> bool:
        """Tell whether an error was found at a path or inside it."""
        return any(finding.path[: len(path)] == path for finding in self.findings)

    def trouble(self, trouble: Trouble) -> None:
        """Record something wrong with the text itself."""
        self.report(trouble.code, (), trouble.message, mend=trouble.mend, detail=trouble.detail, place=trouble.place)

    def missing(self, node: Node) -> bool:
        """Tell whether nothing stands here: `null`, `~` or an empty value, not in quotation marks."""
        return (
            isinstance(node, ScalarNode)
            and not node.style
            and node.value in ("", "~", "null", "Null", "NULL")
        )

    def scalar(self, node: Node, path: Path, wanted: str) -> str | None:
        """Give the text of a single value, or report that something else stands there."""
        if isinstance(node, ScalarNode):
            value: str = node.value
            if self.may_hold_escapes and node.style == '"':
                for trouble in unwanted_characters(value)[:1]:
                    self.report(trouble.code, path, trouble.message, mend="Delete it.", place=place_of_node(node))
                    return None
            return value
        self.wrong_type(node, path, wanted)
        return None

    def wrong_type(self, node: Node, path: Path, wanted: str) -> None:
        """Report a list, a mapping or a single value where something else is wanted."""
        self.look_into_unknown(node)
        found = {SequenceNode: "a list", MappingNode: "a set of keys"}.get(type(node), "a single value")
        self.report(
            "CF102",
            path,
            f"Here {wanted} is wanted, and {found} stands here.",
            place=place_of_node(node),
            mend=_type_mend(node, wanted),
        )

    def look_into_unknown(self, node: Node) -> None:
        """Find what a file may not hold also in parts the reader has no shape for: depth and doubled keys."""
        stack: list[tuple[Node, int]] = [(node, 1)]
        while stack:
            current, depth = stack.pop()
            if depth > DEEPEST:
                self.trouble(too_deep(place_of_node(current)))
                return
            if isinstance(current, MappingNode):
                seen: set[str] = set()
                for key, value in current.value:
                    if isinstance(key, ScalarNode):
                        if key.value in seen:
                            self.doubled_key(key, ())
                        seen.add(key.value)
                    stack.append((value, depth + 1))
            elif isinstance(current, SequenceNode):
                stack += [(value, depth + 1) for value in current.value]

    def doubled_key(self, key: ScalarNode, path: Path) -> None:
        """Report a key that stands twice in one part: which of the two values is meant, nobody can tell."""
        self.report(
            "YA108",
            path,
            "This key stands here a second time.",
            mend="Keep one of the two, or give a second person or item an id of its own.",
            detail=f"“{key.value}”",
            place=place_of_node(key),
            whole_part=True,
        )

    def unknown_key(self, key: Node, path: Path, known: Iterable[str]) -> None:
        """Report a key that the file format does not have, with the nearest one it has."""
        if not isinstance(key, ScalarNode):
            self.report("CF110", path, "A key has to be a plain word.", place=place_of_node(key), whole_part=True)
            return
        if key.value == "<<":
            self.trouble(
                Trouble("YA106", "Merging (<<) is not used in case files.", "Write the keys out.", place_of_node(key))
            )
            return
        known = list(known)
        near = nearest(key.value.strip().lower().replace("-", "_"), known)
        self.report(
            "CF101",
            path,
            "This key is not known here." + (f" Did you mean “{near}”?" if near else ""),
            mend="" if near else "Known here: " + ", ".join(sorted(known)) + ".",
            detail=f"“{key.value}”",
            place=place_of_node(key),
            whole_part=True,
        )


def _type_mend(node: Node, wanted: str) -> str:
    if isinstance(node, MappingNode) and wanted == "a text":
        return "If the text holds a colon, put the whole text in quotation marks."
    if isinstance(node, SequenceNode) and wanted == "a text":
        return "If the text starts with a square bracket, put the whole text in quotation marks."
    return ""


_SEPARATORS = re.compile(r"[\s_-]+")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that was most likely meant, or None."""
    candidates = list(known)
    plain = {_SEPARATORS.sub("", candidate.lower()): candidate for candidate in candidates}
    close = get_close_matches(_SEPARATORS.sub("", word.lower()), plain, n=1, cutoff=0.72)
    return plain[close[0]] if close else None


def edits_apart(first: str, second: str, most: int) -> bool:
    """Tell whether at most `most` letters have to be added, dropped, changed or swapped to turn one into the other."""
    if abs(len(first) - len(second)) > most:
        return False
    older: list[int] = []
    previous = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            best = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                best = min(best, older[column - 2] + 1)
            current.append(best)
        older, previous = previous, current
    return previous[-1] <= most
