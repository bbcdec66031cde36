"""Our own words: filled in, counted, dated and listed, in each language, with an authority's own laid over them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.profile import Profile
from sostool.profile.load import load_profile, profile_names
from sostool.report.blocks import Prose, Run, own, typed
from sostool.report.templating.templates import Templates
from sostool.report.words.label_file import PLACEHOLDER, Shape, read_label_file, shapes
from sostool.report.words.labels import LabelMistakeError, Labels, Layers, read_labels
from sostool.report.words.languages import available_languages
from sostool.yamlfile.kinds import When

PROFILE = Profile("test")
TEMPLATES = Templates()
SOURCES = Path(__file__).parents[3] / "sostool"
CODES = [language.code for language in available_languages()]
OTHERS = [code for code in CODES if code != "en"]
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def ours(code: str) -> Layers:
    return TEMPLATES.layers(f"labels/{code}.yaml")


ENGLISH = ours("en")
LABELS = {code: read_labels(ours(code), PROFILE, () if code == "en" else ENGLISH) for code in CODES}
WORDS = LABELS["en"]


def told(layers: Layers, profile: Profile = PROFILE, english: Layers = ENGLISH) -> str:
    with pytest.raises(LabelMistakeError) as error:
        read_labels(layers, profile, english)
    return str(error.value)


def listed(words: Labels, *names: str) -> str:
    return "".join(run.text for run in words.names(names))


def every_text(words: Labels) -> dict[str, str]:
    """Give every text of a language by its key, each form of a counted one by itself."""
    forms = {f"{name}, {form}": text for name, forms in words.counted.items() for form, text in forms.items()}
    return words.words | forms


class TestALabel:
    def test_has_its_blanks_filled_in(self) -> None:
        assert WORDS("scale.describe_person", name="Mia", score="4") == "Mia: 4 out of 10."

    def test_is_not_given_with_an_empty_blank(self) -> None:
        with pytest.raises(LabelMistakeError, match=re.escape("the blank score of the label scale.describe_person")):
            WORDS("scale.describe_person", name="Mia")
        with pytest.raises(LabelMistakeError, match=re.escape("the blank name of the label reader.person")):
            WORDS.line("reader.person")

    def test_that_does_not_exist_is_not_given(self) -> None:
        assert not WORDS.has("goal.titel")
        for ask in (WORDS, WORDS.line, lambda name: WORDS.count(name, 1)):
            with pytest.raises(LabelMistakeError, match=re.escape("no label goal.titel") + "|no counted label"):
                ask("goal.titel")

    def test_keeps_typed_text_apart_from_our_words(self) -> None:
        assert WORDS.line("reader.person", name=typed("Lisa")) == (
            Run("This copy is for "),
            Run("Lisa", typed=True),
            Run("."),
        )

    @pytest.mark.parametrize("name", ["{name}", "{score}", "{0}", "{", "%s", "\\1", "{name.__class__}"])
    def test_shows_a_name_as_it_is_typed(self, name: str) -> None:
        assert WORDS.line("reader.person", name=typed(name))[1] == Run(name, typed=True)
        assert WORDS("scale.describe_person", name=name, score="4") == f"{name}: 4 out of 10."

    def test_that_is_counted_is_known_but_not_given_uncounted(self) -> None:
        assert WORDS.has("age.weeks")
        with pytest.raises(LabelMistakeError, match=re.escape("no label age.weeks")):
            WORDS("age.weeks")

    def test_that_is_not_counted_is_not_counted(self) -> None:
        with pytest.raises(LabelMistakeError, match=re.escape("no counted label goal.title")):
            WORDS.count("goal.title", 2)


class TestCounting:
    @pytest.mark.parametrize(
        ("code", "counted"),
        [
            ("en", ["less than a week", "1 week", "2 weeks", "11 weeks"]),
            ("cy", ["llai nag wythnos oed", "1 wythnos oed", "2 wythnos oed", "11 wythnos oed"]),
            ("pl", ["mniej niż tydzień", "1 tydzień", "2 tygodnie", "11 tygodni"]),
            ("ar", ["أقل من أسبوع", "أسبوع واحد", "أسبوعان", "11 أسبوعًا"]),
        ],
    )
    def test_takes_the_form_of_the_language(self, code: str, counted: list[str]) -> None:
        assert [LABELS[code].count("age.weeks", number) for number in (0, 1, 2, 11)] == counted

    @pytest.mark.parametrize("code", CODES)
    def test_has_a_form_for_each_kind_of_number_and_no_other(self, code: str) -> None:
        forms = {*Locale(code).plural_form.tags, "other"}
        for name, given_ in LABELS[code].counted.items():
            assert set(given_) - {"zero"} == forms - {"zero"}, name
            assert forms - set(given_) == set(), name

    @pytest.mark.parametrize("code", CODES)
    @given(number=st.integers(min_value=3, max_value=10**6))
    def test_says_every_number_from_three(self, code: str, number: int) -> None:
        for name in LABELS[code].counted:
            assert str(number) in LABELS[code].count(name, number)

    def test_fills_in_other_blanks_too(self) -> None:
        words = replace(WORDS, counted={"held": {"one": "{number} for {name}", "other": "{number} each for {name}"}})
        assert words.count("held", 1, name="Jo") == "1 for Jo"
        assert words.count("held", 2, name="Jo") == "2 each for Jo"


class TestAges:
    @pytest.mark.parametrize(
        ("born", "on", "age"),
        [
            ("2026-03-17", "2026-03-17", "less than a week"),
            ("2026-03-17", "2026-03-23", "less than a week"),
            ("2026-03-17", "2026-03-24", "1 week"),
            ("2026-03-17", "2026-06-16", "13 weeks"),
            ("2026-03-17", "2026-06-17", "3 months"),
            ("2026-03-17", "2028-03-16", "23 months"),
            ("2026-03-17", "2028-03-17", "2 years"),
            ("2026-03-17", "2029-03-16", "2 years"),
            ("2009-03-17", "2026-03-17", "17 years"),
            ("2024-02-29", "2026-02-28", "23 months"),
            ("2024-02-29", "2026-03-01", "2 years"),
            ("2025-11-30", "2026-02-28", "12 weeks"),
            ("2025-11-30", "2026-03-01", "3 months"),
            ("2026-03-18", "2026-03-17", ""),
        ],
    )
    def test_are_in_weeks_then_months_then_years(self, born: str, on: str, age: str) -> None:
        assert WORDS.age(dt.date.fromisoformat(born), dt.date.fromisoformat(on)) == age

    @settings(deadline=None)
    @given(born=DAYS, on=DAYS)
    def test_say_what_counting_the_days_one_by_one_says(self, born: dt.date, on: dt.date) -> None:
        months = sum(_month_day(born, month) <= on for month in range(1, 2500)) if born <= on else 0
        expected = (
            ""
            if on < born
            else WORDS.count("age.weeks", (on - born).days // 7)
            if months < 3
            else WORDS.count("age.months", months)
            if months < 24
            else WORDS.count("age.years", months // 12)
        )
        assert WORDS.age(born, on) == expected

    @pytest.mark.parametrize(
        ("code", "ages"),
        [
            ("cy", ["12 wythnos oed", "4 mis oed", "4 oed"]),
            ("pl", ["12 tygodni", "4 miesiące", "4 lata"]),
            ("ar", ["12 أسبوعًا", "4 أشهر", "4 سنوات"]),
        ],
    )
    def test_are_said_in_each_language(self, code: str, ages: list[str]) -> None:
        born = [dt.date(2025, 12, 20), dt.date(2025, 11, 17), dt.date(2022, 3, 17)]
        assert [LABELS[code].age(day, dt.date(2026, 3, 17)) for day in born] == ages


def _month_day(born: dt.date, months: int) -> dt.date:
    """Give the day on which somebody is so many months old: the same day of the month, or the first one after it."""
    years, month = divmod(born.month - 1 + months, 12)
    try:
        return born.replace(year=born.year + years, month=month + 1)
    except ValueError:
        return dt.date(born.year + years + (month == 11), (month + 1) % 12 + 1, 1)


class TestDates:
    def test_are_written_out_as_exactly_as_they_are_known(self) -> None:
        day, month_end, year_end = dt.date(2026, 3, 17), dt.date(2026, 3, 31), dt.date(2026, 12, 31)
        assert WORDS.date(day) == "17 March 2026"
        assert WORDS.when(When(day, day, "2026-03-17")) == "17 March 2026"
        assert WORDS.when(When(dt.date(2026, 3, 1), month_end, "2026-03")) == "March 2026"
        assert WORDS.when(When(dt.date(2026, 1, 1), year_end, "2026")) == "2026"

    def test_name_a_month_alone_in_its_own_form(self) -> None:
        first, last = dt.date(2026, 3, 1), dt.date(2026, 3, 31)
        assert LABELS["pl"].date(dt.date(2026, 3, 17)) == "17 marca 2026"
        assert LABELS["pl"].when(When(first, last, "2026-03")) == "marzec 2026"
        assert LABELS["cy"].when(When(first, last, "2026-03")) == "Mawrth 2026"
        assert LABELS["ar"].when(When(first, last, "2026-03")) == "مارس 2026"

    @pytest.mark.parametrize("code", CODES)
    @settings(deadline=None)
    @given(day=DAYS)
    def test_are_those_of_cldr(self, code: str, day: dt.date) -> None:
        locale = "en_GB" if code == "en" else code
        assert LABELS[code].date(day) == format_date(day, "long", locale)
        assert LABELS[code].month(day) == format_date(day, "LLLL y", locale)


class TestNames:
    @pytest.mark.parametrize(
        ("names", "text"),
        [([], ""), (["Lisa"], "Lisa"), (["Lisa", "Jo"], "Lisa and Jo"), (["A", "B", "C"], "A, B and C")],
    )
    def test_are_listed_as_people_list_them(self, names: list[str], text: str) -> None:
        assert listed(WORDS, *names) == text

    @pytest.mark.parametrize(
        ("code", "text"), [("cy", "Lisa, Jo a Ray"), ("pl", "Lisa, Jo i Ray"), ("ar", "Lisa، Jo وRay")]
    )
    def test_are_listed_in_each_language(self, code: str, text: str) -> None:
        assert listed(LABELS[code], "Lisa", "Jo", "Ray") == text

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("Owen", "Mia ac Owen"),
            ("Élise", "Mia ac Élise"),
            ("Ifan", "Mia ac Ifan"),
            ("I", "Mia ac I"),
            ("Iestyn", "Mia a Iestyn"),
            ("Huw", "Mia a Huw"),
            ("Wyn", "Mia a Wyn"),
            ("ياسمين", "Mia a ياسمين"),
            ("", "Mia a "),
        ],
    )
    def test_follow_the_welsh_word_that_their_first_letter_asks_for(self, name: str, text: str) -> None:
        assert listed(LABELS["cy"], "Mia", name) == text

    @settings(deadline=None)
    @given(names=st.lists(st.text()))
    def test_are_kept_whole_and_typed(self, names: list[str]) -> None:
        for words in LABELS.values():
            assert [run.text for run in words.names(names) if run.typed] == names


class TestEachLanguage:
    @pytest.mark.parametrize("code", CODES)
    def test_has_all_labels_with_all_their_blanks_and_no_others(self, code: str) -> None:
        def shape(text: str) -> dict[str, Shape]:
            words = read_label_file(text, f"{code}.yaml").words
            return {
                name: Shape(frozenset(PLACEHOLDER.findall(value)), counted=False)
                if isinstance(value, str)
                else Shape(frozenset(PLACEHOLDER.findall(value["other"])), counted=True)
                for name, value in words.items()
            }

        text = ours(code)[0][1]
        assert shape(text) == shape(ENGLISH[0][1])
        assert shapes(text) == shape(text)
        assert list(shapes(text)) == list(shapes(ENGLISH[0][1]))
        assert LABELS[code].fallen_back == ()

    @pytest.mark.parametrize("code", CODES)
    def test_says_each_thing_once(self, code: str) -> None:
        text = ours(code)[0][1]
        names = re.findall(r"^ *([\w.-]+):", text.partition("\nwords:")[2], re.MULTILINE)
        assert sorted(names) == sorted(set(names))

    def test_knows_its_direction_and_who_has_checked_it(self) -> None:
        assert {code: words.direction for code, words in LABELS.items()} == {
            "ar": "rtl",
            "cy": "ltr",
            "en": "ltr",
            "pl": "ltr",
        }
        assert {code: words.checked for code, words in LABELS.items()} == {
            "ar": False,
            "cy": False,
            "en": True,
            "pl": False,
        }

    @pytest.mark.parametrize("code", OTHERS)
    def test_holds_no_english(self, code: str) -> None:
        english, texts = every_text(WORDS), every_text(LABELS[code])
        alike = {"cy": {"role.partner", "shared.document.map"}, "pl": {"role.partner", "shared.document.plan"}}
        same = {
            name
            for name, text in texts.items()
            if text == english.get(name) and re.search(r"[^\W\d_]", PLACEHOLDER.sub("", text))
        }
        assert same == alike.get(code, set())
        words = {"the", "and", "with", "what", "who", "how", "this", "that", "they", "you", "your", "were", "of", "for"}
        words |= {"child", "children", "meeting", "family", "not", "nothing", "people", "needs", "when", "from"}
        found = {
            name: words & set(re.findall(r"[a-z]+", PLACEHOLDER.sub("", text).replace("Signs of Safety", "").lower()))
            for name, text in texts.items()
        }
        assert {name: english_words for name, english_words in found.items() if english_words} == {}

    def test_in_arabic_letters_holds_no_others(self) -> None:
        texts = every_text(LABELS["ar"])
        latin = {name for name, text in texts.items() if re.search("[A-Za-z]", PLACEHOLDER.sub("", text))}
        assert latin == {"page.made_with"}
        assert {name for name, text in texts.items() if re.search("[,;?]", PLACEHOLDER.sub("", text))} == set()

    @pytest.mark.parametrize("code", CODES)
    def test_ends_sentences_where_english_does(self, code: str) -> None:
        """A heading has no full stop in any language, and a sentence has one."""
        ends = {".": ".", "?": "؟" if code == "ar" else "?"}
        wrong = {
            name: text
            for name, text in LABELS[code].words.items()
            if (text[-1] if text[-1] in ends.values() else "") != ends.get(WORDS.words[name][-1], "")
        }
        assert wrong == {}

    @pytest.mark.parametrize("code", CODES)
    def test_is_written_without_stray_spaces(self, code: str) -> None:
        texts = every_text(LABELS[code])
        assert {name for name, text in texts.items() if text != " ".join(text.split())} == set()


class TestAnAuthoritysFile:
    """Each mistake is told with the file, the line, and what was probably meant."""

    @staticmethod
    def layers(text: str, code: str = "en") -> Layers:
        return [*ours(code), (f"labels/{code}.yaml", text)]

    def test_changes_what_it_says_and_nothing_else(self) -> None:
        changed = read_labels(self.layers("words:\n  goal.title: Our goal\n  voices.read_back.yes: yes\n"), PROFILE)
        assert changed == replace(WORDS, words=WORDS.words | {"goal.title": "Our goal", "voices.read_back.yes": "yes"})

    def test_changes_dates_lists_and_who_has_checked(self) -> None:
        text = 'language: pl\nchecked_by: Anna Nowak\ndate: "{day} {month} {year} r."\nlist_last: " oraz "\n'
        changed = read_labels(self.layers(text, "pl"), PROFILE, ENGLISH)
        assert changed.date(dt.date(2026, 3, 17)) == "17 marca 2026 r."
        assert listed(changed, "A", "B") == "A oraz B"
        assert changed.checked
        assert changed.words == LABELS["pl"].words

    def test_may_leave_out_a_blank(self) -> None:
        changed = read_labels(self.layers("words: {reader.person: This copy is for you.}"), PROFILE)
        assert changed("reader.person", name="Lisa") == "This copy is for you."

    def test_gives_one_form_where_its_language_needs_no_others(self) -> None:
        changed = read_labels(self.layers('words: {age.weeks: "{number} wk"}'), PROFILE)
        assert [changed.count("age.weeks", number) for number in (0, 1, 2)] == ["0 wk", "1 wk", "2 wk"]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("words:\n  goal.titel: x\n", "line 2: There is no label goal.titel. Did you mean goal.title?"),
            ("words:\n\n  zzz: x\n", "line 3: There is no label zzz."),
            (
                "words:\n  goal.title: For {child}\n",
                "line 2: goal.title has no blank {child}. It has none.",
            ),
            (
                "words:\n  scale.describe_person: '{naem}: {score}'\n",
                "line 2: scale.describe_person has no blank {naem}. It has {name}, {score}.",
            ),
            (
                "words:\n  age.weeks:\n    other: '{numbr} weeks'\n",
                "line 2: age.weeks has no blank {numbr}. It has {number}.",
            ),
            ("words:\n  goal.title: {other: Goal}\n", "line 2: goal.title is one text: it is not counted."),
            ("language: pl\n", "line 1: The file is named en, but its language is pl."),
            ("mounths: []\n", "line 1: A file of labels has no mounths. Did you mean months?"),
            ("goal.title: Goal\n", "line 1: A file of labels has no goal.title."),
        ],
    )
    def test_with_a_mistake_is_told(self, text: str, message: str) -> None:
        assert told(self.layers(text), english=()) == f"labels/en.yaml, {message}"

    def test_over_another_language_is_told_too(self) -> None:
        layers = [*ours("pl"), ("labels/pl.yaml", "words:\n  goal.titel: Cel\n")]
        assert told(layers) == "labels/pl.yaml, line 2: There is no label goal.titel. Did you mean goal.title?"

    def test_of_another_language_under_a_name_that_says_nothing_is_told(self) -> None:
        assert told([*ours("pl"), ("cy.yaml", "language: cy\n")]) == "cy.yaml, line 1: It is laid over labels in pl."


class TestALanguageOfAnAuthority:
    HEAD = (
        "language: ur\nname: اردو\ndirection: rtl\n"
        "months: [جنوری, فروری, مارچ, اپریل, مئی, جون, جولائی, اگست, ستمبر, اکتوبر, نومبر, دسمبر]\n"
        'date: "{day} {month} {year}"\nmonth: "{month} {year}"\nlist: "، "\nlist_last: " اور "\n'
    )

    def test_falls_back_to_english_where_it_has_no_words_and_says_where(self) -> None:
        text = self.HEAD + "words:\n  goal.title: حفاظت کا مقصد\n  reader.person: '{name} کے لیے'\n"
        words = read_labels([("labels/ur.yaml", text)], PROFILE, ENGLISH)
        assert (words.language, words.direction, words.checked) == ("ur", "rtl", False)
        assert words("goal.title") == "حفاظت کا مقصد"
        assert words("danger.title") == "Danger statement"
        assert words.count("age.weeks", 1) == "1 week"
        known = set(WORDS.words) | set(WORDS.counted)
        assert set(words.fallen_back) == known - {"goal.title", "reader.person"}
        assert words.date(dt.date(2026, 3, 17)) == "17 مارچ 2026"

    def test_falls_back_to_the_authoritys_own_english(self) -> None:
        english = [*ENGLISH, ("labels/en.yaml", "words: {goal.title: Our goal}")]
        profile = Profile("ours", labels={"danger.title": "Main worry"})
        words = read_labels([("labels/ur.yaml", self.HEAD)], profile, english)
        assert (words("goal.title"), words("danger.title")) == ("Our goal", "Main worry")

    def test_with_a_mistake_is_told_as_any_file_is(self) -> None:
        text = self.HEAD + "words:\n  goal.titel: حفاظت\n"
        assert told([("labels/ur.yaml", text)]).startswith("labels/ur.yaml, line 10: There is no label goal.titel.")

    @pytest.mark.parametrize("needed", ["language", "direction", "months", "date", "month", "list", "list_last"])
    def test_says_all_that_a_language_has_to_say(self, needed: str) -> None:
        text = re.sub(rf"^{needed}:.*\n", "", self.HEAD, flags=re.MULTILINE)
        assert told([("labels/ur.yaml", text)]) == f"labels/ur.yaml: The file does not say its {needed}."


class TestAProfile:
    @pytest.mark.parametrize("name", profile_names())
    def test_that_is_shipped_changes_only_labels_that_exist(self, name: str) -> None:
        profile = load_profile(name).profile
        assert profile is not None
        changed = read_labels(ENGLISH, profile)
        assert {label: changed.words[label] for label in profile.labels} == profile.labels

    @pytest.mark.parametrize("code", OTHERS)
    def test_puts_no_english_words_into_another_language(self, code: str) -> None:
        profile = load_profile("wellbeing").profile
        assert profile is not None
        assert profile.labels
        assert read_labels(ours(code), profile, ENGLISH) == LABELS[code]

    def test_has_its_words_over_those_of_an_authoritys_file(self) -> None:
        layers = [*ENGLISH, ("labels/en.yaml", "words: {goal.title: Their goal}")]
        assert read_labels(layers, Profile("ours", labels={"goal.title": "Our goal"}))("goal.title") == "Our goal"

    @pytest.mark.parametrize(
        ("labels", "message"),
        [
            ({"goal.titel": "Goal"}, "the label goal.titel does not exist. Did you mean goal.title?"),
            ({"goal.title": "Goal for {child}"}, "the label goal.title has no blank {child}."),
            (
                {"goal.title": "Goal {"},
                "the label goal.title has a { or } that belongs to no blank; a blank is written {name}.",
            ),
            ({"goal.title": "Goal \x02"}, "the label goal.title holds a character that cannot be shown."),
        ],
    )
    @pytest.mark.parametrize("code", CODES)
    def test_with_a_mistake_is_told_whatever_the_language(
        self, code: str, labels: dict[str, str], message: str
    ) -> None:
        profile = Profile("ours", labels=labels)
        assert told(ours(code), profile) == f"The profile ours: {message}"


class TestWording:
    def test_is_refused_until_somebody_gives_some(self) -> None:
        with pytest.raises(LabelMistakeError, match="boilerplate"):
            WORDS.wording("leaflet", name=own("Lisa"))

    def test_comes_from_what_was_given(self) -> None:
        words = replace(WORDS, wording=lambda name: (Prose((own(f"About {name}"),)),))
        assert words.wording("leaflet") == (Prose(((Run("About leaflet"),),)),)


def test_every_label_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (SOURCES / "report").rglob("*.py"))
    shell = "".join(
        TEMPLATES.text(name) for name in ("html/page.html.j2", "html/blocks.html.j2", "markdown/page.md.j2")
    )
    stems = {re.sub(r"\{.*", "", stem) for stem in re.findall(r"f\"([a-z_.]+\{[^\"]*)\"", code)}
    unused = [
        name
        for name in (*WORDS.words, *WORDS.counted)
        if f'"{name}"' not in code
        and not name.startswith(tuple(stem for stem in stems if stem))
        and not (name.startswith("page.") and name.removeprefix("page.") in shell + code)
    ]
    assert unused == []
