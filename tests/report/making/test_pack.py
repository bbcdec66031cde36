"""The pack for a conference: a folder for each reader, and the chair's list."""

from __future__ import annotations

import re

from builders import family as made_up
from builders import profile, read, reader
from examples.example_families import NAMES, Family, family

from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS, Maker, withheld_count
from sostool.report.making.pack import Pack, make_index, make_pack
from sostool.report.making.workshop import Workshop
from sostool.share.readers import Column, Reader, everyone


def packed(one: Family, formats: tuple[str, ...] = ("md",)) -> tuple[Maker, list[Reader], Pack]:
    maker = Maker(one.read, one.workshop)
    readers = everyone(one.case, one.profile)
    return maker, readers, make_pack(maker, KINDS.values(), readers, formats)


def folders(pack: Pack) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for place in pack.places:
        found.setdefault(place.folder, set()).add(place.made.kind)
    return found


def test_everyone_of_a_split_meeting_is_each_reader_and_each_room() -> None:
    one = family("mia-and-noah-review")
    names = [reader.name for reader in everyone(one.case, one.profile)]
    assert names[:3] == ["room", "practitioners", "chair"]
    assert names[-2:] == ["room:lisa", "room:dean"]
    # Who runs the meeting has the chair's folder, and no second one of their own.
    assert set(one.case.people) - set(names) == {"ann"}


def test_each_reader_gets_a_folder_with_what_is_for_them() -> None:
    found = folders(packed(family("mia-and-noah-review"))[2])
    every = {"report", "minutes", "invitation", "leaflet", "my-views"}
    parent = every | {"summary", "decision-letter", "plan", "safety-plan"}
    chair = {"report", "map", "flip-chart", "running-sheet", "withheld-register", "minutes", "plan", "safety-plan"}
    assert found["p3"] == parent
    assert found["p4"] == parent
    assert found["chair"] == chair
    assert found["p1"] == {"child", "invitation", "leaflet", "my-views"}
    assert found["room-p4"] == {"report", "map", "flip-chart", "minutes"}
    assert "summary" not in found["room"]


def test_a_small_child_is_not_asked_to_a_meeting() -> None:
    # Noah is eighteen months old, and somebody in his family is feared.
    _, _, pack = packed(family("mia-and-noah-review"))
    assert "p2" not in folders(pack)
    assert [(one.kind, one.reader.code) for one in pack.not_made] == [("child", "p2")]


def test_a_child_of_whom_nobody_wrote_down_the_age_is_asked() -> None:
    data = made_up()
    data["people"]["mia"].pop("born")
    maker = Maker(read(data), Workshop(profile()))
    pack = make_pack(maker, KINDS.values(), [reader(data, "mia")], ("md",))
    assert folders(pack) == {"p1": {"child", "invitation", "leaflet", "my-views"}}


def test_an_unborn_baby_gets_nothing() -> None:
    one = family("unborn-baby")
    codes = {reader.code for reader in everyone(one.case, one.profile) if reader.column is Column.CHILD}
    assert codes
    assert codes.isdisjoint(folders(packed(one)[2]))


def test_every_file_is_named_by_codes_and_no_two_are_one() -> None:
    for name in NAMES:
        one = family(name)
        _, _, pack = packed(one)
        paths = [f"{place.folder}/{place.made.file_name}" for place in pack.places]
        assert len(set(paths)) == len(paths)
        assert all(re.fullmatch(r"[a-z0-9-]+/[A-Za-z0-9][A-Za-z0-9._-]{1,79}", path) for path in paths)
        assert not [path for path in paths for id_ in one.case.people if f"-{id_}-" in path]


def test_the_chairs_list_leads_to_every_file_and_says_what_was_not_made() -> None:
    one = family("mia-and-noah-review")
    maker, readers, pack = packed(one, ("html",))
    made = make_index(maker, pack, readers, lambda reader: withheld_count(one.case, reader), FORMATS)
    assert [file.file_name for file in made] == [
        "EX-0042-index-chair-2026-06-09.html",
        "EX-0042-index-chair-2026-06-09.md",
    ]
    page = made[0].data.decode()
    links = set(re.findall(r'href="([^"#]+)"', page))
    assert links == {f"{place.folder}/{place.made.file_name}" for place in pack.places}
    assert "Chair's copy" in page.replace("&#39;", "'")
    assert "so a page for a child is made only once its words are agreed" in page


def test_a_pack_of_one_kind_holds_nothing_else() -> None:
    one = family("early-help")
    maker = Maker(one.read, one.workshop)
    pack = make_pack(maker, [KINDS["summary"]], everyone(one.case, one.profile), ("md",))
    assert {place.made.kind for place in pack.places} == {"summary"}
    assert {place.folder for place in pack.places} == {
        reader.code for reader in everyone(one.case, one.profile) if reader.column is Column.FAMILY
    }


def test_papers_from_before_stand_first_on_the_chairs_list() -> None:
    one = family("mia-and-noah-review")
    maker, readers, pack = packed(one)
    pack.left_over = ("p2/EX-0042-report-p2-2026-06-09.html",)
    text = make_index(maker, pack, readers, lambda _reader: 0, ("md",))[0].data.decode()
    before, _, after = text.partition("## Before you hand them out")
    assert "## From before" in before
    assert "p2/EX-0042-report-p2-2026-06-09.html" in before.replace("\\", "")
    assert "From before" not in after
