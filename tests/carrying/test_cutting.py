"""What is taken out goes with its comments; what stays keeps its own, byte for byte, however the file is written."""

from __future__ import annotations

import pytest

from carrying.following import PEOPLE, followed, rest

VOICES = "voices:\n  - who: mia\n    worries: []\n    good_things: []\n    dreams: []\n"
ASKED = "# look again: is this done? Then write `done:` and `result:`."


def steps(text: str) -> str:
    """Give what becomes of a list of next steps that is written like this."""
    before = "map:\n  needs_to_happen:\n"
    return rest(f"{before}{text}{VOICES}").removeprefix(before).removesuffix(VOICES)


def test_a_comment_above_an_item_and_one_further_in_below_it_go_with_it() -> None:
    assert (
        steps(
            """\
    # For the whole list.

    next_steps:
      # About the first.
      - what: A  # and beside it
        done: 2026-03-01
        # more about the first
      # About the second.
      - what: B  # and beside it
        # more about the second
      # A line at the end.
"""
        )
        == f"""\
    # For the whole list.

    next_steps:
      # About the second.
      {ASKED}
      - what: B  # and beside it
        # more about the second
      # A line at the end.
"""
    )


def test_a_comment_with_an_empty_line_below_it_belongs_to_no_item_and_stays() -> None:
    assert (
        steps(
            """\
    next_steps:
      # What we agreed in March:

      - {what: A, done: 2026-03-01}
      - what: B
"""
        )
        == f"""\
    next_steps:
      # What we agreed in March:

      {ASKED}
      - what: B
"""
    )


def test_where_nothing_is_left_brackets_stay_and_so_does_what_stands_beside_the_key() -> None:
    assert (
        steps("    next_steps:  # newest first\n    - {what: A, done: 2026-03-01}\n    - what: B\n      none: true\n")
        == "    next_steps: []  # newest first\n"
    )
    assert steps("    next_steps: {what: A, done: 2026-03-01}\n") == "    next_steps: []\n"
    assert steps("    next_steps:\n      what: A\n      done: 2026-03-01\n\n") == "    next_steps: []\n\n"


def test_items_in_brackets_go_with_their_comma_and_the_question_stands_above_the_key() -> None:
    first, second, third = "{what: A, done: 2026-03-01}", "{what: B}", "{what: C, done: 2026-03-01}"
    for before, after in (
        (f"[{first}, {second}, {third}]", "[{what: B}]"),
        (f"[{first}, {third}, {second}]", "[{what: B}]"),
        (f"[{second}, {first},{third},]", "[{what: B},]"),
        (f"[ {second} ]", "[ {what: B} ]"),
    ):
        assert steps(f"    next_steps: {before}\n") == f"    {ASKED}\n    next_steps: {after}\n"
    assert steps(f"    next_steps: [{first}]\n") == "    next_steps: []\n"


def test_comments_between_brackets_stay_with_what_stays() -> None:
    assert (
        steps(
            """\
    next_steps: [
      {what: A, done: 2026-03-01},  # about A
      {what: B},  # about B
      {what: C, done: 2026-03-01}  # about C
    ]
"""
        )
        == f"""\
    {ASKED}
    next_steps: [
        # about A
      {{what: B}},  # about B
        # about C
    ]
"""
    )


@pytest.mark.parametrize(
    ("end", "left"),
    [
        (",\n    ]", "\n    ]"),
        ("  # about C, too\n    ]", "  # about C, too\n    ]"),
        ("  # about C, too\n      ,\n    ]", "\n    ]"),
        (",  # about C\n    ]", "  # about C\n    ]"),
    ],
)
def test_the_last_in_brackets_takes_the_comma_behind_it_along(end: str, left: str) -> None:
    kept = "[\n      {what: B},  # about B\n      "
    after = steps(f"    next_steps: {kept}{{what: C, done: 2026-03-01}}{end}\n")
    assert after == f"    {ASKED}\n    next_steps: {kept}{left}\n"


def test_the_first_key_of_an_item_can_go_and_the_dash_stays() -> None:
    text = (
        "sostool: 1\nreference: EX-1\nmeeting:\n  kind: mapping\n  date: 2026-03-17\n  attendance:\n"
        '  - time: "10:00"\n    # who\n    who: lisa\n    place: Room 2  # upstairs\n    part: separately\n'
    )
    assert (
        followed((text + PEOPLE).encode())
        .data.decode()
        .partition("  attendance:\n")[2]
        .startswith(
            "  # look again: do they still come this way, and with whom?\n  - who: lisa\n    part: separately\n"
        )
    )


@pytest.mark.parametrize("style", ["|", "|-", "|+", ">", ">-", ">+"])
@pytest.mark.parametrize("empty", [0, 1, 3])
def test_the_text_above_what_goes_stays_the_same_to_its_last_empty_line(style: str, empty: int) -> None:
    text = f"    next_steps:\n      - what: {style}\n          A\n          # no comment\n" + "\n" * empty
    done = "      # About B.\n      - what: B\n        done: 2026-03-01\n"
    after = steps(f"{text}{done}\n\n")
    # `follow` compares every value with what it was; here the layout is looked at.
    assert after.startswith(text.replace("      - what:", f"      {ASKED}\n      - what:"))
    assert "B" not in after


@pytest.mark.parametrize("style", ["|+", ">+"])
def test_empty_lines_below_all_that_goes_do_not_become_part_of_the_text_above(style: str) -> None:
    text = f"scale:\n  ten: {style}\n    Nobody is hit.\n\n"
    gone = "  differences: We do not agree.\noutcome:\n  summary: We met.\n\n\n"
    after = rest(f"{text}{gone}{VOICES}")
    # `follow` compares every value with what it was.
    assert after == f"{text}{VOICES}"


def test_a_question_that_nobody_has_taken_out_since_the_meeting_before_is_not_asked_twice() -> None:
    text = "    next_steps:\n      - what: A\n"
    new = steps(text)
    assert new == f"    next_steps:\n      {ASKED}\n      - what: A\n"
    assert steps(new) == new
