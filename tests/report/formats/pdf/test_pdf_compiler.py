"""The compiler: shut in, asked for what is there, and its refusals in our words."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.sample_document import REPORT

from sostool.report.formats.not_drawn import NotDrawn, NotInstalledError
from sostool.report.formats.pdf import compiler, pdf
from sostool.report.templating.templates import Templates

DAY = dt.datetime(2026, 3, 17, tzinfo=dt.UTC)
TITLE = b'#set document(title: "x")\n= x\n'


def compiled(source: bytes, data: str = "{}") -> bytes:
    return compiler.compiled({compiler.MAIN: source}, data, DAY)


@pytest.fixture
def _anew() -> None:
    compiler._compiler.cache_clear()


def test_data_reaches_the_template_as_data() -> None:
    assert compiled(TITLE + b"#json(bytes(sys.inputs.data)).a", '{"a": "#panic()"}').startswith(b"%PDF-")


@pytest.mark.parametrize(
    "source",
    [
        b"no title",
        b'#set document(title: "x")\n== Not the first level',
        TITLE + b"#panic()",
        TITLE + b'#read("/etc/passwd")',
        TITLE + b'#read("../../../../../../etc/passwd")',
        TITLE + f'#read("{Path(__file__).name}")'.encode(),
        TITLE + b"#unknown",
        TITLE + b"\xff\xfe",
    ],
)
def test_what_is_refused_is_told_in_our_words_alone(source: bytes) -> None:
    with pytest.raises(NotDrawn) as told:
        compiled(source)
    assert str(told.value) == (
        "The PDF cannot be made: the compiler refused the document. Make the web page (--format html) and save it as "
        "PDF from your browser."
    )
    assert told.value.detail == ""


def test_the_folder_that_a_template_may_read_is_empty() -> None:
    assert list(Path(compiler._empty_folder().name).iterdir()) == []


@pytest.mark.usefixtures("_anew")
def test_without_the_extra_one_line_says_how_to_get_it_and_what_to_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalledError) as told:
        pdf(REPORT, Templates())
    assert str(told.value) == (
        "PDF files need an extra that is not installed here: in sostool's own folder, python -m pip install "
        '".[pdf]" brings it. Without it, make the web page (--format html), open it in a browser and save it as PDF '
        "from there."
    )


class PanicException(BaseException):
    """As the compiler's binding raises it."""


class _Broken:
    def __init__(self, error: BaseException | None) -> None:
        self._error = error

    def compile(self, **_: object) -> object:
        if self._error is not None:
            raise self._error
        return [b"", b""]


def _always(broken: _Broken) -> Callable[..., _Broken]:
    return lambda **_: broken


@pytest.mark.parametrize("error", [PanicException("Mia"), None, RuntimeError("Mia")])
def test_a_compiler_that_breaks_is_told_and_says_nothing_of_the_text(
    monkeypatch: pytest.MonkeyPatch, error: BaseException | None
) -> None:
    monkeypatch.setattr(compiler, "_compiler", _always(_Broken(error)))
    with pytest.raises(NotDrawn) as told:
        pdf(REPORT, Templates())
    assert "Mia" not in str(told.value)
    assert told.value.__cause__ is None


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, SystemExit])
def test_what_is_not_the_compilers_goes_on_its_way(monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    monkeypatch.setattr(compiler, "_compiler", _always(_Broken(error())))
    with pytest.raises(error):
        pdf(REPORT, Templates())


def test_system_fonts_are_asked_only_for_what_ours_cannot_show(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    get = compiler._compiler

    def remembering(*, system_fonts: bool) -> object:
        asked.append(system_fonts)
        return get(system_fonts=system_fonts)

    monkeypatch.setattr(compiler, "_compiler", remembering)
    pdf(REPORT, Templates())
    assert asked == [False]
    with pytest.raises(NotDrawn):
        compiled(TITLE + "\U0010fffd".encode())
    assert asked == [False, False, True]
