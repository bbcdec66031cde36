"""A child's own page: their words, the words agreed for them, and who will help."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import (
    Block,
    Columns,
    Group,
    Item,
    Items,
    Line,
    OwnWords,
    Panel,
    Panels,
    Paragraphs,
    Prose,
    Section,
    Space,
    WordsGroup,
    own,
    typed,
)
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewPerson

_HOUSES = ("worries", "good_things", "dreams")
_LINES_IN_AN_EMPTY_HOUSE = 4


def my_words(view: View, words: Labels, profile: Profile) -> Section | None:
    """Give the child's own words in three houses; an empty one is for drawing and writing in."""
    houses = tuple(Group(own(words(f"child.{house}")), _house(view, house), anchor=house) for house in _HOUSES)
    said = [sentence for voice in view.voices for sentence in voice.words]
    more: tuple[Block, ...] = (OwnWords((), (WordsGroup(words("child.words"), tuple(said)),)),) if said else ()
    return Section("my-words", own(words("child.my_words")), (Columns(houses, tone="houses"), *more))


def _house(view: View, house: str) -> tuple[Block, ...]:
    said = [sentence for voice in view.voices for sentence in getattr(voice, house)]
    if not said:
        return (Space(_LINES_IN_AN_EMPTY_HOUSE),)
    return (OwnWords((), (WordsGroup("", tuple(said)),)),)


def told(view: View, words: Labels, profile: Profile) -> Section | None:
    """Give the words that were agreed for this child, with frames to draw in."""
    agreed = view.words_for_child
    if agreed is None:
        return None
    panels = tuple(Panel(typed(picture.text), typed(picture.draw)) for picture in agreed.pictures)
    blocks: tuple[Block, ...] = tuple(Paragraphs(text) for text in agreed.text)
    return Section("told", own(words("child.told")), (*blocks, *((Panels(panels),) if panels else ())))


def agreed(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say what the children know of the safety plan."""
    if not view.plan.children_know:
        return None
    entries = Items(tuple(Item(text) for text in view.plan.children_know))
    return Section("agreed", own(words("child.agreed")), (entries,))


def who_helps(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say who will help, and whom a child can ring."""
    helpers = [person for person in view.people if person.role != "child"]
    listed = (Prose(tuple(words.line("child.helper", **_helper(words, person)) for person in helpers), "bullets"),)
    return Section("who-helps", own(words("child.who_helps")), (*(listed if helpers else ()), *words.wording("child")))


def _helper(words: Labels, person: ViewPerson) -> dict[str, Line]:
    who = typed(person.relation) or own(words(f"role.{person.role}"))
    return {"name": typed(person.name), "who": who}
