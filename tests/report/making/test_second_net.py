"""Before a document takes its place its bytes are searched: a hit leaves no file, and tells places, never words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import Data, family, profile, put, read, reader, written
from report.proof.every_leaf import numbered_case
from report.proof.made import read_plain
from report.proof.plain import load, under
from report.proof.readers import reader as who_reads
from report.proof.redact import held_back

from sostool.profile.load import load_profile
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS, Leaking, Maker, Refused
from sostool.report.making.pack import make_pack
from sostool.report.making.workshop import Workshop
from sostool.report.templating.templates import TemplateMistake
from sostool.share.readers import Reader, find_reader

if TYPE_CHECKING:
    from cli.conftest import Sostool

STRENGTHS = "map.working_well.strengths"
SAID = "She told the teacher that she hid on the stairs all night."

# Prints whatever a template can reach: each value by its name, and all that is in it.
_EVERYTHING = """{%- macro dump(value) -%}
{%- if value is mapping %}{% for key in value %}{{ key }} {{ dump(value[key]) }}{% endfor %}
{%- elif value is string or value is number %}{{ value }} {% elif value is iterable %}
{%- for one in value %}{{ dump(one) }}{% endfor %}{% endif -%}
{%- endmacro -%}
{% for value in [kind, title, subtitle, reference, reader_code, reader_line, authority, fingerprint, stamps, language,
 direction, page, sections, footer, words] %}{{ dump(value) }}{% endfor %}"""
_PAGES = {"html": "html/page.html.j2", "md": "markdown/page.md.j2"}

# What a template may try in order to reach more than its document.
REACHING = (
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ self._TemplateReference__context.parent }}",
    "{% debug %}",
    "{{ debug() }}",
    "{{ title.__class__.__mro__ }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ title|attr('__class__') }}",
    "{{ '{0.__class__}'.format(title) }}",
    "{{ '%s'|format(self) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ own_blocks }}",
    "{{ range.__self__ }}",
    "{{ sections }}",
    "{{ [sections]|string }}",
    "{{ sections|pprint }}",
    "{{ sections|tojson }}",
    "{{ sections|map('string')|join }}",
    "{{ sections|join }}",
    "{{ (sections|first).items()|list|join }}",
    "{% include '../../etc/passwd' %}",
    "{% import 'case.yaml' as case %}",
    "{% for name, value in namespace().items() %}{{ value }}{% endfor %}",
    "{{ view }}{{ case }}{{ document }}{{ context }}{{ _context }}",
    "{{ dict(sections) }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ g }}{{ config }}{{ request }}",
)


def laid_out(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        file = folder / _PAGES.get(name, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def _made(maker: Maker, kind: str, who: Reader | None) -> list[bytes]:
    """Make a document in every format; none where this reader gets none."""
    try:
        return [one.data for one in maker.make(KINDS[kind], who, FORMATS)]
    except Leaking:
        raise
    except Refused:
        return []


def _page_or_mistake(maker: Maker, who: Reader, format_: str) -> str:
    try:
        (made,) = maker.make(KINDS["report"], who, (format_,))
    except TemplateMistake as mistake:
        return str(mistake)
    return made.data.decode()


class TestAnAuthoritysTemplates:
    @pytest.mark.parametrize("name", ["dean", "ray", "jo", "room", "practitioners", "mia"])
    def test_a_template_that_prints_all_it_can_reach_prints_nothing_that_is_held_back(
        self, tmp_path: Path, name: str
    ) -> None:
        data, words = numbered_case()
        found = read_plain(data)
        loaded = load_profile("durham").profile
        assert loaded is not None
        maker = Maker(found, Workshop(loaded, laid_out(tmp_path, html=_EVERYTHING, md=_EVERYTHING)))
        held = held_back(data, who_reads(data, name))
        who = find_reader(maker.case, loaded, name)
        made = b""
        for kind in KINDS.values():
            made += b"".join(_made(maker, kind.name, who))
        text = made.decode()
        assert [path for path, word in words.items() if under(path, held) and word in text] == []
        assert sum(word in text for word in words.values()) > (10 if name == "mia" else 40)

    @pytest.mark.parametrize("attempt", REACHING)
    def test_a_template_that_reaches_for_more_gets_no_more(self, tmp_path: Path, attempt: str) -> None:
        case = put(family(feared=True), STRENGTHS, [{"what": "Zqmark", "said_by": ["lisa"], "about": ["lisa"]}])
        maker = Maker(read(case), Workshop(profile(), laid_out(tmp_path, html=attempt, md=attempt)))
        for format_ in FORMATS:
            got = _page_or_mistake(maker, reader(case, "dean"), format_)
            assert not re.search("Zqmark|object at|root:|Aunt Jo", got)

    @pytest.mark.parametrize(
        "files",
        [
            {"html": "<p>Write to us at Fern Court.</p>"},
            {"html": "<p>F<b>ern</b> C<i>our</i>t</p>"},
            {"html": "<!-- Fern Court -->"},
            {"html": '<p title="Fern&nbsp;Court">x</p>'},
            {"md": "Write to us at **Fern** Court."},
            {"html/paper.css": 'p::before { content: "Fern Court" }'},
            {"html/paper.css": 'p::before { content: "\\46 ern Court" }'},
            {
                "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'><text>Fern Court</text></svg>",
                "authority.yaml": "name: X\n",
            },
            {"words/en/leaflet-parents.md": "# Hello\n\nWrite to us at Fern Court.\n"},
        ],
        ids=lambda files: " ".join([*files, *files.values()])[:40],
    )
    def test_words_of_a_template_itself_are_caught_in_every_format(self, tmp_path: Path, files: dict[str, str]) -> None:
        case = put(family(), "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
        kind = KINDS["leaflet" if "words/en/leaflet-parents.md" in files else "report"]
        maker = Maker(read(case), Workshop(profile(), laid_out(tmp_path, **files)))
        with pytest.raises(Leaking) as caught:
            maker.make(kind, reader(case, "dean"), FORMATS)
        assert caught.value.leaks == ()
        assert "templates" in str(caught.value)
        assert "Fern" not in str(caught.value)
        assert len(maker.make(kind, reader(case, "lisa"), FORMATS)) == 2

    def test_a_wording_that_is_caught_is_told_of_in_a_pack(self, tmp_path: Path) -> None:
        case = put(family(), "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
        found = read(case)
        maker = Maker(found, Workshop(profile(), laid_out(tmp_path, html="<p>Fern Court</p>")))
        pack = make_pack(maker, [KINDS["report"]], [reader(case, name) for name in ("dean", "lisa")], FORMATS)
        assert [one.reader.name for one in pack.leaking] == ["dean"]
        assert len(pack.places) == 2


CAUGHT: dict[str, Callable[[Data], Data]] = {
    "protected words": lambda case: put(
        put(case, "protected", [{"words": ["Fern Court"], "from": ["dean"]}]),
        "dangers.0.statement",
        "He waits at FERN court.",
    ),
    "the street of an address near a name": lambda case: put(
        put(case, "protected", [{"words": ["12 Alder Walk"], "from": ["dean"]}]),
        "dangers.0.statement",
        "He waits where Aunt Jo lives, in Alder Walk.",
    ),
    "a postcode of an address": lambda case: put(
        put(case, "protected", [{"words": ["12 Alder Walk, Leeds LS1 4AB"], "from": ["dean"]}]),
        "dangers.0.statement",
        "He waits in ls14ab.",
    ),
    "eight words of what is withheld": lambda case: put(
        put(case, STRENGTHS, [{"what": SAID, "said_by": ["cole"], "withhold": {"from": ["dean"]}}]),
        "dangers.0.statement",
        f"Priya is worried. {SAID.upper()}",
    ),
    "eight words of somebody who is afraid": lambda case: put(
        put(
            put(case, "people.dean.must_not_see", {"words_of": ["lisa"]}),
            STRENGTHS,
            [{"what": SAID, "said_by": ["lisa"]}],
        ),
        "dangers.0.statement",
        SAID,
    ),
}


def _case(folder: Path, hit: str) -> str:
    """Write a case that would leak, and give the words that must not be told."""
    (folder / "case.yaml").write_bytes(written(CAUGHT[hit](family())))
    return "fern|alder walk|ls14ab|ls1 4ab|hid on the stairs"


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name != "case.yaml")


@pytest.mark.parametrize("hit", CAUGHT)
@pytest.mark.parametrize(
    "options",
    [["--format", "html"], ["--format", "md"], [], ["-o", "out/"], ["-o", "x.html", "--format", "html"]],
    ids=" ".join,
)
def test_a_hit_leaves_no_file_and_tells_the_place(
    sostool: Sostool,
    tmp_path: Path,
    hit: str,
    options: list[str],
) -> None:
    words = _case(tmp_path, hit)
    done = sostool("render-report", "case.yaml", "--for", "dean", "--unfinished", *options)
    assert done.code == 1
    assert _files(tmp_path) == []
    assert done.out == ""
    first, *places = done.err.splitlines()
    assert first.startswith("Words that this reader must not get stand in what they would get")
    assert len(places) == 1
    statement = next(
        number
        for number, line in enumerate((tmp_path / "case.yaml").read_text("utf-8").splitlines(), 1)
        if "statement:" in line
    )
    assert re.fullmatch(rf"  case\.yaml:{statement}:\d+ in dangers\.?\[?[\w-]+\]?\.statement", places[0]), places
    assert not re.search(words, done.err.lower())


@pytest.mark.parametrize("hit", CAUGHT)
def test_of_a_pack_the_others_are_made(sostool: Sostool, tmp_path: Path, hit: str) -> None:
    words = _case(tmp_path, hit)
    done = sostool("render-report", "case.yaml", "--for", "everyone", "--unfinished", "-o", "pack")
    assert done.code == 1
    made = _files(tmp_path / "pack")
    code = reader(read_file(tmp_path), "dean").code
    assert not any(f"report-{code}-" in name for name in made)
    assert {name for name in made if "report-practitioners-" in name or "report-chair-" in name}
    assert not [name for name in made if ".part" in name or name.endswith("~")]
    assert "Not made: report for" in done.err
    assert not re.search(words, (done.out + done.err).lower())


def read_file(folder: Path) -> Data:
    data = load((folder / "case.yaml").read_bytes())
    return dict(data) | {"sostool": 1}


def test_every_document_of_one_reader_that_is_caught_is_told_with_its_places(
    sostool: Sostool,
    tmp_path: Path,
) -> None:
    _case(tmp_path, "protected words")
    done = sostool("render-report", "case.yaml", "--for", "dean", "--document", "all", "--unfinished", "-o", "out")
    assert done.code == 1
    assert "report-" not in " ".join(_files(tmp_path))
    assert "in dangers" in done.err


def test_with_nothing_to_look_for_nothing_is_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    case = family()

    def never(*_: object) -> list[object]:
        raise AssertionError

    monkeypatch.setattr("sostool.report.making.maker.texts_in", never)
    found = Maker(read(case), Workshop(profile()))
    for name in ("lisa", "dean", "chair", "practitioners", "room"):
        assert len(found.make(KINDS["report"], reader(case, name), FORMATS)) == 2
    put(case, "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    found = Maker(read(case), Workshop(profile()))
    with pytest.raises(AssertionError):
        found.make(KINDS["report"], reader(case, "dean"), FORMATS)
