"""The house of design/architecture.md: imports run downward only, and nothing below the command line does its work."""

from __future__ import annotations

import ast
import socket
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from support.running import ROOT

PACKAGE = ROOT / "sostool"
FILES = sorted(file for file in PACKAGE.rglob("*.py"))

# Each room of the house, and the rooms below it that it may use.
ROOMS: dict[str, set[str]] = {
    "findings": set(),
    "files": set(),
    "resources": set(),
    "preview": set(),
    "yamlfile": {"findings"},
    "profile": {"yamlfile", "findings"},
    "case": {"profile", "yamlfile", "findings"},
    "identity": set(),
    "dates": {"case", "profile", "yamlfile", "findings"},
    "story": {"identity", "case", "profile", "yamlfile", "findings"},
    "share": {"dates", "story", "identity", "case", "profile", "yamlfile", "findings"},
    "checks": {"dates", "share", "story", "identity", "case", "profile", "yamlfile", "findings"},
    "timeline": {"dates", "share", "case", "profile", "yamlfile", "findings"},
    "settings": {"checks", "profile", "yamlfile", "findings"},
    "report": {"timeline", "share", "identity", "case", "profile", "yamlfile", "findings", "files", "resources"},
    "release": {"report", "share", "story", "checks", "case", "profile", "yamlfile", "findings", "files"},
    "mend": {"checks", "case", "profile", "yamlfile", "findings"},
    "adding": {"mend", "case", "profile", "yamlfile", "findings"},
    "caseload": {
        "report",
        "timeline",
        "share",
        "story",
        "checks",
        "identity",
        "case",
        "dates",
        "settings",
        "profile",
        "yamlfile",
        "findings",
        "files",
    },
    "pseudonymise": {"mend", "identity", "case", "profile", "yamlfile", "findings"},
    "carrying": {"adding", "mend", "share", "story", "case", "profile", "yamlfile", "findings"},
    "cli": {
        "adding",
        "caseload",
        "release",
        "mend",
        "carrying",
        "preview",
        "pseudonymise",
        "report",
        "timeline",
        "share",
        "story",
        "identity",
        "checks",
        "case",
        "dates",
        "settings",
        "profile",
        "yamlfile",
        "findings",
        "files",
        "resources",
    },
    "__main__": {"cli"},
    "__init__": set(),
}
# Documents: View, then sections and blocks, then formats. A format sees blocks and nothing that they are made of.
REPORT: dict[str, set[str]] = {
    "blocks": set(),
    "templating": {"blocks"},
    "words": {"blocks", "templating"},
    "pictures": {"blocks", "words", "templating"},
    "sections": {"blocks", "words"},
    "formats": {"blocks", "words", "templating", "pictures"},
    "making": {"sections", "formats", "blocks", "words", "templating"},
}
# Modules that may be a little longer than the others, and why.
LONGER = {
    "share/view.py": 320,  # nothing but fields: one page that says what a reader may have
}
NETWORK = {
    "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "socketserver",
    "asyncio", "requests", "httpx", "aiohttp", "webbrowser", "select", "selectors",
}  # fmt: skip
# The only modules that may have to do with it, and what each may use.
NETWORK_ALLOWED = {
    "preview/server.py": {"socket"},  # listens on loopback for as long as a preview is looked at
    "cli/opening.py": {"webbrowser"},  # opens a file of this computer, or the preview
}
# What nothing may do with text that a family has typed.
DANGEROUS = {"pickle", "marshal", "shelve", "subprocess", "ctypes", "code", "codeop", "runpy"}
DANGEROUS_ALLOWED = {
    "report/templating/compiled.py": {"marshal"},  # what our own templates were compiled to, as Python keeps its code
}


def name_of(file: Path) -> str:
    return str(file.relative_to(PACKAGE))


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imports(file: Path) -> Iterator[str]:
    """Give every module that is imported, also inside a function and for types only."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written out"
            yield node.module or ""
            if node.module == "sostool":
                yield from (f"sostool.{alias.name}" for alias in node.names if not alias.name.startswith("__"))


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def calls(file: Path) -> Iterator[tuple[str, int]]:
    """Give what is called or looked up, as it is written, with its line."""
    for node in ast.walk(tree(file)):
        if isinstance(node, (ast.Name, ast.Attribute)):
            yield ast.unparse(node), node.lineno


def test_there_are_files() -> None:
    assert len(FILES) > 90
    assert {room(file) for file in FILES} == set(ROOMS)
    assert set(NETWORK_ALLOWED) < {name_of(file) for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=name_of)
class TestEveryModule:
    def test_imports_only_from_rooms_below(self, file: Path) -> None:
        used = {module.split(".")[1] for module in imports(file) if module.startswith("sostool.")}
        assert used - {room(file)} <= ROOMS[room(file)]

    def test_of_the_report_imports_only_from_what_stands_before_it(self, file: Path) -> None:
        if room(file) != "report" or name_of(file) == "report/__init__.py":
            return
        own = file.relative_to(PACKAGE / "report").parts[0].removesuffix(".py")
        used = {module.split(".")[2] for module in imports(file) if module.startswith("sostool.report.")}
        assert used - {own} <= REPORT[own]

    def test_knows_typer_and_rich_only_in_the_command_line(self, file: Path) -> None:
        used = {module.split(".")[0] for module in imports(file)}
        assert room(file) == "cli" or not used & {"typer", "rich", "click"}

    def test_reaches_no_network(self, file: Path) -> None:
        used = {module.split(".")[0] for module in imports(file) if module != "urllib.parse"}
        assert used & NETWORK == NETWORK_ALLOWED.get(name_of(file), set())

    def test_runs_nothing(self, file: Path) -> None:
        used = {module.split(".")[0] for module in imports(file)}
        assert used & DANGEROUS == DANGEROUS_ALLOWED.get(name_of(file), set())
        assert [
            line for name, line in calls(file) if name in ("eval", "exec", "os.system", "os.popen", "__import__")
        ] == []

    def test_prints_reads_the_environment_and_ends_only_in_the_command_line(self, file: Path) -> None:
        words = {"print", "input", "breakpoint", "exit", "quit", "sys.exit", "os._exit", "sys.argv"}
        words |= {"sys.stdout", "sys.stderr", "os.environ", "os.getenv", "os.environb"}
        met = {name for name, _ in calls(file)} & words
        if room(file) not in ("cli", "__main__"):
            assert met == set()
        else:
            # Ending is done once, at the top.
            assert met & {"sys.exit", "sys.argv"} == set() or name_of(file) == "__main__.py"
            assert "print" not in met

    def test_raises_no_exit(self, file: Path) -> None:
        names = {name for name, _ in calls(file)}
        assert "SystemExit" not in names

    def test_has_a_docstring(self, file: Path) -> None:
        assert ast.get_docstring(tree(file))

    def test_is_not_too_long(self, file: Path) -> None:
        assert len(file.read_text("utf-8").splitlines()) <= LONGER.get(name_of(file), 300)

    def test_opens_text_in_utf8(self, file: Path) -> None:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".read_text", ".write_text")):
                assert "utf-8" in ast.unparse(node)


def test_modules_are_mostly_short() -> None:
    lengths = sorted(len(file.read_text("utf-8").splitlines()) for file in FILES)
    assert lengths[len(lengths) // 2] < 150


def test_profiles_and_templates_are_data() -> None:
    assert {file.suffix for file in (PACKAGE / "profiles").iterdir()} == {".yaml"}
    assert not list((ROOT / "templates").rglob("*.py"))


@pytest.mark.parametrize("way", ["connect", "connect_ex", "create_connection", "urlopen"])
def test_tests_run_with_sockets_shut(way: str) -> None:
    here = ("127.0.0.1", 9)
    with socket.socket() as one:
        ways: dict[str, Callable[[], object]] = {
            "connect": lambda: one.connect(here),
            "connect_ex": lambda: one.connect_ex(here),
            "create_connection": lambda: socket.create_connection(here, timeout=1),
            "urlopen": lambda: urllib.request.urlopen("http://127.0.0.1:9"),
        }
        with pytest.raises(pytest.fail.Exception, match="network"):
            ways[way]()
