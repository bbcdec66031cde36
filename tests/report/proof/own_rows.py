"""What of the map, the dangers, the plan and the records a parent, a friend or a neighbour gets by sharing.md's table.

Whose children something is about, who said, did or saw it, and which dangers somebody knows about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.proof.plain import Data, Path, entries, ids, role
from report.proof.readers import FAMILY, NETWORK, Who, one_set_of_parents, own_children

_MAP = (("map", "worried", "past_harm"), ("map", "worried", "complicating"), ("map", "working_well", "strengths"))
_EXISTING: Path = ("map", "working_well", "existing_safety")
_GREY: Path = ("map", "worried", "grey_areas")
_STEPS: tuple[Path, ...] = (("map", "needs_to_happen", "next_steps"), ("safety_plan", "rules"))
_LINES: tuple[Path, ...] = (("safety_plan", "bottom_lines"), ("trajectory",))
_RECORDS = ("chronology", "involvement", "agency_reports")
_SAID_DID_SAW = ("said_by", "who", "who_does", "who_sees", "seen_by")
_ASKED_ABOUT = ("worries", "good_things", "dreams", "words", "how", "written_by", "read_back")


def not_theirs(data: Data, who: Who, is_held: Callable[[Path, Data], bool]) -> Iterator[Path]:
    """Give what the column of a parent or carer, or of a friend, never gives this reader."""
    rows = _Rows(data, who, is_held)
    if who.column == FAMILY:
        yield from rows.of_other_children()
    if who.column == NETWORK:
        yield from rows.not_said_done_or_known()


def observed_of_others(data: Data, who: Who, voice: Data) -> bool:
    """Tell whether what was seen is of a child that is not the reader's own."""
    whose = voice.get("who", "")
    own = own_children(data, who)
    if role(data["people"].get(whose, {})) == "child":
        return whose not in own
    return not (own and one_set_of_parents(data))


def how_they_were_asked(path: Path, voice: Data) -> Iterator[Path]:
    """Give somebody's own words, and with them that and how they were asked."""
    if any(voice.get(key) for key in _ASKED_ABOUT[:4]):
        yield from ((*path, key) for key in _ASKED_ABOUT)


class _Rows:
    def __init__(self, data: Data, who: Who, is_held: Callable[[Path, Data], bool]) -> None:
        self.data, self.who, self.is_held = data, who, is_held
        self.own = own_children(data, who)
        self.one_set = one_set_of_parents(data)
        self.knows = set(ids((data["people"].get(who.person) or {}).get("knows_about")))
        self.dangers = {
            danger.get("id", ""): danger for _path, danger in entries(data, ("dangers",)) if isinstance(danger, dict)
        }

    def of_other_children(self) -> Iterator[Path]:
        for where in (*_MAP, _EXISTING, _GREY, ("core_groups",), ("consent",), ("recommendation",), ("scale",)):
            yield from (path for path, item in entries(self.data, where) if not self.is_theirs(item))
        yield from self._impacts()
        yield from self._records()
        yield from self._dangers(self.is_theirs)
        for where in (*_LINES, *_STEPS):
            for path, item in entries(self.data, where):
                if not self.is_of_own_danger(item) and not (where in _STEPS and self.names_reader(item)):
                    yield path

    def _impacts(self) -> Iterator[Path]:
        for path, harm in entries(self.data, _MAP[0]):
            for place, impact in entries(harm, ("impact",)) if isinstance(harm, dict) else ():
                if not self.is_theirs(impact if _child(impact) else harm, _child(impact)):
                    yield (*path, *place)

    def _records(self) -> Iterator[Path]:
        for key in _RECORDS:
            for path, item in entries(self.data, (key,)):
                names = isinstance(item, dict) and any(item.get(name) for name in ("children", "about", "said_by"))
                if not names or not self.is_theirs(item):
                    yield path
        if not self.one_set or not self.own:
            yield ("priorities",)

    def not_said_done_or_known(self) -> Iterator[Path]:
        yield from (("scale",), ("recommendation",), ("safety_plan", "children_know"))
        for where in (*_MAP, _EXISTING, *_STEPS, *_LINES):
            for path, item in entries(self.data, where):
                if where in _LINES:
                    given = self.is_known(item)
                else:
                    given = self.names_reader(item) or (where == _EXISTING and self.is_known(item))
                    given = given or (where in _STEPS and self.checks(path, item))
                if not given:
                    yield path
        yield from self._dangers(lambda danger: danger.get("id") in self.knows)

    def is_theirs(self, item: Data, child: str = "") -> bool:
        if not isinstance(item, dict):
            return child in self.own if child else bool(self.own) and self.one_set
        about = [child] if child else ids(item.get("children"))
        if about:
            return set(about) <= self.own
        return self.who.person in ids(item.get("about")) or (bool(self.own) and self.one_set)

    def is_of_own_danger(self, item: Data) -> bool:
        danger = self.dangers.get(item.get("danger", "")) if isinstance(item, dict) else None
        if danger is None:
            return self.is_theirs(item)
        return self.is_theirs(danger) and (not ids(item.get("children")) or self.is_theirs(item))

    def names_reader(self, item: Data) -> bool:
        return isinstance(item, dict) and any(self.who.person in ids(item.get(key)) for key in _SAID_DID_SAW)

    def checks(self, path: Path, item: Data) -> bool:
        check = item.get("check") if isinstance(item, dict) else None
        return isinstance(check, dict) and self.who.person in ids(check.get("who")) and not self.is_held(path, check)

    def is_known(self, item: Data) -> bool:
        return isinstance(item, dict) and item.get("danger") in self.knows

    def _dangers(self, is_given: Callable[[Data], bool]) -> Iterator[Path]:
        """Give the dangers that are not the reader's to know, and every place that only points to one."""
        gone = set()
        for path, danger in entries(self.data, ("dangers",)):
            if isinstance(danger, dict) and not is_given(danger):
                gone.add(danger.get("id"))
                yield path
        for where in (_EXISTING, *_STEPS, *_LINES):
            for path, item in entries(self.data, where):
                if isinstance(item, dict) and item.get("danger") in gone:
                    yield (*path, "danger")
        for path, plan in entries(self.data, ("outcome", "plans")):
            for place, action in entries(plan, ("actions",)):
                if isinstance(action, dict) and action.get("danger") in gone:
                    yield (*path, *place, "danger")
        for id_ in self.data["people"]:
            yield from (path for path, name in entries(self.data, ("people", id_, "knows_about")) if name in gone)


def _child(impact: Data) -> str:
    return str(impact.get("child", "")) if isinstance(impact, dict) else ""
