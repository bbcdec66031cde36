"""VO103: what stands as a child's own words is not a professional's wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sostool.case.model import Person
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.voices.childs_words import OWN_WORDS, childrens_voices
from sostool.checks.wording.quotes import without_quotes
from sostool.findings.finding import Path
from sostool.profile.phrases import Near

_SPEAKS_ITSELF = re.compile(r"\b(?:i|im|me|my|mine|myself|we|us|our)\b(?!\.)", re.IGNORECASE)
_BEFORE_A_WORD = " -–•*"


@check("VO103", "worker-speaking-for-child", "advice")
def keeps_the_childs_own_words(look: Look) -> Iterator[Found]:
    """A child's own words are the child's, not what a professional would write about them.

    What it checks
        Voices of children, in English. Words of the profile's list `professional` anywhere in their own words;
        words of the list `about-a-child` where the child does not speak as “I” or “my”; and texts that start with the
        child's name and a verb of the list `reports`, as in “Mia stated”. It says nothing where the child wrote
        the words (`written_by`), and nothing of `professional` words where a child with a `disability` speaks as
        “I”, as these may be just their words. Words about their own body, mind and rights are in none of the lists.

    Why it matters
        “The child expressed anxiety” could be about any child, and a parent cannot hear their own in it. “I get
        tummy ache” they can. If these are the child's very words, they stay as
        they are: advice never has to be closed.

    Fails
        voices:
          - {who: mia, date: 2026-03-10, how: talk, words: [The child expressed anxiety regarding contact.]}

    Passes
        voices:
          - {who: mia, date: 2026-03-10, how: talk, words: [I don't want to go on Saturday. I get tummy ache.]}

    Source
        A worker writes a child's exact words (guidance on the Three Houses); general and diagnostic terms come across
        as paternalistic (a presentation of the approach, 2014).
    """
    lists = _Lists(look.list_of("professional"), look.list_of("about-a-child"), look.list_of("reports"))
    if not any(lists):
        return
    told = list(_told(look))
    # Looking once through all of them mostly shows that there is nothing to look for in each.
    page = "\n.\n".join(one.text for one in told)
    if not (
        lists.professional.stand_in(page)
        or lists.about.stand_in(page)
        or any(_starts_with_name(one.text, one.child) for one in told)
    ):
        return
    for child, path, text in told:
        words, instead = _not_the_childs(without_quotes(text).replace("’", "'"), child, lists)
        if words:
            yield Found(
                path,
                "This reads like a professional's words, not the child's.",
                "Write what the child said, word for word. What people saw goes under `observed:`. If these are the "
                "child's very words, leave them as they are.",
                detail=f"Write {instead}." if instead else "",
                words=words,
            )


class _Lists(NamedTuple):
    professional: Near
    about: Near
    reports: Near


class _Told(NamedTuple):
    child: Person
    path: Path
    text: str


def _told(look: Look) -> Iterator[_Told]:
    """Give what stands as children's own words and was written down by somebody else, in English."""
    for child, voice in childrens_voices(look.case):
        if voice.written_by != child.id and voice.language.lower()[:2] in ("", "en"):
            for name in OWN_WORDS:
                for index, text in enumerate(getattr(voice, name)):
                    yield _Told(child, voice.at(name, index), text)


def _not_the_childs(text: str, child: Person, lists: _Lists) -> tuple[str, str]:
    """Give the words in a text that are not the child's, and what to write instead."""
    speaks = _SPEAKS_ITSELF.search(text) is not None
    phrases = [] if speaks and child.disability.strip() else [lists.professional]
    for found in (*phrases, *(() if speaks else (lists.about,))):
        for said in found.in_(text):
            return text[said.start : said.end], said.saying.instead
    if _starts_with_name(text, child):
        behind = text.lstrip(_BEFORE_A_WORD).partition(" ")[2].lstrip()
        if any(said.start == 0 for said in lists.reports.everywhere_in(behind)):
            return behind.split()[0], "what the child said"
    return "", ""


def _starts_with_name(text: str, child: Person) -> bool:
    name = child.name.split()
    return bool(name) and text.lstrip(_BEFORE_A_WORD).lower().startswith(name[0].lower() + " ")
