"""Something is added to a case file: every byte outside it stays, and the file says what it said, and what was added."""

from __future__ import annotations

import codecs
import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from adding.layouts import TEXTS, Draw, Writer
from sostool.adding.adding import Added, HasErrorsError, NotSoundError, TooLargeError, add, as_it_is
from sostool.adding.addition import Addition, CannotAddError
from sostool.case.read import read_case
from sostool.mend.edits import edited
from sostool.yamlfile.reading import is_missing
from sostool.yamlfile.writing import OneLine

HEAD = "sostool: 1\nreference: EX-1\nmeeting: {kind: mapping, date: 2026-03-17}\npeople:\n  mia: {name: Mia, role: child}\n"
STEPS = ("map", "needs_to_happen", "next_steps")
RATINGS = ("dangers", 0, "scale", "ratings")
STEP = Addition(STEPS, {"what": "Priya meets Lisa.", "who": ["mia"], "due": dt.date(2026, 3, 20)}, is_entry=True)
NUMBER = Addition(RATINGS, OneLine({"who": "mia", "date": dt.date(2026, 3, 10), "score": 4}), is_entry=True)


def added(text: str, *additions: Addition, head: str = HEAD) -> str:
    """Add to a file that goes on like this after its first lines, and give how it goes on then."""
    data = (head + text).encode()
    one = as_it_is(data, "case.yaml")
    for addition in additions:
        one = add(one, addition)
    assert edited(one.text, one.edits).encode() == one.after
    after = one.after.decode()
    assert after.startswith(head)
    return after[len(head) :]


def plain(node: Node | None) -> Any:
    """Give what a file says as plain data, where nothing and an empty list are the same."""
    if isinstance(node, MappingNode):
        return {key.value: plain(value) for key, value in node.value} or None
    if isinstance(node, SequenceNode):
        return [plain(one) for one in node.value] or None
    assert isinstance(node, ScalarNode)
    return None if is_missing(node) else node.value


def says(added_: Added) -> Any:
    return plain(added_.read.source.root)


def as_read(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_read(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def expected(data: Any, addition: Addition) -> Any:
    """Put an addition into plain data, by other means than the program."""
    *steps, last = addition.path
    here = data
    for step, following in zip(steps, addition.path[1:], strict=True):
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) else here
        else:
            if here.get(step) is None:
                here[step] = [] if isinstance(following, int) else {}
            here = here[step]
    value = as_read(addition.value)
    if not addition.is_entry:
        here[last] = value
    elif here.get(last) is None:
        here[last] = [value]
    else:
        here[last] = [*(here[last] if isinstance(here[last], list) else [here[last]]), value]
    return data


def outside(added_: Added) -> None:
    """Nothing is taken out but what said that there is nothing."""
    text = added_.text
    for edit in added_.edits:
        assert "".join(text[edit.start : edit.end].split()) in ("", "~", "null", "[]", "{}"), edit


class TestListsInLines:
    def test_the_entry_is_the_last_one(self) -> None:
        text = "map:\n  needs_to_happen:\n    next_steps:\n      - what: First.  # note\n        who: [mia]\n"
        assert added(text, STEP) == (
            text + "      - what: Priya meets Lisa.\n        who: [mia]\n        due: 2026-03-20\n"
        )

    def test_dashes_and_what_follows_them_stand_as_the_others_do(self) -> None:
        text = "map:\n    needs_to_happen:\n        next_steps:\n        -   what: First.\n"
        assert added(text, STEP, STEP) == text + 2 * (
            "        -   what: Priya meets Lisa.\n            who: [mia]\n            due: 2026-03-20\n"
        )

    def test_what_stands_apart_stays_apart(self) -> None:
        text = "map:\n  needs_to_happen:\n    next_steps:\n      - First.\n\n      - Second.\n\n# Words\nvoices: []\n"
        assert added(text, STEP) == text.replace(
            "Second.\n",
            "Second.\n\n      - what: Priya meets Lisa.\n        who: [mia]\n        due: 2026-03-20\n",
        )

    def test_comments_further_in_belong_to_what_stands_above_them(self) -> None:
        text = "map:\n  needs_to_happen:\n    next_steps:\n      - what: First.\n        # about the first\n      # about all\n"
        assert added(text, STEP) == text.replace(
            "      # about all\n",
            "      - what: Priya meets Lisa.\n        who: [mia]\n        due: 2026-03-20\n      # about all\n",
        )

    def test_in_brackets_where_the_last_one_is_and_it_fits(self) -> None:
        text = "dangers:\n  - id: x\n    scale:\n      ratings:\n        - {who: mia, score: 3}  # note\n"
        assert added(text, NUMBER) == text + "        - {who: mia, date: 2026-03-10, score: 4}\n"

    def test_in_lines_where_the_last_one_is(self) -> None:
        text = "dangers:\n  - id: x\n    scale:\n      ratings:\n        - who: mia\n          score: 3\n"
        assert added(text, NUMBER) == (text + "        - who: mia\n          date: 2026-03-10\n          score: 4\n")

    def test_in_lines_where_it_would_be_too_long_in_brackets(self) -> None:
        text = "dangers:\n  - id: x\n    scale:\n      ratings:\n        - {who: mia, score: 3}\n"
        long = NUMBER._replace(value=OneLine({"who": "mia", "score": 4, "reason": "It is quiet now. " * 6 + "Yes."}))
        assert added(text, long) == text + (
            "        - who: mia\n          score: 4\n          reason: |-\n            "
            + "It is quiet now. " * 6
            + "Yes.\n"
        )

    def test_a_text_of_several_lines_is_a_block(self) -> None:
        text = "map:\n  needs_to_happen:\n    next_steps:\n      - First.\n"
        two = STEP._replace(value={"what": "One:\n\n- two", "who": ["mia"]})
        assert added(text, two) == (text + "      - what: |-\n          One:\n\n          - two\n        who: [mia]\n")

    @pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# end", "\n  # end"])
    def test_at_the_end_of_a_file_with_or_without_a_line_end(self, end: str) -> None:
        text = "core_groups:\n- what: First."
        entry = Addition(("core_groups",), {"what": "Second."}, is_entry=True)
        after = added(text + end, entry)
        line = "\n- what: Second."
        assert after == (text + line + end if not end.endswith("# end") or "  #" not in end else text + end + line)

    def test_a_block_at_the_end_of_a_file_without_line_end_stays_the_text_that_it_is(self) -> None:
        entry = Addition(("core_groups",), {"what": "Second."}, is_entry=True)
        assert (
            added("core_groups:\n- what: |\n    First.", entry)
            == "core_groups:\n- what: |-\n    First.\n- what: Second."
        )
        assert added("core_groups:\n- what: >-  # c\n    First.", entry) == (
            "core_groups:\n- what: >-  # c\n    First.\n- what: Second."
        )
        with pytest.raises(CannotAddError, match="ends with the file"):
            added("core_groups:\n- what: |+\n    First.", entry)

    def test_empty_lines_that_belong_to_a_text_stay_in_it(self) -> None:
        text = "core_groups:\n- what: |+\n    First.\n\n\nshared: []\n"
        entry = Addition(("core_groups",), {"what": "Second."}, is_entry=True)
        assert added(text, entry) == text.replace("shared", "- what: Second.\nshared")

    def test_so_do_lines_of_spaces_that_belong_to_it(self) -> None:
        text = "core_groups:\n- what: |\n    First.\n      \n\nshared: []\n"
        entry = Addition(("core_groups",), {"what": "Second."}, is_entry=True)
        assert added(text, entry) == text.replace("\n\nshared", "\n- what: Second.\n\nshared")

    def test_an_entry_left_empty_stays_empty(self) -> None:
        text = "core_groups:\n  -\n  - \n"
        entry = Addition(("core_groups",), {"what": "Second."}, is_entry=True)
        assert added(text, entry) == text + "  - what: Second.\n"

    def test_line_ends_of_windows(self) -> None:
        text = "core_groups:\r\n- what: First.\r\n"
        head = HEAD.replace("\n", "\r\n")
        entry = Addition(("core_groups",), {"what": "Two\nlines"}, is_entry=True)
        assert added(text, entry, head=head) == text + "- what: |-\r\n    Two\r\n    lines\r\n"


class TestListsInBrackets:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("[]", "\n  - what: x"),
            ("[{what: a}]", " [{what: a}, {what: x}]"),
            ("[ {what: a} ]", " [ {what: a}, {what: x} ]"),
            ("[{what: a},]", " [{what: a}, {what: x},]"),
            ("[a, b]  # note", " [a, b, {what: x}]  # note"),
            ("[{what: a},\n  {what: b}]", " [{what: a},\n  {what: b}, {what: x}]"),
            ("[\n  {what: a},\n  {what: b}\n  ]", " [\n  {what: a},\n  {what: b},\n  {what: x}\n  ]"),
            (
                "[\n  {what: a},  # one\n  {what: b},  # two\n  ]",
                " [\n  {what: a},  # one\n  {what: b},  # two\n  {what: x},\n  ]",
            ),
            ("[\n  {what: a}  # one\n  ]", " [\n  {what: a},  # one\n  {what: x}\n  ]"),
            ("[\n  # one day\n  ]", " [{what: x}\n  # one day\n  ]"),
            ("{what: a}", " \n  - {what: a}\n  - {what: x}"),
            ("Met, at last", " \n  - Met, at last\n  - what: x"),
        ],
    )
    def test_the_entry_goes_between_them(self, before: str, after: str) -> None:
        entry = Addition(("core_groups",), {"what": "x"}, is_entry=True)
        assert added(f"core_groups: {before}\n", entry) == f"core_groups:{after}\n"

    def test_inside_other_brackets(self) -> None:
        text = "dangers: [{id: x, scale: {ten: y, ratings: {who: mia, score: 3}}}]\n"
        assert added(text, NUMBER, NUMBER) == (
            "dangers: [{id: x, scale: {ten: y, ratings: [{who: mia, score: 3}, {who: mia, date: 2026-03-10, score: 4},"
            " {who: mia, date: 2026-03-10, score: 4}]}}]\n"
        )

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("{id: x}", "{id: x, scale: {ratings: [N]}}"),
            ("{id: x, }", "{id: x, scale: {ratings: [N]}, }"),
            ("{id: x, scale: }", "{id: x, scale: {ratings: [N]} }"),
            ("{id: x, scale: {}}", "{id: x, scale: {ratings: [N]}}"),
            ("{id: x, scale}", "{id: x, scale: {ratings: [N]}}"),
            ("{id: x, scale: {ratings: []}}", "{id: x, scale: {ratings: [N]}}"),
            ("{id: x, scale: {ratings: null, direction: ten-is-safe}}", None),
        ],
    )
    def test_what_is_missing_above_is_made(self, before: str, after: str | None) -> None:
        number = "{who: mia, date: 2026-03-10, score: 4}"
        found = added(f"dangers:\n  - {before}\n", NUMBER)
        expected_ = after.replace("N", number) if after else before.replace("null", f"[{number}]")
        assert found == f"dangers:\n  - {expected_}\n"


class TestWhatIsMissing:
    def test_a_key_goes_where_the_model_has_it_with_the_files_own_indents(self) -> None:
        text = "map:\n    worried:\n        past_harm:\n        - x\n\ndangers:\n- id: y\n  statement: z\n"
        assert added(text, STEP, NUMBER) == (
            "map:\n    worried:\n        past_harm:\n        - x\n"
            "    needs_to_happen:\n        next_steps:\n        - what: Priya meets Lisa.\n          who: [mia]\n"
            "          due: 2026-03-20\n"
            "\ndangers:\n- id: y\n  statement: z\n"
            "  scale:\n      ratings:\n      - {who: mia, date: 2026-03-10, score: 4}\n"
        )

    def test_before_the_first_key_where_that_is_its_place(self) -> None:
        text = "map:\n  needs_to_happen:\n    next_steps: []\n"
        entry = Addition(("map", "worried", "past_harm"), {"what": "x"}, is_entry=True)
        assert added(text, entry) == (
            "map:\n  worried:\n    past_harm:\n      - what: x\n  needs_to_happen:\n    next_steps: []\n"
        )

    @pytest.mark.parametrize("empty", ["", " ~", " null", " []"])
    def test_after_a_key_that_has_nothing(self, empty: str) -> None:
        text = f"dangers:\n  - id: x\n    scale:\n      ratings:{empty}  # none\n      # below\n"
        number = "        - {who: mia, date: 2026-03-10, score: 4}\n"
        assert added(text, NUMBER) == (
            f"dangers:\n  - id: x\n    scale:\n      ratings:  # none\n{number}      # below\n"
        )

    def test_a_short_text_a_long_one_and_one_with_a_colon(self) -> None:
        head = "sostool: 1\nreference: EX-1\nmeeting:\n  kind: mapping\n  date: 2026-03-17\n"
        why = ("meeting", "why")
        assert added("  why: # c\n", Addition(why, "Police came."), head=head) == "  why: Police came. # c\n"
        assert added("  why: # c\n", Addition(why, "One\ntwo"), head=head) == "  why: |- # c\n    One\n    two\n"
        assert added("", Addition(why, "So: we meet"), head=head) == "  why: 'So: we meet'\n"
        assert added("  why:", Addition(why, "One\ntwo"), head=head) == "  why: |-\n    One\n    two"

    def test_a_comment_that_a_block_would_swallow_stays_a_comment(self) -> None:
        head = "sostool: 1\nreference: EX-1\nmeeting:\n  kind: mapping\n  date: 2026-03-17\n"
        text = "  why:\n\n      # Why do we meet?\nlanguage: en\n"
        after = added(text, Addition(("meeting", "why"), "One\ntwo"), head=head)
        assert after == '  why: "One\\ntwo"\n\n      # Why do we meet?\nlanguage: en\n'

    def test_a_comment_that_a_block_would_not_swallow_stays_below_it(self) -> None:
        head = "sostool: 1\nreference: EX-1\nmeeting:\n  kind: mapping\n  date: 2026-03-17\n"
        after = added("  why:\n   # Why?\n", Addition(("meeting", "why"), "One\ntwo"), head=head)
        assert after == "  why: |-\n    One\n    two\n   # Why?\n"

    def test_a_person_goes_last_in_the_manner_of_the_last_one(self) -> None:
        person = {"name": "Aunt Jo", "role": "network"}
        jo = Addition(("people", "jo"), person)
        assert added("", jo) == "  jo: {name: Aunt Jo, role: network}\n"
        text = "\n  noah:\n    name: Noah\n    role: child\n\nmap: {}\n"
        assert added(text, jo) == text.replace("\nmap", "\n  jo:\n    name: Aunt Jo\n    role: network\n\nmap")

    def test_a_section_stands_apart_where_sections_do(self) -> None:
        head = HEAD.replace("\npeople", "\n\npeople")
        entry = Addition(("core_groups",), {"what": "x"}, is_entry=True)
        assert added("\n# Answers\nanswers: []\n", entry, head=head) == (
            "\ncore_groups:\n  - what: x\n\n# Answers\nanswers: []\n"
        )


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "addition"),
        [
            ("dangers: [id: x]\n", NUMBER),
            ("dangers:\n  - id: x\n    goal: Dean is calm.\n", Addition(("dangers", 0, "goal", "how_long"), "a year")),
            ("dangers:\n  - id: x\n", Addition(("dangers", 0, "id"), "y")),
            ("language: en\n", Addition(("dangers", 3, "goal", "how_long"), "a year")),
        ],
    )
    def test_where_it_cannot_be_added_by_position(self, text: str, addition: Addition) -> None:
        with pytest.raises(CannotAddError):
            added(text, addition)

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"\xff\xfea", "YA101"),
            (b"a: [", "YA104"),
            (b"language: en\nlanguage: pl\n", "YA108"),
            (b"", "YA110"),
            (b"- a\n", "CF102"),
            (HEAD.encode() + b"core_groups: [&a x, *a]\n", "YA106"),
            (HEAD.encode() + b"core_groups:\n  - what: Dean said: stop\n", "YA104"),
        ],
    )
    def test_a_file_with_errors_of_its_text(self, data: bytes, code: str) -> None:
        with pytest.raises(HasErrorsError) as refused:
            as_it_is(data, "case.yaml")
        assert refused.value.finding.code == code

    def test_other_errors_stay_where_they_are(self) -> None:
        text = "map: {worried: {past_harm: [{what: x, said_by: [mai], children: [nobody]}]}}\ncore_groups: []\n"
        assert "- what: x" in added(text, Addition(("core_groups",), {"what": "x"}, is_entry=True))

    @pytest.mark.parametrize(
        "value",
        [{"what": "x", "who": ["nobody"]}, {"what": "x", "due": "tomorrow"}, {"whta": "x"}, {"what": "\x1b[31m"}],
    )
    def test_what_would_be_an_error(self, value: Any) -> None:
        with pytest.raises((NotSoundError, CannotAddError)):
            added("", Addition(STEPS, value, is_entry=True))

    def test_a_file_that_would_be_too_large(self) -> None:
        filler = "# " + "x" * 97 + "\n"
        text = filler * ((1_000_000 - len(HEAD)) // 100)
        with pytest.raises(TooLargeError):
            added(text, STEP)

    def test_a_large_file_that_is_not(self) -> None:
        steps = "".join(
            f"      - what: Priya meets Lisa {number} times.\n        who: [mia]\n" for number in range(15_000)
        )
        text = "map:\n  needs_to_happen:\n    next_steps:\n" + steps
        assert 900_000 < len(text) < 1_000_000
        assert added(text, STEP).startswith(text + "      - what: Priya meets Lisa.\n")


@st.composite
def files(draw: Draw) -> bytes:
    """A family, parts of it there, empty or missing, written in any way."""
    texts = TEXTS

    def maybe(value: Any) -> Any:
        return draw(st.sampled_from([value, value, None, ...]))

    def several(*entries: Any) -> Any:
        return draw(st.sampled_from([list(entries), list(entries[:1]), entries[0], [], None, ...]))

    def kept(data: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in data.items() if value is not ...}

    ratings = several({"who": "mia", "score": 4, "reason": draw(texts)}, {"who": "lisa", "would_not_say": True})
    scale = kept({"ten": maybe(draw(texts)), "ratings": ratings})
    danger = kept(
        {"id": "x", "statement": maybe(draw(texts)), "goal": maybe({"statement": draw(texts)}), "scale": maybe(scale)}
    )
    steps = several({"what": draw(texts), "who": ["lisa"]}, draw(texts), {"what": draw(texts)})
    data = kept(
        {
            "sostool": 1,
            "reference": "EX-1",
            "meeting": kept({"kind": "mapping", "date": "2026-03-17", "why": maybe(draw(texts))}),
            "people": {"mia": {"name": draw(texts), "role": "child"}, "lisa": {"role": "parent"}},
            "map": maybe(kept({"needs_to_happen": maybe(kept({"next_steps": steps}))})),
            "dangers": draw(st.sampled_from([[danger], [danger], danger])),
            "voices": several(
                kept({"who": "mia", "worries": several(draw(texts), draw(texts))}),
                {"who": "lisa", "words": draw(texts)},
            ),
            "core_groups": several({"what": draw(texts)}, {"date": "2026-03-27"}),
            "outcome": maybe(kept({"attended": several("lisa", "mia"), "summary": maybe(draw(texts))})),
            "answers": several({"check": "DS104", "at": "dangers.x", "reason": draw(texts)}),
        }
    )
    return Writer(draw).file(data)


@st.composite
def additions(draw: Draw) -> Addition:
    text, day = draw(TEXTS), dt.date(2026, 3, 20)
    one_line = draw(st.sampled_from([OneLine, dict]))
    return draw(
        st.sampled_from(
            [
                Addition(RATINGS, one_line({"who": "lisa", "date": day, "score": 4.5, "reason": text}), is_entry=True),
                Addition(STEPS, {"what": text, "who": ["mia", "lisa"], "due": day}, is_entry=True),
                Addition(STEPS, text, is_entry=True),
                Addition(("voices",), {"who": "mia", "worries": [text, "x"], "read_back": True}, is_entry=True),
                Addition(("core_groups",), one_line({"date": day, "attended": ["lisa"], "what": text}), is_entry=True),
                Addition(("outcome", "attended"), "lisa", is_entry=True),
                Addition(("outcome", "decisions"), {"child": "mia", "reasons": text}, is_entry=True),
                Addition(("answers",), {"check": "SC105", "at": "scale", "reason": text}, is_entry=True),
                Addition(("people", "jo"), {"name": text, "role": "network"}),
                Addition(("dangers", 0, "goal", "how_long"), text),
                Addition(("dangers", 0, "scale", "zero"), text),
                Addition(("safety_plan", "kind"), "immediate"),
            ]
        )
    )


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), st.lists(additions(), min_size=1, max_size=3))
def test_in_every_layout_the_file_says_what_it_said_and_what_was_added(data: bytes, several: list[Addition]) -> None:
    before = read_case(data, "case.yaml")
    if before.findings:
        event("a file with findings of its own")
        return
    start = one = as_it_is(data, "case.yaml")
    for addition in several:
        wanted = as_read_back(addition)
        if wanted is None or not_twice(addition, one):
            continue
        should = expected(says(one), wanted)
        following = tried(one, wanted)
        if isinstance(following, str):
            assert "ends with the file" in following
            return
        assert says(following) == should
        assert not following.read.findings
        one = following
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    assert one.after == bom + edited(start.text, one.edits).encode()
    outside(one)


def tried(one: Added, addition: Addition) -> Added | str:
    try:
        return add(one, addition)
    except CannotAddError as error:
        return str(error)


def as_read_back(addition: Addition) -> Addition | None:
    """Give an addition whose texts are as people type them: with something in them, and without spaces around."""

    def trimmed(value: Any) -> Any:
        if isinstance(value, dict):
            return type(value)({key: trimmed(one) for key, one in value.items()})
        if isinstance(value, list):
            return [trimmed(one) for one in value]
        return value.strip() if isinstance(value, str) else value

    value = trimmed(addition.value)
    texts = [value, *(value.values() if isinstance(value, dict) else [])]
    return None if "" in texts else addition._replace(value=value)


def not_twice(addition: Addition, one: Added) -> bool:
    """Tell whether an addition would stand where something stands already, or on a sentence."""
    if addition.is_entry:
        return False
    here = says(one)
    for step in addition.path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) else here
        else:
            here = here.get(step) if isinstance(here, dict) else here
        if here is None:
            return False
    return True
