"""`sostool status`: one glance at what was made, approved and shared, and what is still to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import Data, family, put, written
from support.running import ROOT, is_one_line

if TYPE_CHECKING:
    from cli.conftest import Sostool

TODAY = ("--today", "2026-03-16")
YES = ("--by", "ann", "--yes", *TODAY)
AGREED = {"why": "Her sister.", "agreed_by": "ann", "date": "2026-03-12"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return save(tmp_path / "case.yaml", family())


def save(file: Path, data: Data) -> Path:
    file.write_bytes(written(data))
    return file


def told(sostool: Sostool, *options: str, today: tuple[str, ...] = TODAY) -> list[str]:
    done = sostool("status", "case.yaml", *today, *options)
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


def in_json(sostool: Sostool, *options: str, today: tuple[str, ...] = TODAY) -> dict[str, Any]:
    done = sostool("status", "case.yaml", *today, "--format", "json", *options)
    assert done.err == ""
    found: dict[str, Any] = json.loads(done.out)
    return found


def document(data: dict[str, Any], code: str = "p3", kind: str = "report") -> dict[str, Any]:
    [reader] = [reader for reader in data["readers"] if reader["code"] == code]
    [found] = [one for one in reader["documents"] if one["document"] == kind]
    assert isinstance(found, dict)
    return found


def test_nothing_is_begun(sostool: Sostool, case: Path) -> None:
    assert told(sostool) == [
        "EX-0900, on 16 March 2026",
        "",
        "Nothing begun for: room, practitioners, chair, p1, p2, p3, p4, p5, p6, p7, p8, p9, p11, p12, p13",
        "",
        "Nothing is begun that is not done.",
    ]
    assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]


def test_one_glance_before_the_meeting(sostool: Sostool, case: Path) -> None:
    lines = [{"document": "report", "with": "dean", "not_shared": "Nobody knows where he is."}]
    save(case, put(family(), "shared", lines))
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    sostool("render-report", "case.yaml", "--for", "lisa", "--final")
    sostool("render-report", "case.yaml", "--for", "jo")
    sostool("approve", "case.yaml", "--document", "map", "--for", "room", *YES)
    assert told(sostool) == [
        "EX-0900, on 16 March 2026",
        "",
        "  document  made   approved              shared      still to do",
        "room",
        "  map       -      16 March 2026 by p14  -           make the final copy",
        "  not begun: report, flip-chart",
        "p3",
        "  report    final  16 March 2026 by p14  -           share it, and log it under shared",
        "  not begun: summary",
        "p4",
        "  report    -      -                     not shared",
        "  not begun: summary",
        "p5",
        "  report    draft  -                     -           read it and approve it",
        "",
        "Nothing begun for: practitioners, chair, p1, p2, p6, p7, p8, p9, p11, p12, p13",
        "",
        "Still to do for 3 of 4 copies.",
    ]


def test_what_is_the_same_for_several_documents_is_one_line_and_blank_sheets_are_none(
    sostool: Sostool, case: Path
) -> None:
    sostool("approve", "case.yaml", "--document", "all", "--for", "everyone", *YES)
    sostool("render-report", "case.yaml", "--document", "all", "--for", "everyone", "--final")
    shown = told(sostool)
    at = shown.index("chair")
    assert shown[at : at + 4] == [
        "chair",
        "  report, map, flip-chart,          final  16 March 2026 by p14  -",
        "  running-sheet, withheld-register",
        "p1",
    ]
    assert "leaflet" not in "\n".join(shown)


def test_at_a_terminal_names_are_shown_and_reasons(case: Path, sostool: Sostool, monkeypatch: Any) -> None:
    lines = [{"document": "report", "with": "dean", "not_shared": "Nobody knows where he is."}]
    save(case, put(family(), "shared", lines))
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    monkeypatch.setattr("sostool.cli.status.is_private", lambda **_: False)
    shown = "\n".join(told(sostool))
    assert "lisa (Lisa)\n  report    -     16 March 2026 by ann" in shown
    assert "not shared: Nobody knows where he is." in shown


@pytest.mark.parametrize("name", ["mia-and-noah", "mia-and-noah-review", "five-children", "unborn-baby"])
def test_in_a_log_it_names_nobody(sostool: Sostool, tmp_path: Path, name: str) -> None:
    text = (ROOT / "examples" / f"{name}.yaml").read_text("utf-8")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    chair = text.partition("chair: ")[2].split()[0]
    approved = sostool("approve", "case.yaml", "--document", "all", "--for", "everyone", "--by", chair, "--yes")
    sostool("render-report", "case.yaml", "--document", "all", "--for", "everyone", "--final")
    table, data = sostool("status", "case.yaml"), sostool("status", "case.yaml", "--format", "json")
    assert table.code == data.code == 0
    people = text.partition("people:")[2].partition("\n\n")[0]
    ids = [line.split(":")[0].strip() for line in people.splitlines() if line.startswith("  ") and line[2:3].isalpha()]
    assert len(ids) > 4
    for output in (approved.out, approved.err, table.out, data.out):
        words = output.lower().replace('"', " ").replace(",", " ").replace("(", " ").replace(":", " ").split()
        assert not set(ids) & set(words)


def test_for_programs(sostool: Sostool, case: Path) -> None:
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    sostool("render-report", "case.yaml", "--for", "lisa", "--final", "--format", "md")
    data = in_json(sostool)
    assert {key: data[key] for key in data if key != "readers"} == {
        "sostool_status": 1,
        "reference": "EX-0900",
        "today": "2026-03-16",
        "from_before": [],
        "due": [],
        "in_the_way": [],
        "out_of_date": False,
    }
    assert document(data) == {
        "document": "report",
        "language": "en",
        "made": [{"path": "EX-0900-report-p3-2026-03-17.md", "state": "final"}],
        "approval": "approved",
        "approved_by": "p14",
        "approved_on": "2026-03-16",
        "shared": [],
        "not_shared": False,
        "can_be_made": True,
        "to_do": ["share"],
    }
    assert document(data, kind="leaflet")["approval"] == "not-needed"


def test_strict_is_for_what_does_not_hold_any_more(sostool: Sostool, case: Path) -> None:
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    sostool("render-report", "case.yaml", "--for", "lisa", "--final")
    assert sostool("status", "case.yaml", "--strict").code == 0
    save(case, put(family(), "people.lisa.relation", "Mam"))
    assert sostool("status", "case.yaml").code == 0
    strict = sostool("status", "case.yaml", "--strict")
    assert strict.code == 1
    assert "  report    out of date  void, was 16 March 2026 by p14" in strict.out
    assert "make it again; read it and approve it again" in strict.out
    assert in_json(sostool)["out_of_date"] is True


def test_what_was_taken_back_stays_so_when_it_cannot_be_made_any_more(sostool: Sostool, case: Path) -> None:
    plan = {"kind": "immediate", "rules": [{"what": "Jo sleeps here.", "who": ["jo"], "danger": "hurting"}]}
    save(case, put(family(), "safety_plan", plan))
    of_jo = ("approve", "case.yaml", "--document", "safety-plan", "--for", "jo", "--by", "ann", *TODAY)
    assert sostool(*of_jo, "--yes").code == 0
    assert sostool(*of_jo, "--withdraw").code == 0
    save(case, family())
    assert "  safety-plan  -     taken back 16 March 2026 by p14  -" in told(sostool)
    found = document(in_json(sostool), "p5", "safety-plan")
    assert (found["approval"], found["can_be_made"], found["to_do"]) == ("withdrawn", False, [])
    assert sostool("status", "case.yaml", "--strict").code == 0


@pytest.mark.parametrize("is_made", [False, True])
def test_once_it_was_logged_it_says_what_final_says(sostool: Sostool, case: Path, is_made: bool) -> None:
    final = ("render-report", "case.yaml", "--for", "lisa", "--final", "--format", "md")
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    if is_made:
        sostool(*final)
    save(case, put(family(), "shared", [{"document": "report", "with": "lisa", "date": "2026-03-16"}]))
    found = document(in_json(sostool))
    assert (found["approval"], found["to_do"]) == (("approved", []) if is_made else ("changed", ["approve-again"]))
    if not is_made:
        assert "What this reader gets is not what was approved." in sostool(*final).err
        sostool("approve", "case.yaml", "--for", "lisa", *YES)
        assert document(in_json(sostool))["to_do"] == ["make-final"]
        assert sostool(*final).code == 0


def test_documents_are_found_where_they_were_put(sostool: Sostool, case: Path) -> None:
    (case.parent / "sostool.yaml").write_text("sostool_settings: 1\noutput: papers\n", encoding="utf-8")
    sostool("render-report", "case.yaml", "--for", "lisa", "--format", "md")
    sostool("render-report", "case.yaml", "--document", "report", "--for", "everyone", "--format", "md")
    sostool("render-report", "case.yaml", "--for", "lisa", "--format", "md", "-o", "else/")
    name = "EX-0900-report-p3-2026-03-17.md"
    here = [one["path"] for one in document(in_json(sostool))["made"]]
    assert here == [f"papers/{name}", f"papers/EX-0900-2026-03-17/p3/{name}"]
    assert [one["path"] for one in document(in_json(sostool, "-o", "else"))["made"]] == [f"else/{name}"]
    sostool("render-report", "case.yaml", "--document", "report", "--for", "everyone", "--format", "md", "-o", "pack")
    assert [one["path"] for one in document(in_json(sostool, "-o", "pack"))["made"]] == [f"pack/p3/{name}"]


def test_a_copy_in_another_language_is_a_row_of_its_own(sostool: Sostool, case: Path) -> None:
    sostool("approve", "case.yaml", "--for", "lisa", "--language", "pl", *YES)
    sostool("render-report", "case.yaml", "--for", "lisa", "--language", "pl", "--final", "--format", "md")
    sostool("render-report", "case.yaml", "--for", "lisa", "--format", "html")
    shown = told(sostool)
    assert [line for line in shown if line.startswith("  report")] == [
        "  report       draft  -                     -       read it and approve it",
        "  report (pl)  final  16 March 2026 by p14  -       share it, and log it under shared",
    ]
    assert sostool("status", "case.yaml", "--strict").code == 0


def test_the_authoritys_templates_and_another_profile_count(sostool: Sostool, case: Path) -> None:
    (case.parent / "ours" / "html").mkdir(parents=True)
    (case.parent / "ours" / "html" / "style.css").write_text("body { color: black }\n", encoding="utf-8")
    options = ("--templates", "ours", "--profile", "thurrock")
    sostool("approve", "case.yaml", "--for", "lisa", *options, *YES)
    sostool("render-report", "case.yaml", "--for", "lisa", *options, "--final")
    assert document(in_json(sostool, *options))["to_do"] == ["share"]
    assert document(in_json(sostool))["approval"] == "changed"


def test_marks_that_are_due_and_what_is_open(sostool: Sostool, case: Path) -> None:
    held = {"what": "Jo helps.", "withhold": {"from": ["dean"], **AGREED, "review_on": "2026-03-18"}}
    open_ = {"what": "Police came.", "withhold": {"from": ["dean"]}}
    save(case, put(family(), "map.worried.past_harm", [held, open_]))
    assert "Held back, and due to be looked at again:" not in told(sostool)
    shown = told(sostool, today=("--today", "2026-03-18"))
    at = shown.index("Held back, and due to be looked at again:")
    assert shown[at + 1].startswith("  case.yaml:")
    assert shown[at + 1].endswith(": since 18 March 2026")
    at = shown.index("Nothing can be approved while this is open:")
    assert "SH101" in shown[at + 1]
    data = in_json(sostool, today=("--today", "2026-03-18"))
    assert [one["review_on"] for one in data["due"]] == ["2026-03-18"]
    assert [one["code"] for one in data["in_the_way"]] == ["SH101"]
    assert "Jo helps" not in json.dumps(data)


def test_papers_of_before_are_told(sostool: Sostool, case: Path) -> None:
    sostool("render-report", "case.yaml", "--for", "lisa", "--format", "md")
    old = case.parent / "EX-0900-report-p3-2026-03-17.md"
    old.rename(case.parent / "EX-0900-report-p77-2026-03-17.md")
    done = sostool("status", "case.yaml", "--strict")
    assert done.code == 1
    assert "From before, and nobody's copy now: take them away.\n  EX-0900-report-p77-2026-03-17.md\n" in done.out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["nothing.yaml"], 2),
        (["case.yaml", "-o", "nowhere"], 2),
        (["case.yaml", "--today", "soon"], 2),
        (["case.yaml", "--profile", "nowhere"], 2),
        (["case.yaml", "--templates", "nowhere"], 2),
        (["case.yaml", "--language", "xx"], 2),
    ],
)
def test_wrong_use(sostool: Sostool, case: Path, options: list[str], code: int) -> None:
    done = sostool("status", *options)
    assert (done.code, done.out) == (code, "")
    assert is_one_line(done.err)


def test_a_file_with_errors_of_its_own(sostool: Sostool, case: Path) -> None:
    case.write_bytes(b"sostool: 1\nreferenc: x\n")
    done = sostool("status", "case.yaml")
    assert (done.code, done.out) == (1, "")
