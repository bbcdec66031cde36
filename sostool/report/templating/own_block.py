"""Starting an authority's own drawing of one block: ours, in a file of its own that works as it stands."""

from __future__ import annotations

import re

from sostool.report.templating.our_templates import BLOCK_FILES, our_names, our_text

_MACRO = re.compile(r"^{% macro (\w+)\(.*?{% endmacro %}\n", re.MULTILINE | re.DOTALL)
_IMPORT = re.compile(
    r'^{%-? (?:from "[^"]+" import (?P<names>[\w ,]+)|import "[^"]+" as (?P<name>\w+)) -?%}\n', re.MULTILINE
)
_CALLED = re.compile(r"\b([a-z_]+)\b")


def own_block(name: str) -> str | None:
    """Give our drawing of one block as a file.

    Args:
        name: the file's name, `html/blocks/table.html.j2`.

    Returns:
        Its text; None if this is not the name of a block's drawing.
    """
    if name not in our_names():
        return None
    for blocks, one in BLOCK_FILES.items():
        source = our_text(blocks) or ""
        macros = {found[1]: found[0] for found in _MACRO.finditer(source)}
        for kind, macro in macros.items():
            if name == one.format(kind):
                return _file(blocks, source, kind, macro, set(macros))
    return None


def _file(blocks: str, source: str, kind: str, macro: str, macros: set[str]) -> str:
    words = set(_CALLED.findall(macro))
    imports = [found[0] for found in _IMPORT.finditer(source) if words & _names(found)]
    if used := sorted(words & macros - {kind} & _called(macro)):
        imports.append(f'{{% from "{blocks}" import {", ".join(used)} %}}\n')
    about = f"{{#- How the block “{kind}” is drawn. Change the lines between macro and endmacro. -#}}\n"
    return about + "".join(imports) + macro


def _called(macro: str) -> set[str]:
    return set(re.findall(r"\b([a-z_]+)\(", macro))


def _names(found: re.Match[str]) -> set[str]:
    return set(re.findall(r"\w+", found["names"] or found["name"]))
