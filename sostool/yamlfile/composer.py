"""From text to a tree of nodes, without ever running into what a hostile or broken file could do.

libyaml's composer is fast but recurses in C: a file that nests tens of thousands deep would end the process. So a
look at the text comes first. Where it shows that little can nest, the file is composed at once; otherwise the depth
is counted on the way down, in the hooks that PyYAML has for its resolver, which costs a quarter more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.nodes import ScalarNode

from sostool.findings.finding import START, Place
from sostool.yamlfile.source import Source
from sostool.yamlfile.trouble import Told, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import Node

DEEPEST = 20
_MOST_MENDS = 40
# Each mend reads the text again: a large file gets fewer.
_MOST_READ = 4_000_000
# What nests in brackets needs as many of them. What nests by spaces and dashes starts as far right: a line with 180 of
# them at its start shows eight in a row where every twentieth letter of the text is looked at.
_MOST_BRACKETS = 1_000
_EVERY = 20
_FAR_RIGHT = re.compile(r"[ \t?:-]{8}")
# After these a sign only ends a word or a sentence.
_ENDS_BEFORE = frozenset(".)?!_")
_INSTRUCTION = re.compile(r"(?:\A|[\r\n])%")


class Composed(NamedTuple):
    """The root node, None where the text cannot be read at all; what was wrong; and the text as it was read."""

    root: Node | None
    troubles: list[Trouble]
    text: str


class _TooDeepError(Exception):
    """Something nests deeper than any case file needs."""

    def __init__(self, parent: Node) -> None:
        self.mark = parent.start_mark


class Parser(CParser):
    """libyaml with the resolver off: a scalar stays what was typed, and the reader decides what it means."""

    def descend_resolver(self, _parent: Node | None, _index: object) -> None:
        """Do nothing on the way down."""

    def ascend_resolver(self) -> None:
        """Do nothing on the way up."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """Leave every node without a tag."""
        return ""


class _CountingParser(Parser):
    """Stops where something nests too deep."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        self._depth += 1
        # The values in the deepest list are one level further down.
        if parent is not None and self._depth > DEEPEST + 1:
            raise _TooDeepError(parent)

    def ascend_resolver(self) -> None:
        self._depth -= 1


def _may_nest_deep(text: str) -> bool:
    return text.count("[") + text.count("{") > _MOST_BRACKETS or _FAR_RIGHT.search(text[::_EVERY]) is not None


def _may_hold_links_or_tags(text: str) -> bool:
    return any(_starts_something(sign, text) for sign in "&*!") or (
        "%" in text and _INSTRUCTION.search(text) is not None
    )


def _starts_something(sign: str, text: str) -> bool:
    """Tell whether a sign stands anywhere but after a word."""
    at = text.find(sign)
    while at >= 0:
        before = text[at - 1] if at else ""
        if not (before.isalnum() or before in _ENDS_BEFORE):
            return True
        at = text.find(sign, at + 1)
    return False


def compose(text: str, known: Callable[[], frozenset[str]] = frozenset) -> tuple[Node | None, list[Trouble]]:
    """Compose a text into nodes, and tell in plain words what is not YAML in it. See `compose_mended`."""
    composed = compose_mended(text, known)
    return composed.root, composed.troubles


def compose_mended(typed: str, known: Callable[[], frozenset[str]] = frozenset) -> Composed:
    """Compose a text into nodes.

    What is not YAML is told in plain words; where the likely mend is known (a colon, a tab, a quotation
    mark), the text is mended in memory and read on, so that one run tells everything.

    Args:
        typed: the text.
        known: gives the keys a file may have. They help to tell a key from text, and are asked for only when the
            text is not YAML.
    """
    troubles: list[Trouble] = []
    text = typed
    for _ in range(min(_MOST_MENDS, max(3, _MOST_READ // (len(typed) + 1)))):
        root, told = _try(text, known, again=text is not typed)
        if told is None:
            return Composed(root, troubles, text)
        source = Source("", typed, None, text)
        troubles += [trouble._replace(place=source.as_typed(trouble.place)) for trouble in told.troubles]
        if told.mended is None:
            break
        text = told.mended
    return Composed(None, troubles, text)


def _try(text: str, known: Callable[[], frozenset[str]], *, again: bool) -> tuple[Node | None, Told | None]:
    """Read a text once: give its root node, or what is wrong with it."""
    try:
        if again:
            # This is five times as fast where it fails once more.
            Parser(text).raw_parse()
        if _may_hold_links_or_tags(text):
            from sostool.yamlfile.mends.links import links_and_tags  # noqa: PLC0415 - seldom needed

            told = links_and_tags(text)
            if told is not None:
                return None, told
        root = (_CountingParser if _may_nest_deep(text) else Parser)(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        from sostool.yamlfile.mends import tell  # noqa: PLC0415 - only a broken file needs it

        return None, tell(error, text, known())
    except _TooDeepError as deep:
        line, column = deep.mark.line + 1, deep.mark.column + 1
        return None, Told((too_deep(Place(line, column, line, column + 1)),), None)
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError):
        return None, _unreadable("YA104", "This file cannot be read as YAML.", "Compare it with an example.", START)
    if root is None or (isinstance(root, ScalarNode) and not root.value and not root.style):
        return None, _unreadable(
            "YA110", "There is nothing in this file.", "`sostool new-case` starts a case file.", START
        )
    return root, None


def too_deep(place: Place) -> Trouble:
    """Say that something nests deeper than any case file needs."""
    message = f"This nests more than {DEEPEST} levels deep."
    return Trouble("YA109", message, "Compare it with an example.", place)


def _unreadable(code: str, message: str, mend: str, place: Place) -> Told:
    return Told((Trouble(code, message, mend, place),), None)
