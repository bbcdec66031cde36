"""What stands in the bytes of a Word document: every text of each of its parts, seen or unseen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from sostool.identity.folded_text import MARKUP, FoldedText
from sostool.report.formats.read_back import text_among_bytes, texts_in

_XML = (".xml", ".rels", ".svg")


def texts_of(data: bytes) -> Iterator[FoldedText]:
    """Give the texts of a Word document.

    A word may be cut into several runs, so that what is shown is joined; what is not shown, such as the words for
    whoever does not see a picture, properties, and where links lead, is among the texts too. The names of elements and
    attributes are the standard's own, and are not.

    Args:
        data: the document.

    Returns:
        The names of its parts; and of each part with text all its texts in their order, with `MARKUP` where an element
        begins or ends, and all values of attributes; of pictures and fonts whatever can be read among their bytes.
        Letters that stand in a picture are in its drawing, not in its dots.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield FoldedText.of("\n".join(package.namelist()))
        for name in package.namelist():
            part = package.read(name)
            if name.endswith(_XML):
                yield from _texts_in(part)
            else:
                yield text_among_bytes(part)


def _texts_in(part: bytes) -> Iterator[FoldedText]:
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        yield from texts_in("html", part)
        return
    yield FoldedText.of(MARKUP.join(map(str, root.itertext())))
    values = [str(value) for element in root.iter() for value in element.attrib.values()]
    # Comments and instructions are text too.
    hidden = [one.text or "" for one in root.iter(etree.Comment, etree.ProcessingInstruction)]
    yield FoldedText.of("\n".join((*values, *hidden, *_before_and_after(root))))


def _before_and_after(root: etree._Element) -> Iterator[str]:
    """Give comments that stand outside of the root."""
    for found in (root.itersiblings(preceding=True), root.itersiblings()):
        for one in found:
            yield one.text or ""
