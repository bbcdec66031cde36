"""`sostool add`: one thing by options, several by questions, and what a file left half-way still lacks."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from support.running import EXAMPLES, ROOT, is_one_line
from support.terminal import Terminal

from cli.conftest import Sostool
from sostool.adding.things import THINGS
from sostool.case.new import NewCase, NewPerson, new_case_text
from sostool.case.read import read_case
from sostool.cli.continuing_talk import has_gaps

FAMILY = (ROOT / "examples" / "mia-and-noah.yaml").read_text("utf-8")


def case(folder: Path, text: str = FAMILY) -> Path:
    path = folder / "case.yaml"
    path.write_bytes(text.encode())
    return path


def begun() -> str:
    """Give a file that `new-case` has left half-way."""
    people = (
        NewPerson("Mia", "child", born=dt.date(2019, 6, 2)),
        NewPerson("Lisa", "parent", "Mia's mum"),
        NewPerson("Priya Shah", "social-worker"),
    )
    return new_case_text(NewCase("EX-7", "england", "mapping", dt.date(2026, 3, 17), people, "Priya is worried."))


def new_lines(before: str, after: str) -> str:
    """Give the lines that are new, once it is sure that all others are there as they were, in their order."""
    left = iter(after.splitlines(keepends=True))
    new: list[str] = []
    for line in before.splitlines(keepends=True):
        for other in left:
            if other == line:
                break
            new.append(other)
        else:
            pytest.fail(f"lost: {line}")
    return "".join([*new, *left])


ADDED = [
    (
        ("step", "--what", "Ray rings Priya: each Friday", "--who", "ray,Priya Shah", "--due", "24 March 2026"),
        "      - what: 'Ray rings Priya: each Friday'\n        who: [ray, priya]\n        due: 2026-03-24\n",
        "a next step",
    ),
    (
        tuple(
            "voice --who jo --date 2026-03-12 --how talk --words Worried. --words no --written-by jo --read-back yes "
            "--may-share lisa".split()
        ),
        (
            "  - who: jo\n    date: 2026-03-12\n    how: talk\n    words:\n      - Worried.\n      - 'no'\n"
            "    written_by: jo\n    read_back: true\n    may_share: [lisa]\n"
        ),
        "somebody's own words",
    ),
    (
        ("person", "--name", "Uncle Jo", "--role", "network", "--relation", "Ray's son"),
        "  jo-2: {name: Uncle Jo, role: network, relation: Ray's son}\n",
        "a person",
    ),
    (
        ("core-group", "--date", "27/3/2026", "--attended", "lisa,priya", "--what", "The rules stay."),
        "core_groups:\n  - date: 2026-03-27\n    attended: [lisa, priya]\n    what: The rules stay.\n\n",
        "a core group",
    ),
    (
        (
            "answer",
            "--check",
            "SC103",
            "--at",
            "dangers.hurting-lisa.scale",
            "--reason",
            "She told us.",
            "--who",
            "priya",
        ),
        "\nanswers:\n  - check: SC103\n    at: dangers.hurting-lisa.scale\n    reason: She told us.\n    who: priya\n",
        "an answer to a query",
    ),
    (
        ("strengths", "--what", "Mia laughs.", "--said-by", "her teacher, by letter"),
        "      - what: Mia laughs.\n        said_by:\n          - her teacher, by letter\n",
        "a strength",
    ),
    (
        ("past-harm", "--what", "x", "--date", "2026-02", "--how-we-know", "told"),
        "      - what: x\n        date: '2026-02'\n        how_we_know: told\n",
        "past harm",
    ),
    (
        ("existing-safety", "--what", "x", "--dates", "2026-03-07", "--who", "dean", "--danger", "hurting-lisa"),
        "      - what: x\n        danger: hurting-lisa\n        who: [dean]\n        dates:\n          - 2026-03-07\n",
        "existing safety",
    ),
    (
        ("complicating", "--what", "x", "--about", "dean"),
        "      - what: x\n        about: [dean]\n",
        "something that makes it harder",
    ),
    (
        ("grey-area", "--what", "Why?", "--due", "2026-04-01"),
        "      - what: 'Why?'\n        due: 2026-04-01\n",
        "something we do not know yet",
    ),
    (
        ("danger", "--statement", "One\n- two", "--children", "mia,noah"),
        "  - id: danger-2\n    statement: |-\n      One\n      - two\n    children: [mia, noah]\n",
        "a danger",
    ),
    (
        ("rule", "--what", "Dean rings Ray.", "--who", "dean", "--check", "priya", "--review-on", "1/3/2062"),
        "    - what: Dean rings Ray.\n      who: [dean]\n      check:\n        who: [priya]\n      review_on: 2062-03-01\n",
        "a rule of the safety plan",
    ),
    (
        ("shared", "--document", "report", "--with", "lisa", "--date", "2026-03-16"),
        "  - {document: report, with: lisa, date: 2026-03-16}\n",
        "a document that was shared",
    ),
]


class TestByOptions:
    @pytest.mark.parametrize(("options", "lines", "words"), ADDED, ids=lambda one: one[0] if len(one) > 2 else "")
    def test_it_adds_its_lines_and_nothing_else(
        self, sostool: Sostool, tmp_path: Path, options: tuple[str, ...], lines: str, words: str
    ) -> None:
        path = case(tmp_path)
        done = sostool("add", "case.yaml", *options, "--yes")
        assert (done.code, "" if words.startswith("an answer") else done.err) == (0, "")
        after = path.read_text("utf-8")
        assert new_lines(FAMILY, after) == lines
        line, told = done.out.removeprefix("case.yaml:").split(":", 1)
        assert told == f" {words} added\n"
        entry = next(one for one in lines.splitlines() if one.strip() and not one.endswith("s:"))
        assert after.splitlines()[int(line) - 1] == entry
        assert read_case(path.read_bytes(), "case.yaml").findings == []

    def test_there_is_one_of_each_kind(self) -> None:
        by_key = {str(thing.path[-1]): name for name, thing in THINGS.items()}
        of_their_own = {name for name, thing in THINGS.items() if not thing.which}
        assert {by_key.get(options[0], options[0]) for options, _, _ in ADDED} == of_their_own

    def test_when_children_were_seen_stands_at_each_of_them(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        options = ("--children", "mia,Noah", "--date", "14 March 2026", "--who", "priya", "--alone", "yes")
        done = sostool("add", "case.yaml", "seen", *options, "--yes")
        assert (done.code, done.err, done.out.count("a time a child was seen added\n")) == (0, "", 2)
        after = path.read_text("utf-8")
        new = ", {date: 2026-03-14, who: priya, alone: true}"
        assert after.count(new) == 2
        assert after.replace(new, "") == FAMILY

    @pytest.mark.parametrize(
        "which",
        ["priya  MEETS lisa", "Priya meets Lisa and Jo at Jo's to go through what they do when Lisa is worried."],
    )
    def test_what_came_of_a_step_stands_at_the_step(self, sostool: Sostool, tmp_path: Path, which: str) -> None:
        path = case(tmp_path)
        options = ("done", "--what", which, "--done", "2026-03-20", "--result", "They did.")
        assert sostool("add", "case.yaml", *options, "--yes").out == "case.yaml:133: what came of a next step added\n"
        after = path.read_text("utf-8")
        assert new_lines(FAMILY, after) == "        done: 2026-03-20\n        result: They did.\n"
        again = sostool("add", "case.yaml", *options, "--yes")
        assert (again.code, again.out) == (2, "")
        assert again.err == "case.yaml: No open next step has this id or begins like this.\n"
        assert path.read_text("utf-8") == after

    def test_one_after_the_other(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        for options, _, _ in ADDED:
            assert sostool("add", "case.yaml", *options, "--yes").code == 0
        after = path.read_text("utf-8")
        assert sorted(new_lines(FAMILY, after).split("\n")) == sorted(
            "".join(lines for _, lines, _ in ADDED).split("\n")
        )

    def test_an_empty_voice_is_filled_in(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path, begun())
        options = ("--who", "Mia", "--how", "three houses", "--worries", "I hide.", "--worries", "Shouting.")
        done = sostool("add", "case.yaml", "voice", *options, "--yes")
        assert (done.code, done.out.count("added")) == (0, 1)
        assert "Nobody else of the family gets these words" in done.err
        worries = "    how: three houses\n    worries:\n      - I hide.\n      - Shouting.\n"
        assert path.read_text("utf-8") == begun().replace("    how:\n    worries: []\n", worries)

    def test_a_child_and_a_parent_are_said_to_belong_together(self, sostool: Sostool, tmp_path: Path) -> None:
        case(tmp_path, begun())
        noah = ("person", "--name", "Noah", "--role", "child", "--born", "2024-11-20")
        assert "add the id to parent_of of each parent" in sostool("add", "case.yaml", *noah, "--yes").err
        dean = ("person", "--name", "Dean", "--role", "parent")
        assert "parent_of decides" in sostool("add", "case.yaml", *dean, "--yes").err
        assert sostool("add", "case.yaml", *dean, "--parent-of", "noah", "--yes").err == ""

    def test_an_answer_that_closes_nothing_is_told(self, sostool: Sostool, tmp_path: Path) -> None:
        case(tmp_path, FAMILY.replace(", reason: It is quiet now.", "", 1))
        answer = (
            "answer",
            "--at",
            "dangers.hurting-lisa.scale",
            "--reason",
            "x",
            "--who",
            "priya",
            "--until",
            "2031-01-01",
        )
        assert sostool("add", "case.yaml", *answer, "--check", "SC103", "--yes").err == ""
        told = "This answer closes nothing: no query of this code is open at this path.\n"
        assert sostool("add", "case.yaml", *answer, "--check", "SC101", "--yes").err == told
        assert sostool("add", "case.yaml", *answer, "--check", "ZZ101", "--yes").err == told

    @pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
    def test_every_example_can_be_added_to(self, sostool: Sostool, tmp_path: Path, file: Path) -> None:
        before = file.read_text("utf-8")
        path = case(tmp_path, before)
        person = next(iter(read_case(file.read_bytes(), "x").case.people))  # type: ignore[union-attr]
        for options in (
            ("step", "--what", "x"),
            ("strength", "--what", "x"),
            ("voice", "--who", person, "--words", "x"),
            ("person", "--name", "Q", "--role", "other"),
            ("core-group", "--date", "2026-05-01"),
        ):
            assert sostool("add", "case.yaml", *options, "--yes").code == 0
        assert new_lines(before, path.read_text("utf-8"))
        assert read_case(path.read_bytes(), "x").findings == []


class TestRefused:
    @pytest.mark.parametrize(
        ("options", "told"),
        [
            ((), "Without a terminal say what is to be added: step, done, voice"),
            (("--what", "x"), "What is to be added? Say one of: step"),
            (("stp", "--what", "x"), "There is nothing called stp to add. Did you mean step?"),
            (("step",), "Without a terminal a next step needs --what."),
            (("voice",), "Without a terminal somebody's own words needs --who."),
            (("step", "--due", "2026-03-20"), "For a next step add --what."),
            (("person", "--name", "Jo"), "For a person add --role."),
            (("step", "--what", "x", "--score", "3"), "No such option"),
            (("step", "--what", "x", "--born", "2019-06-02"), "There is no --born for a next step."),
            (("step", "--what", "x"), "add --yes, or use a terminal"),
            (("step", "--what", "x", "--yes", "--diff"), "leave one of them out"),
            (("step", "--what", "x", "--what", "y", "--yes"), "--what: Only one can stand here."),
            (("step", "--what", "x", "--who", "liza", "--yes"), "--who: No person in this file has this id."),
            (("step", "--what", "x", "--danger", "hurting-liza", "--yes"), "--danger: No danger in this file"),
            (("danger", "--id", "hurting-lisa", "--statement", "x", "--yes"), "--id: This id is there already"),
            (("past-harm", "--what", "x", "--said-by", "preya", "--yes"), "--said-by: No person"),
            (("answer", "--check", "104", "--at", "x", "--reason", "y", "--yes"), "--check: This is not the code"),
        ],
    )
    def test_wrong_use_is_clear_and_nothing_is_written(
        self, sostool: Sostool, tmp_path: Path, options: tuple[str, ...], told: str
    ) -> None:
        path = case(tmp_path)
        done = sostool("add", "case.yaml", *options)
        assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)
        assert is_one_line(done.err) or "No such option" in told
        assert told in done.err
        assert path.read_text("utf-8") == FAMILY

    @pytest.mark.parametrize(
        "options",
        [
            ("voice", "--who", "mia", "--words", "No.", "--date"),
            ("past-harm", "--what", "Dean hit Lisa.", "--date"),
            ("existing-safety", "--what", "Jo came.", "--dates", "2026-02-01", "--dates"),
            ("core-group", "--date"),
            ("person", "--name", "Bo", "--role", "child", "--born"),
        ],
    )
    @pytest.mark.parametrize("day", ["2962-03-01", "2962-03", "2962"])
    def test_a_day_still_to_come_is_refused_for_what_has_happened(
        self, sostool: Sostool, tmp_path: Path, options: tuple[str, ...], day: str
    ) -> None:
        path = case(tmp_path)
        done = sostool("add", "case.yaml", *options, day, "--yes")
        assert (done.code, done.out, is_one_line(done.err)) == (2, "", True)
        assert "still to come" in done.err or "not a date" in done.err
        assert path.read_text("utf-8") == FAMILY

    @pytest.mark.parametrize("which", ["", "p", "Priya meets Bo"])
    def test_a_step_that_nobody_can_tell_is_refused(self, sostool: Sostool, tmp_path: Path, which: str) -> None:
        path = case(tmp_path, FAMILY.replace("- what: Dean, Ray and", "- what: Priya, Ray and"))
        before = path.read_text("utf-8")
        done = sostool("add", "case.yaml", "done", "--what", which, "--done", "2026-03-20", "--yes")
        assert (done.code, done.out, is_one_line(done.err)) == (2, "", True)
        assert path.read_text("utf-8") == before

    def test_what_is_planned_may_lie_ahead(self, sostool: Sostool, tmp_path: Path) -> None:
        case(tmp_path)
        for options in (("step", "--what", "Ring.", "--due"), ("grey-area", "--what", "Who?", "--due")):
            assert sostool("add", "case.yaml", *options, "2962-03-01", "--yes").code == 0

    def test_in_a_log_nothing_of_the_file_is_shown(self, sostool: Sostool, tmp_path: Path) -> None:
        case(tmp_path)
        for options, _, _ in ADDED:
            done = sostool("add", "case.yaml", *options, "--diff")
            assert done.code == 0
            assert not any(word in (done.out + done.err).lower() for word in ("lisa", "dean", "priya", "jo-2", "mia"))


GAPS = [
    ("Why do you meet, in a few plain sentences that everyone may read? ", "Police came."),
    ("A name, as the family says it (empty: nobody): ", "Aunt Jo"),
    ("Who they are, in plain words (Lisa's sister): ", "Lisa's sister"),
    ("A name, as the family says it (empty: no more): ", ""),
    ("The safety goal", "All is calm."),
    ("What does 10 mean", "Nobody is hurt."),
    ("What does 0 mean", ""),
    ("On which day did they say them? ", ""),
    ("How were they asked?", "three houses"),
    ("What do they worry about, word for word?", "I hide."),
    ("  and (empty: no more): ", ""),
    ("What is good, word for word?", ""),
    ("What do they wish for, word for word?", ""),
    ("What else did they say, word for word?", ""),
    ("Who wrote the words down?", ""),
    ("Were the words read back to them?", "no"),
    ("Who may have these words", "2"),
    ("What do people do that is good for the children?", "Lisa reads."),
    ("Which children is it about?", "1"),
    ("Who told us?", "3"),
    ("What do people do that is good for the children?", ""),
    ("What was done, to whom?", ""),
    ("What will be done, so that anyone could see that it was?", "Priya meets Jo."),
    ("Who does it?", "jo, 3"),
    ("By which day?", "24 March 2026"),
    ("Which danger does it help with?", "1"),
    ("What will be done, so that anyone could see that it was?", ""),
]
FILLED = [
    ("  why:\n", "  why: Police came.\n"),
    ("    role: social-worker\n", "    role: social-worker\n  jo:\n    name: Aunt Jo\n    role: network\n    relation: Lisa's sister\n"),
    ("    goal:\n", "    goal:\n      statement: All is calm.\n"),
    ("    scale:\n", "    scale:\n      ten: Nobody is hurt.\n"),
    ("    how:\n    worries: []\n", "    how: three houses\n    worries:\n      - I hide.\n"),
    ("    dreams: []\n", "    dreams: []\n    read_back: false\n    may_share: [lisa]\n"),
    ("    strengths: []\n", "    strengths:\n      - what: Lisa reads.\n        children: [mia]\n        said_by: [priya]\n"),
    (
        "    next_steps: []\n",
        "    next_steps:\n      - what: Priya meets Jo.\n        who: [jo, priya]\n        due: 2026-03-24\n        danger: first-worry\n",
    ),
]  # fmt: skip


def filled(text: str, changes: list[tuple[str, str]]) -> str:
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    return text


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pexpect on Windows")
class TestAtATerminal:
    def test_what_new_case_has_left_open_is_asked_in_its_order(self, tmp_path: Path) -> None:
        path = case(tmp_path, begun())
        terminal = Terminal(tmp_path, "add", "case.yaml")
        terminal.talks(*GAPS, ("Write this to case.yaml? [Y/n] ", ""))
        code, said = terminal.ends()
        assert code == 0
        assert path.read_text("utf-8") == filled(begun(), FILLED)
        assert said.count(" added\n") == 7
        left = read_case(path.read_bytes(), "case.yaml")
        assert left.case is not None
        assert has_gaps(left.case)  # 0 of the scale, past harm

    def test_a_step_is_chosen_from_those_that_are_open_and_its_day_is_not_to_come(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "add", "case.yaml", "done")
        terminal.talks(("2  Priya meets Lisa and Jo", "2"), ("On which day was it done?", "20 March 2962"))
        terminal.talks(("That day is still to come. Was another one meant? [Y/n] ", "y"))
        terminal.talks(("On which day was it done?", "20 March 2026"), ("What came of it?", "They did."))
        terminal.talks(("(empty: no more): ", ""), ("Write this to case.yaml? [Y/n] ", ""))
        assert terminal.ends()[0] == 0
        after = path.read_text("utf-8")
        assert new_lines(FAMILY, after) == "        done: 2026-03-20\n        result: They did.\n"

    @pytest.mark.parametrize("answered", [1, 2, 5, 10, 23])
    def test_stopped_what_is_complete_is_kept(self, tmp_path: Path, answered: int) -> None:
        path = case(tmp_path, begun())
        terminal = Terminal(tmp_path, "add", "case.yaml")
        terminal.talks(*GAPS[:answered])
        terminal.child.expect_exact(GAPS[answered][0])
        code, said = terminal.is_stopped()
        assert (code, "Traceback" in said) == (130, False)
        after = path.read_text("utf-8")
        told = [
            "Police came.",
            "Aunt Jo",
            "All is calm.",
            "Nobody is hurt.",
            "I hide.",
            "Lisa reads.",
            "Priya meets Jo.",
        ]
        assert [one in after for one in told] == [any(answer == one for _, answer in GAPS[:answered]) for one in told]
        assert read_case(path.read_bytes(), "case.yaml").findings == []

    def test_nothing_is_asked_of_a_file_that_is_full(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        code, said = Terminal(tmp_path, "add", "case.yaml").ends()
        assert (code, "nothing of what new-case asks is empty" in said) == (0, True)
        assert path.read_text("utf-8") == FAMILY

    def test_a_person_with_what_a_child_and_a_parent_need(self, tmp_path: Path) -> None:
        path = case(tmp_path, begun())
        terminal = Terminal(tmp_path, "add", "case.yaml", "person")
        terminal.talks(
            ("The name, as the family says it (empty: none): ", "Bean"),
            ("(empty: not said): ", "1"),
            ("When was the child born?", "20 May 2031"),
            ("due on that day can be known of yet. Was another one meant? [Y/n] ", ""),
            ("When was the child born?", "20 May 2026"),
            ("Who they are", ""),
            ("The name, as the family says it (empty: no more): ", "Dean"),
            ("(empty: not said): ", "parent"),
            ("[mia, bean]: ", ""),
            ("Who they are", "their dad"),
            ("(empty: no more): ", ""),
            ("[Y/n] ", ""),
        )
        assert terminal.ends()[0] == 0
        assert new_lines(begun(), path.read_text("utf-8")) == (
            "  bean:\n    name: Bean\n    role: child\n    due: 2026-05-20\n"
            "  dean:\n    name: Dean\n    role: parent\n    relation: their dad\n    parent_of: [mia, bean]\n"
        )

    def test_somebody_who_was_not_asked(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "add", "case.yaml", "voice")
        terminal.talks(
            ("(empty: none): ", "ray"),
            ("On which day", ""),
            ("How were they asked?", ""),
            ("What do they worry about", ""),
            ("What is good", ""),
            ("What do they wish for", ""),
            ("What else did they say", ""),
            ("what did people see?", ""),
            ("Why were they not asked? ", "He was ill."),
            ("(empty: no more): ", ""),
            ("[Y/n] ", ""),
        )
        assert terminal.ends()[0] == 0
        assert new_lines(FAMILY, path.read_text("utf-8")) == "  - who: ray\n    not_asked: He was ill.\n"

    def test_an_answer_to_one_of_the_open_queries(self, tmp_path: Path) -> None:
        text = FAMILY.replace(", reason: It is quiet now.", "", 1)
        assert text != FAMILY
        path = case(tmp_path, text)
        terminal = Terminal(tmp_path, "add", "case.yaml", "answer")
        terminal.talks(
            ("SC103", "one"),
            ("The number of one of them, please.", "1"),
            ("What is the reason? ", "She would not say: why."),
            ("Number (empty: not said): ", "priya"),
            ("Until which day does it hold?", "2031-06-16"),
            ("[Y/n] ", ""),
        )
        code, said = terminal.ends()
        assert code == 0
        assert "AN10" not in said
        assert "reason: 'She would not say: why.'\n    who: priya\n    until: 2031-06-16\n" in path.read_text("utf-8")
