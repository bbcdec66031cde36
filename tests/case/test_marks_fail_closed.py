"""A slip in a mark of holding back is always an error: never does the item count as not held back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sostool.case.read import read_case

# Every mark, with every key inside it that says whom or what it is about. Each line is one, so that it can be replaced.
CASE = """\
sostool: 1
reference: EX-0042
meeting: {kind: mapping, date: 2026-03-17}
people:
  mia: {name: Mia, role: child}
  noah:
    name: Noah
    role: child
    subject: false
  lisa:
    name: Lisa
    role: parent
    contact:
      phone: 07700 900123
      may_share: [mia]
  dean:
    name: Dean
    role: parent
    must_not_see:
      words_of: [lisa, mia]
      agreed_by: lisa
map:
  worried:
    complicating:
      - what: Lisa has been ill.
        about: [lisa]
        sensitive: true
      - what: Lisa texted Jo.
        withhold:
          from: [dean]
          agreed_by: lisa
      - what: Jo fetched Mia.
        withhold:
          all_but: [lisa]
      - what: Lisa told Dean.
        cleared:
          for: [dean]
          by: lisa
protected:
  - words: [Fern Court]
    from: [dean]
voices:
  - who: mia
    worries: [I hide on the stairs.]
    may_share: [lisa]
agency_reports:
  - from: Surrey Police
    may_share: [lisa]
"""
LINES = CASE.splitlines()
MARKS = [
    "withhold",
    "from",
    "all_but",
    "must_not_see",
    "words_of",
    "protected",
    "words",
    "sensitive",
    "may_share",
    "subject",
    "cleared",
    "for",
]
LOOK_ALIKES = {
    "a": "а",
    "e": "е",
    "o": "о",
    "c": "с",
    "s": "ѕ",
    "i": "і",
    "p": "р",
    "y": "у",
    "h": "һ",
    "l": "1",
    "_": "-",
}


def lines_with(mark: str) -> list[int]:
    return [at for at, line in enumerate(LINES) if line.removeprefix("  - ").strip().startswith(f"{mark}:")]


def misspelt(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + letter + word[at:]
        yield word[:at] + letter.upper() + word[at + 1 :]
        if at:
            yield word[: at - 1] + letter + word[at - 1] + word[at + 1 :]
        if letter in LOOK_ALIKES:
            yield word[:at] + LOOK_ALIKES[letter] + word[at + 1 :]
    yield from (
        word.upper(),
        word.title(),
        word + "s",
        word.removesuffix("s") + "es",
        word + "?",
        f'"{word} "',
        f'" {word}"',
    )
    yield from (
        word + "\u00a0",
        word + "\u200b",
        "\ufeff" + word,
        f"-{word}",
        f"#{word}",
        word.replace("_", " "),
        word + ":",
    )


KEYS = [
    pytest.param(at, mark, wrong, id=f"{at + 1}-{wrong!r}")
    for mark in MARKS
    for at in lines_with(mark)
    for wrong in dict.fromkeys(misspelt(mark))
    if wrong != mark
]


def test_the_case_is_sound_and_every_mark_is_in_it() -> None:
    read = read_case(CASE.encode(), "case.yaml")
    assert read.findings == []
    assert all(lines_with(mark) for mark in MARKS)
    assert len(KEYS) > 500


@pytest.mark.parametrize(("at", "mark", "wrong"), KEYS)
def test_a_misspelt_mark_is_an_error(at: int, mark: str, wrong: str) -> None:
    text = "\n".join([*LINES[:at], LINES[at].replace(f"{mark}:", f"{wrong}:", 1), *LINES[at + 1 :], ""])
    if wrong.startswith("#"):
        # A mark after a # is switched off on purpose; what is left under it is an error, or what it was in is.
        pytest.skip("a comment")
    findings = read_case(text.encode(), "case.yaml").findings
    assert any(finding.severity == "error" and abs(finding.place.line - at - 1) <= 2 for finding in findings), findings


ODD = [
    "yes",
    "Y",
    "no",
    "1",
    "0",
    '"true"',
    '"false"',
    "'true'",
    "True",
    "FALSE",
    "on",
    "off",
    "true # why",
    "tru",
    "null",
    "~",
    "",
    '""',
    '" "',
    "[]",
    "{}",
    "[true]",
    "{true: true}",
    "[~]",
    "[null]",
    '[""]',
    "[dean, ]x",
    "everybody",
    "Dean",
    "all",
    "[all]",
    "[everyone, ~]",
    "{from: }",
    "{from: []}",
    "{from: [~]}",
    "{from: everybody}",
    "{form: dean}",
    "{from: [dean, ~]}",
    "deam",
]
# What says something after all, for each mark: these values are not odd for it.
SOUND = {
    "subject": {"true # why"},
    "sensitive": {"true # why"},
    "words": {
        "yes",
        "Y",
        "no",
        "1",
        "0",
        '"true"',
        '"false"',
        "'true'",
        "True",
        "FALSE",
        "on",
        "off",
        "true # why",
        "tru",
    }
    | {"[true]", "everybody", "Dean", "all", "[all]", "deam"},
    "cleared": {"{}", "[]x"},
    # Nobody named is nobody told.
    "may_share": {"null", "~", "", "[]", "[~]", "[null]"},
    "for": {"null", "~", "", "[]", "[~]", "[null]"},
}


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("mark", MARKS)
def test_an_odd_value_is_an_error(mark: str, value: str) -> None:
    if value in SOUND.get(mark, set()):
        pytest.skip("this says something")
    for at in lines_with(mark):
        if mark == "from" and "Surrey Police" in LINES[at]:
            continue
        head = LINES[at].partition(":")[0]
        text = "\n".join([*LINES[:at], f"{head}: {value}", *LINES[end_of_part(at) :], ""])
        findings = read_case(text.encode(), "case.yaml").findings
        assert any(finding.severity == "error" for finding in findings), text


def end_of_part(at: int) -> int:
    """Give the position of the line behind what stands under a key."""
    indent = len(LINES[at]) - len(LINES[at].lstrip(" -"))
    under = at + 1
    while under < len(LINES) and len(LINES[under]) - len(LINES[under].lstrip(" ")) > indent:
        under += 1
    return under


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_stands_twice_is_an_error(mark: str) -> None:
    for at in lines_with(mark):
        part = [
            line.replace("  - ", "    ", 1) if line.startswith("  - ") else line for line in LINES[at : end_of_part(at)]
        ]
        text = "\n".join([*LINES[: end_of_part(at)], *part, *LINES[end_of_part(at) :], ""])
        assert "YA108" in {finding.code for finding in read_case(text.encode(), "case.yaml").findings}


@pytest.mark.parametrize(
    "text",
    [
        "withhold: {from: [dean]}",
        "withhold:{from: [dean]}",
        "sensitive: true",
        "sensitive:true",
        "may_share: [lisa]",
        "must_not_see: {words_of: [lisa]}",
        "- withhold: {from: [dean]}",
    ],
)
@pytest.mark.parametrize("block", ["|", ">", ">-", "|+", ""])
def test_a_mark_swallowed_by_the_text_above_it_is_an_error(text: str, block: str) -> None:
    start = f"      - what: {block}\n          Lisa texted Jo.\n" if block else "      - what: Lisa texted Jo.\n"
    case = CASE.replace("      - what: Lisa texted Jo.\n", f"{start}          {text}\n")
    findings = read_case(case.encode(), "case.yaml").findings
    assert any(finding.severity == "error" for finding in findings)


@pytest.mark.parametrize(
    "text", ["Subject: Mia", "protected: she is", "cleared up", "sensitive: very", "see: the note"]
)
def test_what_only_looks_like_a_mark_stays_text(text: str) -> None:
    case = CASE.replace(
        "      - what: Lisa texted Jo.\n", f"      - what: |\n          Lisa wrote:\n          {text}\n"
    )
    assert read_case(case.encode(), "case.yaml").findings == []


@pytest.mark.parametrize("mark", ["withhold: {from: [dean]}", "sensitive: true", "cleared: {for: [dean]}"])
@pytest.mark.parametrize("where", ["    contact: {phone: 1}\n", "    must_not_see: {words_of: [lisa]}\n"])
def test_a_mark_where_none_can_stand_is_an_error(mark: str, where: str) -> None:
    inside = where.replace("}\n", f", {mark}}}\n")
    case = CASE.replace("    subject: false\n", f"    subject: false\n{inside}")
    assert "CF101" in {finding.code for finding in read_case(case.encode(), "case.yaml").findings}
