"""The styles of one document: an authority's own where its template has them, and ours for whatever it lacks."""

from __future__ import annotations

import copy
import re
from functools import lru_cache

from sostool.report.formats.word.looks import FONT, STYLES, Colours, style_element
from sostool.report.formats.word.tree import Element, attribute, parsed, put_property, root_of
from sostool.report.formats.word.xml import W, properties, w

_USUAL = 10.0  # points, where a template says nothing
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9]")


class Styles:
    """Gives the ids of styles by their names, and adds those that are missing."""

    def __init__(self, root: Element, colours: Colours, ordinary: float) -> None:
        """Take a part of styles, and add to it what documents need.

        Args:
            root: `w:styles`, of a template or a new one; it is changed.
            colours: of the document.
            ordinary: the size of ordinary type in points; 0 keeps the template's.
        """
        self.root = root
        self._ids: dict[str, str] = {}
        theirs = {(attribute(one, "type"), _name(one)): one for one in root.findall(f"{{{W}}}style")}
        taken = {attribute(one, "styleId").lower() for one in theirs.values()}
        missing = []
        for style in STYLES:
            found = theirs.get((style.kind, style.name.casefold()))
            if found is not None:
                self._ids[style.name] = attribute(found, "styleId")
                continue
            missing.append(style)
            self._ids[style.name] = _free_id(style.name, taken)
            taken.add(self._ids[style.name].lower())
        for style in missing:
            root.append(
                parsed(style_element(style, self._ids[style.name], self._ids, colours, ordinary or self._their_size()))
            )
        if ordinary and missing != list(STYLES):
            self._enlarge(theirs, ordinary)

    def id(self, name: str) -> str:
        """Give a style's id."""
        return self._ids[name]

    def speak(self, language: str, direction: str) -> None:
        """Set the language of all text that says no other.

        Args:
            language: as Word names it.
            direction: of the document.
        """
        for spoken in list(self.root.iter(f"{{{W}}}lang")):
            parent = spoken.getparent()
            if parent is not None:
                parent.remove(spoken)
        bidi = language if direction == "rtl" else "ar-SA"
        put_property(self._defaults(), "rPr", w("lang", val=language, eastAsia=language, bidi=bidi))

    def has_bullets(self, name: str) -> bool:
        """Tell whether a style, or one that it is based on, draws marks of a list by itself."""
        by_id = {attribute(one, "styleId"): one for one in self.root.findall(f"{{{W}}}style")}
        style_id = self._ids[name]
        for _ in range(len(by_id)):
            style = by_id.get(style_id)
            if style is None:
                return False
            if style.find(f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId") is not None:
                return True
            style_id = attribute(style.find(f"{{{W}}}basedOn"), "val")
        return False

    def _their_size(self) -> float:
        """Give the size of a template's ordinary type in points."""
        normal = self.root.find(f"{{{W}}}style[@{{{W}}}default='1'][@{{{W}}}type='paragraph']/{{{W}}}rPr/{{{W}}}sz")
        found = normal if normal is not None else self.root.find(f"{{{W}}}docDefaults/*/*/{{{W}}}sz")
        written = attribute(found, "val")
        return int(written) / 2 if written.isdigit() and int(written) else _USUAL

    def _defaults(self) -> Element:
        """Give the properties that all runs have."""
        found = self.root
        for name in ("docDefaults", "rPrDefault", "rPr"):
            inner = found.find(f"{{{W}}}{name}")
            if inner is None:
                inner = parsed(w(name))
                found.insert(0, inner)
            found = inner
        return found

    def _enlarge(self, theirs: dict[tuple[str, str], Element], ordinary: float) -> None:
        """Let a template's own styles be as large as the document asks for: what hangs on a wall is read from afar."""
        for style in STYLES:
            element = theirs.get((style.kind, style.name.casefold()))
            if element is None or style.kind != "paragraph" or style.name in ("header", "footer"):
                continue
            wanted = round(ordinary * (style.size or 1) * 2)
            looks = element.find(f"{{{W}}}rPr")
            if looks is None:
                looks = parsed(w("rPr"))
                element.append(looks)
            put_property(looks, "rPr", w("sz", val=wanted))
            put_property(looks, "rPr", w("szCs", val=wanted))


def our_styles(colours: Colours, ordinary: float) -> Element:
    """Make a part of styles that has all of ours."""
    return copy.deepcopy(_our_styles(colours, ordinary))


@lru_cache(maxsize=32)
def _our_styles(colours: Colours, ordinary: float) -> Element:
    root = _new_styles(ordinary)
    Styles(root, colours, ordinary)
    return root


def _new_styles(ordinary: float) -> Element:
    """Make a part of styles with nothing but what all text has: our font, and the size of ordinary type in points."""
    half_points = round(ordinary * 2)
    letters = properties(
        "rPr",
        w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT),
        w("sz", val=half_points),
        w("szCs", val=half_points),
    )
    root = root_of("styles")
    root.append(parsed(w("docDefaults", w("rPrDefault", letters), w("pPrDefault"))))
    return root


def _name(style: Element) -> str:
    return attribute(style.find(f"{{{W}}}name"), "val").casefold()


def _free_id(name: str, taken: set[str]) -> str:
    base = found = _NOT_IN_IDS.sub("", name.title() if name == name.lower() else name)
    number = 2
    while found.lower() in taken:
        found = f"{base}{number}"
        number += 1
    return found
