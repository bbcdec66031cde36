"""What it means for a case file to lie in a folder whose history is copied to other machines."""

from __future__ import annotations

import os
import re
import stat
from itertools import islice
from pathlib import Path

NOTE = """\
This folder is under version control, and its history is copied to other machines.
What has once been committed and pushed stays in every copy of that history. It can
never be taken back, not for a safe address and not for a wrong name. Keep case files
out of it, or ask your information governance team first. To leave them out, put the
line
  *.yaml
into {ignore} beside them. Where a team's `sostool.yaml` belongs in the
history, put `!sostool.yaml` below that line."""

_IGNORED_BY = {"git": ".gitignore", "hg": ".hgignore (below a line `syntax: glob`)", "svn": "svn:ignore"}
_MOST_FOLDERS = 64
_MOST_BYTES = 1_000_000
_GIT_REMOTE = re.compile(rb'^[ \t]*\[[ \t]*remote[ \t]+"', re.IGNORECASE | re.MULTILINE)
_HG_PATHS = re.compile(rb"^\[paths\][ \t]*$(?:\n(?!\[).*)*?\n[ \t]*\w[\w.:-]*[ \t]*=", re.MULTILINE)


def note_on(folder: Path) -> str:
    """Give the note on a folder whose history is copied elsewhere; "" for any other folder.

    Only what lies in the folders above is looked at, and above where a link leads to; nothing is run. A history
    without a remote stays on this machine and gets no note. Where the settings cannot be read, they are taken to name
    a remote.
    """
    # `resolve` fails in a loop of links.
    named, real = os.path.abspath(folder), os.path.realpath(folder)  # noqa: PTH100
    kind = _with_a_remote(Path(named)) or (_with_a_remote(Path(real)) if real != named else "")
    return NOTE.format(ignore=_IGNORED_BY[kind]) if kind else ""


def _with_a_remote(here: Path) -> str:
    for above in islice((here, *here.parents), _MOST_FOLDERS):
        if os.path.lexists(above / ".git"):
            return "git" if _git_has_a_remote(above / ".git") else ""
        if os.path.lexists(above / ".hg"):
            return "hg" if _says(above / ".hg" / "hgrc", _HG_PATHS) else ""
        if os.path.lexists(above / ".svn"):
            # There is no such history without a server.
            return "svn"
    return ""


def _git_has_a_remote(git: Path) -> bool:
    """Look into the settings of a repository, which a worktree or a submodule names in a file of its own."""
    home = git
    if not git.is_dir():
        named = _bytes_of(git)
        if named is None or not named.startswith(b"gitdir:"):
            return named is None
        home = git.parent / _as_path(named.removeprefix(b"gitdir:"))
        shared = _bytes_of(home / "commondir")
        if shared:
            home = home / _as_path(shared)
    return _says(home / "config", _GIT_REMOTE)


def _as_path(named: bytes) -> str:
    first = named.strip().split(b"\n")[0].strip()
    return os.fsdecode(first.replace(b"\0", b""))


def _says(file: Path, pattern: re.Pattern[bytes]) -> bool:
    data = _bytes_of(file)
    return data is None or bool(pattern.search(data.replace(b"\r\n", b"\n")))


def _bytes_of(file: Path) -> bytes | None:
    """Read the beginning of an ordinary file; nothing where there is none, None where it may not be read."""
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except (OSError, ValueError):
        return None
    try:
        return os.read(descriptor, _MOST_BYTES) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
    except OSError:
        return None
    finally:
        os.close(descriptor)
