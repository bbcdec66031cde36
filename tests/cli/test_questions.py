"""`sostool new-case` at a terminal: a person is asked, and may stop at any question."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.terminal import Terminal

from sostool.case.model import Case
from sostool.case.read import read_case

# Every question that is asked, in order, with an answer.
TALK = [
    ("number for this family", "EX-0100"),
    ("words and limits", "surrey-2018"),
    ("Number", "2"),
    ("On which day", "17 March 2026"),
    ("A child's name", "Zoë"),
    ("When was Zoë born", "2/6/2019"),
    ("A child's name", "Bean"),
    ("When was Bean born", "2026-05-20"),
    ("A child's name", ""),
    ("A parent's name", "Lisa: #1"),
    ("Who are they to the children", "Zoë's mum"),
    ("A parent's name", ""),
    ("A name", "محمد"),
    ("Who are they", "Lisa's friend"),
    ("A name", ""),
    ("A name", "Priya Shah"),
    ("A name", "Mr Cole"),
    ("What do they do", "Zoë's teacher"),
    ("A name", ""),
    ("first worry", "Priya is worried: “Zoë” could be hurt."),
]
FILE = "EX-0100-2026-03-17.yaml"


class NewCase(Terminal):
    """Starts a file by its questions."""

    def __init__(self, folder: Path, *arguments: str, **more: str) -> None:
        super().__init__(folder, "new-case", *arguments, **more)

    def is_asked(self, question: str) -> str:
        before = super().is_asked(question)
        self.child.expect_exact(": ")
        return before

    def is_doubted(self, doubt: str, answer: str) -> None:
        super().is_asked(doubt)
        self.says(answer)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    assert not [path for path in tmp_path.rglob("*") if path.name.endswith(".part")]


def sound(path: Path) -> Case:
    result = read_case(path.read_bytes(), str(path))
    assert result.findings == []
    assert result.case is not None
    return result.case


def test_the_whole_talk(folder: Path) -> None:
    terminal = NewCase(folder)
    terminal.talks(*TALK)
    code, said = terminal.ends()
    assert code == 0
    assert f"Written: {FILE}" in said
    assert "What to do next" in said
    case = sound(folder / FILE)
    assert case.profile == "surrey-2018"
    assert case.meeting is not None
    assert (case.meeting.kind, case.meeting.date, case.meeting.author) == (
        "review-conference",
        dt.date(2026, 3, 17),
        "priya",
    )
    assert [(person.name, person.role, person.relation) for person in case.people.values()] == [
        ("Zoë", "child", ""),
        ("Bean", "child", ""),
        ("Lisa: #1", "parent", "Zoë's mum"),
        ("محمد", "network", "Lisa's friend"),
        ("Priya Shah", "social-worker", ""),
        ("Mr Cole", "practitioner", "Zoë's teacher"),
    ]
    assert (case.people["zoe"].born, case.people["bean"].due) == (dt.date(2019, 6, 2), dt.date(2026, 5, 20))
    assert case.dangers[0].statement == "Priya is worried: “Zoë” could be hurt."


@pytest.mark.parametrize(
    ("how", "answered"),
    [
        *(("ctrl-c", answered) for answered in range(len(TALK))),
        *(("ctrl-d", answered) for answered in range(0, len(TALK), 4)),
        *(("half a word and ctrl-c", answered) for answered in range(0, len(TALK), 4)),
    ],
)
def test_stopped_at_any_question_what_was_said_is_kept(folder: Path, answered: int, how: str) -> None:
    terminal = NewCase(folder)
    terminal.talks(*TALK[:answered])
    terminal.is_asked(TALK[answered][0])
    if how.startswith("half"):
        terminal.child.send("Jo")
    if how == "ctrl-d":
        terminal.child.sendeof()
    else:
        terminal.child.sendintr()
    code, said = terminal.ends()
    assert code == 130
    assert "Traceback" not in said
    files = sorted(path.name for path in folder.iterdir())
    if answered == 0:
        assert files == []
        assert "nothing was written" in said
        return
    assert [name for name in files if name != "case.schema.json"] == [re.search(r"Written: (\S+)", said)[1]]  # type: ignore[index]
    case = sound(next(folder.glob("EX-0100*.yaml")))
    names = [answer for question, answer in TALK[:answered] if question.endswith("name") and answer]
    assert [person.name for person in case.people.values()] == names


def test_two_presses_of_ctrl_c_lose_nothing(folder: Path) -> None:
    terminal = NewCase(folder)
    terminal.talks(*TALK[:6])
    terminal.is_asked("A child's name")
    terminal.child.sendintr()
    terminal.child.expect_exact("Stopped here.")
    for _ in range(50):
        terminal.child.sendintr()
        time.sleep(0.002)
    code, said = terminal.ends()
    assert code == 130
    assert "Traceback" not in said
    assert list(sound(folder / FILE).people) == ["zoe"]


WRONG = [
    (0, "Mia Smith", "as in EX-0042"),
    (0, "", "as in EX-0042"),
    (0, "../x", "as in EX-0042"),
    (1, "surey-2018", "Did you mean surrey-2018?"),
    (1, "../england", "There is no profile of this name."),
    (2, "12", "A number from 1 to 9"),
    (2, "²", "A number from 1 to 9"),
    (2, "0", "A number from 1 to 9"),
    (3, "yesterday", "This is not a date"),
    (3, "30 February 2026", "This is not a date"),
    (4, "Z\u2028oe", "invisible control character"),
    (4, "2/6/2019", "no letter in it"),
    (5, "when?", "This is not a date"),
]


def test_an_answer_that_cannot_be_is_asked_for_again(folder: Path) -> None:
    terminal = NewCase(folder)
    for number, (question, answer) in enumerate(TALK):
        terminal.is_asked(question)
        for _, wrong, told in [one for one in WRONG if one[0] == number]:
            terminal.says(wrong)
            terminal.child.expect_exact(told)
            terminal.is_asked(question)
        terminal.says(answer)
    code, said = terminal.ends()
    assert code == 0
    assert "Traceback" not in said
    assert len(sound(folder / FILE).people) == 6


def test_a_day_on_which_no_child_of_the_meeting_is_born_is_asked_about(folder: Path) -> None:
    terminal = NewCase(folder)
    terminal.talks(*TALK[:5], ("When was Zoë born", "2/6/1919"))
    terminal.is_doubted("no longer a child at the meeting. Was another one meant?", "y")
    terminal.talks(*TALK[5:7], ("When was Bean born", "2031-05-20"))
    terminal.is_doubted("can be known of yet. Was another one meant?", "n")
    terminal.talks(*TALK[8:])
    assert terminal.ends()[0] == 0
    people = sound(folder / FILE).people
    assert (people["zoe"].born, people["bean"].due) == (dt.date(2019, 6, 2), dt.date(2031, 5, 20))


def test_a_kind_of_meeting_may_be_typed(folder: Path) -> None:
    terminal = NewCase(folder)
    terminal.talks(*TALK[:2], ("Number", "initial conference"), *TALK[3:])
    assert terminal.ends()[0] == 0
    meeting = sound(folder / FILE).meeting
    assert meeting is not None
    assert meeting.kind == "initial-conference"


def test_empty_answers_leave_everything_out(folder: Path) -> None:
    terminal = NewCase(folder, "EX-7.yaml")
    terminal.talks(
        *[
            ("number for this family (never a name) [EX-7]", ""),
            ("[england]", ""),
            ("Number [1]", ""),
            ("On which day", ""),
            ("A child's name", ""),
            ("A parent's name", ""),
            ("A name", ""),
            ("A name", ""),
            ("first worry", ""),
        ]
    )
    assert terminal.ends()[0] == 0
    case = sound(folder / "EX-7.yaml")
    assert case.people == {}
    assert case.meeting is not None
    assert case.meeting.kind == "initial-conference"


def test_nobody_is_asked_for_a_file_that_is_there_already(folder: Path) -> None:
    (folder / "EX-7.yaml").write_text("mine", encoding="utf-8")
    code, said = NewCase(folder, "EX-7.yaml").ends()
    assert code == 2
    assert said.count("\n") == 1
    assert "is there already" in said


def test_once_reference_and_day_are_known_the_file_may_be_there_already(folder: Path) -> None:
    (folder / FILE).write_text("mine", encoding="utf-8")
    terminal = NewCase(folder)
    terminal.talks(*TALK[:4])
    code, said = terminal.ends()
    assert code == 2
    assert "is there already" in said
    assert (folder / FILE).read_text("utf-8") == "mine"


def test_if_it_cannot_be_written_what_was_said_is_shown(folder: Path) -> None:
    terminal = NewCase(folder)
    terminal.talks(*TALK[:-1])
    terminal.is_asked(TALK[-1][0])
    (folder / FILE).mkdir()  # somebody else was quicker
    terminal.says("Priya is worried.")
    code, said = terminal.ends()
    assert code == 2
    assert "so that it is not lost" in said
    assert "    name: Zoë\n" in said
    assert "      Priya is worried.\n" in said
    assert said.rstrip().endswith("nothing is ever written over it.")


def test_bytes_that_are_no_text_are_asked_for_again(folder: Path) -> None:
    terminal = NewCase(folder)
    terminal.talks(*TALK[:4])
    terminal.is_asked("A child's name")
    terminal.child.flush()
    os.write(terminal.child.child_fd, b"Zo\xeb\n")
    terminal.child.expect("could not be read|control character")
    terminal.talks(*TALK[4:])
    assert terminal.ends()[0] == 0
    sound(folder / FILE)


@pytest.mark.parametrize(
    "more", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_a_terminal_that_is_not_utf8(folder: Path, more: dict[str, str]) -> None:
    terminal = NewCase(folder, **more)
    terminal.talks(
        *[(question.replace("Zoë", "Mia"), answer if answer.isascii() else "Mia") for question, answer in TALK]
    )
    code, said = terminal.ends()
    assert code == 0
    assert "Traceback" not in said
    sound(folder / FILE)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pexpect on Windows")
