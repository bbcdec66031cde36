"""Our own words, in one language, with what an authority says otherwise."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NoReturn, TypeAlias, TypeVar, cast

from sostool.profile import Profile
from sostool.report.blocks import Block, Line, Run
from sostool.report.words.label_file import (
    PLACEHOLDER,
    Forms,
    LabelFile,
    LabelMistakeError,
    Shape,
    Value,
    check_text,
    did_you_mean,
    read_label_file,
    shapes,
)
from sostool.report.words.languages import DEFAULT, plural
from sostool.yamlfile.kinds import When

__all__ = ["LabelMistakeError", "Labels", "Layers", "read_labels"]

# What each file is called in messages, and its text: ours, then the authority's.
Layers: TypeAlias = Sequence[tuple[str, str]]
Wording: TypeAlias = Callable[..., tuple[Block, ...]]
T = TypeVar("T")

# A newborn's age is said in weeks for this many months, and a small child's in months for this many years.
_MONTHS_IN_WEEKS = 3
_YEARS_IN_MONTHS = 2
_WEEK, _YEAR = 7, 12
_VOWEL = re.compile("[aeou]|i(?![aeiouwy])")
_NEEDED = ("language", "direction", "date", "month", "list", "list_last")


def _no_wording(*_names: object, **_values: object) -> NoReturn:
    raise LabelMistakeError("these labels were given no boilerplate")


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language by their keys, and how it writes dates, ages and lists and counts.

    `counted` are the labels that have a form for each kind of number; `checked` tells whether a speaker of the
    language has checked the words; `fallen_back` lists the keys that stand in English, as this language has no words
    for them; `wording` gives longer texts, ours or the authority's, as blocks.
    """

    language: str
    direction: Literal["ltr", "rtl"]
    words: dict[str, str]
    months: tuple[str, ...]
    date_form: str
    month_form: str
    comma: str
    last_comma: str
    counted: dict[str, Forms] = field(default_factory=dict)
    months_alone: tuple[str, ...] = ()
    last_comma_before_vowel: str = ""
    checked: bool = True
    fallen_back: tuple[str, ...] = ()
    wording: Wording = _no_wording

    def __call__(self, name: str, /, **values: str) -> str:
        """Give a label with its blanks filled in."""
        return _filled(name, self._label(name), values)

    def has(self, name: str) -> bool:
        """Tell whether there is a label of this name."""
        return name in self.words or name in self.counted

    def line(self, name: str, /, **values: Line) -> Line:
        """Give a label as a line in which the blanks are filled with typed text, each piece kept apart."""
        runs: list[Run] = []
        for index, piece in enumerate(PLACEHOLDER.split(self._label(name))):
            if index % 2:
                runs += _value(name, values, piece)
            elif piece:
                runs.append(Run(piece))
        return tuple(runs)

    def count(self, name: str, number: int, /, **values: str) -> str:
        """Give the form of a counted label that a whole number takes: 1 week, 2 weeks.

        A form for `zero` is used for none in every language that has one, whatever its grammar.
        """
        forms = self.counted.get(name)
        if forms is None:
            raise LabelMistakeError(f"there is no counted label {name}")
        form = forms.get("zero") if number == 0 else None
        form = form or forms.get(plural(self.language, number)) or forms["other"]
        return _filled(name, form, {"number": str(number), **values})

    def age(self, born: dt.date, on: dt.date) -> str:
        """Say how old somebody is on a day: in weeks until 3 months, in months until 2 years, then in years.

        Who is born on the last day of a longer month is a month older on the first day after a shorter one. Before
        the birth there is no age: "".
        """
        if on < born:
            return ""
        months = (on.year - born.year) * _YEAR + on.month - born.month - (on.day < born.day)
        if months < _MONTHS_IN_WEEKS:
            return self.count("age.weeks", (on - born).days // _WEEK)
        if months < _YEARS_IN_MONTHS * _YEAR:
            return self.count("age.months", months)
        return self.count("age.years", months // _YEAR)

    def date(self, date: dt.date) -> str:
        """Write a date out: 17 March 2026."""
        values = {"day": str(date.day), "month": self.months[date.month - 1], "year": str(date.year)}
        return _filled("date", self.date_form, values)

    def month(self, date: dt.date) -> str:
        """Write a month out: March 2026."""
        month = (self.months_alone or self.months)[date.month - 1]
        return _filled("month", self.month_form, {"month": month, "year": str(date.year)})

    def when(self, when: When) -> str:
        """Write a date out as exactly as it is known."""
        if when.first == when.last:
            return self.date(when.first)
        if (when.first.year, when.first.month) == (when.last.year, when.last.month):
            return self.month(when.first)
        return str(when.first.year)

    def names(self, names: Iterable[str]) -> Line:
        """List names as this language does: Lisa, Jo and Ray."""
        listed = list(names)
        runs: list[Run] = []
        for index, name in enumerate(listed):
            if index:
                runs.append(Run(self._last_comma(name) if index == len(listed) - 1 else self.comma))
            runs.append(Run(name, typed=True))
        return tuple(runs)

    def _last_comma(self, name: str) -> str:
        if not self.last_comma_before_vowel:
            return self.last_comma
        # An i before another vowel is a consonant in Welsh, the one language that needs this: a Iestyn, ac Ifan.
        vowel = _VOWEL.match(unicodedata.normalize("NFD", name.lower()))
        return self.last_comma_before_vowel if vowel else self.last_comma

    def _label(self, name: str) -> str:
        try:
            return self.words[name]
        except KeyError:
            raise LabelMistakeError(f"there is no label {name}") from None


def _value(name: str, values: Mapping[str, T], blank: str) -> T:
    try:
        return values[blank]
    except KeyError:
        raise LabelMistakeError(f"the blank {blank} of the label {name} is not filled in") from None


def _filled(name: str, text: str, values: Mapping[str, str]) -> str:
    if "{" not in text:
        return text
    return PLACEHOLDER.sub(lambda found: _value(name, values, found[1]), text)


def read_labels(layers: Layers, profile: Profile, english: Layers = ()) -> Labels:
    """Read the labels of one language.

    A label that a language lacks stands in English and is listed. A profile's words are English, so they change the
    English labels alone: the labels of another language are changed by a file of the authority's own.

    Args:
        layers: the label file of the language and an authority's own of the same name, laid over it key by key.
        profile: its own words are laid over both.
        english: the same of English, ours first; without it the first of `layers` says which labels there are.

    Raises:
        LabelMistakeError: a file or the profile says a label that does not exist, a blank that is not filled in, or
            anything else that no label file says.
    """
    known = shapes((english or layers)[0][1])
    files = [read_label_file(text, name) for name, text in layers]
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    labels: dict[str, Value] = {}
    for file in files:
        _check_language(file, files[0])
        _check_labels(file, known)
        texts |= file.texts
        lists |= file.lists
        labels |= file.words
    for needed in (*_NEEDED, "months"):
        if needed not in texts and needed not in lists:
            raise files[0].mistake(0, f"The file does not say its {needed}.")
    is_english = texts["language"] == DEFAULT
    changed = _profiles_labels(profile, known)
    if is_english:
        labels |= changed
    missing = tuple(name for name in known if name not in labels)
    words, counted = _split(labels, known)
    if missing and english and not is_english:
        spare = read_labels(english, profile)
        words |= {name: spare.words[name] for name in missing if name in spare.words}
        counted |= {name: spare.counted[name] for name in missing if name in spare.counted}
    return Labels(
        language=texts["language"],
        direction=cast("Literal['ltr', 'rtl']", texts["direction"]),
        words=words,
        months=lists["months"],
        date_form=texts["date"],
        month_form=texts["month"],
        comma=texts["list"],
        last_comma=texts["list_last"],
        counted=counted,
        months_alone=lists.get("months_alone", lists["months"]),
        last_comma_before_vowel=texts.get("list_last_before_vowel", ""),
        checked=bool(texts.get("checked_by")),
        fallen_back=missing,
    )


def _split(labels: Mapping[str, Value], known: Mapping[str, Shape]) -> tuple[dict[str, str], dict[str, Forms]]:
    words: dict[str, str] = {}
    counted: dict[str, Forms] = {}
    for name, value in labels.items():
        if isinstance(value, str) and not known[name].counted:
            words[name] = value
        else:
            counted[name] = {"other": value} if isinstance(value, str) else value
    return words, counted


def _check_language(file: LabelFile, first: LabelFile) -> None:
    said = file.texts.get("language", "")
    stem = file.name.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
    if said and said != stem:
        raise file.mistake(file.lines["language"], f"The file is named {stem}, but its language is {said}.")
    if file is not first and said != first.texts.get("language") and said:
        raise file.mistake(file.lines["language"], f"It is laid over labels in {first.texts.get('language')}.")


def _check_labels(file: LabelFile, known: Mapping[str, Shape]) -> None:
    for name, value in file.words.items():
        shape = known.get(name)
        if shape is None:
            raise file.mistake(file.word_lines[name], f"There is no label {name}.{did_you_mean(name, iter(known))}")
        if isinstance(value, str):
            _check_blanks(value, shape, name, file)
        elif shape.counted:
            for form in value.values():
                _check_blanks(form, shape, name, file)
        else:
            raise file.mistake(file.word_lines[name], f"{name} is one text: it is not counted.")


def _check_blanks(text: str, shape: Shape, name: str, file: LabelFile) -> None:
    if "{" in text and (wrong := set(PLACEHOLDER.findall(text)) - shape.blanks):
        has = f"It has {_listed(shape.blanks)}." if shape.blanks else "It has none."
        raise file.mistake(file.word_lines[name], f"{name} has no blank {{{min(wrong)}}}. {has}")


def _profiles_labels(profile: Profile, known: Mapping[str, Shape]) -> dict[str, str]:
    for name, value in profile.labels.items():
        where = f"The profile {profile.name}: the label {name}"
        if name not in known:
            raise LabelMistakeError(f"{where} does not exist.{did_you_mean(name, iter(known))}")
        if wrong := set(PLACEHOLDER.findall(value)) - known[name].blanks:
            raise LabelMistakeError(f"{where} has no blank {{{min(wrong)}}}.")
        check_text(value, where)
    return profile.labels


def _listed(blanks: Iterable[str]) -> str:
    return ", ".join(f"{{{blank}}}" for blank in sorted(blanks))
