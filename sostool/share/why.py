"""Why a text is held back from somebody."""

from __future__ import annotations

from enum import IntEnum

from sostool.case.model.marks import Cleared, MustNotSee, Protected, Withhold
from sostool.case.model.records import HeldByChair

# What only the chair reads, whoever the reader is.
FOR_THE_CHAIR = (Withhold, MustNotSee, Protected, Cleared, HeldByChair)


class Why(IntEnum):
    """Why a text is held back; where there are several reasons, the smallest is told."""

    WITHHELD = 1
    WORDS_OF = 2
    OWN_WORDS = 3
    SENSITIVE = 4
