"""How soon `sostool validate --watch` answers a save: from the save to the line that tells of it.

python -m bench.watching
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pexpect

from bench.make_files import make_files

_FILES, _SAVES = 30, 15
# Between two saves, so that each is answered by itself.
_PAUSE = 0.3


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sostool-bench-") as folder:
        file = make_files(Path(folder), _FILES)[0]
        sound = file.read_text("utf-8")
        broken = sound.replace("how_long:", "how_lnog:", 1)
        child = pexpect.spawn(
            sys.executable,
            ["-m", "sostool", "validate", "--watch", "--no-private", folder],
            env={**os.environ, "TERM": "dumb"},
            encoding="utf-8",
            timeout=20,
        )
        child.expect("Ctrl-C ends it")
        time.sleep(1)
        waited = []
        for number in range(_SAVES):
            start = time.perf_counter()
            file.write_text(sound if number % 2 else broken, encoding="utf-8")
            child.expect("closed  CF101" if number % 2 else "CF101 error")
            waited.append((time.perf_counter() - start) * 1000)
            time.sleep(_PAUSE)
        child.sendintr()
    print(f"{_SAVES} saves among {_FILES} files: {median(waited):.0f} ms, at most {max(waited):.0f} ms (wanted: 300)")


if __name__ == "__main__":
    main()
