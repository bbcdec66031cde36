"""What a copy of a case file says, to the letter."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support.running import EXAMPLES

from sostool.case.model import Case
from sostool.case.read import ReadCase, read_case
from sostool.checks.run import ask_checks
from sostool.findings.finding import Path as CasePath
from sostool.mend.values import values
from sostool.profile import Profile
from sostool.profile.load import load_profile
from sostool.pseudonymise.copying import HEADER, CannotCopyError, Copy, TooLargeError, pseudonymised
from sostool.pseudonymise.known import Spot
from sostool.pseudonymise.renaming import Change, Renaming
from sostool.share.make_view import make_view
from sostool.share.readers import all_readers
from sostool.share.traced import reached, traced
from sostool.yamlfile.source import MOST_BYTES

FAMILY = """\
# yaml-language-server: $schema=case.schema.json
# Written by Priya on the train.

sostool: 1
reference: LCS-2291   # the old one was LCS-2290
meeting:
  kind: review-conference
  date: 2026-03-17
  follows: LCS-2291-2025-12-01.yaml
  followed_as: 9f86-d081-884c-7d65
  author: priya
people:
  "mia":  # the eldest
    name: 'Mia O''Neill'
    role: child
    born: "2014-03-20"
  bump: {name: Bump, role: child, due: 2026-06-02}
  lisa: {name: Lisa O'Neill, role: parent, parent_of: [mia, bump], contact: {phone: +44 7911 123456, address: "12 Alder Walk, Guildford GU1 1AA"}}
  priya: {name: "Priya \\u0160hah", role: social-worker, agency: Surrey County Council}
map:
  working_well:
    strengths:
      # Ask Karen.
      - what: >-
          Mia was born on 20 March 2014. The
          O'Neills ring 07911 123456, or go to
          Guildford, and Priya

          comes to 12 Alder Walk.
        said_by: [mia, Surrey Police, Lisa's mum]
dangers:
  - id: lisa-drinks
    statement: |+
      Priya Šhah (LCS-2291) is worried
        about MIA.

# A line of its own.

    children: mia
answers:
  - {check: DS104, at: dangers.lisa-drinks, reason: "Lisa said:\\n\\"Mia's fine\\".", who: priya}
"""
COPY = f"""\
# yaml-language-server: $schema=case.schema.json
{chr(10).join(HEADER)}

sostool: 1
reference: EX-0001
meeting:
  kind: review-conference
  date: 2026-03-17
  follows: EX-0001-2025-12-01.pseudonymised.yaml
  followed_as: 0000-0000-0000-0000
  author: social-worker-1
people:
  "child-1":
    name: 'Cadrel Exbarn'
    role: child
    born: "2014-03-18"
  child-2: {{name: Bump, role: child, due: 2026-06-30}}
  parent-1: {{name: Pellam Exbarn, role: parent, parent_of: [child-1, child-2], contact: {{phone: 07700 900001, address: "1 Example Street"}}}}
  social-worker-1: {{name: "Wendrel Exlow", role: social-worker, agency: Exmarl County Council}}
map:
  working_well:
    strengths:
      - what: >-
          Cadrel was born on March 2014. The
          Exbarns ring 07700 900001, or go to
          Exvale, and Wendrel

          comes to 1 Example Street.
        said_by: [child-1, Exmarl Police, Pellam's mum]
dangers:
  - id: danger-1
    statement: |+
      Wendrel Exlow (EX-0001) is worried
        about CADREL.

#

    children: child-1
answers:
  - {{check: DS104, at: dangers.danger-1, reason: "Pellam said:\\n\\"Cadrel's fine\\".", who: social-worker-1}}
"""


def read_text(text: str) -> ReadCase:
    return read_case(text.encode(), "case.yaml")


def copy_of(text: str) -> Copy:
    read = read_text(text)
    assert not read.findings, [(found.code, found.place, found.detail) for found in read.findings]
    return pseudonymised(read)


def small(people: str, what: str, more: str = "") -> str:
    return (
        f"sostool: 1\nreference: LCS-77\nmeeting: {{kind: mapping, date: 2026-03-17}}\npeople:\n{people}"
        f"map: {{working_well: {{strengths: [{{what: {what}}}]}}}}\n{more}"
    )


def strength(text: str) -> str:
    read = read_case(copy_of(text).data, "copy.yaml")
    assert read.case is not None
    assert read.case.map is not None
    assert read.case.map.working_well is not None
    return str(read.case.map.working_well.strengths[0].what)


class TestTheWholeText:
    def test_keeps_its_shape_and_loses_names_numbers_and_comments(self) -> None:
        copy = copy_of(FAMILY)
        assert copy.data.decode() == COPY
        assert copy.file_name == "EX-0001-2026-03-17.pseudonymised.yaml"
        assert copy.counts == {
            "name": 15, "id": 12, "reference": 4, "date of birth": 3, "telephone": 2, "address": 2, "place": 3,
            "comment": 5, "person": 4,
        }  # fmt: skip

    def test_is_the_same_on_every_run(self) -> None:
        assert copy_of(FAMILY) == copy_of(FAMILY)

    def test_keeps_the_line_ends_of_the_file(self) -> None:
        copy = copy_of(FAMILY.replace("\n", "\r\n"))
        assert copy.data.decode() == COPY.replace("\n", "\r\n")

    def test_of_a_file_with_a_byte_order_mark_has_none(self) -> None:
        read = read_case(b"\xef\xbb\xbf" + FAMILY.encode(), "case.yaml")
        assert pseudonymised(read).data == copy_of(FAMILY).data

    def test_takes_the_reference_that_is_asked_for(self) -> None:
        copy = pseudonymised(read_text(FAMILY), "EX-0815")
        assert copy.data.decode() == COPY.replace("EX-0001", "EX-0815")

    def test_a_header_of_another_schema_is_a_comment_like_any(self) -> None:
        copy = copy_of(FAMILY.replace("=case.schema.json", "=/home/priya/oneill/case.schema.json"))
        assert copy.data.decode() == COPY.partition("\n")[2]

    def test_a_second_copy_is_a_copy_too(self) -> None:
        first = copy_of(FAMILY)
        second = pseudonymised(read_case(first.data, "copy.yaml"))
        assert second.counts["comment"] == len(HEADER) + 1
        assert second.data.count(b"\n") == first.data.count(b"\n")
        assert b"Pellam" not in second.data


class TestNames:
    def test_that_two_people_share_become_one_in_texts_and_two_ids(self) -> None:
        text = small(
            "  sam: {name: Sam, role: child}\n  sam-2: {name: Sam, role: parent}\n",
            "Sam and Sam.",
            "voices: [{who: sam-2}]\n",
        )
        copy = copy_of(text).data.decode()
        assert "  child-1: {name: Cadrel, role: child}\n  parent-1: {name: Cadrel, role: parent}\n" in copy
        assert "what: Cadrel and Cadrel." in copy
        assert "who: parent-1" in copy

    def test_of_an_id_alone_are_names_too(self) -> None:
        people = "  liz: {name: Elizabeth Hall, role: parent}\n  gus: {name: Grandad, role: network}\n  hv: {role: practitioner}\n"
        assert strength(small(people, "Liz and Gus told the HV and HVs.")) == "Pellam and Nembry told the HV and HVs."

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("Will will do it.", "Cadrel will do it."),
            ("They moved in May 2026, on 3rd May, in May and on the 4th of May.", None),
            ("Then May came, and May's sister.", "Then Pellam came, and Pellam's sister."),
            ("WILL shouted.", "CADREL shouted."),
            ("mark marked a mark for Mark.", "mark marked a mark for Porrin."),
        ],
    )
    def test_that_are_everyday_words_are_names_with_a_capital(self, typed: str, expected: str | None) -> None:
        people = (
            "  will: {name: Will, role: child}\n  may: {name: May, role: parent}\n  mark: {name: Mark, role: parent}\n"
        )
        assert strength(small(people, f'"{typed}"')) == (expected or typed)

    def test_that_are_months_are_pointed_out_where_they_stay(self) -> None:
        text = small(
            "  may: {name: May, role: child}\n", '"It was 3 May. At 3. May came until May left, in May\'s coat."'
        )
        assert strength(text) == "It was 3 May. At 3. Cadrel came until Cadrel left, in Cadrel's coat."
        assert [one.words for one in copy_of(text).unlisted] == ["May"]

    def test_where_an_everyday_word_may_have_stood_are_pointed_out(self) -> None:
        text = small("  will: {name: Will, role: child}\n", '"Will you come? It is Will. Will\'s coat."')
        (one,) = copy_of(text).unsure
        assert (one.words, one.place[:2]) == ("Cadrel", (9, 42))

    def test_of_other_scripts_are_found_without_spaces_and_with_what_is_written_together(self) -> None:
        people = "  a: {name: محمد علي, role: parent}\n  b: {name: 王小明, role: child}\n"
        assert strength(small(people, "ومحمد، 我見王小明了。")) == "وPellam، 我見Cadrel了。"

    def test_beside_another_name_that_ends_in_a_figure_are_no_month(self) -> None:
        assert strength(small("  may: {name: A0 May, role: child}\n", "A0 May came.")) == "Cadrel Exbarn came."

    def test_that_are_in_the_file_already_are_not_given(self) -> None:
        assert strength(small("  mia: {name: Mia, role: child}\n", "Mia likes Cadrel.")) == "Cobbin likes Cadrel."

    def test_of_many_people_do_not_run_out(self) -> None:
        people = "".join(
            f"  child{number}x: {{name: Zq{'abcdefghijklmnop'[number // 16]}{'abcdefghijklmnop'[number % 16]}x, role: child}}\n"
            for number in range(40)
        )
        copy = read_case(copy_of(small(people, "Hm.")).data, "copy.yaml").case
        assert copy is not None
        assert len({person.name for person in copy.people.values()}) == 40

    def test_beside_a_free_text_that_is_nearly_an_id_the_id_is_another(self) -> None:
        text = small("  mia: {name: Mia, role: parent}\n", "Mia.", "chronology: [{what: x, said_by: [parent]}]\n")
        copy = copy_of(text)
        assert b"  parent-10: {name: Pellam" in copy.data
        assert b"said_by: [parent]" in copy.data


class TestDates:
    @pytest.mark.parametrize(
        ("born", "copied"),
        [
            ("2014-03-20", "2014-03-18"),
            ("2014-03-17", "2014-03-01"),
            ("2014-04-20", "2014-04-01"),
            ("2026-03-17", "2026-03-01"),
        ],
    )
    def test_of_birth_keep_their_month_and_the_age_at_the_meeting(self, born: str, copied: str) -> None:
        copy = copy_of(small(f"  mia: {{name: Mia, role: child, born: {born}}}\n", "Mia."))
        assert f"born: {copied}".encode() in copy.data

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("DOB 02/06/2019", "DOB 06/2019"),
            ("On 2.6.19 too", "On 6.19 too"),
            ("2019-06-02", "2019-06"),
            ("2nd of June 2019", "June 2019"),
            ("June 2, 2019", "June 2019"),
            ("her birthday, 2 June", "her birthday, June"),
            ("Police came on 2 June", "Police came on 2 June"),
            ("Police came on 3 June 2019", "Police came on 3 June 2019"),
            ("Kim was born on 4 May 2001", "Kim was born on May 2001"),
            ("born 2019/06/02", "born 2019/06"),
            ("born 2019.06.02", "born 2019.06"),
            ("on 2019/6/2", "on 2019/6"),
            ("on 02–06–2019", "on 06–2019"),
            ("on 02 06 2019", "on 06 2019"),
            ("on 02062019", "on 062019"),
            ("on 20190602", "on 201906"),
            ("her birthday is 2/6", "her birthday is June"),
            ("2 of 6 came; 2/6 of it", "2 of 6 came; 2/6 of it"),
            ("2Jun2019", "Jun2019"),
            ("2 VI 2019", "VI 2019"),
            ("the second of June 2019", "the June 2019"),
            ("her birthday, the second of June", "her birthday, the June"),
            ("the twenty-second of June 2019", "the twenty-second of June 2019"),
            ("June the 2nd, 2019", "June 2019"),
            ("2nd day of June 2019", "June 2019"),
            ("2019 June 2", "2019 June"),
            ("2 czerwca 2019", "czerwca 2019"),
            ("3 czerwca 2019", "3 czerwca 2019"),
            ("2 o Fehefin 2019", "Fehefin 2019"),
            ("2 Mehefin 2019", "Mehefin 2019"),
            ("٢ يونيو ٢٠١٩", "يونيو ٢٠١٩"),
            ("Kim, dob 2001/05/04", "Kim, dob 2001/05"),
            ("Kim, urodzona 4 maja 2001", "Kim, urodzona maja 2001"),
            ("Police came on 2001/05/04", "Police came on 2001/05/04"),
        ],
    )
    def test_of_birth_in_a_text_lose_their_day(self, typed: str, expected: str) -> None:
        assert strength(small("  mia: {name: Mia, role: child, born: 2019-06-02}\n", f'"{typed}"')) == expected

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("On 06/02/2019.", ["06/02/2019"]),
            ("On 2019/02/06.", ["2019/02/06"]),
            ("In June 2019, on the 2nd.", ["June 2019, on the 2"]),
            ("On 2 iunie 2019.", ["2 iunie 2019"]),
            ("On 2 de junho 2019.", ["2 de junho 2019"]),
            ("On 06/03/2019, in June 2019, on 3 iunie 2019.", []),
            ("On 2 June 2019.", []),
        ],
    )
    def test_of_birth_in_another_order_or_language_stay_and_are_pointed_out(self, typed: str, told: list[str]) -> None:
        copy = copy_of(small("  mia: {name: Mia, role: child, born: 2019-06-02}\n", f'"{typed}"'))
        assert [one.words for one in copy.unlisted] == told


class TestNumbersAndPlaces:
    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("Ring 01483 555123 or 01483555123.", "Ring 01632 960001 or 01632 960001."),
            ("Write to lisa@gmail.com.", "Write to person1@example.org."),
            ("She lives at 4 Elm Road, near GU2 7XH.", "She lives at 1 Example Street, near ZZ0 1ZZ."),
            ("His NHS number is 943 476 5919.", "His NHS number is 999 000 0018."),
            ("His car is AB12 CDE.", "His car is II01 ZZZ."),
            ("Her NI number is AB 12 34 56 C.", "Her NI number is QQ 00 00 01 A."),
            ("See www.facebook.com/lisa.", "See example.org/1."),
            ("At Oakfield Primary School. Oakfield is shut.", "At Exwold Primary School. Exwold is shut."),
            ("It was at the school in the park.", "It was at the school in the park."),
        ],
    )
    def test_in_a_text_are_invented(self, typed: str, expected: str) -> None:
        assert strength(small("  mia: {name: Mia, role: child}\n", f'"{typed}"')) == expected

    def test_that_are_protected_stay_protected_under_their_new_words(self) -> None:
        text = small(
            "  dean: {name: Dean, role: parent}\n",
            '"It is fern court\'s, at 12  alder walk, by the Ash."',
            'protected: [{words: [Fern Court, "12 Alder Walk", Ash], from: [dean]}]\n',
        )
        read = read_case(copy_of(text).data, "copy.yaml")
        assert read.case is not None
        words = read.case.protected[0].words
        assert words == ("Exwold Court", "1 Example Street", "Exvale")
        assert strength(text) == f"It is {words[0]}'s, at {words[1]}, by the {words[2]}."

    def test_of_a_strange_address_are_not_looked_for_across_what_is_replaced(self) -> None:
        people = '  mia: {name: Mia, role: child, contact: {address: "Mia 2019-06-02 Mia"}}\n'
        assert (
            strength(small(people, "Mia 2019-06-02 Mia and Mia Mia.")) == "Cadrel 1 Example Street Cadrel and Exwold."
        )


class TestWhatAPersonHasToLookAt:
    def test_is_told_with_its_place_in_the_copy(self) -> None:
        text = small(
            "  mia: {name: Mia, role: child}\n", '"Maisie came. The shop. She saw L. and Mo Patel in Woking, 1234567."'
        )
        copy = copy_of(text)
        lines = copy.data.decode().splitlines()
        assert [one.words for one in copy.unlisted] == ["Maisie", "L", "Mo", "Patel", "Woking", "1234567"]
        for one in copy.unlisted:
            line, start, _, end = one.place
            assert lines[line - 1][start - 1 : end - 1] == one.words

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("We saw A. Shah.", ["A", "Shah"]),
            ("E. was there.", ["E"]),
            ("It was I. Khan, I think.", ["I", "Khan"]),
            ("A man went to A and E.", ["E"]),
            ("We call her zoeoneill.", ["zoeoneill"]),
            ("We call her ZoeONeill.", ["ZoeONeill"]),
            ("It is elizabeth99 or elizabethx.", ["elizabethx"]),
            ("It is liz_vdb.", ["vdb"]),
            ("It is vdb_liz.", ["vdb"]),
            ("The lizard is zoological.", []),
        ],
    )
    def test_is_also_an_initial_and_a_name_that_is_glued_to_another(self, typed: str, told: list[str]) -> None:
        people = "  zoe: {name: Zoë O'Neill, role: child}\n  liz: {name: Elizabeth van der Berg, role: parent}\n"
        assert [one.words for one in copy_of(small(people, f'"{typed}"')).unlisted] == told


class TestIsNotGone:
    @pytest.mark.parametrize(
        "left",
        [
            "born 2019/06/02", "on 2 June 2019", "LCS-77", "ring 07911 123456", "write to lisa@gmail.com", "GU2 7XH",
            "Mia", "12 Alder Walk",
        ],
    )  # fmt: skip
    def test_while_anything_that_was_to_go_stands_beside_what_is_invented(self, left: str) -> None:
        read = read_text(
            small("  mia: {name: Mia, role: child, born: 2019-06-02, contact: {address: 12 Alder Walk}}\n", "Hm.")
        )
        assert read.case is not None
        assert read.source.root is not None
        renaming = Renaming(read.case, list(values(read.source.root, Case)), "")
        spot = Spot(0, 3, "Cadrel", "name")
        assert renaming.is_gone({0: Change("Mia, hm", (spot,), is_text=True)})
        assert not renaming.is_gone({0: Change(f"Mia, {left}", (spot,), is_text=True)})


class TestRefuses:
    def test_a_file_with_an_error_since_nobody_knows_what_stands_where(self) -> None:
        with pytest.raises(CannotCopyError) as refused:
            pseudonymised(read_text(FAMILY.replace("children: mia", "children: mai")))
        assert refused.value.finding.code == "CF106"

    def test_an_empty_file(self) -> None:
        with pytest.raises(CannotCopyError) as refused:
            pseudonymised(read_text(""))
        assert refused.value.finding.code == "YA110"

    def test_a_copy_that_no_case_file_may_be(self) -> None:
        text = small("  mia: {name: Mia, role: child}\n", f'"{"Mia " * 150_000}"')
        text += "#" * (MOST_BYTES - len(text) - 1)
        assert len(text) == MOST_BYTES - 1
        with pytest.raises(TooLargeError):
            pseudonymised(read_text(text))


def places_of(path: CasePath, people: list[str]) -> CasePath:
    """Write a path with positions for ids of people."""
    return tuple(people.index(step) if at == 1 and path[0] == "people" else step for at, step in enumerate(path))  # type: ignore[arg-type]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
class TestOfAnExample:
    def test_checks_ask_the_same_at_the_same_places(self, example: Path) -> None:
        read, copied = both(example)
        profile = profile_of(read)
        today = dt.date(2026, 1, 1)
        asked = [told(ask_checks(one, profile, today)) for one in (read, copied)]
        assert asked[1] == asked[0]

    def test_each_reader_gets_what_stands_at_the_same_places(self, example: Path) -> None:
        gets = []
        for read in both(example):
            case, profile = read.case, profile_of(read)
            assert case is not None
            people = list(case.people)
            readers = all_readers(case, profile)
            assert len(readers) > 3
            gets.append(
                [
                    (
                        reader.code,
                        {places_of(path, people) for path in reached(make_view(traced(case), profile, reader))},
                    )
                    for reader in readers
                ]
            )
        assert gets[1] == gets[0]


def both(example: Path) -> tuple[ReadCase, ReadCase]:
    read = read_case(example.read_bytes(), "case.yaml")
    return read, read_case(pseudonymised(read).data, "case.yaml")


def profile_of(read: ReadCase) -> Profile:
    assert read.case is not None
    profile = load_profile(read.case.profile or "england").profile
    assert profile is not None
    return profile


def told(asked: object) -> list[tuple[str, CasePath]]:
    findings = asked.findings  # type: ignore[attr-defined]
    return sorted((found.code, found.path) for found in findings)
