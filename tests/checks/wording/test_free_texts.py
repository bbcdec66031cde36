"""Every free text that may reach a reader is found with its place; marks, contacts and the place of a meeting are not."""

from __future__ import annotations

from support.cases import england, laid_over, read

from sostool.checks.look import Look
from sostool.checks.wording.free_texts import free_texts

FRAGMENT = """\
language: en
meeting: {kind: mapping, date: 2026-03-17, time: "10:00", place: No place, why: A why., follows: no.yaml, languages: [Polish]}
people:
  mia: {name: Mia, role: child, disability: A disability., contact: {phone: "0", school: No school}}
  jo: {name: Jo, role: network, will: A will., must_not_see: {words_of: [mia], why: No why.}}
map:
  worried:
    past_harm: [{what: A harm., said_by: [jo, A source], impact: [{child: mia, what: An impact.}], withhold: {from: [jo], why: No reason.}}]
voices: [{who: mia, date: 2026-03-10, words: [One., Two.], how: A talk}]
protected: [{words: [No word], from: [jo]}]
held_by_chair: [{date: 2026-03-12, note: No note.}]
answers: [{check: DS104, at: map, reason: No answer., who: jo}]
"""


def made() -> Look:
    result = read(laid_over(FRAGMENT))
    assert result.case is not None
    assert result.findings == []
    return Look(result.case, england())


def test_each_free_text_is_found_with_its_place() -> None:
    found = {text.path: text.text for text in free_texts(made()).texts}
    assert found == {
        ("meeting", "why"): "A why.",
        ("meeting", "languages", 0): "Polish",
        ("people", "mia", "name"): "Mia",
        ("people", "mia", "disability"): "A disability.",
        ("people", "jo", "name"): "Jo",
        ("people", "jo", "will"): "A will.",
        ("map", "worried", "past_harm", 0, "what"): "A harm.",
        ("map", "worried", "past_harm", 0, "said_by", 1): "A source",
        ("map", "worried", "past_harm", 0, "impact", 0, "what"): "An impact.",
        ("voices", 0, "words", 0): "One.",
        ("voices", 0, "words", 1): "Two.",
        ("voices", 0, "how"): "A talk",
    }


def test_only_what_could_be_an_id_is_a_source() -> None:
    assert [text.text for text in free_texts(made()).texts if text.is_source] == ["A source"]


def test_a_place_in_all_of_them_leads_to_its_text() -> None:
    texts = free_texts(made())
    for wanted in texts.texts:
        place = texts.joined.index(wanted.text)
        text, start = texts.at(place)
        assert text.text.startswith(wanted.text)
        assert start == place
