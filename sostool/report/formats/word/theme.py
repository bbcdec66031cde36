"""What Word expects beside the styles: a theme and a list of fonts. Our styles say everything themselves."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from sostool.report.formats.word.looks import FIELD, FONT, INK, QUIET, RULE
from sostool.report.formats.word.xml import A, W, w

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COLOURS = {"dk1": INK, "lt1": "FFFFFF", "dk2": QUIET, "lt2": RULE}
_OTHER_COLOURS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_THREE = range(3)  # the standard asks for three of each kind of looks


def complete(main: Part) -> None:
    """Add to a document's main part the theme and the list of fonts that it has not got."""
    there = {rel.reltype for rel in main.rels.values()}
    if RT.THEME not in there:
        theme = Part(PackURI("/word/theme/theme1.xml"), CT.OFC_THEME, _theme().encode(), main.package)
        main.relate_to(theme, RT.THEME)
    if RT.FONT_TABLE not in there:
        fonts = Part(PackURI("/word/fontTable.xml"), CT.WML_FONT_TABLE, _fonts().encode(), main.package)
        main.relate_to(fonts, RT.FONT_TABLE)


def _fonts() -> str:
    font = w("font", w("charset", val="00"), w("family", val="swiss"), w("pitch", val="variable"), name=FONT)
    return f'{_HEAD}<w:fonts xmlns:w="{W}">{font}</w:fonts>'


def _theme() -> str:
    colours = {**_COLOURS, **dict.fromkeys(_OTHER_COLOURS, FIELD)}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    typeface = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    colour = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f"<a:ln>{colour}</a:ln>"
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    fills, lines, effects = ("".join(one for _ in _THREE) for one in (colour, line, effect))
    return (
        f'{_HEAD}<a:theme xmlns:a="{A}" name="sostool"><a:themeElements>'
        f'<a:clrScheme name="sostool">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="sostool"><a:majorFont>{typeface}</a:majorFont><a:minorFont>{typeface}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="sostool"><a:fillStyleLst>{fills}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
