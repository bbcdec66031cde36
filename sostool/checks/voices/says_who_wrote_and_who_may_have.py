"""VO102: a child's own words say who wrote them, that they were read back, and who may have them."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Voice
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.voices.childs_words import childrens_voices


@check("VO102", "childs-words-without-consent", "query")
def says_who_wrote_and_who_may_have(look: Look) -> Iterator[Found]:
    """A child's own words say who wrote them down, whether they were read back, and who may have them.

    What it checks
        A voice with a child's own words has `written_by`, `read_back` (true or false; not asked where the child
        wrote them) and `may_share`. What was only `observed` needs none of these.

    Why it matters
        The words are the child's. A child who was asked who may read them can speak freely, and one who was not may
        find them in a parent's hand. If the child wants nobody to have them, `may_share` lists only the child; a
        child's yes never lets a feared person have them.

    Fails
        voices:
          - {who: mia, date: 2026-03-10, how: three-houses, worries: [I hide on the stairs.]}

    Passes
        voices:
          - who: mia
            date: 2026-03-10
            how: three-houses
            worries: [I hide on the stairs.]
            written_by: priya
            read_back: true
            may_share: [lisa]

    Source
        What a worker writes is in exact words and read back (guidance on the Three Houses), and the child is asked
        before anybody else sees it (a law firm's page on the tool).
    """
    for _, voice in childrens_voices(look.case):
        missing = list(_missing(voice))
        if missing:
            yield Found(
                voice.path,
                "These words of a child do not say " + " or ".join(missing) + ".",
                "Add `written_by:`, `read_back:` and `may_share:`. Ask the child who may have them; if nobody, list "
                "only the child in `may_share:`.",
                also=(voice.path,),
            )


def _missing(voice: Voice) -> Iterator[str]:
    if not voice.written_by:
        yield "who wrote them down"
    if voice.read_back is None and (not voice.written_by or voice.written_by != voice.who):
        yield "whether they were read back"
    if not voice.may_share:
        yield "who may have them"
