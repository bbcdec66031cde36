"""A key that the file format does not have: what was probably meant by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yaml.nodes import Node, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


class Unknown(NamedTuple):
    """What to say of an unknown key; no text of the file is in it."""

    code: str
    message: str
    mend: str


NOT_A_WORD = Unknown("CF110", "A key has to be a plain word.", "")
MERGE = Unknown("YA106", "Merging (<<) is not used in case files.", "Write the keys out.")
NO_SPACE_AFTER_COLON = Unknown("YA104", "There is no space after the colon.", "Put one space after the colon of a key.")
NO_SPACE_AFTER_DASH = Unknown("YA104", "There is no space after the dash.", "Put one space after the dash of a list.")
NO_BREAK_SPACE = Unknown(
    "YA104",
    "Here stands a no-break space, as Word writes it, and YAML takes it for a letter.",
    "Delete it and type a space.",
)
COMMA = Unknown(
    "YA104",
    "A comma stands inside this text, and between curly brackets YAML takes what follows for a new key.",
    "Put the whole text in quotation marks.",
)


def unknown_key(
    key: Node, value: Node, known: Collection[str], nearest: Callable[[str, Collection[str]], str | None]
) -> Unknown:
    """Tell what was probably meant by a key.

    Args:
        key: the key.
        value: its value.
        known: the keys that could stand here.
        nearest: gives the known word that a word is nearest to.
    """
    if not isinstance(key, ScalarNode):
        return NOT_A_WORD
    if key.value == "<<":
        return MERGE
    known = sorted(known)
    name = key.value.strip()
    if key.value[:1].isspace():
        return NO_BREAK_SPACE
    if name.partition(":")[0] in known:
        return NO_SPACE_AFTER_COLON
    if name.startswith("-") and name[1:].partition(":")[0] in known:
        return NO_SPACE_AFTER_DASH
    near = nearest(name.replace("-", "_"), known)
    if near:
        return Unknown("CF101", f"This key is not known here. Did you mean “{near}”?", "")
    if name and value.start_mark.index == key.end_mark.index:
        return COMMA
    mend = "Known here: " + ", ".join(known) + "."
    if " " in name:
        mend = "If this is a text with a colon in it, put the whole text in quotation marks."
    return Unknown("CF101", "This key is not known here.", mend)
