"""What is still open in a case, in the order in which two people talk it through: by danger, then by who acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sostool.case.model import Case
from sostool.case.read import ReadCase
from sostool.findings.finding import Finding, Path
from sostool.findings.result import Topic
from sostool.yamlfile.parts import Part

_OPEN = ("error", "query")
# Whoever these name has to do something themselves; everything else falls to the author of the file.
_ACTS = ("next_steps", "grey_areas", "rules", "trajectory")


def in_order_of_a_talk(read: ReadCase, findings: Iterable[Finding], *, private: bool) -> tuple[Topic, ...]:
    """Put open errors and queries in the order of a supervision talk.

    Args:
        read: the case they were found in.
        findings: what was found; advice is left out.
        private: whether names are left out.

    Returns:
        A topic for each: those of the first danger first, what belongs to no danger last; under a danger person by
        person, the author first; and for each person in the order of the file.
    """
    case = read.case
    open_ = [finding for finding in findings if finding.severity in _OPEN]
    if case is None:
        return tuple(Topic(None, "", None, "", finding) for finding in open_)
    ids = list(case.people)
    topics = []
    for finding in open_:
        path = _by_id(finding.path, ids)
        danger, who = _danger(case, path), _who_acts(case, path)
        position = ids.index(who) if who in case.people else None
        topics.append(
            Topic(
                danger,
                "" if danger is None or private else case.dangers[danger].id,
                position,
                "" if position is None or private else case.people[who].name or who,
                finding,
            )
        )
    author = ids.index(case.meeting.author) if case.meeting and case.meeting.author in case.people else None
    return tuple(sorted(topics, key=lambda topic: _order(topic, len(case.dangers), author)))


def _order(topic: Topic, dangers: int, author: int | None) -> tuple[int, int]:
    return (
        dangers if topic.danger is None else topic.danger,
        -1 if topic.who in (None, author) else topic.who or 0,
    )


def _by_id(path: Path, ids: list[str]) -> Path:
    """Write a person by id again, as the parts of a case are found."""
    match path:
        case ("people", int(position), *rest) if position < len(ids):
            return ("people", ids[position], *rest)
    return path


def _danger(case: Case, path: Path) -> int | None:
    match path:
        case ("dangers", int(position), *_) if position < len(case.dangers):
            return position
    ids = {danger.id: position for position, danger in reversed(list(enumerate(case.dangers))) if danger.id}
    for part in _parts_along(case, path):
        if (pointed_to := getattr(part, "danger", "")) in ids:
            return ids[pointed_to]
        harm = getattr(part, "id", "") if path[:3] == ("map", "worried", "past_harm") else ""
        for position, danger in enumerate(case.dangers):
            if harm and harm in danger.rests_on:
                return position
    return None


def _who_acts(case: Case, path: Path) -> str:
    if not any(step in _ACTS for step in path):
        return case.meeting.author if case.meeting else ""
    for part in _parts_along(case, path):
        for id_ in getattr(part, "who", ()) or ():
            if id_ in case.people and case.people[id_].role != "child":
                return str(id_)
    return case.meeting.author if case.meeting else ""


def _parts_along(case: Case, path: Path) -> Iterator[Part]:
    """Give the parts on the way to a path, the nearest to its end first."""
    found: list[Part] = []
    here: object = case
    for step in path:
        if isinstance(here, Part):
            here = getattr(here, here.attributes.get(str(step), ""), None)
        elif isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, tuple) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            break
        if isinstance(here, Part):
            found.append(here)
    return reversed(found)
