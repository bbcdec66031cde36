"""After the meeting: who came, what was decided and why, the outline plan, and the next dates."""

from __future__ import annotations

from dataclasses import replace

from sostool.profile import Profile
from sostool.report.blocks import (
    Block,
    Fact,
    Group,
    Item,
    Items,
    Line,
    PageBreak,
    Paragraphs,
    Run,
    Section,
    Table,
    own,
    typed,
)
from sostool.report.sections.writing import FactList, marks, notes, table_of, with_marks
from sostool.report.words.labels import Labels
from sostool.share.view import View
from sostool.share.view_after import ViewAction, ViewChildPlan, ViewDecision, ViewOutcome
from sostool.share.view_item import Hearing

_NOTHING = ViewOutcome()
# The national data set's codes say nothing to a family.
_KNOW_THE_CODES = ("practitioners", "chair")
# Meetings at which there has been a core group already.
_WITH_A_CORE_GROUP = ("review-conference", "core-group")


def _of(view: View) -> ViewOutcome:
    return view.outcome or _NOTHING


def who_came(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say who came, who sent apologies, how each child took part, and whether enough agencies were there."""
    outcome = _of(view)
    facts = FactList(words)
    came = words.names(outcome.attended)
    facts.line("after.attended", with_marks(words, came, outcome.came_hearing) if came else ())
    apologies = words.names(outcome.apologies)
    facts.line("after.apologies", with_marks(words, apologies, outcome.came_hearing) if apologies else ())
    for item in outcome.participation:
        if not (item.child and (item.code or item.what)):
            continue
        label = words("after.participation", name=item.child)
        known = f"participation.{item.code}"
        how = own(words(known)) if item.code and words.has(known) else ()
        said = (*how, *((Run(" "),) if how and item.what else ()), *typed(item.what))
        facts.facts.append(Fact(label, with_marks(words, said, item.hearing)))
    if outcome.quorum is not None:
        facts.line("after.quorum", _quorum(words, outcome))
        why = typed(outcome.quorum.why)
        facts.line("after.quorum_why", with_marks(words, why, outcome.quorum.hearing) if why else ())
    if not facts.facts:
        return None
    facts.typed("after.minutes_by", outcome.minutes_by)
    return Section("came", own(words("after.who_came")), facts.block())


def _quorum(words: Labels, outcome: ViewOutcome) -> Line:
    quorum = outcome.quorum
    if quorum is None:
        return ()
    said = {True: "yes", False: "no", None: "open"}[quorum.quorate]
    counted = words.line("after.quorum_counted", agencies=words.names(quorum.agencies)) if quorum.agencies else ()
    return (*own(words(f"after.quorum.{said}")), *((Run(" "),) if counted else ()), *counted)


def summary(view: View, words: Labels, profile: Profile) -> Section | None:
    """Give the chair's summary: of what was said with everyone there, and of the reader's own part."""
    outcome = _of(view)
    blocks: list[Block] = []
    if outcome.summary:
        blocks += (*notes(words, outcome.summary_hearing), Paragraphs(outcome.summary))
    for part in outcome.parts:
        if part.summary:
            heading = words.line("cover.part.separately", name=typed(part.who))
            blocks.append(Group(heading, (*notes(words, part.hearing), Paragraphs(part.summary))))
    return Section("summary", own(words("after.summary")), tuple(blocks)) if blocks else None


def decisions(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say what was decided for each child, and why."""
    made = _of(view).decisions
    if not made:
        return None
    groups = tuple(_decision(view, words, decision) for decision in made)
    return Section("decisions", own(words("after.decisions")), groups)


def _decision(view: View, words: Labels, decision: ViewDecision) -> Group:
    careful = notes(words, decision.hearing)
    said = (Paragraphs(words(f"decision.{decision.decision}"), typed=False, tone="lead"),) if decision.decision else ()
    facts = FactList(words)
    facts.line("after.test", own(words(f"test.{decision.test}")) if decision.test else ())
    facts.line("after.categories", _categories(view, words, decision))
    facts.typed("after.reasons", decision.reasons)
    facts.typed("after.who_decided", decision.who_decided)
    heading = typed(decision.child) or own(words("after.all_children"))
    return Group(heading, (*careful, *said, *facts.block()))


def _categories(view: View, words: Labels, decision: ViewDecision) -> Line:
    if not decision.categories:
        return ()
    listed = words.comma.join(words(f"category.{name}") for name in decision.categories)
    if view.reader_kind in _KNOW_THE_CODES:
        return own(words("after.categories_and_code", categories=listed, code=decision.code))
    return own(listed)


def dissent(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say who did not agree, and what they say; or that everyone agreed."""
    said = _of(view).dissent
    if not said:
        return None
    blocks: list[Block] = []
    for item in said:
        if item.none:
            blocks.append(Paragraphs(words("after.all_agreed"), typed=False))
        else:
            who = FactList(words)
            who.typed("item.who", item.who)
            blocks.append(Items((Item(item.says, tuple(who.facts), marks(words, item.hearing)),)))
    return Section("dissent", own(words("after.dissent")), tuple(blocks))


def plans(view: View, words: Labels, profile: Profile) -> tuple[Section, ...]:
    """Write the outline plan of each child: what needs to change, who does what by when, what if it does not."""
    return tuple(
        Section(f"plan-{number}", _plan_heading(words, plan), _plan(words, plan))
        for number, plan in enumerate(_of(view).plans, 1)
    )


def plans_with_reasons(view: View, words: Labels, profile: Profile) -> tuple[Section, ...]:
    """Write the same with why there is a plan, where the decisions do not stand beside it; a page for each child."""
    written: list[Section] = []
    for plan, section in zip(_of(view).plans, plans(view, words, profile), strict=True):
        page = (PageBreak(),) if len(written) < len(_of(view).plans) - 1 else ()
        written.append(replace(section, blocks=(*_reasons(view, words, plan), *section.blocks, *page)))
    return tuple(written)


def _reasons(view: View, words: Labels, plan: ViewChildPlan) -> tuple[Block, ...]:
    """Give the reasons of the child's decision; of every decision where the plan is for all the children."""
    made = [decision for decision in _of(view).decisions if decision.child == plan.child or not plan.child]
    reasons: list[Block] = []
    for decision in made:
        if decision.reasons:
            reasons += notes(words, decision.hearing)
            reasons.append(Paragraphs(decision.reasons))
    return (Group(own(words("after.why_plan")), tuple(reasons)),) if reasons else ()


def _plan_heading(words: Labels, plan: ViewChildPlan) -> Line:
    return words.line("after.plan_for", name=typed(plan.child)) if plan.child else own(words("after.plan"))


def _plan(words: Labels, plan: ViewChildPlan) -> tuple[Block, ...]:
    blocks: list[Block] = [*notes(words, plan.hearing)]
    if plan.needs_to_change:
        changes = Items(tuple(Item(text) for text in plan.needs_to_change))
        blocks.append(Group(own(words("after.needs_to_change")), (changes,)))
    if plan.actions:
        blocks.append(_actions(words, plan.actions))
    facts = FactList(words)
    facts.typed("after.visits", plan.visits)
    for text in plan.further_assessment:
        facts.typed("after.further_assessment", text)
    facts.line("after.contingency", _contingency(words, plan.contingency, plan.contingency_hearing))
    return (*blocks, *facts.block())


def _contingency(words: Labels, text: str, hearing: Hearing) -> Line:
    return with_marks(words, typed(text), hearing) if text else ()


def _actions(words: Labels, actions: tuple[ViewAction, ...]) -> Table:
    columns = ("steps.what", "steps.who", "steps.due", "after.how_we_know")
    rows = tuple(
        (
            _what(words, action),
            words.names(action.who),
            own(words.date(action.due)) if action.due else (),
            typed(action.how_we_know),
        )
        for action in actions
    )
    return table_of(own(words("steps.title")), map(words, columns), rows)


def _what(words: Labels, action: ViewAction) -> Line:
    line = typed(action.what)
    if action.why:
        line = (*line, Run(" "), *typed(action.why))
    return with_marks(words, line, action.hearing)


def what_next(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say who leads, who is in the core group, the dates agreed, and what happens if nothing changes."""
    outcome = _of(view)
    facts = FactList(words)
    facts.typed("after.lead", outcome.lead_social_worker)
    group = words.names(outcome.core_group)
    facts.line("after.core_group", with_marks(words, group, outcome.core_group_hearing) if group else ())
    has_met = view.meeting_kind in _WITH_A_CORE_GROUP
    facts.date("after.core_group_next" if has_met else "after.core_group_date", outcome.core_group_date)
    facts.date("after.review_date", outcome.review_date)
    facts.line("after.contingency", _contingency(words, outcome.contingency, outcome.contingency_hearing))
    return Section("next", own(words("after.next")), facts.block()) if facts.facts else None


def corrections(view: View, words: Labels, profile: Profile) -> Section | None:
    """List what was put right in the record, and who asked for it."""
    asked = _of(view).corrections
    if not asked:
        return None
    entries: list[Item] = []
    for item in asked:
        facts = FactList(words)
        facts.typed("after.asked_by", item.who)
        facts.date("item.date", item.date)
        entries.append(Item(item.what, tuple(facts.facts), marks(words, item.hearing)))
    return Section("corrections", own(words("after.corrections")), (Items(tuple(entries)),))
