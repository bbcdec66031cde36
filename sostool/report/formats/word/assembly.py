"""The parts of a document are put together into its bytes."""

from __future__ import annotations

import datetime as dt

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from sostool.report.formats.word.lists import Lists
from sostool.report.formats.word.package import describe, packed
from sostool.report.formats.word.shell import Shell, add_part, settings_of
from sostool.report.formats.word.theme import complete
from sostool.report.formats.word.xml import NAMESPACES, Xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def assembled(shell: Shell, body: list[Xml], lists: Lists, language: str, title: str, day: dt.date) -> bytes:
    """Put a document together.

    Args:
        shell: what it is written into, with its styles and what frames its pages.
        body: all that stands in it, the frame of its last pages too.
        lists: that stand in it.
        language: of its own words, as Word names it.
        title: what it says of itself.
        day: the day that it says it is of.

    Returns:
        The `.docx`.
    """
    declared = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    content = f"{_HEAD}<w:document{declared}><w:body>{''.join(body)}</w:body></w:document>"
    shell.main._blob = content.encode()  # noqa: SLF001 - a part's content can be given in no other way
    add_part(shell, "/word/styles.xml", CT.WML_STYLES, RT.STYLES, shell.styles)
    add_part(shell, "/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, lists.root)
    add_part(shell, "/word/settings.xml", CT.WML_SETTINGS, RT.SETTINGS, settings_of(shell, language))
    complete(shell.main)
    describe(shell.package, title, language, day)
    return packed(shell.package)
