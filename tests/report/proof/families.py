"""Made-up families for property-based tests: small, and full of marks for holding back in all combinations."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st
from report.proof.plain import Data, Path, is_text, leaves, swept
from report.proof.readers import BLANK

CHILDREN = ("mia", "noah", "zoe")
PARENTS = ("lisa", "dean", "tom")
NETWORK = ("jo", "ray", "kim")
PRACTITIONERS = ("priya", "cole")
FAMILY = (*CHILDREN, *PARENTS, *NETWORK)
PEOPLE = (*FAMILY, *PRACTITIONERS, "ann", "ada", "una")
READERS = (BLANK, "room", "practitioners", "chair", "room:lisa", "room:dean", "room:ray", *PEOPLE)
DANGERS = ("hurting", "hungry")
DAYS = ("2026-03-01", "2026-03-08", "2026-03-15")

_ids = st.sampled_from(PEOPLE)
_family = st.sampled_from(FAMILY)


def _some(of: tuple[str, ...], most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), unique=True, min_size=1, max_size=most)


def _maybe(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Give a mapping that has each of these keys or not."""
    return st.fixed_dictionaries({}, optional=keys)


_SOURCES = (*FAMILY, *PRACTITIONERS, "the police")
_withhold = st.one_of(
    st.fixed_dictionaries(
        {"from": _some(PEOPLE, 3)},
        optional={"why": st.just("t"), "agreed_by": st.just("ann"), "date": st.just(DAYS[0])},
    ),
    st.fixed_dictionaries({"from": _some((*FAMILY, "everyone"))}),
    st.fixed_dictionaries({"all_but": _some(PEOPLE, 4), "why": st.just("t")}),
)
_cleared = st.fixed_dictionaries(
    {"for": _some((*PARENTS, *NETWORK, "room"))},
    optional={"by": st.sampled_from(("ann", "priya", "mia", "lisa")), "date": st.just(DAYS[1]), "why": st.just("t")},
)
# Most items carry no mark, so that there is something to get.
_marks = st.one_of(
    st.just({}),
    st.just({}),
    _maybe(withhold=_withhold),
    _maybe(cleared=_cleared),
    _maybe(withhold=_withhold, cleared=_cleared),
)


def _marked(*parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(*parts, _marks).map(lambda found: {key: value for part in found for key, value in part.items()})


def _texts(*keys: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.just(dict.fromkeys(keys, "t"))


def _list(items: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, max_size=most)


_danger = st.sampled_from(DANGERS)
_day = st.sampled_from(DAYS)
_sources = _some(_SOURCES)
_noted = _maybe(children=_some(CHILDREN), about=_some(PARENTS), said_by=_sources, sensitive=st.just("true"))
_map_item = _marked(_texts("what"), _noted, _maybe(seen_by=_sources))
_impact = st.one_of(st.just("t"), _marked(_texts("what"), _maybe(child=st.sampled_from(CHILDREN), said_by=_sources)))
_past_harm = _marked(_texts("what"), _noted, _maybe(impact=_list(_impact)))
_grey = st.one_of(st.just("t"), _marked(_texts("what"), _noted, _maybe(who=_some(PEOPLE), answer=st.just("t"))))
_existing = _marked(_texts("what"), _noted, _maybe(danger=_danger, who=_some(FAMILY), seen_by=_sources))
_step = _marked(
    _texts("what"),
    _maybe(
        who=_some(PEOPLE),
        danger=_danger,
        children=_some(CHILDREN),
        about=_some(PARENTS),
        sensitive=st.just("true"),
        result=st.just("t"),
    ),
)
_rating = _marked(
    st.fixed_dictionaries({"who": _ids, "date": _day, "score": st.sampled_from(("2", "5", "7"))}),
    _texts("reason", "one_higher"),
    _maybe(corrects=_day),
)
_scale = _marked(_texts("ten", "zero", "child_ten", "differences"), _maybe(ratings=_list(_rating, 4)))
_goal = _marked(_texts("statement", "how_long"), _maybe(who_does=_some(PEOPLE), who_sees=_some(PEOPLE)))
_differently = _marked(_texts("says"), st.fixed_dictionaries({"who": _family}))


def _danger_statement(id_: str) -> st.SearchStrategy[dict[str, Any]]:
    return _marked(
        st.just({"id": id_, "statement": "t"}),
        _maybe(
            worried=_some(PEOPLE, 3), about=_some(PARENTS), children=_some(CHILDREN), rests_on=st.just(["harm"]),
            sees_it_differently=_list(_differently), goal=_goal, scale=_scale,
        ),
    )  # fmt: skip


_voice = _marked(
    st.fixed_dictionaries({"who": _family, "date": _day}),
    st.one_of(
        _texts("worries", "how"),
        _texts("observed", "how"),
        _texts("words", "worries", "good_things", "observed"),
        _texts("not_asked"),
    ),
    _maybe(may_share=_some(FAMILY), written_by=_ids),
)
_check = _marked(_texts("how"), _maybe(who=_some(PEOPLE)))
_used = _marked(_texts("what"), _maybe(who=_some(PEOPLE)))
RULE = _marked(
    _texts("what", "when", "if_not"),
    _maybe(
        who=_some(PEOPLE),
        danger=_danger,
        about=_some(PARENTS),
        sensitive=st.just("true"),
        check=_check,
        used=_list(_used),
        meets=st.just(["line"]),
    ),
)
_plan = _marked(
    st.fixed_dictionaries(
        {
            "bottom_lines": st.lists(
                _marked(st.just({"id": "line", "what": "t", "why": "t"}), _maybe(danger=_danger)),
                min_size=1,
                max_size=1,
            )
        }
    ),
    _maybe(rules=_list(RULE), agreed_with=_some(FAMILY, 3), children_know=st.just(["t"])),
)
_child = st.sampled_from(CHILDREN)
_decision = _marked(
    _texts("reasons"),
    _maybe(
        child=_child,
        test=st.sampled_from(("has-suffered", "not-met")),
        decision=st.sampled_from(("plan-starts", "plan-ends", "child-in-need")),
        categories=st.just(["neglect", "physical"]),
        who_decided=_ids,
    ),
)
_action = _marked(
    _texts("what", "why", "how_we_know"),
    st.fixed_dictionaries({"who": _some((*FAMILY, "priya"), 3)}),
    _maybe(danger=_danger, due=_day),
)
_child_plan = _marked(
    _texts("visits", "contingency"),
    st.just({"needs_to_change": ["t"], "further_assessment": ["t"]}),
    st.fixed_dictionaries({"actions": st.lists(st.one_of(_action, _action, st.just("t")), min_size=1, max_size=3)}),
    _maybe(child=_child),
)
_came = st.lists(st.sampled_from((*PEOPLE, "the police")), unique=True, min_size=3, max_size=9)
_outcome = _marked(
    _texts("summary", "contingency"),
    _maybe(
        attended=_came,
        apologies=_came,
        participation=_list(_marked(_texts("what"), _maybe(child=_child, code=st.sampled_from(("PN0", "PN6"))))),
        decisions=_list(_decision, 3),
        dissent=_list(st.one_of(st.just({"none": "true"}), _marked(_texts("says"), _maybe(who=_ids)))),
        parts=_list(_marked(_texts("summary"), _maybe(who=st.sampled_from((*PARENTS, "mia"))))),
        lead_social_worker=st.just("priya"),
        core_group=_some(PEOPLE, 6),
        plans=_list(_child_plan),
        dates=st.just({"core_group": "2026-03-27", "review": "2026-06-16"}),
        quorum=_marked(_texts("why"), _maybe(quorate=st.sampled_from(("true", "false")))),
        corrections=_list(_marked(_texts("what"), _maybe(who=_ids, date=_day))),
        minutes_by=_ids,
    ),
)
_picture = st.one_of(st.just("t"), _texts("text", "draw"))
_words_for_child = _marked(
    _maybe(
        child=_child,
        text=st.just(["t", "t"]),
        pictures=_list(_picture),
        agreed_with=_some(PARENTS),
        date=_day,
        told_on=_day,
    )
)
_record = _maybe(children=_some(CHILDREN), about=_some(PARENTS), said_by=_sources, sensitive=st.just("true"))
_attendance = _marked(
    st.fixed_dictionaries(
        {"who": st.sampled_from((*PARENTS, *NETWORK, "mia"))},
        optional={"part": st.sampled_from(("together", "separately", "not-invited"))},
    ),
    _maybe(
        **{"with": _some((*NETWORK, "ada"))},
        why=st.just("t"),
        time=st.just("t"),
        place=st.just("t"),
        decided_by=st.just("ann"),
    ),
)
_must_not_see = st.fixed_dictionaries(
    {"words_of": _some(FAMILY, 3)}, optional={"why": st.just("t"), "agreed_by": st.just("ann")}
)
_seen = _marked(st.fixed_dictionaries({"date": _day, "who": _ids}))
_map = _marked(
    _maybe(
        worried=_marked(
            st.fixed_dictionaries(
                {
                    "past_harm": st.lists(_past_harm, min_size=1, max_size=2).map(
                        lambda harms: [harms[0] | {"id": "harm"}, *harms[1:]]
                    )
                }
            ),
            _maybe(complicating=_list(_map_item), grey_areas=_list(_grey)),
        ),
        working_well=_marked(_maybe(strengths=_list(_map_item), existing_safety=_list(_existing))),
        needs_to_happen=_marked(_maybe(next_steps=_list(_step, 3))),
    )
)


@st.composite
def _people(draw: st.DrawFn) -> Data:
    people: Data = {
        id_: {
            "name": id_.title(),
            "role": "child",
            "lives_with": draw(st.sampled_from((["lisa"], ["lisa", "jo"], ["dean"]))),
            "born": "2018-01-01",
            "seen": draw(_list(_seen, 1)),
        }
        for id_ in CHILDREN
    }
    if draw(st.booleans()):
        people["mia"] |= {"born": "2010-01-01", "young_person_copy": {"agreed_by": "ann", "date": DAYS[0]}}
    people["noah"] |= draw(st.one_of(st.just({}), st.just({}), _maybe(must_not_see=_must_not_see)))
    if draw(st.booleans()):
        people["zoe"]["subject"] = "false"
    zoes_dad = draw(st.sampled_from(("dean", "tom")))
    people |= {
        "lisa": {"name": "Lisa", "role": "parent", "parent_of": list(CHILDREN)},
        "dean": {
            "name": "Dean",
            "role": "parent",
            "parent_of": ["mia", "noah", *(["zoe"] if zoes_dad == "dean" else [])],
        },
        "tom": {"name": "Tom", "role": "parent", "parent_of": ["zoe"]}
        if zoes_dad == "tom"
        else {"name": "Tom", "role": "partner"},
    }
    for id_ in NETWORK:
        people[id_] = {"name": id_.title(), "role": "network", "relation": "t"}
    for id_ in (*PARENTS, *NETWORK):
        people[id_] |= draw(
            _maybe(
                ring=st.just("inner"), lives_with=_some(("jo", "kim", "tom")), knows_about=_some(DANGERS), will=st.just("t"), disability=st.just("t"),
                contact=st.fixed_dictionaries({"phone": st.just("t"), "may_share": _some(PEOPLE, 3)}),
            )
        )  # fmt: skip
    people["dean"] |= draw(
        st.one_of(_maybe(must_not_see=_must_not_see), st.fixed_dictionaries({"must_not_see": _must_not_see}))
    )
    people["ray"] |= draw(
        st.one_of(
            st.just({}),
            st.just({"side_of": "dean"}),
            st.fixed_dictionaries({"must_not_see": _must_not_see, "side_of": st.just("dean")}),
        )
    )
    people["kim"] |= draw(
        st.one_of(
            st.just({}), st.just({"side_of": "dean"}), st.just({"side_of": "tom"}), _maybe(must_not_see=_must_not_see)
        )
    )
    people["priya"] = {"name": "Priya", "role": "social-worker", "contact": {"phone": "t"}}
    people["cole"] = {"name": "Cole", "role": "practitioner"}
    people["ann"] = {"name": "Ann", "role": "chair"}
    people["ada"] = {
        "name": "Ada",
        "role": "advocate",
        "with_person": draw(st.sampled_from((*PARENTS, "mia", "jo", "ann"))),
    }
    people["una"] = {"name": "Una", "role": "other"}
    return people


@st.composite
def families(draw: st.DrawFn) -> Data:
    """Give a case as plain data; every free text in it is unlike every other."""
    meeting = {
        "kind": "initial-conference",
        "date": "2026-03-17",
        "why": "t",
        "time": "t",
        "place": "t",
        "author": "priya",
        "chair": "ann",
    }
    meeting |= draw(_maybe(attendance=_list(_attendance, 3)))
    case: Data = {
        "sostool": "1",
        "reference": "EX-0901",
        "profile": "durham",  # one whose reports carry a recommendation
        "meeting": meeting,
        "people": draw(_people()),
        "map": draw(_map),
    }
    case["dangers"] = [draw(_danger_statement(id_)) for id_ in DANGERS]
    case |= draw(
        _maybe(
            scale=_scale,
            voices=_list(_voice, 3),
            safety_plan=_plan,
            trajectory=_list(_step.map(_as_a_step_on_the_way), 1),
            chronology=_list(_marked(_texts("what"), _record)),
            involvement=_list(_marked(_texts("offered", "did_it_help"), _maybe(who=_ids), _record), 1),
            agency_reports=_list(
                _marked(_maybe(**{"from": st.sampled_from(_SOURCES)}, may_share=_some(FAMILY)), _record)
            ),
            recommendation=_marked(_texts("what", "why"), _maybe(who=_ids, children=_some(CHILDREN))),
            core_groups=_list(_marked(_texts("what"), _maybe(attended=_some(PEOPLE, 3), children=_some(CHILDREN)))),
            consent=_marked(_texts("what"), _maybe(who=_some(PARENTS), children=_some(CHILDREN))),
            shared=_list(
                _marked(
                    _texts("how"), st.fixed_dictionaries({"document": st.just("report"), "with": _family, "who": _ids})
                )
            ),
            held_by_chair=st.just([{"note": "t"}]),
            words_for_child=_list(_words_for_child, 3),
            outcome=_outcome,
        )
    )
    if not case["map"].get("worried"):
        for danger in case["dangers"]:
            danger.pop("rests_on", None)
    return _told_apart(swept(copy.deepcopy(case)))


def _as_a_step_on_the_way(step: Data) -> Data:
    return {key: value for key, value in step.items() if key not in ("about", "sensitive", "result")}


def _told_apart(case: Data) -> Data:
    """Number the free texts, so that one cannot stand in for another."""
    people = set(case["people"])
    places: list[Path] = [path for path, value in leaves(case) if value == "t" and is_text(path, value, people)]
    for number, path in enumerate(places):
        here: Any = case
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = f"text {number} of this family"
    return case
