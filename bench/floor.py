"""What checking stands beside: reading and hashing every file, or parsing it with PyYAML's C loader and no more.

python bench/floor.py hash|parse FOLDER
"""

from __future__ import annotations

import os
import sys


def _files(folder: str) -> list[str]:
    return sorted(entry.path for entry in os.scandir(folder))


def read_and_hash(folder: str) -> None:
    import hashlib  # noqa: PLC0415 - each run pays for its own imports only

    for path in _files(folder):
        with open(path, "rb") as file:  # noqa: PTH123 - the floor has no pathlib
            hashlib.sha256(file.read()).digest()


def parse(folder: str) -> None:
    import yaml  # noqa: PLC0415

    for path in _files(folder):
        with open(path, "rb") as file:  # noqa: PTH123
            yaml.load(file, Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    {"hash": read_and_hash, "parse": parse}[sys.argv[1]](sys.argv[2])
