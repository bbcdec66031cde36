"""Tests stand where the code stands: sostool/a/b.py has tests/a/test_b.py, or it is said here what tests it and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.running import ROOT

PACKAGE, TESTS = ROOT / "sostool", ROOT / "tests"
MODULES = sorted(
    str(file.relative_to(PACKAGE).with_suffix("")) for file in PACKAGE.rglob("*.py") if file.name != "__init__.py"
)

# A module or a whole room, what tests it instead, and why.
ELSEWHERE = {
    "__main__": ("cli/test_run.py", "run as a command of its own"),
    "adding/addition": ("adding/test_adding.py", "plain data that says what is added"),
    "adding/in_blocks": ("adding/test_adding.py", "edits in lines, in every layout"),
    "adding/in_brackets": ("adding/test_adding.py", "edits in brackets, in every layout"),
    "adding/layout": ("adding/test_adding.py", "where things stand, in every layout"),
    "adding/placing": ("adding/test_adding.py", "where an addition goes, in every layout"),
    "carrying": ("carrying", "tested by what is in the new file and whom it reaches, across its modules"),
    "case/model": ("case/test_schema.py", "declarations only; every key is read and compared with the schema there"),
    "case/paths": ("case/test_findings_hold_no_case_text.py", "what a path may show, and to whom"),
    "checks/answers": ("checks/cases/AN101.yaml", "what answers close and what is asked of them, as cases"),
    "checks/scale/scales": ("checks/cases/SC101.yaml", "what all checks of scales go through"),
    "checks/sharing/contact_details": ("checks/cases/SH104.yaml", "what SH104 and SH106 ask about, as cases"),
    "checks/sharing/places": ("checks/cases/SH104.yaml", "names of schools and surgeries, as cases"),
    "checks/sharing/known_names": ("checks/cases/SH106.yaml", "whose names belong to a file, as cases"),
    "checks/sharing/name_in_text": ("checks/labelled/names_of_others.yaml", "what names a person, as workers write it"),
    "checks/sharing/strange_names": ("checks/sharing/test_planted.py", "names planted into the examples"),
    "checks/shape": ("checks/test_examples_in_docs.py", "documentation only, whose examples are run"),
    "checks/text_file": ("checks/test_examples_in_docs.py", "documentation only, whose examples are run"),
    "cli/adding_talk": ("cli/test_add.py", "the questions of add, as they are asked at a terminal"),
    "cli/asking": ("cli/test_rate.py", "one question, as it is asked at a terminal"),
    "cli/changing": ("cli/test_rate.py", "what is shown, asked and written, as add and rate are called"),
    "cli/continuing_talk": ("cli/test_add.py", "what a file left half-way lacks, as it is asked for at a terminal"),
    "cli/query_talk": ("cli/test_add.py", "open queries, as they are answered at a terminal"),
    "cli/rating_talk": ("cli/test_rate.py", "the questions of rate, as they are asked at a terminal"),
    "cli/talking": ("cli/test_rate.py", "a talk that is stopped half-way"),
    "cli/adding_options": ("cli/test_add.py", "what add does with its options"),
    "cli/app": ("cli/test_run.py", "the commands and their help"),
    "cli/approvals": ("cli/test_approve.py", "what approve, status and --final share, as they are called"),
    "cli/approving": ("cli/test_approve.py", "what approve does once its options are read"),
    "cli/asked_for": ("cli/test_render_report.py", "what the commands that make documents are asked for"),
    "cli/checking": ("cli/test_validate.py", "what validate does once its options are read"),
    "cli/compare_table": ("cli/test_compare.py", "what compare prints"),
    "cli/comparing": ("cli/test_compare.py", "which files are compared, as compare is called"),
    "cli/noting": ("cli/test_render_report.py", "what render-report says beside what it wrote"),
    "cli/new_file": ("cli/test_new_case.py", "where a new file goes, as new-case is called"),
    "cli/documents": ("cli/test_render_report.py", "what render-report does once its options are read"),
    "cli/next_steps": ("cli/test_new_case.py", "what new-case says at its end"),
    "cli/options": ("cli/test_run.py", "options that are tested with the commands that take them"),
    "cli/placing": ("cli/test_render_report.py", "where documents go, as render-report is called"),
    "cli/schema": ("case/test_schema.py", "prints what is tested there"),
    "cli/status_report": ("cli/test_status.py", "what status prints"),
    "cli/timeline_files": ("cli/test_timeline.py", "where the page and the calendar go, as timeline is called"),
    "cli/timeline_report": ("cli/test_timeline.py", "what timeline prints"),
    "cli/who_sees_table": ("cli/test_who_sees.py", "what who-sees prints"),
    "findings": (
        "findings/printers",
        "plain data, and printers that are tested by what they print, all in the same way",
    ),
    "dates/days": ("dates/test_clock.py", "where each day stands, as the clock finds it"),
    "dates/past": ("dates/test_clock.py", "what is known of earlier meetings, as the clock counts from it"),
    "dates/entry": ("dates/test_clock.py", "plain data that the clock hands on"),
    "identity/sign": ("identity/test_signs.py", "plain data that all finders hand on"),
    "mend/found": ("mend/test_mending.py", "plain data that all kinds of mend hand on"),
    "release/copies": ("cli/test_approve.py", "the copies that are let go, one and many"),
    "pseudonymise": ("pseudonymise", "tested by what copies say and what is left in them, across its modules"),
    "report": ("report", "tested by what each reader gets and what documents look like, across its modules"),
    "share": ("share", "tested by what each reader gets and never gets, across its modules"),
    "story/matching": ("story/test_same.py", "what pairs of parts come of it, over whole files"),
    "story/said": ("story/test_fingerprint.py", "what counts as said, by the fingerprints of whole files"),
    "story/telling_apart": ("story/test_same.py", "a table, tested by what is taken for the same thing"),
    "settings/declared": ("settings/test_load.py", "declarations only; every key is read there"),
    "yamlfile": ("yamlfile", "tested by what can stand in a file, across its modules"),
}
CHECK = re.compile(r'^@check\("([A-Z]{2}\d{3})"', re.MULTILINE)


def own_test(module: str) -> Path:
    return TESTS / Path(module).parent / f"test_{Path(module).name}.py"


def cases_of(module: str) -> list[Path]:
    """Give the files of passes and fails of the checks that a module holds."""
    codes = CHECK.findall((PACKAGE / f"{module}.py").read_text("utf-8"))
    return [TESTS / "checks" / "cases" / f"{code}.yaml" for code in codes]


def entries(module: str) -> list[str]:
    return [room for room in ELSEWHERE if module == room or module.startswith(f"{room}/")]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_tested_at_its_mirrored_place_or_it_is_said_where(module: str) -> None:
    cases = cases_of(module)
    assert own_test(module).is_file() or (cases and all(file.is_file() for file in cases)) or entries(module)


def test_there_are_modules() -> None:
    assert len(MODULES) > 90


@pytest.mark.parametrize("room", ELSEWHERE)
def test_what_is_tested_elsewhere_is_there_and_so_are_its_tests(room: str) -> None:
    tests, why = ELSEWHERE[room]
    assert (PACKAGE / room).is_dir() or (PACKAGE / f"{room}.py").is_file()
    assert (TESTS / tests).is_file() or list((TESTS / tests).rglob("test_*.py"))
    assert len(why) > 15
    assert not own_test(room).is_file(), "it has a test of its own by now"


def test_every_folder_of_tests_mirrors_a_room() -> None:
    besides = {"browser", "docs", "examples", "support", "case/references"}
    folders = {
        str(folder.relative_to(TESTS))
        for folder in TESTS.rglob("*")
        if folder.is_dir() and any(folder.glob("test_*.py")) and "node_modules" not in folder.parts
    }
    assert len(folders) > 8
    strange = {
        folder
        for folder in folders - besides
        if not (PACKAGE / folder).is_dir() and not (PACKAGE / folder).parent.is_dir()
    }
    assert strange == set()
