"""LA102: a word from the plain-language list, with what to say instead."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.language.labels import is_asked_as_label
from sostool.checks.look import Heard, Look, quoted_with_advice


@check("LA102", "word-families-would-not-use", "advice")
def uses_everyday_words(look: Look) -> Iterator[Found]:
    """The text uses words that the family would use.

    What it checks
        Words and phrases of the profile's list `plain`, such as “siblings”, “placement” or “non-compliant”. Each
        is told of once, at its first place, with what to say instead. Labels in statements and past harm are asked
        about by DS107. Own words and quotations are left alone, and
        so are files in other languages than English. A team adds and removes entries in its profile.

    Why it matters
        “Brothers and sisters” and “siblings” say the same, but only one of them is said at a kitchen table. A
        child may read this page one day, and so may a mum tonight who is too ashamed to ask what a word means.

    Fails
        map:
          working_well:
            strengths: [Mia gets on well with her peers.]

    Passes
        map:
          working_well:
            strengths: [Mia has two good friends at school.]

    Source
        Published lists of words that young people and families asked not to be used (a fostering charity's list,
        councils' guides, a conference of social workers). Each entry of the list names its own.
    """
    told: set[str] = set()
    for heard in look.heard("plain"):
        instead = _instead(look, heard)
        # Different words for the same thing are mended together.
        same = instead or heard.saying.say.lower()
        if same not in told and not is_asked_as_label(look, heard.passage, heard.saying.say):
            told.add(same)
            yield Found(
                heard.passage.path,
                "A word stands here that families do not use, or do not like.",
                "Say it as you would say it to the family, here and wherever else it stands.",
                detail=quoted_with_advice(heard.words, instead),
                words=heard.words,
            )


def _instead(look: Look, heard: Heard) -> str:
    if heard.saying.instead:
        return heard.saying.instead
    candidate = look.profile.list_of("plain-unsourced").get(heard.saying.say.lower())
    return candidate.instead if candidate else ""
