"""LA101: an abbreviation is written out at first use."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Case
from sostool.checks.check import Found, check
from sostool.checks.language.abbreviations import ShortForm, is_a_word, is_written_out, may_hold_capitals, short_forms
from sostool.checks.language.labels import is_asked_as_label
from sostool.checks.look import Look
from sostool.checks.wording.passages import passages
from sostool.checks.wording.quotes import without_quotes
from sostool.profile.phrases import Near


@check("LA101", "abbreviation-not-written-out", "query")
def writes_out_abbreviations(look: Look) -> Iterator[Found]:
    """An abbreviation is written out where it is first used.

    What it checks
        Words such as LAC, MASH or s47 (the profile's list `abbreviations`) and any other word of two to six
        capitals: at its first use in the file the words it stands for are beside it, as in “looked-after child
        (LAC)” or “LAC (looked-after child)”. Left alone are the short forms that everybody knows (the list
        `known-abbreviations`), names and initials of people in the file, headings and sentences in capitals,
        words that stand in the file in small letters too, quotations and files in other languages than English.
        Each is asked about once.

    Why it matters
        Letters that only professionals can read shut a mother out of a page about her own child, and few people
        ask in a room full of strangers.

    Fails
        map:
          worried:
            past_harm: [Mia was LAC for six weeks.]

    Passes
        map:
          worried:
            past_harm: [Mia was a looked-after child (LAC) for six weeks., She was LAC again in May.]

    Source
        Spell out short forms, or do without them (a council's direct work toolkit; Community Care on the words
        that social workers use).
    """
    if not look.english:
        return
    said_in = {heard.passage.path for heard in look.heard("abbreviations")}
    capitals = may_hold_capitals(look.page.text.straight)
    if not said_in and not capitals:
        return
    listed, known = look.list_of("abbreviations"), look.profile.list_of("known-abbreviations")
    settled: set[str] | None = None
    for passage in passages(look.case):
        if passage.path not in said_in and not (capitals and short_forms(passage.text)):
            continue
        text = without_quotes(passage.text)
        for form in _forms(text, listed):
            name = _plain(form.letters)
            if settled is None:
                settled = _names(look.case)
            if name in settled or form.letters.lower() in known or is_asked_as_label(look, passage, form.letters):
                continue
            settled.add(name)
            if not is_written_out(text, form) and not _is_written_large(form.letters, look):
                yield Found(
                    passage.path,
                    "An abbreviation stands here that has not been written out.",
                    "Write the words in full; if they come again, put the short form in brackets behind them.",
                    detail=_stands_for(form.letters, look),
                    words=passage.text[form.start : form.end],
                )


def _forms(text: str, listed: Near) -> list[ShortForm]:
    """Give the short forms of a text from its start to its end."""
    forms = [ShortForm(text[said.start : said.end], said.start, said.end) for said in listed.in_(text)]
    starts = {form.start for form in forms}
    forms += [form for form in short_forms(text) if form.start not in starts]
    return sorted(forms, key=lambda form: form.start)


def _is_written_large(letters: str, look: Look) -> bool:
    return letters.lower() not in look.profile.list_of("abbreviations") and is_a_word(
        letters, (passage.text for kind in look.passages.values() for passage in kind)
    )


def _plain(letters: str) -> str:
    """Write what is the same thing in the same way: S.47, s47; NFA, NFA'd."""
    return "".join(filter(str.isalnum, letters.replace("’", "'").partition("'")[0])).lower()


def _names(case: Case) -> set[str]:
    """Give what people are called, and their initials."""
    names: set[str] = set()
    for id_, person in case.people.items():
        words = person.name.lower().replace(".", " ").split()
        names.update((id_, *words, "".join(word[0] for word in words)))
    return names


def _stands_for(letters: str, look: Look) -> str:
    saying = look.profile.list_of("abbreviations").get(letters.lower())
    return f"{letters}: {saying.instead}" if saying and saying.instead else letters
