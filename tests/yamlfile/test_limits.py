"""The worst a megabyte can do to the reader: a few seconds and some hundred megabytes, never the end of the process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import count

import pytest
from support.running import ROOT, environment

MOST_SECONDS = 5
MOST_MEGABYTES = 500
SIZE = 1_000_000

READ = """
import json, resource, sys, time
from pathlib import Path
from sostool.case.read import read_case

def megabytes():
    # Linux counts what the process that started this one held; only the status file speaks of this one alone.
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1_000 for line in status.read_text().splitlines() if "VmHWM" in line)
    # On macOS this is in bytes, elsewhere in kilobytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)

data = sys.stdin.buffer.read()
start = time.process_time()
findings = read_case(data, "case.yaml").findings
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "megabytes": megabytes(), "codes": sorted({one.code for one in findings})}))
"""


def full(piece: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """Repeat a piece until the file is as large as one may be."""
    return before + piece * ((SIZE - len(before) - len(after)) // len(piece)) + after


def many(line: Callable[[int], str], before: str = "", most: int = SIZE) -> bytes:
    """Write lines that are all different until the file is full."""
    lines = [before]
    left = most - len(before)
    for number in count():
        lines.append(line(number))
        left -= len(lines[-1])
        if left < 0:
            return "".join(lines[:-1]).encode()
    raise AssertionError


HEAD = b"sostool: 1\nreference: EX-1\nmeeting: {kind: mapping, date: 2026-03-17}\n"
PEOPLE = many(lambda number: f"  a{number}: {{}}\n", "people:\n", SIZE // 2).decode()

WORST: dict[str, tuple[bytes, set[str]]] = {
    "square brackets": (full(b"["), {"YA109"}),
    "25,000 square brackets": (b"[" * 25_000, {"YA109"}),
    "999 square brackets": (b"a: " + b"[" * 999 + b"]" * 999, {"YA109"}),
    "curly brackets": (full(b"{"), {"YA109"}),
    "nested keys in brackets": (full(b"{a: "), {"YA109"}),
    "dashes": (full(b"- "), {"YA109"}),
    "60,000 dashes": (b"- " * 60_000, {"YA109"}),
    "dashes after an old line end": (b"a: 1\r" + b"- " * 60_000, set()),
    "dashes after a comment and an old line end": (b"#\r" + b"- " * 60_000, {"YA109"}),
    "dashes with tabs": (full(b"-\t"), set()),
    "question marks": (full(b"? "), {"YA109"}),
    "question marks and dashes": (full(b"? - "), {"YA109"}),
    "colons": (full(b": "), set()),
    "steps inwards": (many(lambda number: " " * number + "a:\n"), {"YA109"}),
    "steps inwards with old line ends": (many(lambda number: " " * number + "-\r"), {"YA109"}),
    "a list": (full(b"- a\n"), {"CF102"}),
    "a list in brackets": (full(b"a,", b"[", b"]"), {"CF102"}),
    "keys in brackets": (full(b"a,", b"{", b"}"), {"YA104"}),
    "empty lists": (full(b"[],", b"[", b"]"), {"CF102"}),
    "empty keys": (full(b"{},", b"priorities: [", b"]"), {"CF102"}),
    "unknown keys": (many(lambda number: f"k{number}: 1\n"), {"CF101"}),
    "nearly known keys": (many(lambda number: f"dangerous-{number}: 1\n"), {"CF101"}),
    "the same key": (full(b"language: en\n"), {"YA108"}),
    "the same unknown key": (full(b"x: {y: z, y: z}\n"), {"YA108"}),
    "a text": (full(b"a", b"language: "), set()),
    "a text in quotation marks": (full(b"a b ", b'language: "', b'"'), set()),
    "a text of quotation marks": (full(b'"a" ', b"language: "), {"YA104"}),
    "a text of apostrophes": (full(b"'", b"language: '"), set()),
    "a text of colons": (full(b"a: ", b"language: "), {"YA104"}),
    "a text of number signs": (full(b" #1", b"language: a"), {"YA113"}),
    "a text of backslashes": (full(b"\\", b'language: "', b'"'), set()),
    "a text of control characters": (full(b"\x01", b"language: "), {"YA102"}),
    "a text of isolates": (full("\u2066".encode(), b"language: "), {"YA111"}),
    "a block of text": (full(b"  a: b\n", b"language: |\n"), set()),
    "a block of keys": (full(b"  said_by: b\n", b"language: |\n"), {"YA112"}),
    "a word": (b"a" * SIZE, {"CF102"}),
    "a key": (full(b"a", b"", b": b"), {"YA104"}),
    "an explicit key": (full(b"a", b"? ", b"\n: b"), {"CF101"}),
    "links": (full(b"- &a a\n- *a\n"), {"YA106"}),
    "links at the end": (full(b"b: *x\n", b"a: 1\n" * 100_000), {"YA106"}),
    "tags": (full(b"- !a a\n"), {"YA107"}),
    "a merge bomb": (full(b"b: {<<: [*a, *a]}\n", b"a: &a {x: y}\n"), {"YA106"}),
    "mistakes": (full(b"b: x: y\n"), {"YA104"}),
    "mistakes at the end": (full(b"b: x: y\n", b"a: 1\n" * 100_000), {"YA104"}),
    "tabs": (full(b"\ta: b\n", b"x:\n"), {"YA104"}),
    "unclosed quotation marks": (full(b'b: "x\n'), {"YA104"}),
    "unclosed brackets": (full(b"b: [x\n"), {"YA104"}),
    "odd steps": (full(b" a: b\n", b"x: y\n"), {"YA104"}),
    "lines that are neither": (full(b"Mia cried\n", b"x: y\n"), {"YA104"}),
    "documents": (full(b"--- a\n"), {"YA105"}),
    "empty lines": (full(b"\n"), {"YA110"}),
    "comments": (full(b"# Flat #3\n"), {"YA110"}),
    "Windows-1252": (full(b"a: \x93\n"), {"YA101"}),
    "zeros": (b"\0" * SIZE, {"YA102"}),
    "a megabyte and one": (b"a" * (SIZE + 1), {"YA103"}),
    "people": (HEAD + many(lambda number: f"  a{number}: {{}}\n", "people:\n", SIZE - 100), set()),
    "people with names for ids": (many(lambda number: f"  A{number}: 1\n", "people:\n"), {"CF110"}),
    "the same person": (full(b"  a: {}\n", b"people:\n"), {"YA108"}),
    "unknown people": (
        HEAD + many(lambda number: f"b{number},", f"{PEOPLE}dangers: [{{worried: [", SIZE - 100) + b"]}]\n",
        {"CF106"},
    ),
    "free words beside people": (
        HEAD + many(lambda number: f"b{number},", f"{PEOPLE}chronology: [{{said_by: [", SIZE - 100) + b"]}]\n",
        set(),
    ),
    "unfinished marks": (full(b"- {withhold: {}}\n", b"dangers:\n"), {"CF111"}),
    "doubled ids": (full(b"- {id: a}\n", b"dangers:\n"), {"CF107"}),
    "wrong words": (full(b"- {how_we_know: sene}\n", b"map: {worried: {past_harm: [\n") + b"]}}", {"YA104"}),
    "wrong dates": (full(b"- {date: 1/2/2026}\n", b"chronology:\n"), {"CF105"}),
}


@pytest.mark.slow
@pytest.mark.parametrize(("data", "codes"), WORST.values(), ids=WORST)
def test_the_worst_files_are_read_quickly(data: bytes, codes: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ],
        input=data,
        capture_output=True,
        cwd=ROOT,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    measured = json.loads(done.stdout)
    assert codes <= set(measured["codes"]) or (not codes and len(data) < SIZE)
    assert measured["seconds"] < MOST_SECONDS
    assert measured["megabytes"] < MOST_MEGABYTES
