"""Whatever fails, and wherever: no document that was not looked through, nothing half, one line without the case."""

from __future__ import annotations

import errno
import os
import pathlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import family, put, written
from report.proof.plain import load

from sostool.cli.console import OUR_FAULT, STOPPED, WRONG_USE

if TYPE_CHECKING:
    from cli.conftest import Sostool

SECRET = "Zqsecret"  # noqa: S105 - a word of the case
HTML, MD = "EX-0900-report-p4-2026-03-17.html", "EX-0900-report-p4-2026-03-17.md"

# Every step on the way from the file to the document, in order.
MAKING = (
    "sostool.case.read.read_case",
    "sostool.report.making.maker.make_view",
    "sostool.share.make_view.Making",
    "sostool.share.making.may_have",
    "sostool.share.bars.bars_on",
    "sostool.report.making.maker.make_document",
    "sostool.report.making.documents._sections",
    "sostool.report.making.documents.framed",
    "sostool.report.sections.about.Section",
    "sostool.report.words.labels.Labels.__call__",
    "sostool.report.templating.templates.Templates.draw",
    "sostool.report.making.workshop.Workshop.draw",
    "sostool.report.formats.html.plain",
    "sostool.report.formats.markdown.plain",
    "sostool.report.making.maker.file_name",
    "sostool.report.making.maker.Net",
    "sostool.share.net.held_texts",
    "sostool.share.net.given_texts",
    "sostool.identity.listed_words.spellings_of",
    "sostool.share.net.runs",
    "sostool.share.net.holds_any",
    "sostool.share.net.common_runs",
    "sostool.share.net.Net.caught",
    "sostool.report.making.maker.texts_in",
    "sostool.report.formats.read_back._folded_page",
    "sostool.report.formats.read_back._shown",
    "sostool.files.make_folder",
    "sostool.files.replace",
    "os.fsync",
    "pathlib.Path.replace",
)
# What a file that follows another adds to them.
COMPARING = (
    "sostool.caseload.earlier.chain_beside",
    "sostool.share.make_changes.make_view_since",
    "sostool.share.make_changes.view_of",
    "sostool.share.make_changes.Since",
    "sostool.share.since.held_texts",
    "sostool.share.since.reader_before",
    "sostool.share.since.EarlierMaking",
    "sostool.share.making_earlier.Net",
    "sostool.share.since.rather_others",
    "sostool.share.make_changes.Both",
    "sostool.share.make_changes.make_moves",
    "sostool.share.make_changes.make_entries",
    "sostool.share.make_changes.other_ids",
    "sostool.share.making_earlier.reader_before",
    "sostool.report.sections.changes.Section",
)
FAILURES: dict[str, Callable[[], BaseException]] = {
    "a mistake of ours": lambda: RuntimeError(SECRET),
    "a value": lambda: ValueError(SECRET),
    "the disk": lambda: OSError(errno.ENOSPC, "No space left on device", SECRET),
    "the memory": lambda: MemoryError(SECRET),
    "too deep": lambda: RecursionError(SECRET),
    "Ctrl-C": lambda: KeyboardInterrupt(SECRET),
}
CODES = dict.fromkeys(FAILURES, OUR_FAULT) | {"the disk": WRONG_USE, "Ctrl-C": STOPPED}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    data = put(family(feared=True), "dangers.0.statement", f"{SECRET} is worried.")
    put(data, "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    put(
        data,
        "map.working_well.strengths",
        [
            {
                "what": f"{SECRET} said a thing of more than eight words to the teacher.",
                "said_by": ["lisa"],
                "about": ["lisa"],
            }
        ],
    )
    file = tmp_path / "case.yaml"
    file.write_bytes(written(data))
    return file


@pytest.fixture
def review(case: Path) -> Path:
    """The file of a meeting later, in which what Dean must not get was said again."""
    data = load(case.read_bytes())
    put(data, "meeting.date", "2026-06-17")
    put(data, "meeting.kind", "review-conference")
    put(data, "meeting.follows", case.name)
    put(data, "dangers.0.statement", f"{SECRET} is less worried than before.")
    file = case.with_name("review.yaml")
    file.write_bytes(written(data))
    return file


def failing(monkeypatch: pytest.MonkeyPatch, step: str, failure: Callable[[], BaseException], at: int = 1) -> list[int]:
    """Make a step fail when it is taken for the nth time; give the counter of how often it was."""
    where, _, name = step.rpartition(".")
    calls = [0]
    target: Any = {"os": os, "pathlib.Path": pathlib.Path}.get(where) or _found(where)
    whole = getattr(target, name)

    def fail(*arguments: Any, **more: Any) -> Any:
        calls[0] += 1
        if calls[0] == at:
            raise failure()
        return whole(*arguments, **more)

    monkeypatch.setattr(target, name, fail)
    return calls


def _found(where: str) -> Any:
    import importlib  # noqa: PLC0415

    try:
        return importlib.import_module(where)
    except ModuleNotFoundError:
        module, _, name = where.rpartition(".")
        return getattr(importlib.import_module(module), name)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def make(sostool: Sostool, *more: str, file: str = "case.yaml") -> Any:
    return sostool("render-report", file, "--for", "dean", "--unfinished", *more)


def code_of(step: str, failure: str) -> int:
    # While a file is written, a value that is refused is a name that no file can have.
    if failure == "a value" and step in ("os.fsync", "pathlib.Path.replace"):
        return WRONG_USE
    return CODES[failure]


def assert_one_line(done: Any, step: str, failure: str) -> None:
    if failure == "Ctrl-C":
        assert (done.code, done.err) == (STOPPED, "Stopped.\n")
    else:
        assert done.code == code_of(step, failure), done.err
    assert SECRET not in done.out + done.err
    assert "Traceback" not in done.err
    assert done.out == ""
    assert 1 <= len(done.err.splitlines()) <= 2, done.err


def test_a_copy_is_made_where_nothing_fails(sostool: Sostool, case: Path) -> None:
    assert make(sostool).code == 0
    assert set(files(case.parent)) == {"case.yaml", HTML, MD}


def test_a_copy_that_tells_what_has_changed_is_made_where_nothing_fails(sostool: Sostool, review: Path) -> None:
    assert make(sostool, file=review.name).code == 0
    made = files(review.parent)
    assert set(made) == {"case.yaml", "review.yaml", *(name.replace("03-17", "06-17") for name in (HTML, MD))}
    assert b"What has changed" in made[MD.replace("03-17", "06-17")]


def _failures_of(steps: tuple[str, ...]) -> list[Any]:
    """Give each step with each failure; in a quick run each fails in two ways, the next one in the next two."""
    return [
        pytest.param(step, failure, marks=() if (way - 2 * number) % len(FAILURES) < 2 else pytest.mark.slow)
        for number, step in enumerate(steps)
        for way, failure in enumerate(FAILURES)
    ]


@pytest.mark.parametrize(("step", "failure"), _failures_of(MAKING))
def test_a_step_that_fails_leaves_nothing(
    sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: str
) -> None:
    _assert_nothing_left(sostool, case, monkeypatch, step, failure)


@pytest.mark.parametrize(("step", "failure"), _failures_of(COMPARING))
def test_a_step_of_comparing_that_fails_leaves_nothing(
    sostool: Sostool, review: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: str
) -> None:
    _assert_nothing_left(sostool, review, monkeypatch, step, failure)


def _assert_nothing_left(
    sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: str
) -> None:
    before = files(case.parent)
    calls = failing(monkeypatch, step, FAILURES[failure])
    done = make(sostool, file=case.name)
    assert calls[0], f"{step} is no step on the way any more"
    assert_one_line(done, step, failure)
    assert files(case.parent) == before


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize(
    "step",
    [
        "sostool.report.making.workshop.Workshop.draw",
        "sostool.report.making.maker.texts_in",
        "sostool.share.net.Net.caught",
    ],
)
def test_a_second_format_that_fails_takes_the_first_along(
    sostool: Sostool,
    case: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    failure: str,
) -> None:
    before = files(case.parent)
    calls = failing(monkeypatch, step, FAILURES[failure], at=2)
    assert_one_line(make(sostool), step, failure)
    assert calls[0] >= 2
    assert files(case.parent) == before


WRITING = ("sostool.files.make_folder", "sostool.files.replace", "os.fsync", "pathlib.Path.replace", "os.open")


@pytest.mark.parametrize("failure", ["a mistake of ours", "the disk", "the memory", "Ctrl-C"])
@pytest.mark.parametrize("step", WRITING)
def test_writing_that_fails_leaves_the_old_files_or_whole_new_ones(
    sostool: Sostool,
    case: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    failure: str,
) -> None:
    # The second set of documents differs from the first; each time writing fails at another moment.
    assert make(sostool, "-o", "out").code == 0
    old = files(case.parent / "out")
    case.write_text(case.read_text("utf-8").replace("is worried", "is very worried"), "utf-8")
    assert make(sostool, "-o", "other").code == 0
    new = files(case.parent / "other")
    assert all(old[name] != new[name] for name in (HTML, MD))
    for at in range(1, 12):
        for name, data in old.items():
            (case.parent / "out" / name).write_bytes(data)
        with monkeypatch.context() as patched:
            calls = failing(patched, step, FAILURES[failure], at)
            done = make(sostool, "-o", "out")
        there = files(case.parent / "out")
        assert set(there) == {HTML, MD}
        assert all(there[name] in (old[name], new[name]) for name in there)
        if calls[0] < at:
            assert done.code == 0
            return
        if done.code == 0:
            # A system that cannot wait for the folder to be on the disk has the whole documents all the same.
            assert (step, failure) in (("os.fsync", "the disk"), ("os.open", "the disk"))
            assert there == new
        else:
            assert done.code == CODES[failure], (step, at, done.err)
        assert SECRET not in done.out + done.err
    raise AssertionError(f"{step} never came to an end")


@pytest.mark.parametrize(
    "step",
    [
        "sostool.report.making.maker.make_view",
        "sostool.share.net.Net.caught",
        "sostool.report.making.workshop.Workshop.draw",
    ],
)
@pytest.mark.parametrize("failure", ["a mistake of ours", "the memory", "Ctrl-C"])
def test_a_pack_in_which_one_step_fails_is_not_begun(
    sostool: Sostool,
    case: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    failure: str,
) -> None:
    before = files(case.parent)
    failing(monkeypatch, step, FAILURES[failure], at=6)
    done = sostool("render-report", "case.yaml", "--for", "everyone", "--unfinished")
    assert_one_line(done, step, failure)
    assert files(case.parent) == before
