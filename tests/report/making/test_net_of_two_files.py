"""The second net before documents that tell of two files: it looks for what either of them holds back."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from builders import Data, family, profile, put, read, reader
from report.making.test_second_net import laid_out

from sostool.report.making.kinds import CHANGES, KINDS
from sostool.report.making.maker import FORMATS, Leaking, Made, Maker
from sostool.report.making.workshop import Workshop

STRENGTHS = "map.working_well.strengths"
SAID = "She told the teacher that she hid on the stairs all night."
SAYS_ALL = "<p>{}</p>{{% for section in sections %}}{{{{ section }}}}{{% endfor %}}"


def two() -> tuple[Data, Data]:
    earlier = family()
    later = copy.deepcopy(earlier)
    later["meeting"] |= {"kind": "review-conference", "date": "2026-06-09"}
    return earlier, later


def made(earlier: Data | None, later: Data, folder: Path | None = None, kind: str = "report") -> list[Made]:
    workshop = Workshop(profile(), folder)
    maker = Maker(read(later), workshop, earlier=read(earlier) if earlier is not None else None)
    return maker.make({**KINDS, "changes": CHANGES}[kind], reader(later, "dean"), FORMATS)


@pytest.mark.parametrize("kind", ["report", "changes"])
def test_words_that_the_earlier_file_protects_are_caught_where_it_is_told_of(tmp_path: Path, kind: str) -> None:
    earlier, later = two()
    put(earlier, "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    folder = laid_out(tmp_path, html="<p>Write to us at Fern Court.</p>")
    with pytest.raises(Leaking) as caught:
        made(earlier, later, folder, kind)
    assert caught.value.leaks == ()
    assert "Fern" not in str(caught.value)
    # What tells nothing of the earlier file has nothing of it to give away.
    assert made(earlier, later, folder, "leaflet")
    assert made(None, later, folder, "report")


@pytest.mark.parametrize("kind", ["report", "changes"])
def test_words_that_the_earlier_file_withholds_are_caught(tmp_path: Path, kind: str) -> None:
    earlier, later = two()
    put(earlier, STRENGTHS, [{"what": SAID, "withhold": {"from": ["dean"]}}])
    with pytest.raises(Leaking):
        made(earlier, later, laid_out(tmp_path, md=SAID), kind)


def test_what_the_later_file_gives_is_open_by_now() -> None:
    earlier, later = two()
    put(earlier, STRENGTHS, [{"what": SAID, "withhold": {"from": ["dean"]}}])
    put(later, STRENGTHS, [{"what": SAID}])
    assert SAID in made(earlier, later)[1].data.decode()
    put(earlier, "protected", [{"words": ["the stairs"], "from": ["dean"]}])
    assert SAID in made(earlier, later)[1].data.decode()


def test_what_the_later_file_holds_back_stops_nothing_because_it_stood_open_before() -> None:
    earlier, later = two()
    put(earlier, STRENGTHS, [{"what": SAID}, {"what": "Mia reads."}])
    put(later, STRENGTHS, [{"what": SAID, "withhold": {"from": ["dean"]}}])
    text = made(earlier, later)[1].data.decode()
    assert "Mia reads." in text
    assert "stairs" not in text


def test_a_street_of_last_time_that_would_stand_near_a_name_stops_nothing() -> None:
    earlier, later = two()
    put(earlier, STRENGTHS, [{"what": "There is a swing in Fern Court.", "said_by": ["kim"]}, {"what": "Mia reads."}])
    put(later, STRENGTHS, [{"what": "Kim sings with Mia."}])
    put(later, "protected", [{"words": ["12 Fern Court"], "from": ["dean"]}])
    text = made(earlier, later)[1].data.decode()
    assert "Mia reads." in text
    assert "Fern" not in text


def test_it_says_that_what_is_caught_may_come_from_the_earlier_file(tmp_path: Path) -> None:
    earlier, later = two()
    put(later, "protected", [{"words": ["17 March 2026"], "from": ["dean"]}])
    with pytest.raises(Leaking) as caught:
        made(earlier, later)
    assert str(caught.value).endswith("It may be that they come from the file of an earlier meeting.")
    assert "17 March" not in str(caught.value)
    with pytest.raises(Leaking) as caught:
        made(None, later, laid_out(tmp_path, html="17 March 2026"), "leaflet")
    assert "earlier meeting" not in str(caught.value)


def test_somebody_who_went_is_not_named_where_words_about_them_are_protected_now() -> None:
    earlier, later = two()
    earlier["people"]["kim"]["relation"] = "a neighbour in Fern Court"
    put(earlier, STRENGTHS, [{"what": "Mia feeds the cat.", "said_by": ["kim"]}])
    del later["people"]["kim"]
    assert "Kim" in made(earlier, later)[1].data.decode()
    put(later, "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    text = made(earlier, later)[1].data.decode()
    assert "Kim" not in text
    assert "Fern" not in text
