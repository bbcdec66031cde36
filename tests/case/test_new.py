"""What a new case file holds arrives as it was typed, and is never wrong, only unfinished."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import TODAY, england

from sostool.case.model import Case
from sostool.case.model.meeting import KINDS
from sostool.case.model.people import RESERVED
from sostool.case.new import NewCase, NewPerson, ids_for, new_case_text, new_child
from sostool.case.read import read_case
from sostool.checks.run import ask_checks
from sostool.yamlfile.kinds import ID
from sostool.yamlfile.source import unwanted_characters

DAY = dt.date(2026, 3, 17)
ROLES = ("child", "parent", "network", "practitioner", "social-worker", "chair")

# What a person can type, in its hardest forms: all that YAML gives a meaning of its own, and no control characters.
hard = st.sampled_from(
    [
        *": # - ? ! & * | > % @ ` ' \" \\ [ ] { } , ~ = ( ) . …".split(),
        *(
            "- ",
            ": ",
            " #",
            "---",
            "...",
            "'''",
            "\t",
            " ",
            "  ",
            "null",
            "true",
            "no",
            "12:30",
            "0x1F",
            "<<",
            "{{ x }}",
        ),
        *(
            "Zoë",
            "محمد",
            "Łukasz",
            "👩‍👧",
            "e\u0301",
            "\u00a0",
            "\u200d",
            "\u200e",
            "O'Brien",
            "Mia",
            "1.10",
            "2018-04-01",
        ),
    ]
)
line = st.lists(hard | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4), max_size=6).map("".join)
typed_line = line.filter(lambda text: not unwanted_characters(text))
typed_text = (
    st.lists(typed_line | st.just(""), max_size=5).map("\n".join).filter(lambda text: not unwanted_characters(text))
)
typed_name = typed_line.filter(str.strip)


def new(
    *people: NewPerson, worry: str = "", reference: str = "EX-0042", profile: str = "england", kind: str = "mapping"
) -> NewCase:
    return NewCase(reference, profile, kind, DAY, people, worry)


def read_back(case: NewCase) -> Case:
    """Read a new file: it has no error."""
    result = read_case(new_case_text(case).encode(), "new.yaml")
    assert [finding.message for finding in result.findings] == []
    assert result.case is not None
    asked = ask_checks(result, england(), TODAY)
    assert {finding.severity for finding in asked.findings} <= {"query", "advice"}
    return result.case


def worry_of(case: Case) -> str:
    return case.dangers[0].statement if case.dangers else ""


NAMES = [
    "Mia", "Zoë", "محمد", "प्रिया", "Олена", "陳美玲", "O'Brien", "O’Brien", "Siobhán Ní Bhriain", "Łukasz Wójcik",
    "Nguyễn Thị Ngọc", "Mary-Jane", "-", "--", "- Mia", "Mia: the eldest", "Mia:", ":Mia", "Mia #2", "#Mia",
    "#", "Mia 👶", "👩‍👧‍👦", '"Mia"', "'Mia'", "Mia's", "''", "null", "Null", "~", "true", "No", "yes", "ON",
    "0042", "1.10", "1e5", "0x1F", "2019-06-02", "12:30", "[Mia]", "{Mia}", "Mia, Noah", "&mia", "*mia", "!mia",
    "%mia", "@mia", "`mia`", "|", ">", "?", "? Mia", "<<", "---", "...", "Mia\\n", "Mia\nNoah", "Mia\r\nNoah",
    "Mia\tSmith", "Mia  Smith", "Mia\u00a0Smith", " Mia", "Mia ", "Everyone", "Chair", "all", "Mr", "Aunt Jo",
    "Dr Cole", "Ms. A. Khan (she/her)", "<script>alert(1)</script>", "{{ 7*191 }}", "::error::x",
    "[red]Mia[/red]", "x" * 200,
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_arrives_as_it_was_typed(name: str) -> None:
    case = read_back(new(NewPerson(name, "child"), NewPerson(name, "parent", relation=name)))
    child, parent = case.people.values()
    assert (child.name, parent.name, parent.relation) == (name, name, name)
    assert parent.parent_of == (child.id,)


WORRIES = [
    "Priya is worried.", "one\ntwo", "one\n\ntwo", "one\n\n\ntwo", "- one\n- two", "one:\n- two", "  indented",
    "\tindented", " x\ny", "x\n  y\n y", "\nx", "\n\n x", "x\n", "x\n\n", "x ", "x \ny ", "x\n ", "x\n \n",
    " \nx", "#", "# x", "x # y", "x: y", "---", "...", "---\nx", "%x", '"', "'", "\\n", "{{ x }}", "| x", "> x",
    "x\r\ny", "x\ry", "\u00a0x", "x\u00a0", "محمد قلق", "👩‍👧", "\t", "a\tb", "\n\t\nx", "[x", "{x", "*x", "&x",
    "!x", "no", "null", "~",
]  # fmt: skip


@pytest.mark.parametrize("worry", WORRIES)
def test_a_worry_arrives_as_it_was_typed(worry: str) -> None:
    arrived = worry_of(read_back(new(worry=worry)))
    assert arrived == (worry.replace("\r\n", "\n").replace("\r", "\n") if worry.strip() else "")


@pytest.mark.parametrize("worry", ["", " ", "\n", " \n\t"])
def test_no_worry_leaves_the_list_empty(worry: str) -> None:
    assert "dangers: []" in new_case_text(new(worry=worry))


def test_typed_lines_stay_lines() -> None:
    text = new_case_text(new(worry="Priya is worried.\n- about one\n- about two"))
    assert "    statement: |-\n      Priya is worried.\n      - about one\n      - about two\n" in text


@given(typed_text)
def test_any_worry_arrives(worry: str) -> None:
    assert worry_of(read_back(new(worry=worry))) == (worry if worry.strip() else "")


@given(st.lists(st.builds(NewPerson, typed_name, st.sampled_from(ROLES), typed_line, st.none(), st.none()), max_size=6))
def test_any_people_arrive_each_with_an_id_of_their_own(people: list[NewPerson]) -> None:
    case = read_back(new(*people))
    assert [(person.name, person.role, person.relation) for person in case.people.values()] == [
        person[:3] for person in people
    ]


@given(st.lists(st.text(max_size=12).map(lambda name: NewPerson(name, "other")), max_size=8))
def test_ids_are_ids_and_nobody_shares_one(people: list[NewPerson]) -> None:
    ids = ids_for(tuple(people))
    assert len(set(ids)) == len(ids) == len(people)
    assert all(ID.match(id_) and id_ not in RESERVED for id_ in ids)


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["Mia", "Mia", "Mia"], ["mia", "mia-2", "mia-3"]),
        (["Zoë", "Łukasz", "Ørjan", "Þóra", "Straße"], ["zoe", "lukasz", "orjan", "thora", "strasse"]),
        (["محمد", "陳美玲", "👶"], ["person", "person-2", "person-3"]),
        (["Mr Cole", "Aunt Jo", "Dr. Amara Okafor", "Nan"], ["cole", "jo", "amara", "nan"]),
        (["Mary-Jane Smith", "O'Brien", "D'Angelo"], ["mary", "obrien", "dangelo"]),
        (["Chair", "Room 2", "Everyone", "All"], ["chair-2", "room-2", "everyone-2", "all-2"]),
        (["P3", "p4"], ["p3-2", "p4-2"]),
        (["Null", "True", "2 Many"], ["person", "person-2", "person-3"]),
        (["Mr", "Mr"], ["mr", "mr-2"]),
        (["Mia 2", "Mia", "mia-2"], ["mia", "mia-2", "mia-3"]),
    ],
)
def test_ids_are_made_of_first_names(names: list[str], ids: list[str]) -> None:
    assert ids_for(tuple(NewPerson(name, "other") for name in names)) == ids


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "reference", ["EX-0042", "0042", "1.10", "null", "true", "a", "0x1F", "1_000", "A.b-c_d", "2026-03-17", "x" * 40]
)
def test_every_kind_and_every_reference(kind: str, reference: str) -> None:
    case = read_back(new(reference=reference, kind=kind))
    assert case.reference == reference
    assert case.meeting is not None
    assert (case.meeting.kind, case.meeting.date) == (kind, DAY)


def test_the_first_social_worker_is_the_author_and_the_chair_chairs() -> None:
    meeting = read_back(
        new(NewPerson("Priya Shah", "social-worker"), NewPerson("Sam", "social-worker"), NewPerson("Ann Obi", "chair"))
    ).meeting
    assert meeting is not None
    assert (meeting.author, meeting.chair) == ("priya", "ann")


def test_parents_are_parents_of_all_children_and_each_child_has_room_for_a_voice() -> None:
    case = read_back(new(NewPerson("Mia", "child"), NewPerson("Noah", "child"), NewPerson("Lisa", "parent"), worry="x"))
    assert case.people["lisa"].parent_of == ("mia", "noah")
    assert [voice.who for voice in case.voices] == ["mia", "noah"]
    assert case.dangers[0].children == ("mia", "noah")


def test_an_empty_case_reads_back() -> None:
    case = read_back(new())
    assert case.people == {}
    assert case.dangers == ()


def test_every_note_in_it_is_a_comment() -> None:
    text = new_case_text(new())
    notes = [one for one in text.splitlines() if one.lstrip().startswith("#")]
    assert text.startswith("# yaml-language-server: $schema=case.schema.json\n")
    assert len(notes) > 10


@pytest.mark.parametrize(
    ("day", "meeting", "today", "born"),
    [
        ("2019-06-02", "2026-03-17", "2026-03-01", True),
        ("2026-03-01", "2026-03-17", "2026-03-01", True),
        ("2026-03-10", "2026-03-17", "2026-03-01", False),  # still to come today
        ("2026-05-20", "2026-03-17", "2026-03-01", False),
        ("2020-05-20", "2020-03-17", "2026-03-01", False),  # written up years later
        ("2020-03-17", "2020-03-17", "2026-03-01", True),
    ],
)
def test_a_day_still_to_come_is_the_day_a_baby_is_due(day: str, meeting: str, today: str, born: bool) -> None:
    date = dt.date.fromisoformat(day)
    child = new_child("Bean", date, dt.date.fromisoformat(meeting), dt.date.fromisoformat(today))
    assert (child.born, child.due) == ((date, None) if born else (None, date))
    person = next(iter(read_back(new(child)).people.values()))
    assert (person.born, person.due) == (child.born, child.due)


def test_a_child_may_have_no_day_at_all() -> None:
    assert new_child("Mia", None, DAY, DAY) == NewPerson("Mia", "child")


def test_the_file_is_named_by_reference_and_day() -> None:
    assert new().file_name == "EX-0042-2026-03-17.yaml"
