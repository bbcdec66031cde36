"""DS102: a scale for each danger statement, or one over everything."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("DS102", "danger-without-scale", "query")
def has_a_scale(look: Look) -> Iterator[Found]:
    """Each danger statement has a scale, its own or one over everything.

    What it checks
        Every item under `dangers` has a `scale`, or the file has one `scale` over everything.

    Why it matters
        The numbers let everybody say how safe it is now, side by side, and next time everyone can see what has
        moved. Without a scale a family cannot tell how far there is to go.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            scale: {ten: Home is calm and it will last., zero: Mia will be hurt tonight.}

    Source
        Statement, goal and scale are one set (glossary of the York partnership); some authorities use one
        overall scale, or both (North Yorkshire's conference guide).
    """
    if look.case.scale is not None:
        return
    for danger in look.case.dangers:
        if danger.scale is None:
            yield Found(
                danger.path,
                "This danger statement has no scale.",
                "Add `scale:` with `ten:` and `zero:`, or one `scale:` over everything at the end of the file.",
                also=(("scale",),),
            )
