"""Talks to the real yaml-language-server as an editor does: over its standard input and output."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

HERE = Path(__file__).parent
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
# What the YAML extension of VS Code is set to from the start; only the catalogue on the web is switched off.
_SETTINGS: dict[str, Any] = {
    "yaml": {
        "completion": True,
        "hover": True,
        "validate": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    },
    "editor": {"tabSize": 2},
}


class Offer(NamedTuple):
    """One line of a completion list: what it shows, what it says beside it, and what it puts in."""

    label: str
    about: str
    puts: str
    is_snippet: bool


class LanguageServer:
    """One running server; used in a `with`."""

    def __init__(self, before: tuple[str, ...] = ()) -> None:
        self._process = subprocess.Popen(
            [*before, "node", str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._number = 0
        self._version = 0
        self._told: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        """Start as an editor does that can show snippets and Markdown."""
        item = {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
        text = {
            "completion": {"completionItem": item},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {"versionSupport": True},
        }
        capabilities = {"textDocument": text, "workspace": {"configuration": True}}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._tell("initialized", {})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()

    def open(self, file: Path, text: str) -> str:
        """Open a file as it would be typed so far, and give its URI."""
        self._version += 1
        # A name of its own, so that what is told of a file closed before is not taken for this one.
        uri = file.with_name(f"{file.stem}-{self._version}{file.suffix}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": self._version, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def close(self, uri: str) -> None:
        """Close a file."""
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def complaints(self, file: Path, text: str) -> list[tuple[int, str]]:
        """Open a file and give what is underlined in it: line, from 1, and message."""
        uri = self.open(file, text)
        while uri not in self._told:
            self._receive()
        found = self._told[uri]
        self.close(uri)
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in found]

    def offers(self, file: Path, text: str, line: int, column: int) -> list[Offer]:
        """Give what is offered at a place; line and column count from 0."""
        uri = self.open(file, text)
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        answer = self._ask("textDocument/completion", place) or {}
        self.close(uri)
        return [_offer(item) for item in answer.get("items", [])]

    def hover(self, file: Path, text: str, line: int, column: int) -> str:
        """Give what is shown when the mouse rests on a place."""
        uri = self.open(file, text)
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        answer = self._ask("textDocument/hover", place)
        self.close(uri)
        return _plain(answer["contents"]) if answer else ""

    def _ask(self, method: str, params: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message["error"]
                return message.get("result")

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(stream.read(length))
        method = message.get("method")
        if method == "workspace/configuration":
            wanted = [_SETTINGS.get(item["section"]) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif method == "textDocument/publishDiagnostics":
            params = message["params"]
            self._told[params["uri"]] = params["diagnostics"]
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message


def _offer(item: dict[str, Any]) -> Offer:
    puts = item.get("textEdit", {}).get("newText") or item.get("insertText") or item["label"]
    return Offer(item["label"], _plain(item.get("documentation", "")), puts, item.get("insertTextFormat") == 2)


def _plain(said: Any) -> str:
    if isinstance(said, dict):
        return str(said.get("value", ""))
    return str(said or "")
