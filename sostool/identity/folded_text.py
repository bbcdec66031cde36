"""A text made ready to be searched many times: folded once, its letters alone, and its words."""

from __future__ import annotations

import re
from functools import cached_property

from sostool.identity.folding import folded

# Where markup stood, and an apostrophe of a finished page: both may stand inside a word, and no text holds either.
MARKUP = "\x1f"
APOSTROPHE = "\x1e"

_ASCII = [chr(code) for code in range(128)]
_LETTERS_ALONE = str.maketrans({sign: None for sign in _ASCII if not sign.isalnum()})
_SPACES_BETWEEN = str.maketrans(
    {sign: None if sign in ("'", APOSTROPHE) else " " for sign in _ASCII if not sign.isalnum()}
)
_NO_LETTER = re.compile(r"[\W_]+")
_INSIDE_WORDS = re.compile(f"['{APOSTROPHE}]")


class FoldedText:
    """A text without case, accents and invisible characters."""

    def __init__(self, text: str) -> None:
        """Take a text that is folded already; `of` folds one."""
        self.text = text

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """Fold a text."""
        return cls(folded(text))

    @cached_property
    def letters(self) -> str:
        """The letters and digits alone: whatever stands between the words, the words stand in it."""
        return self.text.translate(_LETTERS_ALONE) if self.text.isascii() else _NO_LETTER.sub("", self.text)

    @cached_property
    def words(self) -> list[str]:
        """The words in order, without apostrophes. Markup stands between words."""
        if self.text.isascii():
            return self.text.translate(_SPACES_BETWEEN).split()
        return _NO_LETTER.sub(" ", _INSIDE_WORDS.sub("", self.text)).split()

    @cached_property
    def words_across_markup(self) -> list[str]:
        """The words in order, where markup may stand inside a word; none where the text has no markup."""
        return FoldedText(self.text.replace(MARKUP, "")).words if MARKUP in self.text else []
