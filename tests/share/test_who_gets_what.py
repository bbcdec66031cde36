"""The table of sharing.md as tests: each row in four families, and who of their readers gets it.

Every row below names everybody who gets what it puts into the file; all other readers of that family must not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from builders import Data, family, holds, put, view

M = "Zqmark"

# Who is asked in each family. Sal is Lisa's supporter, Dov is Dean's advocate, Una has no row in the table; Mia is six.
READERS = {
    "plain": "chair ann practitioners cole priya max lisa dean sal dov jo ray kim mia noah una room room:lisa",
    # Dean must not see the words of Lisa, Mia and Jo, and Ray is of his side.
    "feared": "chair practitioners lisa sal dean dov jo ray kim mia una room room:lisa room:dean room:ray",
    # Zoe is Lisa and Tom's; Mia and Noah are Lisa and Dean's.
    "fathers": "practitioners lisa dean tom jo kim mia room",
    # Ella is fifteen and has a copy of her own.
    "teenager": "practitioners ella lisa dean kim room",
}
WORK = "chair ann practitioners cole priya max"
PARENTS = "lisa sal dean dov"


@dataclass(frozen=True)
class Row:
    """What is put into a file, and who gets it in which family. A family that is left out is not asked."""

    name: str
    puts: dict[str, Any]
    plain: str | None = None
    feared: str | None = None
    fathers: str | None = None
    teenager: str | None = None
    skip: str = ""
    wanted: str = M
    profile: str = "england"
    worlds: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        said = {"plain": self.plain, "feared": self.feared, "fathers": self.fathers, "teenager": self.teenager}
        object.__setattr__(self, "worlds", {world: gets for world, gets in said.items() if gets is not None})


def _item(**keys: Any) -> list[Data]:
    return [{"what": M, **keys}]


def _map_rows() -> list[Row]:
    rows = []
    for name, path in (
        ("past harm", "map.worried.past_harm"),
        ("complicating", "map.worried.complicating"),
        ("strengths", "map.working_well.strengths"),
    ):
        rows += [
            Row(
                f"{name} about Mia",
                {path: _item(children=["mia"], said_by=["cole"])},
                plain=f"{WORK} {PARENTS} room room:lisa",
                feared="chair practitioners lisa sal dean dov room room:lisa room:dean",
                fathers="practitioners lisa dean room",
                teenager="practitioners lisa dean room",
            ),
            Row(
                f"{name} about the family",
                {path: _item(said_by=["cole"])},
                plain=f"{WORK} {PARENTS} room room:lisa",
                fathers="practitioners room",
                teenager="practitioners ella lisa dean room",
            ),
            Row(
                f"{name} about Mia and Zoe",
                {path: _item(children=["mia", "zoe"], said_by=["cole"])},
                fathers="practitioners lisa room",
            ),
            Row(
                f"{name} about Mia that names Tom",
                {path: _item(children=["mia"], about=["tom"], said_by=["cole"])},
                fathers="practitioners lisa dean room",
            ),
            Row(
                f"{name} that Kim told",
                {path: _item(children=["mia"], said_by=["kim"])},
                plain=f"{WORK} {PARENTS} kim room room:lisa",
                fathers="practitioners lisa dean kim room",
            ),
            Row(
                f"{name} that Lisa told, in front of Dean",
                {path: _item(children=["mia"], said_by=["lisa"])},
                plain=f"{WORK} {PARENTS} room room:lisa",
                feared="chair practitioners lisa sal room:lisa",
            ),
            Row(
                f"{name} that Mia and the teacher told",
                {path: _item(children=["mia"], said_by=["cole", "mia"])},
                feared="chair practitioners lisa sal room:lisa",
            ),
            Row(
                f"{name} that Ray told",
                {path: _item(children=["mia"], said_by=["ray"])},
                feared="chair practitioners lisa sal dean dov ray room room:lisa room:dean room:ray",
            ),
            Row(
                f"{name}: Lisa's health",
                {path: _item(about=["lisa"], sensitive=True, said_by=["cole"])},
                plain=f"{WORK} lisa sal",
                feared="chair practitioners lisa sal",
                fathers="practitioners lisa",
            ),
            Row(
                f"{name}: Tom's health",
                {path: _item(about=["tom"], sensitive=True, said_by=["cole"])},
                fathers="practitioners tom",
            ),
            Row(
                f"{name}: money of Lisa and Dean",
                {path: _item(about=["lisa", "dean"], sensitive=True, said_by=["cole"])},
                plain=f"{WORK} {PARENTS}",
                feared="chair practitioners lisa sal",
            ),
            Row(f"{name}: sensitive, nobody named", {path: _item(sensitive=True, said_by=["cole"])}, plain=WORK),
        ]
    return rows


def _meeting_rows() -> list[Row]:
    part = {"who": "lisa", "part": "separately", "with": ["jo"]}
    return [
        Row(
            "why we meet",
            {"meeting.why": M},
            plain=f"{WORK} {PARENTS} jo ray kim room room:lisa",
            feared="chair practitioners lisa sal dean dov jo ray kim room room:lisa room:dean room:ray",
        ),
        Row("place of Lisa's part", {"meeting.attendance": [part | {"place": M}]}, plain=f"{WORK} lisa sal jo"),
        Row("time of Lisa's part", {"meeting.attendance": [part | {"time": M}]}, plain=f"{WORK} lisa sal jo"),
        Row(
            "with whom Lisa comes",
            {"meeting.attendance": [{"who": "lisa", "with": ["kim"]}], "people.kim.name": M},
            plain=f"{WORK} lisa sal kim",
            skip="room",
        ),
        Row(
            "with whom Jo comes",
            {"meeting.attendance": [{"who": "jo", "with": ["kim"]}], "people.kim.name": M},
            plain=f"{WORK} jo kim",
            skip="room",
        ),
        Row(
            "with whom Mia comes",
            {"meeting.attendance": [{"who": "mia", "with": ["kim"]}], "people.kim.name": M},
            plain=f"{WORK} mia kim",
            skip="room",
        ),
        Row(
            "time of the meeting, when Lisa comes separately",
            {"meeting.attendance": [part], "meeting.time": M},
            plain=f"{WORK} dean dov ray kim mia noah",
        ),
        Row(
            "kind of the meeting",
            {"meeting.kind": "strategy"},
            wanted="strategy",
            plain=f"{WORK} {PARENTS} jo ray kim mia noah una room room:lisa",
        ),
        Row(
            "why we meet, where the meeting is withheld from Dean",
            {"meeting.why": M, "meeting.withhold": {"from": ["dean"]}},
            plain=f"{WORK} lisa sal jo ray kim room:lisa",
        ),
        Row(
            "name of the one who wrote it",
            {"people.priya.name": M},
            plain=f"{WORK} {PARENTS} jo ray kim mia noah room room:lisa",
        ),
        Row(
            "name of the one who wrote it, whose words Dean must not see",
            {
                "people.priya.name": M,
                "people.dean.must_not_see.words_of": ["priya", "lisa"],
                "dangers.0.worried": ["cole"],
            },
            feared="chair practitioners lisa sal jo kim mia room:lisa",
        ),
        Row("why Lisa comes separately", {"meeting.attendance": [part | {"why": M}]}, plain="chair ann"),
        Row("that the chair holds something", {"held_by_chair": [{"note": M}]}, plain="chair ann"),
        Row(
            "why something is withheld",
            {
                "map.working_well.strengths": [
                    {"what": "x", "said_by": ["cole"], "withhold": {"from": ["kim"], "why": M}}
                ]
            },
            plain="",
            skip="chair ann",
        ),
        Row("why somebody is feared", {"people.dean.must_not_see.why": M}, feared="", skip="chair"),
        Row("protected words", {"protected": [{"words": [M], "from": ["dean"], "why": M}]}, plain="", skip="chair ann"),
        Row(
            "why a query was answered",
            {"answers": [{"check": "DS104", "at": "dangers", "reason": M}]},
            plain="",
            skip=WORK,
        ),
    ]


def _people_rows() -> list[Row]:
    says = {"map.working_well.strengths": [{"what": "x", "children": ["mia"], "said_by": ["kim"]}]}
    jo_says = {"map.working_well.strengths": [{"what": "x", "children": ["mia"], "said_by": ["jo"]}]}
    return [
        Row("name of a neighbour in no item", {"people.kim.name": M}, plain=f"{WORK} kim room"),
        Row(
            "name of a neighbour in an item about Mia",
            says | {"people.kim.name": M},
            plain=f"{WORK} {PARENTS} kim room room:lisa",
        ),
        Row(
            "who Mia lives with",
            {"people.mia.lives_with": ["kim"], "people.kim.name": M},
            plain=f"{WORK} {PARENTS} kim room",
            skip="jo ray room:lisa",
        ),
        Row(
            "who Lisa lives with, where Dean is feared",
            {"people.lisa.lives_with": ["kim"], "people.kim.name": M},
            feared="chair practitioners lisa sal kim room:lisa",
            skip="room",
        ),
        Row(
            "friend with whom Mia lives",
            {"people.mia.lives_with": ["jo"], "people.jo.name": M, "people.jo.knows_about": []},
            feared="chair practitioners lisa sal jo room:lisa",
            # Everyone of the family and the network is named in the room.
            skip="room",
        ),
        Row(
            "who Tom lives with",
            {"people.tom.lives_with": ["kim"], "people.kim.name": M},
            fathers="practitioners tom kim room",
        ),
        Row(
            "who Zoe lives with",
            {"people.zoe.lives_with": ["kim"], "people.kim.name": M},
            fathers="practitioners lisa tom kim room",
        ),
        Row("name of Tom, who stands in nothing of Mia's", {"people.tom.name": M}, fathers="practitioners tom room"),
        Row(
            "telephone of Lisa that Jo may have",
            {"people.lisa.contact": {"phone": M, "may_share": ["jo"]}},
            plain="chair ann lisa sal",
        ),
        Row("what a neighbour will do", says | {"people.kim.will": M}, plain=f"{WORK} {PARENTS} kim room room:lisa"),
        Row(
            "what Jo will do, where Dean must not see it",
            jo_says | {"people.jo.will": M},
            plain=f"{WORK} {PARENTS} jo room room:lisa",
            feared="chair practitioners lisa sal jo room:lisa",
        ),
        Row(
            "what Jo will do, who stands in what Ray told",
            {
                "map.working_well.strengths": [{"what": "x", "children": ["mia"], "said_by": ["ray", "jo"]}],
                "people.jo.will": M,
            },
            plain=f"{WORK} {PARENTS} jo room room:lisa",
        ),
        Row("telephone of Lisa", {"people.lisa.contact": {"phone": M}}, plain="chair ann lisa sal"),
        Row(
            "telephone that Dean may have",
            {"people.lisa.contact": {"phone": M, "may_share": ["dean"]}},
            plain="chair ann lisa sal dean dov",
        ),
        Row(
            "telephone that Mr Cole may have",
            {"people.lisa.contact": {"phone": M, "may_share": ["cole"]}},
            plain="chair ann lisa sal cole",
        ),
        Row("school of Mia", {"people.mia.contact": {"school": M}}, plain="chair ann"),
        Row(
            "how to meet Mia's needs",
            {"people.mia.disability": M},
            plain=f"{WORK} {PARENTS}",
            fathers="practitioners lisa dean",
        ),
        Row("how to meet Lisa's needs", {"people.lisa.disability": M}, plain=f"{WORK} lisa sal"),
        Row("how to meet Jo's needs", {"people.jo.faith": M}, plain=f"{WORK} jo"),
        Row(
            "Mia's birthday",
            {"people.mia.born": "2018-08-08"},
            wanted="2018-08-08",
            plain=f"{WORK} {PARENTS} mia",
            fathers="practitioners lisa dean mia",
        ),
        Row(
            "when Mia was seen",
            {"people.mia.seen": [{"date": "2026-02-02", "who": "priya"}]},
            wanted="2026-02-02",
            plain=f"{WORK} {PARENTS}",
        ),
        Row(
            "a brother named only because of what happened before",
            {
                "people.ben": {"name": M, "role": "child", "subject": False},
                "map.worried.past_harm": [{"what": "x", "children": ["ben"], "said_by": ["cole"]}],
            },
            plain=WORK,
        ),
    ]


def _worry_rows() -> list[Row]:
    harm = {"what": "x", "children": ["mia"], "said_by": ["jo"]}

    def impact(**keys: Any) -> dict[str, Any]:
        return {
            "map.worried.past_harm": [harm | {"said_by": ["cole"], "impact": [{"child": "mia", "what": M, **keys}]}]
        }

    return [
        Row(
            "impact that the teacher saw",
            impact(said_by=["cole"]),
            plain=f"{WORK} {PARENTS} room room:lisa",
            feared="chair practitioners lisa sal dean dov room room:lisa room:dean",
            fathers="practitioners lisa dean room",
        ),
        Row(
            "impact of what a neighbour told",
            {"map.worried.past_harm": [harm | {"impact": [{"child": "mia", "what": M, "said_by": ["cole"]}]}]},
            plain=f"{WORK} {PARENTS} room room:lisa",
        ),
        Row("impact that Mia told", impact(said_by=["mia"]), feared="chair practitioners lisa sal room:lisa"),
        Row(
            "impact without who told us",
            impact(),
            plain=f"{WORK} {PARENTS} room room:lisa",
            feared="chair practitioners lisa sal room:lisa",
        ),
        Row(
            "impact for Zoe in an item about Mia and Zoe",
            {
                "map.worried.past_harm": [
                    {
                        "what": "x",
                        "children": ["mia", "zoe"],
                        "impact": [{"child": "zoe", "what": M, "said_by": ["cole"]}],
                    }
                ]
            },
            fathers="practitioners lisa room",
        ),
        Row(
            "grey area",
            {"map.worried.grey_areas": _item(who=["priya"])},
            plain=f"{WORK} {PARENTS} room room:lisa",
            feared="chair practitioners lisa sal room:lisa",
            fathers="practitioners room",
        ),
        Row(
            "grey area cleared for Dean",
            {
                "map.worried.grey_areas": _item(
                    who=["priya"], cleared={"for": ["dean"], "by": "ann", "date": "2026-03-12"}
                )
            },
            feared="chair practitioners lisa sal dean dov room:lisa",
        ),
        Row(
            "strength that Jo saw",
            {"map.working_well.strengths": _item(children=["mia"], said_by=["cole"], seen_by=["jo"])},
            plain=f"{WORK} {PARENTS} jo room room:lisa",
            feared="chair practitioners lisa sal jo room:lisa",
        ),
        Row(
            "existing safety of a danger they know about",
            {"map.working_well.existing_safety": _item(danger="hurting", who=["cole"], seen_by=["priya"])},
            plain=f"{WORK} {PARENTS} jo ray room room:lisa",
            feared="chair practitioners lisa sal dean dov jo ray room room:lisa room:dean room:ray",
        ),
        Row(
            "existing safety about Zoe",
            {"map.working_well.existing_safety": _item(children=["zoe"], who=["cole"])},
            fathers="practitioners lisa tom room",
        ),
        Row(
            "existing safety by Jo and Lisa",
            {"map.working_well.existing_safety": _item(danger="hurting", who=["lisa", "jo"])},
            plain=f"{WORK} {PARENTS} jo ray room room:lisa",
            feared="chair practitioners lisa sal jo room:lisa",
        ),
        Row(
            "existing safety by Dean and Lisa",
            {"map.working_well.existing_safety": _item(danger="hurting", who=["dean", "lisa"])},
            feared="chair practitioners lisa sal dean dov jo ray room room:lisa room:dean room:ray",
        ),
    ]


def _danger_rows() -> list[Row]:
    everybody = "chair practitioners lisa sal dean dov jo ray room room:lisa room:dean room:ray"
    knows = f"{WORK} {PARENTS} jo ray room room:lisa"
    theirs = {"plain": knows, "fathers": "practitioners lisa dean jo room", "teenager": "practitioners lisa dean room"}
    clear_room = {"for": ["room"], "by": "ann", "date": "2026-03-12"}
    shared_voice = {"who": "mia", "date": "2026-03-10", "words": ["x"], "may_share": ["lisa"]}

    def scale(*ratings: Data, **keys: Any) -> dict[str, Any]:
        return {"dangers.0.scale": {"ten": "a", "zero": "b", "ratings": list(ratings), **keys}}

    def rating(who: str, **keys: Any) -> Data:
        return {"who": who, "date": "2026-03-10", "score": 3.5, **keys}

    return [
        Row("danger statement", {"dangers.0.statement": M}, feared=everybody, **theirs),
        Row(
            "danger statement that Lisa worries about",
            {"dangers.0.statement": M, "dangers.0.worried": ["lisa"]},
            feared=everybody,
        ),
        Row(
            "goal",
            {"dangers.0.goal": {"statement": M, "who_does": ["dean"], "who_sees": ["cole"]}},
            feared=everybody,
            **theirs,
        ),
        Row(
            "goal that Lisa sees to",
            {"dangers.0.goal": {"statement": M, "who_does": ["cole"], "who_sees": ["lisa"]}},
            feared="chair practitioners lisa sal jo room:lisa",
        ),
        Row(
            "goal of Dean that Lisa sees",
            {"dangers.0.goal": {"statement": M, "who_does": ["dean"], "who_sees": ["lisa"]}},
            feared=everybody,
        ),
        Row("end of a scale", scale(ten=M), **theirs),
        Row("a child's end of a scale", scale(child_zero=M), **theirs),
        Row(
            "end of the scale over everything",
            {"scale": {"ten": M, "zero": "b"}},
            plain=f"{WORK} {PARENTS} room room:lisa",
            fathers="practitioners room",
        ),
        Row(
            "what Lisa says to a danger",
            {"dangers.0.sees_it_differently": [{"who": "lisa", "says": M}]},
            feared="chair practitioners lisa sal room:lisa",
        ),
        Row(
            "what Jo says to a danger",
            {"dangers.0.sees_it_differently": [{"who": "jo", "says": M}]},
            plain=f"{WORK} {PARENTS} jo room room:lisa",
        ),
        Row(
            "step on the way",
            {"trajectory": _item(danger="hurting", date="2026-05-01", who=["cole"])},
            plain=knows,
            fathers="practitioners lisa dean jo room",
        ),
        Row(
            "step on the way of Mia's that names Tom",
            {"trajectory": _item(danger="hurting", date="2026-05-01", who=["tom"])},
            fathers="practitioners lisa dean jo room",
        ),
        Row(
            "recommendation",
            {"recommendation": {"what": M, "children": ["mia"]}},
            profile="durham",
            plain=f"{WORK} {PARENTS} room room:lisa",
            skip="jo ray",
            fathers="practitioners lisa dean room",
        ),
        Row(
            "number of Mr Cole",
            scale(rating("cole")),
            wanted="3.5",
            plain=f"{WORK} {PARENTS} room room:lisa",
            feared="chair practitioners lisa sal dean dov room room:lisa room:dean",
        ),
        Row("reason of Mr Cole's number", scale(rating("cole", reason=M)), plain=f"{WORK} {PARENTS}"),
        Row("reason of Jo's number", scale(rating("jo", reason=M)), plain=f"{WORK} {PARENTS} jo"),
        Row("one higher on Mr Cole's scale", scale(rating("cole", one_higher=M)), plain=f"{WORK} {PARENTS}"),
        Row(
            "number of Jo",
            scale(rating("jo")),
            wanted="3.5",
            plain=f"{WORK} {PARENTS} jo room room:lisa",
            feared="chair practitioners lisa sal jo room:lisa",
        ),
        Row(
            "number of Lisa",
            scale(rating("lisa")),
            wanted="3.5",
            plain=f"{WORK} {PARENTS} room room:lisa",
            feared="chair practitioners lisa sal room:lisa",
        ),
        Row("reason of Lisa's number", scale(rating("lisa", reason=M)), feared="chair practitioners lisa sal"),
        Row(
            "number of Mia whose words Lisa may have",
            scale(rating("mia")) | {"voices": [shared_voice]},
            wanted="3.5",
            plain=f"{WORK} lisa sal",
            feared="chair practitioners lisa sal",
        ),
        Row("number of Mia whose words nobody may have", scale(rating("mia")), wanted="3.5", plain=WORK),
        Row(
            "number of Mia cleared for the room",
            scale(rating("mia", cleared=clear_room)),
            wanted="3.5",
            plain=f"{WORK} room",
            feared="chair practitioners room",
            skip="room:lisa room:dean room:ray",
        ),
        Row(
            "why numbers are apart",
            scale(rating("cole"), differences=M),
            plain=f"{WORK} {PARENTS}",
            feared="chair practitioners lisa sal",
        ),
        Row(
            "why numbers are apart, cleared for Dean",
            scale(rating("cole"), differences=M, cleared={"for": ["dean"], "by": "ann", "date": "2026-03-12"}),
            feared="chair practitioners lisa sal dean dov",
        ),
    ]


def _voice_rows() -> list[Row]:
    def voice(who: str, key: str = "words", **keys: Any) -> dict[str, Any]:
        return {"voices": [{"who": who, "date": "2026-03-10", key: M if key == "observed" else [M], **keys}]}

    cleared = {"for": ["room"], "by": "ann", "date": "2026-03-12"}
    return [
        Row("Mia's words", voice("mia"), plain=WORK, feared="chair practitioners"),
        Row(
            "Mia's words that Lisa may have",
            voice("mia", may_share=["lisa"]),
            plain=f"{WORK} lisa sal mia",
            feared="chair practitioners lisa sal mia",
        ),
        Row("Mia's words that Jo may have", voice("mia", may_share=["jo"]), plain=f"{WORK} jo"),
        Row(
            "Mia's words that she wants Dean to have",
            voice("mia", may_share=["dean"]),
            plain=f"{WORK} dean dov",
            feared="chair practitioners",
        ),
        Row("Mia's words cleared for the room", voice("mia", cleared=cleared), plain=f"{WORK} room", skip="room:lisa"),
        Row("Mia's words she herself cleared for the room", voice("mia", cleared=cleared | {"by": "mia"}), plain=WORK),
        Row("Ella's words", voice("ella"), teenager="practitioners ella"),
        Row(
            "what people saw of Noah",
            voice("noah", "observed"),
            plain=f"{WORK} {PARENTS}",
            fathers="practitioners lisa dean",
        ),
        Row(
            "how Mia was asked, where people saw her as well",
            {
                "voices": [
                    {
                        "who": "mia",
                        "date": "2026-03-10",
                        "words": ["x"],
                        "observed": "y",
                        "how": M,
                        "may_share": ["lisa"],
                    }
                ]
            },
            plain=f"{WORK} lisa sal mia",
        ),
        Row(
            "how Noah was watched",
            {"voices": [{"who": "noah", "date": "2026-03-10", "observed": "y", "how": M}]},
            plain=f"{WORK} {PARENTS}",
        ),
        Row("what people saw of Zoe", voice("zoe", "observed"), fathers="practitioners lisa tom"),
        Row("Lisa's words", voice("lisa"), plain=f"{WORK} lisa sal"),
        Row(
            "Lisa's words that Dean may have",
            voice("lisa", may_share=["dean"]),
            plain=f"{WORK} lisa sal dean dov",
            feared="chair practitioners lisa sal",
        ),
        Row("Lisa's words that Jo may have", voice("lisa", may_share=["jo"]), plain=f"{WORK} lisa sal jo"),
        Row("Lisa's words cleared for the room", voice("lisa", cleared=cleared), plain=f"{WORK} lisa sal"),
        Row("Jo's words", voice("jo"), plain=f"{WORK} jo"),
    ]


def _plan_rows() -> list[Row]:
    knows = f"{WORK} {PARENTS} jo ray room room:lisa"
    rule, step = "safety_plan.rules", "map.needs_to_happen.next_steps"
    rows = [
        Row(
            "bottom line",
            {"safety_plan.bottom_lines": _item(danger="hurting")},
            plain=knows,
            fathers="practitioners lisa dean jo room",
        ),
    ]
    for name, path in (("rule", rule), ("next step", step)):
        rows += [
            Row(
                f"{name} that names Jo",
                {path: _item(danger="hurting", who=["jo"])},
                plain=f"{WORK} {PARENTS} jo room room:lisa",
                feared="chair practitioners lisa sal jo room:lisa",
                fathers="practitioners lisa dean jo room",
            ),
            Row(
                f"{name} of Dean's own with Lisa",
                {path: _item(danger="hurting", who=["dean", "lisa"])},
                feared="chair practitioners lisa sal dean dov room room:lisa room:dean",
            ),
            Row(
                f"{name} of Ray's own with Lisa",
                {path: _item(danger="hurting", who=["ray", "lisa"])},
                feared="chair practitioners lisa sal ray room:lisa room:ray",
            ),
            Row(
                f"{name} about Lisa's health",
                {path: _item(danger="hurting", who=["cole"], about=["lisa"], sensitive=True)},
                plain=f"{WORK} lisa sal",
            ),
        ]
    rows += [
        Row(
            "rule of Mia's plan that names Tom",
            {rule: _item(danger="hurting", who=["tom"])},
            fathers="practitioners lisa dean tom room",
        ),
        Row(
            "rule that Kim checks",
            {rule: _item(danger="hurting", who=["cole"], check={"who": ["kim"], "how": "x"})},
            plain=f"{WORK} {PARENTS} kim room room:lisa",
        ),
        Row(
            "rule that Kim checks, who must not know it",
            {rule: _item(danger="hurting", who=["cole"], check={"who": ["kim"], "withhold": {"from": ["kim"]}})},
            plain=f"{WORK} {PARENTS} room:lisa",
            skip="room",
        ),
        Row(
            "rule that Lisa checks",
            {rule: _item(danger="hurting", who=["cole"], check={"who": ["lisa"], "how": "x"})},
            feared="chair practitioners lisa sal room:lisa",
        ),
        Row(
            "rule that Jo used",
            {rule: _item(danger="hurting", who=["cole"], used=[{"who": ["jo"], "what": "x"}])},
            feared="chair practitioners lisa sal room:lisa",
        ),
        Row(
            "Lisa's time of using a rule of Dean's",
            {rule: [{"what": "x", "danger": "hurting", "who": ["dean"], "used": [{"who": ["lisa"], "what": M}]}]},
            feared="chair practitioners lisa sal room:lisa",
        ),
    ]
    return rows


def _record_rows() -> list[Row]:
    rows = []
    for name, path, key in (
        ("event", "chronology", "what"),
        ("involvement", "involvement", "offered"),
        ("report from elsewhere", "agency_reports", "from"),
    ):
        base = {key: M + " school"} if key == "from" else {key: M}
        rows += [
            Row(
                f"{name} about Mia",
                {path: [base | {"children": ["mia"]}]},
                plain=f"{WORK} {PARENTS}",
                fathers="practitioners lisa dean",
            ),
            Row(
                f"{name} that Jo told",
                {path: [base | {"children": ["mia"], "said_by": ["jo"]}]},
                plain=f"{WORK} {PARENTS}",
                feared="chair practitioners lisa sal",
            ),
            Row(f"{name} that says nobody", {path: [base]}, plain=WORK),
            Row(
                f"{name} about Lisa's health",
                {path: [base | {"about": ["lisa"], "sensitive": True}]},
                plain=f"{WORK} lisa sal",
            ),
        ]
    report = {"from": M + " school", "children": ["mia"], "said_by": ["cole"]}
    return [
        *rows,
        Row(
            "who told of an earlier service",
            {"involvement": [{"who": "Health visiting", "children": ["mia"], "said_by": [f"{M} school"]}]},
            plain=f"{WORK} {PARENTS}",
        ),
        Row(
            "whose words a report carries, which would name its sender",
            {"agency_reports": [report | {"from": "cole", "said_by": [f"{M} school"]}]},
            plain="",
        ),
        Row("who sent a report", {"agency_reports": [report]}, feared="chair practitioners lisa sal"),
        Row(
            "who sent a report, as Dean may know",
            {"agency_reports": [report | {"may_share": ["dean"]}]},
            feared="chair practitioners lisa sal dean dov",
        ),
        Row(
            "consent",
            {"consent": {"what": M, "children": ["mia"]}},
            plain=f"{WORK} {PARENTS}",
            fathers="practitioners lisa dean",
        ),
        Row(
            "core group",
            {"core_groups": [{"what": M, "children": ["mia"]}]},
            plain=f"{WORK} {PARENTS}",
            fathers="practitioners lisa dean",
        ),
        Row(
            "one who came to a core group, whose words Dean must not see",
            {
                "core_groups": [{"what": "x", "children": ["mia"], "attended": ["jo", "cole"]}],
                "people.jo.name": M,
                "people.jo.knows_about": [],
            },
            feared="chair practitioners lisa sal jo",
            skip="room",
        ),
        Row("theme of the authority", {"priorities": [M]}, plain=f"{WORK} {PARENTS}", fathers="practitioners"),
        Row(
            "line of the shared log",
            {"shared": [{"document": "report", "with": "lisa", "how": M, "who": "priya"}]},
            plain=f"{WORK} lisa sal",
        ),
        Row(
            "line of the shared log with Jo",
            {"shared": [{"document": "report", "with": "jo", "how": M, "who": "priya"}]},
            plain=f"{WORK} jo",
        ),
    ]


def _outcome_rows() -> list[Row]:
    everybody = f"{WORK} {PARENTS} room room:lisa"
    not_dean = "chair practitioners lisa sal room:lisa"
    clear = {"for": ["dean"], "by": "ann", "date": "2026-03-17"}
    shared = {"voices": [{"who": "mia", "date": "2026-03-10", "words": ["x"], "may_share": ["lisa"]}]}

    def decided(**keys: Any) -> dict[str, Any]:
        return {"outcome": {"decisions": [{"child": "mia", "decision": "plan-starts"}], **keys}}

    def plan(child: str = "mia", **keys: Any) -> dict[str, Any]:
        return {"outcome": {"plans": [{"needs_to_change": ["x"], **({"child": child} if child else {}), **keys}]}}

    def action(*who: str, **keys: Any) -> dict[str, Any]:
        return plan(actions=[{"what": M, "who": list(who), **keys}])

    def with_a_task_for_jo(**keys: Any) -> dict[str, Any]:
        return {"outcome": {"plans": [{"child": "mia", "actions": [{"what": "x", "who": ["jo"]}]}], **keys}}

    return [
        Row(
            "reasons of the decision for Mia",
            {"outcome": {"decisions": [{"child": "mia", "reasons": M}]}},
            plain=everybody,
            feared="chair practitioners lisa sal dean dov room room:lisa room:dean",
            fathers="practitioners lisa dean room",
            teenager="practitioners lisa dean room",
        ),
        Row(
            "reasons of the decision for Zoe",
            {"outcome": {"decisions": [{"child": "zoe", "reasons": M}]}},
            fathers="practitioners lisa tom room",
        ),
        Row(
            "reasons of the decision for Ella",
            {"outcome": {"decisions": [{"child": "ella", "reasons": M}]}},
            teenager="practitioners ella lisa dean room",
        ),
        Row(
            "reasons that are withheld from Dean",
            {"outcome": {"decisions": [{"child": "mia", "reasons": M, "withhold": {"from": ["dean"]}}]}},
            plain=f"{WORK} lisa sal room:lisa",
        ),
        Row(
            "outcome that is withheld from Dean",
            {"outcome": {"decisions": [{"child": "mia", "reasons": M}], "withhold": {"from": ["dean"]}}},
            plain=f"{WORK} lisa sal room:lisa",
        ),
        Row("plan for Mia", plan(visits=M), plain=everybody, fathers="practitioners lisa dean room"),
        Row("plan that names no child", plan("", visits=M), plain=everybody, fathers="practitioners room"),
        Row(
            "plan that is withheld from Jo, who has a task in it",
            plan(actions=[{"what": M, "who": ["jo"]}], withhold={"from": ["jo"]}),
            plain=f"{WORK} {PARENTS} room:lisa",
        ),
        Row(
            "task of Jo",
            action("jo"),
            plain=f"{WORK} {PARENTS} jo room room:lisa",
            feared=f"{not_dean} jo",
            fathers="practitioners lisa dean jo room",
        ),
        Row(
            "task of Dean with Lisa",
            action("dean", "lisa"),
            feared="chair practitioners lisa sal dean dov room room:lisa room:dean",
        ),
        Row("task of Ray with Lisa", action("ray", "lisa"), feared=f"{not_dean} ray"),
        Row("task of Lisa cleared for Dean", action("lisa", cleared=clear), feared=f"{not_dean} dean dov room:dean"),
        Row(
            "what happens if things do not change, for Mia",
            plan(contingency=M),
            plain=f"{WORK} {PARENTS}",
            feared="chair practitioners lisa sal",
            fathers="practitioners lisa dean",
        ),
        Row(
            "what happens if things do not change, cleared for Dean",
            plan(contingency=M, cleared=clear),
            feared="chair practitioners lisa sal dean dov",
        ),
        Row(
            "what happens if things do not change, for all",
            decided(contingency=M),
            plain=f"{WORK} {PARENTS}",
            feared="chair practitioners lisa sal",
            fathers="practitioners",
        ),
        Row(
            "day of the next conference",
            decided(dates={"review": "2026-06-16"}),
            wanted="2026-06-16",
            plain=everybody,
            fathers="practitioners lisa dean room",
        ),
        Row(
            "day of the next conference, for one with a task",
            with_a_task_for_jo(dates={"review": "2026-06-16"}),
            wanted="2026-06-16",
            plain=f"{WORK} {PARENTS} jo room room:lisa",
        ),
        Row(
            "day of the next conference, where no child has a plan",
            {"outcome": {"decisions": [{"child": "mia", "decision": "no-plan"}], "dates": {"review": "2026-06-16"}}},
            wanted="2026-06-16",
            plain=WORK,
        ),
        Row(
            "the chair's summary",
            decided(summary=M),
            plain=everybody,
            feared=not_dean,
            fathers="practitioners room",
        ),
        Row(
            "the chair's summary, where Lisa came separately",
            decided(summary=M) | {"meeting.attendance": [{"who": "lisa", "part": "separately", "with": ["jo"]}]},
            plain=f"{WORK} dean dov",
        ),
        Row(
            "the chair's summary, where a neighbour came separately",
            decided(summary=M) | {"meeting.attendance": [{"who": "kim", "part": "separately"}]},
            plain=f"{WORK} {PARENTS} room:lisa",
        ),
        Row(
            "summary of Lisa's part",
            decided(parts=[{"who": "lisa", "summary": M}])
            | {"meeting.attendance": [{"who": "lisa", "part": "separately", "with": ["dean"]}]},
            plain=f"{WORK} {PARENTS}",
            feared="chair practitioners lisa sal",
        ),
        Row(
            "summary of Lisa's part, where she came with a neighbour",
            decided(parts=[{"who": "lisa", "summary": M}])
            | {"meeting.attendance": [{"who": "lisa", "part": "separately", "with": ["kim"]}]},
            plain=f"{WORK} lisa sal",
        ),
        Row(
            "summary of Dean's part",
            decided(parts=[{"who": "dean", "summary": M}])
            | {"meeting.attendance": [{"who": "dean", "part": "separately"}]},
            plain=f"{WORK} dean dov",
            feared="chair practitioners",
        ),
        Row(
            "summary of Dean's part, cleared for him",
            decided(parts=[{"who": "dean", "summary": M, "cleared": clear}])
            | {"meeting.attendance": [{"who": "dean", "part": "separately"}]},
            feared="chair practitioners dean dov",
        ),
        Row(
            "summary of a part that is nobody's",
            decided(parts=[{"summary": M}]) | {"meeting.attendance": [{"part": "separately", "with": ["lisa"]}]},
            plain=WORK,
        ),
        Row(
            "one whose words Dean must not see, who wrote the minutes",
            decided(minutes_by="cole")
            | {"people.cole.name": M, "people.dean.must_not_see.words_of": ["cole"], "dangers.0.worried": ["max"]},
            feared="chair practitioners lisa sal room:lisa",
            skip="mia",
        ),
        Row(
            "agency that came",
            decided(attended=[f"{M} school"]),
            plain=f"{WORK} {PARENTS}",
            feared="chair practitioners lisa sal",
            fathers="practitioners lisa dean",
        ),
        Row(
            "agency that could not come",
            decided(apologies=[f"{M} school"]),
            plain=f"{WORK} {PARENTS}",
            feared="chair practitioners lisa sal",
        ),
        Row(
            "neighbour who came to Dean's part",
            decided(attended=["lisa", "dean", "kim"])
            | {
                "people.kim.name": M,
                "meeting.attendance": [{"who": "dean", "part": "separately", "with": ["kim"]}],
            },
            plain=f"{WORK} dean dov kim room",
        ),
        Row(
            "supporter who came with Lisa to Lisa's part",
            decided(attended=["lisa", "dean", "sal"])
            | {"people.sal.name": M, "meeting.attendance": [{"who": "lisa", "part": "separately"}]},
            plain=f"{WORK} lisa sal",
        ),
        Row(
            "neighbour in the core group",
            decided(core_group=["lisa", "dean", "kim"]) | {"people.kim.name": M},
            plain=f"{WORK} {PARENTS} kim room room:lisa",
            fathers="practitioners kim room",
        ),
        Row(
            "one whose help Dean must not know of, in the core group",
            decided(core_group=["lisa", "dean", "jo"]) | {"people.jo.name": M},
            feared="chair practitioners lisa sal jo room:lisa",
            skip="room",
        ),
        Row("dissent of Lisa", decided(dissent=[{"who": "lisa", "says": M}]), plain=f"{WORK} lisa sal"),
        Row(
            "dissent of Mr Cole",
            decided(dissent=[{"who": "cole", "says": M}]),
            plain=WORK,
            feared="chair practitioners",
        ),
        Row(
            "decision with which Lisa does not agree",
            {
                "outcome": {
                    "decisions": [{"child": "mia", "reasons": M}],
                    "dissent": [{"who": "lisa", "says": "I want more."}],
                }
            },
            feared="chair practitioners lisa sal dean dov room room:lisa room:dean",
        ),
        Row("dissent of Dean", decided(dissent=[{"who": "dean", "says": M}]), feared="chair practitioners"),
        Row(
            "dissent of Dean, cleared for him",
            decided(dissent=[{"who": "dean", "says": M, "cleared": clear}]),
            feared="chair practitioners dean dov",
        ),
        *(
            Row(f"{name}, where a friend has a task", with_a_task_for_jo(**{key: value}), plain=gets)
            for name, key, value, gets in (
                ("agency that came", "attended", [f"{M} school"], f"{WORK} {PARENTS}"),
                ("how Mia took part", "participation", [{"child": "mia", "what": M}], WORK),
                ("the chair's summary", "summary", M, everybody),
                ("summary of Lisa's part", "parts", [{"who": "lisa", "summary": M}], f"{WORK} lisa sal"),
                ("dissent of Mr Cole", "dissent", [{"who": "cole", "says": M}], WORK),
                ("what happens if things do not change", "contingency", M, f"{WORK} {PARENTS}"),
                ("whether enough agencies came", "quorum", {"why": M}, WORK),
                ("correction that Lisa asked for", "corrections", [{"who": "lisa", "what": M}], f"{WORK} lisa sal"),
                ("correction that Jo asked for", "corrections", [{"who": "jo", "what": M}], f"{WORK} jo"),
            )
        ),
        Row(
            "neighbour in the core group, where a friend has a task",
            with_a_task_for_jo(core_group=["kim"]) | {"people.kim.name": M},
            plain=f"{WORK} {PARENTS} kim room room:lisa",
        ),
        Row("dissent of Jo", with_a_task_for_jo(dissent=[{"who": "jo", "says": M}]), plain=f"{WORK} jo"),
        Row("how Mia took part", decided(participation=[{"child": "mia", "what": M}]), plain=WORK),
        Row(
            "how Mia took part, whose words Lisa may have",
            decided(participation=[{"child": "mia", "what": M}]) | shared,
            plain=f"{WORK} lisa sal",
            feared="chair practitioners lisa sal",
        ),
        Row("whether enough agencies came", decided(quorum={"why": M}), plain=WORK),
        Row(
            "correction that Lisa asked for",
            decided(corrections=[{"who": "lisa", "what": M}]),
            plain=f"{WORK} lisa sal",
        ),
    ]


def _child_rows() -> list[Row]:
    agreed = {"text": [M], "agreed_with": ["lisa"], "date": "2026-03-14"}

    def words(**keys: Any) -> dict[str, Any]:
        return {"words_for_child": [{"child": "mia", **agreed, **keys}]}

    # What practitioners and those who agreed may have of these stands in no document of theirs.
    grown_up = "chair ann practitioners cole priya max lisa sal"
    return [
        Row("words agreed for Mia", words(), plain="mia", feared="mia", fathers="mia", skip=grown_up),
        Row(
            "picture agreed for Mia", words(pictures=[{"text": "x", "draw": M}], text=["x"]), plain="mia", skip=grown_up
        ),
        Row("words agreed for all children", {"words_for_child": [agreed]}, plain="mia noah", skip=grown_up),
        Row("words for Mia that nobody agreed", words(agreed_with=[]), plain="", skip=grown_up),
        Row("words for Mia without a date", words(date=None), plain="", skip=grown_up),
        Row("words withheld from Mia", words(withhold={"from": ["mia"]}), plain="", skip=grown_up),
        Row(
            "words of Mia that nobody else at home may have",
            {"voices": [{"who": "mia", "date": "2026-03-10", "words": [M], "may_share": ["cole"]}]},
            plain=WORK,
        ),
        Row(
            "what the children know of the plan",
            {"safety_plan": {"children_know": [M], "agreed_with": ["lisa"]}},
            plain=f"{WORK} lisa sal mia noah",
            fathers="practitioners lisa",
        ),
        Row(
            "name of a neighbour who will help",
            {"people.kim.name": M, "people.kim.will": "x"},
            plain=f"{WORK} kim room mia noah",
        ),
        Row(
            "name of one who will help, whose help a feared child must not know of",
            {
                "people.kim.name": M,
                "people.kim.will": "x",
                "people.mia.must_not_see": {"words_of": ["kim"], "agreed_by": "ann", "date": "2026-03-12"},
            },
            plain=f"{WORK} kim noah",
            skip="room",
        ),
    ]


ROWS = [
    *_meeting_rows(),
    *_people_rows(),
    *_map_rows(),
    *_worry_rows(),
    *_danger_rows(),
    *_voice_rows(),
    *_plan_rows(),
    *_record_rows(),
    *_outcome_rows(),
    *_child_rows(),
]


def _family(world: str) -> Data:
    return family(
        two_fathers=world == "fathers", teenager=world == "teenager", feared=world == "feared", side=world == "feared"
    )


@pytest.mark.parametrize(
    ("row", "world"), [pytest.param(row, world, id=f"{row.name}-{world}") for row in ROWS for world in row.worlds]
)
def test_a_row_of_the_table_goes_to_whom_it_names_and_to_nobody_else(row: Row, world: str) -> None:
    case = _family(world)
    for path, value in row.puts.items():
        put(case, path, value)
    gets = set(row.worlds[world].split())
    asked = [name for name in READERS[world].split() if name not in row.skip.split()]
    assert gets <= set(asked), f"not asked in this family: {gets - set(asked)}"
    found = {name for name in asked if holds(view(case, name, row.profile), row.wanted)}
    assert found == gets, f"gets it and must not: {sorted(found - gets)}; ought to: {sorted(gets - found)}"


def test_no_two_rows_have_the_same_name() -> None:
    names = [row.name for row in ROWS]
    assert len(names) == len(set(names))
    assert len(names) > 140
