"""The national census's code for the categories of harm of a plan.

The file keeps every category that was named; the census (England's return on children in need, items for the first
and the latest category of abuse) has room for one code:

* `NEG` neglect
* `PHY` physical harm
* `SAB` sexual harm
* `EMO` emotional harm
* `MUL` more than one of them for the same plan
"""

from __future__ import annotations

from collections.abc import Iterable

CODES = {"neglect": "NEG", "physical": "PHY", "sexual": "SAB", "emotional": "EMO"}
SEVERAL = "MUL"


def category_code(categories: Iterable[str]) -> str:
    """Give the census's code for the categories of one plan, whatever their order; "" where none is named.

    The census also has `MUL` for a plan without a category. It is not given for one: nothing named is a gap to close.

    Raises:
        KeyError: a category that case files do not have.
    """
    codes = {CODES[category] for category in categories}
    if not codes:
        return ""
    return codes.pop() if len(codes) == 1 else SEVERAL
