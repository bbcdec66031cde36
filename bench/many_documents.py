"""Make the reports of many case files in one process, each with all its checks, as `sostool` does.

python -m bench.many_documents CASES FOLDER READER FORMAT...: prints the seconds of CPU of each file, as JSON: reading,
checking, making and writing. The first, for which templates, fonts and compilers are loaded, counts like the others.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import subprocess
import sys
import time
from pathlib import Path

from bench.contestants import ROOT

_TODAY = dt.date(2026, 3, 17)


def in_a_process(cases: Path, folder: Path, reader: str, formats: tuple[str, ...]) -> list[float]:
    """Make the reports in a process of their own; give the seconds of CPU of each."""
    command = [sys.executable, "-m", "bench.many_documents", str(cases), str(folder), reader, *formats]
    result = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    taken: list[float] = json.loads(result.stdout)
    return taken


def _make_all(cases: Path, folder: Path, reader: str, formats: tuple[str, ...]) -> list[float]:
    # Not above: whoever only starts the other process has to stay small.
    from sostool.__main__ import NEW_OBJECTS  # noqa: PLC0415
    from sostool.case.read import read_case  # noqa: PLC0415
    from sostool.checks.run import ask_checks  # noqa: PLC0415
    from sostool.profile.load import load_profile  # noqa: PLC0415
    from sostool.report.making.kinds import KINDS  # noqa: PLC0415
    from sostool.report.making.maker import Maker  # noqa: PLC0415
    from sostool.report.making.workshop import Workshop  # noqa: PLC0415
    from sostool.share.readers import find_reader  # noqa: PLC0415

    folder.mkdir(exist_ok=True)
    gc.set_threshold(NEW_OBJECTS)
    profile = load_profile("england").profile
    assert profile is not None
    workshop = Workshop(profile)
    taken = []
    for path in sorted(cases.iterdir()):
        start = time.process_time()
        read = read_case(path.read_bytes(), path.name)
        assert read.case is not None
        assert not [found for found in ask_checks(read, profile, _TODAY).findings if found.severity == "error"]
        for made in Maker(read, workshop).make(KINDS["report"], find_reader(read.case, profile, reader), formats):
            (folder / made.file_name).write_bytes(made.data)
        taken.append(time.process_time() - start)
    return taken


if __name__ == "__main__":
    json.dump(_make_all(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], tuple(sys.argv[4:])), sys.stdout)
