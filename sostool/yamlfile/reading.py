"""What the reader carries through one file: the findings so far, and the ids to be looked up at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.findings.finding import Finding, Path, Place
from sostool.yamlfile.characters import unwanted_characters
from sostool.yamlfile.composer import DEEPEST, too_deep
from sostool.yamlfile.lost import LIST_WITHOUT_SPACES, swallowed_key
from sostool.yamlfile.spelling import edits_apart, nearest
from sostool.yamlfile.unknown import unknown_key

if TYPE_CHECKING:
    from collections.abc import Collection

    from sostool.yamlfile.source import Source
    from sostool.yamlfile.trouble import Trouble

__all__ = ["MOST_FINDINGS", "Reading", "Reference", "edits_apart", "is_missing", "nearest", "quote"]

MOST_FINDINGS = 500
# No file that somebody typed needs more.
_MOST_COMPARED = 50_000
_LONGEST_QUOTE = 80
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_SHAPES: dict[type, str] = {
    SequenceNode: "a list",
    MappingNode: "a set of keys",
    ScalarNode: "a single value",
}


class Reference(NamedTuple):
    """An id written somewhere in the file, to be looked up once all ids are known."""

    kind: str
    value: str
    path: Path
    free_text_allowed: bool
    node: Node


class Reading:
    """The state of reading one file. `report` collects; nothing raises for what a user typed."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.broken: set[Path] = set()
        self.references: list[Reference] = []
        self.own_ids: list[tuple[Path, ScalarNode]] = []
        self.bad_ids: list[str] = []
        self._wrong: set[Path] = set()
        self._compared = 0
        self._may_hold_escapes = "\\" in source.text

    def report(
        self,
        code: str,
        path: Path,
        message: str,
        *,
        mend: str = "",
        detail: str = "",
        node: Node | None = None,
        place: Place | None = None,
        whole_part: bool = False,
    ) -> None:
        """Record an error at a path; what looks at the part around it should not guess further.

        Args:
            code: the code of the check.
            path: where it is. With `whole_part` it is that of the part itself: a key that nobody knows is not put
                into a path, since it may be somebody's name.
            message: what is wrong, without any text of the file.
            mend: what to do, without any text of the file.
            detail: what was typed.
            node: what is wrong; the place is looked up by the path if neither this nor `place` is given.
            place: the place, if it is not that of a node.
            whole_part: see `path`.
        """
        self.broken.add(path if whole_part else path[:-1])
        if path not in self._wrong:
            self._wrong.update(path[:length] for length in range(len(path) + 1))
        if self.is_full:
            return
        if place is None:
            place = self.source.place(path) if node is None else self.source.place_of(node)
        self.findings.append(Finding(code, "error", message, self.source.name, place, path, path, detail, mend))

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong already that nothing more is told."""
        return len(self.findings) >= MOST_FINDINGS

    def has_error_under(self, path: Path) -> bool:
        """Tell whether an error was found at a path or inside it."""
        return path in self._wrong

    def trouble(self, trouble: Trouble) -> None:
        """Record something wrong with the text itself."""
        code, message, mend, place, detail = trouble
        self.report(code, (), message, mend=mend, detail=detail, place=place)

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """Give the known word that was most likely meant; None where that would take long."""
        self._compared += len(known)
        return nearest(word, known) if self._compared <= _MOST_COMPARED else None

    def wrong_type(self, node: Node, path: Path, wanted: str) -> None:
        """Report a list, a mapping or a single value where something else is wanted."""
        if self.look_into_unknown(node, path):
            return
        mend = ""
        if not path:
            mend = "Start the file with a key and a colon, at the very left."
        elif isinstance(node, MappingNode) and wanted == "a text":
            mend = "If the text holds a colon, put the whole text in quotation marks."
        elif isinstance(node, SequenceNode) and wanted == "a text":
            mend = "If the text starts with a square bracket, put the whole text in quotation marks."
        message = f"Here {wanted} is wanted, and {_SHAPES[type(node)]} stands here."
        self.report("CF102", path, message, node=node, mend=mend)

    def look_into_unknown(self, node: Node, path: Path) -> bool:
        """Report doubled keys, and what nests too deep, also in parts the reader has no shape for.

        Returns:
            Whether something nests too deep; nothing more needs to be said of it then.
        """
        stack = [(node, len(path) + 1)]
        while stack and not self.is_full:
            current, depth = stack.pop()
            if isinstance(current, MappingNode):
                seen: set[str] = set()
                for key, value in current.value:
                    if isinstance(key, ScalarNode):
                        if key.value in seen:
                            self.doubled_key(key, path)
                        seen.add(key.value)
                    stack.append((value, depth + 1))
            elif isinstance(current, SequenceNode):
                stack += [(value, depth + 1) for value in current.value]
            else:
                continue
            if depth > DEEPEST:
                self.trouble(too_deep(self.source.place_of(current)))
                return True
        return False

    def doubled_key(self, key: Node, path: Path) -> None:
        """Report a key that stands twice in one part: which of the two values is meant, nobody can tell."""
        self.report(
            "YA108",
            path,
            "This key stands here a second time.",
            mend="Keep one of the two, or give a second person or item an id of its own.",
            detail=quote(key.value),
            node=key,
            whole_part=True,
        )

    def unknown_key(self, key: Node, value: Node, path: Path, known: Collection[str]) -> None:
        """Report a key that the file format does not have, with what was probably meant."""
        if self.is_full:
            self.broken.add(path)
            return
        unknown = unknown_key(key, value, known, self.nearest)
        detail = quote(key.value) if isinstance(key, ScalarNode) else ""
        self.report(unknown.code, path, unknown.message, mend=unknown.mend, detail=detail, node=key, whole_part=True)

    def hides_characters(self, node: ScalarNode, path: Path) -> bool:
        r"""Report characters nobody sees that a text in double quotation marks makes by an escape, such as \x1b."""
        if not self._may_hold_escapes:
            return False
        troubles = unwanted_characters(node.value)
        if troubles:
            self.report(troubles[0].code, path, troubles[0].message, mend="Delete it.", node=node)
        return bool(troubles)

    def look_for_swallowed_keys(self, node: ScalarNode, path: Path) -> None:
        """Report a key on a line of a text: whatever it was meant to say is now printed as part of the text."""
        place = swallowed_key(self.source, node)
        if place is not None:
            message = "A key stands inside this text, and is read as part of it."
            mend = "Start its line as far left as the other keys of this item."
            self.report("YA112", path, message, mend=mend, place=place)

    def is_list_without_spaces(self, node: Node, path: Path) -> bool:
        """Report a list whose dashes have no space after them, which YAML reads as one text."""
        if not isinstance(node, ScalarNode) or node.style or not LIST_WITHOUT_SPACES.match(node.value):
            return False
        self.report(
            "YA104",
            path,
            "There is no space after the dash.",
            mend="Put one space after each dash.",
            node=node,
        )
        return True


def is_missing(node: Node) -> bool:
    """Tell whether nothing stands here: `null`, `~` or an empty value, not in quotation marks."""
    return isinstance(node, ScalarNode) and not node.style and node.value in _NOTHING


def quote(value: str) -> str:
    """Put what was typed in quotation marks, cut to a length that a line can show."""
    return f"“{value}”" if len(value) <= _LONGEST_QUOTE else f"“{value[:_LONGEST_QUOTE]}…”"
