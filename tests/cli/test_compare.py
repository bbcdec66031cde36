"""`sostool compare`: what has changed between two files, on the terminal, for programs and as a page for one reader."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import FEARED, Data, family, put, written
from report.proof.every_leaf import numbered_case, words_in
from report.proof.plain import dump, under
from report.proof.readers import reader
from report.proof.redact import held_back
from support.running import is_one_line

if TYPE_CHECKING:
    from cli.conftest import Sostool

STEPS = "map.needs_to_happen.next_steps"
STAYS = {"what": "Zshow Priya the card every week.", "due": "2026-04-02"}


def first() -> Data:
    case = put(family(), STEPS, [{"what": "Zring the housing office.", "who": ["lisa"]}, STAYS])
    put(case, "dangers.0.scale", {"ten": "a", "ratings": [{"who": "lisa", "date": "2026-03-10", "score": 4}]})
    return put(case, "map.working_well.strengths", [{"what": "Zsinging.", "said_by": ["lisa"]}])


def second() -> Data:
    case = first()
    case["meeting"] |= {"kind": "review-conference", "date": "2026-06-09", "follows": "first.yaml"}
    case["map"]["needs_to_happen"]["next_steps"][0] |= {"done": "2026-04-20"}
    new = {"who": "lisa", "date": "2026-06-01", "score": 7, "reason": "Zquiet now."}
    case["dangers"][0]["scale"]["ratings"].append(new)
    return put(case, "map.working_well.strengths", [{"what": "Zreading in the evening."}])


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "first.yaml").write_bytes(written(first()))
    (tmp_path / "second.yaml").write_bytes(written(second()))
    return "first.yaml", "second.yaml"


TABLE = """\
EX-0900, for the chair
Initial child protection conference, 17 March 2026 → Review child protection
conference, 9 June 2026

Safety scale
  Lisa  4 → 7  Zquiet now.

Done
  Zring the housing office. (20 April 2026)

Not done yet
  Zshow Priya the card every week. (was due 2 April 2026)

New: what people do well
  Zreading in the evening.

What people do well, not listed any more
  Zsinging.
"""


def test_at_a_terminal_numbers_come_first_then_what_was_done_and_what_not(
    sostool: Sostool, files: tuple[str, str]
) -> None:
    done = sostool("compare", *files, "--no-private")
    assert (done.code, done.err, done.out) == (0, "", TABLE)


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_the_meetings_are_told_in_lines_that_a_terminal_has_room_for(
    sostool: Sostool, files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = sostool("compare", *files, "--no-private").out.splitlines()
    assert max(map(len, lines)) <= columns
    assert " ".join(lines[1 : lines.index("")]) == " ".join(TABLE.splitlines()[1:3])


def test_one_file_is_compared_with_the_one_it_follows(sostool: Sostool, files: tuple[str, str]) -> None:
    assert sostool("compare", "second.yaml", "--no-private").out == TABLE
    assert sostool("compare", "second.yaml", "--since", "last", "--no-private").out == TABLE


def test_a_file_against_itself_has_not_changed(sostool: Sostool, files: tuple[str, str]) -> None:
    for name in files:
        done = sostool("compare", name, name, "--no-private")
        assert (done.code, done.out.splitlines()[4:]) == (0, ["Nothing has changed."])
        assert sostool("compare", name, name).out.endswith("\nNothing has changed.\n")


def test_comments_and_order_make_no_difference(sostool: Sostool, files: tuple[str, str], tmp_path: Path) -> None:
    case = first()
    case["map"]["needs_to_happen"]["next_steps"].reverse()
    (tmp_path / "other.yaml").write_bytes(b"# Another layout.\n" + written(dict(reversed(case.items()))))
    assert "Nothing has changed." in sostool("compare", "first.yaml", "other.yaml", "--no-private").out


def test_the_other_way_round_is_told_and_put_right(sostool: Sostool, files: tuple[str, str]) -> None:
    done = sostool("compare", *reversed(files), "--no-private")
    assert done.out == TABLE
    assert done.err == "The first file is of the later meeting, so they are compared the other way round.\n"


def test_either_file_may_come_by_standard_input(sostool: Sostool, files: tuple[str, str]) -> None:
    for arguments, typed in ((("-", files[1]), first()), ((files[0], "-"), second()), (("-", files[0]), second())):
        done = sostool("compare", *arguments, "--no-private", typed=written(typed))
        assert (done.code, done.out) == (0, TABLE), done.err


def third() -> Data:
    case = second()
    case["meeting"] |= {"date": "2026-12-01", "follows": "second.yaml"}
    case["dangers"][0]["scale"]["ratings"].append({"who": "lisa", "date": "2026-11-20", "score": 9})
    return case


def test_since_the_first_meeting_goes_back_along_the_chain(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "third.yaml").write_bytes(written(third()))
    assert "  Lisa  7 → 9" in sostool("compare", "third.yaml", "--no-private").out
    done = sostool("compare", "third.yaml", "--since", "first", "--no-private")
    assert (done.code, done.err) == (0, "")
    assert "17 March 2026 → Review child protection conference, 1 December 2026" in " ".join(done.out.split())
    assert "  Lisa  4 → 9" in done.out
    (tmp_path / "first.yaml").unlink()
    broken = sostool("compare", "third.yaml", "--since", "first", "--no-private")
    assert "  Lisa  7 → 9" in broken.out
    assert broken.err.startswith("The first meeting cannot be reached (there is no such file), so this is since the ")


OVER_SEVERAL = (["third.yaml", "--since", "first"], ["first.yaml", "third.yaml"], ["third.yaml", "first.yaml"])


@pytest.mark.parametrize("arguments", OVER_SEVERAL)
def test_what_a_file_between_held_back_stays_back(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path, arguments: list[str]
) -> None:
    between, last = second(), third()
    put(between, "map.working_well.strengths", [{"what": "Zsinging.", "withhold": {"from": ["dean"]}}])
    put(last, "map.working_well.strengths", [{"what": "Zreading in the evening."}])
    last["map"]["needs_to_happen"]["next_steps"].pop(0)  # done in between, and not carried on
    for name, case in (("second.yaml", between), ("third.yaml", last)):
        (tmp_path / name).write_bytes(written(case))
    for name, is_told in (("dean", False), ("lisa", True), ("chair", True)):
        done = sostool("compare", *arguments, "--for", name, "--no-private")
        assert done.code == 0
        assert ("Zsinging." in done.out) is is_told
        assert "Done\n  Zring the housing office. (20 April 2026)\n" in done.out
    assert sostool("compare", *arguments, "--for", "lisa", "--format", "md", "-o", "out/").code == 0
    (page,) = (tmp_path / "out").iterdir()
    assert "What has changed since 17 March 2026" in page.read_text("utf-8")
    assert "last time" not in page.read_text("utf-8")


@pytest.mark.parametrize("broken", ["gone", "errors"])
def test_where_a_file_between_cannot_be_read_it_is_told_to_the_chair_alone(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path, broken: str
) -> None:
    (tmp_path / "third.yaml").write_bytes(written(third()))
    if broken == "gone":
        (tmp_path / "second.yaml").unlink()
    else:
        (tmp_path / "second.yaml").write_bytes(written(second() | {"meting": "x"}))
    for more in (["--no-private"], ["--format", "html"], ["--format", "json"]):
        told = sostool("compare", "first.yaml", "third.yaml", *more, "--for", "lisa")
        assert (told.code, told.out) == (1, "")
        assert is_one_line(told.err)
        assert told.err.startswith("A file that lies between the two cannot be read (")
    assert "  Lisa  4 → 9" in sostool("compare", "first.yaml", "third.yaml", "--no-private").out


def test_for_one_reader_it_is_what_they_may_have_in_both(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path
) -> None:
    later = second()
    later["people"]["dean"]["must_not_see"] = FEARED
    (tmp_path / "second.yaml").write_bytes(written(later))
    done = sostool("compare", *files, "--no-private", "--for", "dean")
    assert done.code == 0
    assert [word for word in ("Lisa", "Zsinging", "Zquiet", "housing") if word in done.out] == []
    assert "Zreading in the evening." in done.out


@pytest.mark.parametrize("format_", ["html", "md"])
def test_a_page_is_written_for_the_reader_who_is_named(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path, format_: str
) -> None:
    done = sostool("compare", *files, "--format", format_, "--for", "lisa", "-o", "out/")
    name = f"EX-0900-changes-p3-2026-06-09.{format_}"
    assert (done.code, done.out, done.err) == (0, f"Written: out/{name}\n", "")
    text = (tmp_path / "out" / name).read_text("utf-8")
    assert "What has changed since last time" in text
    assert "Zring the housing office." in text
    assert "Draft" in text


def test_practitioners_and_the_chair_read_in_front_of_whom_it_must_not_be_said(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path
) -> None:
    later = second()
    put(later, "map.working_well.strengths", [{"what": "Zreading.", "withhold": {"from": ["dean"]}}])
    later["dangers"][0]["scale"]["ratings"][-1] |= {"withhold": {"from": ["ray"]}}
    (tmp_path / "second.yaml").write_bytes(written(later))
    for name in ("practitioners", "chair"):
        out = sostool("compare", *files, "--no-private", "--for", name).out
        assert "  Zreading.\n    Not in front of Dean\n" in out
        assert "  Lisa  4 → 7  Zquiet now.\n    Not in front of Grandad Ray\n" in out
    assert "Not in front" not in sostool("compare", *files, "--no-private", "--for", "lisa").out


def test_only_readers_that_it_takes_are_offered(sostool: Sostool, files: tuple[str, str]) -> None:
    done = sostool("compare", *files, "--for", "bob", "--no-private")
    assert (done.code, done.out) == (2, "")
    offered = [line.split()[1] for line in done.err.splitlines() if line.startswith("  --for ")]
    assert {"lisa", "dean", "room", "practitioners", "chair"} <= set(offered)
    assert {"everyone", "mia", "noah"}.isdisjoint(offered)
    for name in offered:
        assert sostool("compare", *files, "--for", name).code == 0, name
    assert "everyone" not in sostool("compare", *files, "--for", "everyon", "--no-private").err


def test_a_child_who_was_born_since_is_told(sostool: Sostool, files: tuple[str, str], tmp_path: Path) -> None:
    for name, case, day in (
        ("first.yaml", first(), {"due": "2026-05-10"}),
        ("second.yaml", second(), {"born": "2026-05-08"}),
    ):
        case["people"]["ava"] = {"name": "Zava", "role": "child", **day}
        for parent in ("lisa", "dean"):
            case["people"][parent]["parent_of"].append("ava")
        (tmp_path / name).write_bytes(written(case))
    assert "\nBorn since\n  Zava (8 May 2026)\n" in sostool("compare", *files, "--no-private", "--for", "lisa").out
    assert "born              p15" in sostool("compare", *files).out.splitlines()
    assert json.loads(sostool("compare", *files, "--format", "json").out)["born"] == ["p15"]


class TestInPrivate:
    def test_nobody_but_the_chair_is_told_positions(
        self, sostool: Sostool, files: tuple[str, str], tmp_path: Path
    ) -> None:
        later = second()
        later["map"]["working_well"]["strengths"].insert(0, {"what": "Zheld.", "withhold": {"from": ["dean"]}})
        (tmp_path / "second.yaml").write_bytes(written(later))
        assert (
            "strength-new      map.working_well.strengths"
            in sostool("compare", *files, "--for", "dean").out.splitlines()
        )
        for name in ("dean", "practitioners", "room"):
            done = sostool("compare", *files, "--for", name, "--format", "json")
            places = {one[side] for one in json.loads(done.out)["changes"] for side in ("earlier", "later")}
            assert {STEPS, "map.working_well.strengths"} <= places
            assert not any("[" in place for place in places if place)

    def test_kinds_and_places_are_told_and_no_word_of_the_file(self, sostool: Sostool, files: tuple[str, str]) -> None:
        done = sostool("compare", *files)
        assert done.out.splitlines() == [
            "2026-03-17 to 2026-06-09, for chair",
            "number            p3",
            "step-done         map.needs_to_happen.next_steps[0]",
            "step-open         map.needs_to_happen.next_steps[1]",
            "strength-new      map.working_well.strengths[0]",
            "strength-gone     map.working_well.strengths[0] (earlier file)",
        ]

    def test_for_a_program_people_are_codes_and_items_places(self, sostool: Sostool, files: tuple[str, str]) -> None:
        done = sostool("compare", *files, "--format", "json", "--no-private")
        told = json.loads(done.out)
        assert told["numbers"] == [
            {
                "scale": 1,
                "person": "p3",
                "then": {"score": 4, "date": "2026-03-10"},
                "now": {"score": 7, "date": "2026-06-01"},
            }
        ]
        step = "map.needs_to_happen.next_steps[0]"
        assert told["changes"][0] == {"kind": "step-done", "earlier": step, "later": step, "late": False}
        assert told["changes"][-1]["later"] is None
        assert [word for word in ("Z", "isa", "hurting", "EX-") if word in done.out] == []

    @pytest.mark.parametrize("options", [(), ("--format", "json"), ("--for", "dean"), ("--for", "nobody")])
    def test_no_word_of_either_file_is_told(
        self, sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
    ) -> None:
        monkeypatch.setenv("CI", "true")
        data = numbered_case()[0]
        (tmp_path / "first.yaml").write_bytes(dump(data))
        (tmp_path / "second.yaml").write_bytes(dump(_much_later(data)))
        done = sostool("compare", "first.yaml", "second.yaml", *options)
        assert "Traceback" not in done.err
        assert words_in(done.out) == words_in(done.err) == []

    def test_people_who_came_and_went_are_codes(self, sostool: Sostool, files: tuple[str, str], tmp_path: Path) -> None:
        later = second()
        del later["people"]["kim"]
        later["people"]["ken"] = {"name": "Ken", "role": "network"}
        (tmp_path / "second.yaml").write_bytes(written(later))
        lines = sostool("compare", *files).out.splitlines()
        assert lines[-2:] == ["came              p14", "went              p7 (earlier file)"]


def _much_later(data: Data) -> Data:
    later = copy.deepcopy(data)
    later["meeting"]["date"] = "2030-01-01"
    for key in ("map", "safety_plan", "trajectory"):
        later.pop(key, None)
    for danger in later["dangers"]:
        danger.pop("rests_on", None)
    return later


@pytest.mark.parametrize("who", ["dean", "lisa", "jo", "room", "practitioners"])
def test_at_a_terminal_a_reader_is_told_nothing_that_either_file_holds_back(
    sostool: Sostool, tmp_path: Path, who: str
) -> None:
    data = numbered_case()[0]
    (tmp_path / "first.yaml").write_bytes(dump(data))
    (tmp_path / "second.yaml").write_bytes(dump(_much_later(data)))
    done = sostool("compare", "first.yaml", "second.yaml", "--no-private", "--for", who)
    assert done.code == 0, done.err
    held = held_back(data, reader(data, who))
    assert [path for path in words_in(done.out + done.err) if under(path, held)] == []
    assert words_in(done.out)


WRONG: list[tuple[list[str], int, str]] = [
    (["first.yaml"], 2, "This file follows no other (meeting.follows), so name the earlier one too: EARLIER LATER."),
    (["first.yaml", "second.yaml", "second.yaml"], 2, "compare takes two files: EARLIER LATER."),
    (["-", "-"], 2, "Only one of the files can come by standard input."),
    (["-"], 2, "What comes by standard input stands alone: name the earlier file too."),
    (["first.yaml", "second.yaml", "--since", "first"], 2, "--since goes with one file: leave it out, or the earlier file."),
    (["second.yaml", "-o", "x"], 2, "-o is where the page goes: add --format html or --format md."),
    (["second.yaml", "--format", "md"], 2, "A page is for one reader: add --for with an id, room, practitioners or chair."),
    (["second.yaml", "--for", "everyone"], 2, "compare is for one reader: an id, room, practitioners or chair."),
    (["first.yaml", "missing.yaml"], 2, "missing.yaml: there is no such file."),
    (["first.yaml", "other.yaml"], 2, "These two files are of two families: another reference, and no child with the same name and date of birth: first.yaml, other.yaml."),
    (["astray.yaml"], 1, "The file that this one follows cannot be compared: there is no such file. `sostool validate` says more."),
    (["second.yaml", "--for", "mia"], 1, "The document changes is made for a young person only if they are old enough by the profile and the file says so: young_person_copy: {agreed_by, date}"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "line"), WRONG, ids=lambda one: " ".join(one) if isinstance(one, list) else ""
)
def test_what_cannot_be_compared_is_told_in_a_line(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path, arguments: list[str], code: int, line: str
) -> None:
    other = second()
    for id_ in ("mia", "noah"):
        other["people"][id_]["born"] = "2020-02-02"
    (tmp_path / "other.yaml").write_bytes(written(other | {"reference": "EX-0001"}))
    astray = second()
    astray["meeting"]["follows"] = "gone.yaml"
    (tmp_path / "astray.yaml").write_bytes(written(astray))
    done = sostool("compare", *arguments)
    assert (done.code, done.out) == (code, "")
    assert is_one_line(done.err)
    assert done.err.strip() == line


def test_files_with_errors_are_told_a_line_each(sostool: Sostool, tmp_path: Path) -> None:
    for name in ("first.yaml", "second.yaml"):
        (tmp_path / name).write_text("sostool: 1\nreference: EX-1\nmeting: {}\n", "utf-8")
    done = sostool("compare", "first.yaml", "second.yaml")
    assert (done.code, done.out) == (1, "")
    assert [line.partition(":")[0] for line in done.err.splitlines() if ".yaml:" in line] == [
        "first.yaml",
        "second.yaml",
    ]


def test_a_reader_of_whom_the_earlier_file_knew_nothing(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path
) -> None:
    later = second()
    later["people"]["ken"] = {"name": "Ken", "role": "parent", "parent_of": ["mia"]}
    (tmp_path / "second.yaml").write_bytes(written(later))
    for options in (("--no-private",), ()):
        done = sostool("compare", *files, "--for", "ken", *options)
        assert done.code == 0
        assert done.out.endswith("The earlier file had nothing for this reader, so there is nothing to compare.\n")
    last = third()
    for case in (first(), last):
        case["people"]["ken"] = later["people"]["ken"]
        (tmp_path / ("third.yaml" if case is last else "first.yaml")).write_bytes(written(case))
    (tmp_path / "second.yaml").write_bytes(written(second()))
    between = sostool("compare", "third.yaml", "--since", "first", "--for", "ken", "--no-private")
    assert "The earlier file, or one between, had nothing for this reader" in between.out


def test_hostile_text_is_shown_and_not_obeyed(sostool: Sostool, files: tuple[str, str], tmp_path: Path) -> None:
    later = put(
        second(), "map.working_well.strengths", [{"what": "Zx \x85 ::set-output name=a::b ##[error] <b> | *c*"}]
    )
    later["meeting"]["follows"] = "first.yaml"
    (tmp_path / "second.yaml").write_bytes(written(later).replace(b"\xc2\x85", b" "))
    done = sostool("compare", *files, "--no-private")
    assert done.code == 0
    assert "##[error]" not in done.out
    assert "\x1b" not in done.out


def test_a_document_with_words_held_back_now_is_not_written(
    sostool: Sostool, files: tuple[str, str], tmp_path: Path
) -> None:
    said: dict[str, Any] = {"what": "Zreading with Jo in Fern Court in the evening."}
    later = put(second(), "map.working_well.strengths", [said])
    put(later, "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    (tmp_path / "second.yaml").write_bytes(written(later))
    done = sostool("compare", *files, "--for", "dean", "--no-private")
    assert (done.code, done.out) == (1, "")
    assert "map.working_well.strengths[0].what" in done.err
    assert "Fern" not in done.err


def test_days_that_matter_stand_beside_what_they_are_of(sostool: Sostool, tmp_path: Path) -> None:
    earlier = put(family(), "trajectory", [{"what": "Zwalk in the park together.", "date": "2026-07-01"}])
    put(earlier, "safety_plan.rules", [{"what": "Zring Ray before it gets loud.", "review_on": "2026-07-01"}])
    put(earlier, STEPS, [STAYS, {"what": "Zgone without a word.", "due": "2026-05-05"}])
    later = copy.deepcopy(earlier)
    later["meeting"] |= {"kind": "core-group", "date": "2026-06-09"}
    put(
        later,
        "trajectory",
        [{"what": "Zwalk in the park together.", "date": "2026-08-01"}, {"what": "Zsleep over.", "date": "2026-09-01"}],
    )
    later["safety_plan"]["rules"][0] |= {
        "review_on": "2026-10-01",
        "used": [{"date": "2026-05-01", "worked": True, "what": "Zgood."}],
    }
    put(later, STEPS, [STAYS | {"due": "2026-07-07"}, {"what": "Znew one for Lisa.", "due": "2026-08-08"}])
    put(later, "dangers.0.statement", "Zother words.")
    for name, case in (("first.yaml", earlier), ("second.yaml", later)):
        (tmp_path / name).write_bytes(written(case))
    out = sostool("compare", "first.yaml", "second.yaml", "--no-private").out
    assert out.partition("\n\n")[2].splitlines() == [
        "Not done yet",
        "  Zshow Priya the card every week. (was due 2 April 2026, now due 7 July 2026)",
        "",
        "Open before, and not listed any more",
        "  Zgone without a word. (was due 5 May 2026)",
        "",
        "Danger statement in other words",
        "  Zother words.",
        "",
        "How the plan was used",
        "  Zring Ray before it gets loud.",
        "    1 May 2026: it worked  Zgood.",
        "",
        "Days that have moved",
        "  Zring Ray before it gets loud. (1 July 2026 → 1 October 2026)",
        "  Zwalk in the park together. (1 July 2026 → 1 August 2026)",
        "",
        "New steps",
        "  Znew one for Lisa. (due 8 August 2026)",
        "  Zsleep over. (1 September 2026)",
    ]
