"""From text to a tree of nodes, without ever running into what a hostile or broken file could do.

libyaml's composer is fast but recurses in C, and a file that nests tens of thousands deep ends the
process. So a look at the text comes first: where it shows that little can nest and that there are no
anchors, aliases or tags, the file is composed at once; otherwise it is first walked event by event, which
does not recurse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.cyaml import CParser
from yaml.nodes import Node

from sostool.findings.finding import START, Place
from sostool.yamlfile.mends import plain_words
from sostool.yamlfile.source import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 20
_MOST_BRACKETS = 5_000
_MOST_MENDS = 40
_STEEP = re.compile(r"(?m)^[ \t?:-]{200}")
_MAY_BE_SHARED_OR_TAGGED = re.compile(r"(?m)(?:^|[\s\[{,:])[&*!]\S|^%")


class _Composer(CParser):
    """libyaml with the resolver off: a scalar stays what was typed, and the reader decides what it means."""

    def descend_resolver(self, *_: object) -> None: ...

    def ascend_resolver(self) -> None: ...

    def resolve(self, *_: object) -> str:
        return ""


def compose(text: str) -> tuple[Node | None, list[Trouble]]:
    """Compose a text into nodes.

    What is not YAML is told in plain words; where the likely mend is known (a colon, a tab, a quotation
    mark), the text is mended in memory and read on, so that one run tells everything.

    Returns:
        The root node, or None where the text cannot be read at all; and the troubles met.
    """
    troubles: list[Trouble] = []
    for _ in range(_MOST_MENDS):
        try:
            if _needs_a_closer_look(text):
                trouble, mended = _first_refused(text)
                if trouble is not None:
                    troubles.append(trouble)
                    if mended is None:
                        return None, troubles
                    text = mended
                    continue
            root = _Composer(text).get_single_node()
        except yaml.MarkedYAMLError as error:
            told = plain_words(error, text)
            troubles.append(told.trouble)
            if told.mended is None or told.mended == text:
                return None, troubles
            text = told.mended
        except (yaml.YAMLError, ValueError, RecursionError, MemoryError):
            troubles.append(Trouble("YA104", "This file cannot be read as YAML.", "Compare it with an example.", START))
            return None, troubles
        else:
            if root is None:
                troubles.append(
                    Trouble(
                        "YA110",
                        "There is nothing in this file.",
                        "`sostool new-case` starts a case file.",
                        START,
                    )
                )
            return root, troubles
    return None, troubles


def _needs_a_closer_look(text: str) -> bool:
    return (
        text.count("[") + text.count("{") > _MOST_BRACKETS
        or _STEEP.search(text) is not None
        or _MAY_BE_SHARED_OR_TAGGED.search(text) is not None
    )


def _events(text: str) -> Iterator[Any]:
    parser = _Composer(text)
    while parser.check_event():
        yield parser.get_event()


def _first_refused(text: str) -> tuple[Trouble | None, str | None]:
    """Find the first thing a case file may not use: depth, an alias, an anchor, a tag, a directive.

    Returns:
        The trouble, and the text with it mended where that can be done; (None, None) if all is well.
    """
    depth = 0
    for event in _events(text):
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return too_deep(place), None
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            return Trouble("YA107", "A line that starts with % is an instruction to YAML.", "Delete it.", place), None
        if isinstance(event, yaml.AliasEvent):
            return _refused("YA106", "A text may not start with a star (*): YAML reads it as a link.", text, place)
        if getattr(event, "anchor", None):
            return _refused("YA106", "A text may not start with an and-sign (&): YAML reads it as a link.", text, place)
        if getattr(event, "tag", None):
            return _refused("YA107", "A text may not start with an exclamation mark (!): YAML reads it as a tag.", text, place)
    return None, None


def too_deep(place: Place) -> Trouble:
    """Tell that something nests deeper than any case file needs."""
    return Trouble("YA109", f"This nests more than {DEEPEST} levels deep.", "Compare it with an example.", place)


def _refused(code: str, message: str, text: str, place: Place) -> tuple[Trouble, str | None]:
    from sostool.yamlfile.mends import quote_from  # noqa: PLC0415 - only where something is refused

    return Trouble(code, message, "If it belongs to the text, put the whole text in quotation marks.", place), quote_from(
        text, place.line, place.column
    )
