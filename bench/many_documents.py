"""Make the report of many case files in one process, in HTML and Markdown, for the practitioners.

python -m bench.many_documents CASES FOLDER: prints the seconds of CPU of each file, as JSON: reading, checking, making
and writing. The first, for which templates are loaded, counts like the others.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import sys
import time
from pathlib import Path

from sostool.case.read import read_case
from sostool.checks.run import ask_checks
from sostool.profile.load import load_profile
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS, Maker
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

_READER = "practitioners"
# As `sostool` does it.
_NEW_OBJECTS = 50_000
_TODAY = dt.date(2026, 3, 17)


def make_all(cases: Path, folder: Path) -> list[float]:
    """Make the reports; give what each took."""
    folder.mkdir(exist_ok=True)
    gc.set_threshold(_NEW_OBJECTS)
    profile = load_profile("england").profile
    assert profile is not None
    workshop = Workshop(profile)
    taken = []
    for path in sorted(cases.iterdir()):
        start = time.process_time()
        read = read_case(path.read_bytes(), path.name)
        assert read.case is not None
        assert not [found for found in ask_checks(read, profile, _TODAY).findings if found.severity == "error"]
        reader = find_reader(read.case, profile, _READER)
        for made in Maker(read, workshop).make(KINDS["report"], reader, FORMATS):
            (folder / made.file_name).write_bytes(made.data)
        taken.append(time.process_time() - start)
    return taken


if __name__ == "__main__":
    json.dump(make_all(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)
