"""The chair's page of who sees what."""

from __future__ import annotations

from sostool.case.paths import by_id
from sostool.case.people import name_of
from sostool.case.read import ReadCase
from sostool.findings.finding import Path, path_text
from sostool.report.blocks import Section, typed
from sostool.report.making.kinds import Kind
from sostool.report.making.maker import Made, Maker
from sostool.report.making.pack import called
from sostool.report.sections.who_sees import Naming, one_reader_sections, who_sees_sections
from sostool.report.words.labels import Labels
from sostool.share.readers import CHAIR, Column, Reader
from sostool.share.who_sees import Row, WhoSees

KIND = Kind("who-sees", (), frozenset((Column.CHAIR,)), page="a4-landscape")
_LONGEST = 70


def make_who_sees(
    maker: Maker, read: ReadCase, table: WhoSees, formats: tuple[str, ...], *, one: bool = False
) -> list[Made]:
    """Make the page, for the chair alone.

    Args:
        maker: makes the documents of the case.
        read: the case as it was read.
        table: the items and the readers.
        formats: of the page.
        one: whether it is about one reader, with the reasons beside each item.

    Raises:
        LabelMistakeError: a label file or the profile has a mistake.
        TemplateMistake: a template has one.
    """

    def write(words: Labels) -> tuple[Section, ...]:
        naming = naming_for_chair(read, maker, words)
        return one_reader_sections(words, naming, table) if one else who_sees_sections(words, naming, table)

    return maker.framed(KIND, Reader(CHAIR, CHAIR, Column.CHAIR), write, formats)


def naming_for_chair(read: ReadCase, maker: Maker, words: Labels) -> Naming:
    """Call everything by its name."""
    case = maker.case

    def place(path: Path) -> str:
        return path_text(by_id(path, read.source))

    def says(row: Row) -> str:
        said = " ".join(row.says.split())
        return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]}…"

    return Naming(lambda id_: typed(name_of(case, id_)), lambda reader: called(case, words, reader), place, says)
