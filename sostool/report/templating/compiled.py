"""What templates were compiled to: half of the time of a first document.

It is kept in memory; and that of our own templates beside this module's own byte code, as Python keeps it, where
Python keeps it, and only if Python would. Whoever can write there can change what `sostool` does already, so that
nobody is trusted who was not before. A template of an authority's is never kept on the disk.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache

from sostool import __version__

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

_DIGEST = hashlib.sha256().digest_size


class Compiled(BytecodeCache):
    """The compiled templates of one kind of environment.

    A template is compiled anew where its text is another one, and where Python, jinja2 or `sostool` is.
    """

    def __init__(self, kind: str = "") -> None:
        """Begin with none.

        Args:
            kind: a name for all that shapes what templates are compiled to, beside their texts; "" keeps them in
                memory only.
        """
        self._kind = kind
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if there is any."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else self._read(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        if bucket.code is None:
            return
        self._kept[bucket.key] = (bucket.checksum, bucket.code)
        path = self._path(bucket)
        if path and not sys.dont_write_bytecode:
            data = marshal.dumps(bucket.code)
            whole = self._stamp(bucket) + hashlib.sha256(data).digest() + data
            # Writes it in one step, and nothing where nothing can be written.
            SourceFileLoader(__name__, __file__).set_data(path, whole)

    def _read(self, bucket: Bucket) -> CodeType | None:
        path = self._path(bucket)
        if not path:
            return None
        try:
            data = Path(path).read_bytes()
        except OSError:
            return None
        stamp, digest, code = data[:_DIGEST], data[_DIGEST : 2 * _DIGEST], data[2 * _DIGEST :]
        # A file that was cut off could end the whole program while it is read.
        if stamp != self._stamp(bucket) or digest != hashlib.sha256(code).digest():
            return None
        found: CodeType = marshal.loads(code)  # noqa: S302 - as Python reads its own
        self._kept[bucket.key] = (bucket.checksum, found)
        return found

    def _stamp(self, bucket: Bucket) -> bytes:
        parts = (MAGIC_NUMBER.hex(), jinja2.__version__, __version__, self._kind, bucket.checksum)
        return hashlib.sha256(" ".join(parts).encode()).digest()

    def _path(self, bucket: Bucket) -> str:
        """Give the file of a template's code: beside this module's, and named for the same Python."""
        if not self._kind:
            return ""
        try:
            return cache_from_source(str(Path(__file__).with_name(f"template-{self._kind}-{bucket.key}.py")))
        except NotImplementedError:
            return ""
