"""Voices: anybody's own exact words, and who may have them."""

from __future__ import annotations

from sostool.case.model.marks import Marked
from sostool.yamlfile import key


class Voice(Marked):
    """Somebody's own words, exactly as they said them.

    Without may_share only the chair, practitioners and they themselves get them.
    """

    who = key.to("person", "Whose words these are.", "mia")
    date = key.day("When they said them.", "2026-03-10")
    how = key.text("How they were asked: three houses, a form, a talk, a drawing.", "three-houses")
    worries = key.texts("What they worry about, word for word.", ["I hide on the stairs."])
    good_things = key.texts("What is good, word for word.", ["Aunt Jo makes pancakes."])
    dreams = key.texts("What they wish for, word for word.", ["Mum and Dad are friends and nobody shouts."])
    words = key.texts("Anything else they said, word for word.", ["I want to stay with Nan on Fridays."])
    observed = key.text(
        "For a baby or a child who does not talk: what people saw.", "A door slammed, and he cried and crawled to Lisa."
    )
    not_asked = key.text("Why they were not asked.", "Noah is four weeks old; Priya watched him with Lisa instead.")
    written_by = key.to("person", "Who wrote the words down.", "mia")
    read_back = key.yes_no("Whether the words were read back to them.")
    present = key.to_some("person", "Who else was there.", ["cole"], free_text=True)
    may_share = key.to_some("person", "Who may have these words, by id. Never “everyone”.", ["lisa"])
    language = key.text("The language they were said in, as a two-letter code.", "pl")
