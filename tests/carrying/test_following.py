"""The file of the next meeting: what it carries over, what it leaves behind, and that nothing in it is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import texts
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from report.making.every_key import every_key
from report.proof.families import families
from report.proof.plain import Data, dump, load
from support.running import EXAMPLES, ROOT

from carrying.following import DAY, HEAD, PEOPLE, case_of, followed, rest
from carrying.layouts import Writer
from sostool.carrying.following import HasErrorsError, NotAfterError, TooLargeError, follow
from sostool.carrying.meeting import NextMeeting
from sostool.case.model import Case
from sostool.case.model.marks import Cleared, MustNotSee, Withhold
from sostool.case.read import read_case
from sostool.dates.clock import clock
from sostool.profile import Profile
from sostool.profile.load import load_profile
from sostool.share.bars import every_part
from sostool.share.make_view import make_view
from sostool.share.readers import everyone, find_reader
from sostool.story.fingerprint import fingerprint
from sostool.story.same import pairs
from sostool.story.telling_apart import key_of, told
from sostool.yamlfile.parts import Part
from sostool.yamlfile.writing import scalar

_QUICK = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
_LONG = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
_WAYS = st.tuples(st.integers(0, 10**6), st.sampled_from(("\n", "\r\n", "\r")))
SHORT = """\
# yaml-language-server: $schema=case.schema.json
# Nobody in this file exists.
sostool: 1
reference: EX-1
profile: surrey-2018

meeting:
  # The first one.
  kind: initial-conference  # after the strategy discussion
  date: 2026-03-17
  time: "10:00"
  strategy_discussion: 2026-03-02
  author: priya
  chair: ann  # or Bo, if she is ill
  why: |
    Why we met.

    In two paragraphs.
  attendance:
    # Agreed with Lisa on the telephone.
    - {who: lisa, part: separately, with: [jo], time: "10:00", place: Room 1}

people:
  mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2026-03-10, who: priya}, {date: 2026-04-10, who: priya}]}
  lisa: {name: Lisa, role: parent, parent_of: [mia]}
  jo: {name: Jo, role: network}
  priya: {name: Priya, role: social-worker}
  bo: {name: Bo, role: social-worker}
  ann: {name: Ann, role: chair}

dangers:
  - id: hungry
    statement: Priya is worried.
    scale:
      differences: They lie apart.
      ratings:
        - {who: mia, date: 2026-03-10, score: 4}  # on the stairs

voices:
  - who: mia
    date: 2026-03-10
    worries: [I hide.]
    may_share: [lisa]
  - {who: lisa, date: 2026-03-10, words: [No.], may_share: [mia]}

outcome:
  decisions:
    - {child: mia, decision: plan-starts}
  lead_social_worker: bo
  plans:
    - child: mia
      withhold: {from: [jo], why: It shows when., agreed_by: ann, date: 2026-03-17, review_on: 2026-05-01}
      actions:
        - Bo sees Mia alone.
        - {what: Lisa rings the school., who: [lisa], due: 2026-03-20, danger: hungry, why: So that they know.}
"""
SHORT_AFTER = """\
# yaml-language-server: $schema=case.schema.json
# Nobody in this file exists.
sostool: 1
reference: EX-1
profile: surrey-2018

meeting:
  # The first one.
  kind: review-conference
  date: 2026-06-09
  author: bo
  chair: ann  # or Bo, if she is ill
  follows: earlier.yaml
  followed_as: FINGERPRINT
  last_conference: 2026-03-17
  plan_started: 2026-03-17
  why:
  attendance:
    # Agreed with Lisa on the telephone.
    # look again: do they still come this way, and with whom?
    - {who: lisa, part: separately, with: [jo]}

# look again: who has come, who has gone, and who lives where now?
people:
  mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2026-04-10, who: priya}]}
  lisa: {name: Lisa, role: parent, parent_of: [mia]}
  jo: {name: Jo, role: network}
  priya: {name: Priya, role: social-worker}
  bo: {name: Bo, role: social-worker}
  ann: {name: Ann, role: chair}

map:
  needs_to_happen:
    next_steps:
      # look again: is this done? Then write `done:` and `result:`.
      - what: Bo sees Mia alone.
        children: [mia]
        withhold:
          from: [jo]
          why: It shows when.
          agreed_by: ann
          date: 2026-03-17
          review_on: 2026-05-01
      # look again: is this done? Then write `done:` and `result:`.
      - what: Lisa rings the school.
        who: [lisa]
        due: 2026-03-20
        danger: hungry
        children: [mia]
        withhold:
          from: [jo]
          why: It shows when.
          agreed_by: ann
          date: 2026-03-17
          review_on: 2026-05-01

dangers:
  # look again: is this still the worry, and is the goal still what you want to see?
  - id: hungry
    statement: Priya is worried.
    scale:
      # look again: ask everyone for a number for this meeting. The numbers so far stay as they are.
      ratings:
        - {who: mia, date: 2026-03-10, score: 4}  # on the stairs

voices:
  # The words are in the earlier file. This says whom the number of that day may reach.
  - who: mia
    date: 2026-03-10
    may_share: [lisa]
  - who: mia
    worries: []
    good_things: []
    dreams: []
"""


def england() -> Profile:
    profile = load_profile("england").profile
    assert profile is not None
    return profile


def test_the_new_file_is_the_earlier_one_with_what_still_holds() -> None:
    done = followed(SHORT.encode())
    assert done.data.decode() == SHORT_AFTER.replace("FINGERPRINT", scalar(fingerprint(case_of(SHORT.encode()))))
    assert (done.agreed, done.not_agreed, done.questions) == (2, 0, 6)
    assert (done.carried["people"], done.carried["ratings"], done.left["voices"]) == (6, 1, 1)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_at_the_start_stay(ends: str, mark: bytes) -> None:
    after = followed(mark + SHORT.replace("\n", ends).encode()).data
    assert after.startswith(mark + b"# yaml")
    assert after.count(b"\n") == after.count(ends.encode())


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_can_be_followed_again_and_again(file: Path) -> None:
    data = file.read_bytes()
    day = dt.date(2027, 1, 4)
    for _ in range(3):
        earlier = case_of(data)
        done = followed(data, day)
        later = case_of(done.data)
        assert_carried(earlier, later)
        assert_nothing_opened(earlier, later, load_profile(earlier.profile).profile or england())
        data, day = done.data, day + dt.timedelta(days=90)
    assert later.outcome is None
    assert list(later.people) == list(case_of(file.read_bytes()).people)


def test_the_case_with_every_key_can_be_followed() -> None:
    earlier = dump(every_key(lambda path: f"text {'-'.join(map(str, path))}"))
    done = followed(earlier)
    assert_carried(case_of(earlier), case_of(done.data))
    assert_nothing_opened(case_of(earlier), case_of(done.data), load_profile("durham").profile or england())
    assert done.questions > 20


@_QUICK
@given(families(), _WAYS)
def test_nothing_that_was_held_back_is_open_in_the_new_file(data: Data, way: tuple[int, str]) -> None:
    assert_follows(data, way)


@pytest.mark.slow
@_LONG
@given(families(), _WAYS)
def test_nothing_that_was_held_back_is_open_in_many_new_files(data: Data, way: tuple[int, str]) -> None:
    assert_follows(data, way)


def test_made_up_families_have_something_to_carry_to_leave_and_to_ask() -> None:
    seen: dict[str, int] = {}

    @_QUICK
    @given(families())
    def look(data: Data) -> None:
        done = followed(dump(data))
        for name, number in (("agreed", done.agreed), ("not agreed", done.not_agreed), ("asked", done.questions)):
            seen[name] = seen.get(name, 0) + number
        for name, counted in (("carried", done.carried), ("left", done.left)):
            seen[name] = seen.get(name, 0) + sum(counted.values())

    look()
    assert min(seen[name] for name in ("agreed", "asked", "carried", "left")) > 0
    assert seen["carried"] > 500


def assert_follows(data: Data, way: tuple[int, str]) -> None:
    raw = Writer(*way).write(data)
    assert load(raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))["reference"] == "EX-0901"
    earlier, done = case_of(raw), followed(raw)
    later = case_of(done.data)
    profile = load_profile("durham").profile
    assert profile is not None
    assert_nothing_opened(earlier, later, profile)
    assert_carried(earlier, later)
    if way[1] == "\r\n" and b"\r\n" in raw:
        assert done.data.count(b"\n") == done.data.count(b"\r\n")


def assert_nothing_opened(earlier: Case, later: Case, profile: Profile) -> None:
    """Every text that reaches a reader of the new file has reached that reader from the earlier one."""
    for reader in everyone(later, profile):
        before = find_reader(earlier, profile, reader.name)
        assert before is not None
        had = set(texts(make_view(earlier, profile, before)))
        new = {text for text in texts(make_view(later, profile, reader)) if text not in had}
        # What is written anew: the kind of meeting, its day, and for the chair what an empty place is called.
        # Reasons of several marks around an action are joined in its step.
        had = {text.strip() for text in had}
        assert [text for text in new if " " in text and not had.issuperset(text.split(" / "))] == [], reader.name


def assert_carried(earlier: Case, later: Case) -> None:
    """What the new file holds are parts of the earlier one, with their marks; new are only steps and room for words."""
    found = pairs(earlier, later)
    assert {alone.kind for alone in found.new} <= {
        "map",
        "map.needs_to_happen",
        "map.needs_to_happen.next_steps",
        "voices",
    }
    # Two of one list that nothing tells apart (the same person twice) may be taken for one another.
    marks: dict[tuple[object, ...], tuple[list[str], list[str]]] = {}
    for pair in found.same:
        key = key_of(pair.earlier, told(type(pair.earlier)))
        were, are = marks.setdefault((pair.kind, *(key or pair.earlier.path)), ([], []))
        were.append(repr(marks_of(pair.earlier)))
        are.append(repr(marks_of(pair.later)))
    assert [(kind, were, are) for kind, (were, are) in marks.items() if sorted(were) != sorted(are)] == []


def marks_of(part: Part) -> list[object]:
    marks = (getattr(part, name, None) for name in ("withhold", "cleared", "must_not_see"))
    said = [
        sorted((mark.__dict__ | {"path": ()}).items())
        for mark in marks
        if isinstance(mark, (Withhold, Cleared, MustNotSee))
    ]
    plain = [getattr(part, name, None) for name in ("sensitive", "subject", "side_of", "may_share")]
    return [*said, *plain]


def test_every_mark_of_the_example_is_there_but_for_those_of_what_is_left_behind() -> None:
    earlier = case_of((ROOT / "examples" / "mia-and-noah-review.yaml").read_bytes())
    later = case_of(followed((ROOT / "examples" / "mia-and-noah-review.yaml").read_bytes(), dt.date(2026, 12, 1)).data)
    marks = [sum(isinstance(part, Withhold) for part in every_part(case)) for case in (earlier, later)]
    # One stood on a step that is done, three on core groups before the meeting; one went with an action into its step.
    assert marks == [9, 5]
    assert later.protected[0].from_ == earlier.protected[0].from_
    dean = later.people["dean"].must_not_see
    assert dean is not None
    assert dean.words_of == ("lisa", "mia", "jo")


def test_the_followed_example_says_what_the_worker_wrote_in_the_review() -> None:
    # Of what the worker has in the review, what was there in March is what the command carries over.
    carried = case_of(followed((ROOT / "examples" / "mia-and-noah.yaml").read_bytes()).data)
    review = case_of((ROOT / "examples" / "mia-and-noah-review.yaml").read_bytes())
    found = pairs(carried, review)
    gone = {alone.kind for alone in found.gone}
    assert gone <= {
        "map.worried.complicating", "map.working_well.strengths", "voices", "people.seen", "meeting.attendance",
    }  # fmt: skip
    assert len(found.same_of("dangers.scale.ratings")) == 6
    assert len(found.same_of("map.worried.past_harm")) == 2


def test_marks_of_the_parts_around_an_action_are_joined_in_its_step() -> None:
    around = (
        "outcome:\n  withhold: {all_but: [priya, lisa], why: A., agreed_by: ann, date: 2026-03-01}\n"
        "  plans:\n    - withhold: {from: [dean], why: B., agreed_by: ann, date: 2026-03-02, review_on: 2026-09-01}\n"
        "      actions:\n        - {what: Ring., withhold: {all_but: [lisa, dean], review_on: 2026-08-01}}\n"
    )
    step = case_of((HEAD + PEOPLE + rest(around)).encode()).map
    assert step is not None
    assert step.needs_to_happen is not None
    (mark,) = [one.withhold for one in step.needs_to_happen.next_steps]
    assert mark is not None
    assert (mark.from_, mark.all_but, mark.why, mark.agreed_by, mark.date, mark.review_on) == (
        ("dean",), ("lisa",), "A. / B.", "", None, dt.date(2026, 8, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("step", "steps"),
    [
        ("due: 2026-05-01", 1),
        ("due: 2026-05-01, children: [mia]", 1),
        ("due: 2026-03-20, done: 2026-03-16", 1),
        ("due: 2026-05-01, done: 2026-03-16", 1),
        ("due: 2026-03-20", 2),
        ("due: 2026-05-01, children: [noah]", 2),
    ],
)
def test_what_was_agreed_once_more_is_not_lost_with_the_step_that_is_done(step: str, steps: int) -> None:
    text = f"""\
  noah: {{name: Noah, role: child}}
map:
  needs_to_happen:
    next_steps:
      - {{what: Dean rings the school., who: [dean], {step}}}
outcome:
  plans:
    - {{child: mia, actions: [{{what: Dean rings the  school., who: [dean], due: 2026-05-01}}]}}
"""
    after = case_of(followed((HEAD + PEOPLE + text).encode()).data)
    assert after.map is not None
    assert after.map.needs_to_happen is not None
    found = after.map.needs_to_happen.next_steps
    assert len(found) == steps
    assert dt.date(2026, 5, 1) in [one.due for one in found if one.done is None]


def test_an_action_that_would_reach_more_people_as_a_step_is_left_out_and_counted() -> None:
    # Of a plan for nobody in particular no parent of a family with two fathers gets anything; of a step of a danger for
    # one child, that child's parents would.
    people = PEOPLE + "  zoe: {name: Zoe, role: child}\n  tom: {name: Tom, role: parent, parent_of: [zoe]}\n"
    text = (
        "dangers: [{id: hungry, statement: S, children: [mia]}]\n"
        "outcome: {plans: [{actions: [{what: Ring., danger: hungry}, {what: Write., who: [priya]}]}]}\n"
    )
    done = followed((HEAD + people + text).encode())
    assert (done.agreed, done.not_agreed) == (1, 1)
    assert b"Write." in done.data
    assert b"Ring." not in done.data


def test_what_came_since_the_earlier_meeting_is_for_the_next_one() -> None:
    text = (
        "voices:\n  - {who: mia, date: 2026-04-01, words: [New.], how: a talk}\n  - {who: lisa, date: 2026-03-01, words: [Old.]}\n"
        "agency_reports:\n  - {from: priya, received: 2026-03-17}\n  - {from: priya, received: 2026-03-18}\n"
        "core_groups:\n  - {date: 2026-03-01}\n  - {date: 2026-04-01}\n"
    )
    assert rest(text) == (
        "voices:\n  - {who: mia, date: 2026-04-01, words: [New.], how: a talk}\n"
        "agency_reports:\n  - {from: priya, received: 2026-03-18}\n"
        "core_groups:\n  - {date: 2026-04-01}\n"
    )


def test_days_before_the_first_conference_stay_until_there_was_one() -> None:
    for kind, kept in (("strategy", True), ("mapping", True), ("initial-conference", False)):
        text = f"sostool: 1\nreference: EX-1\nmeeting: {{kind: {kind}, date: 2026-03-17, strategy_discussion: 2026-03-01}}\n"
        meeting = case_of(followed((text + PEOPLE).encode(), kind="initial-conference").data).meeting
        assert meeting is not None
        assert (meeting.strategy_discussion is not None) == kept
        assert (meeting.last_conference is not None) != kept


@pytest.mark.parametrize(("more", "kept"), [("", True), (", assessment_finished: 2026-04-01", False)])
def test_the_referral_stays_until_the_assessment_is_finished(more: str, kept: bool) -> None:
    text = "sostool: 1\nreference: EX-1\nmeeting: {kind: initial-conference, date: 2026-03-17, referral: 2026-03-01"
    for kind in ("core-group", "review-conference"):
        after = followed(f"{text}{more}}}\n{PEOPLE}".encode(), kind=kind)
        case = case_of(after.data)
        assert case.meeting is not None
        assert (case.meeting.referral is not None) is kept
        assert case.meeting.assessment_finished is None
        asked = [entry.deadline.id for entry in clock(case, england(), dt.date(2026, 6, 9))]
        assert ("assessment" in asked) is kept


@pytest.mark.parametrize("mark", ["from: [dean]", "all_but: [lisa, priya]", "from: everyone"])
def test_who_leads_by_an_outcome_that_is_held_back_does_not_become_the_author(mark: str) -> None:
    outcome = f"outcome: {{withhold: {{{mark}}}, lead_social_worker: priya, decisions: [{{child: mia, decision: plan-starts}}]}}\n"
    for author in ("", ", author: ann"):
        text = f"sostool: 1\nreference: EX-1\nmeeting: {{kind: initial-conference, date: 2026-03-17{author}}}\n"
        after = case_of(followed((text + PEOPLE + outcome).encode()).data).meeting
        assert after is not None
        assert after.author == ("ann" if author else "")


def test_an_action_that_is_carried_over_twice_is_asked_about_once() -> None:
    outcome = "outcome: {plans: [{child: mia, actions: [Ring., Write.]}]}\n"
    once = followed((HEAD + PEOPLE + outcome).encode())
    twice = followed(once.data, dt.date(2026, 12, 1)).data.decode()
    assert twice.count("Is it done?") == 0
    assert twice.count("# look again: is this done?") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voices:\nmap:\ndangers: []\n", "voices:\n  - who: mia\n    worries: []\n    good_things: []\n    dreams: []\nmap:\ndangers: []\n"),
        ("map: {needs_to_happen: {next_steps: }}\nvoices: {who: mia, not_asked: W, date: 2026-05-01}\n",
         "map: {needs_to_happen: {next_steps: }}\nvoices: {who: mia, not_asked: W, date: 2026-05-01}\n"),
        ("voices: [{who: mia, words: W}]\n",
         "voices:\n  - who: mia\n    worries: []\n    good_things: []\n    dreams: []\n"),
        ("outcome:\nanswers: []\nshared: {document: report, with: lisa}\nvoices: [{who: mia, date: 2026-05-01, words: W}]\n",
         "voices: [{who: mia, date: 2026-05-01, words: W}]\n"),
    ],
)  # fmt: skip
def test_what_is_empty_or_stands_alone_in_the_place_of_a_list(text: str, expected: str) -> None:
    assert rest(text) == expected


def test_the_smallest_file_and_one_in_brackets_can_be_followed() -> None:
    assert case_of(followed(HEAD.encode()).data).people == {}
    brackets = b"{sostool: 1, reference: EX-1, meeting: {kind: mapping, date: 2026-03-17, why: W}, people: {mia: {role: child}}}"
    case = case_of(followed(brackets).data)
    assert case.meeting is not None
    assert (case.meeting.why, case.meeting.follows) == ("", "earlier.yaml")
    assert [voice.who for voice in case.voices] == ["mia"]


def test_who_is_still_the_author_keeps_the_comment_beside_it() -> None:
    text = "sostool: 1\nreference: EX-1\nmeeting:\n  kind: mapping\n  date: 2026-03-17\n  author: priya  # till May\n"
    assert (
        b"author: priya  # till May\n"
        in followed((text + PEOPLE + "outcome: {lead_social_worker: priya}\n").encode()).data
    )


def test_a_baby_who_should_be_born_and_a_copy_of_their_own_are_asked_about() -> None:
    people = (
        "people:\n  bump: {name: Baby, role: child, due: 2026-05-01}\n"
        "  ella: {name: Ella, role: child, born: 2011-01-01, young_person_copy: {agreed_by: ann, date: 2026-03-01}}\n"
        "  mia: {name: Mia, role: child, born: 2014-05-01, young_person_copy: {agreed_by: ann, date: 2026-03-01}}\n"
        "  ann: {name: Ann, role: chair}\n"
    )
    after = followed((HEAD + people).encode()).data.decode()
    assert "# look again: has the baby been born?" in after
    assert after.count("young_person_copy") == 1
    assert case_of(after.encode()).people["ella"].young_person_copy is not None


def bad_files() -> Iterator[tuple[bytes, dt.date, type[Exception]]]:
    good = (HEAD + PEOPLE).encode()
    yield good.replace(b"role: chair", b"rule: chair"), DAY, HasErrorsError
    yield b"", DAY, HasErrorsError
    yield b"\xff\xfe", DAY, HasErrorsError
    yield good, dt.date(2026, 3, 17), NotAfterError
    yield good, dt.date(1926, 3, 17), NotAfterError
    yield good + b"priorities: [" + b"x" * (999_990 - len(good)) + b"]\n", DAY, HasErrorsError
    yield good + b"# " + b"x" * (999_990 - len(good)) + b"\n", DAY, TooLargeError


@pytest.mark.parametrize(("data", "day", "error"), list(bad_files()))
def test_what_cannot_be_followed_is_refused(data: bytes, day: dt.date, error: type[Exception]) -> None:
    with pytest.raises(error):
        follow(data, read_case(data, "earlier.yaml"), england(), NextMeeting("core-group", day, "earlier.yaml"))
