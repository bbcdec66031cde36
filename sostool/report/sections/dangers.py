"""Danger statements with their goals and scales, and the scale over everything."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import (
    Block,
    Fact,
    Facts,
    Figure,
    Group,
    Mark,
    Note,
    Paragraphs,
    Run,
    ScalePicture,
    Section,
    Table,
    own,
    typed,
)
from sostool.report.sections.courses import Round, course_figure, is_from_last_time, rounds_of
from sostool.report.sections.writing import FactList, marks, notes, numbered, score_text, table_of, with_marks
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewDanger, ViewRating, ViewScale


def dangers(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write each danger statement, its goal and its scale as one set."""
    if not view.dangers:
        return None
    several = len(view.dangers) > 1
    sets = tuple(_set(words, danger, number if several else 0) for number, danger in enumerate(view.dangers, 1))
    return Section("worries", own(words("danger.section")), sets)


def _set(words: Labels, danger: ViewDanger, number: int) -> Group:
    blocks: list[Block] = [Note(mark, tone="careful") for mark in marks(words, danger.hearing)]
    facts = FactList(words)
    facts.names("danger.worried", danger.worried)
    facts.names("danger.children", danger.children)
    for other in danger.sees_it_differently:
        says = with_marks(words, typed(other.says), other.hearing, around=danger.hearing)
        facts.facts.append(Fact(words("danger.differently_says", name=other.who), says))
    statement = (Paragraphs(danger.statement, tone="statement"),) if danger.statement else ()
    blocks += [*statement, *facts.block(), _goal(words, danger, number)]
    if danger.scale is not None:
        scale = (*notes(words, danger.scale.hearing, around=danger.hearing), *scale_blocks(words, danger.scale))
        blocks.append(Group(numbered(words, "scale.title", number), scale, tone="scale"))
    return Group(numbered(words, "danger.title", number), tuple(blocks), tone="set", anchor=f"worry-{max(number, 1)}")


def _goal(words: Labels, danger: ViewDanger, number: int) -> Group:
    goal, heading = danger.goal, numbered(words, "goal.title", number)
    if goal is None or not goal.statement:
        return Group(heading, (Paragraphs(words("goal.empty"), typed=False, tone="quiet"),), tone="goal")
    facts = FactList(words)
    facts.names("goal.who_does", goal.who_does)
    facts.names("goal.who_sees", goal.who_sees)
    facts.typed("goal.how_long", goal.how_long)
    facts.date("goal.reached", goal.reached)
    careful = notes(words, goal.hearing)
    return Group(heading, (*careful, Paragraphs(goal.statement, tone="statement"), *facts.block()), tone="goal")


def scales(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write the scales alone, for the wall: the statements and goals stand in the map's columns."""
    given = [(number, danger.scale) for number, danger in enumerate(view.dangers, 1) if danger.scale is not None]
    if not given:
        return None
    several = len(view.dangers) > 1
    groups = tuple(
        Group(numbered(words, "scale.title", number if several else 0), wall_scale(words, scale), tone="scale")
        for number, scale in given
    )
    return Section("scales", own(words("scale.title")), groups if several else groups[0].blocks)


def wall_scale(words: Labels, scale: ViewScale) -> tuple[Block, ...]:
    """Write a scale for the wall: the picture with both its ends, without reasons; a bare line before anyone was asked.

    Only practitioners' and the chair's copies say whose number must not be seen by whom; theirs hang on no wall.
    """
    careful = tuple(
        Note((*typed(rating.name), Run(" – "), *mark), tone="careful")
        for rating in scale.ratings
        for mark in marks(words, rating.hearing)
    )
    return (
        *notes(words, scale.hearing),
        *careful,
        Figure(own(words("scale.caption")), _picture(words, scale), _description(words, scale)),
    )


def overall(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write the scale over everything, where there is one."""
    if view.overall is None:
        return None
    blocks = (*notes(words, view.overall.hearing), *scale_blocks(words, view.overall))
    return Section("overall", own(words("scale.overall")), blocks)


def overall_scale(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write the scale over everything for the wall."""
    if view.overall is None:
        return None
    return Section("overall", own(words("scale.overall")), wall_scale(words, view.overall))


def scale_blocks(words: Labels, scale: ViewScale) -> tuple[Block, ...]:
    """Write a scale: what its ends mean, the picture with the same in words, and why the numbers are apart."""
    ends = FactList(words)
    ends.typed("scale.ten", scale.ten)
    ends.typed("scale.zero", scale.zero)
    ends.typed("scale.child_ten", scale.child_ten)
    ends.typed("scale.child_zero", scale.child_zero)
    differences = FactList(words)
    if scale.differences:
        apart = with_marks(words, typed(scale.differences), scale.differences_hearing, around=scale.hearing)
        differences.line("scale.differences", apart)
    if not scale.ratings:
        return (*ends.block(), Paragraphs(words("scale.empty"), typed=False, tone="quiet"))
    child_ends = tuple(
        fact for fact in ends.facts if fact.label in (words("scale.child_ten"), words("scale.child_zero"))
    )
    figure = Figure(
        own(words("scale.caption")), _picture(words, scale), _description(words, scale), _table(words, scale)
    )
    course = course_figure(words, scale)
    return (
        figure,
        *((course,) if course else ()),
        *((Facts(child_ends, tone="quiet"),) if child_ends else ()),
        *differences.block(),
    )


def _picture(words: Labels, scale: ViewScale) -> ScalePicture:
    rounds = rounds_of(scale)
    return ScalePicture(
        ten=typed(scale.ten),
        zero=typed(scale.zero),
        marks=tuple(_mark(words, rating, rounds) for rating in scale.ratings),
        safe_end="ten" if scale.ten_is_safe else "zero",
    )


def _mark(words: Labels, rating: ViewRating, rounds: list[Round]) -> Mark:
    role = words(f"role.{rating.role}") if rating.role else ""
    if rating.score is None:
        return Mark(rating.name, role, None, rating.before, words("scale.silent"))
    if rating.before is None or is_from_last_time(rating, rounds):
        return Mark(rating.name, role, rating.score, rating.before)
    when = words.month(rating.before_date) if rating.before_date else ""
    was = words("scale.was_in", score=score_text(rating.before), date=when)
    return Mark(rating.name, role, rating.score, None, was)


def _description(words: Labels, scale: ViewScale) -> str:
    sentences = [words("scale.describe")]
    for rating in scale.ratings:
        if rating.score is None:
            sentences.append(words("scale.describe_silent", name=rating.name))
        elif rating.before is not None:
            sentences.append(
                words(
                    "scale.describe_person_before",
                    name=rating.name,
                    score=score_text(rating.score),
                    before=score_text(rating.before),
                )
            )
        else:
            sentences.append(words("scale.describe_person", name=rating.name, score=score_text(rating.score)))
    return " ".join(sentences)


def _table(words: Labels, scale: ViewScale) -> Table:
    with_reasons = any(rating.reason or rating.one_higher for rating in scale.ratings)
    columns = [
        "scale.person",
        "scale.number",
        "scale.date",
        *(("scale.reason", "scale.one_higher") if with_reasons else ()),
    ]
    rows = []
    for rating in scale.ratings:
        name = typed(rating.name)
        for mark in marks(words, rating.hearing):
            name = (*name, Run(" – "), *mark)
        row = [name, own(_number(words, rating)), own(words.date(rating.date)) if rating.date else ()]
        if with_reasons:
            row += [typed(rating.reason), typed(rating.one_higher)]
        rows.append(tuple(row))
    return table_of(own(words("scale.table_caption")), map(words, columns), rows)


def _number(words: Labels, rating: ViewRating) -> str:
    if rating.score is None:
        return words("scale.silent")
    number = score_text(rating.score)
    if rating.before is None:
        return number
    if rating.before_date is None:
        return words("scale.number_before_undated", score=number, before=score_text(rating.before))
    return words(
        "scale.number_before", score=number, before=score_text(rating.before), date=words.date(rating.before_date)
    )
