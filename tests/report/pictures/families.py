"""Families for the tests of their pictures, and what has to hold of each drawing."""

from __future__ import annotations

from hypothesis import strategies as st
from report.pictures.measuring import box_of, met, names, outside, words_of

from sostool.report.blocks import FamilyPicture, Relative
from sostool.report.pictures.drawing import Box
from sostool.report.pictures.family import Card, FamilyDrawing, Home, groups_of


@st.composite
def any_families(draw: st.DrawFn) -> FamilyPicture:
    """Any people, homes and parents, whether they make sense or not."""
    people = draw(st.lists(st.builds(Relative, name=names, detail=names, generation=st.integers(0, 3)), max_size=9))
    if not people:
        return FamilyPicture((), (), ())
    somebody = st.integers(0, len(people) - 1)
    homes = draw(st.lists(st.lists(somebody, max_size=5, unique=True).map(tuple), max_size=3))
    parents = draw(st.lists(st.tuples(somebody, somebody), max_size=12))
    return FamilyPicture(tuple(people), tuple(homes), tuple(parents))


@st.composite
def usual_families(draw: st.DrawFn) -> FamilyPicture:
    """Families in which parents are one generation above their children, and everybody is in one home at most."""
    short = st.text(alphabet="abcdefghij", min_size=1, max_size=8)
    people = draw(
        st.lists(st.builds(Relative, name=short, detail=short, generation=st.integers(0, 2)), min_size=1, max_size=9)
    )
    where = draw(st.tuples(*(st.integers(0, 3) for _ in people)))
    homes = tuple(tuple(at for at, home in enumerate(where) if home == number) for number in (1, 2, 3))
    pairs = [
        (parent, child)
        for parent, above in enumerate(people)
        for child, below in enumerate(people)
        if below.generation - above.generation == 1
    ]
    parents = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=10)) if pairs else []
    return FamilyPicture(tuple(people), homes, tuple(parents))


def box(shape: Card | Home) -> Box:
    """Give the room that a card or a frame takes."""
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def contains(outer: Box, inner: Box) -> bool:
    """Tell whether one box lies in another."""
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def stands_well(drawing: FamilyDrawing, picture: FamilyPicture) -> None:
    """Hold what is true of each drawing: nothing meets, nothing is outside, everybody is there and at home."""
    cards = list(map(box, drawing.cards))
    homes = list(map(box, drawing.homes))
    assert met(cards) == []
    assert met(homes) == []
    assert outside([*cards, *homes], drawing.width, drawing.height) == []
    for card in drawing.cards:
        written = box_of(card.label)
        assert written is None or contains(box(card), written)
    told = sorted(words_of([card.label.name, card.label.detail]) for card in drawing.cards if not card.again)
    assert told == sorted("".join(f"{one.name}{one.detail}".split()) for one in picture.people)
    framed = [
        sorted(words_of([card.label.name]) for card in drawing.cards if contains(home, box(card))) for home in homes
    ]
    groups = groups_of(picture)[: len(homes)]
    assert sorted(framed) == sorted(
        sorted("".join(picture.people[person].name.split()) for person, _ in group) for group in groups
    )
    for link in drawing.links:
        for x, y, end, low in link.strokes:
            assert 0 <= min(x, end) <= max(x, end) <= drawing.width
            assert 0 <= min(y, low) <= max(y, low) <= drawing.height


def ends_of(drawing: FamilyDrawing) -> list[tuple[set[str], set[str]]]:
    """Say for each union whose cards its dots touch, and whose its tips."""
    touching = []
    for link in drawing.links:
        at_dots, at_tips = (
            {
                words_of([card.label.name])
                for card in drawing.cards
                for x, y in ends
                if card.x <= x <= card.x + card.width and card.y <= y <= card.y + card.height
            }
            for ends in (link.dots, (*link.tips, *link.side_tips))
        )
        touching.append((at_dots, at_tips))
    return touching
