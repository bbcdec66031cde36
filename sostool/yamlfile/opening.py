"""From the bytes of a file to its text and its tree of nodes, with everything wrong with the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.findings.finding import START
from sostool.yamlfile.characters import unwanted_characters, without_control_characters
from sostool.yamlfile.composer import compose_mended
from sostool.yamlfile.decoding import MOST_BYTES, decode
from sostool.yamlfile.lost import cut_off
from sostool.yamlfile.source import Source
from sostool.yamlfile.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable


def open_source(data: bytes, name: str, known: Callable[[], frozenset[str]]) -> tuple[Source, list[Trouble]]:
    """Read a file's bytes as far as the text goes; what its keys mean is left to the parts.

    Args:
        data: the bytes, at most one more than `MOST_BYTES`.
        name: what the file is called in messages.
        known: gives the keys the file may have.

    Returns:
        The source, its root None where there is nothing to read on, and what is wrong with the text.
    """
    if len(data) > MOST_BYTES:
        message = f"This file is larger than {MOST_BYTES // 1_000_000} MB, and no case file is."
        return Source(name, "", None), [Trouble("YA103", message, "Look whether it is the right file.", START)]
    text, troubles = decode(data)
    if troubles and not text:
        return Source(name, text, None), troubles
    unwanted = unwanted_characters(text)
    # Without its control characters, which libyaml refuses, the rest of the file can still be read.
    composed = compose_mended(without_control_characters(text) if unwanted else text, known)
    source = Source(name, text, composed.root, composed.text)
    return source, [*troubles, *unwanted, *composed.troubles, *cut_off(source)]
