"""How long a document takes once everything is loaded.

python -m bench.rendering CASE: prints, as JSON, the median milliseconds for each format, and for the templates alone.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sostool.case.read import read_case
from sostool.profile.load import load_profile
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS, Maker
from sostool.report.making.workshop import Workshop
from sostool.share.readers import all_readers

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES = 30


def warm(path: Path) -> dict[str, float]:
    """Make the report of a case for its first reader again and again, in one format after the other."""
    read = read_case(path.read_bytes(), path.name)
    assert read.case is not None
    profile = load_profile(read.case.profile or "england").profile
    kind = KINDS["report"]
    assert profile is not None
    reader = all_readers(read.case, profile)[0]
    workshop = Workshop(profile)

    def first(format_: str) -> None:
        Maker(read, Workshop(profile)).make(kind, reader, (format_,))

    def again(format_: str) -> None:
        Maker(read, workshop).make(kind, reader, (format_,))

    return {
        **{f"{format_}, templates loaded anew": _median_ms(first, format_) for format_ in FORMATS},
        **{f"{format_}, templates kept": _median_ms(again, format_) for format_ in FORMATS},
    }


def _median_ms(make: Callable[[str], None], format_: str) -> float:
    make(format_)
    taken = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        make(format_)
        taken.append(time.perf_counter() - start)
    return median(taken) * 1000


if __name__ == "__main__":
    json.dump(warm(Path(sys.argv[1])), sys.stdout)
