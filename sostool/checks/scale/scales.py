"""All scales of a case file, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Case, Scale


def scales(case: Case) -> Iterator[Scale]:
    """Give each danger's scale, then the one over everything."""
    for danger in case.dangers:
        if danger.scale is not None:
            yield danger.scale
    if case.scale is not None:
        yield case.scale
