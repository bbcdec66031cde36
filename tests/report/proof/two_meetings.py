"""Two files of one made-up family, and what a reader must not get of either: worked out from plain data alone.

Of the earlier file that is held back which its own marks hold back, which the people and marks of the later file would
hold back, and what is the same thing as something that is held back in the later one.
"""

from __future__ import annotations

import copy
import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from report.proof.families import FAMILY, RULE, families
from report.proof.plain import Data, Path, at, entries, mappings, swept, under, without
from report.proof.readers import CHAIR, PRACTITIONERS, Who, reader
from report.proof.redact import _Holding, held_back

STEPS: Path = ("map", "needs_to_happen", "next_steps")
LISTS: tuple[Path, ...] = (
    ("map", "worried", "past_harm"),
    ("map", "worried", "complicating"),
    ("map", "worried", "grey_areas"),
    ("map", "working_well", "strengths"),
    ("map", "working_well", "existing_safety"),
    ("map", "needs_to_happen", "next_steps"),
    ("safety_plan", "rules"),
    ("safety_plan", "bottom_lines"),
    ("trajectory",),
)
_AROUND: tuple[Path, ...] = (
    ("map",), ("map", "worried"), ("map", "working_well"), ("map", "needs_to_happen"), ("safety_plan",), ("scale",),
)  # fmt: skip
_TEXT = re.compile(r"text (\d+) of this family")
_MARKS = ("withhold", "cleared")
_WHOLLY = 2
_WHOM = st.lists(st.sampled_from(FAMILY), min_size=1, max_size=3, unique=True)


def _rating(number: int, day: str) -> st.SearchStrategy[Data]:
    def made(who: str, score: str, marks: Data) -> Data:
        return {"who": who, "date": day, "score": score, "reason": _five(f"r{number}{who}{score}")} | marks

    withheld = st.builds(
        lambda whom: {"withhold": {"from": whom}},
        _WHOM,
    )
    return st.builds(
        made,
        st.sampled_from(("lisa", "dean", "mia", "priya")),
        st.sampled_from(("3", "4")),
        st.one_of(st.just({}), withheld),
    )


@st.composite
def two_meetings(draw: st.DrawFn) -> tuple[Data, Data]:
    """Give the cases of two meetings: the later has items of its own, and of the earlier one some, with new marks."""
    earlier, later = _unlike(draw(families()), "q"), _unlike(draw(families()), "x")
    later = _months_later(later)
    for id_, person in later["people"].items():
        marks = {key: person[key] for key in ("must_not_see", "side_of") if key in person}
        kept = {key: value for key, value in earlier["people"][id_].items() if key not in ("must_not_see", "side_of")}
        later["people"][id_] = kept | marks
    for number, danger in enumerate(later["dangers"]):
        before = earlier["dangers"][number]
        _like(danger, before, "children")
        if draw(st.booleans()):
            danger["statement"] = before["statement"]
        for scale in (before.setdefault("scale", {"ten": "t"}), danger.setdefault("scale", {"ten": "t"})):
            scale.setdefault("ratings", [])
        before["scale"]["ratings"] += draw(st.lists(_rating(number, "2026-03-10"), max_size=4))
        carried = [_carried(draw, rating) for rating in before["scale"]["ratings"] if draw(st.booleans())]
        new = draw(st.lists(_rating(number + 2, "2026-06-10"), max_size=4))
        danger["scale"]["ratings"] = [*carried, *danger["scale"]["ratings"], *new]
    for case in (earlier, later):
        # Two lines about one person that say different things are for nobody to tell which holds.
        lines = {line["who"]: line for line in case["meeting"].get("attendance", [])}
        case["meeting"]["attendance"] = list(lines.values())
    for path in LISTS:
        before = at(earlier, path) or []
        carried = [one for item in before for one in _carried_on(draw, item)]
        _add(later, path, carried)
    _agreed_then(draw, earlier, later)
    if draw(st.booleans()):
        _changed_rule(draw, earlier, later)
    return tuple(swept(_without_references(case)) for case in (earlier, later))


@st.composite
def three_meetings(draw: st.DrawFn) -> tuple[Data, Data, Data]:
    """Give the cases of three meetings: that between the first and the last holds back the items of the first."""
    earlier, later = draw(two_meetings())
    between = copy.deepcopy(earlier)
    between["meeting"]["date"] = "2026-05-05"
    for path in LISTS:
        for _, item in entries(between, path):
            if isinstance(item, dict):
                item["withhold"] = {"from": draw(_WHOM)}
    return earlier, between, later


def _agreed_then(draw: st.DrawFn, earlier: Data, later: Data) -> None:
    """Let some of what the earlier meeting agreed be steps of the later file."""
    carried = [
        one
        for _, action in _actions(earlier)
        for one in _carried_on(draw, {"what": action} if isinstance(action, str) else action)
    ]
    no_steps = ("why", "how_we_know")
    steps = [{key: value for key, value in action.items() if key not in no_steps} for action in carried]
    _add(later, STEPS, steps)


def _changed_rule(draw: st.DrawFn, earlier: Data, later: Data) -> None:
    """Let one rule stand in both files, each with its own marks, done and looked at as before or otherwise."""
    for case in (earlier, later):
        rule = draw(RULE) | {"what": _five("rule")}
        for key in rule.keys() & {"when", "if_not"}:
            rule[key] = draw(_then_or_now(key))
        if "check" in rule:
            rule["check"]["how"] = draw(_then_or_now("how"))
        for number, used in enumerate(rule.get("used", [])):
            used["what"] = _five(f"used{number}")
        _add(case, ("safety_plan", "rules"), [rule])


def _five(start: str) -> str:
    return " ".join(f"{start}{end}" for end in "abcde")


def _then_or_now(key: str) -> st.SearchStrategy[str]:
    return st.sampled_from((_five(f"{key}then"), _five(f"{key}now")))


def _add(case: Data, path: Path, items: list[Data]) -> None:
    here = case
    for step in path[:-1]:
        here = here.setdefault(step, {})
    here.setdefault(path[-1], []).extend(items)


def _carried_on(draw: st.DrawFn, item: Data) -> list[Data]:
    """Carry an item on, in its own words or in others, or both, or not at all."""
    how = draw(st.sampled_from(((False,), (True,), (False, True), (), ())))
    return [_in_other_words(one) if is_other else one for is_other in how for one in [_carried(draw, item)]]


def _in_other_words(item: Data) -> Data:
    """Put another word for the last one of what an item says."""
    if isinstance(item, str):
        return f"{item[:-1]}f"
    return item | {"what": f"{item['what'][:-1]}f"}


def _carried(draw: st.DrawFn, item: Data) -> Data:
    """Carry an item on as it was, or with other marks of holding back, or with none."""
    if isinstance(item, str):
        return item
    carried = {key: copy.deepcopy(value) for key, value in item.items() if key != "id"}
    how = draw(st.sampled_from(("as it was", "open", "withheld", "done", "check withheld", "otherwise")))
    if how in ("open", "withheld"):
        for mark in _MARKS:
            carried.pop(mark, None)
    if how == "withheld":
        carried["withhold"] = {"from": draw(_WHOM)}
    if how == "check withheld" and "check" in carried:
        carried["check"] |= {"withhold": {"from": draw(_WHOM)}}
    if how == "otherwise" and "what" in carried:
        for key in sorted({"who", "when", "if_not", "check"} & carried.keys()):
            if draw(st.booleans()):
                del carried[key]
    return carried


def _like(item: Data, other: Data, key: str) -> None:
    item.pop(key, None)
    if key in other:
        item[key] = other[key]


def _unlike(case: Data, letter: str) -> Data:
    """Put for each free text words that stand in no other, so that nothing is like anything else."""

    def words(found: re.Match[str]) -> str:
        return _five(f"{letter}{found[1]}")

    return _mapped(case, lambda text: _TEXT.sub(words, text))


def _months_later(case: Data) -> Data:
    return _mapped(case, lambda text: re.sub(r"^2026-03-(\d\d)$", r"2026-06-\1", text)) | {"reference": "EX-0901"}


def _mapped(data: Data, change: Any) -> Data:
    if isinstance(data, dict):
        return {key: _mapped(value, change) for key, value in data.items()}
    if isinstance(data, list):
        return [_mapped(value, change) for value in data]
    return change(data)


def _without_references(case: Data) -> Data:
    """Leave out what points from one item to another by an id that may go: it is not compared."""
    for danger in case["dangers"]:
        danger.pop("rests_on", None)
    for rule in at(case, ("safety_plan", "rules")) or []:
        rule.pop("meets", None)
    for harm in at(case, ("map", "worried", "past_harm")) or []:
        harm.pop("id", None)
    return case


def same_reader(earlier: Data, later: Data, name: str) -> Who | None:
    """Give a reader of the later file as one of the earlier; None where they were no such reader then."""
    if name not in earlier["people"] and name in later["people"]:
        return None
    then, now = reader(earlier, name), reader(later, name)
    if (then.column, then.person) != (now.column, now.person):
        return None
    return dataclasses.replace(then, members=then.members | now.members)


def held_of_the_later(later: Data, name: str) -> set[Path]:
    """Name what is held back in the later file."""
    return _but_names(later, name, held_back(later, reader(later, name)))


# What decides in front of whom something else may be said: whom a check names, whom a child lets know their words.
_WHO_MAY_HEAR = {
    "check": ("who", "withhold"),
    "voices": ("who", "date", "may_share", "written_by", "withhold", "cleared"),
}


def _but_names(case: Data, name: str, held: set[Path]) -> set[Path]:
    """Keep for practitioners what a held-back check or voice says of who may hear another thing.

    Without it a rule would be said in front of somebody it is not for, or a child's number would be.
    """
    is_known = name in case["people"] or name == PRACTITIONERS
    if not is_known or reader(case, name).column != PRACTITIONERS:
        return held
    parts = {path: _WHO_MAY_HEAR[kind] for path in held if (kind := _deciding(case, path))}
    inside = {(*path, key) for path, kept in parts.items() for key in at(case, path) if key not in kept}
    return held.difference(parts) | inside


def _deciding(case: Data, path: Path) -> str:
    kind = path[0] if len(path) == 2 else path[-1]
    item = at(case, path)
    return str(kind) if kind in _WHO_MAY_HEAR and isinstance(item, dict) and "who" in item else ""


def held_of_the_earlier(earlier: Data, later: Data, name: str) -> set[Path]:
    """Name what of the earlier file must not come out in what a reader gets of both."""
    return _but_names(earlier, name, _held_of_the_earlier(earlier, later, name))


def left_of_the_earlier(earlier: Data, later: Data, name: str) -> Data:
    """Give the earlier file without what a reader must not get of it.

    Whom a check names that is held back only since stays, where it decides who may hear the rule, and stays held back.
    """
    marked = copy.deepcopy(earlier)
    for path in _held_of_the_earlier(earlier, later, name):
        if _deciding(earlier, path) == "check":
            at(marked, path).setdefault("withhold", {"from": ["everyone"]})
    return without(marked, held_of_the_earlier(earlier, later, name))


def _held_of_the_earlier(earlier: Data, later: Data, name: str) -> set[Path]:
    then = same_reader(earlier, later, name)
    if then is None:
        return set()
    own = held_back(earlier, then)
    as_of_now = _as_of_now(earlier, later)
    by_now = {path for path in held_back(as_of_now, reader(as_of_now, name)) if path[0] in _COMPARED}
    same = set(_same_as_held(earlier, later, held_of_the_later(later, name)))
    held = own | by_now | same
    marked = {
        id_
        for case, who in ((earlier, then), (as_of_now, reader(as_of_now, name)), (later, reader(later, name)))
        for id_ in _withheld_dangers(case, who)
    }
    gone = {danger["id"]: path for path, danger in entries(earlier, ("dangers",)) if path in held}
    # What belongs to a danger that was theirs and is not by now goes with it.
    taken = {id_ for id_, path in gone.items() if path in same - own - by_now}
    return held | set(_of_dangers(earlier, {*marked, *taken})) | set(_told_of(earlier, {*marked, *gone}))


def _withheld_dangers(case: Data, who: Who) -> list[str]:
    """Name the dangers that a mark holds back from a reader, and not the table alone."""
    if who.column == CHAIR:
        return []
    holding = _Holding(case, who)
    return [danger["id"] for path, danger in entries(case, ("dangers",)) if holding.is_held(path, danger)]


def _of_dangers(earlier: Data, gone: set[str]) -> list[Path]:
    """Find what belongs to dangers that are held back."""
    return [path for path, item in mappings(earlier) if item.get("danger") in gone]


def _told_of(earlier: Data, gone: set[str]) -> list[Path]:
    """Find who has been told some dangers."""
    told = (("people", id_, "knows_about") for id_ in earlier["people"])
    return [path for knows in told for path, danger in entries(earlier, knows) if danger in gone]


_COMPARED = ("map", "dangers", "safety_plan", "trajectory", "scale", "outcome")


def _as_of_now(earlier: Data, later: Data) -> Data:
    """Give the earlier file's items under the people, voices and marks on dangers of the later file."""
    now = copy.deepcopy(later)
    for key in _COMPARED:
        now.pop(key, None)
        if key in earlier:
            now[key] = copy.deepcopy(earlier[key])
    by_id = {danger["id"]: danger for danger in later.get("dangers", [])}
    for danger in now.get("dangers", []):
        if "withhold" in by_id.get(danger["id"], {}):
            danger["withhold"] = by_id[danger["id"]]["withhold"]
    now["people"] = later["people"] | {
        id_: person for id_, person in earlier["people"].items() if id_ not in later["people"]
    }
    return now


def _same_as_held(earlier: Data, later: Data, held: set[Path]) -> list[Path]:
    """Find what is the same thing as something that is held back in the later file, and not as something open."""
    found = [path for path in _AROUND if at(later, path) is not None and under(path, held)]
    for path in LISTS:
        now = list(entries(later, path))
        found += [place for place, item in entries(earlier, path) if _is_same_as_held(item, now, held)]
        found += _checks_held(earlier, path, now, held)
    now = [*entries(later, STEPS), *_actions(later)]
    is_closed = any(at(later, STEPS[:length]) is not None and under(STEPS[:length], held) for length in (1, 2))
    found += [place for place, action in _actions(earlier) if is_closed or _is_same_as_held(action, now, held)]
    scales: list[tuple[Path, Path]] = [(("scale",), ("scale",))]
    numbers = {danger["id"]: number for number, danger in enumerate(later.get("dangers", []))}
    for number, danger in enumerate(earlier.get("dangers", [])):
        there: Path = ("dangers", numbers.get(danger["id"], -1))
        here: Path = ("dangers", number)
        found += [here] if under(there, held) else []
        found += [(*here, key) for key in ("goal", "scale") if at(later, there) and under((*there, key), held)]
        scales.append(((*here, "scale"), (*there, "scale")))
    for then, now_ in scales:
        given = list(entries(later, (*now_, "ratings"))) if _is_there(later, now_) else []
        found += [place for place, item in entries(earlier, (*then, "ratings")) if _is_same_as_held(item, given, held)]
    return found


def _is_same_as_held(item: Data, now: list[tuple[Path, Data]], held: set[Path]) -> bool:
    """Tell whether what an item says is held back now, and nothing like it is open; or, if not, its id or its day is."""
    closed = [one for place, one in now if under(place, held)]
    open_ = [one for place, one in now if not under(place, held)]
    like_closed, like_open = (max((_likeness(item, one) for one in some), default=0) for some in (closed, open_))
    if like_closed > like_open or like_open == _WHOLLY:
        return like_closed > like_open
    return _known_by(item) is not None and _known_by(item) in (
        {_known_by(one) for one in closed} - {_known_by(one) for one in open_}
    )


def _likeness(item: Data, other: Data) -> int:
    """Give how alike two items are: not at all, but for the last word, or wholly."""
    says, other_says = _says(item), _says(other)
    if says == other_says:
        return _WHOLLY
    both = (says, other_says)
    return int(all(isinstance(one, str) for one in both) and says[:-1] == other_says[:-1])


def _checks_held(earlier: Data, path: Path, now: list[tuple[Path, Data]], held: set[Path]) -> list[Path]:
    """Find how rules were to be looked at, where that is held back in the same rule now."""
    found: list[Path] = []
    for place, item in entries(earlier, path):
        open_ = [(_likeness(item, one), there) for there, one in now if not under(there, held)]
        likeness, there = max(open_, default=(0, ()))
        found += [(*place, "check")] if likeness and under((*there, "check"), held) and "check" in item else []
    return found


def _actions(case: Data) -> Iterator[tuple[Path, Data]]:
    for place, plan in entries(case, ("outcome", "plans")):
        yield from (((*place, *inside), action) for inside, action in entries(plan, ("actions",)))


def _is_there(case: Data, path: Path) -> bool:
    return -1 not in path and at(case, path) is not None


def _known_by(item: Data) -> object:
    """Give by what an item is known again beside its words: its id; a number by whose it is and its day."""
    if isinstance(item, str):
        return None
    return (item["who"], item["date"]) if "score" in item else item.get("id")


def _says(item: Data) -> Any:
    if isinstance(item, str):
        return item
    return {key: item[key] for key in item if key not in _MARKS} if "score" in item else item.get("what")
