"""What the GitHub action runs: check case files, then write the summary, the outputs and the files that are asked for.

All it is told stands in the environment. Python runs with -I, so that nothing lying in the checked repository, such as
a `yaml.py`, is taken for a part of this program.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

_WRONG_USE = 2
_COUNTS = ("files", "unreadable", "errors", "queries", "advice", "answered")


def main() -> int:
    """Check, tell, and give the exit code of `sostool validate`."""
    # First for people: plain lines and annotations go straight into the log.
    code = _validate("github").returncode
    found = _json()
    for form, name in (("sarif", "SARIF"), ("junit", "JUNIT")):
        file = os.environ.get(f"SOSTOOL_{name}_FILE", "").strip()
        if file and found is not None:
            try:
                _write(Path(file), _validate(form, keep=True).stdout)
            except OSError as error:
                print(f"The file for {name} could not be written: {error.strerror}.", flush=True)
                code = max(code, _WRONG_USE)
    _append("GITHUB_STEP_SUMMARY", _summary(found))
    _append("GITHUB_OUTPUT", "".join(_output(name, value) for name, value in _outputs(found, code).items()))
    return code


def _validate(form: str, *, keep: bool = False) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-I", "-X", "utf8", "-m", "sostool", "validate", f"--format={form}"]
    if os.environ.get("SOSTOOL_STRICT", "").strip().lower() == "true":
        command.append("--strict")
    for option in ("select", "ignore", "profile"):
        value = os.environ.get(f"SOSTOOL_{option.upper()}", "").strip()
        if value:
            command.append(f"--{option}={value}")
    paths = [line for line in os.environ.get("SOSTOOL_PATHS", "").splitlines() if line.strip()]
    # The first run has said on standard error whatever there is to say.
    kept = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL} if keep else {}
    return subprocess.run([*command, "--", *(paths or ["."])], check=False, **kept)  # type: ignore[call-overload, no-any-return]


def _json() -> dict[str, Any] | None:
    """Give what was found as data; None where nothing could be checked."""
    try:
        found: dict[str, Any] = json.loads(_validate("json", keep=True).stdout)
    except ValueError:
        return None
    return found if found["summary"]["files"] else None


def _summary(found: dict[str, Any] | None) -> str:
    """Write the job's summary: numbers and names of checks, nothing of a file and no file's name."""
    lines = ["### sostool validate", ""]
    if found is None:
        return "\n".join([*lines, "Nothing could be checked: the log says why.", "", ""])
    numbers = found["summary"]
    heads = {
        "files": "files",
        "errors": "errors",
        "queries": "open queries",
        "advice": "advice",
        "answered": "closed by an answer",
        "unreadable": "files that could not be read",
    }
    lines += [_row(list(heads.values())), _row(["--:"] * len(heads)), _row([numbers[name] for name in heads]), ""]
    by_check = Counter(
        (one["severity"], one["code"], one["name"]) for file in found["files"] for one in file["findings"]
    )
    if by_check:
        lines += [_row(["check", "asks about", "how often"]), _row(["---", "---", "--:"])]
        order = ("error", "query", "advice")
        for (severity, code, name), times in sorted(
            by_check.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        ):
            lines.append(_row([f"{code} ({severity})", name, times]))
        lines += ["", "`sostool explain CODE` says what a check asks and why. The log has each place."]
    else:
        lines.append("Nothing to put right, and no open question.")
    return "\n".join([*lines, "", ""])


def _row(cells: list[Any]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _outputs(found: dict[str, Any] | None, code: int) -> dict[str, str]:
    numbers = found["summary"] if found else dict.fromkeys(_COUNTS, 0)
    return {name: str(numbers[name]) for name in _COUNTS} | {"exit-code": str(code)}


def _output(name: str, value: str) -> str:
    # A mark that nobody can guess ends the value, so that none can name another output.
    mark = f"end-{secrets.token_hex(16)}"
    return f"{name}<<{mark}\n{value}\n{mark}\n"


def _append(variable: str, text: str) -> None:
    file = os.environ.get(variable)
    if file:
        with Path(file).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
