"""The family as a tree where there is room for one, else as a list."""

from __future__ import annotations

from sostool.report.blocks import FamilyPicture
from sostool.report.pictures.family import FamilyDrawing, FamilyFrame
from sostool.report.pictures.family_list import family_list
from sostool.report.pictures.family_tree import family_tree


def family_drawing(picture: FamilyPicture, frame: FamilyFrame) -> FamilyDrawing:
    """Place everything.

    Args:
        picture: the people, their homes, and who is whose parent.
        frame: `FAMILY_WIDE` or `FAMILY_NARROW`.
    """
    for card_width, stacked in frame.trees:
        tree = family_tree(picture, frame, card_width, stacked=stacked)
        if tree is not None:
            return tree
    return family_list(picture, frame)
