"""What a kind of mend finds: an edit and what it means, a question for the person, or something it has to leave."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from yaml.nodes import Node

from sostool.findings.finding import Path, Place
from sostool.mend.edits import Edit

What: TypeAlias = Literal["id", "abbreviation", "quotation marks", "date"]


class Mend(NamedTuple):
    """One mend, and what the file will say because of it.

    `node` is the value that is edited, or the mapping that gets a first key. `value` is what it will say: of a
    value its whole text, of a mapping the id.
    """

    what: What
    edit: Edit
    node: Node
    value: str


class Choice(NamedTuple):
    """One way to read what was typed: what the file would say, and the same in words."""

    value: str
    words: str


class Question(NamedTuple):
    """Something that only a person can know."""

    path: Path
    place: Place
    typed: str
    choices: tuple[Choice, ...]


class Left(NamedTuple):
    """Something that a person has to mend: where it stands and why it was left, without any text of the file."""

    place: Place
    why: str
