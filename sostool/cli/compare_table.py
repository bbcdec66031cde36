"""What has changed between two files, on the terminal and for programs."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sostool.case.paths import by_position
from sostool.findings.finding import Path, path_text
from sostool.report.making.workshop import Workshop
from sostool.report.sections.changes import GROUPS, somebody
from sostool.report.sections.writing import marks, score_text
from sostool.share.make_changes import make_view_since
from sostool.share.readers import Column, reader_codes
from sostool.share.traced import TracedText, traced

if TYPE_CHECKING:
    import datetime as dt

    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.cli.comparing import Compared
    from sostool.report.words.labels import Labels
    from sostool.share.readers import Reader
    from sostool.share.view_changes import ViewChange, ViewChanges, ViewMove, ViewNumber
    from sostool.share.view_item import Hearing

_WIDEST_NAME = 24
_GROUPS = {"room": "the room", "practitioners": "practitioners", "chair": "the chair"}


def as_table(found: Compared, reader: Reader) -> Iterator[str]:
    """Write what has changed for a person: the numbers first, then what was done and what not, a line each."""
    words = Workshop(found.profile).words("en")
    changed = _changed(found, reader)
    yield from _heading(found, reader, words)
    if changed is None:
        yield from ("", _nothing(found))
        return
    if changed.are_none:
        yield from ("", words("changes.none"))
        return
    yield from _numbers(changed, words)
    for label, kinds in GROUPS:
        entries = changed.of(*kinds)
        if entries:
            yield from ("", words(label))
            for entry in entries:
                yield from _entry(entry, words, several=changed.several)
    for label, people in somebody(changed):
        yield from ("", words(label))
        for one in people:
            born = f" ({words.date(one.born)})" if one.born else ""
            yield _cut("  ", one.name, f", {one.relation}{born}" if one.relation else born)
            yield from _not_in_front(one.hearing, words)


def as_positions(found: Compared, reader: Reader) -> Iterator[str]:
    """Write what has changed where nobody may read the file's text: kinds of change and places, no name and no word."""
    told = _told(found, reader)
    yield f"{told['since']} to {told['date']}, for {reader.code}"
    if told["changes"] is None:
        yield _nothing(found)
        return
    lines = [
        *(f"{'number':<17} {one['person']}" for one in told["numbers"]),
        *(f"{one['kind']:<17} {one['later'] or one['earlier'] + ' (earlier file)'}" for one in told["changes"]),
        *(f"{'born':<17} {code}" for code in told["born"]),
        *(f"{'came':<17} {code}" for code in told["came"]),
        *(f"{'went':<17} {code} (earlier file)" for code in told["went"]),
    ]
    yield from lines or ["Nothing has changed."]


def as_json(found: Compared, reader: Reader) -> str:
    """Write what has changed for a program: people by their codes, places by position; no name, no id, no text."""
    return json.dumps({"sostool_compare": 1, **_told(found, reader)}, indent=2, ensure_ascii=False) + "\n"


def _nothing(found: Compared) -> str:
    which = "The earlier file, or one between," if found.between else "The earlier file"
    return f"{which} had nothing for this reader, so there is nothing to compare."


def _changed(found: Compared, reader: Reader, *, with_places: bool = False) -> ViewChanges | None:
    earlier, later = found.earlier.case, found.later.case
    assert earlier is not None
    assert later is not None
    if with_places:
        earlier, later = traced(earlier), traced(later)
    between = [one.case for one in found.between if one.case is not None]
    return make_view_since(later, found.profile, reader, earlier, between).changes


def _heading(found: Compared, reader: Reader, words: Labels) -> Iterator[str]:
    def meeting(read: ReadCase) -> str:
        assert read.case is not None
        assert read.case.meeting is not None
        assert read.case.meeting.date is not None
        return f"{words('meeting.' + read.case.meeting.kind)}, {words.date(read.case.meeting.date)}"

    assert found.later.case is not None
    yield f"{found.later.case.reference}, for {_GROUPS.get(reader.name, reader.name)}"
    meetings = f"{meeting(found.earlier)} → {meeting(found.later)}"
    yield from textwrap.wrap(meetings, _width(), break_long_words=False, break_on_hyphens=False)


def _numbers(changed: ViewChanges, words: Labels) -> Iterator[str]:
    for moves in changed.numbers:
        scale = words("scale.title") if moves.number else words("scale.overall")
        is_one_of_several = bool(moves.number) and changed.several
        yield from ("", _cut(f"{scale} {moves.number}: ", moves.statement, "") if is_one_of_several else scale)
        width = min(_WIDEST_NAME, max(len(move.name) for move in moves.moves))
        cells = [(_score(move.then, words), _score(move.now, words)) for move in moves.moves]
        before = max(len(then) for then, _ in cells)
        after = max(len(now) for _, now in cells)
        for move, (then, now) in zip(moves.moves, cells, strict=True):
            head = f"  {_shortened(move.name, width):<{width}}  {then:>{before}} → {now:<{after}}  "
            yield _cut(head, move.reason, "").rstrip()
            yield from _not_in_front(move.hearing, words)


def _score(number: ViewNumber | None, words: Labels) -> str:
    if number is None:
        return "–"
    return score_text(number.score) if number.score is not None else words("scale.silent")


def _entry(entry: ViewChange, words: Labels, *, several: bool) -> Iterator[str]:
    number = f"{entry.number}. " if entry.number and several and entry.kind.startswith(("danger", "goal")) else ""
    yield _cut(f"  {number}", entry.item.what, _beside(entry, words))
    yield from _not_in_front(entry.hearing, words)
    if entry.kind == "rule-used":
        for used in entry.item.used:
            how = {True: "worked", False: "failed", None: "plain"}[used.worked]
            told = words(f"item.used.{how}", date=words.date(used.date) if used.date else "")
            yield _cut(f"    {told}  ", used.what, "")


def _not_in_front(hearing: Hearing, words: Labels) -> Iterator[str]:
    """Say in front of whom something must not be said."""
    for mark in marks(words, hearing):
        yield "    " + "".join(run.text for run in mark)


def _beside(entry: ViewChange, words: Labels) -> str:
    """Give the day that matters of a change, to stand after what it is about."""
    now, then = entry.now, entry.then
    if entry.kind in ("step-done", "way-done", "goal-reached", "unknown-answered") and now is not None and now.done:
        return f" ({words.date(now.done)})"
    if entry.kind == "step-open" and now is not None:
        was, due = (then.due if then is not None else None), now.due
        moved = f"was due {words.date(was)}" if was and was != due else ""
        still = (
            (f"due {words.date(due)}" if not entry.is_late or moved else f"was due {words.date(due)}") if due else ""
        )
        told = ", now ".join(one for one in (moved, still) if one)
        return f" ({told})" if told else ""
    if entry.kind == "step-new" and now is not None and now.due:
        return f" (due {words.date(now.due)})"
    if entry.kind == "way-new" and now is not None and now.dates:
        return f" ({_day(now, words)})"
    if entry.kind in ("rule-moved", "way-moved") and now is not None and then is not None:
        return f" ({_day(then, words)} → {_day(now, words)})"
    if entry.kind == "step-dropped" and then is not None and then.due:
        return f" (was due {words.date(then.due)})"
    return ""


def _day(item: Any, words: Labels) -> str:
    if item.review_on is not None:
        return words.date(item.review_on)
    return ", ".join(words.when(date) for date in item.dates)


def _cut(head: str, text: str, tail: str) -> str:
    """Put a line together, and cut its text so that it is one line."""
    return f"{head}{_shortened(text, max(20, _width() - len(head) - len(tail)))}{tail}"


def _shortened(text: str, width: int) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= width else f"{one_line[: width - 1].rsplit(' ', 1)[0]}…"


def _width() -> int:
    return max(60, min(120, shutil.get_terminal_size().columns))


def _told(found: Compared, reader: Reader) -> dict[str, Any]:
    later, earlier = found.later, found.earlier
    assert later.case is not None
    assert earlier.case is not None
    changed = _changed(found, reader, with_places=True)
    told: dict[str, Any] = {
        "reader": reader.code,
        "since": _date(earlier.case),
        "date": _date(later.case),
        "numbers": [],
        "changes": None,
        "born": [],
        "came": [],
        "went": [],
    }
    if changed is None:
        return told
    told["numbers"] = [_number_json(found, moves.number, move) for moves in changed.numbers for move in moves.moves]
    told["changes"] = [_entry_json(found, entry, reader) for entry in changed.entries]
    told["born"] = [_code(later.case, one.name) for one in changed.born]
    told["came"] = [_code(later.case, one.name) for one in changed.came]
    told["went"] = [_code(earlier.case, one.name) for one in changed.went]
    return told


def _number_json(found: Compared, number: int, move: ViewMove) -> dict[str, Any]:
    assert found.later.case is not None
    return {
        "scale": number,
        "person": _code(found.later.case, move.name),
        "then": _score_json(move.then),
        "now": _score_json(move.now),
    }


def _score_json(number: ViewNumber | None) -> dict[str, Any] | None:
    return None if number is None else {"score": number.score, "date": number.date.isoformat()}


def _entry_json(found: Compared, entry: ViewChange, reader: Reader) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "earlier": _place(found.earlier, entry.then.what if entry.then else "", reader),
        "later": _place(found.later, entry.now.what if entry.now else "", reader),
        "late": entry.is_late,
    }


def _place(read: ReadCase, text: str, reader: Reader) -> str | None:
    """Give the place of the item that says a text which knows where it stands.

    But for the chair without positions: they would tell how many items stand before it that the reader does not have.
    """
    if not isinstance(text, TracedText):
        return None
    path: Path = text.path[:-1]
    if reader.column is Column.CHAIR:
        return path_text(by_position(path, read.source))
    return path_text(tuple(step for step in path if isinstance(step, str)))


def _code(case: Case, name: str) -> str | None:
    """Give the code of whoever is called by a name that knows where it stands."""
    id_ = str(name.path[1]) if isinstance(name, TracedText) and name.path[:1] == ("people",) else ""
    return reader_codes(case).get(id_)


def _date(case: Case) -> str:
    day: dt.date | None = case.meeting.date if case.meeting is not None else None
    return day.isoformat() if day is not None else ""
