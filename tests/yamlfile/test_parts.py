"""Parts: how they are declared, and what the reader makes of keys that do not fit."""

from __future__ import annotations

from typing import ClassVar

import pytest

from sostool.findings.finding import Finding
from sostool.yamlfile import key
from sostool.yamlfile.composer import compose
from sostool.yamlfile.parts import Part, all_keys
from sostool.yamlfile.reading import MOST_FINDINGS, Reading
from sostool.yamlfile.source import Source


class Mark(Part):
    """A mark of holding back."""

    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("from", "all_but"),)

    from_ = key.to_some("person", "From whom.", ["dean"], name="from", also=("everyone",))
    all_but = key.to_some("person", "For whom.", ["lisa"])


class Item(Part):
    """An item that may be a sentence."""

    short: ClassVar[str] = "what"

    what = key.text("What.", "Mia sleeps.")
    withhold = key.part(Mark, "Holds it back.", {"from": ["dean"]}, mark=True)


class Someone(Part):
    """Somebody."""

    refused: ClassVar[dict[str, str]] = {"withhold": "Hold back what is said of them."}
    id = ""

    name = key.text("A name.", "Mia")
    items = key.parts(Item, "What they do.", [{"what": "Mia sleeps."}])


class Whole(Part):
    """The file."""

    number = key.whole("A number.", 1, 9, 1, required=True)
    people = key.parts_by_id(Someone, ("everyone",), "x[0-9]", "The people.", {"mia": {"name": "Mia"}})
    items = key.parts(Item, "Items.", [{"what": "Mia sleeps."}])
    marks = key.parts(Mark, "Marks.", [{"from": ["dean"]}])
    labels = key.words("Labels.", {"worried": "Worries"}, "worried", "working_well")
    free = key.words("Names.", {"anything": "Anything"})


def read(text: str) -> tuple[Whole, list[Finding]]:
    root, troubles = compose(text)
    assert (troubles, root is None) == ([], False)
    reading = Reading(Source("whole.yaml", text, root))
    assert root is not None
    return Whole.read(root, (), reading), reading.findings


def told(text: str) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.place.line, finding.place.column) for finding in read(f"number: 1\n{text}\n")[1]]


def test_values_are_typed_and_the_rest_is_empty() -> None:
    whole, findings = read("number: 3\nitems: [Mia sleeps., {what: Noah eats.}]\npeople: {mia: {name: Mia}, noah: }\n")
    assert findings == []
    assert whole.number == 3
    assert [item.what for item in whole.items] == ["Mia sleeps.", "Noah eats."]
    assert {id_: (one.id, one.name) for id_, one in whole.people.items()} == {
        "mia": ("mia", "Mia"),
        "noah": ("noah", ""),
    }
    assert (whole.marks, whole.labels, whole.items[0].withhold) == ((), {}, None)
    assert (whole.has("items"), whole.has("marks")) == (True, False)
    assert whole.people["mia"].at("name") == ("people", "mia", "name")


def test_a_single_item_stands_for_a_list() -> None:
    assert [item.what for item in read("number: 1\nitems: Mia sleeps.\n")[0].items] == ["Mia sleeps."]
    assert [item.what for item in read("number: 1\nitems: {what: Mia sleeps.}\n")[0].items] == ["Mia sleeps."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("itms: []", [("CF101", 2, 1)]),
        ("items: {waht: x}", [("CF101", 2, 9)]),
        ("items: {zebra: x}", [("CF101", 2, 9)]),
        ("items: {what: Mia, and Noah}", [("YA104", 2, 20)]),
        ("items: {what:Mia}", [("YA104", 2, 9)]),
        ("items:\n  -what: Mia", [("YA104", 3, 3)]),
        ("items:\n  -Mia sleeps\n  -Noah eats", [("YA104", 3, 3)]),
        ("items: [what:Mia]", [("YA104", 2, 9)]),
        ("items:\n  - Mum said: stop", [("CF101", 3, 5)]),
        ("items: [[x]]", [("CF102", 2, 9)]),
        ("items: {what: [x]}", [("CF102", 2, 15)]),
        ("items: {what: x, what: y}", [("YA108", 2, 18)]),
        ("items: {what: x, <<: {a: b}}", [("YA106", 2, 18)]),
        ("items: {[a]: b}", [("CF110", 2, 9)]),
        ("zebra: {a: b, a: c}", [("CF101", 2, 1), ("YA108", 2, 15)]),
        ("items: {what: {a: b, a: c}}", [("YA108", 2, 22), ("CF102", 2, 15)]),
        ("people: {mia: {withhold: {from: everyone}}}", [("CF101", 2, 16)]),
        ("people: {Mia: {name: x}}", [("CF110", 2, 10)]),
        ("people: {everyone: {name: x}}", [("CF110", 2, 10)]),
        ("people: {x3: {name: x}}", [("CF110", 2, 10)]),
        ("people: {mia: {name: x}, mia: {nam: y}}", [("YA108", 2, 26), ("CF101", 2, 32)]),
        ("people: [mia]", [("CF102", 2, 9)]),
        ("people: {mia: Mia}", [("CF102", 2, 15)]),
        ("items: {what: x, withhold: }", [("CF111", 2, 18)]),
        ("items: {what: x, withhold: {}}", [("CF111", 2, 18)]),
        ("items: {what: x, withhold: {from: []}}", [("CF111", 2, 18)]),
        ("items: {what: x, withhold: {from: [dean, ~]}}", [("CF111", 2, 42)]),
        ('items: {what: x, withhold: {from: [dean, " "]}}', [("CF111", 2, 42)]),
        ("items: {what: x, withhold: {from: [~]}}", [("CF111", 2, 36)]),
        ("items: {what: x, withhold: true}", [("CF102", 2, 28)]),
        ("items: {what: x, withhold: {from: [[dean]]}}", [("CF102", 2, 36)]),
        ("marks: []", [("CF111", 2, 8)]),
        ("marks: [~]", [("CF111", 2, 9)]),
        ("marks:", [("CF111", 2, 1)]),
        ("labels: {worrid: x}", [("CF101", 2, 10)]),
        ("labels: {worried: [x]}", [("CF102", 2, 19)]),
        ("labels: x", [("CF102", 2, 9)]),
        ("free: {a: x, a: y}", [("YA108", 2, 14)]),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(text: str, wanted: list[tuple[str, int, int]]) -> None:
    assert sorted(told(text)) == sorted(wanted)


def test_words_of_the_writers_choosing() -> None:
    whole, findings = read("number: 1\nlabels: {worried: Worries}\nfree: {a: x, b: y}\n")
    assert (findings, whole.labels, whole.free) == ([], {"worried": "Worries"}, {"a": "x", "b": "y"})


def test_a_required_key_is_missed_once() -> None:
    for text, place in (("items: []", (1, 1)), ("number:", (1, 8)), ("number: ~", (1, 9))):
        (finding,) = read(f"{text}\n")[1]
        assert (finding.code, finding.place.line, finding.place.column) == ("CF109", *place)
    (finding,) = read("number: many\n")[1]
    assert finding.code == "CF102"


def test_the_keys_of_all_parts() -> None:
    assert all_keys(Whole) == {"number", "people", "items", "marks", "labels", "free", "name", "what", "withhold"} | {
        "from",
        "all_but",
    }


def test_a_key_may_not_hide_what_every_part_has() -> None:
    with pytest.raises(TypeError, match="hides what every part has"):

        class Wrong(Part):
            at = key.text("A key of this name needs another attribute.", "x")  # type: ignore[assignment]


def test_no_more_is_told_than_anybody_reads() -> None:
    findings = read("number: 1\n" + "zebra: 1\n" * (MOST_FINDINGS * 2))[1]
    assert len(findings) == MOST_FINDINGS


def test_depth_is_limited_in_what_nobody_knows_too() -> None:
    assert told(f"zebra: {'[' * 19}{']' * 19}") == [("CF101", 2, 1)]
    assert {code for code, _, _ in told(f"zebra: {'[' * 25}{']' * 25}")} == {"CF101", "YA109"}
    assert {code for code, _, _ in told(f"items: {'[' * 25}{']' * 25}")} == {"YA109"}
