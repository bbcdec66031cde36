"""Which languages there are, which one a document is made in, and how each counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.words.languages import (
    CATEGORIES,
    Language,
    UnknownLanguageError,
    available_languages,
    choose_language,
    plural,
)

SHIPPED = available_languages()
CODES = [language.code for language in SHIPPED]
THERE_ARE = "There are: ar (العربية, Arabic), cy (Cymraeg, Welsh), en (English), pl (Polski, Polish)."


def test_these_languages_are_shipped_and_know_their_names() -> None:
    assert list(SHIPPED) == [
        Language("ar", "العربية", "Arabic"),
        Language("cy", "Cymraeg", "Welsh"),
        Language("en", "English", "English"),
        Language("pl", "Polski", "Polish"),
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_language_counts_as_cldr_says(code: str) -> None:
    form = Locale(code).plural_form
    assert [plural(code, number) for number in range(1200)] == [form(number) for number in range(1200)]


@pytest.mark.parametrize("code", CODES)
@settings(deadline=None)
@given(number=st.integers(min_value=0, max_value=10**9))
def test_any_number_is_counted_as_cldr_says(code: str, number: int) -> None:
    assert plural(code, number) == Locale(code).plural_form(number)
    assert plural(code, number) in CATEGORIES


def test_a_variety_counts_as_its_language_does() -> None:
    assert plural("pl-PL", 3) == "few"


def test_a_language_without_a_rule_of_its_own_counts_one_and_more() -> None:
    assert [plural("ur", number) for number in (0, 1, 2)] == ["other", "one", "other"]


class TestAvailableLanguages:
    def test_an_authority_adds_a_language(self, tmp_path: Path) -> None:
        self.write(tmp_path, "ur.yaml", 'language: ur\nname: "اردو"\nenglish_name: Urdu  # of Pakistan\nwords: {}\n')
        assert available_languages(tmp_path) == (*SHIPPED, Language("ur", "اردو", "Urdu"))

    def test_a_file_laid_over_ours_keeps_our_names_for_it(self, tmp_path: Path) -> None:
        self.write(tmp_path, "pl.yaml", "words:\n  name: Nazwa\n")
        assert available_languages(tmp_path) == SHIPPED

    def test_a_file_that_does_not_say_its_name_is_known_by_its_code(self, tmp_path: Path) -> None:
        self.write(tmp_path, "ro.yaml", "language: ro\n")
        assert str(available_languages(tmp_path)[-1]) == "ro"

    @pytest.mark.parametrize("name", ["Polish.yaml", "ur.yml", "ur.yaml.bak", ".yaml", "ur", "../ur.yaml"])
    def test_another_file_is_no_language(self, tmp_path: Path, name: str) -> None:
        self.write(tmp_path, name, "name: Urdu\n")
        assert available_languages(tmp_path) == SHIPPED

    def test_a_folder_is_no_language(self, tmp_path: Path) -> None:
        (tmp_path / "labels" / "ur.yaml").mkdir(parents=True)
        assert available_languages(tmp_path) == SHIPPED

    def test_a_folder_without_labels_adds_none(self, tmp_path: Path) -> None:
        assert available_languages(tmp_path) == SHIPPED

    def test_bytes_that_are_no_text_are_met_here_without_harm(self, tmp_path: Path) -> None:
        (tmp_path / "labels").mkdir()
        (tmp_path / "labels" / "ur.yaml").write_bytes(b"\xff\xfename: \xe9\n")
        assert available_languages(tmp_path)[-1].code == "ur"

    @staticmethod
    def write(folder: Path, name: str, text: str) -> None:
        (folder / "labels").mkdir(exist_ok=True)
        (folder / "labels" / name).write_text(text, "utf-8")


class TestChooseLanguage:
    @pytest.mark.parametrize(
        ("wanted", "readers", "files", "chosen"),
        [
            ("", "", "", "en"),
            ("", "", "en", "en"),
            ("", "pl", "en", "pl"),
            ("cy", "pl", "en", "cy"),
            ("en", "pl", "cy", "en"),
            ("", "", "cy", "cy"),
            ("", "pt", "cy", "cy"),
            ("", "pt", "ro", "en"),
            (" ", "pl", "en", "pl"),
        ],
    )
    def test_what_is_asked_for_comes_first_then_the_reader_then_the_file(
        self, wanted: str, readers: str, files: str, chosen: str
    ) -> None:
        assert choose_language(wanted, readers, files, SHIPPED) == chosen

    @pytest.mark.parametrize(
        "said", ["pl", "PL", "pl-PL", "pl_PL", "PL-pl", " pl ", "polski", "Polski", "POLISH", "polish"]
    )
    def test_polish_is_understood_however_it_is_written(self, said: str) -> None:
        assert choose_language(said, "", "", SHIPPED) == "pl"
        assert choose_language("", said, "cy", SHIPPED) == "pl"
        assert choose_language("", "", said, SHIPPED) == "pl"

    def test_a_language_is_understood_in_its_own_letters(self) -> None:
        assert choose_language("العربية", "", "", SHIPPED) == "ar"

    def test_a_variety_that_has_words_of_its_own_is_taken_for_itself(self) -> None:
        known = (*SHIPPED, Language("zh-Hant", "繁體中文", "Traditional Chinese"))
        assert choose_language("zh_hant", "", "", known) == "zh-Hant"

    def test_a_language_without_names_is_not_found_by_nothing(self) -> None:
        assert choose_language("", "", "", (Language("ro", "", ""),)) == "en"

    @pytest.mark.parametrize(
        ("wanted", "told"),
        [
            ("polsk", f"There are no words in the language polsk. Did you mean pl (Polski, Polish)? {THERE_ARE}"),
            ("Welch", f"There are no words in the language Welch. Did you mean cy (Cymraeg, Welsh)? {THERE_ARE}"),
            ("pt", f"There are no words in the language pt. {THERE_ARE}"),
            ("../en", f"There are no words in the language ../en. {THERE_ARE}"),
            ("-", f"There are no words in the language -. {THERE_ARE}"),
        ],
    )
    def test_a_language_that_is_not_there_is_told_with_those_that_are(self, wanted: str, told: str) -> None:
        with pytest.raises(UnknownLanguageError) as error:
            choose_language(wanted, "pl", "en", SHIPPED)
        assert str(error.value) == told

    @given(wanted=st.text(), readers=st.text(), files=st.text())
    def test_whatever_is_written_there_is_a_language_or_a_reason(self, wanted: str, readers: str, files: str) -> None:
        assert choose_language("", readers, files, SHIPPED) in CODES
        try:
            assert choose_language(wanted, readers, files, SHIPPED) in CODES
        except UnknownLanguageError as error:
            assert THERE_ARE in str(error)  # noqa: PT017 - what is raised, if anything is
