"""A case file with the items of every list in another order, written in another way."""

from __future__ import annotations

import random
from typing import Any

from report.proof.plain import Data


def shuffled(data: Data, seed: int) -> Data:
    """Give plain data with its keys, and the items of every list of items, in another order."""
    rng = random.Random(seed)

    def mixed(value: Any) -> Any:
        if isinstance(value, dict):
            keys = list(value)
            rng.shuffle(keys)
            return {key: mixed(value[key]) for key in keys}
        if isinstance(value, list):
            items = [mixed(one) for one in value]
            if any(isinstance(one, dict) for one in items):
                rng.shuffle(items)
            return items
        return value

    return mixed(data)
