from __future__ import annotations

import dataclasses

from browser.sample_document import NOT_DEAN, REPORT, SCALE, fact

from sostool.report.blocks import (
    Block,
    Columns,
    Document,
    Facts,
    Group,
    Item,
    Items,
    Note,
    Paragraphs,
    Section,
    Table,
    own,
)
from sostool.report.formats.html import html
from sostool.report.formats.sheet import SIZES, SMALLEST, type_size
from sostool.report.templating.templates import Templates

SENTENCE = "Dean, Ray and Priya write down what Dean does and who he rings when he is angry or wants a drink."


def map_of(*blocks: Block, sections: tuple[Section, ...] = ()) -> Document:
    columns = Columns(tuple(Group(own("What are we worried about?"), blocks) for _ in range(3)))
    return dataclasses.replace(
        REPORT, page="a3-landscape", sections=(Section("map", own("The map"), (columns,)), *sections)
    )


def items(count: int) -> Items:
    return Items(tuple(Item(SENTENCE, (fact("Who", "Dean"),), (NOT_DEAN,)) for _ in range(count)))


def test_type_is_the_smaller_the_more_there_is_to_say() -> None:
    sizes = [type_size(map_of(items(count))) for count in range(1, 14)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0]
    assert sizes[-1] == SMALLEST
    assert len(set(sizes)) > 3


def test_type_is_never_too_small_to_read() -> None:
    assert type_size(map_of(items(500))) == SMALLEST == 12


def test_the_scale_beside_the_columns_takes_its_room() -> None:
    beside = (Section("scale", own("How safe is it?"), (SCALE,)),)
    assert any(
        type_size(map_of(items(count), sections=beside)) < type_size(map_of(items(count))) for count in range(1, 12)
    )


def test_every_kind_of_block_takes_room() -> None:
    text = SENTENCE * 3
    filled = items(5)
    for block in (
        Paragraphs(text + "\n- " + text),
        Facts((fact("Who", text),)),
        Note(own(text)),
        Group(own(text), (Paragraphs(text),)),
        Table(own(text), ("Who",), ()),
    ):
        assert type_size(map_of(filled, *(block,) * 4)) < type_size(map_of(filled)), block


def test_the_page_carries_the_size_only_where_it_is_a_wall_map() -> None:
    assert b'<body class="kind-report on-a3-landscape type-20">' in html(map_of(items(1)), Templates())
    assert b'<body class="kind-report on-a4-portrait">' in html(REPORT, Templates())
