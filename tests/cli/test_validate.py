"""`sostool validate`: exit codes, which files, what is private, and what happens when something gives way."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.cases import BASE
from support.running import EXAMPLES, ROOT, Done, command, environment, is_one_line, run

from sostool.checks import registry
from sostool.checks import run as checks_run
from sostool.checks.check import Check
from sostool.cli.run import run as run_here
from sostool.findings.printers import PRINTERS

if TYPE_CHECKING:
    from cli.conftest import Sostool

SOUND = (ROOT / "examples" / "mia-and-noah.yaml").read_text("utf-8")
QUERY = SOUND + "answers: [{check: DS101, at: dangers, reason: x, who: priya, until: 2090-01-01}]\n"
ADVICE = SOUND + "recommendation: {what: A plan., why: The case is sad.}\n"
ERROR = BASE + "dangers: [{statemnt: Priya is worried.}]\n"
NOT_YAML = "sostool: 1\n  reference: [\n"
FORMATS = list(PRINTERS)


def put(folder: Path, **texts: str | bytes) -> None:
    for name, text in texts.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)


class TestExitCodes:
    @pytest.mark.parametrize(
        ("text", "options", "code"),
        [
            (SOUND, [], 0),
            (SOUND, ["--strict"], 0),
            (QUERY, [], 0),
            (QUERY, ["--strict"], 1),
            (QUERY, ["--strict", "--ignore", "AN101"], 0),
            (QUERY, ["--select", "SC", "--strict"], 0),
            (ERROR, [], 1),
            (ERROR, ["--ignore", "CF101"], 0),
            (NOT_YAML, [], 1),
            ("", [], 1),
            ("# nothing\n", [], 1),
            (b"\xff\xfe\x00", [], 1),
            (b"\x00" * 100, [], 1),
            (b"#" * 1_000_001, [], 1),
            (BASE.replace("sostool: 1", "sostool: 2"), [], 1),
            (BASE + "---\n" + BASE, [], 1),
            (BASE + "profile: surey-2018\n", [], 1),
            (BASE, ["--profile", "surrey-2018"], 0),
            (BASE, ["--profile", "surey-2018"], 2),
            (BASE, ["--profile", "../england"], 2),
            (BASE, ["--select", "XX101"], 2),
            (BASE, ["--select", "ds101"], 0),
            (BASE, ["--ignore", "DS999"], 2),
            (BASE, ["--format", "xml"], 2),
            (BASE, ["--jobs", "0"], 2),
            (BASE, ["--jobs", "many"], 2),
            (BASE, ["--no-such-option"], 2),
        ],
    )
    @pytest.mark.parametrize("quiet", [[], ["--quiet"]])
    def test_one_file(
        self, sostool: Sostool, tmp_path: Path, text: str, options: list[str], code: int, quiet: list[str]
    ) -> None:
        put(tmp_path, case=text)
        done = sostool("validate", "case.yaml", *options, *quiet)
        assert done.code == code
        if quiet and code != 2:
            assert done.out == done.err == ""

    @pytest.mark.parametrize("name", FORMATS)
    @pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (QUERY, 0), (ERROR, 1), (NOT_YAML, 1)])
    def test_are_the_same_in_every_format(
        self, sostool: Sostool, tmp_path: Path, name: str, text: str, code: int
    ) -> None:
        put(tmp_path, case=text)
        assert sostool("validate", "case.yaml", "--format", name).code == code

    def test_the_worst_wins(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=ERROR, b=SOUND, c=QUERY)
        assert sostool("validate", "b.yaml", "c.yaml").code == 0
        assert sostool("validate", "a.yaml", "b.yaml").code == 1
        assert sostool("validate", "gone.yaml", "a.yaml", "b.yaml").code == 2
        assert sostool("validate", "a.yaml", "b.yaml", "gone.yaml", "b.yaml").code == 2

    def test_one_bad_file_does_not_hide_the_others(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=NOT_YAML, b=b"\x00\xff", c=ERROR)
        out = sostool("validate", "gone.yaml", ".", "--format", "concise").out
        assert {line.split(":")[0] for line in out.splitlines()} == {"gone.yaml", "a.yaml", "b.yaml", "c.yaml"}

    def test_advice_never_fails(self, sostool: Sostool, tmp_path: Path) -> None:
        codes = [check.code for check in registry.PRACTICE]
        put(tmp_path, case=re.sub(r"(?m)^profile: .*$", "profile: mild", ADVICE))
        (tmp_path / "profiles").mkdir()
        rows = "".join(f"  - {{check: {code}, severity: advice}}\n" for code in codes)
        (tmp_path / "profiles" / "mild.yaml").write_text(
            f"sostool_profile: 1\nbased_on: england\nchecks:\n{rows}", encoding="utf-8"
        )
        done = sostool("validate", "--strict")
        assert done.code == 0
        assert "advice" in done.out


class TestWhichFiles:
    def test_nothing_to_check(self, sostool: Sostool, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
        (tmp_path / "empty").mkdir()
        for paths in ([], ["."], ["empty"], ["empty", "."]):
            for name in FORMATS:
                done = sostool("validate", *paths, "--format", name)
                assert done.code == 2
                assert done.err == "There is no case file here to check.\n"

    def test_without_a_path_it_is_this_folder(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=ERROR)
        assert sostool("validate").code == 1

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("gone.yaml", "there is no such file"),
            ("a\0b", "it could not be read"),
            ("x" * 300, "it could not be read"),
            ("pipe", "it is not an ordinary file"),
            ("/dev/null", "it is not an ordinary file"),
            ("/dev/zero", "it is not an ordinary file"),
            ("case.yaml/below", "it could not be read"),
            ("loop", "it could not be read"),
            ("dangling", "there is no such file"),
            ("", "there is no such file"),
        ],
    )
    def test_what_cannot_be_read(self, sostool: Sostool, tmp_path: Path, name: str, told: str) -> None:
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "loop").symlink_to("loop")
        (tmp_path / "dangling").symlink_to("nowhere")
        (tmp_path / "case.yaml").write_text(SOUND, encoding="utf-8")
        (tmp_path / "here").mkdir()
        os.chdir(tmp_path / "here")
        done = sostool("validate", f"../{name}" if name and not name.startswith("/") else name)
        assert done.code == 2
        assert told in done.out + done.err
        assert "Traceback" not in done.out + done.err

    def test_a_file_without_permission(self, tmp_path: Path, powerless: tuple[str, ...]) -> None:
        put(tmp_path, locked=SOUND, open=SOUND)
        (tmp_path / "locked.yaml").chmod(0)
        done = run("validate", cwd=tmp_path, before=powerless)
        assert done.code == 2
        assert "locked.yaml" in done.out
        assert "no permission" in done.out

    def test_a_folder_without_permission_is_never_passed_over(self, tmp_path: Path, powerless: tuple[str, ...]) -> None:
        put(tmp_path, open=SOUND, **{"locked/case": ERROR})
        (tmp_path / "locked").chmod(0)
        try:
            for paths in ([], ["."], ["locked"], ["locked", "open.yaml"]):
                done = run("validate", *paths, cwd=tmp_path, before=powerless)
                assert done.code == 2
                assert "locked" in done.out
                assert "no permission" in done.out
        finally:
            (tmp_path / "locked").chmod(0o700)

    @pytest.mark.parametrize(
        "name",
        [
            "with space.yaml",
            "-dash.yaml",
            "ë.yaml",
            "محمد.yaml",
            "a\nb.yaml",
            "::error::x.yaml",
            "[red]x.yaml",
            "\x1b[31mx.yaml",
            "%0Ax.yaml",
            "x.yml",
        ],
    )
    @pytest.mark.parametrize("text", [ERROR, NOT_YAML])
    def test_any_name_of_a_file(self, sostool: Sostool, tmp_path: Path, name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        for output in FORMATS:
            for arguments in (["--", name], ["."], []):
                done = sostool("validate", "--format", output, *arguments)
                assert (done.code, done.err) == (1, "")
                assert "\x1b" not in done.out
                assert output == "github" or not re.search(r"(?m)^\s*(::|##)", done.out)

    def test_a_name_that_is_no_text(self, tmp_path: Path) -> None:
        (tmp_path / os.fsdecode(b"caf\xe9.yaml")).write_text(ERROR, encoding="utf-8")
        for output in FORMATS:
            done = run("validate", "--format", output, cwd=tmp_path)
            assert (done.code, done.err) == (1, "")

    def test_standard_input(self, sostool: Sostool) -> None:
        assert sostool("validate", "-", typed=SOUND.encode()).code == 0
        done = sostool("validate", "-", "--format", "concise", typed=ERROR.encode())
        assert done.code == 1
        assert "-:13:12: CF101 error " in done.out
        assert sostool("validate", "-", typed=b"").code == 1
        assert sostool("validate", "-", typed=b"\xff\x00").code == 1

    def test_standard_input_with_files_and_side_by_side(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=SOUND)
        alone = sostool("validate", "a.yaml", "-", "--format", "concise", typed=ERROR.encode())
        both = sostool("validate", "a.yaml", "-", "--format", "concise", "--jobs", "2", typed=ERROR.encode())
        assert alone == both
        assert alone.code == 1

    def test_standard_input_that_is_closed(self, sostool: Sostool, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        assert run_here(["validate", "-"]) == 2


class TestProfiles:
    def test_mistakes_of_a_profile_are_told_once_with_its_own_file(self, sostool: Sostool, tmp_path: Path) -> None:
        put(
            tmp_path,
            **{"one/a": BASE + "profile: ours\n", "one/b": BASE + "profile: ours\n", "two/a": BASE + "profile: ours\n"},
        )
        for folder in ("one", "two"):
            put(tmp_path, **{f"{folder}/profiles/ours": "sostool_profile: 1\ncolums: []\n"})
        for jobs in ("1", "2"):
            done = sostool("validate", "--format", "concise", "--jobs", jobs)
            assert done.code == 1
            told = [line for line in done.out.splitlines() if "profiles/" in line]
            assert [line.split(":")[0] for line in told] == ["one/profiles/ours.yaml", "two/profiles/ours.yaml"]
            assert len([line for line in done.out.splitlines() if "CF113" in line]) == 3

    def test_an_authoritys_own_profile_is_found_beside_each_file(self, sostool: Sostool, tmp_path: Path) -> None:
        put(
            tmp_path,
            **{
                "cases/a": BASE + "profile: ours\n",
                "cases/profiles/ours": "sostool_profile: 1\nchecks: [{check: VO101, severity: error}]\n",
            },
        )
        assert sostool("validate").code == 1
        assert sostool("validate", "cases").code == 1
        os.chdir("cases")
        assert sostool("validate").code == 1
        assert sostool("validate", "--profile", "england").code == 0

    def test_a_profile_asked_for_by_a_wrong_name_blames_no_file(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=SOUND)
        done = sostool("validate", "--profile", "surey-2018")
        assert done.code == 2
        assert "surrey-2018" in done.out + done.err
        assert "CF113" not in done.out + done.err


class TestReadsOnly:
    def test_nothing_is_changed(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=ERROR, b=NOT_YAML, c=SOUND)
        before = {
            path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).digest()) for path in tmp_path.iterdir()
        }
        for output in FORMATS:
            sostool("validate", "--format", output)
        sostool("validate", "--jobs", "2")
        assert {
            path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).digest()) for path in tmp_path.iterdir()
        } == before

    def test_no_file_is_opened_for_writing_and_no_socket_at_all(self, tmp_path: Path) -> None:
        put(tmp_path, a=ERROR, b=QUERY)
        (tmp_path / "watch.py").write_text(
            "import sys\n"
            "sys.dont_write_bytecode = True\n"
            "def watch(event, arguments):\n"
            "    if event.startswith('socket.') or event in ('os.rename', 'os.remove', 'os.mkdir', 'os.link'):\n"
            "        sys.stderr.write(f'{event}\\n')\n"
            "    path, _, flags = arguments if event == 'open' else (0, 0, 0)\n"
            "    if isinstance(flags, int) and flags & 3 and path not in (1, 2):\n"
            "        sys.stderr.write(f'{event} {arguments}\\n')\n"
            "sys.addaudithook(watch)\n"
            "from sostool.cli.run import run\n"
            "sys.exit(run(sys.argv[1:]))\n",
            encoding="utf-8",
        )
        for output in FORMATS:
            done = run_python(tmp_path / "watch.py", "validate", "--format", output, cwd=tmp_path)
            assert (done.code, done.err) == (1, "")


def run_python(script: Path, *arguments: str, cwd: Path) -> Done:
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


class TestSideBySide:
    @pytest.mark.parametrize("output", FORMATS)
    def test_gives_the_same(self, sostool: Sostool, tmp_path: Path, output: str) -> None:
        texts = [SOUND, QUERY, ERROR, NOT_YAML, *(example.read_text("utf-8") for example in EXAMPLES)]
        for number in range(64):
            put(tmp_path, **{f"{number % 7}/{number}": texts[number % len(texts)]})
        arguments = ("validate", ".", "gone.yaml", "--format", output)
        alone = sostool(*arguments)
        assert alone.code == 2
        assert sostool(*arguments, "--jobs", "2") == alone


class TestWhatGivesWay:
    def test_a_closed_pipe(self, tmp_path: Path) -> None:
        for number in range(300):
            put(tmp_path, **{str(number): ERROR})
        for output in FORMATS:
            process = subprocess.Popen(
                command("validate", "--format", output),
                cwd=tmp_path,
                env=environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            err = process.stderr.read().decode()
            process.stderr.close()
            assert process.wait() == 2
            assert err == ""

    @pytest.mark.parametrize("output", FORMATS)
    def test_a_full_disk(self, tmp_path: Path, output: str) -> None:
        put(tmp_path, a=ERROR)
        with Path("/dev/full").open("wb") as full:
            done = run("validate", "--format", output, cwd=tmp_path, out=full)
        assert done.code == 2
        assert done.err == "The output could not be written: No space left on device.\n"

    @pytest.mark.parametrize("fault", [ValueError, KeyError, RecursionError, MemoryError, UnicodeError, AssertionError])
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_a_fault_of_our_own_is_one_line_and_no_word_of_the_case(
        self, sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[Exception], jobs: int
    ) -> None:
        def breaks(look: Any) -> Any:
            raise fault(f"Mia {look.case.people}")

        broken = (*registry.PRACTICE, Check("DS101", "a-fault", "query", "Breaks.", breaks))
        monkeypatch.setattr("sostool.caseload.check_file.PRACTICE", broken)
        put(tmp_path, a=BASE)
        done = sostool("validate", "--jobs", str(jobs))
        assert (done.code, done.out) == (70, "")
        assert is_one_line(done.err)
        assert "Mia" not in done.err
        assert fault.__name__ in done.err
        assert "test_validate" not in done.err

    def test_a_disk_that_fails_below_us(
        self, sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def breaks(*_: Any, **__: Any) -> Any:
            raise OSError(5, "Input/output error", "mia.yaml")

        monkeypatch.setattr(checks_run, "by_position", breaks)
        put(tmp_path, a=BASE)
        done = sostool("validate")
        assert (done.code, done.out) == (2, "")
        assert done.err == "sostool could not go on: Input/output error.\n"


class TestConsoles:
    @pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8", "utf-16"])
    @pytest.mark.parametrize("output", FORMATS)
    def test_of_another_encoding(self, tmp_path: Path, encoding: str, output: str) -> None:
        (tmp_path / "ë 陳.yaml").write_text(BASE + "dangers: [{statemnt: “Zoë” 陳 is worried.}]\n", encoding="utf-8")
        done = run("validate", "--no-private", "--format", output, cwd=tmp_path, PYTHONIOENCODING=encoding)
        assert (done.code, done.err) == (1, "")

    @pytest.mark.parametrize(
        "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C"}, {"LC_ALL": "xx_XX"}]
    )
    def test_of_another_locale(self, tmp_path: Path, locale: dict[str, Any]) -> None:
        put(tmp_path, a=BASE + "dangers: [{statemnt: “Zoë” is worried.}]\n")
        done = run("validate", "--no-private", cwd=tmp_path, **locale)
        assert (done.code, done.err) == (1, "")
        assert "CF101" in done.out

    def test_without_home_and_in_a_folder_that_takes_nothing(self, tmp_path: Path, powerless: tuple[str, ...]) -> None:
        put(tmp_path, a=SOUND)
        tmp_path.chmod(0o500)
        done = run("validate", cwd=tmp_path, before=powerless, HOME="")
        assert (done.code, done.err) == (0, "")

    @pytest.mark.parametrize(
        "more", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR_FORCE": "1"}]
    )
    def test_no_colour_where_nobody_looks(self, tmp_path: Path, more: dict[str, Any]) -> None:
        put(tmp_path, a=ERROR)
        for output in FORMATS if more.get("FORCE_COLOR") else ("full",):
            done = run("validate", "--format", output, cwd=tmp_path, **more)
            assert "\x1b" not in done.out + done.err

    def test_twenty_columns(self, tmp_path: Path) -> None:
        put(tmp_path, a=ERROR)
        assert run("validate", cwd=tmp_path, COLUMNS="20").code == 1


class TestOptions:
    def test_codes_may_stand_together_or_apart(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=BASE + "dangers: [{statement: x}]\n")

        def codes(*options: str) -> set[str]:
            return set(re.findall(r"\b[A-Z]{2}\d{3}\b", sostool("validate", "--format", "concise", *options).out))

        assert codes("--select", "DS101,DS102") == codes("--select", "DS101", "--select", "ds102") == {"DS101", "DS102"}
        assert codes("--select", " DS101 , ") == {"DS101"}
        assert codes("--select", "") == codes()
        assert codes("--ignore", "DS") == {code for code in codes() if not code.startswith("DS")}

    def test_an_unknown_code_names_it(self, sostool: Sostool) -> None:
        done = sostool("validate", "--select", "DS,QQ\x1b")
        assert done.code == 2
        assert done.err == "There is no check QQ\\x1b. `sostool checks` lists them.\n"

    def test_help_shows_every_option(self, sostool: Sostool) -> None:
        done = sostool("validate", "--help")
        assert done.code == 0
        for option in (
            "--format",
            "--strict",
            "--private",
            "--no-private",
            "--select",
            "--ignore",
            "--profile",
            "--jobs",
            "--quiet",
        ):
            assert option in done.out

    def test_json_is_json(self, sostool: Sostool, tmp_path: Path) -> None:
        put(tmp_path, a=ERROR, b=NOT_YAML)
        assert json.loads(sostool("validate", "--format", "json").out)
        assert json.loads(sostool("validate", "--format", "sarif").out)["version"] == "2.1.0"
