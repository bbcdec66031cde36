"""LA103: what is shown of a sentence."""

from __future__ import annotations

from pathlib import Path

from support.cases import asked, laid_over
from support.profiles import own_profile

LONG = "Lisa gets up with Mia at seven every day and sings."


def test_the_sentence_is_shown_with_its_number_of_words_and_where_it_starts(tmp_path: Path) -> None:
    profile = own_profile(tmp_path, "limits: {sentence_words: 8}")
    text = laid_over(f"map: {{working_well: {{strengths: [Short one. {LONG}]}}}}\n")
    (found,) = asked(text, "LA103", profile=profile).findings
    assert found.detail == f"11 words: {LONG}"
    line = text.splitlines()[found.place.line - 1]
    assert line[found.place.column - 1 :].startswith("Lisa gets up with Mia at")


def test_a_hard_part_shows_its_reading_age_and_its_hardest_sentences_first(tmp_path: Path) -> None:
    profile = own_profile(tmp_path, "limits: {reading_age: 7}")
    easy = " ".join(["Noah laughs at the dog."] * 8)
    hard = "Considerable organisational achievements characterise parental contributions."
    text = laid_over(f"map: {{working_well: {{strengths: [{easy}, {' '.join([hard] * 4)}]}}}}\n")
    (found,) = asked(text, "LA103", profile=profile).findings
    assert found.path[-2:] == (1, "what")
    assert found.detail.startswith("Reading age about ")
    assert f"Hardest: {hard} / " in found.detail
