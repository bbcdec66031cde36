"""Going from file to file: each earlier meeting once, and why a chain ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import laid_over, read, read_beside

from sostool.case.read import ReadCase, read_case
from sostool.story.chain import (
    MOST_EARLIER,
    NO_CHAIN,
    CannotFollowError,
    Chain,
    are_of_one_family,
    chain_of,
    followed,
    is_a_name,
    own_name,
)


def meeting(date: str, follows: str = "", more: str = "") -> str:
    return laid_over(f"meeting: {{kind: review-conference, date: {date}, follows: {follows!r}}}\n{more}")


def chain(start: str, **files: str) -> Chain:
    return chain_of(read(start), read_beside({f"{name}.yaml": text for name, text in files.items()}))


def names(found: Chain) -> list[str]:
    return [own_name(one) for one in found.earlier]


def test_newest_first_down_to_the_first() -> None:
    found = chain(
        meeting("2026-12-01", "june.yaml"), june=meeting("2026-06-09", "march.yaml"), march=meeting("2026-03-17")
    )
    assert names(found) == ["june.yaml", "march.yaml"]
    assert found.trouble is None
    assert found.before is found.earlier[0]
    assert [case.meeting.date.month for case in found.cases] == [6, 3]  # type: ignore[union-attr]


def test_a_case_that_follows_nothing_has_none() -> None:
    assert chain_of(read(meeting("2026-12-01")), _never) is NO_CHAIN
    assert (NO_CHAIN.before, NO_CHAIN.trouble_before, NO_CHAIN.earlier, NO_CHAIN.trouble) == (None, None, (), None)
    assert NO_CHAIN.read("a.yaml") is None


def _never(name: str) -> ReadCase:
    raise AssertionError(name)


def test_nothing_is_read_before_it_is_asked_for_and_one_file_for_the_one_before() -> None:
    asked: list[str] = []
    files = {f"{number}.yaml": meeting(f"20{number}-01-01", f"{number - 1}.yaml") for number in range(20, 26)}

    def read_file(name: str) -> ReadCase:
        asked.append(name)
        return read_beside(files)(name)

    found = chain_of(read(meeting("2026-12-01", "25.yaml")), read_file)
    cases = iter(found)
    assert asked == []
    assert found.before is found.before is not None
    assert asked == ["25.yaml"]
    assert len(found.earlier) == len(found.earlier) == 6
    assert asked == ["25.yaml", "24.yaml", "23.yaml", "22.yaml", "21.yaml", "20.yaml", "19.yaml"]
    assert tuple(cases) == found.cases


@pytest.mark.parametrize(
    "follows",
    [
        "../a.yaml",
        "old/a.yaml",
        "/etc/passwd",
        r"old\a.yaml",
        "C:a.yaml",
        ".",
        "..",
        "a\0.yaml",
        "a\nb",
        "*.yaml",
        "a?",
    ],
)
def test_only_a_name_is_followed(follows: str) -> None:
    one = read(meeting("2026-12-01", "x.yaml"))
    assert one.case is not None
    assert one.case.meeting is not None
    one.case.meeting.follows = follows
    found = chain_of(one, _never)
    assert found.trouble_before is not None
    assert found.trouble_before[:3] == ("not-a-name", 0, follows)


@given(st.text(max_size=12))
def test_no_name_leads_out_of_the_folder(text: str) -> None:
    if is_a_name(text):
        assert "/" not in text
        assert "\\" not in text
        assert text not in ("", ".", "..")


def test_a_file_that_is_not_there_ends_it() -> None:
    found = chain(meeting("2026-12-01", "june.yaml"), june=meeting("2026-06-09", "march.yaml"))
    assert names(found) == ["june.yaml"]
    assert found.trouble == ("missing", 1, "march.yaml", None)
    assert found.trouble_before is None


@pytest.mark.parametrize("kind", ["outside", "missing", "unreadable"])
def test_what_cannot_be_opened_ends_it(kind: str) -> None:
    def read_file(_: str) -> ReadCase:
        raise CannotFollowError(kind)  # type: ignore[arg-type]

    found = chain_of(read(meeting("2026-12-01", "june.yaml")), read_file)
    assert found.trouble_before == (kind, 0, "june.yaml", None)
    assert (found.before, found.earlier) == (None, ())
    assert found.read("june.yaml") is None


@pytest.mark.parametrize(
    ("june", "kind"),
    [
        (meeting("2026-06-09", more="dangers: [{statemnt: x}]"), "errors"),
        (meeting("2026-06-31"), "errors"),
        ("", "unreadable"),
        ("- a list", "unreadable"),
        ("\x00\x01", "unreadable"),
        (meeting("2026-12-02"), "not-earlier"),
        (meeting("2026-06-09", "case.yaml"), "circular"),
        (meeting("2026-06-09", "june.yaml"), "circular"),
        (meeting("2026-06-09", more="reference: EX-0017\npeople: {}"), "another-family"),
    ],
)
def test_what_is_not_sound_ends_it_and_can_be_looked_at(june: str, kind: str) -> None:
    found = chain(meeting("2026-12-01", "june.yaml"), june=june)
    trouble = found.trouble
    assert trouble is not None
    assert trouble[:3] == (kind, 0, "june.yaml")
    assert trouble.read is not None
    assert own_name(trouble.read) == "june.yaml"
    assert found.trouble_before == trouble
    assert (found.before, found.earlier, found.cases) == (None, (), ())


def test_the_same_day_is_no_trouble() -> None:
    assert names(chain(meeting("2026-06-09", "june.yaml"), june=meeting("2026-06-09"))) == ["june.yaml"]


@pytest.mark.parametrize("length", range(1, 6))
def test_a_circle_of_any_length_ends(length: int) -> None:
    ring = {str(number): meeting("2026-06-09", f"{(number + 1) % length}.yaml") for number in range(length)}
    found = chain(meeting("2026-06-09", "0.yaml"), **ring)
    assert found.trouble is not None
    assert found.trouble.kind == "circular"
    assert len(found.earlier) == length - 1


def test_a_hundred_files_are_followed_and_no_more() -> None:
    def of(count: int) -> Chain:
        files = {str(number): meeting("2020-01-01", f"{number + 1}.yaml") for number in range(count - 1)}
        return chain(meeting("2026-06-09", "0.yaml"), **files, **{str(count - 1): meeting("2020-01-01")})

    assert len(of(MOST_EARLIER).earlier) == MOST_EARLIER == 100
    assert of(MOST_EARLIER).trouble is None
    assert len(of(MOST_EARLIER + 1).earlier) == MOST_EARLIER
    assert of(MOST_EARLIER + 1).trouble == ("too-many", MOST_EARLIER, "100.yaml", None)


def test_a_family_is_known_by_its_reference_or_by_a_child() -> None:
    def case(people: str, reference: str = "EX-0042"):  # type: ignore[no-untyped-def]
        return read_case(laid_over(f"reference: {reference}\npeople: {people}").encode(), "case.yaml").case

    mia = "{mia: {name: Mia, role: child, born: 2019-06-02}}"
    assert are_of_one_family(case("{}"), case("{}", "ex-0042"))
    assert are_of_one_family(case(mia), case("{m: {name: MIA, role: child, born: 2019-06-02}}", "NY-1"))
    bump = "{bump: {name: Baby, role: child, due: 2026-06-02}}"
    assert are_of_one_family(case(bump), case(bump, "NY-1"))
    for other in ("{}", mia.replace("06-02", "06-03"), mia.replace("child", "parent"), mia.replace(": Mia", ": Ella")):
        assert not are_of_one_family(case(mia), case(other, "NY-1"))


def test_what_a_case_follows_is_without_spaces_around_it() -> None:
    assert followed(read(meeting("2026-06-09", " march.yaml ")).case) == "march.yaml"
    assert followed(read("- a list").case) == followed(None) == ""


def test_any_other_file_of_the_folder_can_be_read() -> None:
    found = chain(meeting("2026-12-01", "june.yaml"), march=meeting("2026-03-17"))
    march = found.read("march.yaml")
    assert march is not None
    assert own_name(march) == "march.yaml"
    assert found.read("../march.yaml") is found.read("june.yaml") is None
