"""From what was measured to the rows of the tables: medians, and medians of the ratios of each round."""

from __future__ import annotations

import resource
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bench.contestants import BARE, CHECK_JSONSCHEMA, FEW, HASH, PARSE, SOSTOOL, TWO, YAMLLINT
from bench.measure import Taken, megabytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Measured: TypeAlias = dict[str, list[Taken]]
Table: TypeAlias = tuple[str, list[str], list[list[str]]]
_MB_ALLOWED = 60.0
# With fewer, starting up weighs more than checking, and the ratios to other tools say little.
_FILES_FOR_A_VERDICT = 1000


class Results(NamedTuple):
    """What was measured over many files, for one file, and for documents once everything is loaded."""

    many: Measured
    one: Measured
    warm: dict[str, float]
    files: int

    def tables(self) -> Iterator[Table]:
        """Give each table: its title, the heads of its columns, and its rows."""
        yield "Targets", ["target", "wanted", "measured", ""], list(self._targets())
        heads = ["", "wall s", "CPU s", "ms a file", "CPU, sostool = 1", "wall, sostool = 1", "peak MB"]
        yield f"{self.files:,} files", heads, list(self._many_rows())
        heads = ["", "wall ms", "wall, bare Python = 1", "CPU, bare Python = 1", "peak MB"]
        yield "One file, whole processes", heads, list(self._one_rows())
        yield "A report, everything loaded", ["", "ms"], [[name, f"{taken:.1f}"] for name, taken in self.warm.items()]

    def _targets(self) -> Iterator[list[str]]:
        for other, factor in ((YAMLLINT, 25), (CHECK_JSONSCHEMA, 18)):
            ratio = _ratio(self.many, other, SOSTOOL, _cpu)
            reached = _reached(ratio >= factor) if self.files >= _FILES_FOR_A_VERDICT else "too few files to tell"
            title = f"as fast as {other.partition(' ')[0]}, one process, CPU"
            yield [title, f"at least {factor} x", f"{ratio:.1f} x", reached]
        for name, factor in (("sostool --version", 6), ("sostool validate FILE", 12)):
            ratio = _ratio(self.one, name, BARE, _wall)
            yield [f"{name}, to bare Python", f"at most {factor} x", f"{ratio:.1f} x", _reached(ratio <= factor)]
        peaks = [max(taken.peak_mb for taken in self.many[name]) for name in (FEW, SOSTOOL)]
        measured = " and ".join(f"{peak:.0f} MB" for peak in peaks)
        reached = _reached(max(peaks) < _MB_ALLOWED)
        yield ["peak memory, 200 files and all", f"under {_MB_ALLOWED:.0f} MB", measured, reached]

    def _many_rows(self) -> Iterator[list[str]]:
        for name in (SOSTOOL, TWO, YAMLLINT, CHECK_JSONSCHEMA, PARSE, HASH, BARE):
            taken = self.many[name]
            yield [
                name,
                f"{_median(taken, _wall):.2f}",
                f"{_median(taken, _cpu):.2f}",
                f"{_median(taken, _cpu) * 1000 / self.files:.2f}",
                f"{_ratio(self.many, name, SOSTOOL, _cpu):.2f}",
                f"{_ratio(self.many, name, SOSTOOL, _wall):.2f}",
                _peak(taken),
            ]

    def _one_rows(self) -> Iterator[list[str]]:
        for name, taken in self.one.items():
            ratios = [f"{_ratio(self.one, name, BARE, what):.1f}" for what in (_wall, _cpu)]
            yield [name, f"{_median(taken, _wall) * 1000:.0f}", *ratios, _peak(taken)]


def _reached(yes: bool) -> str:
    return "reached" if yes else "MISSED"


def _wall(taken: Taken) -> float:
    return taken.wall


def _cpu(taken: Taken) -> float:
    return taken.cpu


def _median(taken: list[Taken], what: Callable[[Taken], float]) -> float:
    return median(map(what, taken))


def _ratio(measured: Measured, name: str, other: str, what: Callable[[Taken], float]) -> float:
    return median(what(one) / what(two) for one, two in zip(measured[name], measured[other], strict=True))


def _peak(taken: list[Taken]) -> str:
    own = megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    peak = max(run.peak_mb for run in taken)
    # Linux counts what this process used when it started the other one.
    return f"{peak:.0f}" if peak > own else f"under {own + 1:.0f}"
