"""An authority's folder: what in it takes the place of something of ours, read whole before anything is made.

The folder is named by whoever runs the command, never by a case file or by settings. Every name in it is one that we
have too, so that a slip of the keyboard is told and does not quietly change nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sostool.report.templating.logo import LOGOS, MOST_LOGO_BYTES, logo_address
from sostool.report.templating.template_mistake import TemplateMistake
from sostool.yamlfile.spelling import nearest

AUTHORITY = "authority.yaml"
MOST_BYTES = 1_000_000
WORD = ("word.docx", "word.dotx")
MOST_WORD_BYTES = 10_000_000

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
# What computers and people leave in a folder beside its contents.
_BESIDE = re.compile(r"\..*|~\$.*|thumbs\.db|desktop\.ini|readme(?:\..*)?", re.IGNORECASE)


class Overlay(NamedTuple):
    """What an authority says otherwise: texts by our names for them, its logo as an address, its names and numbers.

    `word` is its own template for Word: the file's name and what it holds.
    """

    texts: dict[str, str] = {}  # noqa: RUF012 - never changed
    logo: str = ""
    authority: Path | None = None
    word: tuple[str, bytes] | None = None


def read_overlay(folder: Path, ours: Collection[str]) -> Overlay:
    """Read an authority's folder.

    Args:
        folder: the folder.
        ours: the names that a file may take the place of: `html/style.css`, `html/blocks/table.html.j2`.

    Raises:
        TemplateMistake: it is no folder; or a name in it is none of ours; or a file cannot be read, is far too large,
            is no text in UTF-8, or is a picture of another kind than its name says.
    """
    if not folder.is_dir():
        raise TemplateMistake(str(folder), 0, "This is not a folder of templates.")
    return _Reader(folder, ours).read()


class _Reader:
    def __init__(self, folder: Path, ours: Collection[str]) -> None:
        self._folder = folder
        self._inside = folder.resolve()
        self._known = {*ours, *self._in_other_languages(ours), AUTHORITY, *LOGOS, *WORD}
        self._folders = {str(parent) for name in self._known for parent in PurePosixPath(name).parents} - {"."}

    def read(self) -> Overlay:
        texts: dict[str, str] = {}
        logos: dict[str, str] = {}
        words: list[tuple[str, bytes]] = []
        authority = None
        for name, path in self._files(self._folder, ""):
            if name in LOGOS:
                logos[name] = logo_address(name, self._bytes(name, path, MOST_LOGO_BYTES))
            elif name in WORD:
                words.append((name, self._bytes(name, path, MOST_WORD_BYTES)))
            elif name == AUTHORITY:
                authority = path
            else:
                texts[name] = _text(name, self._bytes(name, path, MOST_BYTES))
        if len(logos) > 1:
            raise TemplateMistake(sorted(logos)[1], 0, f"There is a {min(logos)} too. Keep one of the two.")
        if len(words) > 1:
            raise TemplateMistake(words[1][0], 0, f"There is a {words[0][0]} too. Keep one of the two.")
        return Overlay(texts, "".join(logos.values()), authority, words[0] if words else None)

    def _in_other_languages(self, ours: Collection[str]) -> Iterator[str]:
        """Give the names of labels and wordings in every language that we or the authority have labels in."""
        languages = {PurePosixPath(name).stem for name in ours if name.startswith("labels/")}
        labels = self._folder / "labels"
        if labels.is_dir():
            try:
                languages |= {file.stem for file in labels.iterdir() if _LANGUAGE.fullmatch(file.stem)}
            except OSError:
                raise TemplateMistake("labels", 0, "This folder cannot be opened.") from None
        wordings = {PurePosixPath(name).name for name in ours if name.startswith("words/")}
        for language in languages:
            yield f"labels/{language}.yaml"
            yield from (f"words/{language}/{wording}" for wording in wordings)

    def _files(self, folder: Path, above: str) -> Iterator[tuple[str, Path]]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            raise TemplateMistake(above.rstrip("/") or str(folder), 0, "This folder cannot be opened.") from None
        for entry in entries:
            name = above + entry.name
            if _BESIDE.fullmatch(entry.name):
                continue
            if entry.is_symlink():
                self._follow(name, Path(entry.path))
            if entry.is_dir():
                if name in self._known:
                    raise TemplateMistake(name, 0, "This is a folder, and a file of ours has this name.")
                if name not in self._folders:
                    raise _unknown(name, self._folders)
                yield from self._files(Path(entry.path), f"{name}/")
            elif not entry.is_file():
                raise TemplateMistake(name, 0, "This is not an ordinary file.")
            elif name in self._known:
                yield name, Path(entry.path)
            else:
                raise _unknown(name, self._known)

    def _follow(self, name: str, path: Path) -> None:
        """Look where a link leads: what lies outside the folder was not meant for documents."""
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            raise TemplateMistake(name, 0, "This is a link that leads nowhere.") from None
        if not target.is_relative_to(self._inside):
            raise TemplateMistake(name, 0, "This is a link that leads out of the folder.")

    @staticmethod
    def _bytes(name: str, path: Path, most: int) -> bytes:
        try:
            with path.open("rb") as file:
                data = file.read(most + 1)
        except OSError:
            raise TemplateMistake(name, 0, "This file cannot be opened.") from None
        if len(data) > most:
            raise TemplateMistake(name, 0, f"This file is larger than {most // 1000} kB.")
        return data


def near_name(name: str, known: Collection[str]) -> str | None:
    """Give the name that was most likely meant: the same in another folder, or one spelt alike."""
    plain = name.replace("\\", "/").lower()
    last = plain.rpartition("/")[2]
    # Of wordings in several languages the English one is the one that everybody has.
    in_order = sorted(known, key=lambda one: ("/en/" not in one, one))
    alike = [one for one in in_order if one.lower() == plain or one.rpartition("/")[2] == last]
    return alike[0] if alike else nearest(plain, in_order)


def _unknown(name: str, known: Collection[str]) -> TemplateMistake:
    near = near_name(name, known)
    hint = f"Did you mean {near}?" if near else "`sostool templates` lists them."
    return TemplateMistake(name, 0, f"This is no template of ours. {hint}")


def _text(name: str, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TemplateMistake(name, line, "The file is not saved as UTF-8.") from None
    if "\0" in text:
        raise TemplateMistake(name, text.count("\n", 0, text.index("\0")) + 1, "The file is not saved as UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
