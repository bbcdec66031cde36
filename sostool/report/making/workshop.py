"""What making documents needs, once for a whole run: templates, the words of each language, the authority's names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sostool.case.model import Case
from sostool.profile import Profile
from sostool.report.blocks import Document
from sostool.report.templating.authority import Authority, authority_of
from sostool.report.templating.templates import Templates
from sostool.report.words.boilerplate import Boilerplate, Missing
from sostool.report.words.labels import Labels, read_labels
from sostool.report.words.languages import DEFAULT, available_languages, choose_language
from sostool.share.readers import Column, Reader

_HAS_A_LANGUAGE = frozenset((Column.FAMILY, Column.NETWORK, Column.CHILD))


class Workshop:
    """Templates, words and names, each read when it is first wanted."""

    def __init__(
        self, profile: Profile, templates: Path | None = None, language: str = "", *, plain_columns: bool = False
    ) -> None:
        """Get ready.

        Args:
            profile: the authority's.
            templates: the authority's own folder, laid over our templates by file name.
            language: of all documents, as a code or a name; "" leaves it to the reader and the file.
            plain_columns: whether Word documents show columns one after the other, as headings and lists.

        Raises:
            TemplateMistake: the folder cannot be used.
            UnknownLanguageError: there are no words in the language.
        """
        self.profile = profile
        self._plain_columns = plain_columns
        self.templates = Templates(templates)
        self.authority: Authority = authority_of(profile, self.templates)
        self._known = available_languages(templates)
        self._wanted = choose_language(language, "", "", self._known) if language else ""
        self._words: dict[str, Labels] = {}
        self._boilerplate: dict[str, Boilerplate] = {}

    @property
    def wanted(self) -> str:
        """The language that was asked for, as a code; "" where it is left to the reader and the file."""
        return self._wanted

    def words_for(self, case: Case, reader: Reader) -> Labels:
        """Give the words in the language of a reader's copy: as asked for, else the reader's own, else the file's.

        Only one person's own copy is in that person's language; what a group gets is in the file's.
        """
        person = case.people.get(reader.person)
        theirs = person.language if person is not None and reader.column in _HAS_A_LANGUAGE else ""
        return self.words(self._wanted or choose_language("", theirs, case.language, self._known))

    def words(self, language: str) -> Labels:
        """Give the words of a language.

        Raises:
            LabelMistakeError: a label file or the profile has a mistake.
        """
        if language not in self._words:
            english = () if language == DEFAULT else self.templates.layers(f"labels/{DEFAULT}.yaml")
            labels = read_labels(self.templates.layers(f"labels/{language}.yaml"), self.profile, english)
            wording = Boilerplate(self.templates, language, self.authority.values, self.authority.lists)
            self._boilerplate[language] = wording
            self._words[language] = replace(labels, wording=wording)
        return self._words[language]

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The authority's names and numbers that a wording asks for and nobody has given."""
        places = (place for wording in self._boilerplate.values() for place in wording.missing)
        return tuple(dict.fromkeys(place for place in places if place.value in self.authority.values))

    @property
    def fallen_back(self) -> tuple[str, ...]:
        """The labels and wordings that stand in English because a language has none, by language and name."""
        labels = (f"{language}: {name}" for language, words in self._words.items() for name in words.fallen_back)
        longer = (f"{language}: {name}" for language, words in self._boilerplate.items() for name in words.fallen_back)
        return (*labels, *longer)

    def draw(self, document: Document, format_: str) -> bytes:
        """Draw a document in a format.

        Args:
            document: what to draw.
            format_: one of `EVERY_FORMAT`.

        Raises:
            TemplateMistake: a template is wrong.
            NotInstalledError: what draws the format is not installed.
            NotDrawn: the format cannot show what the document holds.
        """
        # Each format only when wanted: two of them take as long to load as all the rest.
        match format_:
            case "html":
                from sostool.report.formats.html import html as draw  # noqa: PLC0415
            case "md":
                from sostool.report.formats.markdown import markdown as draw  # noqa: PLC0415
            case "docx":
                from sostool.report.formats.word import word  # noqa: PLC0415

                return word(document, self.templates, plain_columns=self._plain_columns)
            case "pdf":
                from sostool.report.formats.pdf import pdf as draw  # noqa: PLC0415
            case _:
                raise ValueError(f"there is no format {format_}")
        return draw(document, self.templates)
