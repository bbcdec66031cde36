"""Who a reader is: by id or code, alone or in a room; who may do without being named; which copies are not made."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from builders import Data, family, put, read, reader, view, written

from sostool.profile.load import load_profile
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS, Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import (
    Column,
    Reader,
    all_readers,
    default_reader,
    everyone,
    find_reader,
    is_of_several_families,
)

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def one_household(**people: Data) -> Data:
    """Lisa alone with Mia: everyone may hear everything."""
    return {
        "sostool": 1,
        "reference": "EX-0902",
        "meeting": {"kind": "early-help", "date": "2026-03-17"},
        "people": {
            "mia": {"name": "Mia", "role": "child", "lives_with": ["lisa"]},
            "lisa": {"name": "Lisa", "role": "parent", "parent_of": ["mia"]},
            "priya": {"name": "Priya Shah", "role": "social-worker"},
            **people,
        },
    }


def default(case: Data) -> Reader | None:
    found = read(case).case
    assert found is not None
    return default_reader(found, _england())


def _england() -> Any:
    return load_profile("england").profile


def made(case: Data, name: str, kind: str = "report") -> list[str]:
    """Name the files that are made."""
    return [
        file.file_name
        for file in Maker(read(case), Workshop(_england())).make(KINDS[kind], reader(case, name), FORMATS)
    ]


DAD = {"name": "Dean", "role": "parent", "parent_of": ["mia"]}
KIM = {"name": "Kim", "role": "network"}


def test_without_a_reader_it_is_the_room_where_everyone_may_hear_everything() -> None:
    found = default(one_household())
    assert found is not None
    assert found.name == "room"


@pytest.mark.parametrize(
    ("case", "room"),
    [
        (one_household(kim=KIM), True),
        (one_household(dean=DAD | {"lives_with": ["lisa"]}), False),
        (one_household(dean=DAD | {"lives_with": ["mia"]}), True),
        (put(one_household(dean=DAD), "people.mia.lives_with", ["lisa", "dean"]), True),
        (one_household(dean=DAD), False),
        (put(one_household(kim=KIM), "people.mia.lives_with", ["kim"]), False),
        (put(one_household(), "people.mia.lives_with", ["priya"]), False),
        (put(one_household(noah={"name": "Noah", "role": "child"}), "people.mia.lives_with", ["lisa"]), True),
        (one_household(dean=KIM | {"must_not_see": {"words_of": ["lisa"]}}), False),
        (put(one_household(), "protected", [{"words": ["Fern Court"], "from": ["priya"]}]), False),
        (put(one_household(), "map.working_well.strengths", [{"what": "x", "withhold": {"from": ["priya"]}}]), False),
        (
            put(one_household(), "safety_plan.rules", [{"what": "x", "check": {"withhold": {"from": ["everyone"]}}}]),
            False,
        ),
        (put(one_household(), "meeting.attendance", [{"who": "lisa", "part": "together"}]), True),
        (put(one_household(), "meeting.attendance", [{"who": "lisa", "part": "separately"}]), False),
        (put(one_household(kim=KIM), "meeting.attendance", [{"who": "kim", "part": "not-invited"}]), False),
    ],
    ids=[
        "a neighbour",
        "dad elsewhere",
        "dad lives with her",
        "she lives with both",
        "dad, nobody says where",
        "she lives with a neighbour",
        "mum alone, and elsewhere",
        "a brother who lives elsewhere",
        "somebody is feared",
        "protected words",
        "something withheld",
        "something withheld deep inside",
        "together",
        "separately",
        "not invited",
    ],
)
def test_without_a_reader_it_is_the_room_only_where_all_may_hear_all(case: Data, room: bool) -> None:
    assert (default(case) is not None) is room


def test_the_room_holds_all_who_are_not_kept_away() -> None:
    case = family()
    put(
        case,
        "meeting.attendance",
        [{"who": "dean", "part": "not-invited", "with": ["ray"]}, {"who": "lisa", "part": "separately"}],
    )
    members = reader(case, "room").members
    assert {"lisa", "jo", "kim"} <= members
    assert not {"dean", "ray", "ann"} & members


def test_the_room_with_one_person_holds_them_and_those_with_them() -> None:
    case = put(family(), "meeting.attendance", [{"who": "lisa", "part": "separately", "with": ["jo", "sal"]}])
    assert reader(case, "room:lisa").members == {"lisa", "jo", "sal"}
    assert reader(case, "room:dean").members == {"dean"}


@pytest.mark.parametrize("parts", [("together", "not-invited"), ("not-invited", "together"), ("not-invited", "")])
def test_whoever_may_be_in_the_room_counts_as_in_it(parts: tuple[str, str]) -> None:
    lines = [{"who": "dean", "part": part} if part else {"who": "dean"} for part in parts]
    assert "dean" in reader(put(family(feared=True), "meeting.attendance", lines), "room").members


def test_who_is_there_for_somebody_brings_what_that_person_must_not_see() -> None:
    case = put(family(feared=True), "meeting.attendance", [{"who": "dean", "part": "not-invited"}])
    # Dean's advocate does not come without him ...
    assert not {"dean", "dov"} & reader(case, "room").members
    # ... and whoever has him beside them speaks in front of Dean.
    case["meeting"]["attendance"].append({"who": "jo", "part": "separately", "with": ["dov"]})
    assert reader(case, "room:jo").members == {"jo", "dov", "dean"}
    assert {"dean", "dov"} <= reader(case, "room").members
    put(case, "map.working_well.strengths", [{"what": "Zqmark", "said_by": ["lisa"]}])
    assert not view(case, "room:jo").map.strengths
    assert not view(case, "room").map.strengths


def test_an_interpreter_for_two_gets_the_copy_of_the_one_they_are_there_for() -> None:
    case = put(family(), "people.ewa", {"name": "Ewa", "role": "interpreter", "with_person": "lisa"})
    put(case, "meeting.attendance", [{"who": name, "part": "separately", "with": ["ewa"]} for name in ("lisa", "dean")])
    put(case, "people.lisa.contact", {"phone": "lisas phone"})
    put(case, "people.dean.contact", {"phone": "deans phone"})
    phones = [value for person in view(case, "ewa").people for _, value in person.contact]
    assert phones == ["lisas phone"]
    assert reader(case, "room:lisa").members == {"lisa", "ewa"}
    # What is said in front of her in Dean's part is fit for Lisa too, whose copy she gets.
    assert reader(case, "room:dean").members == {"dean", "ewa", "lisa"}


def test_a_practitioner_of_a_feared_persons_side_is_barred_like_them() -> None:
    case = put(family(feared=True), "people.cole.side_of", "dean")
    put(case, "map.working_well.strengths", [{"what": "x", "children": ["mia"], "said_by": ["lisa"]}])
    given = {name for name in ("practitioners", "cole", "priya") if view(case, name).map.strengths}
    assert given == {"priya"}


def test_a_pack_is_for_each_reader_once_and_the_chairs_copy_is_the_chairs() -> None:
    case = put(family(), "meeting.attendance", [{"who": "lisa", "part": "separately"}])
    found = read(case).case
    assert found is not None
    names = [one.name for one in everyone(found, _england())]
    assert len(names) == len(set(names))
    assert set(names) == {"room", "practitioners", "chair", "room:lisa", *case["people"]} - {"ann", "una"}


@pytest.mark.parametrize(
    ("change", "several"),
    [
        ({}, False),
        ({"kim": {"name": "Kim", "role": "network", "lives_with": ["mia"]}}, False),
        ({"nan": {"name": "Nan", "role": "carer", "lives_with": ["mia"]}}, True),
        ({"nan": {"name": "Nan", "role": "carer", "parental_responsibility": ["mia", "noah"]}}, False),
        ({"tom": {"name": "Tom", "role": "parent"}}, True),
    ],
    ids=["one family", "a neighbour", "a carer of one child", "a carer of all", "a parent of nobody"],
)
def test_a_room_of_several_families_is_told_from_one_of_one_family(change: Data, several: bool) -> None:
    case = family()
    for name in ("lisa", "dean"):
        case["people"][name]["lives_with"] = ["mia", "noah"]
    case["people"] |= change
    found = read(case).case
    assert found is not None
    assert is_of_several_families(found, reader(case, "room")) is several
    assert not is_of_several_families(found, reader(case, "lisa"))


def test_two_fathers_in_one_room_are_several_families_and_each_alone_is_not() -> None:
    case = family(two_fathers=True)
    found = read(case).case
    assert found is not None
    assert is_of_several_families(found, reader(case, "room"))
    assert not is_of_several_families(found, reader(case, "room:tom"))


def test_children_whose_parents_nobody_has_written_down_are_not_taken_for_one_family() -> None:
    case = one_household(
        lisa={"name": "Lisa", "role": "carer", "lives_with": ["mia"]},
        noah={"name": "Noah", "role": "child"},
    )
    put(case, "map.working_well.strengths", [{"what": "x", "said_by": ["priya"]}])
    assert not view(case, "lisa").map.strengths
    for name, child in (("dean", "mia"), ("tom", "noah")):
        case["people"][name] = {"name": name, "role": "parent", "parent_of": [child]}
    assert not view(case, "lisa").map.strengths
    del case["people"]["tom"]
    case["people"]["dean"]["parent_of"].append("noah")
    assert view(case, "lisa").map.strengths


@pytest.mark.parametrize("role", ["parent", "carer", "partner", "network"])
def test_whoever_is_a_childs_parent_makes_a_family_of_their_own(role: str) -> None:
    case = one_household(noah={"name": "Noah", "role": "child"})
    case["people"]["lisa"]["parent_of"].append("noah")
    put(case, "map.working_well.strengths", [{"what": "x", "said_by": ["priya"]}])
    assert view(case, "lisa").map.strengths
    case["people"]["tom"] = {"name": "Tom", "role": role, "parent_of": ["noah"]}
    assert not view(case, "lisa").map.strengths
    assert not view(case, "tom").map.strengths


def test_a_young_person_who_is_a_parent_too_gets_what_is_about_themselves_and_not_about_their_baby() -> None:
    case = family(teenager=True)
    case["people"]["bea"] = {"name": "Bea", "role": "child", "lives_with": ["ella"]}
    case["people"]["ella"]["parent_of"] = ["bea"]
    items = [{"what": f"about {child}", "children": [child], "said_by": ["cole"]} for child in ("ella", "bea", "mia")]
    put(case, "map.working_well.strengths", [*items, {"what": "about all", "said_by": ["cole"]}])
    assert [item.what for item in view(case, "ella").map.strengths] == ["about ella"]
    # Written down as the parent she is, she gets what is about her baby.
    case["people"]["ella"] = {"name": "Ella", "role": "parent", "parent_of": ["bea"]}
    case["people"]["lisa"]["parent_of"].remove("ella")
    case["people"]["dean"]["parent_of"].remove("ella")
    case["map"]["working_well"]["strengths"] = items[1:]
    assert [item.what for item in view(case, "ella").map.strengths] == ["about bea"]


def test_a_childs_page_holds_nothing_of_a_brother_or_sister() -> None:
    case = family()
    case["voices"] = [
        {"who": child, "date": "2026-03-10", "words": [f"words of {child}"], "may_share": ["lisa", "dean"]}
        for child in ("mia", "noah")
    ]
    agreed = {"agreed_with": ["lisa"], "date": "2026-03-14"}
    case["words_for_child"] = [{"child": child, "text": [f"told to {child}"], **agreed} for child in ("mia", "noah")]
    mia = view(case, "mia")
    assert [voice.words for voice in mia.voices] == [("words of mia",)]
    assert mia.words_for_child is not None
    assert mia.words_for_child.text == ("told to mia",)
    assert "Noah" not in {person.name for person in mia.people}


def test_a_parent_of_no_child_in_the_file_gets_nothing_of_the_children() -> None:
    case = put(family(), "people.una", {"name": "Una", "role": "parent"})
    put(case, "map.working_well.strengths", [{"what": "x", "said_by": ["cole"]}])
    found = view(case, "una")
    assert not found.map.strengths
    assert not found.dangers
    assert not [person for person in found.people if person.role == "child"]


def test_nobody_by_that_name() -> None:
    found = read(family()).case
    assert found is not None
    for name in ("nobody", "room:nobody", "room:", "p99", "p0", "", "Lisa", "everyone", "network", "lisa ", "mia,lisa"):
        assert find_reader(found, _england(), name) is None, name


def test_codes_follow_the_order_of_the_file_and_find_the_same_people() -> None:
    case = family()
    for number, id_ in enumerate(case["people"], 1):
        assert reader(case, id_) == reader(case, f"p{number}")
        assert reader(case, id_).code == f"p{number}"
    assert reader(case, "room:lisa") == reader(case, "room:p3")
    assert reader(case, "room:lisa").code == "room-p3"


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_no_file_is_named_by_a_name_or_an_id(file: Path) -> None:
    from sostool.case.read import read_case  # noqa: PLC0415

    found = read_case(file.read_bytes(), file.name)
    assert found.case is not None
    profile = load_profile(found.case.profile).profile
    assert profile is not None
    people = found.case.people
    named = {word.casefold() for id_, person in people.items() for word in (id_, *re.findall(r"\w+", person.name))}
    for who in [
        *all_readers(found.case, profile),
        *(find_reader(found.case, profile, f"room:{id_}") for id_ in people),
    ]:
        assert who is not None
        assert re.fullmatch(r"chair|practitioners|room|(room-)?p\d+", who.code)
        assert not set(re.findall(r"\w+", who.code)) & named - {"room", "chair", "practitioners"}


def test_a_file_is_named_by_reference_document_reader_and_date() -> None:
    assert made(family(), "lisa") == ["EX-0900-report-p3-2026-03-17.html", "EX-0900-report-p3-2026-03-17.md"]
    assert made(family(), "room:lisa", "map") == [
        "EX-0900-map-room-p3-2026-03-17.html",
        "EX-0900-map-room-p3-2026-03-17.md",
    ]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 7


@pytest.mark.parametrize("name", ["lisa", "dean", "jo", "sal", "mia", "una"])
def test_a_map_is_for_a_wall_and_not_for_one_person(name: str) -> None:
    with pytest.raises(Refused):
        made(family(), name, "map")


@pytest.mark.parametrize("name", ["room", "room:lisa", "practitioners", "priya", "chair", "ann"])
def test_a_map_is_for_the_room_for_practitioners_and_for_the_chair(name: str) -> None:
    assert len(made(family(), name, "map")) == 2


@pytest.mark.parametrize(
    ("change", "given"),
    [
        ({}, True),
        ({"born": "2014-03-17"}, True),
        ({"born": "2014-03-18"}, False),
        ({"born": None}, False),
        ({"young_person_copy": None}, False),
        ({"young_person_copy": {"agreed_by": "ann"}}, False),
        ({"young_person_copy": {"date": "2026-03-12"}}, False),
        ({"subject": False}, False),
    ],
    ids=[
        "as agreed",
        "twelve today",
        "twelve tomorrow",
        "no birthday",
        "not agreed",
        "no day",
        "nobody agreed",
        "not part of this",
    ],
)
def test_a_report_goes_to_a_young_person_who_is_old_enough_and_for_whom_it_was_agreed(
    change: Data, given: bool
) -> None:
    case = family(teenager=True)
    case["people"]["ella"] |= change
    case["people"]["ella"] = {key: value for key, value in case["people"]["ella"].items() if value is not None}
    if given:
        assert len(made(case, "ella")) == 2
        return
    assert reader(case, "ella").column in (Column.CHILD, Column.NOTHING)
    # A child's page names who will help; of the table for grown-ups nothing is there.
    assert not view(case, "ella").dangers
    assert not view(case, "ella").map.past_harm
    if reader(case, "ella").column is Column.CHILD:
        with pytest.raises(Refused):
            made(case, "ella")


@pytest.mark.parametrize(
    ("reader", "given"),
    [
        ("lisa", True),
        ("sal", True),
        ("nan", True),
        ("pat", False),
        ("ella", False),
        ("practitioners", True),
        ("chair", True),
    ],
    ids=[
        "a parent",
        "a parent's supporter",
        "who has the say",
        "a carer",
        "a young person",
        "practitioners",
        "the chair",
    ],
)
def test_the_outline_plan_is_for_a_parent(reader: str, given: bool) -> None:
    case = put(family(teenager=True), "outcome.plans", [{"needs_to_change": ["x"]}])
    case["people"]["pat"] = {"name": "Pat", "role": "carer", "lives_with": ["mia", "noah", "ella"]}
    case["people"]["nan"] = {"name": "Nan", "role": "carer", "parental_responsibility": ["mia", "noah", "ella"]}
    if given:
        assert made(case, reader, "plan")
        return
    assert made(case, reader, "minutes")
    with pytest.raises(Refused):
        made(case, reader, "plan")


def test_a_small_child_gets_no_report() -> None:
    with pytest.raises(Refused):
        made(family(), "mia")


def test_somebody_without_a_row_gets_an_empty_copy_that_still_is_one() -> None:
    case = put(family(), "meeting.why", "Zqmark")
    found = view(case, "una")
    assert not found.people
    assert not found.dangers
    assert found.why == ""
    assert len(made(case, "una")) == 2


@pytest.mark.parametrize("role", ["supporter", "advocate", "interpreter"])
@pytest.mark.parametrize("principal", ["lisa", "jo", "priya"])
def test_somebody_there_for_another_gets_that_persons_copy(role: str, principal: str) -> None:
    case = put(family(), "people.ewa", {"name": "Ewa", "role": role, "with_person": principal})
    ewas, theirs = view(case, "ewa"), view(case, principal)
    assert ewas.reader_code != theirs.reader_code
    assert (ewas.people, ewas.dangers, ewas.map, ewas.parts) == (
        theirs.people,
        theirs.dangers,
        theirs.map,
        theirs.parts,
    )


@pytest.mark.parametrize("principal", ["sal", "ann", "una", None])
def test_somebody_there_for_nobody_who_has_a_copy_gets_nothing(principal: str | None) -> None:
    person = {"name": "Ewa", "role": "interpreter"} | ({"with_person": principal} if principal else {})
    case = put(family(), "people.ewa", person)
    assert not view(case, "ewa").people
    assert not view(case, "ewa").dangers


def run(case: Data, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the program on a case file in a folder of its own."""
    file = folder / "case.yaml"
    file.write_bytes(written(case))
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "sostool",
            "render-report",
            str(file),
            "-o",
            str(folder / "out"),
            "--unfinished",
            *options,
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "", "PYTHONPATH": str(EXAMPLES[0].parents[1])},
    )


def test_the_command_stops_and_lists_the_readers_where_it_matters(tmp_path: Path) -> None:
    ended = run(family(feared=True), tmp_path)
    assert ended.returncode == 1
    for name in ("room", "practitioners", "chair", "p3", "p4"):
        assert f"--for {name}" in ended.stdout + ended.stderr
    assert not (tmp_path / "out").exists()


def test_the_command_makes_nothing_for_somebody_who_is_not_in_the_file(tmp_path: Path) -> None:
    ended = run(family(), tmp_path, "--for", "lissa")
    assert ended.returncode == 2
    assert "Nobody in this file has this id" in ended.stderr
    assert not (tmp_path / "out").exists()


def test_in_a_log_the_command_tells_codes_and_no_names(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(written(family(feared=True)))
    ended = subprocess.run(
        [sys.executable, "-m", "sostool", "render-report", str(file), "-o", str(tmp_path / "out"), "--unfinished"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "", "CI": "true", "PYTHONPATH": str(EXAMPLES[0].parents[1])},
    )
    told = (ended.stdout + ended.stderr).casefold()
    assert ended.returncode == 1
    assert "--for p3" in told
    assert not re.search(r"\b(lisa|dean|mia|noah|jo|ray|priya)\b", told)


def test_what_was_said_in_a_part_is_not_told_again_to_who_was_not_in_it() -> None:
    said = "Lisa said that she would rather live near her sister than stay in the flat."
    case = put(family(), "meeting.attendance", [{"who": "lisa", "part": "separately"}])
    put(case, "outcome.parts", [{"who": "lisa", "summary": said}])
    put(case, "outcome.decisions", [{"child": "mia", "reasons": said}])
    for name in ("lisa", "sal", "practitioners", "chair"):
        assert made(case, name, "minutes")
    for name in ("dean", "dov", "room"):
        with pytest.raises(Refused) as refused:
            made(case, name, "minutes")
        assert [leak.shown_path for leak in refused.value.leaks] == [("outcome", "decisions", 0, "reasons")]
