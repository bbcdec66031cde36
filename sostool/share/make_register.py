"""The chair's register: everything that is held back or let through, from whom, why, and who agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sostool.share.bars import every_part
from sostool.share.making import Making
from sostool.share.saying import says
from sostool.share.view_after import ViewHeld
from sostool.yamlfile.parts import Part


def make_register(making: Making) -> tuple[ViewHeld, ...]:
    """Make the register, for the chair alone."""
    if not making.may("reasons and registers", making.case):
        return ()
    return (*_people(making), *_parts(making), *_protected(making), *_marks(making))


def _people(making: Making) -> Iterator[ViewHeld]:
    for person in making.case.people.values():
        mark = person.must_not_see
        if mark is not None:
            whose = ", ".join(making.names(mark.words_of))
            yield _held(making, "must_not_see", whose, making.names((person.id,)), mark)
        if person.side_of:
            yield ViewHeld("side_of", making.name(person.side_of), making.names((person.id,)), "", "", None, None)


def _parts(making: Making) -> Iterator[ViewHeld]:
    meeting = making.case.meeting
    for item in meeting.attendance if meeting is not None else ():
        if item.part in ("separately", "not-invited"):
            with_ = ", ".join(making.names(item.with_))
            yield ViewHeld(
                item.part,
                with_,
                making.names((item.who,)),
                item.why,
                making.name(item.decided_by),
                item.date,
                None,
            )


def _protected(making: Making) -> Iterator[ViewHeld]:
    for item in making.case.protected:
        yield _held(making, "protected", ", ".join(item.words), _from(making, item.from_), item)


def _marks(making: Making) -> Iterator[ViewHeld]:
    for part in every_part(making.case):
        mark: Any = getattr(part, "withhold", None)
        if mark is not None:
            kind = "withhold" if mark.from_ else "all_but"
            yield _held(making, kind, _says(making, part), _from(making, mark.from_ or mark.all_but), mark)
        cleared: Any = getattr(part, "cleared", None)
        if cleared is not None:
            yield ViewHeld(
                "cleared",
                _says(making, part),
                _from(making, cleared.for_),
                cleared.why,
                making.name(cleared.by),
                cleared.date,
                None,
            )
        if getattr(part, "sensitive", None):
            about = making.names(getattr(part, "about", ()))
            yield ViewHeld("sensitive", _says(making, part), about, "", "", None, None)


def _held(making: Making, kind: str, what: str, from_: tuple[str, ...], mark: Any) -> ViewHeld:
    return ViewHeld(kind, what, from_, mark.why, making.name(mark.agreed_by), mark.date, mark.review_on)


def _from(making: Making, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Give names; `everyone` and `room` stay as they are, for the section to put into words."""
    return tuple(making.name(id_) if id_ in making.case.people else id_ for id_ in ids)


def _says(making: Making, part: Part) -> str:
    """Give what a held-back part says, so that the chair knows which one it is."""
    said = says(part)
    if said:
        return " ".join(said)
    who = getattr(part, "who", "") or getattr(part, "child", "")
    return ", ".join(making.names((who,) if isinstance(who, str) else who))
