"""Which languages there are words in, which of them a document is made in, and how each of them counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from sostool.resources import resource_root
from sostool.yamlfile.spelling import nearest

DEFAULT = "en"
FOLDER = "labels"

Category: TypeAlias = Literal["zero", "one", "two", "few", "many", "other"]
CATEGORIES: tuple[Category, ...] = ("zero", "one", "two", "few", "many", "other")

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
_NAME = re.compile(r"^(name|english_name):[ \t]*[\"']?(.*?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_SHORTEST_NAME = 3
_NOT_TEENS = range(12, 15)


class UnknownLanguageError(Exception):
    """There are no words in the language that was asked for; the text says which there are."""


class Language(NamedTuple):
    """A language that there are words in: its code (`pl`), its own name (Polski) and its English name (Polish)."""

    code: str
    name: str
    english_name: str

    def __str__(self) -> str:
        names = [name for name in dict.fromkeys((self.name, self.english_name)) if name]
        return f"{self.code} ({', '.join(names)})" if names else self.code


def available_languages(own: Path | None = None) -> tuple[Language, ...]:
    """Give the languages that there are label files for, by code.

    Args:
        own: an authority's folder of templates, whose `labels` are laid over ours and may add languages.
    """
    found: dict[str, Language] = {}
    folders: list[Traversable] = [resource_root("templates") / FOLDER]
    if own is not None and (own / FOLDER).is_dir():
        folders.append(own / FOLDER)
    for folder in folders:
        for file in folder.iterdir():
            code = file.name.removesuffix(".yaml")
            if code != file.name and _CODE.fullmatch(code) and file.is_file():
                found[code] = _language(code, file.read_bytes().decode("utf-8", "replace"), found.get(code))
    return tuple(found[code] for code in sorted(found))


def _language(code: str, text: str, ours: Language | None) -> Language:
    says = dict(_NAME.findall(text.partition("\nwords:")[0]))
    return Language(
        code,
        says.get("name") or (ours.name if ours else ""),
        says.get("english_name") or (ours.english_name if ours else ""),
    )


def choose_language(wanted: str, readers: str, files: str, known: Sequence[Language]) -> str:
    """Choose the language of a document's labels.

    Args:
        wanted: what `--language` says; "" if it was not given.
        readers: the language of the reader; "" if the file does not say or the reader is not one person.
        files: the language that the case file is written in.
        known: the languages there are.

    Returns:
        The code of the first of the three that there are labels for, else that of English. A code with a country
        (`pl-PL`, `pl_PL`), a code in capitals and a name (`polski`, `Polish`) mean the same.

    Raises:
        UnknownLanguageError: there are no labels in the wanted language.
    """
    if wanted.strip():
        code = _find(wanted, known)
        if code is None:
            raise UnknownLanguageError(_no_such(wanted.strip(), known))
        return code
    return _find(readers, known) or _find(files, known) or DEFAULT


def _find(word: str, known: Iterable[Language]) -> str | None:
    plain = word.strip().replace("_", "-").casefold()
    languages = tuple(known)
    by_name: dict[str, str] = {}
    for language in languages:
        for name in (language.name, language.english_name):
            by_name.setdefault(name.casefold(), language.code)
    codes = {language.code.casefold(): language.code for language in languages}
    if not plain:
        return None
    return codes.get(plain) or by_name.get(plain) or codes.get(plain.partition("-")[0])


def _no_such(wanted: str, known: Sequence[Language]) -> str:
    names = {name: language for language in known for name in (language.name, language.english_name) if name}
    # One letter of a code makes another language; only a name can be told from a slip.
    near = nearest(wanted, names) if len(wanted) > _SHORTEST_NAME else None
    meant = f" Did you mean {names[near]}?" if near else ""
    return f"There are no words in the language {wanted}.{meant} There are: {', '.join(map(str, known))}."


def _english(number: int) -> Category:
    return "one" if number == 1 else "other"


def _welsh(number: int) -> Category:
    by_number: dict[int, Category] = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}
    return by_number.get(number, "other")


def _polish(number: int) -> Category:
    if number == 1:
        return "one"
    return "few" if number % 10 in {2, 3, 4} and number % 100 not in _NOT_TEENS else "many"


def _arabic(number: int) -> Category:
    by_number: dict[int, Category] = {0: "zero", 1: "one", 2: "two"}
    if number in by_number:
        return by_number[number]
    last = number % 100
    return "few" if last in range(3, 11) else "many" if last in range(11, 100) else "other"


_PLURALS: dict[str, Callable[[int], Category]] = {"en": _english, "cy": _welsh, "pl": _polish, "ar": _arabic}


def plural(language: str, number: int) -> Category:
    """Tell which form of a counted word a whole number takes, as the Unicode CLDR does.

    A language that has no rule here counts as English does: one, and more.
    """
    return _PLURALS.get(language.partition("-")[0], _english)(number)
