"""What is still open, for a supervision talk: by danger, then by who has to do something."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sostool.findings.finding import path_text
from sostool.findings.printers.characters import file_name, one_line, visible
from sostool.findings.printers.full import Page
from sostool.findings.printers.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.result import Checked, PrintOptions, Topic
    from sostool.findings.rule import Rule


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give what is open in each file as an agenda, and last the sum in words.

    In private mode dangers and people are named by their position only.
    """
    totals = Totals()
    page = _Agenda(rule_of, options)
    for checked in results:
        totals.add(checked)
        if checked.unreadable:
            yield page.wrapped("", f"{file_name(checked.file)}: {one_line(checked.unreadable)}") + "\n"
        elif checked.topics:
            yield page.paint.bold(file_name(checked.file)) + "\n\n"
            for danger, topics in groupby(checked.topics, key=lambda topic: topic.danger):
                yield page.danger(danger, list(topics))
        elif checked.findings and not any(finding.severity == "advice" for finding in checked.findings):
            # Settings and profiles have mistakes, but nothing to talk through.
            yield from (
                page.wrapped("", f"{file_name(checked.file)}:{one.place.line}: {one.message}")
                for one in checked.findings
            )
    yield "".join(page.wrapped("", sentence) for sentence in totals.sentences())


class _Agenda(Page):
    """How an agenda is laid out, and which checks were explained before."""

    def danger(self, danger: int | None, topics: list[Topic]) -> str:
        """Write all that is open about one danger."""
        if danger is None:
            title = "Everything else"
        else:
            name = visible(topics[0].danger_name)
            title = f"Danger {danger + 1}" + (f": {name}" if name and not self.private else "")
        text = self.paint.bold(title) + "\n"
        for who, of_one in groupby(topics, key=lambda topic: topic.who):
            of_them = list(of_one)
            text += f"  {self._person(who, of_them[0].who_name)}\n"
            text += "".join(map(self._topic, of_them))
        return text + "\n"

    def _person(self, who: int | None, name: str) -> str:
        if who is None:
            return "For whoever writes the file"
        return f"For {visible(name)}" if name and not self.private else f"For people[{who}]"

    def _topic(self, topic: Topic) -> str:
        finding = topic.finding
        path = visible(path_text(finding.path if self.private else finding.shown_path))
        text = self.wrapped(
            "    [ ] ",
            f"{one_line(finding.message)} {one_line(finding.mend)}".rstrip(),
        )
        where = f"{finding.code}, line {finding.place.line}" + (f", {path}" if path else "")
        if (other := finding.elsewhere) is not None:
            where += f", and {file_name(other.file)} line {other.place.line}"
        text += self.wrapped("        ", where)
        if finding.code not in self.explained:
            self.explained.add(finding.code)
            why = one_line(self.rule_of(finding.code).why.strip().split("\n\n")[0])
            text += self.wrapped("        Why: ", why) if why else ""
        return text
