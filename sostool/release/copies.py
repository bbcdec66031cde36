"""The copies there are to let go: each reader's documents as they would be made now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sostool.release.judging import hash_of_copy
from sostool.report.blocks import Document
from sostool.report.making.kinds import Kind
from sostool.report.making.maker import FORMATS, Maker, Refused
from sostool.report.making.pack import NotMade, is_for
from sostool.report.templating.templates import Templates
from sostool.share.readers import Reader


class Copy(NamedTuple):
    """One reader's document as it would be made now, and the hash that an approval of it holds."""

    kind: Kind
    reader: Reader
    document: Document
    content: str


def one_copy(maker: Maker, templates: Templates, kind: Kind, reader: Reader) -> Copy:
    """Make a copy in every format, so that what cannot be handed out is not approved either.

    Raises:
        Refused: the file's content does not allow it.
        LabelMistakeError: a label file or the profile has a mistake.
        TemplateMistake: a template or a wording has one.
    """
    maker.make(kind, reader, FORMATS)
    return undrawn_copy(maker, templates, kind, reader)


def undrawn_copy(maker: Maker, templates: Templates, kind: Kind, reader: Reader) -> Copy:
    """Make a copy only as far as its hash needs it.

    Raises:
        Refused: the file's content does not allow it.
    """
    document = maker.document(kind, reader)
    return Copy(kind, reader, document, hash_of_copy(document, templates))


def copies(
    maker: Maker, templates: Templates, kinds: Iterable[Kind], readers: Iterable[Reader]
) -> Iterator[Copy | NotMade]:
    """Make every copy that readers get of some kinds of document; blank sheets are not let go by anybody.

    Yields:
        Each copy; or what cannot be made, and why.
    """
    wanted = [kind for kind in kinds if not kind.blank]
    for reader in readers:
        for kind in wanted:
            if is_for(maker.case, kind, reader):
                try:
                    yield one_copy(maker, templates, kind, reader)
                except Refused as refused:
                    yield NotMade(kind.name, reader, refused)
