"""Findings for a person: what, where, the line itself, why it matters and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.findings.finding import path_text
from sostool.findings.printers.characters import file_name, one_line, visible
from sostool.findings.printers.paragraph import Paint, paragraph
from sostool.findings.printers.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.finding import Elsewhere, Finding
    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule

# The file may quote a whole page on one line.
_MOST_DETAIL = 300


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give a block of text a finding, and last the sum in words.

    In private mode nothing of the case is in it: no line, no detail, and paths by position.
    """
    totals = Totals()
    page = Page(rule_of, options)
    for checked in results:
        totals.add(checked)
        name = file_name(checked.file)
        if checked.unreadable:
            yield page.unreadable(name, checked.unreadable)
        for finding in checked.findings:
            yield page.finding(name, finding, checked.lines.get(finding.place.line))
    yield "".join(page.wrapped("", sentence) for sentence in totals.sentences())


class Page:
    """How findings are laid out, and what was said before."""

    def __init__(self, rule_of: Callable[[str], Rule], options: PrintOptions) -> None:
        self.rule_of = rule_of
        self.private = options.private
        self.width = options.width
        self.paint = Paint(options.colour)
        self.explained: set[str] = set()

    def finding(self, name: str, finding: Finding, line: str | None) -> str:
        """Write a finding; `line` is the source line it stands on, if it may be shown."""
        place, code, severity = finding.place, finding.code, finding.severity
        margin = " " * len(str(place.line))
        text = self.wrapped(
            f"{code} {severity}  ",
            one_line(finding.message),
            f"{self.paint.bold(code)} {self.paint.severity(severity, severity)}  ",
        )
        path = _shortened(visible(path_text(finding.path if self.private else finding.shown_path)))
        text += self.wrapped(
            f"{margin}--> ",
            f"{name}:{place.line}:{place.column}" + (f" in {path}" if path else ""),
        )
        if line is not None and not self.private:
            text += self._source(line, finding, margin)
        if finding.elsewhere is not None:
            text += self.wrapped(f"{margin} = and: ", self._elsewhere(finding.elsewhere))
        if finding.detail and not self.private:
            text += self.wrapped(f"{margin} = here: ", _shortened(one_line(finding.detail)))
        if code not in self.explained:
            self.explained.add(code)
            why = one_line(self.rule_of(code).why.strip().split("\n\n")[0])
            text += self.wrapped(f"{margin} = why:  ", why) if why else ""
        mend = one_line(finding.mend) or f"See `sostool explain {code}`."
        return text + self.wrapped(f"{margin} = mend: ", mend) + "\n"

    def unreadable(self, name: str, why: str) -> str:
        """Write that a file could not be read."""
        label = self.paint.severity("error", "unreadable")
        return self.wrapped("unreadable  ", name, f"{label}  ") + self.wrapped("  = why:  ", one_line(why)) + "\n"

    def wrapped(self, label: str, text: str, painted: str = "") -> str:
        """Write a text after a label, and its further lines under itself."""
        lines = paragraph(text, self.width - len(label))
        margin = "\n" + " " * len(label)
        return (painted or label) + margin.join(lines) + "\n"

    def _elsewhere(self, elsewhere: Elsewhere) -> str:
        path = _shortened(visible(path_text(elsewhere.path if self.private else elsewhere.shown_path)))
        where = f"{file_name(elsewhere.file)}:{elsewhere.place.line}:{elsewhere.place.column}"
        return where + (f" in {path}" if path else "")

    def _source(self, line: str, finding: Finding, margin: str) -> str:
        from sostool.findings.printers.excerpt import excerpt  # noqa: PLC0415 - not needed in private mode

        shown = excerpt(line, finding.place, self.width - len(margin) - 4)
        under = len(shown.carets) - len(shown.carets.lstrip())
        carets = " " * under + self.paint.severity(finding.severity, shown.carets.lstrip())
        return f"{margin} |\n{finding.place.line} | {shown.text}\n{margin} | {carets}\n{margin} |\n"


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_DETAIL else text[: _MOST_DETAIL - 3] + "..."
