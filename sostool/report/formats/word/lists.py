"""The lists of one document: bullets, and numbers that begin anew with each list."""

from __future__ import annotations

from sostool.report.formats.word.looks import LIST_STEP
from sostool.report.formats.word.tree import Element, attribute, parsed, root_of
from sostool.report.formats.word.xml import W, Xml, properties, w

_BULLETS = ("•", "–", "•")
_LEVELS = 3


class Lists:
    """Adds our own lists to those of a template."""

    def __init__(self, root: Element | None) -> None:
        """Take a part of numbering; a new one is made where there is none."""
        self.root = root_of("numbering") if root is None else root
        self._next = 1 + max((_number(one, "numId") for one in self.root.findall(f"{{{W}}}num")), default=0)
        first = 1 + max((_number(one, "abstractNumId") for one in self.root.findall(f"{{{W}}}abstractNum")), default=0)
        self._numbered = first + 1
        before = self.root.findall(f"{{{W}}}abstractNum")
        place = self.root.index(before[-1]) + 1 if before else 0
        bullets = [_level(level, "bullet", _BULLETS[level]) for level in range(_LEVELS)]
        numbers = [_level(level, "decimal", f"%{level + 1}.") for level in range(_LEVELS)]
        for at, levels in enumerate((bullets, numbers)):
            abstract = w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=first + at)
            self.root.insert(place + at, parsed(abstract))
        self.bullets = self._add(first)

    def numbers(self) -> int:
        """Give a list that counts from one."""
        start = w("lvlOverride", w("startOverride", val=1), ilvl=0)
        return self._add(self._numbered, start)

    def _add(self, abstract: int, *overrides: Xml) -> int:
        number = self._next
        self._next += 1
        added = parsed(w("num", w("abstractNumId", val=abstract), *overrides, numId=number))
        others = self.root.findall(f"{{{W}}}num")
        self.root.insert(self.root.index(others[-1]) + 1 if others else _after_abstract(self.root), added)
        return number


def _after_abstract(root: Element) -> int:
    return 1 + max((root.index(one) for one in root.findall(f"{{{W}}}abstractNum")), default=-1)


def _level(level: int, kind: str, text: str) -> Xml:
    step = LIST_STEP + (60 if kind == "decimal" else 0)
    place = properties("pPr", w("ind", left=step * (level + 1), hanging=step))
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        place,
        ilvl=level,
    )


def _number(element: Element, name: str) -> int:
    written = attribute(element, name)
    return int(written) if written.isdigit() else 0
