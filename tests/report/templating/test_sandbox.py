"""An authority's template reaches nothing but what its reader may read, and makes nothing happen."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from browser.sample_document import REPORT

from sostool.report.blocks import Document, Paragraphs, Section, own
from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.formats.plain import plain
from sostool.report.templating.templates import TemplateMistake, Templates

TOOLS = [
    "''",
    "title",
    "words",
    "range",
    "namespace",
    "namespace()",
    "blocks",
    "blocks.line",
    "self",
    "sections[0].blocks",
]
WALKS = [
    "{{ X.__class__ }}",
    "{{ X.__init__.__globals__ }}",
    "{{ X['__class__'] }}",
    "{{ X|attr('__class__') }}",
    "{{ X|attr('__cla' ~ 'ss__') }}",
    "{{ X|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ [X]|map(attribute='__class__')|join }}",
    "{{ [X]|map('attr', '__class__')|join }}",
    "{{ ('%s' % X).format.__globals__ }}",
    "{{ '{0.__class__.__mro__}'.format(X) }}",
    "{{ '{x.__class__}'.format_map({'x': X}) }}",
    "{{ ('{0.__class__}'|safe).format(X) }}",
    "{{ 'x'.join.__self__.__class__ }}",
    "{{ [X]|groupby('__class__')|length }}",
    "{{ [X]|sort(attribute='__class__.__name__')|length }}",
]
CALLS = [
    "{{ lipsum.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('touch made') }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ ().__class__.__base__.__subclasses__() }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ open('made', 'w') }}",
    "{{ __import__('os') }}",
    "{{ (kind.__class__.__mro__[1].__subclasses__()) }}",
    "{{ sections.append(1) }}",
    "{{ sections.clear() }}",
    "{{ words.update({'a': 'b'}) }}",
    "{{ words.pop('skip') }}",
    "{% do sections.clear() %}",
    "{% debug %}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m() }}",
    "{% for x in sections %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__dict__ }}",
    "{{ blocks._TemplateModule__x }}{{ blocks.__dict__ }}",
    "{{ own_blocks.update({}) }}",
    "{{ kind|pprint|attr('__class__') }}",
    "{{ range(1000000) }}",
    "{{ range(10 ** 9)|list }}",
]
FILES = [
    "/etc/passwd", "../../../../etc/passwd", "html/../../pyproject.toml", "html/./page.html.j2", "html//style.css",
    "..\\..\\pyproject.toml", "html\\page.html.j2", "C:/Windows/win.ini", "C:html/style.css", "\\\\server\\share\\x.j2",
    "html/style.css::$DATA", "html/style.css.", "CON", "html/aux", "file:///etc/passwd", "https://example.org/x.j2",
    "~/x.j2", "", ".", "html", "html/", "html/page.html.j2\0.css", "html/page.html.j2\n", "x" * 10_000, "HTML/page.html.j2",
]  # fmt: skip
HEAD = '{% import "html/blocks.html.j2" as blocks %}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, where no process can be started."""
    monkeypatch.chdir(tmp_path)

    def started(*_: object, **__: object) -> None:
        pytest.fail("a process was started")

    for module, name in ((os, "system"), (os, "popen"), (os, "posix_spawn"), (subprocess, "Popen")):
        monkeypatch.setattr(module, name, started)
    return tmp_path


def drawn(folder: Path, page: str, document: Document = REPORT) -> str:
    file = folder / "own" / "html" / "page.html.j2"
    file.parent.mkdir(parents=True)
    file.write_text((HEAD if "blocks" in page else "\n") + page, encoding="utf-8")
    return html(document, Templates(folder / "own")).decode()


def refused(folder: Path, page: str) -> None:
    before = sorted(folder.rglob("*"))
    with pytest.raises(TemplateMistake) as caught:
        drawn(folder, page)
    assert (caught.value.name, caught.value.line) == ("html/page.html.j2", 2)
    made = set(folder.rglob("*")) - set(before)
    assert {path.relative_to(folder).as_posix() for path in made} == {"own", "own/html", "own/html/page.html.j2"}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("walk", WALKS)
def test_no_walk_over_attributes_leads_anywhere(folder: Path, tool: str, walk: str) -> None:
    try:
        page = drawn(folder, walk.replace("X", tool))
    except TemplateMistake as mistake:
        page = f"{mistake.name}, line {mistake.line}"
    # Where a filter leaves out what it may not see, nothing of it is shown.
    assert re.fullmatch(r"html/page\.html\.j2, line 2|\s*1?\s*", page)


@pytest.mark.parametrize("call", CALLS)
def test_nothing_is_called_changed_or_opened(folder: Path, call: str) -> None:
    refused(folder, call)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("way", ["{% include X %}", "{% import X as x %}", "{% from X import x %}", "{% extends X %}"])
def test_no_file_but_a_template_is_opened(folder: Path, way: str, name: str) -> None:
    refused(folder, way.replace("X", repr(name)))


@pytest.mark.parametrize("name", FILES)
def test_no_file_but_one_of_ours_is_read_by_its_name(name: str) -> None:
    assert not Templates().has(name)
    assert Templates().layers(name) == []
    with pytest.raises(TemplateMistake):
        Templates().text(name)


def test_a_template_that_uses_itself_is_stopped(folder: Path) -> None:
    with pytest.raises(TemplateMistake, match=r"^html/page\.html\.j2, line [12]: RecursionError while this line"):
        drawn(folder, "{% include 'html/page.html.j2' %}")


@pytest.mark.parametrize(
    "loop",
    [
        "{{ '%s'|format('x' * 10 ** 15)|length }}",
        "{{ 10 ** 400 / 3 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_what_grows_without_end_is_stopped_where_that_costs_nothing(folder: Path, loop: str) -> None:
    refused(folder, loop)


@pytest.mark.parametrize("text", ["{{ 7*191 }}", "{% set x = 1 %}{# x #}", "${7*191}", "<%= 7*191 %>", "{{ self }}"])
def test_what_a_family_typed_is_never_a_template(folder: Path, text: str) -> None:
    document = replace(REPORT, sections=(Section("x", own("X"), (Paragraphs(text),)),))
    shown = text.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<p>Ours.</p>{shown}" in drawn(
        folder, "<p>Ours.</p>{{ sections[0].blocks[0].parts[0].lines[0] }}", document
    )
    assert shown in html(document, Templates()).decode()
    assert "1337" not in html(document, Templates()).decode() + markdown(document, Templates()).decode()


def test_a_template_that_prints_all_it_is_given_prints_the_documents_plain_data(folder: Path) -> None:
    """Whatever a template can print was made from a View, which holds nothing that its reader may not have."""
    names = sorted([*plain(REPORT), "logo", "security_policy", "style", "type_size"])
    every = "".join(f"{{{{ {name}|tojson }}}}\n" for name in names)
    page = drawn(folder, every)
    given = plain(REPORT)
    for name, line in zip(names, page.strip().splitlines(), strict=True):
        if name in given:
            assert json.loads(line) == given[name]


def test_a_template_sees_no_more_than_plain_data_and_a_few_tools(folder: Path) -> None:
    environment = Templates()._environment(None)
    assert set(environment.globals) == {"namespace", "own_blocks", "range"}
    kinds: set[type] = set()
    waiting: list[object] = [plain(REPORT), environment.globals["own_blocks"]]
    while waiting:
        value = waiting.pop()
        kinds.add(type(value))
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    assert kinds <= {dict, list, str, int, bool, float, type(None)}


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("{{ {'tone': 'warm'}.tone }}", "warm"),
        ("{{ {'items': 'warm'}['items'] }}", "warm"),
        ("{{ {'items': 'warm'}.items is string }}", "False"),
        ("{{ {'tone': ''}.tone }}", ""),
        ("{{ {'tone': '<b>'}.tone }}", "&lt;b&gt;"),
        ("{{ {'tone': '<b>'|safe}.tone }}", "<b>"),
        ("{{ 1.5 }} {{ 2 }} {{ true }} {{ '&' }}", "1.5 2 True &amp;"),
        ("{% macro m(x, y='<') %}{{ x }}{{ y }}{% endmacro %}{{ m('<') }}{{ m('a', y='b') }}", "&lt;&lt;ab"),
        ("{% macro m(x) %}[{{ x }}{{ caller() }}]{% endmacro %}{% call m('<') %}<i>{% endcall %}", "[&lt;<i>]"),
        ("{% macro m() %}{{ varargs|length }}{% endmacro %}{% for i in range(2) %}{{ m(i, i) }}{% endfor %}", "22"),
    ],
)
def test_the_short_ways_give_what_the_long_ones_give(folder: Path, asked: str, shown: str) -> None:
    assert drawn(folder, asked).strip() == shown


@pytest.mark.parametrize(
    "asked", ["{{ {'a': 1}.b }}", "{% macro m(x) %}{% endmacro %}{{ m(1, 2) }}", "{{ kind.kind }}"]
)
def test_the_short_ways_refuse_what_the_long_ones_refuse(folder: Path, asked: str) -> None:
    refused(folder, asked)
