"""Our own styles, as data: what each part of a document looks like in Word, by the names that Word has for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sostool.report.formats.word.xml import Xml, on, properties, tag_of, w

FONT = "Arial"
INK = "22262A"
QUIET = "50575C"
RULE = "DAD5CD"
FIELD = "8A8F94"

# Lengths in Word's twentieths of a point.
POINT = 20
# How much broader than estimated a text may be in Word's fonts.
SPARE = 1.06
LIST_STEP = 340
FACT_LABEL = 2835
FRAME_HEIGHT = 2900
ORDINARY = 12
_COMPACT_LINE = 280

NUMBERED = "List Number"
BULLETS = "List Bullet"
INNER_BULLETS = "List Bullet 2"
# The names of styles that Word has none for begin so.
OURS = "sostool "
TABLE = "sostool Table"
MAP = "sostool Map"


@dataclass(frozen=True, slots=True)
class Style:
    """One style; lengths in twentieths of a point, `size` as a share of the ordinary type's size.

    `least` is the smallest size in points. `frame` draws a box or a bar: side, line, width in eighths of a point.
    `fill` and colours are `accent`, `tint` or `rrggbb`.
    """

    name: str
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    based_on: str = "Normal"
    size: float = 0
    least: float = 0
    bold: bool = False
    colour: str = ""
    before: int = 0
    after: int = 0
    line: int = 0
    exact: bool = False
    at_least: bool = False
    left: int = 0
    hanging: int = 0
    right: int = 0
    frame: tuple[tuple[str, str, int, str], ...] = ()
    fill: str = ""
    outline: int = -1
    keep_next: bool = False
    keep_lines: bool = False
    tight: bool = False


def _heading(level: int, size: float, least: float, before: int, after: int) -> Style:
    frame = (("top", "single", 6, RULE),) if level == 2 else ()  # noqa: PLR2004 - a section's heading
    return Style(
        f"heading {level}", size=size, least=least, bold=True, colour=INK, before=before * POINT, after=after * POINT,
        outline=level - 1, keep_next=True, keep_lines=True, frame=frame, line=264,
    )  # fmt: skip


_BAR = (("left", "single", 48, INK),)
_GOAL_BAR = (("left", "single", 48, "accent"),)
_NOTICE_BAR = (("left", "single", 36, "accent"),)
_BOX = tuple((side, "single", 12, INK) for side in ("top", "left", "bottom", "right"))
_DASHED = tuple((side, "dashed", 12, INK) for side in ("top", "left", "bottom", "right"))

STYLES: tuple[Style, ...] = (
    Style("Normal", based_on="", after=8 * POINT, line=312),
    _heading(1, 2.2, 26, 0, 6),
    _heading(2, 1.6, 19, 24, 8),
    _heading(3, 1.25, 15, 14, 6),
    _heading(4, 1.05, 12.5, 12, 4),
    _heading(5, 1.05, 12.5, 10, 4),
    _heading(6, 1.05, 12.5, 8, 4),
    Style("Subtitle", size=1.15, colour=INK, after=6 * POINT),
    Style("header", colour=QUIET, size=1, after=0),
    Style("footer", colour=QUIET, size=1, after=0),
    Style("caption", bold=True, before=8 * POINT, after=4 * POINT, keep_next=True, size=1, colour=INK),
    Style(BULLETS, left=LIST_STEP, hanging=LIST_STEP, after=4 * POINT),
    Style(INNER_BULLETS, left=2 * LIST_STEP, hanging=LIST_STEP, after=3 * POINT),
    Style(NUMBERED, left=LIST_STEP + 60, hanging=LIST_STEP + 60, after=4 * POINT),
    Style("List Continue", left=LIST_STEP, after=4 * POINT),
    Style(
        "Quote", size=1.3, left=340, after=8 * POINT, frame=(("left", "single", 24, "accent"),), colour=INK,
        keep_lines=True,
    ),
    Style("sostool Lead", size=1.15, after=6 * POINT),
    Style("sostool Statement", size=1.15, left=280, frame=_BAR, after=6 * POINT),
    Style("sostool Goal", based_on="sostool Statement", left=280, size=1.15, frame=_GOAL_BAR, fill="tint",
          after=6 * POINT),
    Style("sostool Quiet", colour=QUIET, after=6 * POINT),
    Style("sostool Fact", left=FACT_LABEL, hanging=FACT_LABEL, after=4 * POINT, keep_lines=True),
    Style("sostool Facts beside", colour=QUIET, after=6 * POINT, keep_lines=True),
    Style("sostool Facts in a list", based_on="sostool Facts beside", left=LIST_STEP, after=8 * POINT),
    Style("sostool Notice", left=200, right=200, frame=_NOTICE_BAR, fill="tint", keep_lines=True, after=6 * POINT),
    Style("sostool Careful", left=120, right=120, bold=True, frame=_DASHED, keep_lines=True, before=4 * POINT,
          after=6 * POINT),
    Style("sostool Writing line", before=14 * POINT, after=0, colour=FIELD),
    Style("sostool Drawing frame", frame=_BOX, left=120, right=120, line=FRAME_HEIGHT, at_least=True, colour=QUIET,
          before=10 * POINT, after=4 * POINT, keep_next=True),
    Style("sostool Tick box", left=440, hanging=440, after=5 * POINT),
    Style("sostool Picture", after=6 * POINT, keep_next=True, line=240),
    Style("sostool Cell", after=2 * POINT, line=276),
    Style("sostool End of pages", after=0, line=20, exact=True),
    Style("sostool After a table", after=0, line=200),
    Style("sostool End of a scale", left=560, hanging=560, after=4 * POINT, keep_lines=True),
    Style("sostool Cell heading", based_on="sostool Cell", bold=True),
    Style("sostool Tag", kind="character", based_on="", bold=True),
    Style(TABLE, kind="table", based_on=""),
    Style(MAP, kind="table", based_on=""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Colours:
    """What of the looks depends on the document: its accent and its tint, as `RRGGBB`.

    `mirrored` puts bars at the right, where its lines begin; `compact` is for what should fit on one sheet.
    """

    accent: str
    tint: str
    mirrored: bool = False
    compact: bool = False

    def of(self, name: str) -> str:
        """Give a colour by its name, or the colour itself."""
        return {"accent": self.accent, "tint": self.tint}.get(name, name)


def style_element(style: Style, style_id: str, ids: dict[str, str], colours: Colours, ordinary: float) -> Xml:
    """Write a style.

    Args:
        style: what it looks like.
        style_id: its id in the document.
        ids: the ids of the other styles by their names.
        colours: of the document.
        ordinary: the size of ordinary type in points.
    """
    parts = [w("name", val=style.name), w("qFormat")]
    if style.based_on:
        parts.append(w("basedOn", val=ids[style.based_on]))
    if style.kind == "table":
        parts += _table_parts(style.name, colours)
    if colours.compact:
        style = _compact(style)
    if style.kind == "paragraph":
        if style.outline >= 0 or style.name == "caption":
            parts.append(w("next", val=ids["Normal"]))
        parts.append(properties("pPr", *_paragraph(style, colours, ordinary)))
    looks = _letters(style, colours, ordinary)
    if looks:
        parts.append(properties("rPr", *looks))
    more = {"default": "1"} if style.name == "Normal" else {"customStyle": "1"} if style.name.startswith(OURS) else {}
    return properties("style", *parts, type=style.kind, styleId=style_id, **more)


def _compact(style: Style) -> Style:
    """Give a style less room: what should fit on one sheet has none to leave free."""
    size, least, frame = (1.25, 0, ()) if style.outline == 1 else (style.size, style.least, style.frame)
    if style.outline == 0:
        size, least = 0, 20
    return replace(
        style, size=size, least=least, frame=frame, before=round(style.before * 0.4), after=round(style.after * 0.35),
        line=_COMPACT_LINE if style.name == "Normal" else min(style.line, _COMPACT_LINE),
    )  # fmt: skip


def _paragraph(style: Style, colours: Colours, ordinary: float) -> list[Xml]:
    spacing: dict[str, str | int] = {"before": style.before, "after": style.after}
    if style.line:
        spacing |= {"line": style.line, "lineRule": "atLeast" if style.at_least else "exact" if style.exact else "auto"}
    found = [w("spacing", **spacing)]
    if style.left or style.hanging or style.right:
        # What hangs beside larger letters needs more room.
        left, hanging = (round(length * max(ordinary, ORDINARY) / ORDINARY) for length in (style.left, style.hanging))
        found.append(w("ind", left=left, right=style.right, **({"hanging": hanging} if hanging else {})))
    if style.frame:
        found.append(borders("pBdr", style.frame, colours))
    if style.fill:
        found.append(w("shd", val="clear", color="auto", fill=colours.of(style.fill)))
    if style.outline >= 0:
        found.append(w("outlineLvl", val=style.outline))
    found += [on(name) for name, wanted in (("keepNext", style.keep_next), ("keepLines", style.keep_lines)) if wanted]
    return found


def borders(name: str, lines: tuple[tuple[str, str, int, str], ...], colours: Colours) -> Xml:
    """Write borders: for each its side, its line, its width in eighths of a point and its colour."""
    order = ("top", "left", "bottom", "right", "between", "insideH", "insideV")
    space = 0 if name.startswith("t") else 6
    if colours.mirrored:
        sides = {"left": "right", "right": "left"}
        lines = tuple((sides.get(side, side), *rest) for side, *rest in lines)  # type: ignore[misc]
    drawn = [w(side, val=line, sz=width, space=space, color=colours.of(colour)) for side, line, width, colour in lines]
    return w(name, *sorted(drawn, key=lambda line: order.index(tag_of(line))))


def _letters(style: Style, colours: Colours, ordinary: float) -> list[Xml]:
    found = []
    if style.bold:
        found += [on("b"), on("bCs")]
    if style.colour:
        found.append(w("color", val=colours.of(style.colour)))
    if style.size or style.least:
        half_points = round(max(style.size * ordinary, style.least) * 2)
        found += [w("sz", val=half_points), w("szCs", val=half_points)]
    if style.name == "sostool Tag":
        found.append(w("bdr", val="single", sz=8, space=0, color=INK))
    return found


def _table_parts(name: str, colours: Colours) -> list[Xml]:
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in
                                (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))))  # fmt: skip
    if name == MAP:
        lines = tuple((side, "single", 6, FIELD) for side in ("left", "bottom", "right", "insideV"))
        lines += (("top", "single", 36, "accent"),)
    else:
        lines = (("bottom", "single", 6, RULE), ("insideH", "single", 6, RULE))
    head = properties("tcPr", borders("tcBorders", (("bottom", "single", 12, INK),), colours))
    first_row = w(
        "tblStylePr", properties("rPr", on("b"), on("bCs")), *(() if name == MAP else (head,)), type="firstRow"
    )
    first_column = w("tblStylePr", properties("rPr", on("b"), on("bCs")), type="firstCol")
    parts = [properties("tblPr", borders("tblBorders", lines, colours), margins), first_row]
    return parts if name == MAP else [*parts, first_column]
