"""A document's package: its neutral properties, and the bytes, which are the same for the same document."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.package import Package
from lxml import etree

from sostool.report.formats.word.shell import parts_of
from sostool.report.formats.word.tree import written

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
# The first day that a zip can tell of.
_DAY = (1980, 1, 1, 0, 0, 0)
_PACKED = {".png", ".jpg", ".jpeg", ".gif", ".odttf"}


def describe(package: Package, title: str, language: str, day: dt.date) -> None:
    """Write what a document says of itself: title, language and its own date. No author, no program's version."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties", None, {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _INSTANCE}
    )
    moment = f"{day.isoformat()}T00:00:00Z"
    for tag, text in (
        (f"{{{_DC}}}title", title),
        (f"{{{_DC}}}creator", ""),
        (f"{{{_CORE}}}lastModifiedBy", ""),
        (f"{{{_CORE}}}revision", "1"),
        (f"{{{_TERMS}}}created", moment),
        (f"{{{_TERMS}}}modified", moment),
        (f"{{{_DC}}}language", language),
    ):
        element = etree.SubElement(root, tag)
        element.text = text
        if text == moment:
            element.set(f"{{{_INSTANCE}}}type", "dcterms:W3CDTF")
    package.relate_to(
        Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, written(root), package), RT.CORE_PROPERTIES
    )
    app = etree.Element(f"{{{_APP}}}Properties")
    etree.SubElement(app, f"{{{_APP}}}Application").text = "sostool"
    part = Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, written(app), package)
    package.relate_to(part, RT.EXTENDED_PROPERTIES)


def packed(package: Package) -> bytes:
    """Pack a document: the same document gives the same bytes."""
    buffer = io.BytesIO()
    PackageWriter.write(buffer, package.rels, parts_of(package))  # type: ignore[no-untyped-call]
    result = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _DAY)
            is_packed = any(name.endswith(ending) for ending in _PACKED)
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return result.getvalue()
