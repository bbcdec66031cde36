"""SC101: both ends of a scale in words, and all scales the same way round."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.scales import scales


@check("SC101", "scale-without-its-ends", "query")
def says_what_its_ends_mean(look: Look) -> Iterator[Found]:
    """A scale says what 10 and 0 mean, and all scales of a file run the same way.

    What it checks
        Every scale has `ten` and `zero`. If some scales of one file say `direction: ten-is-safe` and others
        `ten-is-danger`, that is an error.

    Why it matters
        A 4 means nothing unless everybody knows what 0 and 10 are. Two scales that run opposite ways in one
        meeting will be misread, and the one who misreads may be the one who decides.

    Fails
        scale: {ten: Safe enough to close.}

    Passes
        scale: {ten: Safe enough to close., zero: Not safe tonight.}

    Source
        Both ends are described, and 10 comes first (a council's guidance on scaling in conferences). Some local
        guides run the scale the other way, so the direction is stored.
    """
    direction = ""
    for scale in scales(look.case):
        for name, value in (("ten", scale.ten), ("zero", scale.zero)):
            if not value.strip():
                yield Found(
                    scale.path,
                    f"This scale does not say what {10 if name == 'ten' else 0} means.",
                    f"Add `{name}:` with a sentence everyone can picture.",
                )
        direction = direction or scale.direction
        if scale.direction != direction:
            yield Found(
                scale.at("direction"),
                "This scale runs the other way from the first one.",
                "Use one direction for all scales of a file.",
                severity="error",
            )
